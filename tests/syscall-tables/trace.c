// SPDX-License-Identifier: MIT
// -strace shows calls as strace does: names, flags, strings, structs, errno.
#include "linux-user/guest-memory.h"
#include "linux-user/syscall-trace.h"
#include "linux-user/sysdesc.h"
#include "print.h"
#include "syscall-tables/syscall-types.gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is readable: all but NULL's page, or only this when `strict`. */
static uint64_t memory[4096];
static bool strict;

static bool readable(const void *p, size_t n)
{
    uintptr_t at = (uintptr_t)p, start = (uintptr_t)memory;

    if (!strict)
        return at >= 4096;
    return at >= start && at < start + sizeof memory &&
           n <= start + sizeof memory - at;
}

size_t host_copy(void *dst, const void *src, size_t n)
{
    if (!readable(src, n))
        return n;
    memcpy(dst, src, n);
    return 0;
}

long host_strnlen(const char *s, size_t max)
{
    for (size_t n = 0; n < max; n++) {
        if (!readable(s + n, 1))
            return -1;
        if (!s[n])
            return (long)n;
    }
    return (long)max;
}

/* print.c's last resort; all output stays in memory here. */
long host_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    printf("unexpected call %ld(%ld, %ld, %ld, %ld, %ld, %ld)\n", nr, a, b, c,
           d, e, f);
    exit(1);
}

static struct mm mm;
static struct task task;
static unsigned failures;

static char *call(unsigned nr, const uint64_t args[6], long result)
{
    static char text[4096];
    struct print out;
    const struct sysdesc *d = syscall_find(&arm64_syscalls, nr);

    print_init(&out, text, sizeof text - 1, -1);
    out.flush = NULL;
    d = syscall_leaf(d, args);
    syscall_trace_entry(&out, &task, d, args);
    syscall_trace_exit(&out, &task, d, args, result);
    text[out.used] = 0;
    return text;
}

#define P(x) ((uint64_t)(uintptr_t)(x))
#define CHECK(expected, nr, result, ...) \
    expect(__LINE__, expected "\n",      \
           call(nr, (uint64_t[6]){__VA_ARGS__}, result))

static void expect(int line, const char *expected, const char *got)
{
    if (strcmp(expected, got) == 0)
        return;
    printf("line %d:\n  expected %s  got      %s", line, expected, got);
    failures++;
}

static void values(void)
{
    struct abi_stat st = {.st_mode = 0100644, .st_size = 42, .st_uid = 7};
    char buf[64] = "line\n\"quoted\"\001";
    int32_t fds[2] = {3, 4};

    CHECK("openat(AT_FDCWD, \"/etc/passwd\", O_RDONLY|O_CLOEXEC, 0) = 3", 56, 3,
          (uint64_t)-100, P("/etc/passwd"), GUEST_O_CLOEXEC, 0);
    CHECK("openat(5, \"x\", O_WRONLY|O_CREAT|O_DIRECTORY|0x8, 0644) = "
          "-1 ENOENT",
          56, -2, 5, P("x"), 010 | 1 | 0100 | GUEST_O_DIRECTORY, 0644);
    CHECK("openat(AT_FDCWD, NULL, O_RDWR, 0) = -1 EFAULT", 56, -14,
          (uint64_t)-100, 0, 2, 0);
    CHECK("read(0, \"line\\n\\\"quoted\\\"\\001\", 64) = 14", 63, 14, 0, P(buf),
          64);
    CHECK("read(0, \"\", 64) = 0", 63, 0, 0, P(buf), 64);
    CHECK("write(1, \"line\\n\", 5) = -1 EPIPE", 64, -32, 1, P("line\n"), 5);
    CHECK("write(1, \"0123456789012345678901234567890"
          "1\"..., 40) = 40",
          64, 40, 1, P("0123456789012345678901234567890123456789"), 40);
    CHECK("pipe2([3, 4], 0) = 0", 59, 0, P(fds), 0);
    CHECK("getpid() = 77", 172, 77, 0);
    CHECK("getrusage(RUSAGE_CHILDREN, 0x10) = -1 EFAULT", 165, -14,
          (uint64_t)-1, 16);
    CHECK("kill(-1, SIGTERM) = -1 ESRCH", 129, -3, (uint64_t)-1, 15);
    CHECK("brk(NULL) = 0x5000", 214, 0x5000, 0);
    CHECK("mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, "
          "-1, 0) = 0x10000",
          222, 0x10000, 0, 4096, 3, 0x22, 0xffffffff, 0);
    CHECK("fstat(1, {st_mode=0100644, st_rdev=0, st_size=42, ...}) = 0", 80, 0,
          1, P(&st));
}

