// SPDX-License-Identifier: MIT
// The disassembler behind -d in_asm and out_asm: a filter between Ferry and
// its log. A program of its own, since capstone's tables would cost every
// start of Ferry a millisecond.
//
// Reads text from stdin and writes it to stdout. Lines of these forms become
// assembly:
//   @a64 ADDRESS WORD [TEXT]    one AArch64 instruction; TEXT, our own name
//                               for it, is shown where capstone knows none
//   @x64 ADDRESS BYTES          x86-64 code, two digits a byte
// ADDRESS and WORD are hexadecimal without a prefix.
//
// Ferry starts it with a socket as stdin (src/log-start.c):
//  - It sends a byte when it is ready; no more is ever sent.
//  - Each message is text of the process that sent it, whose id the kernel
//    adds. A line may come in several; it is put together from those of one
//    process, and lines are written in the order of their ends.
//  - A message with a descriptor asks that all before it be written, which
//    closing the descriptor confirms.
//  - It ends when the last process that has the other end is gone.

#define _GNU_SOURCE
#include <capstone/capstone.h>
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static csh guest_handle;
static csh host_handle;

// What is to be written next, and the memory behind it.
static FILE *output;
static char *output_text;
static size_t output_size;

// The beginning of a process's line.
struct sender {
    struct sender *next;
    pid_t pid;
    size_t used, room;
    char *text;
};

static struct sender *senders;

// Parses a hexadecimal number and the blanks behind it.
static bool hex_parse(char **at, uint64_t *value)
{
    char *end;
    errno = 0;
    *value = strtoull(*at, &end, 16);
    if (end == *at || errno != 0 || (*end != ' ' && *end != 0))
        return false;
    *at = end + strspn(end, " ");
    return true;
}

static void insn_print(const cs_insn *insn)
{
    fprintf(output, "%s%s%s\n", insn->mnemonic, *insn->op_str ? " " : "",
            insn->op_str);
}

// A line `@a64 ...` without its tag; false if it is malformed.
static bool guest_line_print(char *line)
{
    uint64_t address, word;
    cs_insn *insn;
    if (!hex_parse(&line, &address) || !hex_parse(&line, &word) ||
        word > UINT32_MAX)
        return false;
    uint8_t code[4] = {(uint8_t)word, (uint8_t)(word >> 8),
                       (uint8_t)(word >> 16), (uint8_t)(word >> 24)};
    fprintf(output, "%12" PRIx64 ":  %08" PRIx64 "  ", address, word);
    if (cs_disasm(guest_handle, code, sizeof(code), address, 1, &insn) == 1) {
        insn_print(insn);
        cs_free(insn, 1);
    } else {
        fprintf(output, "%s\n", *line ? line : ".inst");
    }
    return true;
}

// Reads pairs of digits into a new buffer; NULL if they are none.
static uint8_t *bytes_parse(const char *digits, size_t *size)
{
    *size = strlen(digits) / 2;
    uint8_t *code = malloc(*size + 1);
    for (size_t i = 0; code && i < *size; i++) {
        unsigned int byte;
        if (sscanf(digits + 2 * i, "%2x", &byte) != 1) {
            free(code);
            return NULL;
        }
        code[i] = (uint8_t)byte;
    }
    return code;
}

static void bytes_print(const uint8_t *code, size_t size)
{
    for (size_t i = 0; i < size; i++)
        fprintf(output, "%02x", code[i]);
    fprintf(output, "%*s", size < 11 ? (int)(24 - 2 * size) : 2, "");
}

// A line `@x64 ...` without its tag; false if it is malformed. A byte that
// capstone can't take is shown as data.
static bool host_line_print(char *line)
{
    uint64_t address;
    size_t size;
    if (!hex_parse(&line, &address))
        return false;
    uint8_t *code = bytes_parse(line, &size);
    if (!code)
        return false;
    const uint8_t *at = code;
    cs_insn *insn = cs_malloc(host_handle);
    while (insn && size > 0) {
        const uint8_t *start = at;
        fprintf(output, "%16" PRIx64 ":  ", address);
        if (cs_disasm_iter(host_handle, &at, &size, &address, insn)) {
            bytes_print(start, insn->size);
            insn_print(insn);
        } else {
            bytes_print(start, 1);
            fprintf(output, ".byte\n");
            at = start + 1;
            address++;
            size--;
        }
    }
    cs_free(insn, 1);
    free(code);
    return true;
}

static void line_print(char *line)
{
    if (strncmp(line, "@a64 ", 5) == 0 && guest_line_print(line + 5))
        return;
    if (strncmp(line, "@x64 ", 5) == 0 && host_line_print(line + 5))
        return;
    fprintf(output, "%s\n", line);
}

