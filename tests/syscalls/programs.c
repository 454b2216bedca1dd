// SPDX-License-Identifier: MIT
/* execve: what it runs, what it hands on, and its errors. */
#include "show.h"

#include <spawn.h>
#include <sys/resource.h>

extern char **environ;
static char self[4096];

/* Runs self with a mode of its own; prints how it ended. */
static void run(const char *text, const char *path, char *const argv[],
                char *const envp[])
{
    int status;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        execve(path, argv, envp);
        printf("%s: %s\n", text, strerrorname_np(errno));
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, &status, 0);
    show_status(text, status);
}

static void write_file(const char *name, const char *text, int mode)
{
    int fd = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    write(fd, text, strlen(text));
    fchmod(fd, mode);
    close(fd);
}

static void show_errors(void)
{
    char *args[] = {"x", NULL};
    char long_line[400] = "#!/";
    write_file("plain", "just text\n", 0755);
    write_file("noexec", "#!/bin/sh\n", 0644);
    write_file("empty", "", 0755);
    write_file("badinterp", "#!/nothing/here\nx\n", 0755);
    write_file("blank", "#!   \n", 0755);
    write_file("dirinterp", "#!/\n", 0755);
    write_file("elfhead", "\177ELF\2\1\1", 0755);
    memset(long_line + 3, 'a', 300);
    write_file("longline", long_line, 0755);
    write_file("loop", "#!./loop\n", 0755);
    mkdir("dir", 0755);
    run("missing", "nothing", args, environ);
    run("plain text", "plain", args, environ);
    run("directory", "dir", args, environ);
    run("not executable", "noexec", args, environ);
    run("empty", "empty", args, environ);
    run("no interpreter", "badinterp", args, environ);
    run("blank line", "blank", args, environ);
    run("directory as interpreter", "dirinterp", args, environ);
    run("cut ELF header", "elfhead", args, environ);
    run("long line", "longline", args, environ);
    run("loop", "loop", args, environ);
    run("below a file", "plain/x", args, environ);
    run("bad path", (char *)8, args, environ);
    run("bad argv", self, (char **)8, environ);
    run("bad envp", self, args, (char **)8);
    char *bad[] = {"x", (char *)8, NULL};
    run("bad argument", self, bad, environ);
    run("empty path", "", args, environ);
}

static void show_scripts(void)
{
    char text[5000];
    char *args[] = {"script", "one", "two", NULL};
    sprintf(text, "#!%s show\n", self);
    write_file("script", text, 0755);
    sprintf(text, "#! \t%s   show  with spaces \t\n", self);
    write_file("spaces", text, 0755);
    write_file("second", "#!./script\n", 0755);
    write_file("third", "#!./second extra\n", 0755);
    run("script", "./script", args, environ);
    run("spaces", "./spaces", args, environ);
    run("second", "./second", args, environ);
    run("third", "./third", args, environ);
    char name[20];
    strcpy(text, "#!./third\n");
    for (int i = 4; i < 8; i++) {
        sprintf(name, "s%d", i);
        write_file(name, text, 0755);
        run(name, name, args, environ);
        sprintf(text, "#!./s%d\n", i);
    }
}

static void show_inherited(void)
{
    char *args[] = {self, "inherited", NULL};
    char *envp[] = {"ONE=1", "TWO=", "THREE", NULL};
    sigset_t set;
    int kept = open("plain", O_RDONLY), gone = open("plain", O_RDONLY);
    dup2(kept, 40);
    dup3(gone, 41, O_CLOEXEC);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGSEGV);
    sigprocmask(SIG_SETMASK, &set, NULL);
    signal(SIGUSR2, SIG_IGN);
    signal(SIGFPE, SIG_IGN);
    signal(SIGHUP, exit);
    raise(SIGUSR1);
    struct rlimit rl = {1 << 20, 1 << 22};
    setrlimit(RLIMIT_CORE, &rl);
    struct rlimit as = {1ul << 36, 1ul << 40};
    setrlimit(RLIMIT_AS, &as);
    umask(027);
    nice(3);
    run("inherited", self, args, envp);
    args[0] = "";
    run("no name", self, args, envp);
    close(40);
    close(41);
}

/* What a process blocks waits for its next program. */
static void show_pending(void)
{
    int status;
    char *args[] = {self, "inherited", NULL}, *none[] = {NULL};
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        sigset_t set;
        struct rlimit rl = {5, 100};
        sigemptyset(&set);
        sigaddset(&set, SIGUSR1);
        sigaddset(&set, SIGSEGV);
        sigaddset(&set, SIGTRAP);
        sigprocmask(SIG_SETMASK, &set, NULL);
        raise(SIGUSR1);
        raise(SIGTRAP);
        kill(getpid(), SIGSEGV);
        execve("plain", args, none);
        /* With hardly a descriptor left. */
        for (int fd = 3; fd < 200; fd++)
            close(fd);
        setrlimit(RLIMIT_NOFILE, &rl);
        while (dup(0) >= 0)
            ;
        execve(self, args, none);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status("pending", status);
}