static void structs(void)
{
    struct abi_iovec iov[2] = {{P("hello"), 5}, {P("world"), 5}};
    struct abi_msghdr msg = {.msg_iov = P(iov), .msg_iovlen = 2};
    struct abi_timespec ts = {1, 500};
    struct abi_winsize ws = {24, 80, 0, 0};
    uint8_t inet[16] = {2, 0, 0, 80, 127, 0, 0, 1};
    uint8_t local[20] = {1, 0, '/', 't', 'm', 'p', '/', 's', 0};
    uint64_t argv[3] = {P("sh"), P("-c"), 0};
    uint64_t set = 1 << 1 | 1 << 16 | 1ul << 33, all = ~4ul;

    CHECK("writev(1, [{iov_base=\"hello\", iov_len=5}, {iov_base=\"world\", "
          "iov_len=5}], 2) = 10",
          66, 10, 1, P(iov), 2);
    CHECK("readv(0, [{iov_base=\"hel\", iov_len=5}, {iov_base=\"wor\", "
          "iov_len=5}], 2) = 3",
          65, 3, 0, P(iov), 2);
    CHECK("sendmsg(3, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="
          "\"hello\", iov_len=5}, {iov_base=\"world\", iov_len=5}], "
          "msg_iovlen=2, msg_control=NULL, msg_controllen=0, msg_flags=0}, "
          "MSG_NOSIGNAL) = 10",
          211, 10, 3, P(&msg), 0x4000);
    CHECK("nanosleep({tv_sec=1, tv_nsec=500}, NULL) = 0", 101, 0, P(&ts), 0);
    CHECK("nanosleep(0x1, NULL) = -1 EFAULT", 101, -14, 1, 0);
    CHECK("connect(3, {sa_family=AF_INET, sin_port=htons(80), "
          "sin_addr=127.0.0.1}, 16) = 0",
          203, 0, 3, P(inet), 16);
    CHECK("connect(3, {sa_family=AF_UNIX, sun_path=\"/tmp/s\"}, 20) = 0", 203,
          0, 3, P(local), 20);
    CHECK("execve(\"/bin/sh\", [\"sh\", \"-c\"], NULL) = -1 EACCES", 221, -13,
          P("/bin/sh"), P(argv), 0);
    CHECK("rt_sigprocmask(SIG_BLOCK, [INT CHLD RT_2], NULL, 8) = 0", 135, 0, 0,
          P(&set), 0, 8);
    CHECK("rt_sigprocmask(SIG_SETMASK, ~[QUIT], NULL, 8) = 0", 135, 0, 2,
          P(&all), 0, 8);
    CHECK("ioctl(0, TIOCGWINSZ, {ws_row=24, ws_col=80, ws_xpixel=0, "
          "ws_ypixel=0}) = 0",
          29, 0, 0, 0x5413, P(&ws));
}

static void lone_values(void)
{
    uint32_t len = 16, status = 0x100;
    uint8_t inet[16] = {2, 0, 0x1f, 0x90, 10, 0, 0, 1};

    CHECK("wait4(-1, [0x100], WNOHANG, NULL) = 5", 260, 5, (uint64_t)-1,
          P(&status), 1, 0);
    CHECK("accept(3, {sa_family=AF_INET, sin_port=htons(8080), "
          "sin_addr=10.0.0.1}, [16]) = 4",
          202, 4, 3, P(inet), P(&len));
    CHECK("accept(3, NULL, NULL) = -1 EAGAIN", 202, -11, 3, 0, 0);
}

static void sub_tables(void)
{
    char name[16] = "thread";

    CHECK("ioctl(0, 0xdead) = -1 ENOTTY", 29, -25, 0, 0xdead, 1);
    CHECK("fcntl(1, F_GETFL) = 0x20001 (O_WRONLY|O_LARGEFILE)", 25,
          (long)(0400000 | 1), 1, 3);
    CHECK("futex(0x1, FUTEX_WAKE|0x80, 1) = -1 EFAULT", 98, -14, 1, 0x81, 1);
    CHECK("prctl(PR_SET_NAME, \"thread\") = 0", 167, 0, 15, P(name));
    CHECK("prctl(PR_SET_MM) = -1 EPERM (the mm fields describe the guest)", 167,
          -1, 35);
    CHECK("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, \"\\001\\000\\000\\000\", "
          "4) = 0",
          208, 0, 3, 1, 2, P(&(int){1}), 4);
}

/* A small generator, so that a failure repeats. */
static uint64_t any(void)
{
    static uint64_t x = 1;

    x = x * 6364136223846793005u + 1442695040888963407u;
    switch (x >> 60) {
    case 0:
    case 1: return 0;
    case 2:
    case 3: return x >> 40 & 63;
    case 4: return ~(x >> 50 & 4095);
    case 5: return x;
    case 6: return x >> 32;
    default: return P(memory) + (x >> 33) % sizeof memory;
    }
}

static void drop(struct print *out)
{
    out->used = 0;
}

/* Whatever a guest passes, nothing outside its memory is read. */
static void any_arguments(void)
{
    char buf[64];
    uint64_t args[6];
    struct print out;

    strict = true;
    for (unsigned i = 0; i < 20 * arm64_syscalls.count; i++) {
        const struct sysdesc *d =
            syscall_find(&arm64_syscalls, i % arm64_syscalls.count);

        if (!d)
            continue;
        for (unsigned k = 0; k < ARRAY_SIZE(memory); k += 1 + any() % 64)
            memory[k] = any();
        for (unsigned k = 0; k < 6; k++)
            args[k] = any();
        d = syscall_leaf(d, args);
        print_init(&out, buf, sizeof buf, -1);
        out.flush = drop;
        syscall_trace_entry(&out, &task, d, args);
        syscall_trace_exit(&out, &task, d, args, (long)any());
    }
    strict = false;
}

int main(void)
{
    mm.space.limit = ~0ul;
    task.mm = &mm;
    values();
    structs();
    lone_values();
    sub_tables();
    any_arguments();
    return failures ? 1 : 0;
}
