// SPDX-License-Identifier: MIT
/*
 * A guest program: A64's FP instructions, scalar and packed, in all rounding
 * and FPCR modes, on random operands with many edge cases, against
 * jit/softfloat.h; results and FPSR must be the same to the bit.
 */
#include "jit/fp-eval.h"
#include "tests/lib/random.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#define ROUNDS 60

/* What the operands and the result are. */
enum form {
    SCALAR,
    PACKED,
    TO_GPR,   /* the result is in x0 */
    FROM_GPR, /* the operand is in x1 */
};

struct instruction {
    const char *name;
    uint32_t word; /* on registers 1, 2, 3 and 0; sz (bit 22) clear */
    uint8_t op, aux, imm, form;
};

#define RMN                  (2u << 16 | 1u << 5)
#define RN                   (1u << 5)
#define RMNA                 (RMN | 3u << 10)
#define B(word, op)          (word) | RMN, IR_##op, 0, 0
#define U(word, op, aux)     (word) | RN, IR_##op, aux, 0
#define CMP(word, cond)      (word) | RMN, IR_FCMPV, cond, 0
#define INT(word, rounding)  (word) | RN, IR_FTOI, rounding, 0
#define FROM_INT(word, sign) (word) | RN, IR_ITOF, ROUND_CURRENT | (sign), 0
#define EVEN                 ROUND_NEAREST_EVEN
#define AWAY                 ROUND_NEAREST_AWAY
#define UNSIGNED             ROUND_UNSIGNED

