// SPDX-License-Identifier: MIT
/* What -d and -D set up, before the guest starts. */
#include "host.h"
#include "log.h"

#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>

/* Ferry's own descriptors stay away from those the guest gets. */
#define LOG_FD_LOW 100

static const struct {
    char name[8];
    uint32_t bit;
    const char *text;
} channels[] = {
    {"in_asm", LOG_IN_ASM, "guest code of each region"},
    {"int", LOG_INT, "exceptions and signals of the guest"},
    {"op", LOG_OP, "intermediate code as built"},
    {"op_opt", LOG_OP_OPT, "intermediate code as emitted"},
    {"out_asm", LOG_OUT_ASM, "host code of each region"},
    {"page", LOG_PAGE, "the guest's memory map at start"},
    {"stats", LOG_STATS, "counters at the end"},
    {"strace", LOG_STRACE, "system calls and signals"},
    {"unimp", LOG_UNIMP, "what the guest asks for and Ferry has not"},
};

static void channels_list(void)
{
    char buf[256];
    struct print out;

    print_init(&out, buf, sizeof(buf), 1);
    print_str(&out, "What -d can show (items separated by commas):\n");
    for (size_t i = 0; i < ARRAY_SIZE(channels); i++)
        print_fmt(&out, "  %-10s %s\n", channels[i].name, channels[i].text);
    print_flush(&out);
}

bool log_parse(const char *list, const char **bad)
{
    *bad = NULL;
    while (*list) {
        size_t n = strcspn(list, ",");
        size_t i;

        if (n == 4 && memcmp(list, "help", 4) == 0) {
            channels_list();
            return false;
        }
        for (i = 0; i < ARRAY_SIZE(channels); i++)
            if (strlen(channels[i].name) == n &&
                memcmp(channels[i].name, list, n) == 0)
                break;
        if (i == ARRAY_SIZE(channels) && n) {
            *bad = list;
            return false;
        }
        if (n)
            log_mask |= channels[i].bit;
        list += n + (list[n] == ',');
    }
    return true;
}

long log_open(const char *name)
{
    char path[4096];
    const char *percent = strstr(name, "%d");
    long pid = host_syscall(SYS_getpid, 0, 0, 0, 0, 0, 0);
    long fd, high;

    if (percent)
        print_buf(path, sizeof(path), "%.*s%ld%s", (int)(percent - name), name,
                  pid, percent + 2);
    fd = host_syscall(SYS_openat, AT_FDCWD, (long)(percent ? path : name),
                      O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644, 0, 0);
    if (host_syscall_failed(fd))
        return fd;
    high = host_syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, LOG_FD_LOW, 0, 0, 0);
    if (!host_syscall_failed(high)) {
        host_syscall(SYS_close, fd, 0, 0, 0, 0, 0);
        fd = high;
    }
    log_fd = (int)fd;
    return 0;
}
