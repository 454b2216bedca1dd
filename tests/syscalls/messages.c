// SPDX-License-Identifier: MIT
/* Control messages: rights, credentials, times; netlink; socket options. */
#include "show.h"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <linux/net_tstamp.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>

union control {
    char room[512];
    struct cmsghdr align;
};

/* Sends a byte with a control message of n bytes. */
static long send_control(int fd, int level, int type, const void *data,
                         size_t n)
{
    union control u = {{0}};
    struct iovec iov = {"x", 1};
    struct msghdr m = {.msg_iov = &iov,
                       .msg_iovlen = 1,
                       .msg_control = u.room,
                       .msg_controllen = CMSG_SPACE(n)};
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    c->cmsg_level = level;
    c->cmsg_type = type;
    c->cmsg_len = CMSG_LEN(n);
    memcpy(CMSG_DATA(c), data, n);
    return sendmsg(fd, &m, 0);
}

static struct msghdr got;
static union control got_control;
static char got_byte[64];
static struct sockaddr_storage got_name;

static long receive(int fd, size_t room, int flags)
{
    static struct iovec iov;
    iov = (struct iovec){got_byte, sizeof got_byte};
    memset(&got_control, 0, sizeof got_control);
    got = (struct msghdr){.msg_name = &got_name,
                          .msg_namelen = sizeof got_name,
                          .msg_iov = &iov,
                          .msg_iovlen = 1,
                          .msg_control = got_control.room,
                          .msg_controllen = room};
    return recvmsg(fd, &got, flags);
}

static void show_got(void)
{
    printf("flags %x control %d\n", got.msg_flags, (int)got.msg_controllen);
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&got); c; c = CMSG_NXTHDR(&got, c))
        printf("  level %d type %d len %d\n", c->cmsg_level, c->cmsg_type,
               (int)c->cmsg_len);
}

static void show_rights(void)
{
    int sv[2], fds[4] = {0, 1, 2, 0}, back[4], bad[1] = {99};
    socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_RIGHTS, fds, sizeof fds));
    SHOW(receive(sv[1], 512, MSG_CMSG_CLOEXEC));
    show_got();
    memcpy(back, CMSG_DATA(CMSG_FIRSTHDR(&got)), sizeof back);
    for (int i = 0; i < 4; i++) {
        printf("fd %d: closes %d\n", i, fcntl(back[i], F_GETFD));
        close(back[i]);
    }
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_RIGHTS, fds, sizeof fds));
    SHOW(receive(sv[1], CMSG_LEN(8), 0));
    show_got();
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_RIGHTS, fds, sizeof fds));
    SHOW(receive(sv[1], 0, 0));
    show_got();
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_RIGHTS, bad, sizeof bad));
    SHOW(send_control(sv[0], SOL_SOCKET, 99, bad, sizeof bad));
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_RIGHTS, bad, 0));
    int un = socket(AF_UNIX, SOCK_STREAM, 0);
    SHOW(send_control(un, SOL_SOCKET, SCM_RIGHTS, fds, 4));
    struct iovec iov = {"y", 1};
    struct msghdr m = {.msg_iov = &iov,
                       .msg_iovlen = 1,
                       .msg_control = (void *)8,
                       .msg_controllen = 64};
    SHOW(sendmsg(sv[0], &m, 0));
    m.msg_control = &got_control;
    m.msg_controllen = 8;
    SHOW(sendmsg(sv[0], &m, 0));
    m.msg_controllen = 0;
    m.msg_iovlen = 2000;
    SHOW(sendmsg(sv[0], &m, 0));
    m.msg_iovlen = 1;
    iov.iov_base = (void *)8;
    SHOW(sendmsg(sv[0], &m, 0));
    SHOW(sendmsg(sv[0], &m, 0x80000000));
    SHOW(recvmsg(sv[1], &m, MSG_DONTWAIT));
    SHOW(recvmsg(sv[1], &m, MSG_DONTWAIT | MSG_ERRQUEUE));
}

