// SPDX-License-Identifier: MIT
// Flag words and structs that differ reach the host as what they mean.
#define _GNU_SOURCE
#include "syscall-tables/syscall-types.gen.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned failures;

#define CHECK(cond)                                                 \
    do {                                                            \
        if (!(cond)) {                                              \
            printf("line %d: %s does not hold\n", __LINE__, #cond); \
            failures++;                                             \
        }                                                           \
    } while (0)

/* glibc's O_LARGEFILE is 0 on a 64-bit host; the kernel's is this. */
#define HOST_LARGEFILE 0100000u

static uint32_t open_to_host(uint32_t guest)
{
    uint32_t host = 0;

    CHECK(open_flags_to_host((struct open_flags){guest}, &host));
    return host;
}

static void open_words(void)
{
    static const struct {
        uint32_t guest, host;
    } same[] = {
        {GUEST_O_RDONLY, O_RDONLY},
        {GUEST_O_WRONLY, O_WRONLY},
        {GUEST_O_RDWR, O_RDWR},
        {GUEST_O_ACCMODE, O_ACCMODE},
        {GUEST_O_CREAT | GUEST_O_EXCL, O_CREAT | O_EXCL},
        {GUEST_O_DIRECTORY, O_DIRECTORY},
        {GUEST_O_NOFOLLOW, O_NOFOLLOW},
        {GUEST_O_DIRECT, O_DIRECT},
        {GUEST_O_LARGEFILE, HOST_LARGEFILE},
        {GUEST_O_TMPFILE | GUEST_O_RDWR, O_TMPFILE | O_RDWR},
        {GUEST_O_SYNC, O_SYNC},
        {GUEST_O_DSYNC, O_DSYNC},
        {GUEST_O_CLOEXEC | GUEST_O_PATH, O_CLOEXEC | O_PATH},
    };

    for (size_t i = 0; i < ARRAY_SIZE(same); i++) {
        CHECK(open_to_host(same[i].guest) == same[i].host);
        CHECK(open_flags_to_guest(same[i].host).bits == same[i].guest);
    }
    /* openat ignores bits it does not know; pipe2 does not. */
    CHECK(open_to_host(GUEST_O_WRONLY | 0x80000000) == O_WRONLY);
}

static void pipe_words(void)
{
    uint32_t host = 0;

    CHECK(pipe2_flags_to_host((struct pipe2_flags){GUEST_O_DIRECT}, &host));
    CHECK(host == O_DIRECT);
    CHECK(!pipe2_flags_to_host((struct pipe2_flags){GUEST_O_DIRECTORY}, &host));
}

static void map_words(void)
{
    uint64_t wide;
    uint32_t host = 0;

    /* The host's MAP_32BIT is a bit without a name in the guest. */
    CHECK(mmap_flags_to_host((struct mmap_flags){0x62}, &host));
    CHECK(host == 0x22);
    /* The size of huge pages is a number without a name in both. */
    CHECK(mmap_flags_to_host((struct mmap_flags){0x54040022}, &host));
    CHECK(host == 0x54040022);
    CHECK(!prot_flags_to_host((struct prot_flags){0x8}, &wide));
    CHECK(prot_flags_to_host((struct prot_flags){7}, &wide) && wide == 7);
}

static void stat_struct(void)
{
    struct host_stat h;
    struct abi_stat g;
    struct stat st;

    memset(&g, 0xff, sizeof g);
    _Static_assert(sizeof h == sizeof st, "the kernel's is glibc's");
    CHECK(stat("/dev/null", &st) == 0);
    memcpy(&h, &st, sizeof h);
    stat_to_guest(&g, &h);
    CHECK(g.st_dev == st.st_dev && g.st_ino == st.st_ino);
    CHECK(g.st_mode == st.st_mode && g.st_nlink == st.st_nlink);
    CHECK(g.st_uid == st.st_uid && g.st_gid == st.st_gid);
    CHECK(g.st_rdev == st.st_rdev && g.st_size == st.st_size);
    CHECK(g.st_blksize == st.st_blksize && g.st_blocks == st.st_blocks);
    CHECK(g.st_mtime_sec == (uint64_t)st.st_mtim.tv_sec);
    CHECK(g.st_mtime_nsec == (uint64_t)st.st_mtim.tv_nsec);
    CHECK(g._pad1 == 0 && g._pad2 == 0 && g._unused[1] == 0);
}

static void event_struct(void)
{
    struct abi_epoll_event g = {EPOLLIN, 0x1122334455667788};
    struct host_epoll_event h;

    _Static_assert(sizeof h == sizeof(struct epoll_event), "packed");
    epoll_event_to_host(&h, &g);
    CHECK(h.events == EPOLLIN && h.data == 0x1122334455667788);
    g = (struct abi_epoll_event){0};
    epoll_event_to_guest(&g, &h);
    CHECK(g.events == EPOLLIN && g.data == 0x1122334455667788);
}

int main(void)
{
    open_words();
    pipe_words();
    map_words();
    stat_struct();
    event_struct();
    return failures ? 1 : 0;
}
