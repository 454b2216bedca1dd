// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* ConditionHolds() for every condition and flag state, by all its users. */
#include "check.h"

static bool holds(unsigned cond, unsigned f)
{
    bool n = f & N, z = f & Z, c = f & C, v = f & V, r = true;
    switch (cond >> 1) {
    case 0: r = z; break;
    case 1: r = c; break;
    case 2: r = n; break;
    case 3: r = v; break;
    case 4: r = c && !z; break;
    case 5: r = n == v; break;
    case 6: r = n == v && !z; break;
    case 7: return true;
    }
    return cond & 1 ? !r : r;
}

#define FLAGS_OF(cond, number)                                                 \
    static void cond_##cond(void)                                              \
    {                                                                          \
        for (unsigned f = 0; f < 16; f++) {                                    \
            bool h = holds(number, f);                                         \
            CHECK("csel " #cond,                                               \
                  RUN("csel %x[d], %x[n], %x[m], " #cond, 0, 5, 9, f).value,   \
                  h ? 5 : 9);                                                  \
            CHECK(                                                             \
                "csinc w " #cond,                                              \
                RUN("csinc %w[d], %w[n], %w[m], " #cond, 0, -1, -1, f).value,  \
                h ? 0xffffffff : 0);                                           \
            CHECK("csinv " #cond,                                              \
                  RUN("csinv %x[d], %x[n], %x[m], " #cond, 0, 5, 9, f).value,  \
                  h ? 5 : -10);                                                \
            CHECK("csneg w " #cond,                                            \
                  RUN("csneg %w[d], %w[n], %w[m], " #cond, 0, -5, 9, f).value, \
                  h ? 0xfffffffb : 0xfffffff7);                                \
            CHECK("csinc zr " #cond,                                           \
                  RUN("csinc %x[d], xzr, xzr, " #cond, 7, 0, 0, f).value, !h); \
            CHECK("csinv zr " #cond,                                           \
                  RUN("csinv %w[d], wzr, wzr, " #cond, 7, 0, 0, f).value,      \
                  h ? 0 : 0xffffffff);                                         \
            CHECK("b." #cond,                                                  \
                  RUN("mov %x[d], #1\n\tb." #cond " 1f\n\tmov %x[d], #0\n1:",  \
                      7, 0, 0, f)                                              \
                      .value,                                                  \
                  h);                                                          \
            CHECK("ccmp " #cond,                                               \
                  RUN("ccmp %x[n], %x[m], #5, " #cond, 0, 3, 4, f).nzcv,       \
                  h ? N : 5);                                                  \
            CHECK("ccmp w " #cond,                                             \
                  RUN("ccmp %w[n], #17, #10, " #cond, 0, 0x100000011, 0, f)    \
                      .nzcv,                                                   \
                  h ? Z | C : 10);                                             \
            CHECK("ccmn " #cond,                                               \
                  RUN("ccmn %x[n], #1, #0, " #cond, 0, -1, 0, f).nzcv,         \
                  h ? Z | C : 0);                                              \
            CHECK("ccmn w " #cond,                                             \
                  RUN("ccmn %w[n], %w[m], #15, " #cond, 0, 0x7fffffff, 1, f)   \
                      .nzcv,                                                   \
                  h ? N | V : 15);                                             \
        }                                                                      \
    }

FLAGS_OF(eq, 0)
FLAGS_OF(ne, 1)
FLAGS_OF(cs, 2)
FLAGS_OF(cc, 3)
FLAGS_OF(mi, 4)
FLAGS_OF(pl, 5)
FLAGS_OF(vs, 6)
FLAGS_OF(vc, 7)
FLAGS_OF(hi, 8)
FLAGS_OF(ls, 9)
FLAGS_OF(ge, 10)
FLAGS_OF(lt, 11)
FLAGS_OF(gt, 12)
FLAGS_OF(le, 13)
FLAGS_OF(al, 14)
FLAGS_OF(nv, 15)

/* Every condition straight behind a compare, as compilers write it. */
#define BEHIND(cond, signed_op, type)                                          \
    for (unsigned k = 0; k < 25; k++) {                                        \
        type n = (type)samples[k / 5], m = (type)samples[k % 5];               \
        uint64_t r = VALUE("cmp %x[n], %x[m]\n\tcset %x[d], " #cond, 0, n, m); \
        CHECK("cmp and cset " #cond, r, n signed_op m);                        \
        r = VALUE("cmp %w[n], %w[m]\n\tcset %w[d], " #cond, 0, n, m);          \
        CHECK("cmp w and cset " #cond, r,                                      \
              (type)(int32_t)n signed_op(type)(int32_t) m);                    \
    }

static void behind_compares(void)
{
    static const int64_t samples[5] = {0, 1, -1, INT64_MAX, INT64_MIN};
    BEHIND(eq, ==, int64_t)
    BEHIND(ne, !=, int64_t)
    BEHIND(lt, <, int64_t)
    BEHIND(le, <=, int64_t)
    BEHIND(gt, >, int64_t)
    BEHIND(ge, >=, int64_t)
    BEHIND(lo, <, uint64_t)
    BEHIND(ls, <=, uint64_t)
    BEHIND(hi, >, uint64_t)
    BEHIND(hs, >=, uint64_t)
}

/* a < b && c < d && e == f as a chain of conditional compares. */
static void chains(void)
{
    for (unsigned k = 0; k < 8; k++) {
        uint64_t r;
        __asm__("cmp %1, #2\n\t"
                "ccmp %2, #2, #0, lt\n\t"
                "ccmp %w3, #1, #4, lt\n\t"
                "cset %0, ne"
                : "=r"(r)
                : "r"(k & 1 ? 3ul : 1ul), "r"(k & 2 ? 3ul : 1ul),
                  "r"(k & 4 ? 1ul : 0ul)
                : "cc");
        /* lt is true of NZCV = 0 no more than of a compare of 3 with 2. */
        CHECK("chain", r, k == 0);
    }
}

int main(void)
{
    cond_eq();
    cond_ne();
    cond_cs();
    cond_cc();
    cond_mi();
    cond_pl();
    cond_vs();
    cond_vc();
    cond_hi();
    cond_ls();
    cond_ge();
    cond_lt();
    cond_gt();
    cond_le();
    cond_al();
    cond_nv();
    behind_compares();
    chains();
    return check_result();
}
