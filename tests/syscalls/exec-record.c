// SPDX-License-Identifier: MIT
/*
 * The record that one image leaves to the next: taken whole, and refused or
 * harmless in every other shape; it is hostile input.
 */
#define _GNU_SOURCE
#include "linux-user/exec.h"
#include "linux-user/removed.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

/* Three successive descriptors from N, as exec leaves them. */
#define N    60
#define NAME "/dev/fd/60"

static int failures;

static void check(bool good, const char *what)
{
    if (good)
        return;
    printf("FAIL: %s\n", what);
    failures++;
}

static const struct exec_state example = {
    .options = "ferry\0-cpu\0max\0--\0/bin/x",
    .options_bytes = 25,
    .exec_path = "./x",
    .root = "/some/root",
    .mask = 0x1234,
    .ignored = ~0ull,
    .stack_limit = {1 << 20, 1 << 30},
    .files_limit = 100,
    .limits = {[RLIMIT_AS] = {3, 4}},
    .limits_virtual = 1u << RLIMIT_AS,
};

/* Puts a record at N + 1 and a target at N + 2. */
static void place(int record)
{
    dup2(record, N + 1);
    if (record != N + 1)
        close(record);
    dup2(0, N + 2);
}

static int memfd_of(const void *bytes, size_t n, int seals)
{
    int fd = memfd_create("record", MFD_ALLOW_SEALING);
    if (fd < 0 || write(fd, bytes, n) != (ssize_t)n ||
        (seals && fcntl(fd, F_ADD_SEALS, seals)))
        exit(99);
    return fd;
}

static void taken_as_written(void)
{
    struct exec_state s = example, got = {0};
    s.removed = removed_create();
    removed_add(s.removed, "/gone");
    place(exec_state_write(&s));
    check(exec_state_take(NAME, false, &got), "a good record is taken");
    check(got.options_bytes == 25 && !memcmp(got.options, s.options, 25),
          "options");
    check(!strcmp(got.exec_path, "./x") && !strcmp(got.root, "/some/root"),
          "strings");
    check(got.mask == 0x1234 && got.ignored == SIGNALS_OWN, "signals");
    check(got.limits[RLIMIT_AS].hard == 4 &&
              got.limits_virtual == 1u << RLIMIT_AS &&
              got.stack_limit.hard == 1 << 30,
          "limits");
    check(removed_covers(got.removed, "/gone/below"), "removed names");
    check(got.target == N + 2 && fcntl(N + 1, F_GETFD) < 0,
          "the record is closed, the target is open");
}

/* Under AT_SECURE the writer may have had fewer rights. */
static void secure_takes_no_authority(void)
{
    struct exec_state s = example, got;
    struct rlimit stack, space = {1ul << 46, 1ul << 46};
    getrlimit(RLIMIT_STACK, &stack);
    s.stack_limit = (struct guest_rlimit){~0ull - 1, ~0ull - 1};
    s.personality = 0x0040000; /* ADDR_NO_RANDOMIZE */
    s.image = N;
    s.limits_virtual = ~0u;
    s.limits[RLIMIT_AS] = s.stack_limit;
    setrlimit(RLIMIT_AS, &space);
    dup2(0, N);
    s.removed = removed_create();
    place(exec_state_write(&s));
    check(exec_state_take(NAME, true, &got), "the target of a secure exec");
    check(!got.options && !got.root && !got.personality && !got.removed &&
              !exec_image(),
          "no authority under AT_SECURE");
    check(got.stack_limit.hard == stack.rlim_max &&
              got.stack_limit.soft <= stack.rlim_max,
          "no more stack than there is");
    check(got.limits_virtual == (1u << RLIMIT_AS | 1u << RLIMIT_DATA) &&
              got.limits[RLIMIT_AS].soft == space.rlim_max &&
              got.limits[RLIMIT_AS].hard == space.rlim_max,
          "no more memory, and no other limit");
    check(got.image == 0 && fcntl(N, F_GETFD) < 0,
          "no image but the one that runs");
    check(got.mask == 0x1234 && !strcmp(got.exec_path, "./x") &&
              got.target == N + 2,
          "what anybody may pass on");
}

