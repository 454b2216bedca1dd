// SPDX-License-Identifier: MIT
/*
 * Lets processes end in all ways that may leave a core, reads what they left,
 * and prints it without what is the machine's own: for the host and, under
 * Ferry, for the guest, which must be the same.  See cores-are-the-guests.sh.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/procfs.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096ul

#ifdef __aarch64__
#    define MACHINE EM_AARCH64
#else
#    define MACHINE EM_X86_64
#endif

static void must(int good, const char *what)
{
    if (good)
        return;
    printf("%s: %s\n", what, strerror(errno));
    exit(99);
}

/* The core that lies in the current directory. */
struct core {
    char name[256];
    struct stat st;
    char *data;
};

/* Takes it out of the directory; false: there is none. */
static int core_take(struct core *core)
{
    DIR *dir = opendir(".");
    struct dirent *e;
    int found = 0;

    must(dir != NULL, "opendir");
    while ((e = readdir(dir)))
        if (strncmp(e->d_name, "core", 4) == 0) {
            strcpy(core->name, e->d_name);
            found++;
        }
    closedir(dir);
    if (!found)
        return 0;
    if (found > 1)
        printf("%d cores\n", found);
    int fd = open(core->name, O_RDONLY);
    must(fd >= 0 && fstat(fd, &core->st) == 0, core->name);
    core->data = mmap(NULL, core->st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    must(core->data != MAP_FAILED, "mmap of the core");
    if (((Elf64_Ehdr *)core->data)->e_machine != MACHINE)
        printf("a core of another machine\n");
    close(fd);
    unlink(core->name);
    return 1;
}

static void core_drop(struct core *core)
{
    munmap(core->data, core->st.st_size);
}

static const Elf64_Phdr *segment(const struct core *core, unsigned i)
{
    const Elf64_Ehdr *eh = (void *)core->data;

    return i < eh->e_phnum
               ? (void *)(core->data + eh->e_phoff + i * sizeof(Elf64_Phdr))
               : NULL;
}

/* The segment that holds addr. */
static const Elf64_Phdr *segment_of(const struct core *core, const void *addr)
{
    uintptr_t a = (uintptr_t)addr;
    const Elf64_Phdr *p;

    for (unsigned i = 0; (p = segment(core, i)); i++)
        if (p->p_type == PT_LOAD && a >= p->p_vaddr &&
            a - p->p_vaddr < p->p_memsz)
            return p;
    return NULL;
}

/* What the core has of a byte; NULL: nothing. */
static const char *core_byte(const struct core *core, const void *addr)
{
    const Elf64_Phdr *p = segment_of(core, addr);
    uintptr_t a = (uintptr_t)addr;

    return p && a - p->p_vaddr < p->p_filesz
               ? core->data + p->p_offset + (a - p->p_vaddr)
               : NULL;
}

struct note {
    const Elf64_Nhdr *head;
    const char *name, *data;
};

/* The next note behind n, whose head is NULL at first. */
static int note_next(const struct core *core, struct note *n)
{
    const Elf64_Phdr *p = segment(core, 0);
    const char *at = core->data + p->p_offset, *end = at + p->p_filesz;

    if (n->head)
        at = n->data + (n->head->n_descsz + 3) / 4 * 4;
    if (at >= end)
        return 0;
    n->head = (void *)at;
    n->name = at + sizeof *n->head;
    n->data = n->name + (n->head->n_namesz + 3) / 4 * 4;
    return 1;
}

static int note_find(const struct core *core, unsigned type, struct note *n)
{
    n->head = NULL;
    while (note_next(core, n))
        if (n->head->n_type == type)
            return 1;
    return 0;
}

/* May Ferry have the kernel set WCOREDUMP?  It needs a tmpfs of its own. */
static int may_mount(void)
{
    int status;
    pid_t pid = fork();

    if (pid == 0)
        _exit((geteuid() && unshare(CLONE_NEWUSER)) || unshare(CLONE_NEWNS) ||
              syscall(SYS_fsopen, "tmpfs", 0) < 0);
    waitpid(pid, &status, 0);
    return status == 0;
}

static int flag_expected;

/* Runs fn in a child that is expected to die, with this limit. */
static int child_run(void (*fn)(void), rlim_t limit)
{
    int status;
    pid_t pid = fork();

    must(pid >= 0, "fork");
    if (pid == 0) {
        struct rlimit r = {limit, RLIM_INFINITY};

        must(setrlimit(RLIMIT_CORE, &r) == 0, "setrlimit");
        fn();
        _exit(7);
    }
    must(waitpid(pid, &status, 0) == pid, "waitpid");
    return status;
}

static const char *flag_text(int status)
{
    return WCOREDUMP(status) || !flag_expected ? ", dumped" : "";
}

/* Prints how the child ended, and drops its core. */
static void show_end(const char *what, int status)
{
    struct core core;
    int there = core_take(&core);

    printf("%s: ", what);
    if (WIFSIGNALED(status))
        printf("signal %d", WTERMSIG(status));
    else
        printf("status %d", WEXITSTATUS(status));
    printf("%s\n", there               ? flag_text(status)
                   : WCOREDUMP(status) ? ", dumped but nowhere"
                                       : "");
    if (there)
        core_drop(&core);
}

/* Which signals dump. */

static int sig;

static void die_by_kill(void)
{
    kill(getpid(), sig);
}

static void handler(int s)
{
    (void)s;
}

static void die_at_second(void)
{
    struct sigaction a = {.sa_handler = handler, .sa_flags = SA_RESETHAND};

    sigaction(sig, &a, NULL);
    raise(sig);
    raise(sig);
}

static void die_unblocked(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, sig);
    sigprocmask(SIG_BLOCK, &set, NULL);
    raise(sig);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void die_not(void)
{
    signal(sig, SIG_IGN);
    raise(sig);
}

static void die_by_default(void)
{
    signal(sig, SIG_IGN);
    signal(sig, SIG_DFL);
    raise(sig);
}

/* Waits while a child sends it. */
static void die_waiting(void)
{
    pid_t parent = getpid();

    if (fork() == 0) {
        kill(parent, sig);
        _exit(0);
    }
    for (;;)
        pause();
}

/* The init of a pid namespace, to which the default is not applied. */
static void be_init(void)
{
    static const int sigs[] = {SIGQUIT, SIGABRT, SIGSEGV, SIGTRAP};
    int status = 7 << 8;
    pid_t pid;

    if (unshare(CLONE_NEWUSER | CLONE_NEWPID) != 0)
        _exit(7); /* not to be had here */
    pid = fork();
    if (pid == 0) {
        for (unsigned i = 0; i < sizeof sigs / sizeof *sigs; i++)
            kill(1, sigs[i]);
        _exit(getpid() == 1 ? 7 : 8);
    }
    waitpid(pid, &status, 0);
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 9);
}

