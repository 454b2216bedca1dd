// SPDX-License-Identifier: MIT
/* Does one thing after another to files, for root-directory.sh. */
#include "show.h"

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
