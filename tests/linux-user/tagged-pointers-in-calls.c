// SPDX-License-Identifier: MIT
/*
 * Pointers with tags in system calls: EFAULT, until the thread has said by
 * prctl that they have some; then they are followed wherever they stand. Ranges
 * of addresses have none in any case, and new ones may not have any
 * (Documentation/arch/arm64/tagged-address-abi.rst).
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TAG 0x5aul

/* Not by a macro: compilers know objects by their addresses. */
static void *tagged(const volatile void *p)
{
    uint64_t a = (uint64_t)p | TAG << 56;

    __asm__("" : "+r"(a));
    return (void *)a;
}

/* With the ABI the value, without it EFAULT. */
#define GIVES(call, value)                                              \
    do {                                                                \
        errno = 0;                                                      \
        long r_ = (long)(call);                                         \
        CHECK(abi ? r_ == (long)(value) : r_ == -1 && errno == EFAULT); \
    } while (0)
#define FAILS(call, number)                             \
    do {                                                \
        errno = 0;                                      \
        CHECK((long)(call) == -1 && errno == (number)); \
    } while (0)

static long control(unsigned long mode)
{
    return prctl(PR_SET_TAGGED_ADDR_CTRL, mode, 0, 0, 0);
}

static long controlled(void)
{
    return prctl(PR_GET_TAGGED_ADDR_CTRL, 0, 0, 0, 0);
}

static void *inheriting_thread(void *arg)
{
    CHECK(controlled() == PR_TAGGED_ADDR_ENABLE);
    CHECK(control(0) == 0); /* its own alone */
    return arg;
}

static void calls_of_prctl(void)
{
    pthread_t thread;
    int status;

    CHECK(controlled() == 0);
    FAILS(control(2), EINVAL);
    FAILS(control(PR_TAGGED_ADDR_ENABLE | 1ul << 32), EINVAL);
    FAILS(control(PR_TAGGED_ADDR_ENABLE | 1 << 3), EINVAL); /* no MTE */
    FAILS(prctl(PR_SET_TAGGED_ADDR_CTRL, 1, 1, 0, 0), EINVAL);
    FAILS(prctl(PR_SET_TAGGED_ADDR_CTRL, 1, 0, 1, 0), EINVAL);
    FAILS(prctl(PR_SET_TAGGED_ADDR_CTRL, 1, 0, 0, 1), EINVAL);
    FAILS(prctl(PR_GET_TAGGED_ADDR_CTRL, 1, 0, 0, 0), EINVAL);
    FAILS(prctl(PR_GET_TAGGED_ADDR_CTRL, 0, 0, 0, 1), EINVAL);
    CHECK(controlled() == 0);
    CHECK(control(PR_TAGGED_ADDR_ENABLE) == 0);
    CHECK(controlled() == PR_TAGGED_ADDR_ENABLE);
    pthread_create(&thread, NULL, inheriting_thread, NULL);
    pthread_join(thread, NULL);
    CHECK(controlled() == PR_TAGGED_ADDR_ENABLE);
    if (fork() == 0)
        _exit(controlled() != PR_TAGGED_ADDR_ENABLE);
    wait(&status);
    CHECK(status == 0);
    CHECK(control(0) == 0 && controlled() == 0);
}