static void signals_check(void)
{
    static const int sigs[] = {SIGQUIT, SIGILL, SIGTRAP, SIGABRT,
                               SIGBUS,  SIGFPE, SIGSEGV, SIGXCPU,
                               SIGXFSZ, SIGSYS, SIGTERM, SIGUSR1};

    for (unsigned i = 0; i < sizeof sigs / sizeof *sigs; i++) {
        sig = sigs[i];
        printf("signal %d\n", sig);
        show_end("  sent", child_run(die_by_kill, RLIM_INFINITY));
        show_end("  the second time", child_run(die_at_second, RLIM_INFINITY));
        show_end("  unblocked", child_run(die_unblocked, RLIM_INFINITY));
        show_end("  ignored", child_run(die_not, RLIM_INFINITY));
        show_end("  default again", child_run(die_by_default, RLIM_INFINITY));
        show_end("  in a wait", child_run(die_waiting, RLIM_INFINITY));
    }
    show_end("init", child_run(be_init, RLIM_INFINITY));
}

/* When there is none. */

static void die_undumpable(void)
{
    prctl(PR_SET_DUMPABLE, 0);
    abort();
}

static void die_later_allowed(void)
{
    struct rlimit r = {0, RLIM_INFINITY};

    setrlimit(RLIMIT_CORE, &r);
    r.rlim_cur = RLIM_INFINITY;
    setrlimit(RLIMIT_CORE, &r);
    abort();
}

