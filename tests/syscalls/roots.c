// SPDX-License-Identifier: MIT
/* Another root directory, other namespaces, and exec in them. */
#include "show.h"

#include <sched.h>

static char self[4096];

static void copy_self(const char *to)
{
    char buf[65536];
    int in = open(self, O_RDONLY), out = open(to, O_WRONLY | O_CREAT, 0755);
    for (ssize_t n; (n = read(in, buf, sizeof buf)) > 0;)
        write(out, buf, (size_t)n);
    close(in);
    close(out);
}

/* In the new root: exec without /proc, and again from there. */
static void inside(void)
{
    int status;
    char *args[] = {"/program", "count", "3", NULL}, *none[] = {NULL};
    SHOW(chdir("/"));
    SHOW(access("/program", X_OK));
    SHOW(access("/etc", F_OK));
    SHOW(open("/", O_RDONLY | O_DIRECTORY));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        execve("/program", args, none);
        printf("%s\n", strerrorname_np(errno));
        _exit(1);
    }
    waitpid(pid, &status, 0);
    show_status("program", status);
}

/* Executes itself until the count is 0. */
static int count(char **argv)
{
    int n = atoi(argv[2]), fd = open("/", O_RDONLY);
    char text[8], *args[] = {argv[0], "count", text, NULL}, *none[] = {NULL};
    printf("%d: first descriptor %d\n", n, fd);
    close(fd);
    if (n == 0)
        return 4;
    sprintf(text, "%d", n - 1);
    fflush(stdout);
    execve(argv[0], args, none);
    return 99;
}

int main(int argc, char **argv)
{
    int status;
    if (argc > 2)
        return count(argv);
    realpath(argv[0], self);
    show_in_directory();
    SHOW(mkdir("root", 0755));
    copy_self("root/program");
    SHOW(chroot("nothing"));
    SHOW(chroot("root/program"));
    SHOW(unshare(0x12345));
    SHOW(setns(-1, 0));
    SHOW(syscall(SYS_pivot_root, "nothing", "nothing"));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        /* As root without it; others need a user namespace first. */
        int err = geteuid() == 0 ? 0 : unshare(CLONE_NEWUSER);
        if (err)
            printf("no user namespace\n");
        else if (SHOW(chroot("root")) == 0)
            inside();
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, &status, 0);
    show_status("child", status);
    return 0;
}
