// SPDX-License-Identifier: MIT
/*
 * What a process may do: ids, and what an ordinary user is refused.  Begun by
 * root it becomes nobody; begun by another it shows the same refusals.
 */
#include "show.h"

#include <grp.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/fsuid.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <time.h>

static void show_ids(const char *text)
{
    uid_t r, e, s;
    gid_t gr, ge, gs;
    getresuid(&r, &e, &s);
    getresgid(&gr, &ge, &gs);
    printf("%s: %u %u %u, %u %u %u\n", text, r, e, s, gr, ge, gs);
}

/* Only root may; all are tried by whoever runs this. */
static void show_changes(void)
{
    gid_t groups[3] = {1, 2, 3}, got[8];
    if (geteuid())
        return;
    SHOW(setgroups(3, groups));
    SHOW(getgroups(8, got));
    printf("%u %u %u\n", got[0], got[1], got[2]);
    SHOW(getgroups(1, got));
    SHOW(setgroups(3, (gid_t *)8));
    SHOW(setgroups(65537, groups));
    SHOW(setresgid(11, 12, 13));
    SHOW(setfsgid(14));
    SHOW(setfsgid(-1));
    SHOW(setregid(12, 13));
    SHOW(setgid(11));
    SHOW(prctl(PR_SET_KEEPCAPS, 1));
    SHOW(setresuid(21, 22, 0));
    show_ids("mixed");
    SHOW(seteuid(0));
    SHOW(setreuid(21, 22));
    show_ids("reuid");
    SHOW(seteuid(0));
    SHOW(setfsuid(22));
    SHOW(setfsuid(-1));
    SHOW(setuid(22));
    show_ids("last");
    SHOW(setuid(0));
    SHOW(setresuid(0, -1, -1));
    SHOW(setgroups(0, NULL));
    SHOW(prctl(PR_GET_KEEPCAPS));
    SHOW(prctl(PR_GET_DUMPABLE) <= 1);
}

static void become_nobody(void)
{
    if (geteuid() == 0) {
        setgroups(0, NULL);
        setresgid(65534, 65534, 65534);
        setresuid(65534, 65534, 65534);
    }
}

static void show_files(void)
{
    struct timespec ts[2] = {{1, 0}, {1, 0}};
    become_nobody();
    SHOW(open("/etc/shadow", O_RDONLY));
    SHOW(open("/etc/passwd", O_WRONLY));
    SHOW(open("/etc/passwd", O_RDONLY | O_NOATIME));
    SHOW(open("/etc/new", O_CREAT | O_WRONLY, 0600));
    SHOW(unlink("/etc/passwd"));
    SHOW(mkdir("/etc/new", 0700));
    SHOW(rename("/etc/passwd", "/etc/new"));
    SHOW(link("/etc/shadow", "/tmp/show-shadow"));
    SHOW(symlink("x", "/etc/new"));
    SHOW(chmod("/etc/passwd", 0777));
    SHOW(chown("/etc/passwd", 65534, -1));
    SHOW(truncate("/etc/passwd", 0));
    SHOW(utimensat(AT_FDCWD, "/etc/passwd", ts, 0));
    SHOW(utimensat(AT_FDCWD, "/etc/passwd", NULL, 0));
    SHOW(setxattr("/etc/passwd", "user.x", "1", 1, 0));
    SHOW(setxattr("/etc/passwd", "trusted.x", "1", 1, 0));
    SHOW(access("/etc/shadow", R_OK));
    SHOW(chdir("/root"));
    SHOW(mknod("/tmp/show-null", S_IFCHR | 0600, 0x103));
    SHOW(execl("/etc/passwd", "passwd", NULL));
    SHOW(execl("/root/x", "x", NULL));
    SHOW(syscall(SYS_open_by_handle_at, 0, 8, 0));
    SHOW(syscall(SYS_fanotify_init, 0x10, 0));
    SHOW(syscall(SYS_acct, NULL));
    int fd = open("/etc/passwd", O_RDONLY);
    SHOW(fchmod(fd, 0600));
    SHOW(fchown(fd, 0, 0));
    SHOW(ioctl(fd, 0xc0045877 /* FIFREEZE */, 0));
    SHOW(ioctl(fd, 1 /* FIBMAP */, &fd));
}

