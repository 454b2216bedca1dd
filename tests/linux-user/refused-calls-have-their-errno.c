// SPDX-License-Identifier: MIT
/*
 * Calls that Ferry refuses, or answers in the host's place: what a program
 * gets is what arm64's kernel says where the feature is not configured or the
 * processor lacks it (the manual pages, arch/arm64), so that it does without.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A call that must fail with that errno. */
#define REFUSED(error, ...) \
    (errno = 0, CHECK(syscall(__VA_ARGS__) == -1), CHECK(errno == (error)))

static void check_refused(void)
{
    uint64_t words[32] = {0};
    REFUSED(ENOSYS, SYS_seccomp, 1, 0, words);
    REFUSED(EINVAL, SYS_prctl, PR_SET_SECCOMP, 2, words, 0, 0);
    REFUSED(EINVAL, SYS_prctl, PR_GET_SECCOMP, 0, 0, 0, 0);
    REFUSED(EPERM, SYS_ptrace, 0, 0, 0, 0);
    REFUSED(ENOSYS, SYS_rseq, words, 32, 0, 0xd428bc00);
    REFUSED(ENOSYS, SYS_io_uring_setup, 8, words);
    REFUSED(ENOSYS, SYS_io_uring_enter, 0, 0, 0, 0, 0, 0);
    REFUSED(ENOSYS, SYS_io_uring_register, 0, 0, words, 0);
    REFUSED(ENOSYS, SYS_landlock_create_ruleset, NULL, 0, 1);
    REFUSED(ENOSYS, SYS_landlock_add_rule, 0, 1, words, 0);
    REFUSED(ENOSYS, SYS_landlock_restrict_self, 0, 0);
    REFUSED(EPERM, SYS_prctl, PR_SET_MM, 1, 4096, 0, 0);
    REFUSED(EINVAL, SYS_prctl, 59 /* SYSCALL_USER_DISPATCH */, 1, 0, 0, 0);
    REFUSED(ENOSYS, SYS_lookup_dcookie, 0, words, 8);
    REFUSED(ENOSYS, SYS_nfsservctl, 0, 0, 0);
    REFUSED(EINTR, SYS_restart_syscall);
}

/* Features of a processor that this one has not. */
static void check_processor(void)
{
    char *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REFUSED(ENOSPC, SYS_pkey_alloc, 0, 0);
    REFUSED(EINVAL, SYS_pkey_free, 1);
    REFUSED(EINVAL, SYS_pkey_mprotect, p, 4096, PROT_READ, 1);
    REFUSED(EOPNOTSUPP, 453 /* map_shadow_stack */, 0, 4096, 0);
    REFUSED(EINVAL, SYS_prctl, PR_SVE_GET_VL, 0, 0, 0, 0);
    REFUSED(EINVAL, SYS_prctl, PR_PAC_RESET_KEYS, 0, 0, 0, 0);
    REFUSED(EINVAL, SYS_personality, PER_LINUX32);
    REFUSED(EINVAL, SYS_personality, PER_LINUX32 | ADDR_NO_RANDOMIZE);
    CHECK(personality(0xffffffff) != PER_LINUX32);
}

/* Counters of events that only a PMU sees: there is none. */
static void check_counters(void)
{
    struct perf_event_attr a = {.size = sizeof a};
    for (a.type = 0; a.type < 10; a.type++) {
        if (a.type == PERF_TYPE_SOFTWARE || a.type == PERF_TYPE_TRACEPOINT)
            continue;
        REFUSED(ENOENT, SYS_perf_event_open, &a, 0, -1, -1, 0);
    }
    a.type = PERF_TYPE_SOFTWARE;
    a.sample_period = 1;
    REFUSED(EOPNOTSUPP, SYS_perf_event_open, &a, 0, -1, -1, 0);
}

static void check_counter_mode(void)
{
    int mode = 0;
    CHECK(prctl(PR_GET_TSC, &mode) == 0 && mode == PR_TSC_ENABLE);
    CHECK(prctl(PR_SET_TSC, PR_TSC_ENABLE) == 0);
    CHECK(prctl(PR_SET_TSC, 99) == -1 && errno == EINVAL);
    CHECK(prctl(PR_GET_TSC, 8) == -1 && errno == EFAULT);
}

int main(void)
{
    check_refused();
    check_processor();
    check_counters();
    check_counter_mode();
    return check_result();
}
