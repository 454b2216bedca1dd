// SPDX-License-Identifier: MIT
/* A library's only function. */

const char *word(void);

const char *word(void)
{
    return "word";
}
