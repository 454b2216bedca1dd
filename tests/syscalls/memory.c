// SPDX-License-Identifier: MIT
/* Mappings, brk, shared memory. */
#include "show.h"

#include <setjmp.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/shm.h>

#define PAGE 4096L

static sigjmp_buf jump;
static volatile int fault_signal, fault_code;

static void on_fault(int sig, siginfo_t *info, void *context)
{
    (void)context;
    fault_signal = sig;
    fault_code = info->si_code;
    siglongjmp(jump, 1);
}

/* What reading or writing p does: 0, or the signal and its code. */
static void touch(const char *text, volatile char *p, int write)
{
    fault_signal = fault_code = 0;
    if (!sigsetjmp(jump, 1)) {
        if (write)
            *p = 1;
        else
            (void)*p;
    }
    printf("%s: signal %d code %d\n", text, fault_signal, fault_code);
}

#ifndef __NR_mseal
#    define __NR_mseal 462
#endif

static void show_sealed(void)
{
    char *p = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(syscall(__NR_mseal, p, PAGE, 1L));
    SHOW(syscall(__NR_mseal, p + 1, PAGE, 0L));
    SHOW(syscall(__NR_mseal, p, 0L, 0L));
    SHOW(syscall(__NR_mseal, p, 2 * PAGE, 0L));
    SHOW(munmap(p, PAGE));
    SHOW(mprotect(p, PAGE, PROT_READ));
    SHOW((long)mremap(p, PAGE, 3 * PAGE, MREMAP_MAYMOVE));
    SHOW((long)mmap(p, PAGE, PROT_READ,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
    touch("sealed", p, 1);
    SHOW(munmap(p + 2 * PAGE, 2 * PAGE));
}

/* Key -1 is no key; whether there is a key 0 depends on the processor. */
static void show_keys(void)
{
    char *p = mmap(NULL, PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(syscall(__NR_pkey_mprotect, p, PAGE, (long)PROT_READ, -1L));
    touch("read-only", p, 1);
    SHOW(syscall(__NR_pkey_mprotect, p, PAGE, (long)PROT_READ, 7L));
    SHOW(munmap(p, PAGE));
}

static void show_map(void)
{
    char *p = mmap(NULL, 8 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(p != MAP_FAILED);
    touch("fresh", p, 1);
    SHOW(mprotect(p, PAGE, PROT_READ));
    touch("read of read-only", p, 0);
    touch("write of read-only", p, 1);
    SHOW(mprotect(p, PAGE, PROT_NONE));
    touch("read of none", p, 0);
    SHOW(munmap(p + PAGE, PAGE));
    touch("read of unmapped", p + PAGE, 0);
    SHOW(mprotect(p, 3 * PAGE, PROT_READ));
    SHOW(mprotect(p + 1, PAGE, PROT_READ));
    SHOW(mprotect(p, PAGE, 0x100));
    SHOW(munmap(p + 1, PAGE));
    SHOW(munmap(p, 0));
    SHOW(munmap((void *)(1L << 62), PAGE));
    SHOW(mmap(p + PAGE, PAGE, PROT_READ,
              MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == p + PAGE);
    SHOW(mmap(p, PAGE, PROT_READ,
              MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1,
              0) == MAP_FAILED);
    printf("%s\n", strerrorname_np(errno));
    SHOW((long)mmap(p + 1, PAGE, PROT_READ,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
    SHOW((long)mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_ANONYMOUS, -1, 0));
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, -1, 0));
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, 99, 0));
    SHOW((long)mmap(NULL, 1L << 62, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                    0));
    SHOW(munmap(p, 8 * PAGE));
    SHOW(munmap(p, 8 * PAGE));
}

static void show_files(void)
{
    int fd = open("file", O_RDWR | O_CREAT, 0600);
    ftruncate(fd, 3 * PAGE + 100);
    pwrite(fd, "hello", 5, PAGE);
    char *p = mmap(NULL, 5 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    SHOW(memcmp(p + PAGE, "hello", 5));
    memcpy(p, "world", 5);
    char buf[8] = "";
    pread(fd, buf, 5, 0);
    printf("%s\n", buf);
    touch("behind the end in the last page", p + 3 * PAGE + 200, 0);
    touch("behind the last page", p + 4 * PAGE, 0);
    SHOW(msync(p, PAGE, MS_SYNC));
    SHOW(msync(p + 1, PAGE, MS_SYNC));
    char *q = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, PAGE);
    q[0] = 'J';
    printf("%c %c\n", p[PAGE], q[0]);
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 100));
    int ro = open("file", O_RDONLY);
    SHOW((long)mmap(NULL, PAGE, PROT_WRITE, MAP_SHARED, ro, 0));
    int wo = open("file", O_WRONLY);
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, wo, 0));
    SHOW(madvise(p, PAGE, MADV_DONTNEED));
    SHOW(madvise(p + 1, PAGE, MADV_DONTNEED));
    SHOW(madvise(p, PAGE, 12345));
    unsigned char vec[8];
    SHOW(mincore(p, 2 * PAGE, vec));
    SHOW(mincore(p + 1, PAGE, vec));
    munmap(p, 5 * PAGE);
    close(fd);
}

