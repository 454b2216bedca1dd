// SPDX-License-Identifier: MIT
/* From a guest's call number to its result; see syscall.h. */
#include "syscall.h"

#include "files.h"
#include "hostcall.h"
#include "log.h"
#include "report.h"
#include "syscall-args.h"
#include "sysdesc.h"
#include "task.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>

_Static_assert(SYSCALL_UNDONE == HOST_SYSCALL_UNDONE,
               "the window's answer is the dispatcher's");

long syscall_window(struct task *t, long nr, uint64_t a, uint64_t b, uint64_t c,
                    uint64_t d, uint64_t e, uint64_t f)
{
    return host_syscall_window(&t->cpu->kick, nr, (long)a, (long)b, (long)c,
                               (long)d, (long)e, (long)f);
}

static long unknown(struct task *t, uint64_t nr, const uint64_t args[6])
{
    report_syscall_unknown(t, nr, args);
    if (log_enabled(LOG_UNIMP))
        log_fmt("system call %lu is unknown\n", nr);
    return -ENOSYS;
}

static void show_refusal(const struct sysdesc *d)
{
    if (!log_enabled(LOG_UNIMP))
        return;
    log_fmt("%s: %s (%s)\n", sys_string(d->name),
            d->how == SYS_SUB ? "no such command" : sys_string(d->why),
            sys_string(d->where));
}

long syscall_refuse(const struct sysdesc *d, struct task *t,
                    const uint64_t args[6])
{
    int fd = (int)args[0], type, len = sizeof type;
    if (d->how != SYS_SUB || sys_args[d->arg].kind != SK_FD)
        return -(long)d->err;
    if (arg_fd_hidden(t, fd))
        return -EBADF;
    long err = d->err == ENOPROTOOPT
                   ? HOST(getsockopt, fd, SOL_SOCKET, SO_TYPE, &type, &len)
                   : HOST(fcntl, fd, F_GETFD);
    return err < 0 ? err : -(long)d->err;
}

long syscall_dispatch(struct task *t, uint64_t nr, const uint64_t args[6])
{
    const struct sysdesc *d = syscall_find(t->abi->syscalls, nr);
    if (!d)
        return unknown(t, nr, args);
    d = syscall_leaf(d, args);
    report_syscall_entry(t, d, args);
    if (d->how == SYS_NONE || d->how == SYS_SUB)
        show_refusal(d);
    long result;
    wait_begin(t, d, args);
    do {
        result = syscall_call(d, t, args);
        tagged_finish(t);
    } while (wait_again(t, d, &result));
    wait_end(t, d, args);
    if (d->ret == SK_NEWFD && result >= 0)
        files_make_way(t->files, (int)result);
    report_syscall_exit(t, d, args, result);
    return result;
}
