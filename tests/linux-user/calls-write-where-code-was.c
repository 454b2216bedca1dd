// SPDX-License-Identifier: MIT
/*
 * A system call that writes where code has run finds nothing in its way, and
 * what it wrote runs once it is announced; code that a mapping brings needs no
 * announcement. A page of zeroes that was run, and data beside code, are data.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

#define PAGE        4096
#define MOV_W0(imm) (0x52800000u | (uint32_t)(imm) << 5)
#define RET         0xd65f03c0u

static uint32_t *code;
static int fds[2];

static void announce(void *at, size_t n)
{
    __builtin___clear_cache((char *)at, (char *)at + n);
}

static uint32_t run(void)
{
    return ((uint32_t(*)(void))(void *)code)();
}

/* Puts the two words of a function into the socket, or a file. */
static void feed(uint32_t value)
{
    uint32_t words[2] = {MOV_W0(value), RET};
    CHECK(write(fds[1], words, 8) == 8);
}

static long call_read(void)
{
    return read(fds[0], code, 8);
}

static long call_readv(void)
{
    struct iovec iov[2] = {{code, 4}, {code + 1, 4}};
    return readv(fds[0], iov, 2);
}

static long call_recv(void)
{
    return recv(fds[0], code, 8, 0);
}

static long call_recvmsg(void)
{
    struct iovec iov = {code, 8};
    struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1};
    return recvmsg(fds[0], &m, 0);
}

static long call_recvmmsg(void)
{
    struct iovec iov = {code, 8};
    struct mmsghdr m = {{.msg_iov = &iov, .msg_iovlen = 1}, 0};
    return recvmmsg(fds[0], &m, 1, 0, NULL) == 1 ? m.msg_len : -1;
}

static long call_pread(void)
{
    int fd = memfd_create("code", 0);
    uint32_t words[2];
    CHECK(read(fds[0], words, 8) == 8 && pwrite(fd, words, 8, 100) == 8);
    long r = pread(fd, code, 8, 100);
    close(fd);
    return r;
}

static long call_vm_writev(void)
{
    uint32_t words[2];
    struct iovec from = {words, 8}, to = {code, 8};
    CHECK(read(fds[0], words, 8) == 8);
    return process_vm_writev(getpid(), &from, 1, &to, 1, 0);
}

static void check_calls(void)
{
    static long (*const calls[])(void) = {
        call_read,     call_readv, call_recv,      call_recvmsg,
        call_recvmmsg, call_pread, call_vm_writev,
    };
    uint32_t value = 1;
    code[0] = MOV_W0(0);
    code[1] = RET;
    announce(code, 8);
    for (unsigned n = 0; n < sizeof calls / sizeof *calls; n++)
        for (int again = 0; again < 3; again++, value++) {
            CHECK(run() == (value - 1));
            feed(value);
            long r = calls[n]();
            if (r != 8)
                printf("call %u: %ld, errno %d\n", n, r, errno);
            CHECK(r == 8);
            announce(code, 8);
            CHECK(run() == value);
        }
}

/* A mapping brings its code with it. */
static void check_mappings(void)
{
    int fd = memfd_create("code", 0);
    int all = PROT_READ | PROT_WRITE | PROT_EXEC;
    for (uint32_t n = 0; n < 4; n++) {
        uint32_t words[2] = {MOV_W0(500 + n), RET};
        pwrite(fd, words, 8, n * PAGE);
    }
    for (uint32_t n = 0; n < 4; n++) {
        CHECK(mmap(code, PAGE, all, MAP_PRIVATE | MAP_FIXED, fd, n * PAGE) ==
              code);
        CHECK(run() == 500 + n);
        code[0] = MOV_W0(7);
        announce(code, 4);
        CHECK(run() == 7);
        CHECK(madvise(code, PAGE, MADV_DONTNEED) == 0);
        CHECK(run() == 500 + n);
    }
    uint32_t *other = mmap(NULL, PAGE, all, MAP_SHARED, fd, PAGE);
    CHECK(mremap(other, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, code) ==
          code);
    CHECK(run() == 501);
    int id = shmget(IPC_PRIVATE, PAGE, IPC_CREAT | 0600);
    uint32_t *shared = shmat(id, NULL, 0);
    shared[0] = MOV_W0(600);
    shared[1] = RET;
    CHECK(shmat(id, code, SHM_REMAP | SHM_EXEC) == code);
    CHECK(run() == 600);
    shmctl(id, IPC_RMID, NULL);
    close(fd);
    CHECK(mmap(code, PAGE, all, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
               0) == code);
}

static volatile uintptr_t illegal_at;
static sigjmp_buf out;

static void on_illegal(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    illegal_at = (uintptr_t)info->si_addr;
    siglongjmp(out, 1);
}

/* Runs what is no code: the place where that was noticed. */
static uintptr_t illegal(void)
{
    illegal_at = 0;
    if (sigsetjmp(out, 1) == 0)
        run();
    return illegal_at;
}

/* Zeroes are UDF #0; what is written there later is code. */
static void check_zeroes(void)
{
    memset(code, 0, PAGE);
    announce(code, PAGE);
    for (uint32_t n = 0; n < 200; n++) {
        CHECK(illegal() == (uintptr_t)code);
        code[0] = MOV_W0(n);
        announce(code, 4);
        CHECK(illegal() == (uintptr_t)(code + 1));
        code[1] = RET;
        announce(code + 1, 4);
        CHECK(run() == n);
        /* Without a word: the mapping says it. */
        CHECK(madvise(code, PAGE, MADV_DONTNEED) == 0);
    }
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = on_illegal, .sa_flags = SA_SIGINFO};
    code = mmap(NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(code != MAP_FAILED);
    CHECK(socketpair(AF_UNIX, SOCK_DGRAM, 0, fds) == 0);
    sigaction(SIGILL, &sa, NULL);
    check_calls();
    check_mappings();
    check_zeroes();
    return check_result();
}
