// SPDX-License-Identifier: MIT
// The disassembler behind -d in_asm and out_asm: a filter between Ferry and
// its log. A program of its own, since capstone's tables would cost every
// start of Ferry a millisecond.
//
// Reads lines from stdin; what is not one of these is copied:
//   @a64 ADDRESS WORD [TEXT]    one AArch64 instruction; TEXT, our own name
//                               for it, is shown where capstone knows none
//   @x64 ADDRESS BYTES          x86-64 code, two digits a byte
// ADDRESS and WORD are hexadecimal without a prefix.

#include <capstone/capstone.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static csh guest_handle;
static csh host_handle;

// Parses a hexadecimal number and the blanks behind it.
static bool hex_parse(char **at, uint64_t *value)
{
    char *end;
    errno = 0;
    *value = strtoull(*at, &end, 16);
    if (end == *at || errno != 0 || (*end != ' ' && *end != 0))
        return false;
    *at = end + strspn(end, " ");
    return true;
}

// A line `@a64 ...` without its tag; false if it is malformed.
static bool guest_line_print(char *line)
{
    uint64_t address, word;
    cs_insn *insn;
    if (!hex_parse(&line, &address) || !hex_parse(&line, &word) ||
        word > UINT32_MAX)
        return false;
    uint8_t code[4] = {(uint8_t)word, (uint8_t)(word >> 8),
                       (uint8_t)(word >> 16), (uint8_t)(word >> 24)};
    printf("%12" PRIx64 ":  %08" PRIx64 "  ", address, word);
    if (cs_disasm(guest_handle, code, sizeof(code), address, 1, &insn) == 1) {
        printf("%s %s\n", insn->mnemonic, insn->op_str);
        cs_free(insn, 1);
    } else {
        printf("%s\n", *line ? line : ".inst");
    }
    return true;
}

// Reads pairs of digits into a new buffer; NULL if they are none.
static uint8_t *bytes_parse(const char *digits, size_t *size)
{
    *size = strlen(digits) / 2;
    uint8_t *code = malloc(*size + 1);
    for (size_t i = 0; code && i < *size; i++) {
        unsigned int byte;
        if (sscanf(digits + 2 * i, "%2x", &byte) != 1) {
            free(code);
            return NULL;
        }
        code[i] = (uint8_t)byte;
    }
    return code;
}

static void bytes_print(const uint8_t *code, size_t size)
{
    for (size_t i = 0; i < size; i++)
        printf("%02x", code[i]);
    printf("%*s", size < 11 ? (int)(24 - 2 * size) : 2, "");
}

// A line `@x64 ...` without its tag; false if it is malformed. A byte that
// capstone can't take is shown as data.
static bool host_line_print(char *line)
{
    uint64_t address;
    size_t size;
    if (!hex_parse(&line, &address))
        return false;
    uint8_t *code = bytes_parse(line, &size);
    if (!code)
        return false;
    const uint8_t *at = code;
    cs_insn *insn = cs_malloc(host_handle);
    while (insn && size > 0) {
        const uint8_t *start = at;
        printf("%16" PRIx64 ":  ", address);
        if (cs_disasm_iter(host_handle, &at, &size, &address, insn)) {
            bytes_print(start, insn->size);
            printf("%s %s\n", insn->mnemonic, insn->op_str);
        } else {
            bytes_print(start, 1);
            printf(".byte\n");
            at = start + 1;
            address++;
            size--;
        }
    }
    cs_free(insn, 1);
    free(code);
    return true;
}

static void line_print(char *line)
{
    if (strncmp(line, "@a64 ", 5) == 0 && guest_line_print(line + 5))
        return;
    if (strncmp(line, "@x64 ", 5) == 0 && host_line_print(line + 5))
        return;
    printf("%s\n", line);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    if (cs_open(CS_ARCH_ARM64, CS_MODE_ARM, &guest_handle) != CS_ERR_OK ||
        cs_open(CS_ARCH_X86, CS_MODE_64, &host_handle) != CS_ERR_OK) {
        fprintf(stderr, "ferry-disas: capstone lacks AArch64 or x86-64\n");
        return 1;
    }
    cs_option(host_handle, CS_OPT_SYNTAX, CS_OPT_SYNTAX_INTEL);
    setvbuf(stdout, NULL, _IOLBF, 0);
    while ((length = getline(&line, &room, stdin)) > 0) {
        if (line[length - 1] == '\n')
            line[length - 1] = 0;
        line_print(line);
    }
    free(line);
    return ferror(stdout) != 0;
}