static void show_credentials(void)
{
    int sv[2], one = 1;
    struct ucred me = {getpid(), getuid(), getgid()}, other = {1, 77, 77};
    socketpair(AF_UNIX, SOCK_DGRAM, 0, sv);
    SHOW(setsockopt(sv[1], SOL_SOCKET, SO_PASSCRED, &one, sizeof one));
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_CREDENTIALS, &me, sizeof me));
    SHOW(receive(sv[1], 512, 0));
    show_got();
    struct ucred *c = (struct ucred *)CMSG_DATA(CMSG_FIRSTHDR(&got));
    printf("%d %d\n", c->pid == getpid(), c->uid == getuid());
    SHOW(write(sv[0], "plain", 5));
    SHOW(receive(sv[1], 512, 0));
    show_got();
    SHOW(send_control(sv[0], SOL_SOCKET, SCM_CREDENTIALS, &me, 4));
    if (getuid())
        SHOW(send_control(sv[0], SOL_SOCKET, SCM_CREDENTIALS, &other,
                          sizeof other));
    SHOW(setsockopt(sv[1], SOL_SOCKET, 76 /* SO_PASSPIDFD */, &one, 4));
    SHOW(write(sv[0], "plain", 5));
    SHOW(receive(sv[1], 512, 0));
    show_got();
    one = 0;
    SHOW(setsockopt(sv[1], SOL_SOCKET, 76, &one, 4));
    one = 1;
    SHOW(setsockopt(sv[1], SOL_SOCKET, SO_TIMESTAMPNS, &one, sizeof one));
    SHOW(write(sv[0], "timed", 5));
    SHOW(receive(sv[1], 512, 0));
    show_got();
    for (struct cmsghdr *h = CMSG_FIRSTHDR(&got); h; h = CMSG_NXTHDR(&got, h))
        if (h->cmsg_type == SCM_TIMESTAMPNS) {
            struct timespec ts;
            memcpy(&ts, CMSG_DATA(h), sizeof ts);
            printf("now %d\n", labs(ts.tv_sec - time(NULL)) <= 1);
        }
}

/* Two datagram sockets on loopback. */
static int udp_pair(int *to)
{
    struct sockaddr_in a = {.sin_family = AF_INET,
                            .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t n = sizeof a;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    bind(fd, (struct sockaddr *)&a, sizeof a);
    getsockname(fd, (struct sockaddr *)&a, &n);
    *to = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    connect(*to, (struct sockaddr *)&a, sizeof a);
    return fd;
}

static void show_inet(void)
{
    int to, fd = udp_pair(&to), one = 1, val = 0, ttl = 33;
    socklen_t n = sizeof val;
    SHOW(setsockopt(fd, SOL_SOCKET, SO_TIMESTAMP, &one, sizeof one));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_PKTINFO, &one, sizeof one));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_RECVTTL, &one, sizeof one));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_RECVTOS, &one, sizeof one));
    SHOW(send_control(to, IPPROTO_IP, IP_TTL, &ttl, sizeof ttl));
    SHOW(receive(fd, 512, 0));
    show_got();
    printf("family %d len %d\n", got_name.ss_family, (int)got.msg_namelen);
    for (struct cmsghdr *h = CMSG_FIRSTHDR(&got); h; h = CMSG_NXTHDR(&got, h))
        if (h->cmsg_level == IPPROTO_IP && h->cmsg_type == IP_TTL)
            printf("ttl %d\n", *(int *)CMSG_DATA(h));
    val = SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
    SHOW(setsockopt(to, SOL_SOCKET, SO_TIMESTAMPING, &val, sizeof val));
    SHOW(send(to, "stamp", 5, 0));
    struct pollfd p = {to, 0, 0};
    SHOW(poll(&p, 1, 1000));
    SHOW(receive(to, 512, MSG_ERRQUEUE | MSG_DONTWAIT));
    show_got();
    SHOW(receive(fd, 512, MSG_TRUNC | MSG_DONTWAIT));
    SHOW(send(to, "longer than that", 16, 0));
    struct iovec iov = {got_byte, 4};
    struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1};
    SHOW(recvmsg(fd, &m, MSG_TRUNC));
    printf("%x\n", m.msg_flags);
    SHOW(receive(fd, 512, MSG_DONTWAIT));
    SHOW(setsockopt(to, IPPROTO_UDP, UDP_SEGMENT, &ttl, sizeof ttl));
    SHOW(getsockopt(to, IPPROTO_UDP, UDP_SEGMENT, &val, &n));
    printf("%d\n", val);
    close(fd);
    int refused = 1;
    SHOW(setsockopt(to, IPPROTO_IP, IP_RECVERR, &refused, sizeof refused));
    SHOW(send(to, "x", 1, 0));
    SHOW(poll(&p, 1, 1000));
    SHOW(receive(to, 512, MSG_ERRQUEUE | MSG_DONTWAIT));
    show_got();
    SHOW(getsockopt(to, SOL_SOCKET, SO_ERROR, &val, &n));
    printf("%d\n", val);
}

