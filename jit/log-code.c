// SPDX-License-Identifier: MIT
/* Regions in the log. */
#include "jit/log-code.h"

#include "src/log.h"

static void hex(struct print *out, const uint8_t *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        print_fmt(out, "%02x", p[i]);
}

void log_guest_code(const struct region *r, const struct mem *mem)
{
    const struct isa *isa = r->isa;
    char buf[512];
    struct print out;
    log_begin(&out, buf, sizeof(buf));
    print_fmt(&out, "guest code of %lx%s:\n", (unsigned long)r->pc,
              r->mode & MODE_TAGGED ? ", with masks" : "");
    for (uint32_t n = 0; n < r->guest_count; n++) {
        uint8_t code[4];
        gaddr_t pc = r->guest_pc[n];
        size_t size = mem->fetch(mem, code, pc, sizeof(code));
        print_fmt(&out, "@%s %lx ", isa->disas_tag, (unsigned long)pc);
        for (size_t i = size; i > 0; i--) /* as a number */
            print_fmt(&out, "%02x", code[i - 1]);
        print_char(&out, ' ');
        isa->insn_print(&out, code, size);
        print_char(&out, '\n');
    }
    log_flush(&out);
}

void log_ir(const struct region *r, const char *stage)
{
    char buf[512];
    struct print out;
    log_begin(&out, buf, sizeof(buf));
    print_fmt(&out, "%s of %lx:\n", stage, (unsigned long)r->pc);
    ir_print(&out, r);
    log_flush(&out);
}

void log_host_code(const struct code *c)
{
    char buf[512];
    struct print out;
    log_begin(&out, buf, sizeof(buf));
    print_fmt(&out, "host code of %lx:\n@%s %lx ", (unsigned long)c->pc,
              BACKEND_DISAS_TAG, (unsigned long)(uintptr_t)c->hot);
    hex(&out, c->hot, c->hot_size);
    print_fmt(&out, "\ncold:\n@%s %lx ", BACKEND_DISAS_TAG,
              (unsigned long)(uintptr_t)c->cold);
    hex(&out, c->cold, c->cold_size);
    print_char(&out, '\n');
    log_flush(&out);
}
