// SPDX-License-Identifier: MIT
/*
 * Every family's calls that wait, interrupted by a handler: without
 * SA_RESTART, with it, and by a signal that is ignored.  What ends a wait that
 * goes on is another process.
 */
#include "show.h"

#include <linux/aio_abi.h>
#include <linux/futex.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <termios.h>
#include <time.h>

/* In shared memory: how often; the process that ends a wait looks at it. */
static volatile int *caught;

static void handler(int sig)
{
    ++*caught;
}

/* What a test waits for, and how it is ended. */
struct test {
    const char *name;
    long (*wait)(void);
    void (*end)(void);  /* in another process; NULL: it ends by itself */
    void (*undo)(void); /* after a wait that was not ended, or was */
};

static int fds[2], extra;
static char bytes[1 << 16];
static struct timespec soon;

static void drain(int fd)
{
    fcntl(fd, F_SETFL, O_NONBLOCK);
    while (read(fd, bytes, sizeof bytes) > 0)
        ;
    fcntl(fd, F_SETFL, 0);
}

static void fill(int fd)
{
    fcntl(fd, F_SETFL, O_NONBLOCK);
    while (write(fd, bytes, 4096) > 0)
        ;
    while (write(fd, bytes, 1) > 0)
        ;
    fcntl(fd, F_SETFL, 0);
}

static void put_byte(void)
{
    write(fds[1], "x", 1);
}

static void take_bytes(void)
{
    read(fds[0], bytes, 8192);
}

static void empty(void)
{
    drain(fds[0]);
}

static void refill(void)
{
    fill(fds[1]);
}

static long read_pipe(void)
{
    return read(fds[0], bytes, 10);
}

static long readv_pipe(void)
{
    struct iovec v = {bytes, 10};
    return readv(fds[0], &v, 1);
}

static long write_pipe(void)
{
    return write(fds[1], bytes, 100);
}

static long splice_out(void)
{
    return splice(fds[0], NULL, extra, NULL, 100, 0);
}

static long sendfile_pipe(void)
{
    return sendfile(fds[1], extra, &(off_t){0}, 100);
}

static long tee_pipe(void)
{
    static int other[2];
    if (!other[0])
        pipe(other);
    return tee(fds[0], other[1], 100, 0);
}

static long vmsplice_pipe(void)
{
    struct iovec v = {bytes, 100};
    return vmsplice(fds[1], &v, 1, 0);
}

static long poll_pipe(void)
{
    struct pollfd p = {fds[0], POLLIN, 0};
    return poll(&p, 1, 3000);
}

static long select_pipe(void)
{
    fd_set set;
    struct timeval tv = {3, 0};
    FD_ZERO(&set);
    FD_SET(fds[0], &set);
    return select(fds[0] + 1, &set, NULL, NULL, &tv);
}

static long epoll_pipe(void)
{
    struct epoll_event ev = {.events = EPOLLIN};
    struct timespec ts = {3, 0};
    int ep = epoll_create1(0);
    epoll_ctl(ep, EPOLL_CTL_ADD, fds[0], &ev);
    long r = syscall(441 /* epoll_pwait2 */, ep, &ev, 1, &ts, NULL, 0);
    int was = errno;
    close(ep);
    errno = was;
    return r;
}

static long recv_socket(void)
{
    return recv(fds[0], bytes, 10, 0);
}

static long recvmsg_socket(void)
{
    struct iovec v = {bytes, 10};
    struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};
    return recvmsg(fds[0], &m, 0);
}

static long recvmmsg_socket(void)
{
    struct iovec v = {bytes, 10};
    struct mmsghdr m = {.msg_hdr = {.msg_iov = &v, .msg_iovlen = 1}};
    return recvmmsg(fds[0], &m, 1, 0, NULL);
}

static long send_socket(void)
{
    return send(fds[1], bytes, 100, 0);
}

static long sendmsg_socket(void)
{
    struct iovec v = {bytes, 100};
    struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};
    return sendmsg(fds[1], &m, 0);
}

static long accept_socket(void)
{
    long fd = accept(extra, NULL, NULL);
    if (fd < 0)
        return fd;
    close(fd);
    return 0;
}

static struct sockaddr_un listener = {AF_UNIX, "listener"};

static void connect_socket(void)
{
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    connect(fd, (struct sockaddr *)&listener, sizeof listener);
    usleep(1000);
}

static long connect_full(void)
{
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    long r = connect(fd, (struct sockaddr *)&listener, sizeof listener);
    int was = errno;
    if (r < 0)
        close(fd);
    errno = was;
    return r;
}

