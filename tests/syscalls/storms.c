// SPDX-License-Identifier: MIT
/* A timer's signals every half millisecond while processes come and go. */
#include "show.h"

#include <spawn.h>
#include <sys/time.h>

extern char **environ;

static volatile int ticks;

static void on_tick(int sig)
{
    (void)sig;
    ticks++;
}

static void expect(const char *what, int i, pid_t pid, int code)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != code)
        printf("%s %d: status %x\n", what, i, (unsigned)status);
}

static void one_round(int i, char *self)
{
    char *args[] = {self, "exit", "5", NULL}, buf[4];
    pid_t pid = fork();
    int fds[2];
    if (pid == 0)
        _exit(i & 63);
    expect("fork", i, pid, i & 63);
    pid = vfork();
    if (pid == 0)
        _exit(7);
    expect("vfork", i, pid, 7);
    int err = posix_spawn(&pid, self, NULL, NULL, args, environ);
    if (err)
        printf("spawn %d: %s\n", i, strerrorname_np(err));
    else
        expect("spawn", i, pid, 5);
    pipe(fds);
    pid = fork();
    if (pid == 0) {
        write(fds[1], "abc", 3);
        execv(self, args);
        _exit(99);
    }
    ssize_t n = read(fds[0], buf, sizeof buf);
    if (n != 3)
        printf("read %d: %zd %s\n", i, n, strerrorname_np(errno));
    expect("exec", i, pid, 5);
    close(fds[0]);
    close(fds[1]);
}

int main(int argc, char **argv)
{
    if (argc > 2)
        return atoi(argv[2]);
    struct sigaction sa = {.sa_handler = on_tick, .sa_flags = SA_RESTART};
    struct itimerval it = {{0, 500}, {0, 500}}, none = {{0, 0}, {0, 0}};
    sigaction(SIGALRM, &sa, NULL);
    setitimer(ITIMER_REAL, &it, NULL);
    for (int i = 0; i < 100; i++)
        one_round(i, argv[0]);
    setitimer(ITIMER_REAL, &none, NULL);
    printf("ticks %d\n", ticks > 50);
    SHOW(wait(NULL));
    return 0;
}
