// SPDX-License-Identifier: MIT
/* Terminals: attributes, sizes, job control, line discipline. */
#include "show.h"

#include <sys/ioctl.h>
#include <termios.h>

static int open_pair(int *master)
{
    int unlocked = 0, number = -1;
    char name[32];
    *master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    SHOW(ioctl(*master, TIOCSPTLCK, &unlocked));
    SHOW(ioctl(*master, TIOCGPTN, &number));
    sprintf(name, "/dev/pts/%d", number);
    return open(name, O_RDWR | O_NOCTTY);
}

static void show_attributes(int slave)
{
    struct termios t;
    struct winsize ws = {24, 80, 0, 0}, got;
    SHOW(tcgetattr(slave, &t));
    printf("%x %x %x %x %d %d %d\n", t.c_iflag, t.c_oflag, t.c_cflag, t.c_lflag,
           t.c_cc[VINTR], t.c_cc[VEOF], t.c_cc[VMIN]);
    t.c_lflag &= ~(ECHO | ICANON);
    t.c_cc[VMIN] = 1;
    SHOW(tcsetattr(slave, TCSANOW, &t));
    SHOW(tcgetattr(slave, &t));
    printf("%x %d\n", t.c_lflag, (int)cfgetospeed(&t));
    SHOW(tcsetattr(slave, 99, &t));
    SHOW(ioctl(slave, TIOCSWINSZ, &ws));
    SHOW(ioctl(slave, TIOCGWINSZ, &got));
    printf("%d %d\n", got.ws_row, got.ws_col);
    SHOW(ioctl(slave, TIOCGWINSZ, 8));
    SHOW(ioctl(slave, 0x12345678, 0));
    SHOW(tcflush(slave, TCIOFLUSH));
    SHOW(tcdrain(slave));
    SHOW(isatty(slave));
    t.c_lflag |= ICANON | ISIG;
    tcsetattr(slave, TCSANOW, &t);
}

static volatile int caught;

static void handler(int sig)
{
    caught = sig;
}

/* A session on the terminal; ^C and ^Z reach its foreground group. */
static void show_session(int master, int slave)
{
    int status;
    char buf[32];
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(ioctl(slave, TIOCSCTTY, 0));
        setsid();
        SHOW(ioctl(slave, TIOCSCTTY, 0));
        SHOW(tcgetpgrp(slave) == getpid());
        SHOW(tcgetsid(slave) == getpid());
        SHOW(close(open("/dev/tty", O_RDWR)));
        struct sigaction sa = {.sa_handler = handler};
        sigaction(SIGINT, &sa, NULL);
        write(slave, "ready", 5);
        ssize_t n = read(slave, buf, sizeof buf);
        printf("read %d %s caught %d\n", (int)n,
               n < 0 ? strerrorname_np(errno) : "", caught);
        n = read(slave, buf, sizeof buf);
        printf("line %d %.3s\n", (int)n, buf);
        n = read(slave, buf, sizeof buf);
        printf("end of file %d\n", (int)n);
        pid_t child = fork();
        if (child == 0) {
            setpgid(0, 0);
            signal(SIGTTOU, SIG_IGN);
            SHOW(tcsetpgrp(slave, getpid()));
            signal(SIGTTOU, SIG_DFL);
            write(slave, "child", 5);
            pause();
            _exit(1);
        }
        waitpid(child, &status, WUNTRACED);
        show_status("child", status);
        signal(SIGTTOU, SIG_IGN);
        SHOW(tcsetpgrp(slave, getpgrp()));
        kill(child, SIGKILL);
        kill(child, SIGCONT);
        waitpid(child, &status, 0);
        show_status("child", status);
        _exit(0);
    }
    read(master, buf, sizeof buf);
    usleep(30000);
    write(master, "\003", 1);
    usleep(30000);
    write(master, "abc\n", 4);
    usleep(30000);
    write(master, "\004", 1);
    while (read(master, buf, sizeof buf) > 0 && !memchr(buf, 'h', 5))
        ;
    usleep(30000);
    write(master, "\032", 1);
    waitpid(pid, &status, 0);
    show_status("session", status);
}

int main(void)
{
    int master, slave = open_pair(&master), null = open("/dev/null", O_RDWR);
    struct termios t;
    show_attributes(slave);
    SHOW(tcgetattr(null, &t));
    SHOW(isatty(null));
    SHOW(tcgetpgrp(null));
    show_session(master, slave);
    return 0;
}
