// SPDX-License-Identifier: MIT
/*
 * CLONE_VFORK without CLONE_VM: only the calling thread waits for the child to
 * execute or end.  All other threads of the parent go on meanwhile, whatever
 * they do, and it is they who let the child end.
 */
#include "show.h"

#include <linux/sched.h>
#include <pthread.h>
#include <sys/mman.h>

static int go[2], born[2]; /* pipes: the child may end; it has begun */
static _Atomic int returned;
static const char *self;

static long vfork_copied(unsigned long more)
{
    return syscall(SYS_clone, CLONE_VFORK | more | SIGCHLD, 0L, 0L, 0L, 0L);
}

static long vfork_clone3(unsigned long more)
{
    struct clone_args args = {.flags = CLONE_VFORK | more,
                              .exit_signal = SIGCHLD};
    return syscall(SYS_clone3, &args, sizeof args);
}

static void pipes_make(void)
{
    pipe(go);
    pipe(born);
}

static void pipes_close(void)
{
    for (int i = 0; i < 2; i++) {
        close(go[i]);
        close(born[i]);
    }
}

/* A child that ends when it is told to. */
static void child_wait(int status)
{
    char c;
    alarm(100);
    write(born[1], "b", 1);
    read(go[0], &c, 1);
    _exit(status);
}

static void *nothing(void *arg)
{
    return arg;
}

