// SPDX-License-Identifier: MIT
/* What ioctl does: terminals in all their settings, devices, numbers. */
#include "show.h"

#include <asm/termbits.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/kd.h>
#include <linux/loop.h>
#include <linux/random.h>
#include <linux/rtc.h>
#include <sys/ioctl.h>

static int open_slave(int *master)
{
    int unlocked = 0;
    *master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    SHOW(ioctl(*master, TIOCSPTLCK, &unlocked));
    SHOW(ioctl(*master, TIOCGPTLCK, &unlocked));
    return ioctl(*master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
}

static void show_settings(int slave)
{
    struct termios2 t2;
    struct termios t;
    struct termio old;
    int n = 0;
    SHOW(fcntl(slave, F_GETFD));
    SHOW(ioctl(slave, TCGETS2, &t2));
    printf("%u %u %d\n", t2.c_ispeed, t2.c_ospeed, t2.c_cc[VMIN]);
    t2.c_cflag = (t2.c_cflag & ~CBAUD) | BOTHER;
    t2.c_ospeed = t2.c_ispeed = 12345;
    SHOW(ioctl(slave, TCSETS2, &t2));
    SHOW(ioctl(slave, TCGETS2, &t2));
    printf("%u\n", t2.c_ospeed);
    SHOW(ioctl(slave, TCGETS, &t));
    printf("%x %x %x %x\n", t.c_iflag, t.c_oflag, t.c_cflag, t.c_lflag);
    SHOW(ioctl(slave, TCGETA, &old));
    printf("%x\n", old.c_lflag);
    old.c_lflag &= ~ECHO;
    SHOW(ioctl(slave, TCSETA, &old));
    SHOW(ioctl(slave, TCSETSW, &t));
    SHOW(ioctl(slave, TCSETSF, &t));
    SHOW(ioctl(slave, TCGETS, 8));
    SHOW(ioctl(slave, TCSETS, 8));
    SHOW(ioctl(slave, TCSBRK, 1));
    SHOW(ioctl(slave, TCSBRKP, 0));
    SHOW(ioctl(slave, TCXONC, TCOOFF));
    SHOW(ioctl(slave, TCXONC, TCOON));
    SHOW(ioctl(slave, TCXONC, 9));
    SHOW(ioctl(slave, TCFLSH, TCIFLUSH));
    SHOW(ioctl(slave, TCFLSH, 9));
    SHOW(ioctl(slave, TIOCEXCL, 0));
    SHOW(ioctl(slave, TIOCGEXCL, &n));
    printf("%d\n", n);
    SHOW(ioctl(slave, TIOCNXCL, 0));
    SHOW(ioctl(slave, TIOCGETD, &n));
    printf("%d\n", n);
    n = 99;
    SHOW(ioctl(slave, TIOCSETD, &n));
    SHOW(ioctl(slave, TIOCGSOFTCAR, &n));
    SHOW(ioctl(slave, TIOCMGET, &n));
    SHOW(ioctl(slave, TIOCGICOUNT, &n));
    SHOW(ioctl(slave, TIOCGDEV, &n));
    SHOW(ioctl(slave, TIOCGLCKTRMIOS, &t));
    SHOW(ioctl(slave, TIOCSTI, "x"));
    SHOW(ioctl(slave, TIOCGSID, &n));
    SHOW(ioctl(slave, TIOCGPGRP, &n));
    n = 1;
    SHOW(ioctl(slave, TIOCSPGRP, &n));
    SHOW(ioctl(slave, TIOCNOTTY, 0));
    SHOW(ioctl(slave, KDGETMODE, &n));
}

static void show_packets(int master, int slave)
{
    int n = 1;
    SHOW(ioctl(master, TIOCPKT, &n));
    SHOW(ioctl(master, TIOCGPKT, &n));
    printf("%d\n", n);
    char buf[16] = "", text[64] = "";
    write(slave, "out", 3);
    /* In pieces, each with a byte before it; an echo may come first. */
    while (!strstr(text, "out")) {
        ssize_t got = read(master, buf, sizeof buf - 1);
        buf[got > 0 ? got : 0] = 0;
        strcat(text, buf + 1);
    }
    printf("%d %s\n", buf[0], text);
    ioctl(slave, TCFLSH, TCOFLUSH);
    SHOW(read(master, buf, sizeof buf));
    printf("%d\n", buf[0]);
    SHOW(ioctl(slave, FIONREAD, &n));
    printf("%d\n", n);
    SHOW(ioctl(slave, TIOCOUTQ, &n));
    SHOW(ioctl(master, TIOCSIG, SIGINT));
    SHOW(ioctl(master, TIOCSIG, 99));
    SHOW(ioctl(master, TIOCGPTN, 8));
    SHOW(ioctl(slave, TIOCGPTN, &n));
    SHOW(ioctl(slave, TIOCVHANGUP, 0) == 0 || errno == EPERM);
}

static void show_devices(void)
{
    int null = open("/dev/null", O_RDWR), rnd = open("/dev/urandom", O_RDONLY);
    int rtc = open("/dev/rtc0", O_RDONLY), loop = open("/dev/loop0", O_RDONLY);
    int n;
    uint64_t size;
    struct rtc_time tm;
    SHOW(ioctl(null, TCGETS, &n));
    SHOW(ioctl(null, BLKGETSIZE64, &size));
    SHOW(ioctl(null, 0, 0));
    SHOW(ioctl(null, -1, 0));
    SHOW(ioctl(rnd, RNDGETENTCNT, &n));
    printf("%d\n", n > 0);
    SHOW(ioctl(rnd, RNDGETENTCNT, 8));
    SHOW(ioctl(rnd, RNDADDTOENTCNT, 8));
    SHOW(ioctl(rtc, RTC_RD_TIME, &tm));
    SHOW(ioctl(loop, BLKGETSIZE64, &size));
    SHOW(ioctl(loop, BLKSSZGET, &n));
    SHOW(ioctl(loop, BLKROGET, &n));
    SHOW(ioctl(loop, BLKRAGET, &size));
    SHOW(ioctl(loop, BLKGETSIZE64, 8));
    SHOW(ioctl(loop, 0x80081280 /* BLKGETDISKSEQ */, &size));
}

/* A loop device for the file; another process may take the free one first. */
static int open_loop(int file, int *number)
{
    int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC);
    char name[32];
    for (int tries = 0; tries < 100; tries++) {
        *number = ioctl(control, LOOP_CTL_GET_FREE);
        sprintf(name, "/dev/loop%d", *number);
        int fd = open(name, O_RDWR | O_CLOEXEC);
        if (fd < 0)
            return -1;
        if (ioctl(fd, LOOP_SET_FD, file) == 0)
            return fd;
        close(fd);
    }
    return -1;
}