/* In the new program. */
static int tell_inherited(char **argv)
{
    sigset_t set;
    struct rlimit rl;
    struct sigaction sa;
    printf("argv[0] %d", argv[0][0] != 0);
    for (char **e = environ; *e; e++)
        printf(" %s", *e);
    printf("\nfd 40: %d 41: %d\n", fcntl(40, F_GETFD), fcntl(41, F_GETFD));
    int open_fds = 0;
    for (int fd = 0; fd < 200; fd++)
        open_fds += fcntl(fd, F_GETFD) >= 0;
    printf("descriptors: %d\n", open_fds);
    sigprocmask(SIG_SETMASK, NULL, &set);
    printf("blocked");
    for (int sig = 1; sig < 65; sig++)
        if (sigismember(&set, sig) == 1)
            printf(" %d", sig);
    sigpending(&set);
    printf("; pending");
    for (int sig = 1; sig < 65; sig++)
        if (sigismember(&set, sig) == 1)
            printf(" %d", sig);
    printf("; ignored");
    for (int sig = 1; sig < 65; sig++)
        if (sigaction(sig, NULL, &sa) == 0 && sa.sa_handler == SIG_IGN)
            printf(" %d", sig);
    printf("; caught");
    for (int sig = 1; sig < 65; sig++)
        if (sigaction(sig, NULL, &sa) == 0 && sa.sa_handler != SIG_IGN &&
            sa.sa_handler != SIG_DFL)
            printf(" %d", sig);
    getrlimit(RLIMIT_CORE, &rl);
    printf("\ncore %lu %lu", rl.rlim_cur, rl.rlim_max);
    getrlimit(RLIMIT_AS, &rl);
    printf(" files %lu", getrlimit(RLIMIT_NOFILE, &rl) ? 0 : rl.rlim_cur);
    getrlimit(RLIMIT_AS, &rl);
    printf(" as %lu %lu", rl.rlim_cur, rl.rlim_max);
    printf(" umask %o nice %d\n", umask(0), getpriority(PRIO_PROCESS, 0));
    return 6;
}

static void show_spawn(void)
{
    pid_t pid;
    int status;
    char *args[] = {"x", "exit", "17", NULL};
    SHOW(posix_spawn(&pid, self, NULL, NULL, args, environ));
    waitpid(pid, &status, 0);
    show_status("spawn", status);
    SHOW(posix_spawn(&pid, "/nothing", NULL, NULL, args, environ));
    SHOW(posix_spawn(&pid, "plain", NULL, NULL, args, environ));
    posix_spawn_file_actions_t fa;
    posix_spawn_file_actions_init(&fa);
    posix_spawn_file_actions_addopen(&fa, 1, "out", O_CREAT | O_WRONLY, 0600);
    args[1] = "show";
    SHOW(posix_spawn(&pid, self, &fa, NULL, args, environ));
    waitpid(pid, &status, 0);
    show_status("spawn with actions", status);
    struct stat st;
    stat("out", &st);
    printf("written %d\n", st.st_size > 0);
}

static void show_by_descriptor(void)
{
    int status;
    char *args[] = {"x", "exit", "8", NULL};
    int fd = open(self, O_RDONLY | O_CLOEXEC);
    pid_t pid = fork();
    if (pid == 0) {
        fexecve(fd, args, environ);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status("fexecve", status);
    pid = fork();
    if (pid == 0) {
        execve("/proc/self/exe", args, environ);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status("/proc/self/exe", status);
    pid = fork();
    if (pid == 0) {
        fexecve(open("/proc/self/exe", O_PATH | O_CLOEXEC), args, environ);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status("O_PATH of /proc/self/exe", status);
    symlink(self, "link");
    pid = fork();
    if (pid == 0) {
        SHOW(syscall(SYS_execveat, AT_FDCWD, "link", args, environ,
                     AT_SYMLINK_NOFOLLOW));
        SHOW(syscall(SYS_execveat, AT_FDCWD, "", args, environ, 0));
        SHOW(syscall(SYS_execveat, -1, "link", args, environ, 0x10));
        syscall(SYS_execveat, AT_FDCWD, "link", args, environ, 0);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    show_status("execveat", status);
    char target[4096];
    ssize_t n = readlink("/proc/self/exe", target, sizeof target);
    printf("exe is self: %d\n",
           n == (ssize_t)strlen(self) && memcmp(target, self, n) == 0);
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "exit") == 0)
        return atoi(argv[2]);
    if (argc > 1 && strcmp(argv[1], "inherited") == 0)
        return tell_inherited(argv);
    if (argc > 1 && strncmp(argv[1], "show", 4) == 0) {
        for (int i = 1; i < argc; i++)
            printf(" <%s>", argv[i]);
        printf("\n");
        return 2;
    }
    realpath(argv[0], self);
    show_in_directory();
    show_errors();
    show_scripts();
    show_spawn();
    show_by_descriptor();
    show_pending();
    show_inherited();
    return 0;
}