static int wait_status(long pid)
{
    int status = -1;
    waitpid((pid_t)pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static int compare(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

/* Code that has not run before, and needs memory. */
static void show_new_code(void)
{
    char text[] = "vforks", *big = malloc(1 << 20);
    qsort(text, strlen(text), 1, compare);
    memset(big, 'x', 1 << 20);
    printf("sorted %s, %c, %.3f\n", text, big[4711], strtod("2.5e-1", NULL));
    free(big);
}

static void show_mappings(void)
{
    for (int i = 0; i < 20; i++) {
        char *p = mmap(NULL, 65536, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        p[i] = 1;
        p = mremap(p, 65536, 131072, MREMAP_MAYMOVE);
        mprotect(p, 4096, PROT_READ);
        if (p[i] != 1)
            printf("lost %d\n", i);
        munmap(p, 131072);
    }
    puts("mapped");
}

static void show_tasks(void)
{
    pthread_t thread;
    void *result = NULL;
    pthread_create(&thread, NULL, nothing, &thread);
    pthread_join(thread, &result);
    printf("joined %d\n", result == &thread);
    long pid = fork();
    if (pid == 0)
        _exit(3);
    printf("forked %d\n", wait_status(pid));
    pid = vfork();
    if (pid == 0)
        _exit(4);
    printf("vforked %d\n", wait_status(pid));
    for (int i = 0; i < 3; i++) {
        pid = vfork_copied(0);
        if (pid == 0) {
            /* The copy is whole: it has no lock of anybody's. */
            show_mappings();
            _exit(5);
        }
        printf("again %d\n", wait_status(pid));
    }
}

static void *work(void *arg)
{
    char c;
    struct sigaction old;
    read(born[0], &c, 1);
    show_new_code();
    show_mappings();
    show_tasks();
    sigaction(SIGUSR2, NULL, &old);
    close(open("/dev/null", O_RDONLY));
    printf("still waiting %d\n", !returned);
    write(go[1], "g", 1);
    return NULL;
}

/* One thread waits, the other works. */
static void show_others(const char *text, long (*make)(unsigned long),
                        unsigned long more)
{
    pthread_t thread;
    pipes_make();
    returned = 0;
    puts(text);
    pthread_create(&thread, NULL, work, NULL);
    long pid = make(more);
    if (pid == 0)
        child_wait(7);
    returned = 1;
    pthread_join(thread, NULL);
    printf("%s: %d\n", text, wait_status(pid));
    pipes_close();
}

static void *vfork_often(void *arg)
{
    long *sum = arg;
    for (int i = 0; i < 100; i++) {
        long pid = vfork_copied(0);
        if (pid == 0)
            _exit(i & 1);
        *sum += wait_status(pid);
    }
    return NULL;
}

/* Several wait at once, each of them also for what another holds. */
static void show_many(void)
{
    pthread_t threads[4];
    long sums[4] = {0};
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, vfork_often, &sums[i]);
    for (int i = 0; i < 20; i++)
        show_new_code();
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        printf("many: %ld\n", sums[i]);
    }
}

static void *killer(void *arg)
{
    pid_t pid;
    if (read(born[0], &pid, sizeof pid) != sizeof pid)
        return NULL;
    show_mappings();
    printf("still waiting %d\n", !returned);
    kill(pid, SIGKILL);
    return NULL;
}

static void show_killed_child(void)
{
    pthread_t thread;
    char c;
    pipes_make();
    returned = 0;
    pthread_create(&thread, NULL, killer, NULL);
    long pid = vfork_copied(0);
    if (pid == 0) {
        pid_t own = getpid();
        write(born[1], &own, sizeof own);
        read(go[0], &c, 1);
        _exit(8);
    }
    returned = 1;
    pthread_join(thread, NULL);
    printf("killed child: %d\n", wait_status(pid));
    pipes_close();
}

/* The wait ends by exec, not by the end of the program that is executed. */
static void show_exec(void)
{
    char in[16];
    pipes_make();
    snprintf(in, sizeof in, "%d", go[0]);
    long pid = vfork_copied(0);
    if (pid == 0) {
        execl("/nowhere", "nowhere", NULL);
        execl(self, self, in, NULL);
        _exit(9);
    }
    write(go[1], "g", 1);
    printf("executed: %d\n", wait_status(pid));
    pipes_close();
}

/* Whatever ends the process ends the wait; a signal that is blocked does not.
 */
static void show_killed_parent(int sig, int blocked)
{
    sigset_t set;
    char c;
    pipes_make();
    long pid = fork();
    if (pid == 0) {
        sigemptyset(&set);
        sigaddset(&set, blocked);
        sigprocmask(SIG_BLOCK, &set, NULL);
        if (vfork_copied(0) == 0)
            child_wait(1);
        _exit(2);
    }
    if (pid < 0)
        return;
    read(born[0], &c, 1);
    kill((pid_t)pid, blocked);
    kill((pid_t)pid, SIGWINCH);
    kill((pid_t)pid, sig);
    printf("killed parent: %d\n", wait_status(pid));
    write(go[1], "g", 1);
    pipes_close();
}

static volatile int caught;

static void handler(int sig)
{
    (void)sig;
    caught++;
}

static void show_signal(void)
{
    struct sigaction act = {.sa_handler = handler};
    sigaction(SIGUSR1, &act, NULL);
    long pid = vfork_copied(0);
    if (pid == 0) {
        kill(getppid(), SIGUSR1);
        _exit(6);
    }
    printf("signal: %d, caught %d\n", wait_status(pid), caught);
}

/* While one waits, another executes: the whole process becomes that program. */
static void *executor(void *arg)
{
    char c, in[16];
    read(born[0], &c, 1);
    snprintf(in, sizeof in, "%d", go[0]);
    write(go[1], "gg", 2);
    execl(self, self, in, NULL);
    return NULL;
}

static void show_exec_of_others(void)
{
    int hold[2];
    char c;
    pipe(hold);
    pid_t pid = fork();
    if (pid == 0) {
        pthread_t thread;
        pipes_make();
        pthread_create(&thread, NULL, executor, NULL);
        if (vfork_copied(0) == 0) {
            close(hold[1]);
            write(born[1], "b", 1);
            read(hold[0], &c, 1);
            _exit(1);
        }
        _exit(2);
    }
    close(hold[0]);
    printf("other's exec: %d\n", wait_status(pid));
    close(hold[1]);
}

int main(int argc, char **argv)
{
    char c;
    alarm(100); /* for whoever waits for ever */
    setlinebuf(stdout);
    if (argc > 1) {
        read(atoi(argv[1]), &c, 1);
        return 11;
    }
    self = argv[0];
    show_others("clone", vfork_copied, 0);
    show_others("clone3", vfork_clone3, 0);
    show_others("files", vfork_copied, CLONE_FILES | CLONE_FS);
    show_many();
    show_killed_child();
    show_exec();
    show_killed_parent(SIGKILL, SIGTERM);
    show_killed_parent(SIGTERM, SIGINT);
    show_killed_parent(SIGRTMIN, SIGUSR1);
    show_signal();
    show_exec_of_others();
    SHOW(vfork_copied(CLONE_THREAD));
    SHOW(vfork_copied(CLONE_SIGHAND));
    return 0;
}
