// SPDX-License-Identifier: MIT
/* Log channels, their file and the way to ferry-disas; see log.h. */
#include "log.h"

#include "host.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>

uint32_t log_mask;
struct log_sink *(*log_sink_find)(void);

struct log_sink *log_sink(void)
{
    static struct log_sink only = {.file = 2, .disas = -1};

    return log_sink_find ? log_sink_find() : &only;
}

/* Waits for LOG_PATIENCE seconds at most; as poll(2). */
static long wait_for(int fd, short events, bool at_once)
{
    struct pollfd p = {.fd = fd, .events = events};
    struct timespec limit = {.tv_sec = at_once ? 0 : LOG_PATIENCE};

    return host_syscall(SYS_ppoll, (long)&p, 1, (long)&limit, 0, 0, 0);
}

/*
 * The disassembler has not moved for a while.  That is as it should be while
 * the log's own reader does not read: then Ferry waits too, as it would in
 * write(2).  Else something is wrong with the disassembler.
 */
static bool is_stuck(const struct log_sink *sink)
{
    return sink->file < 0 || wait_for(sink->file, POLLOUT, true) != 0;
}

/* False: nobody reads the socket any more. */
static bool message_send(struct log_sink *sink, const struct msghdr *message)
{
    for (;;) {
        long n = host_syscall(SYS_sendmsg, sink->disas, (long)message,
                              MSG_NOSIGNAL, 0, 0, 0);

        if (!host_syscall_failed(n))
            return true;
        /* EAGAIN: the time of SO_SNDTIMEO is over. */
        if (n != -EINTR && (n != -EAGAIN || is_stuck(sink)))
            return false;
    }
}

/* A message to the disassembler for what is in the buffer; false: none. */
static bool disas_write(struct log_sink *sink, struct print *out)
{
    struct iovec text = {.iov_base = out->buf, .iov_len = out->used};
    struct msghdr message = {.msg_iov = &text, .msg_iovlen = 1};

    if (sink->disas < 0 || sink->lost)
        return false;
    if (out->used && !message_send(sink, &message)) {
        sink->lost = true;
        return false;
    }
    out->used = 0;
    return true;
}

void log_flush(struct print *out)
{
    struct log_sink *sink = log_sink();

    if (disas_write(sink, out))
        return;
    out->fd = sink->file;
    print_flush(out);
}

void log_begin(struct print *out, char *buf, size_t size)
{
    print_init(out, buf, size, -1);
    out->flush = log_flush;
}

/* Sends a descriptor, with a byte that means nothing. */
static bool descriptor_send(struct log_sink *sink, int fd)
{
    union {
        struct cmsghdr head;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control;
    char byte = 0;
    struct iovec text = {.iov_base = &byte, .iov_len = 1};
    struct msghdr message = {.msg_iov = &text,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = sizeof(control)};

    control.head = (struct cmsghdr){.cmsg_level = SOL_SOCKET,
                                    .cmsg_type = SCM_RIGHTS,
                                    .cmsg_len = CMSG_LEN(sizeof(int))};
    memcpy(CMSG_DATA(&control.head), &fd, sizeof(fd));
    return message_send(sink, &message);
}

/*
 * The disassembler gets a pipe's writing end behind all that was sent, and
 * closes it when that is written.  If the disassembler dies, the kernel closes
 * it.  So there is an end of file in either case, and for this process alone,
 * whoever else has the socket.  Without a descriptor to be had the last lines
 * come a moment later.
 */
void log_sync(void)
{
    struct log_sink *sink = log_sink();
    int ends[2];
    long n;

    if (sink->disas < 0 || sink->lost ||
        host_syscall(SYS_pipe2, (long)ends, O_CLOEXEC, 0, 0, 0, 0))
        return;
    sink->lost = !descriptor_send(sink, ends[1]);
    host_syscall(SYS_close, ends[1], 0, 0, 0, 0, 0);
    do {
        n = wait_for(ends[0], POLLIN, sink->lost);
    } while (n == -EINTR || (n == 0 && !sink->lost && !is_stuck(sink)));
    if (n == 0)
        sink->lost = true;
    host_syscall(SYS_close, ends[0], 0, 0, 0, 0, 0);
}

int log_disas_for_exec(void)
{
    const struct log_sink *sink = log_sink();

    return sink->lost || sink->by_pid ? -1 : sink->disas;
}

void log_fmt(const char *fmt, ...)
{
    char buf[512];
    struct print out;
    va_list ap;

    log_begin(&out, buf, sizeof(buf));
    va_start(ap, fmt);
    print_vfmt(&out, fmt, ap);
    va_end(ap);
    log_flush(&out);
}

void report(const char *fmt, ...)
{
    char buf[512];
    struct print out;
    va_list ap;

    log_sync();
    print_init(&out, buf, sizeof(buf), 2);
    print_str(&out, "ferry: ");
    va_start(ap, fmt);
    print_vfmt(&out, fmt, ap);
    va_end(ap);
    print_char(&out, '\n');
    print_flush(&out);
}
