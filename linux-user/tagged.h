// SPDX-License-Identifier: MIT
/*
 * Pointers with tags in system calls: AArch64's tagged address ABI
 * (Documentation/arch/arm64/tagged-address-abi.rst), a property of each thread
 * that prctl sets.
 *
 * A kernel ignores tags wherever it follows a pointer.  The host's does not,
 * so they are dropped before it sees one: those of arguments where they are
 * checked, those within structs in copies that the kernel is given in place of
 * the guest's.  What it has written there is brought back behind the call.
 */
#ifndef FERRY_TAGGED_H
#define FERRY_TAGGED_H

#include "arena.h"
#include "types.h"

struct task;
struct arg_copy;

struct tagged {
    bool abi; /* PR_TAGGED_ADDR_ENABLE */
    /* Of the call under way. */
    struct arena arena;
    struct arg_copy *copies;
};

/*
 * A copy of the guest's bytes at addr, which has no tag; NULL if they can't be
 * read, or there is no memory.  The caller changes it and seals it: then it
 * may be given to the kernel, and is read by guest_read() at its own address.
 */
void *tagged_copy(struct task *t, gaddr_t addr, uint64_t bytes);
uint64_t tagged_seal(struct task *t, void *copy);
/* Is [addr, addr+len) within a copy? */
bool tagged_holds(const struct task *t, gaddr_t addr, uint64_t len);
/* The list of strings, or a copy if one of them has a tag. */
gaddr_t tagged_strings(struct task *t, gaddr_t list);
/* Behind a call: what the kernel wrote to copies becomes the guest's. */
void tagged_finish(struct task *t);

#endif