// Writes what was printed. What stdout does not take is lost: Ferry must be
// able to go on.
static bool output_write(void)
{
    const char *text;
    size_t left;
    ssize_t n = 0;
    fflush(output);
    text = output_text;
    left = (size_t)ftello(output);
    while (left > 0 && n >= 0) {
        n = write(1, text, left);
        if (n > 0) {
            text += n;
            left -= (size_t)n;
        } else if (n < 0 && errno == EAGAIN) {
            struct pollfd room = {.fd = 1, .events = POLLOUT};
            n = poll(&room, 1, -1) < 0 && errno != EINTR ? -1 : 0;
        } else if (n < 0 && errno == EINTR) {
            n = 0;
        }
    }
    rewind(output);
    return left == 0;
}

static struct sender *sender_find(pid_t pid)
{
    struct sender *s = senders;
    while (s && s->pid != pid)
        s = s->next;
    if (!s) {
        s = calloc(1, sizeof(*s));
        if (!s)
            abort();
        s->pid = pid;
        s->next = senders;
        senders = s;
    }
    return s;
}

static void sender_forget(struct sender *s)
{
    struct sender **at = &senders;
    while (*at != s)
        at = &(*at)->next;
    *at = s->next;
    free(s->text);
    free(s);
}

// Takes text of a process, and prints the lines that are whole.
static void text_take(pid_t pid, const char *text, size_t size)
{
    struct sender *s = sender_find(pid);
    char *line, *end;
    if (s->room - s->used < size) {
        s->room = 2 * s->room + size;
        s->text = realloc(s->text, s->room);
        if (!s->text)
            abort();
    }
    memcpy(s->text + s->used, text, size);
    s->used += size;
    line = s->text;
    while ((end = memchr(line, '\n', s->used))) {
        *end = 0;
        line_print(line);
        s->used -= (size_t)(end + 1 - line);
        line = end + 1;
    }
    if (s->used == 0)
        sender_forget(s);
    else
        memmove(s->text, line, s->used);
}

// Writes the lines that have no end.
static void rest_print(void)
{
    while (senders) {
        fwrite(senders->text, 1, senders->used, output);
        sender_forget(senders);
    }
}

// Reads a part of stdin. *fd: the descriptor that came with it, or -1.
static ssize_t message_read(char *text, size_t size, pid_t *pid, int *fd)
{
    char control[CMSG_SPACE(sizeof(struct ucred)) + CMSG_SPACE(sizeof(int))]
        __attribute__((aligned(8)));
    struct iovec part = {.iov_base = text, .iov_len = size};
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = control,
                             .msg_controllen = sizeof(control)};
    ssize_t n = recvmsg(0, &message, MSG_CMSG_CLOEXEC);
    *pid = 0;
    *fd = -1;
    if (n < 0)
        return errno == ENOTSOCK ? read(0, text, size) : n;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&message); c;
         c = CMSG_NXTHDR(&message, c)) {
        struct ucred sender;
        if (c->cmsg_level != SOL_SOCKET)
            continue;
        if (c->cmsg_type == SCM_RIGHTS) {
            memcpy(fd, CMSG_DATA(c), sizeof(*fd));
        } else if (c->cmsg_type == SCM_CREDENTIALS) {
            memcpy(&sender, CMSG_DATA(c), sizeof(sender));
            *pid = sender.pid;
        }
    }
    return n;
}

// Tells Ferry that the messages will be read.
static void socket_begin(void)
{
    if (send(0, "", 1, MSG_NOSIGNAL) < 0)
        return; // Not a socket.
    signal(SIGPIPE, SIG_IGN);
}

// All of stdin; false: not all was written.
static bool filter(void)
{
    static char text[1 << 16];
    bool good = true;
    for (;;) {
        pid_t pid;
        int fd;
        ssize_t n = message_read(text, sizeof(text), &pid, &fd);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        if (fd < 0)
            text_take(pid, text, (size_t)n);
        good = output_write() && good;
        if (fd >= 0)
            close(fd);
    }
    rest_print();
    return output_write() && good;
}

int main(void)
{
    if (cs_open(CS_ARCH_ARM64, CS_MODE_ARM, &guest_handle) != CS_ERR_OK ||
        cs_open(CS_ARCH_X86, CS_MODE_64, &host_handle) != CS_ERR_OK) {
        fprintf(stderr, "ferry-disas: capstone lacks AArch64 or x86-64\n");
        return 1;
    }
    cs_option(host_handle, CS_OPT_SYNTAX, CS_OPT_SYNTAX_INTEL);
    output = open_memstream(&output_text, &output_size);
    if (!output) {
        perror("ferry-disas");
        return 1;
    }
    socket_begin();
    return !filter();
}
