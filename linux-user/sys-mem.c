// SPDX-License-Identifier: MIT
/* Memory calls: uspace lays the guest's space out. */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"

#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/uio.h>

long sys_mmap(struct task *t, gaddr_t addr, uint64_t n, struct prot_flags prot,
              struct mmap_flags flags, int32_t fd, int64_t off)
{
    if (!(flags.bits & GUEST_MAP_ANONYMOUS) && arg_fd_hidden(t, fd))
        return -EBADF;
    return uspace_mmap(t, addr, n, (int)prot.bits, (int)flags.bits, fd,
                       (uint64_t)off);
}

long sys_munmap(struct task *t, gaddr_t addr, uint64_t n)
{
    return uspace_munmap(t, guest_place(t, addr), n);
}

long sys_mremap(struct task *t, gaddr_t addr, uint64_t old, uint64_t new,
                struct mremap_flags flags, gaddr_t to)
{
    if (flags.bits > INT32_MAX)
        return -EINVAL;
    return uspace_mremap(t, guest_place(t, addr), old, new, (int)flags.bits,
                         to);
}

long sys_mprotect(struct task *t, gaddr_t addr, uint64_t n,
                  struct prot_flags prot)
{
    if (n && prot.bits > INT32_MAX)
        return -EINVAL;
    return uspace_mprotect(t, guest_place(t, addr), n, (int)prot.bits);
}

/* Only the key that all memory has: -cpu max has no S1POE. */
long sys_pkey_mprotect(struct task *t, gaddr_t addr, uint64_t n,
                       struct prot_flags prot, int32_t key)
{
    if (n && ((key != -1 && key != 0) || prot.bits > INT32_MAX))
        return -EINVAL;
    return uspace_mprotect(t, guest_place(t, addr), n, (int)prot.bits);
}

long sys_brk(struct task *t, gaddr_t addr)
{
    return (long)uspace_brk(t, addr);
}

long sys_madvise(struct task *t, gaddr_t addr, uint64_t n, int32_t advice)
{
    return uspace_madvise(t, guest_place(t, addr), n, advice);
}

/* Maybe of another process, which runs other code. */
long sys_process_madvise(struct task *t, int32_t pidfd, gaddr_t iov, uint64_t n,
                         int32_t advice, uint32_t flags)
{
    struct iovec v;
    long r = HOST(process_madvise, pidfd, iov, n, advice, flags), left = r;
    for (; left > 0 && uspace_advice_drops(advice); iov += sizeof v) {
        if (guest_read(t, &v, iov, sizeof v))
            break;
        uspace_dropped(t, (uintptr_t)v.iov_base, v.iov_len);
        left -= (long)v.iov_len;
    }
    return r;
}

long sys_remap_file_pages(struct task *t, gaddr_t addr, uint64_t n,
                          uint64_t prot, uint64_t page, uint64_t flags)
{
    return uspace_remap_file_pages(t, addr, n, prot, page, flags);
}

/* As the kernel answers for what is not a program's. */
long sys_ioctl_UFFDIO_REGISTER(struct task *t, int32_t fd, int32_t cmd,
                               gaddr_t reg)
{
    struct abi_uffdio_register r;
    if (!guest_read(t, &r, reg, sizeof r) &&
        !guest_range_ok(t, r.range.start, r.range.len))
        return -EINVAL;
    return HOST(ioctl, fd, cmd, reg);
}

/* What is moved away was maybe code. */
long sys_ioctl_UFFDIO_MOVE(struct task *t, int32_t fd, int32_t cmd,
                           gaddr_t move)
{
    struct abi_uffdio_copy m;
    long r = HOST(ioctl, fd, cmd, move);
    if (!guest_read(t, &m, move, sizeof m))
        uspace_dropped(t, m.src, m.len);
    return r;
}

long sys_mlockall(struct task *t, struct mlockall_flags flags)
{
    return uspace_lock_all(t, flags.bits);
}

long sys_munlockall(struct task *t)
{
    return uspace_unlock_all(t);
}

long sys_shmat(struct task *t, int32_t id, gaddr_t addr,
               struct shmat_flags flags)
{
    return uspace_shmat(t, id, addr, (int)flags.bits);
}

long sys_shmdt(struct task *t, gaddr_t addr)
{
    return uspace_shmdt(t, addr);
}

/* The array's length is known to the kernel alone. */
static long semctl_all(struct task *t, int id, int num, int cmd, gaddr_t vals)
{
    struct semid_ds ds;
    long r = HOST(semctl, id, 0, IPC_STAT, &ds);
    if (r == -EACCES)
        ds.sem_nsems = 32000; /* may not be asked: the most there can be */
    else if (r < 0)
        return r;
    return HOST(semctl, id, num, cmd, arg_array(t, vals, ds.sem_nsems, 2));
}

long sys_semctl_GETALL(struct task *t, int32_t id, int32_t num, int32_t cmd,
                       gaddr_t vals)
{
    return semctl_all(t, id, num, cmd, vals);
}

long sys_semctl_SETALL(struct task *t, int32_t id, int32_t num, int32_t cmd,
                       gaddr_t vals)
{
    return semctl_all(t, id, num, cmd, vals);
}
