// SPDX-License-Identifier: MIT
/*
 * host_syscall() with the call's bare name and only the arguments it has:
 *     HOST(openat, AT_FDCWD, name, O_RDONLY)
 */
#ifndef FERRY_HOSTCALL_H
#define FERRY_HOSTCALL_H

#include "host.h"

#include <sys/syscall.h>

#define HOST(name, ...) \
    HOST_6(SYS_##name __VA_OPT__(, ) __VA_ARGS__, 0, 0, 0, 0, 0, 0)
#define HOST_6(nr, a, b, c, d, e, f, ...)                                   \
    host_syscall(nr, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), \
                 (long)(f))

#endif
