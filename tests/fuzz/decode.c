// SPDX-License-Identifier: MIT
/* For libFuzzer: any word decodes as the table says; see tests/fuzz/run. */
#include "tests/decode/insn-text.h"
#include "tests/decode/scan.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[256];
    uint32_t word;

    if (size < sizeof(word))
        return 0;
    memcpy(&word, data, sizeof(word));
    insn_text(word, text, sizeof(text));
    if (!scan_agrees(word))
        abort();
    return 0;
}