/* A block device of a file's, for who may make one. */
static void show_block(void)
{
    struct loop_info64 info = {.lo_flags = LO_FLAGS_AUTOCLEAR};
    int file = open("blocks", O_CREAT | O_RDWR, 0600), n = 0, number;
    uint64_t size, range[2] = {0, 4096};
    unsigned short sectors;
    ftruncate(file, 1 << 20);
    pwrite(file, "block", 5, 4096);
    int fd = open_loop(file, &number);
    if (fd < 0)
        return;
    ioctl(fd, BLKROSET, &n);
    SHOW(ioctl(fd, LOOP_SET_STATUS64, &info));
    SHOW(ioctl(fd, LOOP_GET_STATUS64, &info));
    printf("%x own %d\n", info.lo_flags, (int)info.lo_number == number);
    SHOW(ioctl(fd, LOOP_SET_FD, file));
    SHOW(ioctl(fd, BLKGETSIZE64, &size));
    printf("%lu\n", (unsigned long)size);
    SHOW(ioctl(fd, BLKGETSIZE, &size));
    printf("%lu\n", (unsigned long)size);
    SHOW(ioctl(fd, BLKSSZGET, &n));
    SHOW(ioctl(fd, BLKPBSZGET, &n));
    SHOW(ioctl(fd, BLKBSZGET, &n));
    printf("%d\n", n);
    SHOW(ioctl(fd, BLKIOMIN, &n));
    SHOW(ioctl(fd, BLKIOOPT, &n));
    SHOW(ioctl(fd, BLKALIGNOFF, &n));
    SHOW(ioctl(fd, BLKSECTGET, &sectors));
    SHOW(ioctl(fd, BLKROTATIONAL, &sectors));
    SHOW(ioctl(fd, BLKRASET, 64l));
    SHOW(ioctl(fd, BLKRAGET, &size));
    printf("%lu\n", (unsigned long)size);
    SHOW(ioctl(fd, BLKFLSBUF, 0));
    SHOW(ioctl(fd, BLKZEROOUT, range));
    SHOW(ioctl(fd, BLKDISCARD, range) == 0 || errno == EOPNOTSUPP);
    range[0] = 5;
    SHOW(ioctl(fd, BLKZEROOUT, range));
    SHOW(ioctl(fd, BLKZEROOUT, 8));
    SHOW(ioctl(fd, BLKRRPART, 0) == 0 || errno == EINVAL);
    n = 1;
    SHOW(ioctl(fd, BLKROSET, &n));
    SHOW(ioctl(fd, BLKROGET, &n));
    printf("%d\n", n);
    ftruncate(file, 2 << 20);
    SHOW(ioctl(fd, LOOP_SET_CAPACITY, 0));
    SHOW(lseek(fd, 0, SEEK_END));
    n = 0;
    SHOW(ioctl(fd, BLKROSET, &n));
    SHOW(ioctl(fd, LOOP_CLR_FD, 0));
}

