// SPDX-License-Identifier: MIT
/* Interfaces, routes and tunnels, in a network of the test's own. */
#include "show.h"

#include <arpa/inet.h>
#include <linux/if_tun.h>
#include <linux/rtnetlink.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <net/route.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

static struct ifreq req;
static int fd;

static struct ifreq *named(const char *name)
{
    memset(&req, 0, sizeof req);
    strcpy(req.ifr_name, name);
    return &req;
}

static void address(struct sockaddr *to, const char *text)
{
    struct sockaddr_in *in = (struct sockaddr_in *)to;
    in->sin_family = AF_INET;
    in->sin_addr.s_addr = inet_addr(text);
}

static void show_loopback(void)
{
    SHOW(ioctl(fd, SIOCGIFFLAGS, named("lo")));
    printf("%x\n", req.ifr_flags & (IFF_UP | IFF_LOOPBACK | IFF_RUNNING));
    req.ifr_flags |= IFF_UP;
    SHOW(ioctl(fd, SIOCSIFFLAGS, &req));
    SHOW(ioctl(fd, SIOCGIFFLAGS, named("lo")));
    printf("%x\n", req.ifr_flags & (IFF_UP | IFF_LOOPBACK | IFF_RUNNING));
    SHOW(ioctl(fd, SIOCGIFADDR, named("lo")));
    printf("%s\n", inet_ntoa(((struct sockaddr_in *)&req.ifr_addr)->sin_addr));
    named("lo")->ifr_mtu = 1400;
    SHOW(ioctl(fd, SIOCSIFMTU, &req));
    SHOW(ioctl(fd, SIOCGIFMTU, named("lo")));
    printf("%d\n", req.ifr_mtu);
    named("lo")->ifr_mtu = -5;
    SHOW(ioctl(fd, SIOCSIFMTU, &req));
    named("lo")->ifr_qlen = 50;
    SHOW(ioctl(fd, SIOCSIFTXQLEN, &req));
    SHOW(ioctl(fd, SIOCGIFTXQLEN, named("lo")));
    printf("%d\n", req.ifr_qlen);
    SHOW(ioctl(fd, SIOCGIFMAP, named("lo")));
    SHOW(ioctl(fd, SIOCGIFMETRIC, named("lo")));
    SHOW(ioctl(fd, SIOCSIFFLAGS, named("none")));
    SHOW(ioctl(fd, SIOCSIFFLAGS, 8));
    SHOW(ioctl(fd, SIOCSIFHWADDR, named("lo")));
}

static int open_tunnel(void)
{
    int tun = open("/dev/net/tun", O_RDWR | O_CLOEXEC);
    unsigned features = 0;
    SHOW(tun >= 0 ? 0 : -1);
    SHOW(ioctl(tun, TUNGETFEATURES, &features));
    printf("%x\n", features & (IFF_TUN | IFF_TAP | IFF_NO_PI));
    named("tap%d")->ifr_flags = IFF_TAP | IFF_NO_PI;
    SHOW(ioctl(tun, TUNSETIFF, &req));
    printf("%s\n", req.ifr_name);
    SHOW(ioctl(tun, TUNSETIFF, &req));
    SHOW(ioctl(tun, TUNSETIFF, 8));
    SHOW(ioctl(tun, TUNGETIFF, named("")));
    printf("%s %x\n", req.ifr_name, req.ifr_flags & (IFF_TAP | IFF_NO_PI));
    int size = 0;
    SHOW(ioctl(tun, TUNGETSNDBUF, &size));
    SHOW(ioctl(tun, TUNGETVNETHDRSZ, &size));
    printf("%d\n", size);
    SHOW(ioctl(tun, TUNSETOFFLOAD, 0));
    SHOW(ioctl(tun, TUNSETPERSIST, 0));
    SHOW(ioctl(tun, TUNSETOWNER, 0));
    return tun;
}