static void show_remap(void)
{
    char *p = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    strcpy(p, "first");
    strcpy(p + 3 * PAGE, "last");
    SHOW(mremap(p, 4 * PAGE, 2 * PAGE, 0) == p);
    touch("cut off", p + 3 * PAGE, 0);
    char *q = mremap(p, 2 * PAGE, 64 * PAGE, MREMAP_MAYMOVE);
    SHOW(q != MAP_FAILED && strcmp(q, "first") == 0);
    touch("grown", q + 63 * PAGE, 1);
    char *to =
        mmap(NULL, 8 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(mremap(q, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) ==
         to);
    printf("%s\n", to);
    touch("moved away", q, 0);
    SHOW((long)mremap(to, 4 * PAGE, 0, 0));
    SHOW((long)mremap(to + 1, PAGE, PAGE, 0));
    SHOW((long)mremap(q, PAGE, PAGE, 0));
    SHOW((long)mremap(to, PAGE, PAGE, 99));
}

static void show_brk(void)
{
    char *now = sbrk(0);
    SHOW(sbrk(100000) == now);
    touch("brk", now + 99999, 1);
    SHOW(brk(now));
    SHOW(brk((void *)8));
    SHOW(sbrk(0) == now);
    SHOW((long)sbrk(1L << 50));
}

static void show_ipc(void)
{
    int id = shmget(IPC_PRIVATE, 2 * PAGE, IPC_CREAT | 0600);
    char *p = shmat(id, NULL, 0);
    SHOW(p != (void *)-1);
    char *q = shmat(id, NULL, SHM_RDONLY);
    strcpy(p, "shared");
    printf("%s\n", q);
    touch("read-only", q, 1);
    struct shmid_ds ds;
    SHOW(shmctl(id, IPC_STAT, &ds));
    printf("%ld attached %ld bytes %o\n", (long)ds.shm_nattch,
           (long)ds.shm_segsz, ds.shm_perm.mode);
    SHOW(shmdt(p));
    SHOW(shmdt(p));
    SHOW(shmctl(id, IPC_RMID, NULL));
    SHOW(shmdt(q));
    SHOW((long)shmat(id, NULL, 0));
    unsigned short vals[3] = {1, 2, 3};
    int sem = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600);
    SHOW(semctl(sem, 0, SETALL, vals));
    SHOW(semctl(sem, 2, GETVAL));
    struct sembuf op = {1, -2, IPC_NOWAIT};
    SHOW(semop(sem, &op, 1));
    SHOW(semop(sem, &op, 1));
    SHOW(semctl(sem, 0, GETALL, vals));
    printf("%d %d %d\n", vals[0], vals[1], vals[2]);
    struct semid_ds sds;
    SHOW(semctl(sem, 0, IPC_STAT, &sds));
    printf("%ld\n", (long)sds.sem_nsems);
    SHOW(semctl(sem, 0, IPC_RMID));
    SHOW(semctl(sem, 0, GETALL, vals));
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
    sigaction(SIGSEGV, &sa, NULL);
    sigaction(SIGBUS, &sa, NULL);
    show_in_directory();
    show_map();
    show_sealed();
    show_keys();
    show_files();
    show_remap();
    show_brk();
    show_ipc();
    SHOW(mlock(&jump, 100));
    SHOW(munlock(&jump, 100));
    SHOW(mlockall(0));
    SHOW(mlockall(99));
    SHOW(munlockall());
    return 0;
}
