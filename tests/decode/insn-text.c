// SPDX-License-Identifier: MIT
// Writes decoded A64 instructions as text.

#include "tests/decode/insn-text.h"

#include <stdio.h>
#include <string.h>

#include "target/aarch64/a64-decode.gen.h"

static int32_t field_value(const struct a64_insn *insn, unsigned field)
{
    int32_t value;

    memcpy(&value, (const char *)insn + a64_fields[field].offset,
           sizeof(value));
    return value;
}

void insn_text(uint32_t word, char *text, size_t size)
{
    struct a64_insn a, b;
    size_t used;

    /* What is set is the same whatever stood there before. */
    memset(&a, 0x55, sizeof(a));
    memset(&b, 0xaa, sizeof(b));
    a64_decode(word, &a);
    a64_decode(word, &b);
    if (a.op == A64_UNALLOCATED) {
        snprintf(text, size, "unallocated");
        return;
    }
    used = (size_t)snprintf(text, size, "%s", a64_rows[a.op].name);
    for (unsigned k = 0; k < A64_FIELD_COUNT && used < size; k++)
        if (field_value(&a, k) == field_value(&b, k))
            used += (size_t)snprintf(text + used, size - used, " %s=%d",
                                     a64_fields[k].name, field_value(&a, k));
}
