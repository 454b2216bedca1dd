// SPDX-License-Identifier: MIT
// Gives every pointer argument of every call NULL, unmapped, read-only, the
// kernel's, and memory that ends too soon, and prints what the call answered:
// natively and in Ferry the same.  Run it in an empty directory: it
// creates a file there, and tries the calls that change names on ".".
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __aarch64__
#    define NR(guest, host) (guest)
#else
#    define NR(guest, host) (host)
#endif

enum fd_kind {
    FD_FILE,
    FD_SOCKET,
    FD_TERMINAL,
    FD_EPOLL,
    FD_TIMER,
    FD_INOTIFY,
    FD_KINDS
};
enum arg_kind { ARG_VALUE, ARG_FD, ARG_AT, ARG_IN, ARG_OUT, ARG_PATH };

/* A pointer within a struct. */
struct inner {
    int at;          /* its offset */
    int count_at;    /* that of its count, -1: it has none */
    int count_bytes; /* width of the count */
    int size;        /* bytes of one element; 0: there is no such pointer */
};
#define INNER_MAX 8
#define NONE           \
    {                  \
        {              \
            0, 0, 0, 0 \
        }              \
    }

struct arg {
    enum arg_kind kind;
    long value; /* pointers: bytes of one element */
    struct inner inner[INNER_MAX];
};

struct row {
    const char *name;
    int nr;
    enum fd_kind fd;
    int nargs;
    int shows_length; /* a result of 0 or more is a length */
    struct arg args[6];
};

#include "bad-pointers.gen.h"

#define PAGE 65536 /* of either kernel */

enum bad { GOOD, NOTHING, UNMAPPED, READ_ONLY, KERNEL, PAGE_END, BADS };
static const char *const bad_names[BADS] = {
    "good", "NULL", "unmapped", "read-only", "kernel's", "at the end"};

static uint8_t *area;    /* good, with nothing behind it */
static uint8_t *ro_area; /* read-only */
static uint8_t *nowhere; /* not mapped */
static long *answer;     /* shared with the child */
static int fds[FD_KINDS];

static uint8_t *map(size_t size, int prot, int flags)
{
    uint8_t *p = mmap(NULL, size, prot, flags | MAP_ANONYMOUS, -1, 0);

    if (p == MAP_FAILED) {
        perror("mmap");
        exit(99);
    }
    return p;
}

static void prepare(void)
{
    answer = (long *)map(PAGE, PROT_READ | PROT_WRITE, MAP_SHARED);
    area = map(6 * PAGE, PROT_NONE, MAP_PRIVATE);
    ro_area = area + 2 * PAGE;
    nowhere = area + 4 * PAGE;
    mprotect(area, PAGE, PROT_READ | PROT_WRITE);
    mprotect(ro_area, PAGE, PROT_READ);
    munmap(nowhere, PAGE);
    signal(SIGPIPE, SIG_IGN);
    fds[FD_FILE] = open("file", O_RDWR | O_CREAT, 0600);
    fds[FD_SOCKET] = socket(AF_INET, SOCK_STREAM, 0);
    fds[FD_TERMINAL] = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    fds[FD_EPOLL] = epoll_create1(0);
    fds[FD_TIMER] = timerfd_create(CLOCK_MONOTONIC, 0);
    fds[FD_INOTIFY] = inotify_init1(0);
}

/* Good memory for a path, or zeros. */
static long good_pointer(const struct arg *a, int i)
{
    uint8_t *p = area + PAGE / 2 + i * 4096;

    memset(p, 0, 4096);
    if (a->kind == ARG_PATH)
        strcpy((char *)p, ".");
    return (long)p;
}

static long bad_pointer(enum arg_kind kind, long size, enum bad bad)
{
    switch (bad) {
    case NOTHING: return 0;
    case UNMAPPED: return (long)nowhere;
    case READ_ONLY: return (long)ro_area;
    case KERNEL: return (long)0xffff900000000000;
    case PAGE_END:
        /* All but the last byte; a string without its end. */
        if (kind == ARG_PATH)
            area[PAGE - 1] = '/';
        return (long)(area + PAGE - (size > 1 ? size - 1 : 1));
    default: return 0;
    }
}

/* A good struct whose pointer n is bad, and counts one or eight elements. */
static long with_inner(const struct arg *a, int i, int n, enum bad bad)
{
    const struct inner *in = &a->inner[n];
    long p = good_pointer(a, i);
    long count = in->size == 1 ? 8 : 1;
    long bytes = count * in->size;
    long inner =
        bad == GOOD ? (long)area + 64 : bad_pointer(ARG_IN, bytes, bad);

    memset(area + 64, 0, 64);
    memcpy((char *)p + in->at, &inner, sizeof inner);
    if (in->count_at >= 0)
        memcpy((char *)p + in->count_at, &count, (size_t)in->count_bytes);
    return p;
}

/* inner: which pointer within argument number which is the bad one; or -1. */
static void call(const struct row *r, int which, int inner, enum bad bad)
{
    long v[6] = {0};

    for (int i = 0; i < r->nargs; i++) {
        const struct arg *a = &r->args[i];

        if (a->kind == ARG_VALUE)
            v[i] = a->value;
        else if (a->kind == ARG_FD)
            v[i] = fds[i == 2 && r->fd == FD_EPOLL ? FD_SOCKET : r->fd];
        else if (a->kind == ARG_AT)
            v[i] = AT_FDCWD;
        else if (i == which && inner >= 0)
            v[i] = with_inner(a, i, inner, bad);
        else if (i == which && bad != GOOD)
            v[i] = bad_pointer(a->kind, a->value, bad);
        else
            v[i] = good_pointer(a, i);
    }
    long result = syscall(r->nr, v[0], v[1], v[2], v[3], v[4], v[5]);
    *answer = result == -1 ? -errno : result;
}

static void try(const struct row *r, int which, int inner, enum bad bad)
{
    int status;
    pid_t child;

    fflush(stdout);
    lseek(fds[FD_FILE], 0, SEEK_SET);
    if (ftruncate(fds[FD_FILE], 4096))
        exit(99);
    *answer = -1000;
    child = fork();
    if (child == 0) {
        /* What waits for ever is ended, natively too. */
        alarm(1);
        call(r, which, inner, bad);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("fork");
        exit(99);
    }
    printf("%s arg %d ", r->name, which + 1);
    if (inner >= 0)
        printf("inner %d ", inner + 1);
    printf("%s: ", bad_names[bad]);
    if (WIFSIGNALED(status))
        printf("signal %d\n", WTERMSIG(status));
    else if (*answer == -1000)
        printf("exit status %d\n", WEXITSTATUS(status));
    else if (*answer < 0)
        printf("%s\n", strerrorname_np((int)-*answer));
    else if (r->shows_length)
        printf("%ld\n", *answer);
    else
        printf("done\n");
}

static void try_argument(const struct row *r, int k)
{
    const struct arg *a = &r->args[k];

    for (enum bad bad = GOOD; bad < BADS; bad++)
        try(r, k, -1, bad);
    for (int n = 0; n < INNER_MAX && a->inner[n].size; n++)
        for (enum bad bad = GOOD; bad < BADS; bad++)
            try(r, k, n, bad);
}

int main(int argc, char **argv)
{
    prepare();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *r = &rows[i];

        if (r->nr < 0 || (argc > 1 && strcmp(argv[1], r->name) != 0))
            continue;
        for (int k = 0; k < r->nargs; k++)
            if (r->args[k].kind >= ARG_IN)
                try_argument(r, k);
    }
    return 0;
}
