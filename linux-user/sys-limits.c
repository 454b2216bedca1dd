// SPDX-License-Identifier: MIT
/*
 * Resource limits and the machine's names.  The kernel keeps all limits but
 * those that would bind Ferry's own memory: once the guest sets RLIMIT_AS or
 * RLIMIT_DATA, they stand in the thread group and bind its mappings alone.
 */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "options.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "text.h"

#include <sys/resource.h>
#include <sys/utsname.h>

static bool limit_is_virtual(const struct tgroup *g, int what)
{
    return what >= 0 && what < 16 && (g->limits_virtual >> what & 1);
}

/* g's lock is held. */
static void make_virtual(struct tgroup *g, int what)
{
    if (limit_is_virtual(g, what))
        return;
    HOST(prlimit64, 0, what, 0, &g->limits[what]);
    g->limits_virtual |= 1u << what;
}

static long virtual_set(struct tgroup *g, int what,
                        const struct guest_rlimit *new)
{
    struct guest_rlimit *now = &g->limits[what];
    if (new->soft > new->hard)
        return -EINVAL;
    if (new->hard > now->hard && HOST(geteuid) != 0)
        return -EPERM;
    *now = *new;
    return 0;
}

long sys_prlimit64(struct task *t, int32_t pid, int32_t what, gaddr_t new,
                   gaddr_t old)
{
    struct tgroup *g = t->tgroup;
    struct guest_rlimit set, was;
    long err = 0;
    bool memory = what == RLIMIT_AS || what == RLIMIT_DATA;
    if (!memory || (pid && pid != g->tgid) ||
        (!new && !limit_is_virtual(g, what))) {
        err = HOST(prlimit64, pid, what, new, old);
        if (what == RLIMIT_CORE)
            core_watch(t);
        return err;
    }
    if (new &&guest_read(t, &set, new, sizeof set))
        return -EFAULT;
    lock_take(&g->lock);
    make_virtual(g, what);
    was = g->limits[what];
    if (new)
        err = virtual_set(g, what, &set);
    lock_drop(&g->lock);
    if (!err && old)
        err = guest_write(t, old, &was, sizeof was);
    return err;
}

long sys_getrlimit(struct task *t, int32_t what, gaddr_t old)
{
    return sys_prlimit64(t, 0, what, 0, old ? old : GUEST_BAD_POINTER);
}

long sys_setrlimit(struct task *t, int32_t what, gaddr_t new)
{
    return sys_prlimit64(t, 0, what, new ? new : GUEST_BAD_POINTER, 0);
}

static void name_copy(char *to, const char *from)
{
    size_t n = text_length(from);
    if (n > sizeof((struct utsname *)0)->release - 1)
        n = sizeof((struct utsname *)0)->release - 1;
    memcpy(to, from, n);
    to[n] = 0;
}

long sys_uname(struct task *t, gaddr_t buf)
{
    struct utsname name;
    long err = HOST(uname, &name);
    if (err)
        return err;
    name_copy(name.machine, t->abi->machine);
    if (options.uname)
        name_copy(name.release, options.uname);
    return guest_write(t, buf, &name, sizeof name);
}
