// SPDX-License-Identifier: MIT
/* Names and directories. */
#include "show.h"

#include <dirent.h>
#include <sys/inotify.h>
#include <sys/xattr.h>

static void show_links(void)
{
    char buf[64] = "";
    close(open("file", O_CREAT | O_WRONLY, 0644));
    SHOW(link("file", "hard"));
    SHOW(link("file", "hard"));
    SHOW(link("none", "hard2"));
    SHOW(symlink("file", "soft"));
    SHOW(symlink("loop", "loop"));
    SHOW(open("loop", O_RDONLY));
    SHOW(readlink("soft", buf, sizeof buf));
    printf("%s\n", buf);
    SHOW(readlink("soft", buf, 2));
    SHOW(readlink("file", buf, sizeof buf));
    SHOW(readlink("soft", (char *)8, 10));
    SHOW(syscall(SYS_readlinkat, AT_FDCWD, "soft", buf, 0));
    SHOW(linkat(AT_FDCWD, "soft", AT_FDCWD, "h3", AT_SYMLINK_FOLLOW));
    SHOW(linkat(AT_FDCWD, "soft", AT_FDCWD, "h4", 0));
    SHOW(unlink("h3"));
    SHOW(unlink("h4"));
}

static void show_directories(void)
{
    char buf[4096];
    SHOW(mkdir("d", 0755));
    SHOW(mkdir("d", 0755));
    SHOW(mkdir("none/d", 0755));
    SHOW(mkdir("d/e", 0700));
    SHOW(rmdir("d"));
    SHOW(unlink("d"));
    SHOW(rmdir("file"));
    SHOW(rename("d/e", "e"));
    SHOW(rename("none", "x"));
    SHOW(rename("file", "d"));
    SHOW(rename("d", "d/sub"));
    SHOW(renameat2(AT_FDCWD, "file", AT_FDCWD, "soft", RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "file", AT_FDCWD, "soft", RENAME_EXCHANGE));
    SHOW(mknod("fifo", S_IFIFO | 0600, 0));
    SHOW(chdir("none"));
    SHOW(chdir("file"));
    SHOW(chdir("d"));
    SHOW_OK(getcwd(buf, sizeof buf) ? 0 : -1);
    printf("%s\n", strrchr(buf, '/'));
    SHOW(syscall(SYS_getcwd, buf, 2));
    SHOW(syscall(SYS_getcwd, 8, 4096));
    SHOW(chdir(".."));
    int fd = open("e", O_RDONLY | O_DIRECTORY);
    SHOW(mkdirat(fd, "inner", 0755));
    SHOW(fchdir(fd));
    SHOW(access("inner", X_OK));
    SHOW(chdir(".."));
    SHOW(unlinkat(fd, "inner", AT_REMOVEDIR));
    SHOW(unlinkat(fd, "inner", 0));
    close(fd);
}

static int name_order(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void show_listing(void)
{
    char *names[400];
    char name[32];
    unsigned n = 0;
    mkdir("many", 0755);
    for (int i = 0; i < 300; i++) {
        sprintf(name, "many/f%03d", i);
        close(open(name, O_CREAT | O_WRONLY, 0644));
    }
    DIR *dir = opendir("many");
    for (struct dirent *e; (e = readdir(dir));)
        names[n++] = strdup(e->d_name);
    qsort(names, n, sizeof *names, name_order);
    printf("%u entries, %s %s %s ... %s\n", n, names[0], names[1], names[2],
           names[n - 1]);
    rewinddir(dir);
    printf("again: %d\n", !!readdir(dir));
    char buf[4096];
    SHOW(syscall(SYS_getdents64, dirfd(dir), buf, 1));
    SHOW(syscall(SYS_getdents64, 99, buf, sizeof buf));
    closedir(dir);
    int fd = open("file", O_RDONLY);
    SHOW(syscall(SYS_getdents64, fd, buf, sizeof buf));
    close(fd);
    for (int i = 0; i < 300; i++) {
        sprintf(name, "many/f%03d", i);
        unlink(name);
    }
    SHOW(rmdir("many"));
}

static void show_watch(void)
{
    char buf[512];
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    SHOW_OK(fd);
    SHOW(read(fd, buf, sizeof buf));
    SHOW(inotify_add_watch(fd, ".", IN_CREATE | IN_DELETE));
    close(open("seen", O_CREAT | O_WRONLY, 0644));
    unlink("seen");
    SHOW(read(fd, buf, sizeof buf));
    struct inotify_event *e = (struct inotify_event *)buf;
    printf("%x %s\n", e->mask, e->name);
    SHOW(inotify_rm_watch(fd, 99));
    close(fd);
}

static void show_paths(void)
{
    char name[5000];
    memset(name, 'a', sizeof name);
    name[4999] = 0;
    SHOW(open(name, O_RDONLY) == -1 ? errno : 0);
    name[300] = 0;
    SHOW(open(name, O_RDONLY) == -1 ? errno : 0);
    SHOW(open("/", O_WRONLY));
    SHOW(access("/..//./../", F_OK));
    SHOW(access("/dev/null", W_OK));
    SHOW(access("file/", F_OK));
    SHOW(access("d/", F_OK));
    SHOW(mkdir("slash/", 0755));
    SHOW(unlink("nothing"));
    SHOW(setxattr("file", "user.x", "1", 1, 99));
    SHOW(getxattr("nothing", "user.x", name, 10));
}

int main(void)
{
    show_in_directory();
    show_links();
    show_directories();
    show_listing();
    show_watch();
    show_paths();
    return 0;
}