static const struct instruction instructions[] = {
    {"fmul", B(0x1e200800, FMUL), SCALAR},
    {"fdiv", B(0x1e201800, FDIV), SCALAR},
    {"fadd", B(0x1e202800, FADD), SCALAR},
    {"fsub", B(0x1e203800, FSUB), SCALAR},
    {"fmax", B(0x1e204800, FMAX), SCALAR},
    {"fmin", B(0x1e205800, FMIN), SCALAR},
    {"fmaxnm", B(0x1e206800, FMAXNM), SCALAR},
    {"fminnm", B(0x1e207800, FMINNM), SCALAR},
    {"fmulx", B(0x5e20dc00, FMULX), SCALAR},
    {"frecps", B(0x5e20fc00, FRECPS), SCALAR},
    {"frsqrts", B(0x5ea0fc00, FRSQRTS), SCALAR},
    {"fmadd", 0x1f000000 | RMNA, IR_FMA, 0, 0, SCALAR},
    {"fmsub", 0x1f008000 | RMNA, IR_FMA, 1, 0, SCALAR},
    {"fnmadd", 0x1f200000 | RMNA, IR_FMA, 3, 0, SCALAR},
    {"fnmsub", 0x1f208000 | RMNA, IR_FMA, 2, 0, SCALAR},
    {"fabs", U(0x1e20c000, FABS, 0), SCALAR},
    {"fneg", U(0x1e214000, FNEG, 0), SCALAR},
    {"fsqrt", U(0x1e21c000, FSQRT, 0), SCALAR},
    {"frintn", U(0x1e244000, FROUND, EVEN), SCALAR},
    {"frintp", U(0x1e24c000, FROUND, ROUND_UP), SCALAR},
    {"frintm", U(0x1e254000, FROUND, ROUND_DOWN), SCALAR},
    {"frintz", U(0x1e25c000, FROUND, ROUND_ZERO), SCALAR},
    {"frinta", U(0x1e264000, FROUND, AWAY), SCALAR},
    {"frintx", U(0x1e274000, FROUND, ROUND_CURRENT | ROUND_EXACT), SCALAR},
    {"frinti", U(0x1e27c000, FROUND, ROUND_CURRENT), SCALAR},
    {"frecpe", U(0x5ea1d800, FRECPE, 0), SCALAR},
    {"frsqrte", U(0x7ea1d800, FRSQRTE, 0), SCALAR},
    {"frecpx", U(0x5ea1f800, FRECPX, 0), SCALAR},
    {"fcmeq", CMP(0x5e20e400, COND_EQ), SCALAR},
    {"fcmge", CMP(0x7e20e400, COND_GE), SCALAR},
    {"fcmgt", CMP(0x7ea0e400, COND_GT), SCALAR},
    {"fadd v", B(0x4e20d400, FADD), PACKED},
    {"fsub v", B(0x4ea0d400, FSUB), PACKED},
    {"fmul v", B(0x6e20dc00, FMUL), PACKED},
    {"fmulx v", B(0x4e20dc00, FMULX), PACKED},
    {"fdiv v", B(0x6e20fc00, FDIV), PACKED},
    {"fmax v", B(0x4e20f400, FMAX), PACKED},
    {"fmin v", B(0x4ea0f400, FMIN), PACKED},
    {"fmaxnm v", B(0x4e20c400, FMAXNM), PACKED},
    {"fminnm v", B(0x4ea0c400, FMINNM), PACKED},
    {"frecps v", B(0x4e20fc00, FRECPS), PACKED},
    {"frsqrts v", B(0x4ea0fc00, FRSQRTS), PACKED},
    {"fmla v", 0x4e20cc00 | RMN, IR_FMA, 0, 0, PACKED},
    {"fmls v", 0x4ea0cc00 | RMN, IR_FMA, 1, 0, PACKED},
    {"fcmeq v", CMP(0x4e20e400, COND_EQ), PACKED},
    {"fcmge v", CMP(0x6e20e400, COND_GE), PACKED},
    {"fcmgt v", CMP(0x6ea0e400, COND_GT), PACKED},
    {"fsqrt v", U(0x6ea1f800, FSQRT, 0), PACKED},
    {"frintn v", U(0x4e218800, FROUND, EVEN), PACKED},
    {"frintp v", U(0x4ea18800, FROUND, ROUND_UP), PACKED},
    {"frintm v", U(0x4e219800, FROUND, ROUND_DOWN), PACKED},
    {"frintz v", U(0x4ea19800, FROUND, ROUND_ZERO), PACKED},
    {"frinta v", U(0x6e218800, FROUND, AWAY), PACKED},
    {"frintx v", U(0x6e219800, FROUND, ROUND_CURRENT | ROUND_EXACT), PACKED},
    {"frinti v", U(0x6ea19800, FROUND, ROUND_CURRENT), PACKED},
    {"frecpe v", U(0x4ea1d800, FRECPE, 0), PACKED},
    {"frsqrte v", U(0x6ea1d800, FRSQRTE, 0), PACKED},
    {"fcvtns v", INT(0x4e21a800, EVEN), PACKED},
    {"fcvtps v", INT(0x4ea1a800, ROUND_UP), PACKED},
    {"fcvtms v", INT(0x4e21b800, ROUND_DOWN), PACKED},
    {"fcvtzs v", INT(0x4ea1b800, ROUND_ZERO), PACKED},
    {"fcvtas v", INT(0x4e21c800, AWAY), PACKED},
    {"fcvtnu v", INT(0x6e21a800, EVEN | UNSIGNED), PACKED},
    {"fcvtpu v", INT(0x6ea1a800, ROUND_UP | UNSIGNED), PACKED},
    {"fcvtmu v", INT(0x6e21b800, ROUND_DOWN | UNSIGNED), PACKED},
    {"fcvtzu v", INT(0x6ea1b800, ROUND_ZERO | UNSIGNED), PACKED},
    {"fcvtau v", INT(0x6e21c800, AWAY | UNSIGNED), PACKED},
    {"scvtf v", FROM_INT(0x4e21d800, 0), PACKED},
    {"ucvtf v", FROM_INT(0x6e21d800, UNSIGNED), PACKED},
    {"fcvtns", INT(0x1e200000, EVEN), TO_GPR},
    {"fcvtnu", INT(0x1e210000, EVEN | UNSIGNED), TO_GPR},
    {"fcvtas", INT(0x1e240000, AWAY), TO_GPR},
    {"fcvtau", INT(0x1e250000, AWAY | UNSIGNED), TO_GPR},
    {"fcvtps", INT(0x1e280000, ROUND_UP), TO_GPR},
    {"fcvtpu", INT(0x1e290000, ROUND_UP | UNSIGNED), TO_GPR},
    {"fcvtms", INT(0x1e300000, ROUND_DOWN), TO_GPR},
    {"fcvtmu", INT(0x1e310000, ROUND_DOWN | UNSIGNED), TO_GPR},
    {"fcvtzs", INT(0x1e380000, ROUND_ZERO), TO_GPR},
    {"fcvtzu", INT(0x1e390000, ROUND_ZERO | UNSIGNED), TO_GPR},
    {"fcvtzs #9", 0x1e180000 | 55 << 10 | RN, IR_FTOI, ROUND_ZERO, 9, TO_GPR},
    {"fcvtzu #20", 0x1e190000 | 44 << 10 | RN, IR_FTOI, ROUND_ZERO | UNSIGNED,
     20, TO_GPR},
    {"scvtf", FROM_INT(0x1e220000, 0), FROM_GPR},
    {"ucvtf", FROM_INT(0x1e230000, UNSIGNED), FROM_GPR},
    {"scvtf #13", 0x1e020000 | 51 << 10 | RN, IR_ITOF, ROUND_CURRENT, 13,
     FROM_GPR},
};