static void die_without_descriptors(void)
{
    while (dup(0) >= 0)
        ;
    abort();
}

static void limits_check(void)
{
    struct core core;

    show_end("limit 0", child_run(abort, 0));
    show_end("limit 4095", child_run(abort, 4095));
    show_end("limit lifted", child_run(die_later_allowed, RLIM_INFINITY));
    show_end("not dumpable", child_run(die_undumpable, RLIM_INFINITY));
    show_end("no descriptors",
             child_run(die_without_descriptors, RLIM_INFINITY));
    child_run(abort, 20480);
    if (core_take(&core)) {
        printf("limit 20480: %s\n",
               core.st.st_size > 8192 && core.st.st_size <= 20480
                   ? "cut"
                   : "another size");
        core_drop(&core);
    }
}

/* What has its name already: only where that is known to be "core". */
static void file_check(void)
{
    int fd = open("victim", O_CREAT | O_WRONLY, 0600);
    struct core core;
    struct stat st;

    must(fd >= 0 && symlink("victim", "core") == 0, "links");
    child_run(abort, RLIM_INFINITY);
    must(fstat(fd, &st) == 0, "fstat");
    unlink("victim");
    if (!core_take(&core)) {
        printf("no core\n");
        return;
    }
    printf("link followed: %s; mode %o, own %d, links %d\n",
           st.st_size ? "yes" : "no", core.st.st_mode,
           core.st.st_uid == geteuid(), (int)core.st.st_nlink);
    core_drop(&core);
    close(fd);
    must(mkdir("core", 0700) == 0, "mkdir");
    printf("a directory: %d\n", WTERMSIG(child_run(abort, RLIM_INFINITY)));
    rmdir("core");
}

/* Memory. */

static struct region {
    const char *name;
    char *at;
    size_t pages;
} regions[32];
static unsigned region_count;

