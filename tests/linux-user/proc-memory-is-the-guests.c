// SPDX-License-Identifier: MIT
/*
 * What /proc shows of a process by address is the program's alone: map_files,
 * pagemap and mem end where the program's memory ends, and code that is
 * written through mem runs.  Natively all of this holds too: there `above' is
 * the kernel's own half.
 */
#define _GNU_SOURCE
#include "check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096ul

/* A function that returns a small number; the instruction that says which. */
#ifdef __aarch64__
static const uint32_t code[] = {0x52800020, 0xd65f03c0}; /* mov w0, 1; ret */
static const uint32_t other = 0x52800040;                /* mov w0, 2 */
#else
static const uint32_t code[] = {0x000001b8, 0x9090c300}; /* mov, ret */
static const uint32_t other = 0x000002b8;
#endif

/* What is no program's: Ferry's part of the addresses, or the kernel's. */
#ifdef __aarch64__
#    define ABOVE 0x7e0000000000ul
#else
#    define ABOVE 0xffffffffff600001ul /* behind [vsyscall] */
#endif

/* Ends of the program's mappings, from maps, which tests elsewhere hold. */
struct range {
    uint64_t start, end;
};
static struct range ranges[4096];
static unsigned count;

static void maps_read(void)
{
    FILE *f = fopen("/proc/self/maps", "r");
    char line[4096 + 256];

    count = 0;
    while (f && count < 4096 && fgets(line, sizeof(line), f))
        if (sscanf(line, "%lx-%lx", &ranges[count].start, &ranges[count].end) ==
                2 &&
            ranges[count].start < 1ull << 63)
            count++;
    if (f)
        fclose(f);
}

static int is_mine(uint64_t start, uint64_t end)
{
    for (unsigned i = 0; i < count; i++)
        if (ranges[i].start == start && ranges[i].end == end)
            return 1;
    return 0;
}

/*
 * An address that the host has mapped above, if a program of the host's is
 * there to say so; else the first that no program has.
 */
static uint64_t above(char *name)
{
    uint64_t found = 1ull << 47, start, end;
    char command[64], line[4096 + 256];
    FILE *f;

    sprintf(name, "/proc/self/map_files/800000000000-800000001000");
    sprintf(command, "cat /proc/%d/maps", getpid());
    f = popen(command, "r");
    while (f && fgets(line, sizeof(line), f))
        if (sscanf(line, "%lx-%lx", &start, &end) == 2 && start < 1ull << 63 &&
            start > ranges[count - 1].end && strchr(line, '/')) {
            found = start;
            sprintf(name, "/proc/self/map_files/%lx-%lx", start, end);
        }
    if (f)
        pclose(f);
    return found;
}

/* Does a mapping begin in this line: an address of hexadecimal digits alone? */
static int line_starts(const char *line, uint64_t *start)
{
    char *end;
    *start = strtoul(line, &end, 16);
    return end - line >= 5 && (*end == '-' || *end == ' ');
}

/* Files that list mappings end with the program's. */
static void check_lists(void)
{
    static const char *const names[] = {"maps", "smaps", "numa_maps"};
    char name[40], line[4096 + 256];
    for (int n = 0; n < 3; n++) {
        unsigned lines = 0, beyond = 0;
        uint64_t start;
        sprintf(name, "/proc/self/%s", names[n]);
        FILE *f = fopen(name, "r");
        while (f && fgets(line, sizeof(line), f)) {
            lines++;
            beyond += line_starts(line, &start) && start >= ABOVE;
        }
        if (f)
            fclose(f);
        CHECK((lines > 5 || !f) && beyond == 0);
    }
}

static void check_map_files(const char *hidden)
{
    DIR *d = opendir("/proc/self/map_files");
    unsigned files = 0;
    struct dirent *e;
    char target[256];

    CHECK(d != NULL);
    while (d && (e = readdir(d))) {
        uint64_t start, end;

        if (sscanf(e->d_name, "%lx-%lx", &start, &end) != 2)
            continue;
        files++;
        if (!is_mine(start, end)) {
            check_failures++;
            printf("map_files lists %s\n", e->d_name);
        }
    }
    if (d)
        closedir(d);
    CHECK(files > 0);
    CHECK(open(hidden, O_RDONLY) == -1 && errno == ENOENT);
    CHECK(readlink(hidden, target, sizeof(target)) == -1 && errno == ENOENT);
    CHECK(chdir("/proc/self/map_files") == 0);
    CHECK(open(strrchr(hidden, '/') + 1, O_RDONLY) == -1 && errno == ENOENT);
    CHECK(chdir("/") == 0);
}

