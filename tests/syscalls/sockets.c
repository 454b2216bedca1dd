// SPDX-License-Identifier: MIT
/* Pipes, sockets, polling, event descriptors. */
#include "show.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/un.h>

static void show_pipes(void)
{
    int fds[2], n;
    char buf[16];
    SHOW(pipe2(fds, O_NONBLOCK | O_CLOEXEC));
    SHOW(pipe2(fds, 0x7));
    SHOW(syscall(SYS_pipe2, 8, 0));
    SHOW(read(fds[0], buf, 4));
    SHOW(write(fds[1], "abcdef", 6));
    SHOW(ioctl(fds[0], FIONREAD, &n));
    printf("%d\n", n);
    int other[2];
    pipe(other);
    SHOW(tee(fds[0], other[1], 3, 0));
    SHOW(splice(fds[0], NULL, other[1], NULL, 6, 0));
    SHOW(read(other[0], buf, sizeof buf));
    printf("%.9s\n", buf);
    SHOW(fcntl(fds[0], F_GETPIPE_SZ));
    SHOW(fcntl(fds[0], F_SETPIPE_SZ, 8192));
    signal(SIGPIPE, SIG_IGN);
    close(fds[0]);
    SHOW(write(fds[1], "x", 1));
    SHOW(lseek(fds[1], 0, SEEK_SET));
}

static void show_inet(void)
{
    struct sockaddr_in sin = {.sin_family = AF_INET}, peer;
    socklen_t len = sizeof sin;
    int one = 1, val;
    char buf[32] = "";
    sin.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int ls = socket(AF_INET, SOCK_STREAM, 0);
    SHOW(setsockopt(ls, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one));
    SHOW(setsockopt(ls, SOL_SOCKET, 9999, &one, sizeof one));
    SHOW(setsockopt(ls, SOL_SOCKET, SO_KEEPALIVE, (void *)8, 4));
    SHOW(bind(ls, (struct sockaddr *)&sin, sizeof sin));
    SHOW(bind(ls, (struct sockaddr *)&sin, 3));
    SHOW(listen(ls, 5));
    SHOW(getsockname(ls, (struct sockaddr *)&sin, &len));
    int cs = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    SHOW(connect(cs, (struct sockaddr *)&sin, sizeof sin));
    len = sizeof peer;
    int as = accept4(ls, (struct sockaddr *)&peer, &len, SOCK_NONBLOCK);
    printf("accepted %d family %d len %d\n", as >= 0, peer.sin_family,
           (int)len);
    SHOW(recv(as, buf, 10, 0));
    SHOW(send(cs, "hello", 5, MSG_NOSIGNAL));
    SHOW(setsockopt(cs, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one));
    len = sizeof val;
    SHOW(getsockopt(cs, IPPROTO_TCP, TCP_NODELAY, &val, &len));
    struct pollfd p = {.fd = as, .events = POLLIN | POLLOUT};
    SHOW(poll(&p, 1, 1000));
    printf("%x\n", p.revents);
    SHOW(recv(as, buf, 10, MSG_PEEK));
    SHOW(recvfrom(as, buf, 10, 0, NULL, NULL));
    SHOW(shutdown(cs, SHUT_WR));
    SHOW(poll(&p, 1, 1000));
    SHOW(recv(as, buf, 10, 0));
    SHOW(getpeername(ls, (struct sockaddr *)&peer, &len));
    close(as);
    close(cs);
    int un = socket(AF_INET, SOCK_STREAM, 0);
    sin.sin_port = htons(1);
    SHOW(connect(un, (struct sockaddr *)&sin, sizeof sin));
    SHOW(socket(AF_INET, 77, 0));
    SHOW(socket(9999, SOCK_STREAM, 0));
    int us = socket(AF_INET, SOCK_DGRAM, 0);
    SHOW(bind(us, (struct sockaddr *)&sin, 1));
    SHOW(sendto(us, "x", 1, 0, (struct sockaddr *)8, 16));
    SHOW(accept(us, NULL, NULL));
}

