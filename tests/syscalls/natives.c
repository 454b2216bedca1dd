// SPDX-License-Identifier: MIT
/* Programs of the host: what they inherit, and what is left if they fail. */
#include "show.h"

#include <sys/mman.h>
#include <sys/resource.h>

extern char **environ;

static void show_shell(const char *path)
{
    int status;
    char script[] = "grep -E '^Sig(Pnd|Blk|Ign|Cgt)|^ShdPnd' /proc/self/status;"
                    "ls /proc/self/fd | wc -l; ulimit -v; ulimit -n; ulimit -s;"
                    "echo $0 $1 $X";
    char *args[] = {"name", "-c", script, "zero", "one", NULL};
    char *envp[] = {"X=y", "PATH=/usr/bin:/bin", NULL};
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        execve(path, args, envp);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status(path, status);
}

static volatile int caught;

static void on_signal(int sig)
{
    caught = sig;
}

/* A refused exec leaves the process as it was. */
static void show_refused(void)
{
    char *huge = malloc(1 << 20), *args[20];
    sigset_t set;
    memset(huge, 'x', (1 << 20) - 1);
    for (int i = 0; i < 19; i++)
        args[i] = huge;
    args[19] = NULL;
    SHOW(execve("/bin/sh", args, environ));
    SHOW(execve("/bin/sh", (char **)8, environ));
    signal(SIGSEGV, on_signal);
    sigemptyset(&set);
    sigaddset(&set, SIGSEGV);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    kill(getpid(), SIGSEGV);
    printf("caught %d\n", caught);
    signal(SIGFPE, on_signal);
    raise(SIGFPE);
    printf("caught %d\n", caught);
}

/* Who may not read a program may execute it all the same. */
static void show_unreadable(void)
{
    char *args[] = {"true", NULL}, bytes[4096];
    int from = open("/bin/true", O_RDONLY), status;
    int to = open("program", O_CREAT | O_WRONLY, 0700);
    ssize_t n;
    while ((n = read(from, bytes, sizeof bytes)) > 0)
        write(to, bytes, n);
    fchmod(to, 0111);
    close(to);
    to = open("script", O_CREAT | O_WRONLY, 0755);
    write(to, "#!./program\n", 12);
    close(to);
    to = open("text", O_CREAT | O_WRONLY, 0111);
    close(to);
    chmod(".", 0755);
    for (int i = 0; i < 3; i++) {
        static char *const names[] = {"program", "script", "text"};
        fflush(stdout);
        pid_t pid = fork();
        if (pid == 0) {
            if (setresuid(65534, 65534, 65534) && geteuid() == 0)
                _exit(99);
            execve(names[i], args, environ);
            /* Whether it could be a guest's nobody can tell. */
            _exit(errno == ENOEXEC || errno == EACCES ? 7 : errno);
        }
        waitpid(pid, &status, 0);
        show_status(names[i], status);
    }
}

/* A script's process has the script's name. */
static void show_name(void)
{
    static const char text[] = "#!/bin/sh -e\ncat /proc/$$/comm\necho $0 $1\n";
    char *args[] = {"x", "one", NULL}, *envp[] = {"PATH=/usr/bin:/bin", NULL};
    int to = open("named", O_CREAT | O_WRONLY, 0755), status;
    write(to, text, sizeof text - 1);
    close(to);
    symlink("named", "by-link");
    pid_t pid = fork();
    if (pid == 0) {
        execve("./by-link", args, envp);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status("by-link", status);
}

/*
 * One whose interpreter is missing is refused late.  The guest's limits are
 * then its own again: Ferry's memory does not count.
 */
static void show_missing(void)
{
    static char bytes[1 << 20];
    char *args[] = {"x", NULL};
    int from = open("/bin/true", O_RDONLY), status;
    ssize_t n = read(from, bytes, sizeof bytes);
    char *name = memmem(bytes, n, "/lib64/ld-", 10);
    if (!name)
        exit(98);
    memcpy(name, "/lib65/ld-", 10);
    int to = open("broken", O_CREAT | O_WRONLY, 0755);
    write(to, bytes, n);
    close(to);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        struct rlimit as = {1ul << 31, 1ul << 31};
        if (setresuid(65534, 65534, 65534) && geteuid() == 0)
            _exit(99);
        SHOW(setrlimit(RLIMIT_AS, &as));
        SHOW(execve("broken", args, environ));
        SHOW_OK(mmap(NULL, (1ul << 31) - (32 << 20), PROT_NONE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        _exit(0);
    }
    waitpid(pid, &status, 0);
    show_status("broken", status);
}

int main(void)
{
    sigset_t set;
    struct rlimit as = {1ul << 33, 1ul << 34};
    show_in_directory();
    close_range(3, ~0u, 0);
    show_shell("/bin/sh");
    symlink("/bin/sh", "shell");
    show_shell("./shell");
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGSEGV);
    sigaddset(&set, 40);
    sigprocmask(SIG_SETMASK, &set, NULL);
    signal(SIGFPE, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGUSR2, on_signal);
    setrlimit(RLIMIT_AS, &as);
    show_shell("/bin/sh");
    show_refused();
    show_unreadable();
    show_missing();
    show_name();
    return 0;
}
