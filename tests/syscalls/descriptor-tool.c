// SPDX-License-Identifier: MIT
/* For own-descriptors.sh: with a log open, a guest must not find Ferry's
 * descriptor, nor close it. */
#include "show.h"

#include <dirent.h>
#include <sys/resource.h>
#include <sys/socket.h>

static int listed(const char *name)
{
    int n = 0;
    DIR *dir = opendir(name);
    while (readdir(dir))
        n++;
    closedir(dir);
    return n - 3; /* ., .. and the listing itself */
}

/* Can it be sent to another process? */
static int given(int fd)
{
    static int sv[2];
    union {
        char room[CMSG_SPACE(sizeof fd)];
        struct cmsghdr head;
    } control = {{0}};
    struct iovec iov = {"x", 1};
    struct mmsghdr m = {.msg_hdr = {.msg_iov = &iov,
                                    .msg_iovlen = 1,
                                    .msg_control = &control,
                                    .msg_controllen = sizeof control}};
    if (!sv[0]) {
        socketpair(AF_UNIX, SOCK_DGRAM, 0, sv);
        fcntl(sv[0], F_SETFL, O_NONBLOCK);
    }
    if (fd == sv[0] || fd == sv[1])
        return 0;
    control.head.cmsg_level = SOL_SOCKET;
    control.head.cmsg_type = SCM_RIGHTS;
    control.head.cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(&control.head), &fd, sizeof fd);
    return (sendmsg(sv[0], &m.msg_hdr, 0) == 1) +
           (sendmmsg(sv[0], &m, 1, 0) == 1);
}

static int open_count(void)
{
    int n = 0;
    for (int fd = 0; fd < 1000; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    return n;
}

/* Executes with no descriptor to be had, and the log's directory moved. */
static int exec_full(char **argv)
{
    char *args[] = {argv[0], "full", "again", NULL}, *none[] = {NULL};
    struct rlimit limit = {16, 40};
    if (argv[2]) {
        puts("again");
        return 0;
    }
    setrlimit(RLIMIT_NOFILE, &limit);
    rename("logs", "moved");
    while (dup(1) >= 0)
        ;
    execve("/proc/self/exe", args, none);
    return 1;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "full") == 0)
        return exec_full(argv);
    char *args[] = {argv[0], "again", NULL}, *none[] = {NULL};
    if (argc == 1)
        close_range(3, ~0u, 0);
    printf("open %d listed %d %d\n", open_count(), listed("/proc/self/fd"),
           listed("/proc/self/fdinfo"));
    if (argc > 1)
        return 0;
    /* Onto every number: wherever the log is, it must make way. */
    for (int fd = 3; fd < 400; fd++)
        if (dup2(1, fd) != fd)
            printf("dup2 to %d: %s\n", fd, strerrorname_np(errno));
    printf("open %d\n", open_count());
    /* In a table of its own, though in the same memory. */
    if (vfork() == 0) {
        for (int fd = 400; fd < 600; fd++)
            dup2(1, fd);
        _exit(0);
    }
    wait(NULL);
    SHOW(close_range(3, ~0u, 0));
    printf("open %d\n", open_count());
    for (int fd = 700; fd-- > 3;)
        if (fcntl(fd, F_GETFD) < 0 && given(fd))
            printf("%d could be sent\n", fd);
    close_range(3, ~0u, 0);
    for (int fd = 3; fd < 1000; fd++)
        if (close(fd) == 0)
            printf("%d could be closed\n", fd);
    SHOW(open("/", O_RDONLY));
    fflush(stdout);
    execve("/proc/self/exe", args, none);
    return 1;
}