static void show_unix(void)
{
    struct sockaddr_un sun = {.sun_family = AF_UNIX};
    strcpy(sun.sun_path, "sock");
    int ls = socket(AF_UNIX, SOCK_STREAM, 0), cs;
    SHOW(bind(ls, (struct sockaddr *)&sun, sizeof sun));
    SHOW(bind(ls, (struct sockaddr *)&sun, sizeof sun));
    SHOW(listen(ls, 1));
    cs = socket(AF_UNIX, SOCK_STREAM, 0);
    SHOW(connect(cs, (struct sockaddr *)&sun, sizeof sun));
    strcpy(sun.sun_path, "nothing");
    SHOW(connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&sun,
                 sizeof sun));
    int sv[2];
    SHOW(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
    /* A descriptor and credentials with some bytes. */
    int fd = open("passed", O_RDWR | O_CREAT, 0600), got = -1;
    char control[CMSG_SPACE(sizeof fd)] = "", text[] = "payload", buf[16] = "";
    struct iovec iov = {text, sizeof text};
    struct msghdr m = {.msg_iov = &iov,
                       .msg_iovlen = 1,
                       .msg_control = control,
                       .msg_controllen = sizeof control};
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(c), &fd, sizeof fd);
    SHOW(sendmsg(sv[0], &m, 0));
    iov.iov_base = buf;
    memset(control, 0, sizeof control);
    SHOW(recvmsg(sv[1], &m, MSG_CMSG_CLOEXEC));
    c = CMSG_FIRSTHDR(&m);
    if (c)
        memcpy(&got, CMSG_DATA(c), sizeof got);
    printf("%s fd %d cloexec %d\n", buf, got > 0, fcntl(got, F_GETFD));
    m.msg_iov = (struct iovec *)8;
    SHOW(sendmsg(sv[0], &m, 0));
    SHOW(recvmsg(sv[1], (struct msghdr *)8, 0));
    struct ucred cred;
    socklen_t len = sizeof cred;
    SHOW(getsockopt(sv[0], SOL_SOCKET, SO_PEERCRED, &cred, &len));
    printf("own pid %d\n", cred.pid == getpid());
    struct mmsghdr mm[2] = {{.msg_hdr = {.msg_iov = &iov, .msg_iovlen = 1}},
                            {.msg_hdr = {.msg_iov = &iov, .msg_iovlen = 1}}};
    SHOW(sendmmsg(sv[0], mm, 2, 0));
    SHOW(recvmmsg(sv[1], mm, 2, MSG_DONTWAIT, NULL));
}

static void show_select(void)
{
    int fds[2];
    fd_set in, out;
    pipe(fds);
    struct timeval tv = {0, 1000};
    FD_ZERO(&in);
    FD_ZERO(&out);
    FD_SET(fds[0], &in);
    FD_SET(fds[1], &out);
    SHOW(select(fds[1] + 1, &in, &out, NULL, &tv));
    printf("%d %d\n", FD_ISSET(fds[0], &in) != 0, FD_ISSET(fds[1], &out) != 0);
    FD_ZERO(&in);
    FD_SET(fds[0], &in);
    SHOW(select(fds[0] + 1, &in, NULL, NULL, &tv));
    SHOW(select(-1, NULL, NULL, NULL, &tv));
    FD_SET(900, &in);
    SHOW(select(901, &in, NULL, NULL, &tv));
    SHOW(poll((struct pollfd *)8, 1, 0));
    SHOW(poll(NULL, 0, 1));
    struct pollfd bad = {.fd = 900, .events = POLLIN};
    SHOW(poll(&bad, 1, 0));
    printf("%x\n", bad.revents);
}

static void show_epoll(void)
{
    int fds[2], ep = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event ev = {.events = EPOLLIN | EPOLLET,
                             .data.u64 = 1ull << 40},
                       got[4];
    pipe(fds);
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, fds[0], &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, fds[0], &ev));
    ev.events = EPOLLOUT;
    ev.data.u64 = 77;
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, fds[1], &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_MOD, 900, &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_DEL, ep, NULL));
    write(fds[1], "x", 1);
    int n = SHOW(epoll_wait(ep, got, 4, 100));
    uint64_t sum = 0;
    for (int i = 0; i < n; i++)
        sum += got[i].data.u64 + got[i].events;
    printf("%llx\n", (unsigned long long)sum);
    SHOW(epoll_wait(ep, got, 0, 0));
    SHOW(epoll_wait(fds[0], got, 4, 0));
    SHOW(epoll_wait(ep, (void *)8, 4, 0));
}

static void show_events(void)
{
    uint64_t v = 5;
    int fd = eventfd(3, EFD_NONBLOCK);
    SHOW(write(fd, &v, 8));
    SHOW(read(fd, &v, 8));
    printf("%d\n", (int)v);
    SHOW(read(fd, &v, 8));
    SHOW(read(fd, &v, 4));
    int tfd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    struct itimerspec its = {{0, 0}, {0, 1000000}};
    SHOW(timerfd_settime(tfd, 0, &its, NULL));
    SHOW(read(tfd, &v, 8));
    printf("%d\n", (int)v);
    SHOW(timerfd_gettime(tfd, &its));
    SHOW(timerfd_create(99, 0));
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    int sfd = signalfd(-1, &set, SFD_NONBLOCK);
    struct signalfd_siginfo si;
    SHOW(read(sfd, &si, sizeof si));
    raise(SIGUSR1);
    SHOW(read(sfd, &si, sizeof si));
    printf("%u\n", si.ssi_signo);
}

int main(void)
{
    show_in_directory();
    show_pipes();
    show_inet();
    show_unix();
    show_select();
    show_epoll();
    show_events();
    return 0;
}
