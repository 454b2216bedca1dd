// SPDX-License-Identifier: MIT
/* Does one thing after another to files, for root-directory.sh. */
#include "show.h"

#include <linux/openat2.h>
#include <sched.h>
#include <sys/inotify.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/un.h>

static void cat(const char *name)
{
    char buf[256];
    int fd = open(name, O_RDONLY);
    ssize_t n = fd < 0 ? -1 : read(fd, buf, sizeof buf);
    if (n < 0)
        printf("%s\n", strerrorname_np(errno));
    else
        printf("%.*s", (int)n, buf);
    close(fd);
}

static void tell(int result)
{
    printf("%s\n", result < 0 ? strerrorname_np(errno) : "ok");
}

static void put(const char *name, const char *text)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    tell(fd < 0 ? -1 : dprintf(fd, "%s\n", text));
    close(fd);
}

static int listen_at(const char *name)
{
    struct sockaddr_un sun = {.sun_family = AF_UNIX};
    strcpy(sun.sun_path, name);
    return bind(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&sun,
                sizeof sun);
}

/* A link itself, by the calls that name it so in ways of their own. */
static void link_itself(const char *name)
{
    struct {
        struct file_handle h;
        char room[128];
    } a = {{.handle_bytes = 128}}, b = a;
    char dir[4096];
    int id;
    tell(inotify_add_watch(inotify_init1(0), name,
                           IN_OPEN | IN_ONLYDIR | IN_DONT_FOLLOW));
    tell(name_to_handle_at(AT_FDCWD, name, &a.h, &id, 0));
    tell(name_to_handle_at(AT_FDCWD, name, &b.h, &id, AT_SYMLINK_FOLLOW));
    printf("same %d\n", a.h.handle_bytes == b.h.handle_bytes &&
                            !memcmp(a.room, b.room, a.h.handle_bytes));
    tell(umount2(name, 8 /* UMOUNT_NOFOLLOW */));
    strcpy(dir, name);
    *strrchr(dir, '/') = 0;
    struct open_how how = {O_RDONLY, 0, RESOLVE_IN_ROOT};
    int fd = open(dir, O_PATH);
    tell(syscall(SYS_openat2, fd, "/both", &how, sizeof how));
    tell(syscall(SYS_openat2, fd, strrchr(name, '/'), &how, sizeof how));
    how.resolve = 0;
    tell(syscall(SYS_openat2, fd, name, &how, sizeof how));
    how.resolve = RESOLVE_NO_SYMLINKS;
    tell(syscall(SYS_openat2, fd, name, &how, sizeof how));
    how.resolve = RESOLVE_BENEATH;
    tell(syscall(SYS_openat2, fd, name, &how, sizeof how));
}

/* The file behind a is mounted where b is, in a namespace of its own. */
static void bind_mount(const char *a, const char *b)
{
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS)) {
        printf("ok\nok\nroot\n");
        return;
    }
    tell(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL));
    tell(mount(a, b, NULL, MS_BIND, NULL));
    cat(b);
}

static void one(const char *verb, char **arg)
{
    struct stat st;
    char buf[4096];
    if (!strcmp(verb, "cat"))
        cat(arg[0]);
    else if (!strcmp(verb, "put"))
        put(arg[0], arg[1]);
    else if (!strcmp(verb, "rm"))
        tell(unlink(arg[0]));
    else if (!strcmp(verb, "rmdir"))
        tell(rmdir(arg[0]));
    else if (!strcmp(verb, "mkdir"))
        tell(mkdir(arg[0], 0755));
    else if (!strcmp(verb, "mv"))
        tell(rename(arg[0], arg[1]));
    else if (!strcmp(verb, "ln"))
        tell(link(arg[0], arg[1]));
    else if (!strcmp(verb, "symlink"))
        tell(symlink(arg[0], arg[1]));
    else if (!strcmp(verb, "chmod"))
        tell(chmod(arg[0], 0600));
    else if (!strcmp(verb, "stat"))
        tell(stat(arg[0], &st));
    else if (!strcmp(verb, "lstat"))
        tell(lstat(arg[0], &st));
    else if (!strcmp(verb, "cd"))
        tell(chdir(arg[0]));
    else if (!strcmp(verb, "pwd"))
        printf("%s\n", getcwd(buf, sizeof buf));
    else if (!strcmp(verb, "listen"))
        tell(listen_at(arg[0]));
    else if (!strcmp(verb, "link"))
        link_itself(arg[0]);
    else if (!strcmp(verb, "bind"))
        bind_mount(arg[0], arg[1]);
    else if (!strcmp(verb, "run"))
        tell(execv(arg[0], arg));
    else
        exit(99);
}

/* Words up to "," are one command; "fork" runs the next one in a child. */
int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        int start = i, child = !strcmp(argv[i], "fork");
        while (i < argc && strcmp(argv[i], ","))
            i++;
        argv[i < argc ? i : argc] = NULL;
        fflush(stdout);
        if (child && fork() != 0) {
            wait(NULL);
            continue;
        }
        one(argv[start + child], argv + start + child + 1);
        fflush(stdout);
        if (child)
            _exit(0);
    }
    return 0;
}