/* Conversions between formats: sz has no place in them. */
struct conversion {
    const char *name;
    uint32_t word;
    uint8_t op, type, lane, aux, form;
};
static const struct conversion conversions[] = {
    {"fcvt d,s", 0x1e22c020, IR_FCVT, IR_F64, LANE_32, ROUND_CURRENT, SCALAR},
    {"fcvt h,s", 0x1e23c020, IR_FCVT, IR_F16, LANE_32, ROUND_CURRENT, SCALAR},
    {"fcvt s,d", 0x1e624020, IR_FCVT, IR_F32, LANE_64, ROUND_CURRENT, SCALAR},
    {"fcvt h,d", 0x1e63c020, IR_FCVT, IR_F16, LANE_64, ROUND_CURRENT, SCALAR},
    {"fcvt s,h", 0x1ee24020, IR_FCVT, IR_F32, LANE_16, ROUND_CURRENT, SCALAR},
    {"fcvt d,h", 0x1ee2c020, IR_FCVT, IR_F64, LANE_16, ROUND_CURRENT, SCALAR},
    {"fcvtxn", 0x7e616820, IR_FCVT, IR_F32, LANE_64, ROUND_ODD, SCALAR},
    {"fcvtl 4s", 0x0e217820, IR_FCVTL, IR_V128, LANE_16, ROUND_CURRENT, PACKED},
    {"fcvtl 2d", 0x0e617820, IR_FCVTL, IR_V128, LANE_32, ROUND_CURRENT, PACKED},
    {"fcvtn 4h", 0x0e216820, IR_FCVTN, IR_V128, LANE_32, ROUND_CURRENT, PACKED},
    {"fcvtn 2s", 0x0e616820, IR_FCVTN, IR_V128, LANE_64, ROUND_CURRENT, PACKED},
    {"fcvtxn 2s", 0x2e616820, IR_FCVTN, IR_V128, LANE_64, ROUND_ODD, PACKED},
};

/* FPCR: rounding in 23:22 (N, P, M, Z), FZ 24, DN 25, AHP 26. */
static const uint32_t fpcrs[] = {
    0,
    1u << 22,
    2u << 22,
    3u << 22,
    1u << 25,
    1u << 24,
    1u << 24 | 3u << 22,
    1u << 24 | 1u << 25 | 1u << 22,
    1u << 26,
    1u << 26 | 1u << 25 | 2u << 22,
};

