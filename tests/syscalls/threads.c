// SPDX-License-Identifier: MIT
/* Threads: life and death, what they share, locks, signals to one of them. */
#include "show.h"

#include <linux/futex.h>
#include <linux/sched.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <time.h>

#define MANY 64

static char *self; /* argv[0] */

/* Runs fn in a child process and shows how it ended. */
static void show_end(const char *text, void (*fn)(void))
{
    int status;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        fn();
        _exit(98);
    }
    waitpid(pid, &status, 0);
    show_status(text, status);
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t barrier;
static sem_t semaphore;
static __thread long own;
static long sum, turn;

static void *add(void *arg)
{
    for (int n = 0; n < 1000; n++) {
        pthread_mutex_lock(&lock);
        sum++;
        pthread_mutex_unlock(&lock);
        own++;
    }
    errno = (int)(long)arg;
    pthread_barrier_wait(&barrier);
    return (void *)(own * 100 + errno);
}

static void *take_turns(void *arg)
{
    long me = (long)arg;
    for (int n = 0; n < 500; n++) {
        pthread_mutex_lock(&lock);
        while (turn % 2 != me)
            pthread_cond_wait(&changed, &lock);
        turn++;
        pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static void *post(void *arg)
{
    (void)arg;
    sem_post(&semaphore);
    pthread_exit((void *)7);
}

static void show_life(void)
{
    pthread_t threads[MANY];
    pthread_attr_t attr;
    void *result;
    long good = 0;
    pthread_barrier_init(&barrier, NULL, MANY);
    for (long n = 0; n < MANY; n++)
        pthread_create(&threads[n], NULL, add, (void *)n);
    for (long n = 0; n < MANY; n++) {
        pthread_join(threads[n], &result);
        good += (long)result == 100000 + n;
    }
    printf("sum %ld, results %ld, own %ld\n", sum, good, own);
    for (long n = 0; n < 2; n++)
        pthread_create(&threads[n], NULL, take_turns, (void *)n);
    for (long n = 0; n < 2; n++)
        pthread_join(threads[n], NULL);
    printf("turns %ld\n", turn);
    sem_init(&semaphore, 0, 0);
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    for (int n = 0; n < 500; n++)
        if (pthread_create(&threads[0], &attr, post, NULL))
            printf("no thread %d\n", n);
        else
            sem_wait(&semaphore);
    pthread_create(&threads[0], NULL, post, NULL);
    pthread_join(threads[0], &result);
    printf("after 501: %ld\n", (long)result);
}

static int ready[2]; /* a pipe by which a thread says where it is */

static void say_ready(void)
{
    write(ready[1], "", 1);
}

static void wait_ready(int count)
{
    char c;
    while (count--)
        read(ready[0], &c, 1);
}

static void *sleep_for_ever(void *arg)
{
    (void)arg;
    say_ready();
    for (;;)
        pause();
    return NULL;
}

static void *spin_for_ever(void *arg)
{
    volatile long n = 0;
    (void)arg;
    say_ready();
    for (;;)
        n++;
    return NULL;
}

static void start_others(void)
{
    pthread_t thread;
    for (int n = 0; n < 3; n++) {
        pthread_create(&thread, NULL, sleep_for_ever, NULL);
        pthread_create(&thread, NULL, spin_for_ever, NULL);
    }
    wait_ready(6);
}

static void *exit_all(void *arg)
{
    (void)arg;
    _exit(21);
}

static void *kill_all(void *arg)
{
    (void)arg;
    abort();
}

static void *jump_to_nothing(void *arg)
{
    return ((void *(*)(void *))arg)(NULL);
}

static void *exec_all(void *arg)
{
    char *argv[] = {self, "executed", NULL};
    (void)arg;
    execv(self, argv);
    return NULL;
}

static void *exec_nothing(void *arg)
{
    char *argv[] = {self, NULL};
    (void)arg;
    SHOW(execv("/no/such/file", argv));
    say_ready();
    return NULL;
}

static void run_and_wait(void *(*fn)(void *))
{
    pthread_t thread;
    start_others();
    pthread_create(&thread, NULL, fn, NULL);
    pthread_join(thread, NULL);
    pause();
}

static void end_by_exit_group(void)
{
    run_and_wait(exit_all);
}

static void end_by_abort(void)
{
    run_and_wait(kill_all);
}

static void end_by_fault(void)
{
    close(STDERR_FILENO); /* Ferry says what the fault was */
    run_and_wait(jump_to_nothing);
}

static void end_by_exec(void)
{
    run_and_wait(exec_all);
}

static void end_by_main(void)
{
    start_others();
    _exit(22);
}

static void end_after_failed_exec(void)
{
    pthread_t thread;
    start_others();
    pthread_create(&thread, NULL, exec_nothing, NULL);
    wait_ready(1);
    _exit(23);
}

/* Returns when the thread is seen in that state. */
static void wait_state(pid_t tid, char state)
{
    char name[64], text[512];
    snprintf(name, sizeof name, "/proc/self/task/%d/stat", tid);
    do {
        int fd = open(name, O_RDONLY);
        memset(text, 0, sizeof text);
        read(fd, text, sizeof text - 1);
        close(fd);
    } while (strrchr(text, ')')[2] != state);
}

static void *leave_last(void *arg)
{
    (void)arg;
    wait_state(getpid(), 'Z');
    syscall(SYS_exit, 5);
    return NULL;
}

/* Whose status it is depends on the kernel's version. */
static void end_one_by_one(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, leave_last, NULL);
    syscall(SYS_exit, 24);
}

static void *fork_here(void *arg)
{
    pthread_t thread;
    void *result;
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        /* Alone here, and able to have threads again. */
        pthread_create(&thread, NULL, post, NULL);
        pthread_join(thread, &result);
        _exit(getpid() == gettid() ? 30 + (int)(long)result : 1);
    }
    waitpid(pid, &status, 0);
    *(int *)arg = status;
    pid = vfork();
    if (pid == 0)
        execl(self, self, "quiet", (char *)NULL);
    waitpid(pid, &status, 0);
    ((int *)arg)[1] = status;
    return NULL;
}