/* A mapping with a page without rights before and behind. */
static char *region_add(const char *name, size_t pages, int prot, int flags,
                        int fd, off_t offset)
{
    char *at = mmap(NULL, (pages + 2) * PAGE, PROT_NONE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    must(at != MAP_FAILED, name);
    at = mmap(at + PAGE, pages * PAGE, prot, flags | MAP_FIXED, fd, offset);
    must(at != MAP_FAILED, name);
    regions[region_count++] = (struct region){name, at, pages};
    return at;
}

static void region_show(const struct core *core, const struct region *r)
{
    const Elf64_Phdr *p = segment_of(core, r->at);
    size_t there = 0, same = 0;

    if (!p) {
        printf("  %s: no segment\n", r->name);
        return;
    }
    for (size_t i = 0; i < r->pages; i++) {
        const char *byte = core_byte(core, r->at + i * PAGE);

        there += byte != NULL;
        same += byte && *byte == (i == 5 ? '5' : 0);
    }
    printf("  %s: %c%c%c %zu of %zu pages", r->name,
           p->p_flags & PF_R ? 'r' : '-', p->p_flags & PF_W ? 'w' : '-',
           p->p_flags & PF_X ? 'x' : '-', there, r->pages);
    if (strncmp(r->name, "program", 7) == 0)
        printf("\n");
    else
        printf(", %zu as expected\n", same);
}

#define RW (PROT_READ | PROT_WRITE)

static void regions_make(const char *self)
{
    int file = open("data", O_CREAT | O_RDWR, 0600), own = open(self, O_RDONLY);
    int memory = memfd_create("memory", 0);
    char *p;

    must(file >= 0 && own >= 0 && memory >= 0, "files");
    must(ftruncate(file, 8 * PAGE) == 0 && ftruncate(memory, 8 * PAGE) == 0 &&
             pwrite(file, "5", 1, 5 * PAGE) == 1,
         "ftruncate");
    region_add("untouched", 8, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p = region_add("touched", 8, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p[5 * PAGE] = '5';
    p = region_add("large", 4096, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p[5 * PAGE] = '5';
    p = region_add("without rights", 8, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p[5 * PAGE] = '5';
    must(mprotect(p, 8 * PAGE, PROT_NONE) == 0, "mprotect");
    p = region_add("unwanted", 8, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p[5 * PAGE] = '5';
    must(madvise(p, 8 * PAGE, MADV_DONTDUMP) == 0, "madvise");
    p = region_add("wanted again", 8, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p[5 * PAGE] = '5';
    must(madvise(p, 8 * PAGE, MADV_DONTDUMP) == 0 &&
             madvise(p, 8 * PAGE, MADV_DODUMP) == 0,
         "madvise");
    p = region_add("shared", 8, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    p[5 * PAGE] = '5';
    p = region_add("memfd", 8, RW, MAP_SHARED, memory, 0);
    p[5 * PAGE] = '5';
    region_add("shared file", 8, RW, MAP_SHARED, file, 0);
    region_add("private file", 8, RW, MAP_PRIVATE, file, 0);
    p = region_add("private file written", 8, RW, MAP_PRIVATE, file, 0);
    p[6 * PAGE] = 0;
    p = region_add("private file behind its end", 8, RW, MAP_PRIVATE, file,
                   2 * PAGE);
    p[0] = 0;
    region_add("program", 1, PROT_READ, MAP_PRIVATE, own, 0);
    region_add("program, more", 2, PROT_READ, MAP_PRIVATE, own, 0);
}

static const char *filter;

static void die_filtered(void)
{
    int fd = open("/proc/self/coredump_filter", O_WRONLY);

    must(fd >= 0 && write(fd, filter, strlen(filter)) > 0, "filter");
    abort();
}

static void memory_check(const char *self)
{
    static const char *const filters[] = {"0x33", "0",   "0x1",  "0x2",
                                          "0x4",  "0x8", "0x10", "0x7f"};
    struct core core;

    regions_make(self);
    for (unsigned i = 0; i < sizeof filters / sizeof *filters; i++) {
        filter = filters[i];
        child_run(die_filtered, RLIM_INFINITY);
        printf("filter %s\n", filter);
        if (!core_take(&core))
            continue;
        for (unsigned n = 0; n < region_count; n++)
            region_show(&core, &regions[n]);
        printf("  holes: %s\n", core.st.st_blocks * 512 < core.st.st_size / 2 ||
                                        core.st.st_size < (4 << 20)
                                    ? "yes"
                                    : "no");
        core_drop(&core);
    }
    unlink("data");
}

/* Notes and registers. */

static int announce[2];
static volatile int never;

/* A loop at each of whose instructions these hold: first + second = -1. */
#ifdef __aarch64__
#    define REG_PC 32
#    define LOOP                                               \
        "1: add x19, x19, #1\n .globl core_loop1\ncore_loop1:" \
        "sub x20, x20, #1\n b 1b\n"
#    define LOOP_CLOBBERS "x19", "x20"
#    define LOOP_START    "mov x19, #0\n mov x20, #-1\n"
#    define REG_FIRST     19
#    define REG_SECOND    20
#else
#    define REG_PC 16
#    define LOOP                                         \
        "1: inc %%rbx\n .globl core_loop1\ncore_loop1: " \
        "dec %%r12\n jmp 1b\n"
#    define LOOP_CLOBBERS "rbx", "r12"
#    define LOOP_START    "xor %%ebx, %%ebx\n mov $-1, %%r12\n"
#    define REG_FIRST     5
#    define REG_SECOND    3
#endif

extern const char core_loop1[];

static void *loop(void *arg)
{
    must(write(announce[1], "", 1) == 1, "write");
    __asm__ volatile(LOOP_START LOOP : : "r"(arg) : LOOP_CLOBBERS, "memory");
    return arg;
}

static void *wait_in_read(void *arg)
{
    static int silent[2];
    char c;

    must(pipe(silent) == 0 && write(announce[1], "", 1) == 1, "write");
    while (read(silent[0], &c, 1) < 0)
        ;
    return arg;
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *wait_for_mutex(void *arg)
{
    must(write(announce[1], "", 1) == 1, "write");
    pthread_mutex_lock(&mutex);
    return arg;
}

static void *change_memory(void *arg)
{
    must(write(announce[1], "", 1) == 1, "write");
    while (!never) {
        char *p = mmap(NULL, 4 * PAGE, RW | PROT_EXEC,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        *p = 1;
        munmap(p, 4 * PAGE);
    }
    return arg;
}

static void *end_at_once(void *arg)
{
    return arg;
}

static void *make_threads(void *arg)
{
    pthread_t t;

    must(write(announce[1], "", 1) == 1, "write");
    while (!never)
        if (pthread_create(&t, NULL, end_at_once, NULL) == 0)
            pthread_join(t, NULL);
    return arg;
}

static void threads_start(void)
{
    static void *(*const fns[])(void *) = {loop, wait_in_read, wait_for_mutex,
                                           change_memory, make_threads};
    pthread_t t;
    char c;

    must(pipe(announce) == 0, "pipe");
    pthread_mutex_lock(&mutex);
    for (unsigned i = 0; i < sizeof fns / sizeof *fns; i++) {
        must(pthread_create(&t, NULL, fns[i], NULL) == 0, "pthread_create");
        must(read(announce[0], &c, 1) == 1, "read");
    }
}

static volatile int *bad = (int *)0x123000;

static void die_by_fault(void)
{
    prctl(PR_SET_NAME, "the program");
    *bad = 1;
}

static void die_threaded(void)
{
    threads_start();
    *bad = 1;
}

static void *fault(void *arg)
{
    *bad = 1;
    return arg;
}

/* The first thread is gone, another faults. */
static void die_orphaned(void)
{
    pthread_t t;

    threads_start();
    must(pthread_create(&t, NULL, fault, NULL) == 0, "pthread_create");
    syscall(SYS_exit, 0);
}

static void die_in_vfork(void)
{
    int status = 0;
    pid_t pid;

    threads_start();
    pid = vfork();
    if (pid == 0)
        abort();
    waitpid(pid, &status, 0);
    _exit(WTERMSIG(status) == SIGABRT && prctl(PR_GET_DUMPABLE) == 1 ? 7 : 8);
}

static const char *note_kind(const struct note *n)
{
    if (strcmp(n->name, "CORE") != 0)
        return NULL;
    switch (n->head->n_type) {
    case NT_PRSTATUS: return "prstatus";
    case NT_PRPSINFO: return "prpsinfo";
    case NT_SIGINFO: return "siginfo";
    case NT_AUXV: return "auxv";
    case NT_FILE: return "file";
    case NT_PRFPREG: return "fpregs";
    default: return NULL;
    }
}

static void process_show(const struct core *core)
{
    struct note n;
    const prpsinfo_t *ps;
    const siginfo_t *info;

    must(note_find(core, NT_PRPSINFO, &n), "NT_PRPSINFO");
    ps = (void *)n.data;
    printf("  %s, uid %d, parent %d, group %d, session %d, state %c%d\n",
           ps->pr_fname, ps->pr_uid == getuid(), ps->pr_ppid == getpid(),
           ps->pr_pgrp == getpgrp(), ps->pr_sid == getsid(0), ps->pr_sname,
           ps->pr_state);
    printf("  arguments: %s\n",
           strstr(ps->pr_psargs, " argument ") ? "yes" : "no");
    must(note_find(core, NT_SIGINFO, &n), "NT_SIGINFO");
    info = (void *)n.data;
    printf("  signal %d code %d address %p\n", info->si_signo, info->si_code,
           info->si_addr);
}

static void tables_show(const struct core *core, const char *self)
{
    const uint64_t *word;
    unsigned found = 0;
    struct note n;

    must(note_find(core, NT_AUXV, &n), "NT_AUXV");
    for (word = (void *)n.data; *word; word += 2)
        found |= (word[0] == AT_PAGESZ && word[1] == PAGE) |
                 (word[0] == AT_UID && word[1] == getuid()) << 1 |
                 (word[0] == AT_EXECFN && core_byte(core, (void *)word[1]) &&
                  strcmp(core_byte(core, (void *)word[1]), self) == 0)
                     << 2;
    printf("  auxv %x\n", found);
    must(note_find(core, NT_FILE, &n), "NT_FILE");
    word = (void *)n.data;
    const char *name = (char *)(word + 2 + 3 * word[0]);
    for (found = 0; name < n.data + n.head->n_descsz; name += strlen(name) + 1)
        found += strcmp(name, self) == 0;
    printf("  files %d, page %d\n", found >= 2, (int)word[1]);
}

/* The threads' notes, those of the machine left out. */
static void threads_show(const struct core *core)
{
    struct note n = {NULL};
    unsigned threads = 0, same = 0;
    int loops = 0, first = 0;

    while (note_next(core, &n)) {
        const char *kind = note_kind(&n);
        const struct elf_prstatus *st = (void *)n.data;

        if (kind && !first)
            printf("  %s", kind);
        if (n.head->n_type != NT_PRSTATUS)
            continue;
        first = threads++ > 0;
        same += st->pr_cursig == SIGSEGV && st->pr_info.si_signo == SIGSEGV &&
                st->pr_fpvalid && st->pr_pid > 0 && (st->pr_ppid == getpid());
        uint64_t pc = st->pr_reg[REG_PC];
        if (pc - (uintptr_t)core_loop1 + 16 < 32) {
            int behind = pc == (uintptr_t)core_loop1;

            loops += st->pr_reg[REG_FIRST] + st->pr_reg[REG_SECOND] ==
                     (uint64_t)behind - 1;
        }
    }
    /* Those that come and go may be there or not. */
    printf("\n  threads %s, %s alike, loop %s\n",
           threads >= 6 && threads <= 9 ? "6"
           : threads == 1               ? "1"
                                        : "?",
           same == threads ? "all" : "not all", loops == 1 ? "exact" : "no");
}

static void state_check(const char *self)
{
    struct core core;

    child_run(die_by_fault, RLIM_INFINITY);
    if (core_take(&core)) {
        const Elf64_Ehdr *eh = (void *)core.data;

        printf("a fault: type %d, class %d, sections %d\n", eh->e_type,
               eh->e_ident[EI_CLASS], eh->e_shnum);
        process_show(&core);
        tables_show(&core, self);
        threads_show(&core);
        core_drop(&core);
    }
    for (int i = 0; i < 10; i++) {
        printf("threads\n");
        child_run(die_threaded, RLIM_INFINITY);
        if (core_take(&core)) {
            threads_show(&core);
            core_drop(&core);
        }
        printf("without the first thread\n");
        child_run(die_orphaned, RLIM_INFINITY);
        if (core_take(&core)) {
            threads_show(&core);
            tables_show(&core, self);
            core_drop(&core);
        }
    }
    printf("in vfork: %d\n",
           WEXITSTATUS(child_run(die_in_vfork, RLIM_INFINITY)));
    if (core_take(&core)) {
        threads_show(&core);
        core_drop(&core);
    }
}

/*
 * Arguments: "argument"; the core's name, or "-" if it is another; 1 if the
 * kernel writes cores to files.
 */
int main(int argc, char **argv)
{
    char self[4096];

    setvbuf(stdout, NULL, _IONBF, 0);
    must(argc == 4 && realpath(argv[0], self) != NULL, "usage");
    flag_expected = atoi(argv[3]) && may_mount();
    signals_check();
    limits_check();
    if (strcmp(argv[2], "core") == 0)
        file_check();
    memory_check(self);
    state_check(argv[0]);
    return 0;
}