static struct soft_env env_of(uint32_t fpcr)
{
    static const uint8_t rounding[4] = {ROUND_NEAREST_EVEN, ROUND_UP,
                                        ROUND_DOWN, ROUND_ZERO};
    struct soft_env env = {.rounding = rounding[fpcr >> 22 & 3]};

    env.mode = (uint8_t)((fpcr >> 24 & 1 ? MODE_FZ : 0) |
                         (fpcr >> 25 & 1 ? MODE_DN : 0) |
                         (fpcr >> 26 & 1 ? MODE_AHP : 0));
    return env;
}

static uint64_t random_state = 0x9e3779b97f4a7c15;

static uint64_t random64(void)
{
    return random_next(&random_state);
}

static uint64_t random_fp(enum ir_lane lane)
{
    unsigned f = soft_formats[lane].fbits;
    uint64_t inf = soft_inf(lane, false), frac = (1ull << f) - 1;
    uint64_t bias = inf >> 1 >> f << f, r = random64(), magnitude;
    const uint64_t edges[] = {
        0,        1,       frac,           frac + 1,
        inf - 1,  inf,     bias,           bias - 1,
        r & frac, inf | 1, inf | r % frac, inf | (frac + 1) >> 1};

    switch (r >> 61) {
    case 0:
    case 1: magnitude = edges[(r >> 40) % ARRAY_SIZE(edges)]; break;
    case 2:
    case 3: /* short numbers near 1 */
        magnitude = bias + ((r >> 40) % 12 << f) - 6 * (frac + 1) +
                    ((r >> 20 & 7) << (f - 3));
        break;
    case 4: /* near what integers reach */
        magnitude = bias + ((f == 10 ? 10 : 29 + (r >> 50 & 1) * 32) << f) +
                    ((r >> 40) % 4 << f) + (r & frac);
        break;
    default: magnitude = r; break;
    }
    return (magnitude & (soft_sign_bit(lane) - 1)) |
           soft_zero(lane, random64() >> 63);
}

static vec128 random_vector(enum ir_lane lane)
{
    vec128 v;

    for (unsigned n = 0; n < 16u >> lane; n++)
        vec_set_lane(&v, lane, n, random_fp(lane));
    return v;
}

/* What an instruction's code is called with; offsets are the stub's. */
struct frame {
    vec128 v[4]; /* q1, q2, q3 and then q0 */
    uint64_t x0, x1;
    uint64_t fpcr, fpsr;
    uint64_t code;
};

static void run(struct frame *f)
{
    __asm__ volatile("ldp q1, q2, [%0]\n"
                     "ldp q3, q0, [%0, #32]\n"
                     "ldp x0, x1, [%0, #64]\n"
                     "ldr x9, [%0, #80]\n"
                     "msr fpcr, x9\n"
                     "msr fpsr, xzr\n"
                     "ldr x9, [%0, #96]\n"
                     "blr x9\n"
                     "mrs x9, fpsr\n"
                     "msr fpcr, xzr\n"
                     "str x9, [%0, #88]\n"
                     "str q0, [%0, #48]\n"
                     "str x0, [%0, #64]\n"
                     :
                     : "r"(f)
                     : "x0", "x1", "x9", "x30", "v0", "v1", "v2", "v3",
                       "memory");
}

static unsigned checks, failures;