static void show_option(int fd, int level, int opt, size_t size)
{
    char val[256] = "";
    socklen_t n = size;
    int r = getsockopt(fd, level, opt, val, &n);
    printf("get %d %d: %s, %d bytes\n", level, opt,
           r ? strerrorname_np(errno) : "ok", (int)n);
    r = setsockopt(fd, level, opt, val, size);
    printf("set %d %d: %s\n", level, opt, r ? strerrorname_np(errno) : "ok");
}

static void show_options(void)
{
    static const int sock[] = {
        SO_REUSEADDR, SO_TYPE,   SO_ERROR,    SO_SNDBUF,       SO_LINGER,
        SO_KEEPALIVE, SO_DOMAIN, SO_PROTOCOL, SO_ACCEPTCONN,   SO_RCVTIMEO,
        SO_RCVLOWAT,  SO_COOKIE, SO_MEMINFO,  SO_INCOMING_CPU, SO_ZEROCOPY,
        SO_TXTIME,    SO_MARK,   200};
    static const int tcp[] = {
        TCP_NODELAY,      TCP_MAXSEG,     TCP_CORK,     TCP_KEEPIDLE,
        TCP_USER_TIMEOUT, TCP_CONGESTION, TCP_FASTOPEN, TCP_QUICKACK,
        TCP_SAVE_SYN,     TCP_INQ,        43,           250};
    static const int ip[] = {IP_TTL,
                             IP_TOS,
                             IP_MTU_DISCOVER,
                             IP_MTU,
                             IP_MULTICAST_IF,
                             IP_FREEBIND,
                             IP_TRANSPARENT,
                             51,
                             52,
                             80,
                             200};
    static const int ip6[] = {IPV6_V6ONLY, IPV6_UNICAST_HOPS, IPV6_RECVPKTINFO,
                              IPV6_TCLASS, IPV6_MTU,          IPV6_DONTFRAG,
                              200};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    int six = socket(AF_INET6, SOCK_STREAM, 0);
    for (unsigned i = 0; i < sizeof sock / sizeof *sock; i++)
        show_option(fd, SOL_SOCKET, sock[i], i % 3 ? 16 : 4);
    for (unsigned i = 0; i < sizeof tcp / sizeof *tcp; i++)
        show_option(fd, IPPROTO_TCP, tcp[i], 4);
    for (unsigned i = 0; i < sizeof ip / sizeof *ip; i++)
        show_option(fd, IPPROTO_IP, ip[i], 4);
    for (unsigned i = 0; i < sizeof ip6 / sizeof *ip6; i++)
        show_option(six, IPPROTO_IPV6, ip6[i], 4);
    show_option(fd, 282, 1, 4);
    show_option(fd, 999, 1, 4);
    show_option(99, SOL_SOCKET, SO_TYPE, 4);
    show_option(0, SOL_SOCKET, SO_TYPE, 4);
    close(six);
    close(fd);
}

