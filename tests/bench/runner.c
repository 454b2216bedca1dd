// SPDX-License-Identifier: MIT
// Measures a command: runs it COUNT times and prints the CPU time of one run
// (user and system, with the children it waited for) in microseconds.
//
//   runner COUNT OUTPUT [--load COMMAND... --] PROGRAM [ARGUMENT...]
//
// The command's output goes to the file OUTPUT. With --load it is a server:
// OUTPUT is what COMMAND prints, which is not measured, and behind it the
// server is told to end by SIGTERM. Exits 1 if a run did not end with status 0.

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long time_micros(struct timeval t)
{
    return t.tv_sec * 1000000L + t.tv_usec;
}

static pid_t command_start(const char *output, char **argv)
{
    pid_t pid = vfork();
    if (pid < 0) {
        perror("fork");
        exit(2);
    }
    if (pid > 0)
        return pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int fd = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    int null = open("/dev/null", O_RDONLY);
    if (fd < 0 || null < 0 || dup2(fd, 1) < 0 || dup2(null, 0) < 0)
        _exit(126);
    close(fd);
    close(null);
    execv(argv[0], argv);
    _exit(127);
}

// Waits for a command's end and returns its CPU time.
static long command_end(pid_t pid, const char *name)
{
    struct rusage usage;
    int status;
    if (wait4(pid, &status, 0, &usage) != pid) {
        perror("wait4");
        exit(2);
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s: wait status %#x\n", name, status);
        exit(1);
    }
    return time_micros(usage.ru_utime) + time_micros(usage.ru_stime);
}

static long server_measure(const char *output, char **load, char **server)
{
    pid_t pid = command_start("/dev/null", server);
    command_end(command_start(output, load), load[0]);
    kill(pid, SIGTERM);
    return command_end(pid, server[0]);
}

int main(int argc, char **argv)
{
    int count = argc > 3 ? atoi(argv[1]) : 0;
    char **load = 0, **command = argv + 3;
    if (count > 0 && strcmp(*command, "--load") == 0) {
        load = ++command;
        while (*command && strcmp(*command, "--") != 0)
            command++;
        if (*command)
            *command++ = 0;
    }
    if (count < 1 || !*command) {
        fprintf(stderr, "usage: runner COUNT OUTPUT [--load COMMAND... --] "
                        "PROGRAM [ARGUMENT...]\n");
        return 2;
    }
    long total = 0;
    for (int i = 0; i < count; i++)
        total += load ? server_measure(argv[2], load, command)
                      : command_end(command_start(argv[2], command), *command);
    printf("%ld\n", total / count);
    return 0;
}
