// SPDX-License-Identifier: MIT
// Drives an interactive shell on a pseudo-terminal as a person would, with
// ^C, ^Z, fg, bg, ^D and a resized window.
//
//   pty-shell PROGRAM ARGUMENT...
//
// Each step sends keys and waits for a text. Exits 0 if all came in time; else
// shows the step and what came instead.

#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct step {
    const char *what;
    const char *keys; // NULL: the answer has come with the last three steps
    const char *answer;
    int pause_ms; // before the keys are sent, for the last command to start
};

static const struct step steps[] = {
    {"a prompt comes", "PS1='ready> '\n", "\nready> ", 200},
    {"a command is echoed and runs", "echo $((6 * 7))\n", "42\r\n", 0},
    {"the terminal is one", "tty >/dev/null && echo is a t''ty\n",
     "is a tty\r\n", 0},
    {"the window's size is seen", "stty size\n", "40 100\r\n", 0},
    {"a line can be edited", "echo abX\177c\n", "abc\r\n", 0},
    {"^C ends a command", "sleep 60\n", "sleep 60\r\n", 0},
    {"... at once", "\003", "ready> ", 500},
    {"... with the signal's status", "echo s=$?\n", "s=130\r\n", 0},
    {"^C at the prompt gives another", "garbage\003", "ready> ", 100},
    {"^C ends a loop of the shell's own", "while :; do :; done\n", "done\r\n",
     100},
    {"... at once", "\003", "ready> ", 300},
    {"^C ends a pipeline", "cat | cat | sleep 60\n", "sleep 60\r\n", 0},
    {"... all of it", "\003", "ready> ", 500},
    {"^Z stops a command", "sleep 3\n", "sleep 3\r\n", 0},
    {"... and says so", "\032", "Stopped", 500},
    {"jobs shows it", "jobs\n", "Stopped", 200},
    {"bg resumes it", "bg\n", "sleep 3", 0},
    {"jobs shows it as running", "jobs\n", "Running", 0},
    {"fg waits for it", "fg\n", "sleep 3\r\n", 0},
    {"... to its end", "echo end=$?\n", "end=0\r\n", 0},
    {"^Z once more", "sleep 60\n", "sleep 60\r\n", 0},
    {"... stops", "\032", "Stopped", 500},
    {"fg resumes it", "fg\n", "sleep 60\r\n", 0},
    {"... and ^C ends it then", "\003", "ready> ", 500},
    {"a stopped pipeline", "cat | tr a-z A-Z\n", "A-Z\r\n", 0},
    {"... gets its input after fg", "\032", "Stopped", 300},
    {"... in the foreground", "fg\n", "\n", 200},
    {"... line by line", "hello\n", "hello\r\n", 200},
    {"... and ends at ^D", "\004", "ready> ", 200},
    {"... and had it all", NULL, "HELLO", 0},
    {"^\\ ends a command", "sleep 60\n", "sleep 60\r\n", 0},
    {"... with its signal", "\034", "ready> ", 500},
    {"its status", "echo q=$?\n", "q=131\r\n", 0},
    {"a background job can't read", "cat &\n", "ready> ", 0},
    {"... and is stopped", "jobs\n", "Stopped", 500},
    {"... until it is killed", "kill -9 %1; sleep 1\n", "ready> ", 0},
    {"... and is gone", "jobs; echo jobs=$(jobs | wc -l)\n", "jobs=0\r\n", 200},
    {"a trap is set", "trap 'echo caught' INT\n", "INT\r\nready> ", 200},
    {"... and runs at ^C", "read x\n", "read x\r\n", 0},
    {"... at once", "\003", "caught", 300},
    {"the shell ends at ^D", "trap - INT\n", "ready> ", 300},
};

static char output[1 << 20];
static size_t output_size;

static long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

// Reads what comes until `answer` is in it, or the time is over.
static int output_wait(int fd, size_t from, const char *answer, int ms)
{
    long end = now_ms() + ms;
    for (;;) {
        output[output_size] = 0;
        if (answer && strstr(output + from, answer))
            return 1;
        long left = end - now_ms();
        struct pollfd p = {.fd = fd, .events = POLLIN};
        if (left <= 0 || poll(&p, 1, (int)left) <= 0)
            return 0;
        ssize_t n =
            read(fd, output + output_size, sizeof(output) - 1 - output_size);
        if (n <= 0)
            return 0;
        output_size += (size_t)n;
    }
}

static int step_run(int fd, const struct step *s)
{
    static size_t starts[3];
    size_t from = starts[0];
    if (s->keys) {
        output_wait(fd, output_size, NULL, s->pause_ms);
        from = output_size;
        memmove(starts, starts + 1, sizeof(starts) - sizeof(starts[0]));
        starts[2] = from;
        size_t length = strlen(s->keys);
        if (write(fd, s->keys, length) != (ssize_t)length)
            return 0;
    }
    if (output_wait(fd, from, s->answer, s->keys ? 10000 : 0))
        return 1;
    printf("FAIL: %s: expected \"%s\", got \"%s\"\n", s->what, s->answer,
           output + from);
    return 0;
}

// The shell must end by ^D alone, with status 0.
static int shell_end(int fd, pid_t pid)
{
    int status;
    if (write(fd, "\004", 1) != 1)
        return 0;
    output_wait(fd, output_size, NULL, 1000);
    for (int i = 0; i < 100; i++) {
        pid_t done = waitpid(pid, &status, WNOHANG);
        if (done == pid && status == 0)
            return 1;
        if (done != 0) {
            printf("FAIL: the shell ended with wait status %#x\n", status);
            return 0;
        }
        usleep(100000);
    }
    printf("FAIL: the shell does not end at ^D\n");
    kill(pid, SIGKILL);
    return 0;
}

int main(int argc, char **argv)
{
    struct winsize size = {.ws_row = 40, .ws_col = 100};
    int fd, failed = 0;
    if (argc < 2)
        return 2;
    pid_t pid = forkpty(&fd, NULL, NULL, &size);
    if (pid < 0) {
        perror("forkpty");
        return 99;
    }
    if (pid == 0) {
        // Started in the background we may have been told to ignore these.
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        signal(SIGTSTP, SIG_DFL);
        execv(argv[1], argv + 1);
        _exit(127);
    }
    size_t count = sizeof(steps) / sizeof(steps[0]);
    size_t i = 0;
    while (i < count && step_run(fd, &steps[i]))
        i++;
    failed = i < count;
    if (failed)
        kill(pid, SIGKILL);
    else
        failed = !shell_end(fd, pid);
    printf("%zu passed, %d failed\n", i + !failed, failed);
    return failed;
}