static void fork_in_threads(void)
{
    pthread_t threads[4];
    int status[4][2];
    start_others();
    for (int n = 0; n < 4; n++)
        pthread_create(&threads[n], NULL, fork_here, status[n]);
    for (int n = 0; n < 4; n++) {
        pthread_join(threads[n], NULL);
        show_status("forked in a thread", status[n][0]);
        show_status("executed in a thread", status[n][1]);
    }
    _exit(25);
}

static void show_ends(void)
{
    pipe(ready);
    show_end("exit_group", end_by_exit_group);
    show_end("abort", end_by_abort);
    show_end("fault", end_by_fault);
    show_end("exec", end_by_exec);
    show_end("failed exec", end_after_failed_exec);
    show_end("main", end_by_main);
    show_end("one by one", end_one_by_one);
    show_end("forks", fork_in_threads);
}

static volatile pid_t handled_by;
static volatile int handled;

static void note(int sig)
{
    handled_by = gettid();
    handled = sig;
}

struct target {
    pid_t tid;
    int fd, error;
    long result;
};

static void *read_until_signalled(void *arg)
{
    struct target *t = arg;
    char c;
    t->tid = gettid();
    say_ready();
    t->result = read(t->fd, &c, 1);
    t->error = errno;
    return NULL;
}

static void *wait_for_signal(void *arg)
{
    sigset_t set;
    int sig = 0;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigaddset(&set, SIGRTMIN + 3);
    say_ready();
    sigwait(&set, &sig);
    *(int *)arg = sig;
    return NULL;
}

static sigjmp_buf back;

static void jump_back(int sig, siginfo_t *info, void *context)
{
    (void)context;
    siglongjmp(back, info->si_addr == (void *)16 ? sig : 1);
}

static void *fault_on_own_stack(void *arg)
{
    static char stack[65536];
    stack_t st = {.ss_sp = stack, .ss_size = sizeof stack}, old;
    struct sigaction act = {.sa_sigaction = jump_back,
                            .sa_flags = SA_SIGINFO | SA_ONSTACK};
    (void)arg;
    sigaltstack(NULL, &old);
    printf("a thread's alternate stack: %d\n", old.ss_flags);
    sigaltstack(&st, NULL);
    sigaction(SIGSEGV, &act, NULL);
    int sig = sigsetjmp(back, 1);
    if (!sig)
        *(volatile int *)16 = 1;
    printf("faulted: %d\n", sig);
    return NULL;
}

static void show_signals(void)
{
    struct sigaction act = {.sa_handler = note};
    struct target target = {0};
    pthread_t thread;
    sigset_t set;
    int fds[2], got = 0;
    pipe(ready);
    pipe(fds);
    sigaction(SIGUSR1, &act, NULL);
    target.fd = fds[0];
    pthread_create(&thread, NULL, read_until_signalled, &target);
    wait_ready(1);
    wait_state(target.tid, 'S');
    SHOW(tgkill(getpid(), target.tid, SIGUSR1));
    pthread_join(thread, NULL);
    printf("read %ld, %s, by its thread %d, signal %d\n", target.result,
           strerrorname_np(target.error), handled_by == target.tid, handled);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigaddset(&set, SIGRTMIN + 3);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    for (int n = 0; n < 2; n++) {
        pthread_create(&thread, NULL, wait_for_signal, &got);
        wait_ready(1);
        kill(getpid(), n ? SIGRTMIN + 3 : SIGUSR2);
        pthread_join(thread, NULL);
        printf("sigwait: %d\n", got == (n ? SIGRTMIN + 3 : SIGUSR2));
    }
    pthread_create(&thread, NULL, fault_on_own_stack, NULL);
    pthread_join(thread, NULL);
}

