// SPDX-License-Identifier: MIT
/*
 * host_copy() says exactly how many bytes it did not copy, wherever a page
 * that can't be read or written begins, and the others are there.
 */
#define _GNU_SOURCE
#include "host.h"
#include "tests/linux-user/check.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>

#define PAGE 4096
#define MOST 150

static void fixup(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    greg_t *pc = &uc->uc_mcontext.gregs[REG_RIP];
    const void *go_on = host_fixup((const void *)*pc);

    (void)info;
    if (!go_on)
        signal(sig, SIG_DFL);
    else
        *pc = (greg_t)go_on;
}

/* A page, and behind it one without access. */
static char *page_before_hole(void)
{
    char *p = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    CHECK(p != MAP_FAILED && !mprotect(p + PAGE, PAGE, PROT_NONE));
    return p;
}

/* n bytes, of which the source has `readable` and the target `writable`. */
static void check_copy(char *from, char *to, size_t n, size_t readable,
                       size_t writable)
{
    size_t most = readable < writable ? readable : writable;
    size_t copied = n < most ? n : most;
    char *dst = to + PAGE - writable;
    const char *src = from + PAGE - readable;

    memset(to, 0, PAGE);
    CHECK(host_copy(dst, src, n) == n - copied);
    CHECK(!memcmp(dst, src, copied));
    CHECK(copied == writable || dst[copied] == 0);
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = fixup, .sa_flags = SA_SIGINFO};
    char *from = page_before_hole(), *to = page_before_hole();

    sigaction(SIGSEGV, &sa, NULL);
    for (int i = 0; i < PAGE; i++)
        from[i] = (char)(i % 255 + 1);
    for (size_t n = 0; n < MOST; n++)
        for (size_t have = 0; have < MOST; have++) {
            check_copy(from, to, n, have, PAGE);
            check_copy(from, to, n, PAGE, have);
            check_copy(from, to, n, have, have + 3);
            check_copy(from, to, n, have + 5, have);
        }
    return check_result();
}