static void show_option_errors(void)
{
    int val, fd = socket(AF_INET, SOCK_STREAM, 0);
    socklen_t n = -1;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TYPE, &val, &n));
    n = 2;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TYPE, &val, &n));
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TYPE, &val, (void *)8));
    n = 4;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TYPE, (void *)8, &n));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &val, -1));
    struct timeval tv = {-1, 2000000};
    SHOW(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv));
    struct sock_filter drop[] = {BPF_STMT(BPF_RET | BPF_K, 0)};
    struct sock_fprog prog = {1, drop}, wrong = {1, (void *)8},
                      none = {0, drop};
    int to, udp = udp_pair(&to);
    SHOW(setsockopt(udp, SOL_SOCKET, SO_ATTACH_FILTER, &prog, sizeof prog));
    SHOW(setsockopt(udp, SOL_SOCKET, SO_ATTACH_FILTER, &wrong, sizeof wrong));
    SHOW(setsockopt(udp, SOL_SOCKET, SO_ATTACH_FILTER, &none, sizeof none));
    SHOW(send(to, "x", 1, 0));
    SHOW(recv(udp, &val, 1, MSG_DONTWAIT));
    SHOW(setsockopt(udp, SOL_SOCKET, SO_DETACH_FILTER, &val, sizeof val));
    SHOW(setsockopt(udp, SOL_SOCKET, SO_DETACH_FILTER, &val, sizeof val));
}

static void show_netlink(void)
{
    struct {
        struct nlmsghdr h;
        struct ifinfomsg i;
    } req = {{sizeof req, RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, 1, 0},
             {.ifi_family = AF_UNSPEC}};
    struct sockaddr_nl a = {.nl_family = AF_NETLINK};
    socklen_t n = sizeof a;
    char buf[32768];
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    int one = 1, seen = 0, done = 0;
    SHOW(socket(AF_NETLINK, SOCK_RAW, 99));
    SHOW(bind(fd, (struct sockaddr *)&a, sizeof a));
    SHOW(getsockname(fd, (struct sockaddr *)&a, &n));
    printf("%d %d\n", (int)n, a.nl_pid != 0);
    SHOW(setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &one, sizeof one));
    SHOW(sendto(fd, &req, sizeof req, 0, NULL, 0));
    while (!done) {
        int len = recv(fd, buf, sizeof buf, 0);
        for (struct nlmsghdr *h = (void *)buf; NLMSG_OK(h, len);
             h = NLMSG_NEXT(h, len)) {
            struct ifinfomsg *i = NLMSG_DATA(h);
            done |= h->nlmsg_type == NLMSG_DONE;
            if (h->nlmsg_type == RTM_NEWLINK && (i->ifi_flags & IFF_LOOPBACK))
                seen++;
        }
    }
    printf("loopback %d\n", seen);
    req.h.nlmsg_type = 9999;
    req.h.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
    SHOW(send(fd, &req, sizeof req, 0));
    recv(fd, buf, sizeof buf, 0);
    struct nlmsghdr *h = (void *)buf;
    printf("type %d error %d\n", h->nlmsg_type,
           ((struct nlmsgerr *)NLMSG_DATA(h))->error);
    SHOW(recv(fd, buf, sizeof buf, MSG_DONTWAIT));
}

