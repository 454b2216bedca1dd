// SPDX-License-Identifier: MIT
/*
 * Runs a program and measures it from outside, as the host's kernel sees it,
 * whenever the program asks for that (load.h): resident memory and its page
 * tables, mappings, descriptors, threads, children. Prints each row of
 * figures; fails if something has grown beyond the bound that the program
 * names, if the program fails, or if a process of its outlives it.
 *
 *   watch COMMAND...
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 60 /* seconds for orphans to end */

enum figure {
    RSS,      /* VmRSS, KiB */
    TABLES,   /* VmPTE, KiB */
    MAPS,     /* lines of maps */
    FDS,      /* entries of fd */
    THREADS,  /* entries of task */
    CHILDREN, /* zombies too */
    FIGURES
};

static const char *const names[FIGURES] = {"rss", "tables",  "maps",
                                           "fds", "threads", "children"};
static long begun[FIGURES];
static pid_t program;
static int failures;
static struct timespec start;

static long entries(const char *path)
{
    long n = 0;
    DIR *dir = opendir(path);
    if (!dir)
        return -1;
    for (struct dirent *e; (e = readdir(dir));)
        n += e->d_name[0] != '.';
    closedir(dir);
    return n;
}

static long lines(const char *path)
{
    long n = 0;
    FILE *f = fopen(path, "r");
    if (!f)
        return -1;
    for (int c; (c = getc(f)) != EOF;)
        n += c == '\n';
    fclose(f);
    return n;
}

/* A line "NAME: number ..." of a status file; 0 where there is none. */
static long status_of(const char *pid, const char *name)
{
    char path[64], line[256];
    long value = 0;
    size_t length = strlen(name);
    snprintf(path, sizeof path, "/proc/%s/status", pid);
    FILE *f = fopen(path, "r");
    if (!f)
        return 0;
    while (fgets(line, sizeof line, f))
        if (!strncmp(line, name, length) && line[length] == ':')
            value = strtol(line + length + 1, NULL, 10);
    fclose(f);
    return value;
}

static long children_of(pid_t pid)
{
    long n = 0;
    DIR *dir = opendir("/proc");
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (e->d_name[0] >= '1' && e->d_name[0] <= '9')
            n += status_of(e->d_name, "PPid") == pid;
    if (dir)
        closedir(dir);
    return n;
}

/* The processes of the program's group, and the memory they have together. */
static long group_of(pid_t group, long *memory)
{
    long n = 0;
    char path[300], line[256];
    DIR *dir = opendir("/proc");
    *memory = 0;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        pid_t pid = (pid_t)strtol(e->d_name, NULL, 10);
        if (pid <= 0 || getpgid(pid) != group)
            continue;
        n++;
        snprintf(path, sizeof path, "/proc/%s/smaps_rollup", e->d_name);
        FILE *f = fopen(path, "r");
        while (f && fgets(line, sizeof line, f))
            if (!strncmp(line, "Pss:", 4))
                *memory += strtol(line + 4, NULL, 10);
        if (f)
            fclose(f);
    }
    if (dir)
        closedir(dir);
    return n;
}

static void measure(pid_t pid, long *out)
{
    char id[16], path[64];
    snprintf(id, sizeof id, "%d", (int)pid);
    out[RSS] = status_of(id, "VmRSS");
    out[TABLES] = status_of(id, "VmPTE");
    snprintf(path, sizeof path, "/proc/%s/maps", id);
    out[MAPS] = lines(path);
    snprintf(path, sizeof path, "/proc/%s/fd", id);
    out[FDS] = entries(path);
    snprintf(path, sizeof path, "/proc/%s/task", id);
    out[THREADS] = entries(path);
    out[CHILDREN] = children_of(pid);
}