static void *die_with(void *arg)
{
    pthread_mutex_lock(arg);
    return NULL;
}

static void show_robust(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                                   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_t thread;
    int status;
    pthread_mutexattr_init(&attr);
    pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST);
    pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(shared, &attr);
    pthread_create(&thread, NULL, die_with, shared);
    pthread_join(thread, NULL);
    printf("left by a thread: %s\n",
           strerrorname_np(pthread_mutex_lock(shared)));
    pthread_mutex_consistent(shared);
    pthread_mutex_unlock(shared);
    pid_t pid = fork();
    if (pid == 0) {
        pthread_mutex_lock(shared);
        raise(SIGKILL);
    }
    waitpid(pid, &status, 0);
    printf("left by a process: %s\n",
           strerrorname_np(pthread_mutex_lock(shared)));
    pthread_mutex_consistent(shared);
    pid = fork();
    pthread_mutex_unlock(shared);
    if (pid == 0) {
        /* The last thread, by its plain exit. */
        pthread_mutex_lock(shared);
        syscall(SYS_exit, 0);
    }
    waitpid(pid, &status, 0);
    printf("left at an exit: %s\n",
           strerrorname_np(pthread_mutex_lock(shared)));
    pthread_mutex_consistent(shared);
    pthread_mutex_unlock(shared);
    pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT);
    pthread_mutex_init(shared, &attr);
    pthread_create(&thread, NULL, die_with, shared);
    pthread_join(thread, NULL);
    printf("left, with priorities: %s\n",
           strerrorname_np(pthread_mutex_lock(shared)));
}

static int shared_fd = -1;
static char clone_stack[4][65536] __attribute__((aligned(16)));

static int open_and_leave(void *arg)
{
    (void)arg;
    sum = 4711;
    shared_fd = open("/dev/null", O_RDONLY);
    chdir("/sys");
    return 40;
}

static int spin(void *arg)
{
    volatile long n = 0;
    (void)arg;
    for (;;)
        n++;
    return 0;
}

/* Processes that share memory and are no threads. */
static void show_sharers(void)
{
    static const int flags[] = {0, CLONE_FILES, CLONE_FS,
                                CLONE_FILES | CLONE_FS | CLONE_SIGHAND};
    int status;
    for (unsigned n = 0; n < 4; n++) {
        char where[256] = "";
        chdir("/proc");
        sum = 0;
        pid_t pid = clone(open_and_leave, clone_stack[n] + 65536,
                          CLONE_VM | flags[n] | SIGCHLD, NULL);
        waitpid(pid, &status, 0);
        show_status("sharer", status);
        getcwd(where, sizeof where);
        printf("%#x: sum %ld, in %s, its descriptor: ", flags[n], sum, where);
        fflush(stdout);
        SHOW(close(shared_fd));
    }
    for (unsigned n = 0; n < 4; n++) {
        pid_t pid =
            clone(spin, clone_stack[n] + 65536, CLONE_VM | SIGCHLD, NULL);
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        show_status("killed sharer", status);
    }
}

static void *live_apart(void *arg)
{
    char where[256];
    int *fds = arg;
    SHOW(unshare(CLONE_FILES | CLONE_FS));
    SHOW(close(fds[0]));
    SHOW(chdir("/sys"));
    printf("in %s\n", getcwd(where, sizeof where));
    return NULL;
}

static void show_unshare(void)
{
    char where[256];
    pthread_t thread;
    int fds[2];
    pipe(fds);
    chdir("/proc");
    pthread_create(&thread, NULL, live_apart, fds);
    pthread_join(thread, NULL);
    printf("still in %s\n", getcwd(where, sizeof where));
    SHOW(close(fds[0]));
    SHOW(close(fds[1]));
}

static long futex(int *word, int op, long val, const void *timeout, int *word2,
                  int val3)
{
    return syscall(SYS_futex, word, op, val, timeout, word2, val3);
}

static int word, word2;

static void *wait_on_word(void *arg)
{
    say_ready();
    while (__atomic_load_n(&word, __ATOMIC_SEQ_CST) == 0)
        futex(&word, FUTEX_WAIT, 0, NULL, NULL, 0);
    return arg;
}