static void show_interfaces(void)
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct ifreq r = {0};
    char buf[4096];
    struct ifconf c = {sizeof buf, {buf}};
    uint32_t link[2] = {0xa /* ETHTOOL_GLINK */, 0};
    strcpy(r.ifr_name, "lo");
    SHOW(ioctl(fd, SIOCGIFINDEX, &r));
    printf("%d\n", r.ifr_ifindex);
    SHOW(ioctl(fd, SIOCGIFFLAGS, &r));
    printf("%x\n", r.ifr_flags & (IFF_LOOPBACK | IFF_UP));
    SHOW(ioctl(fd, SIOCGIFMTU, &r));
    printf("%d\n", r.ifr_mtu);
    SHOW_OK(ioctl(fd, SIOCGIFADDR, &r));
    SHOW(ioctl(fd, SIOCGIFHWADDR, &r));
    SHOW(ioctl(fd, SIOCGIFCONF, &c));
    printf("%d\n", c.ifc_len % (int)sizeof r);
    r.ifr_data = (void *)link;
    SHOW(ioctl(fd, 0x8946 /* SIOCETHTOOL */, &r));
    printf("%u\n", link[1]);
    r.ifr_data = (void *)8;
    SHOW(ioctl(fd, 0x8946, &r));
    strcpy(r.ifr_name, "none");
    SHOW(ioctl(fd, SIOCGIFINDEX, &r));
    SHOW(ioctl(fd, SIOCGIFINDEX, 8));
    SHOW(ioctl(fd, 0x8911, &r));
    SHOW(if_nametoindex("lo"));
    struct timeval tv;
    SHOW(ioctl(fd, 0x8906 /* SIOCGSTAMP */, &tv));
    SHOW(ioctl(fd, 0x80108907 /* SIOCGSTAMPNS_NEW */, &tv));
}

static void show_packets(void)
{
    int fd = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
    struct tpacket_req ring = {4096, 4, 2048, 8};
    int version = TPACKET_V2;
    SHOW(fd >= 0 ? 0 : -1);
    if (fd < 0)
        return;
    SHOW(setsockopt(fd, SOL_PACKET, PACKET_VERSION, &version, sizeof version));
    SHOW(setsockopt(fd, SOL_PACKET, PACKET_RX_RING, &ring, sizeof ring));
    char *p = mmap(NULL, 4 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    SHOW(p != MAP_FAILED);
    struct tpacket_stats st;
    socklen_t n = sizeof st;
    SHOW(getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, &st, &n));
    close(fd);
}

static void show_many(void)
{
    int sv[2];
    char bufs[4][8];
    struct iovec iov[4];
    struct mmsghdr m[4] = {0};
    socketpair(AF_UNIX, SOCK_DGRAM, 0, sv);
    for (int i = 0; i < 4; i++) {
        iov[i] = (struct iovec){bufs[i], (size_t)i + 1};
        m[i].msg_hdr.msg_iov = &iov[i];
        m[i].msg_hdr.msg_iovlen = 1;
    }
    SHOW(sendmmsg(sv[0], m, 4, 0));
    printf("%u %u\n", m[0].msg_len, m[3].msg_len);
    struct timespec ts = {0, 0};
    SHOW(recvmmsg(sv[1], m, 3, MSG_WAITFORONE, NULL));
    printf("%u %u\n", m[0].msg_len, m[2].msg_len);
    SHOW(recvmmsg(sv[1], m, 3, MSG_DONTWAIT, &ts));
    SHOW(recvmmsg(sv[1], m, 3, MSG_DONTWAIT, NULL));
    ts.tv_nsec = -1;
    SHOW(recvmmsg(sv[1], m, 3, 0, &ts));
    iov[2].iov_base = (void *)8;
    SHOW(sendmmsg(sv[0], m, 4, 0));
    SHOW(sendmmsg(sv[0], m + 2, 2, 0));
    SHOW(sendmmsg(sv[0], (void *)8, 2, 0));
    SHOW(recvmmsg(99, m, 3, 0, NULL));
}

int main(void)
{
    show_in_directory();
    show_rights();
    show_credentials();
    show_inet();
    show_options();
    show_option_errors();
    show_netlink();
    show_interfaces();
    show_packets();
    show_many();
    return 0;
}
