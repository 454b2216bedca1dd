// SPDX-License-Identifier: MIT
/* The file of known differences. */
#include "target/aarch64/a64-decode.gen.h"
#include "tests/diff/diff.h"

#include <stdio.h>
#include <string.h>

static uint8_t exceptions[A64_OP_COUNT];

static int row_named(const char *name)
{
    for (int row = 0; row < A64_OP_COUNT; row++)
        if (!strcmp(a64_rows[row].name, name))
            return row;
    return -1;
}

static unsigned what_named(const char *name)
{
    static const char *const names[] = {"skip", "fpsr", "memory", "outcome"};
    for (unsigned n = 0; n < ARRAY_SIZE(names); n++)
        if (!strcmp(name, names[n]))
            return 1u << n;
    return 0;
}

bool exceptions_read(const char *path)
{
    char line[512], row_name[64], what_name[16];
    FILE *f = fopen(path, "r");
    bool ok = f != NULL;
    for (unsigned number = 1; ok && fgets(line, sizeof(line), f); number++) {
        int reason = 0;
        if (line[0] == '#' || line[0] == '\n')
            continue;
        sscanf(line, "%63s %15s %n", row_name, what_name, &reason);
        int row = row_named(row_name);
        unsigned what = what_named(what_name);
        ok = row >= 0 && what && reason && line[reason] != '\n';
        if (ok)
            exceptions[row] |= (uint8_t)what;
        else
            fprintf(stderr, "%s:%u: not `ROW WHAT REASON`\n", path, number);
    }
    if (f)
        fclose(f);
    return ok;
}

unsigned exceptions_of(int row)
{
    return row < 0 ? 0 : exceptions[row];
}
