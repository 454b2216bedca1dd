// SPDX-License-Identifier: MIT
/*
 * RLIMIT_FSIZE binds what the program writes: an exec and a look at /proc
 * write nothing of its, and bring no SIGXFSZ.  Where the hard limit is 0 and
 * can't be raised, Ferry's exec may be ENOMEM; a kernel's never is.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXECUTED 7
#define REFUSED  8

/* /proc shows something, and the limit is the program's own still. */
static int look(const struct rlimit *expected)
{
    struct rlimit now;
    char buf[64];
    int fd = open("/proc/self/maps", O_RDONLY);

    if (fd < 0 || read(fd, buf, sizeof(buf)) != sizeof(buf))
        return 20;
    close(fd);
    getrlimit(RLIMIT_FSIZE, &now);
    return memcmp(&now, expected, sizeof(now)) ? 21 : 0;
}

static int run(struct rlimit limit)
{
    int status, failed;
    pid_t pid = fork();

    if (pid) {
        waitpid(pid, &status, 0);
        return status;
    }
    setrlimit(RLIMIT_FSIZE, &limit);
    failed = look(&limit);
    if (failed)
        _exit(failed);
    execl("/proc/self/exe", "again", NULL);
    if (errno != ENOMEM)
        _exit(23);
    failed = look(&limit);
    _exit(failed ? failed : REFUSED);
}

int main(int argc, char **argv)
{
    struct rlimit now, none = {0, 0};
    int status;

    if (strcmp(argv[0], "again") == 0)
        return EXECUTED;
    (void)argc;
    getrlimit(RLIMIT_FSIZE, &now);
    now.rlim_cur = 0;
    status = run(now);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == EXECUTED);
    now.rlim_max = 1u << 20;
    status = run(now);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == EXECUTED);
    /* Refused where there is no right to raise it. */
    status = run(none);
    CHECK(WIFEXITED(status) &&
          (WEXITSTATUS(status) == EXECUTED || WEXITSTATUS(status) == REFUSED));
    return check_result();
}