static void show_owners(int fd)
{
    SHOW(fcntl(fd, F_SETOWN, getpid()));
    SHOW(fcntl(fd, F_GETOWN) == getpid());
    SHOW(fcntl(fd, F_SETOWN, -getpgrp()));
    SHOW(fcntl(fd, F_GETOWN) == -getpgrp());
    SHOW(fcntl(fd, F_SETOWN, 99999999));
    struct f_owner_ex owner = {F_OWNER_TID, getpid()};
    SHOW(fcntl(fd, F_SETOWN_EX, &owner));
    SHOW(fcntl(fd, F_GETOWN_EX, &owner));
    printf("%d %d\n", owner.type, owner.pid == getpid());
    owner.type = 77;
    SHOW(fcntl(fd, F_SETOWN_EX, &owner));
    SHOW(fcntl(fd, F_SETOWN_EX, 8));
    SHOW(fcntl(fd, F_SETSIG, SIGUSR1));
    SHOW(fcntl(fd, F_GETSIG));
    SHOW(fcntl(fd, F_SETSIG, 99));
    SHOW(fcntl(fd, F_SETLEASE, F_RDLCK) == 0 || errno == EAGAIN);
    SHOW(fcntl(fd, F_SETLEASE, F_WRLCK));
    SHOW(fcntl(fd, F_GETLEASE));
    SHOW(fcntl(fd, F_SETLEASE, F_UNLCK));
    SHOW(fcntl(fd, F_SETLEASE, 77));
}

static void show_files(void)
{
    int fd = open("file", O_CREAT | O_RDWR, 0600), n = 0;
    struct {
        struct fiemap map;
        struct fiemap_extent e[4];
    } m = {{.fm_length = ~0ull, .fm_extent_count = 4}};
    struct file_clone_range range = {fd, 0, 4096, 8192};
    char label[256];
    ftruncate(fd, 8192);
    pwrite(fd, "x", 1, 0);
    fsync(fd);
    SHOW_OK(ioctl(fd, FS_IOC_FIEMAP, &m));
    printf("%u\n", m.map.fm_mapped_extents);
    SHOW(ioctl(fd, FS_IOC_FIEMAP, 8));
    SHOW_OK(ioctl(fd, FS_IOC_GETFSLABEL, label));
    SHOW(ioctl(fd, FICLONERANGE, &range));
    SHOW(ioctl(fd, FIBMAP, &n) == 0 || errno == EPERM);
    SHOW(ioctl(fd, FS_IOC_GETVERSION, &n) ? errno : 0);
    SHOW(ioctl(fd, FIOASYNC, &n));
    show_owners(fd);
    int dir = open(".", O_RDONLY);
    SHOW(fcntl(dir, F_NOTIFY, DN_CREATE));
    SHOW(fcntl(fd, F_NOTIFY, DN_CREATE));
    uint64_t hint = 3;
    SHOW(fcntl(fd, F_SET_RW_HINT, &hint));
    SHOW(fcntl(fd, F_GET_RW_HINT, &hint));
    printf("%d\n", (int)hint);
    SHOW(fcntl(fd, F_SET_RW_HINT, 8));
    SHOW(fcntl(fd, 1028 /* F_CREATED_QUERY */));
    struct flock fl = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 5};
    SHOW(fcntl(fd, F_OFD_SETLK, &fl));
    fl.l_pid = 1;
    SHOW(fcntl(fd, F_OFD_SETLK, &fl));
    SHOW(fcntl(fd, F_SETLK, 8));
    fl.l_type = 77;
    SHOW(fcntl(fd, F_SETLK, &fl));
    int ro = open("file", O_RDONLY);
    fl.l_type = F_WRLCK;
    SHOW(fcntl(ro, F_SETLK, &fl));
    fl.l_whence = 9;
    SHOW(fcntl(fd, F_SETLK, &fl));
    signal(SIGIO, SIG_IGN);
}

int main(void)
{
    int master, slave = open_slave(&master);
    show_in_directory();
    if (SHOW(slave >= 0 ? 0 : -1) == 0) {
        show_settings(slave);
        show_packets(master, slave);
    }
    show_devices();
    show_block();
    show_files();
    return 0;
}
