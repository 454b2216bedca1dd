# SPDX-License-Identifier: MIT
# A table of 16-bit words gives a decoder that is right for each of them.

tools=$srcdir/tools/decode
dir=$(mktemp -d "${TMPDIR:-/tmp}/decode-short.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99

cat > short.decode <<'END'
prefix short
width 16

# Rows that Thumb and compressed RISC-V have, with what is special in them:
# a guard, a row inside another, a row parted by its guard, split fields.
SHIFT   000 type:2 imm:5 rm:3 rd:3  if type!=3
ADD     000 11 0 sub:1 rm:3 rn:3 rd:3
B_cond  1101 cond:4 imm:s8  if cond!=14
SVC     1101 1111 imm:8
MOV     0100 0110 d:1 rm:4 d:3
C_J     100 i11:1 i4:1 i98:2 i10:1 i6:1 i7:1 i31:3 i5:1 01
        imm:s=i11:i10:i98:i7:i6:i5:i4:i31:0
C_LI    011 i:1 rd:5 i:5 10  k=0101  if rd!=0 => LOAD_CONST
PUSH    1011 0 10 lr:1 list:8  none not a row to be translated
END
for emitter in header decoder names translators random; do
	case $emitter in
	header) out=short.h ;;
	*) out=$emitter.c ;;
	esac
	${AWK:-awk} -v header=short.h -f "$tools/parse.awk" \
		-f "$tools/check.awk" -f "$tools/emit-$emitter.awk" \
		short.decode > $out || exit 1
done

cat > main.c <<'END'
#include <stdio.h>
#include <string.h>
#include "short.h"

static bool translated;

bool short_tr_SHIFT(struct short_tr *t, const struct short_insn *i)
{
    (void)t;
    return i->type == 2;
}

#define TRANSLATOR(name) \
    bool short_tr_##name(struct short_tr *t, const struct short_insn *i) \
    { (void)t; (void)i; return translated = true; }
TRANSLATOR(ADD)
TRANSLATOR(B_cond)
TRANSLATOR(SVC)
TRANSLATOR(MOV)
TRANSLATOR(C_J)
TRANSLATOR(LOAD_CONST)

/* Bits high..low of w. */
static unsigned bits(unsigned w, int high, int low)
{
    return w >> low & ((2u << (high - low)) - 1);
}

static int expected_op(unsigned w)
{
    if (w >> 13 == 0)
        return bits(w, 12, 11) != 3   ? SHORT_SHIFT
               : bits(w, 10, 10) == 0 ? SHORT_ADD
                                      : SHORT_UNALLOCATED;
    if (w >> 12 == 13)
        return bits(w, 11, 8) == 15   ? SHORT_SVC
               : bits(w, 11, 8) != 14 ? SHORT_B_cond
                                      : SHORT_UNALLOCATED;
    if (w >> 9 == 0xb4 >> 1)
        return SHORT_PUSH;
    if (w >> 8 == 0x46)
        return SHORT_MOV;
    if (w >> 13 == 3 && bits(w, 1, 0) == 2 && bits(w, 11, 7) != 0)
        return SHORT_C_LI;
    if (w >> 13 == 4 && bits(w, 1, 0) == 1)
        return SHORT_C_J;
    return SHORT_UNALLOCATED;
}

static int sign_extend(unsigned value, int width)
{
    return value >> (width - 1) ? (int)value - (1 << width) : (int)value;
}

static bool fields_hold(const struct short_insn *i, unsigned w)
{
    unsigned j;

    switch (i->op) {
    case SHORT_SHIFT:
        return i->type == (int)bits(w, 12, 11) && i->rd == (int)bits(w, 2, 0);
    case SHORT_B_cond:
        return i->cond == (int)bits(w, 11, 8) &&
               i->imm == sign_extend(bits(w, 7, 0), 8);
    case SHORT_MOV:
        return i->d == (int)(bits(w, 7, 7) * 8 + bits(w, 2, 0)) &&
               i->rm == (int)bits(w, 6, 3);
    case SHORT_C_LI:
        return i->i == (int)(bits(w, 12, 12) * 32 + bits(w, 6, 2)) &&
               i->k == 5;
    case SHORT_C_J:
        j = bits(w, 12, 12) << 11 | bits(w, 11, 11) << 4 |
            bits(w, 10, 9) << 8 | bits(w, 8, 8) << 10 | bits(w, 7, 7) << 6 |
            bits(w, 6, 6) << 7 | bits(w, 5, 3) << 1 | bits(w, 2, 2) << 5;
        return i->imm == sign_extend(j, 12);
    default:
        return true;
    }
}

static int random_failures(void)
{
    uint64_t state = 1;
    uint32_t word;
    int failed = 0;

    for (int row = 0; row < SHORT_OP_COUNT; row++)
        for (int k = 0; k < 1000; k++)
            failed += !short_random_word(row, &state, &word) ||
                      word > 0xffff || expected_op(word) != row;
    return failed;
}

int main(void)
{
    struct short_insn i;
    int failed = 0;

    for (unsigned w = 0; w < 0x10000; w++) {
        short_decode(w, &i);
        if (i.word == w && i.op == expected_op(w) && fields_hold(&i, w))
            continue;
        if (failed++ < 5)
            printf("%04x: row %d, not %d, or its fields\n", w, i.op,
                   expected_op(w));
    }
    failed += random_failures();
    failed += short_translators[SHORT_PUSH] != NULL;
    failed += short_translators[SHORT_C_LI] != short_tr_LOAD_CONST;
    failed += short_rows[SHORT_PUSH].implemented || !short_rows[0].implemented;
    failed += strcmp(short_rows[SHORT_PUSH].reason,
                     "not a row to be translated") != 0;
    failed += strcmp(short_rows[SHORT_ADD].where, "short.decode:7") != 0;
    printf("%d failed\n", failed);
    return failed != 0;
}
END
${CC:-cc} -std=gnu11 -O1 -Wall -Wextra -Werror -o main main.c decoder.c \
	names.c translators.c random.c && ./main
