// SPDX-License-Identifier: MIT
/* Asynchronous input and output; calls of administrators and tools. */
#include "show.h"

#include <linux/aio_abi.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>

struct ring {
    uint32_t id, nr, head, tail, magic;
};

static void request(struct iocb *cb, int op, int fd, void *buf, size_t n,
                    long off)
{
    memset(cb, 0, sizeof *cb);
    cb->aio_data = 1000 + off;
    cb->aio_lio_opcode = op;
    cb->aio_fildes = fd;
    cb->aio_buf = (uintptr_t)buf;
    cb->aio_nbytes = n;
    cb->aio_offset = off;
}

static void show_results(aio_context_t ctx, int n)
{
    struct io_event ev[8];
    int got = syscall(SYS_io_getevents, ctx, n, 8, ev, NULL);
    long data = 0, res = 0;
    for (int i = 0; i < got; i++) {
        data += ev[i].data;
        res += ev[i].res;
    }
    printf("%d events, data %ld, results %ld\n", got, data, res);
}

static void show_bad_requests(aio_context_t ctx, int fd)
{
    struct iocb cb[2], *list[2] = {cb, cb + 1};
    char in[64] = "";
    struct iovec v[2] = {{in + 30, 5}, {in + 40, 5}};
    request(&cb[0], IOCB_CMD_PREAD, fd, in, 10, 3);
    request(&cb[1], 99, fd, in, 1, 0);
    SHOW(syscall(SYS_io_submit, ctx, 2, list));
    show_results(ctx, 1);
    SHOW(syscall(SYS_io_submit, ctx, 1, list + 1));
    request(&cb[0], IOCB_CMD_PREAD, 99, in, 1, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    request(&cb[0], IOCB_CMD_PREAD, fd, (void *)8, 1, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    show_results(ctx, 0);
    request(&cb[0], IOCB_CMD_PREADV, fd, (void *)8, 1, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    request(&cb[0], IOCB_CMD_PREAD, fd, (void *)-4096l, 1, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    request(&cb[0], IOCB_CMD_PREAD, fd, in, -1, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    v[1].iov_len = -1;
    request(&cb[0], IOCB_CMD_PREADV, fd, v, 2, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    list[0] = (void *)8;
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    SHOW(syscall(SYS_io_submit, ctx, 1, 8));
    SHOW(syscall(SYS_io_submit, ctx, 0, list));
    SHOW(syscall(SYS_io_submit, ctx, -1, list));
    SHOW(syscall(SYS_io_submit, 5, 1, list));
}

static void show_waits(aio_context_t ctx)
{
    struct iocb cb[1], *list[1] = {cb};
    struct timespec ts = {0, 1000000};
    struct io_event e;
    SHOW(syscall(SYS_io_getevents, ctx, 1, 1, &e, &ts));
    SHOW(syscall(SYS_io_getevents, ctx, 2, 1, &e, &ts));
    SHOW(syscall(SYS_io_getevents, 5, 0, 1, &e, &ts));
    SHOW(syscall(SYS_io_getevents, ctx, 1, 1, &e, 8));
    SHOW(syscall(SYS_io_pgetevents, ctx, 1, 1, &e, &ts, NULL));
    SHOW(syscall(SYS_io_pgetevents, ctx, 1, 1, &e, &ts, 8));
    /* A wait for input, cancelled; and one that ends. */
    int fds[2];
    pipe(fds);
    request(&cb[0], IOCB_CMD_POLL, fds[0], (void *)POLLIN, 0, 0);
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    SHOW(syscall(SYS_io_cancel, ctx, &cb[0], &e));
    show_results(ctx, 1);
    SHOW(syscall(SYS_io_cancel, ctx, &cb[0], &e));
    SHOW(syscall(SYS_io_cancel, ctx, 8, &e));
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    write(fds[1], "x", 1);
    show_results(ctx, 1);
}

static void show_requests(void)
{
    aio_context_t ctx = 0, bad = 5;
    struct iocb cb[4], *list[4] = {cb, cb + 1, cb + 2, cb + 3};
    char out[] = "written by a request", in[64] = "";
    struct iovec v[2] = {{in + 30, 5}, {in + 40, 5}};
    int fd = open("file", O_CREAT | O_RDWR, 0600),
        ev = eventfd(0, EFD_NONBLOCK);
    SHOW(syscall(SYS_io_setup, 8, &ctx));
    struct ring *ring = (void *)ctx;
    printf("ring %x, room %d\n", ring->magic, ring->nr >= 8);
    SHOW(syscall(SYS_io_setup, 8, &bad));
    SHOW(syscall(SYS_io_setup, 0, &(aio_context_t){0}));
    SHOW(syscall(SYS_io_setup, 8, 8));
    request(&cb[0], IOCB_CMD_PWRITE, fd, out, 20, 0);
    cb[0].aio_flags = IOCB_FLAG_RESFD;
    cb[0].aio_resfd = ev;
    SHOW(syscall(SYS_io_submit, ctx, 1, list));
    show_results(ctx, 1);
    uint64_t told = 0;
    SHOW(read(ev, &told, 8));
    printf("told %d, ring empty %d\n", (int)told, ring->head == ring->tail);
    request(&cb[0], IOCB_CMD_PREAD, fd, in, 10, 3);
    request(&cb[1], IOCB_CMD_PREADV, fd, v, 2, 0);
    request(&cb[2], IOCB_CMD_FDSYNC, fd, NULL, 0, 0);
    request(&cb[3], IOCB_CMD_PWRITEV, fd, v, 2, 100);
    SHOW(syscall(SYS_io_submit, ctx, 4, list));
    show_results(ctx, 4);
    printf("%s %s %s\n", in, in + 30, in + 40);
    show_bad_requests(ctx, fd);
    show_waits(ctx);
    aio_context_t two = 0;
    SHOW(syscall(SYS_io_setup, 1000, &two));
    printf("apart %d\n", two != ctx);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(syscall(SYS_io_destroy, two));
        SHOW(syscall(SYS_io_submit, ctx, 1, list));
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    SHOW(syscall(SYS_io_destroy, two));
    unsigned char vec;
    SHOW(mincore((void *)two, 4096, &vec));
    SHOW(syscall(SYS_io_destroy, ctx));
    SHOW(syscall(SYS_io_destroy, ctx));
}

static void show_counters(void)
{
    struct perf_event_attr a = {.type = PERF_TYPE_SOFTWARE,
                                .size = sizeof a,
                                .config = PERF_COUNT_SW_PAGE_FAULTS};
    uint64_t n = 0, id;
    int fd = syscall(SYS_perf_event_open, &a, 0, -1, -1, 8 /* CLOEXEC */);
    SHOW(fd >= 0 ? 0 : -1);
    SHOW(syscall(SYS_perf_event_open, 8, 0, -1, -1, 0));
    SHOW(syscall(SYS_perf_event_open, &a, 99999999, -1, -1, 0));
    SHOW(syscall(SYS_perf_event_open, &a, 0, -1, -1, 99));
    SHOW(syscall(SYS_perf_event_open, &a, 0, -1, 0, 0));
    a.size = 7;
    SHOW(syscall(SYS_perf_event_open, &a, 0, -1, -1, 0));
    if (fd < 0)
        return;
    char *p = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(ioctl(fd, PERF_EVENT_IOC_RESET, 0));
    madvise(p, 1 << 20, MADV_NOHUGEPAGE);
    for (int i = 0; i < 256; i++)
        p[i * 4096] = 1;
    SHOW(ioctl(fd, PERF_EVENT_IOC_DISABLE, 0));
    SHOW(read(fd, &n, 8));
    printf("some %d\n", n >= 256);
    SHOW(ioctl(fd, PERF_EVENT_IOC_ID, &id));
    SHOW(ioctl(fd, PERF_EVENT_IOC_ID, 8));
    SHOW(ioctl(fd, PERF_EVENT_IOC_REFRESH, 1));
    SHOW(read(fd, &n, 3));
    SHOW(ioctl(fd, PERF_EVENT_IOC_SET_FILTER, "x"));
}

static long bpf(int cmd, union bpf_attr *attr, unsigned size)
{
    return syscall(SYS_bpf, cmd, attr, size);
}

static void show_program(void)
{
    union bpf_attr a = {0};
    /* A program that returns 7, run on a packet. */
    struct bpf_insn code[2] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K, .imm = 7},
                               {.code = BPF_JMP | BPF_EXIT}};
    char packet[64] = "", log[4096] = "";
    a.prog_type = BPF_PROG_TYPE_SOCKET_FILTER;
    a.insn_cnt = 2;
    a.insns = (uintptr_t)code;
    a.license = (uintptr_t) "MIT";
    a.log_buf = (uintptr_t)log;
    a.log_size = sizeof log;
    a.log_level = 1;
    int prog = bpf(BPF_PROG_LOAD, &a, sizeof a);
    SHOW(prog >= 0 ? 0 : -1);
    printf("log %d\n", log[0] != 0);
    code[1].code = 0xff;
    SHOW(bpf(BPF_PROG_LOAD, &a, sizeof a));
    a.insns = 8;
    SHOW(bpf(BPF_PROG_LOAD, &a, sizeof a));
    memset(&a, 0, sizeof a);
    a.test.prog_fd = prog;
    a.test.data_in = (uintptr_t)packet;
    a.test.data_size_in = sizeof packet;
    SHOW(bpf(BPF_PROG_TEST_RUN, &a, sizeof a));
    printf("%u\n", a.test.retval);
    struct bpf_prog_info info = {0};
    memset(&a, 0, sizeof a);
    a.info.bpf_fd = prog;
    a.info.info_len = sizeof info;
    a.info.info = (uintptr_t)&info;
    SHOW(bpf(BPF_OBJ_GET_INFO_BY_FD, &a, sizeof a));
    printf("type %u\n", info.type);
    a.info.info = 8;
    SHOW(bpf(BPF_OBJ_GET_INFO_BY_FD, &a, sizeof a));
}

static void show_bpf(void)
{
    union bpf_attr a = {.map_type = BPF_MAP_TYPE_HASH,
                        .key_size = 4,
                        .value_size = 8,
                        .max_entries = 4};
    int key = 5, next = 0, map = bpf(BPF_MAP_CREATE, &a, sizeof a);
    uint64_t value = 123, got = 0;
    SHOW(map >= 0 ? 0 : -1);
    SHOW(bpf(999, &a, sizeof a));
    SHOW(bpf(BPF_MAP_CREATE, (void *)8, sizeof a));
    SHOW(bpf(BPF_MAP_CREATE, &a, 5000));
    a.key_size = 0;
    SHOW(bpf(BPF_MAP_CREATE, &a, sizeof a));
    if (map < 0)
        return;
    memset(&a, 0, sizeof a);
    a.map_fd = map;
    a.key = (uintptr_t)&key;
    a.value = (uintptr_t)&value;
    SHOW(bpf(BPF_MAP_UPDATE_ELEM, &a, 32));
    a.value = (uintptr_t)&got;
    SHOW(bpf(BPF_MAP_LOOKUP_ELEM, &a, 32));
    printf("%d\n", (int)got);
    a.value = 8;
    SHOW(bpf(BPF_MAP_LOOKUP_ELEM, &a, 32));
    a.key = 0;
    a.next_key = (uintptr_t)&next;
    SHOW(bpf(BPF_MAP_GET_NEXT_KEY, &a, 32));
    printf("%d\n", next);
    a.key = (uintptr_t)&key;
    SHOW(bpf(BPF_MAP_GET_NEXT_KEY, &a, 32));
    SHOW(bpf(BPF_MAP_DELETE_ELEM, &a, 16));
    SHOW(bpf(BPF_MAP_DELETE_ELEM, &a, 16));
    a.map_fd = 99;
    SHOW(bpf(BPF_MAP_DELETE_ELEM, &a, 16));
    show_program();
}

static void show_admin(void)
{
    int fd = open("file", O_RDONLY);
    char info[256];
    SHOW(syscall(SYS_quotactl, 0x80000700, "/dev/null", 0, info));
    SHOW(syscall(SYS_quotactl, 0x80000700, "none", 0, info));
    SHOW(syscall(SYS_quotactl, 0x80000700, 8, 0, info));
    SHOW(syscall(SYS_quotactl, 0x80000100, NULL, 0, NULL));
    SHOW(syscall(SYS_quotactl, 0x80000703, "/dev/null", 0, info));
    SHOW(syscall(443, fd, 0x80000700, 0, info));
    SHOW(syscall(443, fd, 0x580300, 0, info));
    SHOW(syscall(443, 99, 0x80000700, 0, info));
    SHOW(syscall(SYS_finit_module, fd, "", 0));
    SHOW(syscall(SYS_init_module, info, 10, ""));
    SHOW(syscall(SYS_delete_module, "none", 0));
    SHOW(syscall(SYS_acct, "none"));
    SHOW(syscall(SYS_swapon, "none", 0));
    SHOW(syscall(SYS_swapoff, "none"));
    SHOW(syscall(SYS_syslog, 99, NULL, 0));
    SHOW(syscall(SYS_reboot, 1, 2, 3, NULL));
    uint32_t size = 0;
    SHOW(syscall(461, NULL, &size, 0) < 1000);
    SHOW(syscall(461, 8, &size, 1));
    SHOW(syscall(459, 99, NULL, &size, 0));
    SHOW(syscall(460, 99, info, 10, 0));
    SHOW(syscall(SYS_membarrier, 0, 1, 0));
    SHOW(syscall(SYS_membarrier, 99, 0, 0));
    SHOW(syscall(SYS_membarrier, 8, 0, 0));
    SHOW(syscall(SYS_membarrier, 16, 0, 0));
    SHOW(syscall(SYS_membarrier, 8, 0, 0));
    SHOW(syscall(SYS_membarrier, 64, 0, 0));
    SHOW(syscall(SYS_membarrier, 32, 0, 0));
    SHOW(syscall(SYS_getrandom, info, 10, 99));
    SHOW(syscall(SYS_getrandom, info, 10, 1 | 4));
    SHOW(syscall(SYS_getrandom, info, 10, 2 | 4));
    unsigned long nodes = 0;
    int mode = 9;
    SHOW(syscall(SYS_get_mempolicy, &mode, &nodes, 64, NULL, 0));
    printf("%d\n", mode);
    SHOW(syscall(SYS_get_mempolicy, &mode, &nodes, 64, NULL, 99));
    nodes = 1;
    SHOW(syscall(SYS_set_mempolicy, 2, &nodes, 64));
    SHOW(syscall(SYS_set_mempolicy, 0, NULL, 0));
    SHOW(syscall(SYS_set_mempolicy, 99, &nodes, 64));
    SHOW(syscall(SYS_set_mempolicy, 2, 8, 64));
    char *p = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    void *pages[2] = {p, p + 4096};
    int status[2] = {9, 9};
    p[0] = 1;
    SHOW(syscall(SYS_mbind, p, 8192, 2, &nodes, 64, 0));
    SHOW(syscall(SYS_mbind, p + 1, 8192, 2, &nodes, 64, 0));
    SHOW(syscall(SYS_move_pages, 0, 2, pages, NULL, status, 0));
    printf("%d %d\n", status[0], status[1]);
    SHOW(syscall(SYS_move_pages, 0, 2, 8, NULL, status, 0));
    SHOW(syscall(SYS_move_pages, 99999999, 2, pages, NULL, status, 0));
    SHOW(syscall(SYS_migrate_pages, 0, 64, &nodes, &nodes));
    SHOW(syscall(450, p, 8192, 0, 0));
    SHOW(syscall(450, p, 8192, 0, 1));
}

int main(void)
{
    show_in_directory();
    show_requests();
    show_counters();
    show_bpf();
    show_admin();
    return 0;
}