static void check_pagemap(uint64_t hidden)
{
    static char touched[2 * PAGE];
    int fd = open("/proc/self/pagemap", O_RDONLY);
    uint64_t entry[2] = {0}, at = (uintptr_t)touched / PAGE * 8;
    struct iovec iov[2] = {{&entry[0], 8}, {&entry[1], 8}};

    touched[0] = touched[PAGE] = 1;
    CHECK(fd >= 0);
    CHECK(pread(fd, entry, 16, (off_t)at) == 16);
    CHECK(entry[0] >> 63 && entry[1] >> 63);
    entry[0] = entry[1] = 0;
    CHECK(lseek(fd, (off_t)at, SEEK_SET) == (off_t)at);
    CHECK(readv(fd, iov, 2) == 16 && entry[0] >> 63 && entry[1] >> 63);
    CHECK(lseek(fd, 0, SEEK_CUR) == (off_t)at + 16);
    hidden = hidden / PAGE * 8;
    CHECK(pread(fd, entry, 8, (off_t)hidden) == 0);
    CHECK(preadv(fd, iov, 2, (off_t)hidden) == 0);
    CHECK(lseek(fd, (off_t)hidden, SEEK_SET) == (off_t)hidden);
    CHECK(read(fd, entry, 8) == 0 && readv(fd, iov, 2) == 0);
    close(fd);
}

static int write_by(int how, int fd, uint64_t at)
{
    struct iovec iov = {(void *)(uintptr_t)&other, 4};

    switch (how) {
    case 0: return pwrite(fd, &other, 4, (off_t)at) == 4;
    case 1: return pwritev(fd, &iov, 1, (off_t)at) == 4;
    case 2:
        return lseek(fd, (off_t)at, SEEK_SET) == (off_t)at &&
               write(fd, &other, 4) == 4;
    default:
        return lseek(fd, (off_t)at, SEEK_SET) == (off_t)at &&
               writev(fd, &iov, 1) == 4;
    }
}

/* Across a page's end, and through a child that shares the memory. */
static void check_code(void)
{
    char *mem = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int (*function)(void) = (int (*)(void))(void *)mem;
    char name[40];

    sprintf(name, "/proc/%d/mem", getpid());
    for (int how = 0; how < 5; how++) {
        int fd, good;

        mprotect(mem, 2 * PAGE, PROT_READ | PROT_WRITE);
        memcpy(mem, code, sizeof(code));
        __builtin___clear_cache(mem, mem + sizeof(code));
        mprotect(mem, 2 * PAGE, PROT_READ | PROT_EXEC);
        CHECK(function() == 1);
        if (how == 4) {
            pid_t pid = vfork();

            if (pid == 0) {
                fd = open(name, O_RDWR);
                _exit(!write_by(0, fd, (uintptr_t)mem));
            }
            CHECK(waitpid(pid, &good, 0) == pid && good == 0);
        } else {
            fd = open(name, O_RDWR);
            CHECK(fd >= 0 && write_by(how, fd, (uintptr_t)mem));
            close(fd);
        }
        CHECK(function() == 2);
    }
    munmap(mem, 2 * PAGE);
}

/* A descriptor that comes over an exec: how the next program ends. */
static int inherited(int fd, off_t hidden)
{
    char byte;

    return pread(fd, &byte, 1, hidden) == -1 && errno == EIO ? 0 : 1;
}

static int pass_on(int fd, uint64_t hidden)
{
    char number[2][24];
    int status = -1;
    pid_t pid;

    sprintf(number[0], "%d", fd);
    sprintf(number[1], "%lu", (unsigned long)hidden);
    pid = fork();
    if (pid == 0) {
        execl("/proc/self/exe", "again", number[0], number[1], NULL);
        _exit(99);
    }
    waitpid(pid, &status, 0);
    return status;
}

static void check_mem(uint64_t hidden)
{
    int fd = open("/proc/self/mem", O_RDWR);
    char byte = 0;

    CHECK(pread(fd, &byte, 1, (off_t)(uintptr_t)&check_failures) == 1);
    CHECK(pread(fd, &byte, 1, (off_t)hidden) == -1 && errno == EIO);
    CHECK(pwrite(fd, &byte, 1, (off_t)hidden) == -1 && errno == EIO);
    CHECK(pread(fd, &byte, 0, (off_t)hidden) == 0);
    CHECK(pass_on(fd, hidden) == 0);
    close(fd);
}

int main(int argc, char **argv)
{
    char hidden_name[80];
    uint64_t hidden;

    if (argc == 3)
        return inherited(atoi(argv[1]), (off_t)strtoul(argv[2], NULL, 10));
    maps_read();
    hidden = above(hidden_name);
    check_lists();
    check_map_files(hidden_name);
    check_pagemap(hidden);
    check_code();
    check_mem(hidden);
    return check_result();
}