static void show_addresses(void)
{
    struct rtentry rt = {.rt_flags = RTF_UP, .rt_dev = "tap0"};
    struct arpreq arp = {.arp_flags = ATF_COM | ATF_PERM, .arp_dev = "tap0"};
    address(&named("tap0")->ifr_addr, "10.1.2.3");
    SHOW(ioctl(fd, SIOCSIFADDR, &req));
    address(&named("tap0")->ifr_netmask, "255.255.255.0");
    SHOW(ioctl(fd, SIOCSIFNETMASK, &req));
    SHOW(ioctl(fd, SIOCGIFNETMASK, named("tap0")));
    printf("%s\n",
           inet_ntoa(((struct sockaddr_in *)&req.ifr_netmask)->sin_addr));
    address(&named("tap0")->ifr_broadaddr, "10.1.2.255");
    SHOW(ioctl(fd, SIOCSIFBRDADDR, &req));
    named("tap0")->ifr_flags = IFF_UP;
    SHOW(ioctl(fd, SIOCSIFFLAGS, &req));
    address(&rt.rt_dst, "10.9.0.0");
    address(&rt.rt_genmask, "255.255.0.0");
    SHOW(ioctl(fd, SIOCADDRT, &rt));
    SHOW(ioctl(fd, SIOCADDRT, &rt));
    SHOW(ioctl(fd, SIOCDELRT, &rt));
    SHOW(ioctl(fd, SIOCDELRT, &rt));
    rt.rt_dev = (char *)8;
    SHOW(ioctl(fd, SIOCADDRT, &rt));
    rt.rt_dev = "none";
    SHOW(ioctl(fd, SIOCADDRT, &rt));
    address(&arp.arp_pa, "10.1.2.9");
    arp.arp_ha.sa_family = ARPHRD_ETHER;
    memcpy(arp.arp_ha.sa_data, "\2\0\0\0\0\1", 6);
    SHOW(ioctl(fd, SIOCSARP, &arp));
    memset(arp.arp_ha.sa_data, 0, 6);
    SHOW(ioctl(fd, SIOCGARP, &arp));
    printf("%x\n", arp.arp_ha.sa_data[0]);
    SHOW(ioctl(fd, SIOCDARP, &arp));
    SHOW(ioctl(fd, SIOCDARP, &arp));
}

/* What is sent to the tunnel's network is read from the tunnel. */
static void show_traffic(int tun)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
    struct pollfd p = {tun, POLLIN, 0};
    unsigned char frame[2048];
    int seen = 0;
    to.sin_addr.s_addr = inet_addr("10.1.2.77");
    sendto(fd, "datagram", 8, 0, (struct sockaddr *)&to, sizeof to);
    for (int i = 0; i < 50 && !seen && poll(&p, 1, 5000) > 0; i++) {
        ssize_t n = read(tun, frame, sizeof frame);
        /* The question for the address of 77. */
        seen = n > 41 && frame[12] == 8 && frame[13] == 6 && frame[41] == 77;
    }
    printf("asked %d\n", seen);
}

static void show_bridge(void)
{
    SHOW(ioctl(fd, SIOCBRADDBR, "br0") == 0 || errno == ENOPKG ||
         errno == EINVAL);
    SHOW(ioctl(fd, SIOCBRDELBR, "none") != 0);
    named("tap0")->ifr_flags = 0;
    SHOW(ioctl(fd, SIOCSIFFLAGS, &req));
    strcpy(named("tap0")->ifr_newname, "renamed");
    SHOW(ioctl(fd, SIOCSIFNAME, &req));
    SHOW(if_nametoindex("tap0"));
    SHOW(if_nametoindex("renamed") > 0);
    SHOW(ioctl(fd, SIOCGIFINDEX, named("renamed")));
    SHOW(ioctl(fd, SIOCGIFNAME, &req));
    printf("%s\n", req.ifr_name);
    memcpy(named("renamed")->ifr_hwaddr.sa_data, "\2\0\0\0\0\7", 6);
    req.ifr_hwaddr.sa_family = ARPHRD_ETHER;
    SHOW(ioctl(fd, SIOCSIFHWADDR, &req));
    SHOW(ioctl(fd, SIOCGIFHWADDR, named("renamed")));
    printf("%d\n", req.ifr_hwaddr.sa_data[5]);
    SHOW_OK(ioctl(fd, SIOCGSKNS, 0));
}

int main(void)
{
    if (SHOW(unshare(CLONE_NEWUSER | CLONE_NEWNET)))
        return 0;
    fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    show_loopback();
    int tun = open_tunnel();
    if (tun >= 0) {
        show_addresses();
        show_traffic(tun);
        show_bridge();
    }
    return 0;
}
