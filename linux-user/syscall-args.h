// SPDX-License-Identifier: MIT
/*
 * What generated calls do with their arguments (doc/syscalls.md).
 *
 * A pointer that may not be the guest's is not answered with EFAULT here: it
 * is replaced by one that faults, and the host's kernel answers, in its own
 * order of checks.  A guest thread that changes an iovec between this check
 * and the kernel's reading can harm only itself: Ferry guards against errors,
 * not against a guest that attacks its own process.
 */
#ifndef FERRY_SYSCALL_ARGS_H
#define FERRY_SYSCALL_ARGS_H

#include "linux-user/files.h"
#include "linux-user/guest-memory.h"

/* In no process's half of the address space. */
#define GUEST_BAD_POINTER UINT64_C(0xffff800000000000)

/* addr, if [addr, addr+len) may be the guest's; without its tag. */
static inline uint64_t arg_pointer(const struct task *t, uint64_t addr,
                                   uint64_t len)
{
    return guest_range_ok(t, addr, len) ? guest_address(t, addr)
                                        : GUEST_BAD_POINTER;
}

/* The same for what is no pointer to follow, but a place to do something to. */
static inline uint64_t arg_place(const struct task *t, uint64_t addr,
                                 uint64_t len)
{
    return arg_pointer(t, guest_place(t, addr), len);
}

/*
 * A pointer within a struct becomes what was found in its place; false if that
 * is a bad one.
 */
static inline bool arg_fits(uint64_t *pointer, uint64_t found, bool *changed)
{
    if (*pointer == found)
        return true;
    *pointer = found;
    *changed = true;
    return found != GUEST_BAD_POINTER;
}

/* The same for n elements of size bytes. */
static inline uint64_t arg_array(const struct task *t, uint64_t addr,
                                 uint64_t n, uint64_t size)
{
    uint64_t len;

    if (__builtin_mul_overflow(n, size, &len))
        return GUEST_BAD_POINTER;
    return arg_pointer(t, addr, len);
}

/* A signed count; the kernel refuses one below 0 before it looks further. */
static inline uint64_t arg_count(int64_t n)
{
    return n < 0 ? 0 : (uint64_t)n;
}

/* The count that a word of the guest's holds; 0 if it can't be read. */
static inline uint64_t arg_count_at(struct task *t, uint64_t addr)
{
    int32_t n;

    return guest_read(t, &n, addr, sizeof n) ? 0 : arg_count(n);
}

/* Bytes of a set of n bits, in words of 64; of a byte for each page. */
static inline uint64_t arg_bits(uint64_t n)
{
    return n / 64 * 8 + (n % 64 ? 8 : 0);
}

static inline uint64_t arg_pages(uint64_t n)
{
    return n / 4096 + (n % 4096 != 0);
}

/* The timeout of a wait; what is left of it if the call is made again. */
static inline uint64_t arg_timeout(const struct task *t, uint64_t pointer)
{
    return t->wait.replaced ? (uintptr_t)t->wait.left : pointer;
}

/* The same in milliseconds, which the kernel rounds up too. */
static inline uint64_t arg_timeout_ms(const struct task *t, uint64_t ms)
{
    const int64_t *left = t->wait.left;

    if (!t->wait.replaced)
        return ms;
    return (uint64_t)(left[0] * 1000 + (left[1] + 999999) / 1000000);
}

/* Is the descriptor Ferry's own?  The guest then sees EBADF. */
static inline bool arg_fd_hidden(const struct task *t, int32_t fd)
{
    const struct files *files = t->files;

    for (unsigned i = 0; i < files->own_count; i++)
        if (files->own[i] == fd)
            return true;
    return false;
}

/* The guest got the descriptor fd; those of Ferry's near it make way. */
static inline void arg_fd_made(struct task *t, int32_t fd)
{
    if (t->files->own_count)
        files_make_way(t->files, fd);
}

/* The same for the n that the kernel has written at addr. */
static inline void arg_fds_made(struct task *t, uint64_t addr, unsigned n)
{
    int32_t fd;

    for (unsigned i = 0; i < n && t->files->own_count; i++)
        if (!guest_read(t, &fd, addr + i * sizeof fd, sizeof fd))
            arg_fd_made(t, fd);
}

#endif