static void accept_one(void)
{
    accept(extra, NULL, NULL);
}

static int queue;

static long rcv_message(void)
{
    struct {
        long type;
        char text[10];
    } m;
    return msgrcv(queue, &m, 10, 0, 0);
}

static void snd_message(void)
{
    struct {
        long type;
        char text[10];
    } m = {1, "abc"};
    msgsnd(queue, &m, 4, 0);
}

static int semaphore;

static long op_semaphore(void)
{
    struct sembuf op = {0, -1, 0};
    return semop(semaphore, &op, 1);
}

static long timed_semaphore(void)
{
    struct sembuf op = {0, -1, 0};
    struct timespec ts = {3, 0};
    return semtimedop(semaphore, &op, 1, &ts);
}

static void up_semaphore(void)
{
    struct sembuf op = {0, 1, 0};
    semop(semaphore, &op, 1);
}

static void zero_semaphore(void)
{
    semctl(semaphore, 0, SETVAL, 0);
}

static mqd_t mq;

static long receive_mq(void)
{
    return mq_receive(mq, bytes, 16, NULL);
}

static long timed_mq(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_REALTIME, &ts);
    ts.tv_sec += 3;
    return mq_timedreceive(mq, bytes, 16, NULL, &ts);
}

static void send_mq(void)
{
    mq_send(mq, "abc", 3, 0);
}

static int *word;

static long wait_futex(void)
{
    return syscall(SYS_futex, word, FUTEX_WAIT, *word, NULL, NULL, 0);
}

static long timed_futex(void)
{
    struct timespec ts = {3, 0};
    return syscall(SYS_futex, word, FUTEX_WAIT, *word, &ts, NULL, 0);
}

static long bitset_futex(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    ts.tv_sec += 3;
    return syscall(SYS_futex, word, FUTEX_WAIT_BITSET, *word, &ts, NULL, 1);
}

static long waitv_futex(void)
{
    struct {
        uint64_t val, addr;
        uint32_t flags, pad;
    } v = {(uint64_t)*word, (uintptr_t)word, 2, 0};
    return syscall(449, &v, 1, 0, NULL, 0);
}

static long wait_futex2(void)
{
    return syscall(455, word, (long)*word, -1l & 0xffffffff, 2, NULL, 0);
}

static void wake_futex(void)
{
    syscall(SYS_futex, word, FUTEX_WAKE, 1, NULL, NULL, 0);
}

static long read_inotify(void)
{
    return read(extra, bytes, 4096);
}

static void touch_file(void)
{
    close(open("touched", O_CREAT | O_RDWR, 0600));
    unlink("touched");
}

static long read_eventfd(void)
{
    uint64_t v;
    return read(extra, &v, 8);
}

static long write_eventfd(void)
{
    uint64_t v = ~0ull - 1;
    return write(extra, &v, 8);
}

static void add_eventfd(void)
{
    eventfd_write(extra, 1);
}

static void take_eventfd(void)
{
    uint64_t v;
    read(extra, &v, 8);
}

static void full_eventfd(void)
{
    fcntl(extra, F_SETFL, O_NONBLOCK);
    eventfd_write(extra, ~0ull - 1);
    fcntl(extra, F_SETFL, 0);
}

static long read_timerfd(void)
{
    struct itimerspec its = {{0, 0}, {0, 120000000}};
    int fd = timerfd_create(CLOCK_MONOTONIC, 0);
    uint64_t v;
    timerfd_settime(fd, 0, &its, NULL);
    long r = read(fd, &v, 8);
    int was = errno;
    close(fd);
    errno = was;
    return r;
}

static long read_signalfd(void)
{
    struct signalfd_siginfo si;
    return read(extra, &si, sizeof si);
}

static pid_t parent;

static void send_usr2(void)
{
    kill(parent, SIGUSR2);
}

static void drain_usr2(void)
{
    sigset_t set;
    struct timespec zero = {0, 0};
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    while (sigtimedwait(&set, NULL, &zero) > 0)
        ;
}

static long wait_usr2(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    return sigwaitinfo(&set, NULL);
}

static long timedwait_usr2(void)
{
    sigset_t set;
    struct timespec ts = {3, 0};
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    return sigtimedwait(&set, NULL, &ts);
}

static long lock_flock(void)
{
    int fd = open("lock", O_RDWR);
    long r = flock(fd, LOCK_EX);
    int was = errno;
    close(fd);
    errno = was;
    return r;
}

static long lock_ofd(void)
{
    struct flock fl = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = open("lock", O_RDWR);
    long r = fcntl(fd, F_OFD_SETLKW, &fl);
    int was = errno;
    close(fd);
    errno = was;
    return r;
}

