// SPDX-License-Identifier: MIT
/*
 * The guest's main stack as the kernel leaves it for a new program
 * (fs/binfmt_elf.c, create_elf_tables).
 */
#ifndef FERRY_STACK_H
#define FERRY_STACK_H

#include "types.h"

struct task;

/* What the auxiliary vector says of the loaded program. */
struct stack_program {
    gaddr_t phdr, entry, interp_base;
    uint32_t phent, phnum;
    bool executable; /* PT_GNU_STACK asks for it */
    const char *execfn;
    const char *argv0; /* replaces argv[0], or NULL */
    char **argv, **envp;
};

/*
 * Maps the stack and writes it; records its places in t->mm and returns sp, or
 * -errno (-E2BIG: arguments and environment are too large for it).
 */
long stack_build(struct task *t, const struct stack_program *p);

#endif