static void show_futex(void)
{
    struct timespec past = {0, 1000};
    pthread_t threads[4];
    int odd[2];
    pipe(ready);
    SHOW(futex(&word, FUTEX_WAIT, 1, NULL, NULL, 0));
    SHOW(futex(&word, FUTEX_WAIT, 0, &past, NULL, 0));
    SHOW(futex((int *)((char *)odd + 1), FUTEX_WAIT, 0, NULL, NULL, 0));
    SHOW(futex((int *)16, FUTEX_WAIT, 0, NULL, NULL, 0));
    SHOW(futex(&word, FUTEX_WAIT_BITSET, 0, &past, NULL, 0));
    SHOW(futex(&word, FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    SHOW(futex(&word, 99, 0, NULL, NULL, 0));
    SHOW(futex(&word2, FUTEX_LOCK_PI, 0, NULL, NULL, 0));
    printf("owner: %d\n", word2 == gettid());
    SHOW(futex(&word2, FUTEX_LOCK_PI, 0, NULL, NULL, 0));
    SHOW(futex(&word2, FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    SHOW(futex(&word2, FUTEX_TRYLOCK_PI, 0, NULL, NULL, 0));
    SHOW(futex(&word2, FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    for (int n = 0; n < 4; n++)
        pthread_create(&threads[n], NULL, wait_on_word, NULL);
    wait_ready(4);
    __atomic_store_n(&word, 1, __ATOMIC_SEQ_CST);
    futex(&word, FUTEX_WAKE_OP, 1, (void *)4, &word,
          FUTEX_OP(FUTEX_OP_ADD, 1, FUTEX_OP_CMP_GE, 0));
    futex(&word, FUTEX_CMP_REQUEUE, 4, (void *)4, &word2, word);
    for (int n = 0; n < 4; n++)
        pthread_join(threads[n], NULL);
    printf("word %d\n", word);
}

static void *time_and_name(void *arg)
{
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID,
                             .sigev_signo = SIGUSR1};
    struct itimerspec soon = {.it_value = {0, 1000000}};
    sigset_t none;
    char name[16];
    timer_t timer;
    (void)arg;
    SHOW(prctl(PR_SET_NAME, "a thread's"));
    SHOW(prctl(PR_GET_NAME, name));
    printf("%s\n", name);
    handled_by = 0;
    sigset_t usr1, old;
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &usr1, &old);
    event._sigev_un._tid = gettid();
    SHOW(timer_create(CLOCK_MONOTONIC, &event, &timer));
    SHOW(timer_settime(timer, 0, &soon, NULL));
    sigemptyset(&none);
    SHOW(sigsuspend(&none));
    printf("by its thread: %d\n", handled_by == gettid());
    SHOW(timer_delete(timer));
    return NULL;
}

static void *be_cancelled(void *arg)
{
    (void)arg;
    say_ready();
    for (;;)
        sleep(100);
    return NULL;
}

#define CLEAR_SIGHAND 0x100000000ull

/* For flags that are refused. */
static long clone3(uint64_t flags)
{
    struct clone_args args = {.flags = flags};
    return syscall(SYS_clone3, &args, sizeof args);
}

static void show_more(void)
{
    struct sigaction act = {.sa_handler = note};
    pthread_t thread;
    void *result;
    pipe(ready);
    sigaction(SIGUSR1, &act, NULL);
    pthread_create(&thread, NULL, time_and_name, NULL);
    pthread_join(thread, NULL);
    pthread_create(&thread, NULL, be_cancelled, NULL);
    wait_ready(1);
    pthread_cancel(thread);
    pthread_join(thread, &result);
    printf("cancelled: %d\n", result == PTHREAD_CANCELED);
    SHOW(syscall(SYS_clone, CLONE_THREAD | SIGCHLD, 0, 0, 0, 0));
    SHOW(syscall(SYS_clone, CLONE_SIGHAND | SIGCHLD, 0, 0, 0, 0));
    SHOW(syscall(SYS_clone, CLONE_VM | CLONE_THREAD, 0, 0, 0, 0));
    SHOW(clone3(CLONE_SIGHAND));
    SHOW(clone3(CLONE_VM | CLONE_SIGHAND | CLEAR_SIGHAND));
    SHOW(clone3(CLONE_VM | CLONE_THREAD));
    SHOW(clone3(CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_NEWPID));
    SHOW(unshare(CLONE_THREAD));
    SHOW(unshare(CLONE_VM));
}

int main(int argc, char **argv)
{
    self = "/proc/self/exe";
    if (argc > 1) {
        if (strcmp(argv[1], "quiet"))
            printf("executed: %d\n", getpid() == gettid());
        return 26;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    show_life();
    show_ends();
    show_signals();
    show_robust();
    show_sharers();
    show_unshare();
    show_futex();
    show_more();
    return 0;
}