static void take_lock(void)
{
    struct flock fl = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    flock(extra, LOCK_EX);
    fcntl(extra, F_OFD_SETLK, &fl);
}

static void release_lock(void)
{
    struct flock fl = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
    flock(extra, LOCK_UN);
    fcntl(extra, F_OFD_SETLK, &fl);
}

static long open_fifo(void)
{
    long fd = open("fifo", O_RDONLY);
    if (fd < 0)
        return fd;
    close(fd);
    return 0;
}

static void write_fifo(void)
{
    close(open("fifo", O_WRONLY));
}

static pid_t child;

static long waitid_child(void)
{
    siginfo_t si;
    return waitid(P_PID, child, &si, WEXITED | WNOWAIT);
}

static long poll_pidfd(void)
{
    struct pollfd p = {extra, POLLIN, 0};
    return poll(&p, 1, 3000);
}

static void end_child(void)
{
    kill(child, SIGKILL);
}

static void new_child(void)
{
    if (child) {
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    child = fork();
    if (child == 0) {
        signal(SIGALRM, SIG_IGN);
        for (;;)
            pause();
    }
    if (extra)
        close(extra);
    extra = syscall(434 /* pidfd_open */, child, 0);
}

static long sleep_clock(void)
{
    return -clock_nanosleep(CLOCK_REALTIME, 0, &soon, NULL);
}

static long sleep_nano(void)
{
    return nanosleep(&soon, NULL);
}

static long sleep_until(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    ts.tv_nsec += soon.tv_nsec;
    ts.tv_sec += ts.tv_nsec / 1000000000;
    ts.tv_nsec %= 1000000000;
    return -clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &ts, NULL);
}

static int terminal;

static long read_terminal(void)
{
    return read(extra, bytes, 100);
}

static void type_line(void)
{
    write(terminal, "abc\n", 4);
}

static aio_context_t aio;

static long timed_aio(void)
{
    struct io_event ev;
    struct timespec ts = {0, 150000000};
    return syscall(SYS_io_getevents, aio, 1, 1, &ev, &ts);
}

static long ptimed_aio(void)
{
    struct io_event ev;
    struct timespec ts = {0, 150000000};
    sigset_t none;
    struct {
        sigset_t *set;
        size_t size;
    } mask = {&none, 8};
    sigemptyset(&none);
    return syscall(SYS_io_pgetevents, aio, 1, 1, &ev, &ts, &mask);
}

static void show_wait(const struct test *t, const char *how)
{
    struct itimerval it = {{0, 8000}, {0, 8000}}, none = {{0, 0}, {0, 0}};
    pid_t helper = 0;
    *caught = 0;
    if (strcmp(how, "not restarted") != 0 && t->end) {
        helper = fork();
        if (helper == 0) {
            for (int i = 0; i < 15 || (!*caught && how[0] == 'r'); i++)
                usleep(1000);
            t->end();
            _exit(0);
        }
    }
    setitimer(ITIMER_REAL, &it, NULL);
    errno = 0;
    long r = t->wait();
    int error = errno;
    setitimer(ITIMER_REAL, &none, NULL);
    printf("%s, %s: %ld %s, caught %d\n", t->name, how, r,
           r == -1 ? strerrorname_np(error) : "", *caught > 0);
    fflush(stdout);
    if (helper)
        waitpid(helper, NULL, 0);
    if (t->undo)
        t->undo();
}

static void show(const char *name, long (*wait)(void), void (*end)(void),
                 void (*undo)(void))
{
    struct test t = {name, wait, end, undo};
    struct sigaction sa = {.sa_handler = handler};
    sigaction(SIGALRM, &sa, NULL);
    if (undo)
        undo();
    show_wait(&t, "not restarted");
    sa.sa_flags = SA_RESTART;
    sigaction(SIGALRM, &sa, NULL);
    show_wait(&t, "restarted");
    signal(SIGALRM, SIG_IGN);
    show_wait(&t, "ignored");
}

static void show_pipes(void)
{
    pipe(fds);
    extra = open("out", O_CREAT | O_RDWR, 0600);
    show("read", read_pipe, put_byte, empty);
    show("readv", readv_pipe, put_byte, empty);
    show("splice", splice_out, put_byte, empty);
    show("tee", tee_pipe, put_byte, empty);
    show("poll", poll_pipe, put_byte, empty);
    show("select", select_pipe, put_byte, empty);
    show("epoll_pwait2", epoll_pipe, put_byte, empty);
    show("write", write_pipe, take_bytes, refill);
    show("vmsplice", vmsplice_pipe, take_bytes, refill);
    write(extra, bytes, 1000);
    show("sendfile", sendfile_pipe, take_bytes, refill);
    mkfifo("fifo", 0600);
    show("open", open_fifo, write_fifo, NULL);
}

