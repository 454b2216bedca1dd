// SPDX-License-Identifier: MIT
/* Mappings, brk, shared memory. */
#include "show.h"

#include <setjmp.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/resource.h>
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
    SHOW((long)mmap(p, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
                    -1, 0));
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
    SHOW(munmap((void *)(-4L * PAGE), PAGE));
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

/* Is the mapping at p locked, and its first page there? */
static void show_locked(const char *text, const void *p)
{
    FILE *f = fopen("/proc/self/smaps", "r");
    char line[512];
    unsigned long start, end, at = (unsigned long)p;
    int here = 0, locked = -1;
    unsigned char page = 9;
    while (fgets(line, sizeof line, f)) {
        if (sscanf(line, "%lx-%lx ", &start, &end) == 2 && line[0] != 'V')
            here = start <= at && at < end;
        else if (here && strncmp(line, "VmFlags:", 8) == 0)
            locked = strstr(line, " lo") != NULL;
    }
    fclose(f);
    mincore((void *)(at & -PAGE), PAGE, &page);
    printf("  %s: locked %d, there %d\n", text, locked, page & 1);
}

static char *map_pages(int n, int prot, int flags)
{
    return mmap(NULL, n * PAGE, prot, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1,
                0);
}

/* What is mapped after mlockall(MCL_FUTURE). */
static void show_future_maps(void)
{
    char *p = map_pages(4, PROT_READ | PROT_WRITE, 0);
    show_locked("mapping", p);
    p = map_pages(4, PROT_NONE, 0);
    show_locked("mapping without access", p);
    p = mmap(p, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
             0);
    show_locked("mapping put there", p);
    char *now = sbrk(0);
    now = (char *)(((unsigned long)now + PAGE - 1) & -PAGE);
    SHOW(brk(now + 2 * PAGE));
    show_locked("break", now);
    SHOW(brk(now));
    int id = shmget(IPC_PRIVATE, 2 * PAGE, IPC_CREAT | 0600);
    p = shmat(id, NULL, 0);
    shmctl(id, IPC_RMID, NULL);
    show_locked("segment", p);
    shmdt(p);
}

static void show_future_limit(void)
{
    struct rlimit few = {16 * PAGE, 16 * PAGE};
    setrlimit(RLIMIT_MEMLOCK, &few);
    if (geteuid() == 0)
        SHOW(setresuid(65534, 65534, 65534));
    SHOW(mlockall(MCL_FUTURE));
    SHOW_OK(map_pages(32, PROT_READ, 0));
    SHOW_OK(map_pages(4, PROT_READ, 0));
    char *now = sbrk(0);
    SHOW(brk(now + 32 * PAGE));
    SHOW(sbrk(0) == now);
    SHOW(mlockall(MCL_FUTURE | MCL_ONFAULT));
    SHOW_OK(map_pages(32, PROT_READ, 0));
    SHOW_OK(map_pages(4, PROT_READ, 0));
    few.rlim_cur = 0;
    SHOW(setrlimit(RLIMIT_MEMLOCK, &few));
    SHOW(mlockall(MCL_FUTURE));
    SHOW(munlockall());
}

static void show_future(void)
{
    printf("mlockall\n");
    SHOW(mlockall(MCL_FUTURE));
    show_future_maps();
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        show_locked("in the child", map_pages(1, PROT_READ | PROT_WRITE, 0));
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    SHOW(mlockall(MCL_FUTURE | MCL_ONFAULT));
    show_future_maps();
    SHOW(mlockall(MCL_ONFAULT));
    SHOW(munlockall());
    show_locked("later", map_pages(1, PROT_READ | PROT_WRITE, 0));
    fflush(stdout);
    pid = fork();
    if (pid == 0) {
        show_future_limit();
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
}

/* RLIMIT_AS holds for all that maps. */
static void show_limit(void)
{
    struct rlimit limit = {1ul << 30, 1ul << 31};
    int id = shmget(IPC_PRIVATE, 1ul << 30, IPC_CREAT | 0600);
    if (fork() == 0) {
        setrlimit(RLIMIT_AS, &limit);
        char *p =
            mmap(NULL, 1 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        SHOW(mmap(NULL, 1ul << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                  0));
        SHOW(mremap(p, 1 << 20, 1ul << 30, MREMAP_MAYMOVE));
        SHOW(mremap(p, 1 << 20, 1ul << 30, 0));
        SHOW_OK(mremap(p, 1 << 20, 1ul << 21, MREMAP_MAYMOVE));
        SHOW(shmat(id, NULL, 0));
        exit(0);
    }
    wait(NULL);
    shmctl(id, IPC_RMID, NULL);
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
    show_future();
    show_limit();
    return 0;
}