/* Runs one instruction once and compares. */
static void check(const char *name, const struct fp_op *op, enum form form,
                  uint32_t *code, uint32_t fpcr)
{
    bool from_gpr = form == FROM_GPR;
    enum ir_lane lane = op->op == IR_FCVT || op->op == IR_FCVTL ||
                                op->op == IR_FCVTN || op->op == IR_FTOI ||
                                form == PACKED
                            ? op->lane
                        : op->type == IR_F32 ? LANE_32
                                             : LANE_64;
    vec128 x = random_vector(lane), y = random_vector(lane);
    vec128 z = random_vector(lane), r = {.d = {0, 0}};
    struct soft_env env = env_of(fpcr);
    struct frame f = {.v = {x, y, z, z}, .fpcr = fpcr, .code = (uint64_t)code};

    f.x1 = random64() >> (random64() & 63);
    if (form == PACKED)
        fp_eval_packed(&env, op, &r, &x, &y, &z);
    else
        r.d[0] = fp_eval(&env, op, from_gpr ? f.x1 : x.d[0], y.d[0], z.d[0]);
    run(&f);
    vec128 got = f.v[3];
    if (form == TO_GPR)
        got = (vec128){.d = {f.x0, 0}};
    checks++;
    if (!memcmp(&got, &r, sizeof(r)) && (f.fpsr & 0x9f) == env.flags)
        return;
    if (failures++ > 20)
        return;
    printf("%s lane %u FPCR %08x x %016lx:%016lx y %016lx:%016lx"
           " z %016lx:%016lx int %lx\n"
           "  gives %016lx:%016lx FPSR %02lx, not %016lx:%016lx %02x\n",
           name, op->lane, fpcr, x.d[1], x.d[0], y.d[1], y.d[0], z.d[1], z.d[0],
           f.x1, got.d[1], got.d[0], f.fpsr, r.d[1], r.d[0], env.flags);
}

static uint32_t *code_next;

/* A function of the instruction alone. */
static uint32_t *emit(uint32_t word)
{
    uint32_t *code = code_next;

    *code_next++ = word;
    *code_next++ = 0xd65f03c0; /* ret */
    __builtin___clear_cache((char *)code, (char *)code_next);
    return code;
}

static void check_modes(const char *name, struct fp_op op, enum form form,
                        uint32_t word)
{
    uint32_t *code = emit(word);

    for (unsigned n = 0; n < ARRAY_SIZE(fpcrs); n++) {
        op.mode = env_of(fpcrs[n]).mode;
        for (unsigned k = 0; k < ROUNDS; k++)
            check(name, &op, form, code, fpcrs[n]);
    }
}

/* Singles and doubles; 32 and 64-bit integers. */
static void check_instruction(const struct instruction *i)
{
    for (unsigned sz = 0; sz < 2; sz++) {
        struct fp_op op = {.op = i->op, .aux = i->aux, .imm = i->imm};
        enum ir_type fp = sz ? IR_F64 : IR_F32;
        uint32_t word = i->word | sz << 22;
        op.lane = sz ? LANE_64 : LANE_32;
        op.type = i->form == PACKED ? IR_V128 : fp;
        if (i->form == SCALAR || i->form == PACKED) {
            check_modes(i->name, op, i->form, word);
            continue;
        }
        for (unsigned sf = 0; sf < 2; sf++) {
            if (i->form == TO_GPR)
                op.type = sf ? IR_I64 : IR_I32;
            else
                op.lane = sf ? LANE_64 : LANE_32;
            check_modes(i->name, op, i->form, word | sf << 31);
        }
    }
}

int main(void)
{
    code_next = mmap(NULL, 65536, PROT_READ | PROT_WRITE | PROT_EXEC,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code_next == MAP_FAILED)
        return 1;
    for (unsigned n = 0; n < ARRAY_SIZE(instructions); n++)
        check_instruction(&instructions[n]);
    for (unsigned n = 0; n < ARRAY_SIZE(conversions); n++) {
        const struct conversion *c = &conversions[n];
        struct fp_op op = {
            .op = c->op, .type = c->type, .lane = c->lane, .aux = c->aux};
        check_modes(c->name, op, c->form, c->word);
    }
    printf("%u checks, %u differ\n", checks, failures);
    return failures != 0;
}
