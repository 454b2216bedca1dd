// SPDX-License-Identifier: MIT
/* What -d and -D set up, before the guest starts. */
#define _GNU_SOURCE
#include "log.h"
#include "options.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* Ferry's own descriptors stay away from those the guest gets. */
#define OWN_FD_LOW 100

static const struct {
    char name[8];
    uint32_t bit;
    const char *text;
} channels[] = {
    {"in_asm", LOG_IN_ASM, "guest code of each region, disassembled"},
    {"int", LOG_INT, "exceptions and signals of the guest"},
    {"op", LOG_OP, "intermediate code as built"},
    {"op_opt", LOG_OP_OPT, "intermediate code as emitted"},
    {"out_asm", LOG_OUT_ASM, "host code of each region, disassembled"},
    {"page", LOG_PAGE, "the guest's memory map at start"},
    {"stats", LOG_STATS, "counters at the end"},
    {"strace", LOG_STRACE, "system calls and signals"},
    {"unimp", LOG_UNIMP, "what the guest asks for and Ferry has not"},
};

static void channels_list(void)
{
    char buf[256];
    struct print out;

    print_init(&out, buf, sizeof(buf), 1);
    print_str(&out, "What -d can show (items separated by commas):\n");
    for (size_t i = 0; i < ARRAY_SIZE(channels); i++)
        print_fmt(&out, "  %-10s %s\n", channels[i].name, channels[i].text);
    print_flush(&out);
}

bool log_parse(const char *list, const char **bad)
{
    *bad = NULL;
    while (*list) {
        size_t n = strcspn(list, ",");
        size_t i;

        if (n == 4 && memcmp(list, "help", 4) == 0) {
            channels_list();
            return false;
        }
        for (i = 0; i < ARRAY_SIZE(channels); i++)
            if (strlen(channels[i].name) == n &&
                memcmp(channels[i].name, list, n) == 0)
                break;
        if (i == ARRAY_SIZE(channels) && n) {
            *bad = list;
            return false;
        }
        if (n)
            log_mask |= channels[i].bit;
        list += n + (list[n] == ',');
    }
    return true;
}

/* What Ferry opens for itself is not held to the limit of the guest's. */
static struct rlimit limit_lift(void)
{
    struct rlimit limit, most;

    getrlimit(RLIMIT_NOFILE, &limit);
    most = (struct rlimit){limit.rlim_max, limit.rlim_max};
    setrlimit(RLIMIT_NOFILE, &most);
    return limit;
}

/* Moves a descriptor of Ferry's up, if there is room; its number. */
static int descriptor_raise(int fd)
{
    int high = fcntl(fd, F_DUPFD_CLOEXEC, OWN_FD_LOW);

    if (high < 0) {
        fcntl(fd, F_SETFD, FD_CLOEXEC);
        return fd;
    }
    close(fd);
    return high;
}

long log_open(const char *name)
{
    char path[4096];
    const char *percent = strstr(name, "%d");
    struct rlimit limit = limit_lift();
    int fd;

    if (percent)
        print_buf(path, sizeof(path), "%.*s%d%s", (int)(percent - name), name,
                  getpid(), percent + 2);
    fd = open(percent ? path : name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
              0644);
    if (fd < 0)
        fd = -errno;
    else
        log_sink()->file = descriptor_raise(fd);
    log_sink()->by_pid = percent != NULL;
    setrlimit(RLIMIT_NOFILE, &limit);
    return fd < 0 ? fd : 0;
}

/*
 * Becomes ferry-disas: the one beside Ferry's own image, as in a build
 * directory, else the installed one.  Nothing of the guest's reaches it: not
 * its descriptors, its environment, or its terminal's signals.
 */
static _Noreturn void disas_execute(int socket, int file)
{
    static char *argv[] = {"ferry-disas", NULL}, *envp[] = {NULL};
    char path[4096];
    sigset_t none;
    /* Both stand above 2, so that neither lies where the other goes. */
    int in = fcntl(socket, F_DUPFD, 3), out = fcntl(file, F_DUPFD, 3);
    ssize_t n = readlink("/proc/self/exe", path, sizeof(path) / 2);

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0 || chdir("/"))
        _exit(127);
    close_range(3, ~0u, 0);
    while (n > 0 && path[n - 1] != '/')
        n--;
    if (n > 0 && options_trusted()) {
        strcpy(path + n, argv[0]);
        execve(path, argv, envp);
    }
    execve(FERRY_LIBEXECDIR "/ferry-disas", argv, envp);
    _exit(127);
}

/*
 * Forks twice, so that the guest, which takes over this process, has no child
 * that it does not know.  While SIGCHLD is ignored the kernel forgets the first
 * one at its end: no signal, and nothing is added to the children's times.
 * False: it would be this process's child all the same, or there is none.
 */
static bool disas_fork(int socket, int file)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
    int reaper = 0;
    pid_t pid;

    if (getpid() == 1)
        return false;
    prctl(PR_GET_CHILD_SUBREAPER, &reaper);
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    sigaction(SIGCHLD, &ignore, &old);
    pid = fork();
    if (pid == 0) {
        setsid();
        if (fork() == 0)
            disas_execute(socket, file);
        _exit(0);
    }
    while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
    sigaction(SIGCHLD, &old, NULL);
    prctl(PR_SET_CHILD_SUBREAPER, reaper);
    return pid > 0;
}

/* The socket to a new ferry-disas that says it is ready; -1: there is none. */
static int disas_begin(int file)
{
    struct timeval patience = {.tv_sec = LOG_PATIENCE};
    int ends[2], on = 1;
    ssize_t n = 0;
    bool begun;
    char byte;

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
        return -1;
    /* Who wrote a message tells to which line it belongs. */
    setsockopt(ends[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof(on));
    setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    begun = disas_fork(ends[1], file);
    close(ends[1]);
    while (begun && (n = recv(ends[0], &byte, 1, 0)) < 0 && errno == EINTR)
        ;
    if (n == 1)
        return descriptor_raise(ends[0]);
    close(ends[0]);
    return -1;
}

void log_disas_start(int socket)
{
    struct log_sink *sink = log_sink();
    struct rlimit limit;

    if (!log_enabled(LOG_IN_ASM) && !log_enabled(LOG_OUT_ASM))
        return;
    limit = limit_lift();
    sink->disas =
        socket >= 0 ? descriptor_raise(socket) : disas_begin(sink->file);
    setrlimit(RLIMIT_NOFILE, &limit);
    if (sink->disas < 0)
        log_fmt("without ferry-disas code is shown by number\n");
}