static void refused(const char *what, const char *name, bool secure, int record)
{
    struct exec_state got;
    place(record);
    check(!exec_state_take(name, secure, &got), what);
    check(fcntl(N + 1, F_GETFD) >= 0, "what was refused stays open");
    close(N + 1);
}

/* A kernel with vm.memfd_noexec adds a seal of its own. */
static void more_seals(const void *bytes, size_t n)
{
    struct exec_state got;
    int fd = memfd_create("record", MFD_ALLOW_SEALING | 8 /* NOEXEC_SEAL */);
    if (fd < 0)
        return;
    if (write(fd, bytes, n) != (ssize_t)n || fcntl(fd, F_ADD_SEALS, SEALS))
        exit(99);
    place(fd);
    check(exec_state_take(NAME, false, &got), "more seals than needed");
}

/* Each text has the room of a name, here and in all that reads it. */
static void long_texts(void)
{
    static char text[EXEC_PATH_BYTES + 2], options[PATH_BYTES + 20] = "ferry";
    struct exec_state s = example;
    memset(text, 'x', EXEC_PATH_BYTES);
    s.exec_path = text;
    refused("too long a name", NAME, true, exec_state_write(&s));
    text[PATH_BYTES] = 0;
    s = example;
    s.root = text;
    refused("too long a root", NAME, false, exec_state_write(&s));
    memset(options + 6, 'x', PATH_BYTES);
    s = example;
    s.options = options;
    s.options_bytes = PATH_BYTES + 7;
    refused("too long a word", NAME, false, exec_state_write(&s));
    s.options_bytes = 0;
    refused("no options", NAME, false, exec_state_write(&s));
}

/* A record's bytes. */
static size_t example_bytes(char *buf, size_t size)
{
    int fd = exec_state_write(&example);
    ssize_t n = pread(fd, buf, size, 0);
    close(fd);
    if (n <= 0)
        exit(99);
    return (size_t)n;
}

/* No change of one byte may hurt; the strings must end within the record. */
static void changed_bytes(char *buf, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int change = 1; change < 256; change = change * 5 + 1) {
            struct exec_state got;
            struct rlimit files;
            buf[i] ^= (char)change;
            place(memfd_of(buf, n, SEALS));
            if (exec_state_take(NAME, false, &got)) {
                size_t sum = strlen(got.exec_path);
                if (got.root)
                    sum += strlen(got.root);
                check(sum < n && got.options_bytes < n &&
                          got.options[got.options_bytes - 1] == 0,
                      "lengths");
            } else {
                close(N + 1);
            }
            buf[i] ^= (char)change;
            getrlimit(RLIMIT_NOFILE, &files);
            files.rlim_cur = 100;
            setrlimit(RLIMIT_NOFILE, &files);
        }
}

int main(void)
{
    char buf[4096];
    size_t n = example_bytes(buf, sizeof buf - 8);
    taken_as_written();
    secure_takes_no_authority();
    refused("only by /dev/fd/N", "/dev/fd/60x", false,
            exec_state_write(&example));
    refused("only by /dev/fd/N, not a path", "/bin/ferry", false,
            exec_state_write(&example));
    refused("no seals", NAME, false, memfd_of(buf, n, 0));
    refused("a seal less", NAME, false,
            memfd_of(buf, n, SEALS & ~F_SEAL_WRITE));
    refused("cut", NAME, false, memfd_of(buf, n - 1, SEALS));
    refused("longer", NAME, false, memfd_of(buf, n + 1, SEALS));
    refused("empty", NAME, false, memfd_of(buf, 0, SEALS));
    refused("a directory", NAME, false, open("/", O_RDONLY));
    more_seals(buf, n);
    long_texts();
    changed_bytes(buf, n);
    return failures != 0;
}
