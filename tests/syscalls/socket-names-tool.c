// SPDX-License-Identifier: MIT
/*
 * Sockets with names in the directory of the first argument: what is shown of
 * them.  For socket-names.sh.
 */
#include "show.h"

#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

#define HEAD offsetof(struct sockaddr_un, sun_path)

static const char *dir;

static struct sockaddr_un name_of(const char *base)
{
    struct sockaddr_un un = {.sun_family = AF_UNIX};
    snprintf(un.sun_path, sizeof un.sun_path, "%s/%s", dir, base);
    return un;
}

static void show_name(const char *text, const void *name, socklen_t len)
{
    const struct sockaddr_un *un = name;
    printf("  %s: %d bytes, family %d %s\n", text, (int)len, un->sun_family,
           len > HEAD ? un->sun_path : "");
}

static int made(int type, const char *base)
{
    struct sockaddr_un un = name_of(base);
    int fd = socket(AF_UNIX, type, 0);
    printf("%s\n", base);
    SHOW(bind(fd, (void *)&un, sizeof un));
    return fd;
}

static void show_own(int fd)
{
    struct sockaddr_un un = {0};
    socklen_t len = sizeof un;
    SHOW(getsockname(fd, (void *)&un, &len));
    show_name("own", &un, len);
    memset(&un, 0, sizeof un);
    len = 5;
    SHOW(getsockname(fd, (void *)&un, &len));
    printf("  %d bytes: %s\n", (int)len, un.sun_path);
    len = -1;
    SHOW(getsockname(fd, (void *)&un, &len));
    SHOW(getsockname(fd, (void *)8, &len));
    SHOW(getsockname(fd, (void *)&un, NULL));
}

static void show_streams(void)
{
    struct sockaddr_un un = name_of("server"), peer = {0};
    socklen_t len = sizeof peer;
    int server = made(SOCK_STREAM, "server"), client, got;
    show_own(server);
    SHOW(listen(server, 5));
    SHOW(bind(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&un, sizeof un));
    client = made(SOCK_STREAM, "client");
    SHOW(connect(client, (void *)&un, sizeof un));
    SHOW(getpeername(client, (void *)&peer, &len));
    show_name("peer", &peer, len);
    memset(&peer, 0, sizeof peer);
    len = sizeof peer;
    got = accept(server, (void *)&peer, &len);
    show_name("accepted", &peer, len);
    close(got);
    /* One without a name. */
    client = socket(AF_UNIX, SOCK_STREAM, 0);
    SHOW(connect(client, (void *)&un, sizeof un));
    len = sizeof peer;
    got = accept4(server, (void *)&peer, &len, SOCK_CLOEXEC);
    show_name("accepted", &peer, len);
    close(got);
    un = name_of("nobody");
    SHOW(connect(client, (void *)&un, sizeof un));
}

static void show_received(int fd, int how)
{
    struct sockaddr_un from[2] = {0};
    char buf[2][8] = {"", ""};
    struct iovec iov[2] = {{buf[0], 7}, {buf[1], 7}};
    struct mmsghdr m[2] = {
        {{.msg_name = &from[0], sizeof from[0], &iov[0], 1}, 0},
        {{.msg_name = &from[1], sizeof from[1], &iov[1], 1}, 0},
    };
    socklen_t len = sizeof from[0];
    if (how == 0) {
        SHOW(recvfrom(fd, buf[0], 7, 0, (void *)&from[0], &len));
        show_name(buf[0], &from[0], len);
    } else if (how == 1) {
        SHOW(recvmsg(fd, &m[0].msg_hdr, 0));
        show_name(buf[0], &from[0], m[0].msg_hdr.msg_namelen);
        printf("  flags %x, control %d\n", m[0].msg_hdr.msg_flags,
               (int)m[0].msg_hdr.msg_controllen);
    } else {
        SHOW(recvmmsg(fd, m, 2, 0, NULL));
        for (int i = 0; i < 2; i++)
            show_name(buf[i], &from[i], m[i].msg_hdr.msg_namelen);
    }
}

static void show_datagrams(void)
{
    struct sockaddr_un to = name_of("to"), none = name_of("none");
    struct iovec iov[3] = {{"one", 3}, {"two", 3}, {"three", 5}};
    struct msghdr one = {&to, sizeof to, &iov[0], 1};
    struct mmsghdr both[3] = {
        {{&to, sizeof to, &iov[1], 1}, 9},
        {{&to, sizeof to, &iov[2], 1}, 9},
        {{&none, sizeof none, &iov[0], 1}, 9},
    };
    int from = made(SOCK_DGRAM, "from"), at = made(SOCK_DGRAM, "to");
    SHOW(sendto(from, "zero", 4, 0, (void *)&to, sizeof to));
    show_received(at, 0);
    SHOW(sendmsg(from, &one, 0));
    show_received(at, 1);
    SHOW(sendmmsg(from, both, 3, 0));
    printf("  sent %u %u %u\n", both[0].msg_len, both[1].msg_len,
           both[2].msg_len);
    show_received(at, 2);
    SHOW(sendmmsg(from, both + 2, 1, 0));
    SHOW(sendto(from, "zero", 4, 0, (void *)&none, sizeof none));
    one.msg_name = &none;
    SHOW(sendmsg(from, &one, 0));
    SHOW(sendmsg(from, (void *)8, 0));
    SHOW(sendto(socket(AF_UNIX, SOCK_DGRAM, 0), "anon", 4, 0, (void *)&to,
                sizeof to));
    show_received(at, 0);
}

int main(int argc, char **argv)
{
    struct stat st;
    dir = argv[1];
    show_streams();
    show_datagrams();
    if (chdir(dir) == 0) {
        dir = ".";
        printf("relative\n");
        show_own(made(SOCK_STREAM, "here"));
    }
    dir = argv[1];
    struct sockaddr_un un = name_of("here");
    SHOW(stat(un.sun_path, &st));
    return 0;
}