static void show_sockets(void)
{
    int sv[2];
    socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fds);
    show("recv", recv_socket, put_byte, empty);
    show("recvmsg", recvmsg_socket, put_byte, empty);
    show("recvmmsg", recvmmsg_socket, put_byte, empty);
    show("send", send_socket, empty, refill);
    show("sendmsg", sendmsg_socket, empty, refill);
    extra = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(extra, (struct sockaddr *)&listener, sizeof listener);
    listen(extra, 0);
    show("accept", accept_socket, connect_socket, NULL);
    connect_full();
    show("connect", connect_full, accept_one, NULL);
    socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
    fds[0] = sv[0];
    struct timeval tv = {0, 90000};
    setsockopt(fds[0], SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv);
    show("recv with a time", recv_socket, NULL, NULL);
}

static void show_ipc(void)
{
    struct mq_attr attr = {0, 2, 16};
    char name[32];
    queue = msgget(IPC_PRIVATE, 0600);
    show("msgrcv", rcv_message, snd_message, NULL);
    msgctl(queue, IPC_RMID, NULL);
    semaphore = semget(IPC_PRIVATE, 1, 0600);
    show("semop", op_semaphore, up_semaphore, zero_semaphore);
    show("semtimedop", timed_semaphore, up_semaphore, zero_semaphore);
    semctl(semaphore, 0, IPC_RMID);
    sprintf(name, "/ferry-waits-%d", getpid());
    mq = mq_open(name, O_RDWR | O_CREAT | O_EXCL, 0600, &attr);
    if (mq >= 0) {
        mq_unlink(name);
        show("mq_receive", receive_mq, send_mq, NULL);
        show("mq_timedreceive", timed_mq, send_mq, NULL);
    }
}

static void show_futexes(void)
{
    show("futex wait", wait_futex, wake_futex, NULL);
    show("futex timed", timed_futex, wake_futex, NULL);
    show("futex bitset", bitset_futex, wake_futex, NULL);
    show("futex_waitv", waitv_futex, wake_futex, NULL);
    show("futex_wait", wait_futex2, wake_futex, NULL);
}

static void show_event_descriptors(void)
{
    sigset_t set;
    extra = inotify_init1(0);
    inotify_add_watch(extra, ".", IN_CREATE);
    show("inotify", read_inotify, touch_file, NULL);
    extra = eventfd(0, 0);
    show("eventfd read", read_eventfd, add_eventfd, NULL);
    show("eventfd write", write_eventfd, take_eventfd, full_eventfd);
    show("timerfd", read_timerfd, NULL, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    extra = signalfd(-1, &set, 0);
    show("signalfd", read_signalfd, send_usr2, drain_usr2);
    show("sigwaitinfo", wait_usr2, send_usr2, drain_usr2);
    show("sigtimedwait", timedwait_usr2, send_usr2, drain_usr2);
}

static void show_others(void)
{
    int unlocked = 0, number;
    char name[32];
    extra = open("lock", O_CREAT | O_RDWR, 0600);
    show("flock", lock_flock, release_lock, take_lock);
    show("F_OFD_SETLKW", lock_ofd, release_lock, take_lock);
    extra = 0;
    show("waitid", waitid_child, end_child, new_child);
    show("poll of a pidfd", poll_pidfd, end_child, new_child);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    soon = (struct timespec){0, 90000000};
    show("clock_nanosleep", sleep_clock, NULL, NULL);
    show("nanosleep", sleep_nano, NULL, NULL);
    show("sleep until", sleep_until, NULL, NULL);
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    ioctl(terminal, TIOCSPTLCK, &unlocked);
    ioctl(terminal, TIOCGPTN, &number);
    sprintf(name, "/dev/pts/%d", number);
    extra = open(name, O_RDWR | O_NOCTTY);
    show("terminal", read_terminal, type_line, NULL);
    if (syscall(SYS_io_setup, 4, &aio) == 0) {
        show("io_getevents", timed_aio, NULL, NULL);
        show("io_pgetevents", ptimed_aio, NULL, NULL);
    }
}

int main(void)
{
    parent = getpid();
    word = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                -1, 0);
    caught = word + 100;
    show_in_directory();
    show_pipes();
    show_sockets();
    show_ipc();
    show_futexes();
    show_event_descriptors();
    show_others();
    return 0;
}