static void show_processes(void)
{
    struct sched_param p = {1};
    struct rlimit rl;
    become_nobody();
    SHOW(kill(1, 0));
    SHOW(syscall(SYS_tgkill, 1, 1, 0));
    SHOW(setpriority(PRIO_PROCESS, 0, -5));
    SHOW(setpriority(PRIO_PROCESS, 1, 5));
    SHOW(nice(-3));
    SHOW(sched_setscheduler(0, SCHED_FIFO, &p));
    SHOW(sched_setscheduler(1, SCHED_BATCH, &(struct sched_param){0}));
    SHOW(syscall(SYS_ioprio_set, 1, 0, 1 << 13));
    getrlimit(RLIMIT_CORE, &rl);
    rl.rlim_cur = rl.rlim_max = 100;
    SHOW(setrlimit(RLIMIT_CORE, &rl));
    rl.rlim_max = 200;
    SHOW(setrlimit(RLIMIT_CORE, &rl));
    rl.rlim_cur = rl.rlim_max = 1ul << 40;
    SHOW(setrlimit(RLIMIT_AS, &rl));
    rl.rlim_max = 1ul << 41;
    SHOW(setrlimit(RLIMIT_AS, &rl));
    rl.rlim_cur = 1ul << 42;
    SHOW(setrlimit(RLIMIT_AS, &rl));
    SHOW(prlimit(1, RLIMIT_AS, NULL, &rl));
    SHOW(prlimit(1, RLIMIT_AS, &rl, NULL));
    SHOW(prlimit(1, RLIMIT_NOFILE, NULL, &rl));
    struct iovec iov = {&rl, 8};
    SHOW(process_vm_readv(1, &iov, 1, &iov, 1, 0));
    SHOW(syscall(SYS_kcmp, 1, 1, 1, 0, 0));
    void *head;
    size_t size;
    SHOW(syscall(SYS_get_robust_list, 1, &head, &size));
    int fd = syscall(434, 1, 0);
    SHOW(fd >= 0 ? 0 : -1);
    SHOW(syscall(438, fd, 0, 0));
    SHOW(syscall(424, fd, 0, NULL, 0));
    SHOW(syscall(440, fd, &iov, 1, MADV_COLD, 0));
    SHOW(syscall(SYS_move_pages, 1, 0, NULL, NULL, NULL, 0));
    SHOW(syscall(SYS_migrate_pages, 1, 0, NULL, NULL));
    SHOW(open("/proc/1/mem", O_RDONLY));
    SHOW(open("/proc/1/maps", O_RDONLY));
    SHOW(readlink("/proc/1/exe", (char *)&rl, 8));
    SHOW(prctl(PR_CAPBSET_DROP, 5));
    SHOW(prctl(PR_SET_SECUREBITS, 1));
    SHOW(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, 5, 0, 0));
    SHOW(setuid(0));
    SHOW(setgid(0));
    SHOW(setgroups(0, NULL));
    SHOW(setresuid(-1, 0, -1));
}

static void show_machine(void)
{
    struct timespec ts = {1, 0};
    struct timeval tv = {1, 0};
    become_nobody();
    SHOW(mount("none", "/tmp", "tmpfs", 0, NULL));
    SHOW(umount2("/proc", 0));
    SHOW(chroot("/"));
    SHOW(syscall(SYS_pivot_root, "/", "/"));
    SHOW(sethostname("x", 1));
    SHOW(setdomainname("x", 1));
    SHOW(syscall(SYS_clock_settime, CLOCK_REALTIME, &ts));
    SHOW(syscall(SYS_settimeofday, &tv, NULL));
    SHOW(unshare(CLONE_NEWUTS));
    SHOW(setns(open("/proc/self/ns/uts", O_RDONLY), 0));
    SHOW(syscall(SYS_reboot, 0xfee1dead, 672274793, 0, NULL));
    SHOW(syscall(SYS_swapon, "/etc/passwd", 0));
    SHOW(syscall(SYS_swapoff, "/etc/passwd"));
    SHOW(syscall(SYS_vhangup));
    SHOW(syscall(SYS_init_module, "", 0, ""));
    SHOW(syscall(SYS_delete_module, "x", 0));
    SHOW(syscall(SYS_syslog, 5, NULL, 0));
    SHOW(syscall(SYS_bpf, 0, &ts, 16));
    SHOW(syscall(430 /* fsopen */, "tmpfs", 0));
    SHOW(syscall(SYS_quotactl, 0x80000700, "/dev/null", 0, &ts));
    SHOW(socket(AF_INET, SOCK_RAW, IPPROTO_TCP));
    SHOW(socket(AF_PACKET, SOCK_RAW, 0));
    int fd = socket(AF_INET, SOCK_STREAM, 0), n = 1;
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(81)};
    SHOW(bind(fd, (struct sockaddr *)&a, sizeof a) ? errno == EACCES : 1);
    SHOW(setsockopt(fd, SOL_SOCKET, SO_MARK, &n, 4));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &n, 4));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_DEBUG, &n, 4));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_TRANSPARENT, &n, 4));
    struct rlimit few = {4096, 4096};
    setrlimit(RLIMIT_MEMLOCK, &few);
    void *p = mmap(NULL, 65536, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(mlock(p, 65536));
    SHOW(mlockall(MCL_CURRENT));
    SHOW_OK(mmap(NULL, 65536, PROT_READ,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0));
    few.rlim_cur = few.rlim_max = 0;
    setrlimit(RLIMIT_MEMLOCK, &few);
    SHOW(mlock(p, 4096));
    setrlimit(RLIMIT_NPROC, &few);
    SHOW(fork());
    setrlimit(RLIMIT_SIGPENDING, &few);
    SHOW(sigqueue(getpid(), SIGRTMIN, (union sigval){0}));
    setrlimit(RLIMIT_MSGQUEUE, &few);
    SHOW(syscall(SYS_mq_open, "show-queue", O_CREAT | O_RDWR, 0600, NULL));
}

/* Segments, queues and files of another user's. */
static void show_others(void)
{
    int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    struct shmid_ds ds;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        /* Without a second user there is nothing to be refused. */
        if (geteuid() == 0) {
            become_nobody();
            SHOW((long)shmat(id, NULL, 0));
            SHOW((long)shmat(id, NULL, SHM_RDONLY));
            SHOW(shmctl(id, IPC_STAT, &ds));
            SHOW(shmctl(id, IPC_RMID, NULL));
            SHOW(shmctl(id, SHM_LOCK, NULL));
        }
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    shmctl(id, IPC_RMID, NULL);
}

int main(void)
{
    show_in_child(show_changes);
    show_in_child(show_files);
    show_in_child(show_processes);
    show_in_child(show_machine);
    show_others();
    return 0;
}
