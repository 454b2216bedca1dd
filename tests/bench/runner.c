// SPDX-License-Identifier: MIT
// Measures a command: runs it COUNT times and prints the CPU time of one run
// (user and system, with the children it waited for) in microseconds.
//
//   runner COUNT OUTPUT PROGRAM [ARGUMENT...]
//
// The command's output goes to the file OUTPUT. Exits 1 if a run did not end
// with status 0.

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long time_micros(struct timeval t)
{
    return t.tv_sec * 1000000L + t.tv_usec;
}

static void child_exec(const char *output, char **argv)
{
    int fd = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    int null = open("/dev/null", O_RDONLY);
    if (fd < 0 || null < 0 || dup2(fd, 1) < 0 || dup2(null, 0) < 0)
        _exit(126);
    close(fd);
    close(null);
    execv(argv[0], argv);
    _exit(127);
}

int main(int argc, char **argv)
{
    int count = argc > 3 ? atoi(argv[1]) : 0;
    if (count < 1) {
        fprintf(stderr, "usage: runner COUNT OUTPUT PROGRAM [ARGUMENT...]\n");
        return 2;
    }
    long total = 0;
    for (int i = 0; i < count; i++) {
        struct rusage usage;
        int status;
        pid_t pid = vfork();
        if (pid < 0) {
            perror("fork");
            return 2;
        }
        if (pid == 0)
            child_exec(argv[2], argv + 3);
        if (wait4(pid, &status, 0, &usage) != pid) {
            perror("wait4");
            return 2;
        }
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            fprintf(stderr, "%s: wait status %#x\n", argv[3], status);
            return 1;
        }
        total += time_micros(usage.ru_utime) + time_micros(usage.ru_stime);
    }
    printf("%ld\n", total / count);
    return 0;
}