static void print_row(pid_t pid, const char *name, const long *row)
{
    struct timespec now;
    char id[16];
    snprintf(id, sizeof id, "%d", (int)pid);
    clock_gettime(CLOCK_MONOTONIC, &now);
    printf("%6lds %-16s", (long)(now.tv_sec - start.tv_sec), name);
    for (int n = 0; n < FIGURES; n++)
        printf(" %s %ld", names[n], row[n]);
    printf(" peak %ld\n", status_of(id, "VmHWM"));
    fflush(stdout);
}

/*
 * "NAME": a mark, the first or "begin" is the base; "NAME rss 100 maps 2": a
 * check; "NAME all": with the memory of the whole group.
 */
static void take_message(pid_t pid, char *text)
{
    static int marks;
    long row[FIGURES];
    char *word = strtok(text, " "), *name = word;
    measure(pid, row);
    print_row(pid, name, row);
    if (!marks++ || !strcmp(name, "begin"))
        memcpy(begun, row, sizeof begun);
    while ((word = strtok(NULL, " "))) {
        if (!strcmp(word, "all")) {
            long memory, n = group_of(program, &memory);
            printf("        %ld processes, %ld KiB in all\n", n, memory);
            continue;
        }
        char *number = strtok(NULL, " ");
        long bound = number ? strtol(number, NULL, 10) : 0;
        for (int n = 0; n < FIGURES; n++)
            if (!strcmp(names[n], word) && row[n] - begun[n] > bound) {
                printf("%s: %s has grown from %ld to %ld, by more than %ld\n",
                       name, word, begun[n], row[n], bound);
                failures++;
            }
    }
}

/* Serves the program until it and all it started have closed the socket. */
static void serve(int fd)
{
    char text[256], control[CMSG_SPACE(sizeof(struct ucred))];
    for (;;) {
        struct iovec vec = {text, sizeof text - 1};
        struct msghdr message = {.msg_iov = &vec,
                                 .msg_iovlen = 1,
                                 .msg_control = control,
                                 .msg_controllen = sizeof control};
        ssize_t length = recvmsg(fd, &message, 0);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return;
        text[length] = 0;
        struct cmsghdr *c = CMSG_FIRSTHDR(&message);
        struct ucred who = {0};
        if (c && c->cmsg_type == SCM_CREDENTIALS)
            memcpy(&who, CMSG_DATA(c), sizeof who);
        take_message(who.pid, text);
        if (send(fd, "", 1, MSG_NOSIGNAL) != 1)
            return;
    }
}

/* Who gives up on us means all of it. */
static void on_end(int sig)
{
    if (program > 0)
        kill(-program, SIGKILL);
    _exit(128 + sig);
}

static void on_hang(int sig)
{
    static const char text[] = "a process outlives it\n";
    (void)sig;
    _exit(write(1, text, sizeof text - 1) < 0 ? 99 : 1);
}

int main(int argc, char **argv)
{
    int pair[2], status = 0, rest, on = 1;
    char number[16];
    if (argc < 2 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair))
        return 99;
    setsockopt(pair[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
    clock_gettime(CLOCK_MONOTONIC, &start);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    signal(SIGTERM, on_end);
    signal(SIGINT, on_end);
    program = fork();
    if (program == 0) {
        setpgid(0, 0);
        signal(SIGTERM, SIG_DFL);
        signal(SIGINT, SIG_DFL);
        int fd = dup(pair[1]);
        snprintf(number, sizeof number, "%d", fd);
        setenv("FERRY_LOAD_FD", number, 1);
        execv(argv[1], argv + 1);
        perror(argv[1]);
        _exit(99);
    }
    close(pair[1]);
    serve(pair[0]);
    while (waitpid(program, &status, 0) < 0 && errno == EINTR)
        ;
    signal(SIGALRM, on_hang);
    alarm(PATIENCE);
    while (wait(&rest) > 0) /* orphans of its: all have closed the socket */
        ;
    if (WIFSIGNALED(status)) {
        printf("ended by signal %d\n", WTERMSIG(status));
        return 1;
    }
    return failures ? 1 : WEXITSTATUS(status);
}
