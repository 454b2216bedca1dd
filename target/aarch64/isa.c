// SPDX-License-Identifier: MIT
/* The AArch64 guest as struct isa: register table, translation, reset. */
#include "src/isa.h"

#include "src/print.h"
#include "src/translator.h"
#include "target/aarch64/cpu.h"
#include "target/aarch64/translate.h"

#include <elf.h>
#include <string.h>

#define X(n, rank) \
    [A64_X0 + (n)] = {"x" #n, offsetof(struct a64_cpu, x[n]), REG_INT, rank}
#define V(n, rank) \
    [A64_V0 + (n)] = {"v" #n, offsetof(struct a64_cpu, v[n]), REG_VEC, rank}
#define STATE(field) offsetof(struct a64_cpu, field), REG_STATE, 0

/*
 * Ranks by how often instructions name a register, counted over busybox's
 * shell, awk and gzip as run: X0 18 %, X1 13, X2 9, SP 9, X19 7, X3 6, X4 and
 * X20 5, X30 4, X21 3. Leaf loops of compilers move X5 to X8 up.
 */
static const struct isa_reg regs[A64_REG_COUNT] = {
    X(0, 1),
    X(1, 2),
    X(2, 3),
    X(3, 5),
    X(4, 7),
    X(5, 11),
    X(6, 13),
    X(7, 14),
    X(8, 15),
    X(9, 17),
    X(10, 18),
    X(11, 21),
    X(12, 23),
    X(13, 24),
    X(14, 27),
    X(15, 28),
    X(16, 30),
    X(17, 31),
    X(18, 32),
    X(19, 6),
    X(20, 8),
    X(21, 10),
    X(22, 12),
    X(23, 16),
    X(24, 19),
    X(25, 20),
    X(26, 25),
    X(27, 26),
    X(28, 29),
    X(29, 22),
    X(30, 9),
    [A64_SP] = {"sp", offsetof(struct a64_cpu, x[31]), REG_INT, 4},
    V(0, 1),
    V(1, 2),
    V(2, 3),
    V(3, 5),
    V(4, 6),
    V(5, 7),
    V(6, 9),
    V(7, 10),
    V(8, 17),
    V(9, 18),
    V(10, 19),
    V(11, 20),
    V(12, 29),
    V(13, 30),
    V(14, 31),
    V(15, 32),
    V(16, 13),
    V(17, 14),
    V(18, 15),
    V(19, 16),
    V(20, 21),
    V(21, 22),
    V(22, 23),
    V(23, 24),
    V(24, 28),
    V(25, 27),
    V(26, 26),
    V(27, 25),
    V(28, 12),
    V(29, 11),
    V(30, 8),
    V(31, 4),
    [A64_QC] = {"qc", offsetof(struct a64_cpu, qc), REG_VEC, 0},
    [A64_NZCV] = {"nzcv", offsetof(struct a64_cpu, nzcv), REG_FLAGS, 1},
    [A64_FPCR] = {"fpcr", STATE(fpcr)},
    [A64_TPIDR] = {"tpidr_el0", STATE(tpidr_el0)},
    [A64_TPIDRRO] = {"tpidrro_el0", STATE(tpidrro_el0)},
    [A64_CACHE_ADDRESS] = {"cache_address", STATE(cpu.cache_address)},
};

/* Instructions are little-endian, whatever the data are. */
static void decode(const uint8_t *code, struct a64_insn *insn)
{
    a64_decode(code[0] | code[1] << 8 | code[2] << 16 | (uint32_t)code[3] << 24,
               insn);
}

/* The same for the processor that was chosen. */
static void decode_chosen(const uint8_t *code, struct a64_insn *insn)
{
    decode(code, insn);
    if (insn->op < A64_OP_COUNT && !a64_has(a64_rows[insn->op].feature))
        insn->op = A64_UNALLOCATED;
}

/*
 * The row's name and "field=value" for each of its fields: those that decoding
 * sets, whatever stood there before.
 */
static void insn_print(struct print *out, const uint8_t *code, size_t available)
{
    struct a64_insn insn, again;
    if (available < A64_INSN_BYTES)
        return;
    memset(&insn, 0x55, sizeof(insn));
    memset(&again, 0xaa, sizeof(again));
    decode(code, &insn);
    decode(code, &again);
    if (insn.op >= A64_OP_COUNT) {
        print_str(out, "unallocated");
        return;
    }
    print_str(out, a64_rows[insn.op].name);
    for (unsigned i = 0; i < A64_FIELD_COUNT; i++) {
        int32_t value[2];
        size_t offset = a64_fields[i].offset;
        memcpy(&value[0], (const char *)&insn + offset, sizeof(value[0]));
        memcpy(&value[1], (const char *)&again + offset, sizeof(value[1]));
        if (value[0] == value[1])
            print_fmt(out, " %s=%d", a64_fields[i].name, value[0]);
    }
}

static const char *insn_missing(const uint8_t *code, size_t available,
                                const char **name)
{
    struct a64_insn insn;
    if (available < A64_INSN_BYTES)
        return NULL;
    decode(code, &insn);
    if (insn.op >= A64_OP_COUNT)
        return NULL;
    *name = a64_rows[insn.op].name;
    if (a64_has(a64_rows[insn.op].feature))
        return a64_rows[insn.op].reason;
    return a64_feature_missing(a64_rows[insn.op].feature);
}

void a64_build(struct a64_tr *t, const struct a64_insn *insn)
{
    a64_translator *translator =
        insn->op == A64_UNALLOCATED ? NULL : a64_translators[insn->op];
    if (!translator || !translator(t, insn))
        ir_raise(t->b, EXCP_UNDEFINED, insn->word);
}

static enum translate_result translate(struct ir_builder *b,
                                       const uint8_t *code, size_t available,
                                       unsigned *length)
{
    (void)available; /* one length, and that is given */
    struct a64_tr t = {.b = b};
    struct a64_insn insn;
    decode_chosen(code, &insn);
    *length = A64_INSN_BYTES;
    b->next_pc = b->pc + A64_INSN_BYTES;
    a64_build(&t, &insn);
    return b->ended ? TRANSLATE_END : TRANSLATE_NEXT;
}

/* What an instruction does to NZCV. */
enum flags_use {
    FLAGS_OBSERVED, /* reads them, or is a point where they can be seen */
    FLAGS_KEPT,
    FLAGS_WRITTEN,
};

static enum flags_use flags_use(const struct a64_insn *i)
{
    enum { ANDS = 3 };
    switch (i->op) {
    case A64_ADDSUB_imm:
    case A64_ADDSUB_shifted:
    case A64_ADDSUB_ext: return i->S ? FLAGS_WRITTEN : FLAGS_KEPT;
    case A64_LOGICAL_imm:
    case A64_LOGICAL_shifted:
        return i->opc == ANDS ? FLAGS_WRITTEN : FLAGS_KEPT;
    case A64_ADR:
    case A64_MOV_wide:
    case A64_BITFIELD:
    case A64_EXTR:
    case A64_HINT:
    case A64_DIV:
    case A64_SHIFTV:
    case A64_CRC32:
    case A64_RBIT:
    case A64_REV:
    case A64_CLZ:
    case A64_CLS:
    case A64_MADD:
    case A64_MADDL:
    case A64_MULH:
    case A64_FMOV:
    case A64_FMOV_imm:
    case A64_FMOV_to_gen:
    case A64_FMOV_from_gen:
    case A64_SCVTF:
    case A64_FABS:
    case A64_FNEG:
    case A64_FADD:
    case A64_FSUB:
    case A64_FMUL:
    case A64_FDIV: return FLAGS_KEPT;
    case A64_FCMP: return FLAGS_WRITTEN;
    default: return FLAGS_OBSERVED;
    }
}

static bool flags_dead_at(const uint8_t *code, size_t available)
{
    for (; available >= A64_INSN_BYTES; available -= A64_INSN_BYTES) {
        struct a64_insn insn;
        decode_chosen(code, &insn);
        enum flags_use use = flags_use(&insn);
        if (use != FLAGS_KEPT)
            return use == FLAGS_WRITTEN;
        code += A64_INSN_BYTES;
    }
    return false;
}

static void cpu_reset(struct cpu *head)
{
    struct a64_cpu *cpu = (struct a64_cpu *)head;
    memset((char *)cpu + sizeof(*head), 0, sizeof(*cpu) - sizeof(*head));
    translator_set_nzcv(head, 0);
    a64_set_fpsr(cpu, 0);
}

static struct fp_control fp_control(const struct cpu *head)
{
    uint64_t fpcr = ((const struct a64_cpu *)head)->fpcr;
    /* RMode: to nearest, up, down, to zero, as enum ir_round has them. */
    struct fp_control control = {.rounding = (fpcr & A64_FPCR_RMODE) >> 22};
    if (fpcr & A64_FPCR_FZ)
        control.mode |= MODE_FZ;
    if (fpcr & A64_FPCR_DN)
        control.mode |= MODE_DN;
    if (fpcr & A64_FPCR_AHP)
        control.mode |= MODE_AHP;
    return control;
}

uint32_t a64_get_fpsr(const struct a64_cpu *cpu)
{
    uint32_t fpsr = translator_get_fpsr(&cpu->cpu);
    if (cpu->qc.d[0] | cpu->qc.d[1])
        fpsr |= A64_FPSR_QC;
    return fpsr;
}

void a64_set_fpsr(struct a64_cpu *cpu, uint32_t fpsr)
{
    cpu->qc = (vec128){.d = {fpsr & A64_FPSR_QC, 0}};
    translator_set_fpsr(&cpu->cpu, fpsr & A64_FPSR_FLAGS);
}

const struct isa isa_aarch64 = {
    .name = "aarch64",
    .elf_machine = EM_AARCH64,
    .elf_class = ELFCLASS64,
    .min_insn_bytes = A64_INSN_BYTES,
    .ignores_top_byte = true,
    .regs = regs,
    .reg_count = A64_REG_COUNT,
    .flags_reg = A64_NZCV,
    .cpu_size = sizeof(struct a64_cpu),
    .state_bias = offsetof(struct a64_cpu, x[16]),
    .translate = translate,
    .disas_tag = "a64",
    .insn_print = insn_print,
    .insn_missing = insn_missing,
    .flags_dead_at = flags_dead_at,
    .cpu_choose = a64_cpu_choose,
    .cpu_list = a64_cpu_list,
    .cpu_reset = cpu_reset,
    .fp_control = fp_control,
};