static void plain_pointers(bool abi)
{
    char text[16] = "0123456789", back[16] = "", path[PATH_MAX];
    struct timespec ts = {0, 1};
    struct stat st;
    struct rlimit limit;
    int fds[2], pair[2], n = 0, on = 1;
    socklen_t len = sizeof(on);

    GIVES(pipe2(tagged(fds), 0), 0);
    CHECK(pipe(fds) == 0);
    GIVES(write(fds[1], tagged(text), 10), 10);
    CHECK(write(fds[1], text, 10) == 10);
    GIVES(read(fds[0], tagged(back), 10), 10);
    CHECK(!memcmp(back, text, abi ? 10 : 0));
    GIVES(faccessat(AT_FDCWD, tagged("/dev/null"), R_OK, 0), 0);
    GIVES(stat(tagged("/"), &st), 0);
    GIVES(stat("/", tagged(&st)), 0);
    GIVES(access(tagged("/"), F_OK), 0);
    GIVES(syscall(SYS_clock_gettime, CLOCK_REALTIME, tagged(&ts)), 0);
    ts = (struct timespec){0, 1};
    GIVES(syscall(SYS_nanosleep, tagged(&ts), NULL), 0);
    GIVES(getrlimit(RLIMIT_CORE, tagged(&limit)), 0);
    GIVES(syscall(SYS_getcwd, tagged(path), sizeof(path)),
          strlen(getcwd(path, sizeof(path))) + 1);
    GIVES(syscall(SYS_futex, tagged(&n), FUTEX_WAKE, 1, NULL, NULL, 0), 0);
    GIVES(syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, tagged(&ts), 8), 0);
    CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
    GIVES(setsockopt(pair[0], SOL_SOCKET, SO_KEEPALIVE, tagged(&on), len), 0);
    GIVES(getsockopt(pair[0], SOL_SOCKET, SO_TYPE, tagged(&on), tagged(&len)),
          0);
    CHECK(on == SOCK_STREAM || !abi);
    close(pair[0]);
    close(pair[1]);
    close(fds[0]);
    close(fds[1]);
}

static void vectors(bool abi)
{
    char a[4] = "ab", b[4] = "";
    int fds[2];
    struct iovec out[2] = {{tagged(a), 1}, {a + 1, 1}},
                 in[1] = {{tagged(b), 4}};

    CHECK(pipe(fds) == 0);
    GIVES(writev(fds[1], out, 2), 2);
    GIVES(writev(fds[1], tagged(out), 2), 2);
    out[0].iov_base = a;
    GIVES(writev(fds[1], tagged(out), 2), 2);
    CHECK(writev(fds[1], out, 2) == 2);
    CHECK(out[0].iov_base == a);
    GIVES(readv(fds[0], in, 1), 4);
    CHECK(!memcmp(b, "abab", abi ? 4 : 0));
    CHECK(in[0].iov_base == tagged(b));
    in[0].iov_base = tagged((void *)8);
    FAILS(readv(fds[0], in, 1), EFAULT);
    CHECK(read(fds[0], b, 4) > 0);
    /* The other side's pointers are only ranges. */
    struct iovec to = {b, 2}, from = {tagged(a), 2};
    CHECK(process_vm_readv(getpid(), &to, 1, &from, 1, 0) == 2);
    to.iov_base = tagged(b);
    GIVES(process_vm_readv(getpid(), &to, 1, &from, 1, 0), 2);
    close(fds[0]);
    close(fds[1]);
}

