// SPDX-License-Identifier: MIT
/* The limits on memory: what counts, and which calls they stop. */
#include "show.h"

#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/shm.h>

#define PAGE 4096L
#define MIB  (1l << 20)

static void *map(size_t n, int prot, int flags)
{
    return mmap(NULL, n, prot, flags | MAP_ANONYMOUS, -1, 0);
}

/* Bytes that a kernel counts, by the mappings of /proc. */
static size_t counted(int data_alone)
{
    FILE *f = fopen("/proc/self/maps", "r");
    char line[512], rights[8];
    unsigned long start, end, sum = 0;
    while (fgets(line, sizeof line, f)) {
        sscanf(line, "%lx-%lx %7s", &start, &end, rights);
        if (!data_alone ||
            (rights[1] == 'w' && rights[3] == 'p' && !strstr(line, "[stack]")))
            sum += end - start;
    }
    fclose(f);
    return sum;
}

static void limit(int what, size_t more)
{
    size_t n = counted(what == RLIMIT_DATA) + more;
    struct rlimit rl = {n, n};
    SHOW(setrlimit(what, &rl));
}

static void show_address_space(void)
{
    int id = shmget(IPC_PRIVATE, 40 * MIB, IPC_CREAT | 0600);
    char *p = map(MIB, PROT_READ, MAP_SHARED), *top = sbrk(0);
    limit(RLIMIT_AS, 30 * MIB);
    SHOW_OK(map(40 * MIB, PROT_READ, MAP_SHARED));
    SHOW_OK(map(40 * MIB, PROT_NONE, MAP_PRIVATE | MAP_NORESERVE));
    SHOW_OK(map(20 * MIB, PROT_READ, MAP_SHARED));
    SHOW_OK(map(20 * MIB, PROT_READ, MAP_SHARED));
    SHOW_OK(mremap(p, MIB, 40 * MIB, MREMAP_MAYMOVE));
    SHOW_OK(mremap(p, MIB, 2 * MIB, MREMAP_MAYMOVE));
    SHOW(brk(top + 40 * MIB));
    SHOW(brk(top + MIB));
    SHOW_OK(shmat(id, NULL, 0));
    /* What is replaced does not count twice. */
    p = map(4 * MIB, PROT_READ, MAP_SHARED);
    SHOW_OK(p);
    SHOW_OK(mmap(p, 4 * MIB, PROT_READ, MAP_SHARED | MAP_FIXED | MAP_ANONYMOUS,
                 -1, 0));
    SHOW_OK(mmap(p, 4 * MIB, PROT_READ, MAP_SHARED | MAP_FIXED | MAP_ANONYMOUS,
                 -1, 0));
    SHOW(munmap(p, 4 * MIB));
    SHOW_OK(map(4 * MIB, PROT_READ, MAP_SHARED));
    SHOW(malloc(100 * MIB) != NULL);
    shmctl(id, IPC_RMID, NULL);
}

static void show_data(void)
{
    char *shared = map(20 * MIB, PROT_READ | PROT_WRITE, MAP_SHARED);
    char *ro = map(20 * MIB, PROT_READ, MAP_PRIVATE), *top = sbrk(0);
    char *p = map(MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    limit(RLIMIT_DATA, 10 * MIB);
    SHOW_OK(map(20 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE));
    SHOW_OK(map(20 * MIB, PROT_READ, MAP_PRIVATE));
    SHOW_OK(map(20 * MIB, PROT_READ | PROT_WRITE, MAP_SHARED));
    SHOW(mprotect(ro, 20 * MIB, PROT_READ | PROT_WRITE));
    SHOW(mprotect(ro, 2 * MIB, PROT_READ | PROT_WRITE));
    SHOW(mprotect(ro, 2 * MIB, PROT_READ));
    SHOW(mprotect(shared, 20 * MIB, PROT_READ));
    SHOW(mprotect(shared, 20 * MIB, PROT_READ | PROT_WRITE));
    SHOW_OK(mremap(p, MIB, 20 * MIB, MREMAP_MAYMOVE));
    SHOW_OK(mremap(p, MIB, 2 * MIB, MREMAP_MAYMOVE));
    SHOW(brk(top + 20 * MIB));
    SHOW(brk(top + MIB));
    SHOW(brk(top));
    SHOW_OK(map(4 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE));
    SHOW_OK(map(4 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE));
}

/* Limits go to children and over an exec; others ask and set them. */
static void show_heirs(const char *self)
{
    struct rlimit rl = {300 * MIB, 400 * MIB}, old;
    SHOW(setrlimit(RLIMIT_AS, &rl));
    rl.rlim_cur = 500 * MIB;
    SHOW(setrlimit(RLIMIT_AS, &rl));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        getrlimit(RLIMIT_AS, &old);
        printf("child %ld %ld\n", (long)old.rlim_cur / MIB,
               (long)old.rlim_max / MIB);
        fflush(stdout);
        execl("/proc/self/exe", self, "heir", NULL);
        _exit(1);
    }
    waitpid(pid, NULL, 0);
    rl = (struct rlimit){200 * MIB, 300 * MIB};
    SHOW(prlimit(getpid(), RLIMIT_AS, &rl, &old));
    printf("old %ld %ld\n", (long)old.rlim_cur / MIB, (long)old.rlim_max / MIB);
    SHOW(prlimit(0, RLIMIT_AS, NULL, &old));
    printf("now %ld %ld\n", (long)old.rlim_cur / MIB, (long)old.rlim_max / MIB);
}

int main(int argc, char **argv)
{
    struct rlimit rl;
    if (argc > 1) {
        getrlimit(RLIMIT_AS, &rl);
        printf("heir %ld %ld\n", (long)rl.rlim_cur / MIB,
               (long)rl.rlim_max / MIB);
        SHOW_OK(map(500 * MIB, PROT_READ, MAP_PRIVATE));
        SHOW_OK(map(50 * MIB, PROT_READ, MAP_PRIVATE));
        return 0;
    }
    show_in_child(show_address_space);
    show_in_child(show_data);
    show_heirs(argv[0]);
    return 0;
}