/* Results are written to the guest's structs, and nothing else. */
static void messages(bool abi)
{
    char text[8] = "message", back[8] = "", control[64];
    struct sockaddr_un name;
    struct iovec out = {tagged(text), 7}, in = {tagged(back), 4};
    struct msghdr send = {.msg_iov = tagged(&out), .msg_iovlen = 1};
    struct msghdr receive = {.msg_name = tagged(&name),
                             .msg_namelen = sizeof(name),
                             .msg_iov = tagged(&in),
                             .msg_iovlen = 1,
                             .msg_control = tagged(control),
                             .msg_controllen = sizeof(control)};
    struct mmsghdr many[2] = {{.msg_hdr = send}, {.msg_hdr = send}};
    int s[2], on = 1;

    CHECK(socketpair(AF_UNIX, SOCK_DGRAM, 0, s) == 0);
    setsockopt(s[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof(on));
    GIVES(sendmsg(s[0], &send, 0), 7);
    CHECK(abi || sendto(s[0], text, 7, 0, NULL, 0) == 7);
    GIVES(recvmsg(s[1], &receive, MSG_DONTWAIT), 4);
    if (abi) {
        CHECK(!memcmp(back, "mess", 4));
        CHECK(receive.msg_flags == MSG_TRUNC);
        CHECK(receive.msg_namelen == 0);
        CHECK(receive.msg_controllen == CMSG_LEN(sizeof(struct ucred)) + 4 ||
              receive.msg_controllen == CMSG_SPACE(sizeof(struct ucred)));
        struct cmsghdr *c = (struct cmsghdr *)(void *)control;
        CHECK(c->cmsg_type == SCM_CREDENTIALS);
    }
    CHECK(receive.msg_iov == tagged(&in) && receive.msg_name == tagged(&name));
    errno = 0;
    CHECK(sendmmsg(s[0], many, 2, 0) == (abi ? 2 : -1));
    CHECK(many[1].msg_len == (abi ? 7 : 0));
    CHECK(many[1].msg_hdr.msg_iov == tagged(&out));
    close(s[0]);
    close(s[1]);
}

static void waits(bool abi)
{
    struct pollfd p = {.fd = -1};
    struct timespec none = {0, 0};
    struct {
        const sigset_t *mask;
        size_t size;
    } mask;
    sigset_t set;
    struct futex_waitv {
        uint64_t val, uaddr;
        uint32_t flags, reserved;
    } w = {.val = 1, .flags = 2};
    uint32_t word = 0;

    sigemptyset(&set);
    mask.mask = tagged(&set);
    mask.size = 8;
    GIVES(syscall(SYS_ppoll, tagged(&p), 1, &none, NULL, 8), 0);
    GIVES(syscall(SYS_ppoll, &p, 1, tagged(&none), NULL, 8), 0);
    GIVES(syscall(SYS_ppoll, &p, 1, &none, tagged(&set), 8), 0);
    GIVES(syscall(SYS_pselect6, 0, NULL, NULL, NULL, &none, &mask), 0);
    w.uaddr = (uint64_t)tagged(&word);
    errno = 0;
    CHECK(syscall(449 /* futex_waitv */, &w, 1, 0, NULL, 0) == -1);
    CHECK(errno == ENOSYS || errno == (abi ? EAGAIN : EFAULT));
}

/* munmap and its like take no tag for a part of the address. */
static void ranges(void)
{
    unsigned char resident[2];
    char *p = mmap(NULL, 16384, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
         *q;

    CHECK(mprotect(tagged(p), 4096, PROT_NONE) == 0);
    CHECK(mprotect(tagged(p), 4096, PROT_READ | PROT_WRITE) == 0);
    *p = 1;
    CHECK(mlock(tagged(p), 4096) == 0);
    CHECK(munlock(tagged(p), 4096) == 0);
    CHECK(mincore(tagged(p), 8192, resident) == 0 && resident[0] & 1);
    CHECK(msync(tagged(p), 4096, MS_SYNC) == 0);
    CHECK(madvise(tagged(p), 4096, MADV_DONTNEED) == 0 && *p == 0);
    p[8192] = 7;
    q = mremap(tagged(p + 8192), 8192, 4096, 0);
    CHECK(q == p + 8192 && *q == 7);
    FAILS(
        mremap(p + 8192, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, tagged(p)),
        EINVAL);
    CHECK(munmap(tagged(p), 4096) == 0);
    FAILS(mincore(p, 4096, resident), ENOMEM);
    errno = 0;
    CHECK(mmap(tagged(p), 4096, PROT_READ,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED);
    CHECK(errno == ENOMEM);
    q = mmap(tagged(p), 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(q != MAP_FAILED && (uint64_t)q >> 56 == 0); /* a hint */
    munmap(q, 4096);
    munmap(p, 16384);
    uint64_t end = (uint64_t)syscall(SYS_brk, 0);
    CHECK((uint64_t)syscall(SYS_brk, tagged((void *)(end + 4096))) == end);
}

static volatile uint64_t handler_sp, handler_count;

static void on_signal(int sig)
{
    uint64_t sp;

    (void)sig;
    __asm__ volatile("mov %0, sp" : "=r"(sp));
    handler_sp = sp;
    handler_count++;
}

/* A frame goes below SP, whatever that has above; so the handler's SP. */
static void signal_stacks(void)
{
    static char room[65536] __attribute__((aligned(16)));
    struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_ONSTACK};
    stack_t st = {.ss_sp = tagged(room), .ss_size = sizeof(room)}, old;

    handler_count = 0;
    CHECK(sigaltstack(&st, NULL) == 0);
    CHECK(sigaltstack(NULL, &old) == 0 && old.ss_sp == tagged(room));
    CHECK(sigaction(SIGUSR1, &act, NULL) == 0);
    raise(SIGUSR1);
    CHECK(handler_count == 1 && handler_sp >> 56 == TAG);
    CHECK(handler_sp - (uint64_t)tagged(room) < sizeof(room));
    act.sa_flags = 0;
    CHECK(sigaction(SIGUSR1, &act, NULL) == 0);
    __asm__ volatile("mov x9, sp\n\torr x10, x9, %0\n\tmov sp, x10\n\t"
                     "mov x8, %1\n\tmov x0, %2\n\tmov x1, %3\n\tsvc #0\n\t"
                     "mov sp, x9"
                     :
                     : "r"(TAG << 56), "r"((uint64_t)SYS_tkill),
                       "r"(syscall(SYS_gettid)), "r"((uint64_t)SIGUSR1)
                     : "x0", "x1", "x8", "x9", "x10", "memory");
    CHECK(handler_count == 2 && handler_sp >> 56 == TAG);
    st.ss_flags = SS_DISABLE;
    sigaltstack(&st, NULL);
}

/* A handler's address is a jump's target, and so is pc in the frame. */
static void on_tagged(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    uint64_t here;

    (void)sig;
    (void)info;
    __asm__("adr %0, ." : "=r"(here));
    CHECK(here >> 56 == 0);
    handler_count = 10;
    uc->uc_mcontext.pc |= TAG << 56;
}

static void tagged_handlers(void)
{
    struct sigaction act = {.sa_sigaction = tagged(on_tagged),
                            .sa_flags = SA_SIGINFO};
    uint64_t here;

    CHECK(sigaction(SIGUSR2, &act, NULL) == 0);
    raise(SIGUSR2);
    __asm__("adr %0, ." : "=r"(here));
    CHECK(handler_count == 10 && here >> 56 == 0);
}

static int child(void *arg)
{
    *(volatile int *)arg = controlled() == PR_TAGGED_ADDR_ENABLE;
    return 0;
}

static void tasks(void)
{
    static char stack[65536] __attribute__((aligned(16)));
    volatile int seen = 0;
    pid_t where = -1;
    int status;
    pid_t pid = clone(child, tagged(stack + sizeof(stack)),
                      CLONE_VM | CLONE_PARENT_SETTID | SIGCHLD, (void *)&seen,
                      tagged(&where), NULL, NULL);

    CHECK(pid > 0 && waitpid(pid, tagged(&status), 0) == pid);
    CHECK(status == 0 && seen == 1 && where == pid);
}

/* The new program begins without. */
static void programs(const char *self)
{
    char *argv[] = {tagged("name"), tagged("executed"), NULL};
    char *envp[] = {tagged("A=b"), NULL};
    int status;

    if (fork() == 0) {
        execve(tagged(self), tagged(argv), tagged(envp));
        _exit(77);
    }
    wait(&status);
    CHECK(status == 0);
}

static void vdso(void)
{
    struct timespec ts = {0};

    CHECK(clock_gettime(CLOCK_MONOTONIC, tagged(&ts)) == 0);
    CHECK(ts.tv_sec || ts.tv_nsec);
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "executed"))
        return controlled() != 0 || !getenv("A") || strcmp(getenv("A"), "b");
    vdso();
    calls_of_prctl();
    for (int abi = 0; abi < 2; abi++) {
        CHECK(control((unsigned)abi) == 0);
        plain_pointers(abi);
        vectors(abi);
        messages(abi);
        waits(abi);
        ranges();
    }
    signal_stacks();
    tasks();
    programs(argv[0]);
    tagged_handlers();
    return check_result();
}
