// SPDX-License-Identifier: MIT
/*
 * -strace: system calls as the tables describe them, in strace(1)'s manner.
 *
 * A call that may wait, or not come back, is shown in two parts: up to its
 * first output before it is made, the rest with the result.
 */
#include "report.h"

#include "guest-memory.h"
#include "print.h"
#include "strace-names.h"
#include "syscall.h"
#include "sysdesc.h"

#include <fcntl.h>

#define BYTES_SHOWN    32
#define STRING_SHOWN   256
#define ELEMENTS_SHOWN 8
#define DEPTH_MAX      3
#define LINE_BYTES     2048

/* What is being shown: a call's arguments, or a struct's fields. */
struct scope {
    struct task *t;
    struct print *out;
    const struct sysarg *args; /* of the row, or fields */
    unsigned count;
    const uint64_t *values; /* one for each; COUNT_ARG looks here */
    bool after;             /* the call was made */
    long result;
    unsigned depth;
};

static void show_value(const struct scope *s, const struct sysarg *a,
                       uint64_t value);

static void show_byte(struct print *out, unsigned char c)
{
    static const char letters[] = "\n\t\r\"\\", shown[] = "ntr\"\\";
    for (unsigned i = 0; i < sizeof letters - 1; i++)
        if (c == letters[i]) {
            print_fmt(out, "\\%c", shown[i]);
            return;
        }
    if (c >= 32 && c < 127)
        print_char(out, (char)c);
    else
        print_fmt(out, "\\x%02x", c);
}

static void show_bytes(const struct scope *s, gaddr_t addr, uint64_t len)
{
    unsigned char bytes[BYTES_SHOWN];
    uint64_t n = len < sizeof bytes ? len : sizeof bytes;
    if (guest_read(s->t, bytes, addr, n)) {
        print_fmt(s->out, "0x%lx", addr);
        return;
    }
    print_char(s->out, '"');
    for (uint64_t i = 0; i < n; i++)
        show_byte(s->out, bytes[i]);
    print_str(s->out, n < len ? "\"..." : "\"");
}

static void show_string(const struct scope *s, gaddr_t addr)
{
    unsigned char text[STRING_SHOWN];
    long n = guest_strnlen(s->t, addr, sizeof text);
    if (n < 0 || guest_read(s->t, text, addr, (size_t)n)) {
        print_fmt(s->out, "0x%lx", addr);
        return;
    }
    print_char(s->out, '"');
    for (long i = 0; i < n; i++)
        show_byte(s->out, text[i]);
    print_str(s->out, n == sizeof text ? "\"..." : "\"");
}

static void show_flags(struct print *out, unsigned set, uint64_t word)
{
    const struct sysset *names = &sys_sets[set];
    const char *sep = "";
    for (unsigned i = 0; i < names->count; i++) {
        const struct sysname *n = &sys_names[names->first + i];
        if (n->mask == 0 || (word & n->mask) != n->value ||
            (n->value == 0 && word != 0))
            continue;
        print_fmt(out, "%s%s", sep, sys_string(n->name));
        sep = "|";
        word &= ~n->mask;
    }
    if (word || !*sep)
        print_fmt(out, word ? "%s0x%lx" : "%s%lx", sep, word);
}

static void show_enum(struct print *out, unsigned set, uint64_t word)
{
    const struct sysset *names = &sys_sets[set];
    for (unsigned i = 0; i < names->count; i++) {
        const struct sysname *n = &sys_names[names->first + i];
        if ((word & n->mask) == n->value) {
            print_str(out, sys_string(n->name));
            return;
        }
    }
    print_fmt(out, "%ld", (long)word);
}

static void show_signal(struct print *out, unsigned sig)
{
    const char *name = signal_name(sig);
    if (name)
        print_str(out, name);
    else
        print_fmt(out, "%u", sig);
}

static void show_sigset(struct print *out, uint64_t set)
{
    const char *sep = "";
    print_char(out, '[');
    for (unsigned sig = 1; sig <= GUEST_NSIG; sig++) {
        if (!(set & signal_bit((int)sig)))
            continue;
        print_str(out, sep);
        show_signal(out, sig);
        sep = " ";
    }
    print_char(out, ']');
}

static void show_at(struct print *out, int fd)
{
    if (fd == AT_FDCWD)
        print_str(out, "AT_FDCWD");
    else
        print_fmt(out, "%d", fd);
}

/* Sign- or zero-extends the low size bytes. */
static uint64_t extend(uint64_t value, unsigned size, bool sign)
{
    unsigned shift = size < 8 ? 64 - 8 * size : 0;
    if (size == 0)
        return value;
    value <<= shift;
    return sign ? (uint64_t)((int64_t)value >> shift) : value >> shift;
}

/* A value of a kind that is no pointer's contents. */
static void show_plain(struct print *out, const struct sysarg *a, uint64_t v)
{
    uint64_t u = extend(v, a->size, false);
    long i = (long)extend(v, a->size, true);
    switch ((enum sys_kind)a->kind) {
    case SK_UINT: print_fmt(out, "%lu", u); break;
    case SK_MODE:
        print_fmt(out, "0%u%u%u%u", (unsigned)u >> 9 & 7, (unsigned)u >> 6 & 7,
                  (unsigned)u >> 3 & 7, (unsigned)u & 7);
        break;
    case SK_HEX:
    case SK_ADDR: print_fmt(out, u ? "0x%lx" : "%lx", u); break;
    case SK_AT: show_at(out, (int)i); break;
    case SK_FLAGS: show_flags(out, a->type, u); break;
    case SK_ENUM: show_enum(out, a->type, u); break;
    case SK_SIGNAL: show_signal(out, (unsigned)u); break;
    case SK_SIGSET: show_sigset(out, u); break;
    default: print_fmt(out, "%ld", i); break;
    }
}

static void show_struct(const struct scope *s, unsigned type, gaddr_t addr)
{
    const struct sysstruct *st = &sys_structs[type];
    uint64_t values[64];
    struct scope inner = {s->t,      s->out,      &sys_fields[st->field],
                          0,         values,      s->after,
                          s->result, s->depth + 1};
    inner.count = st->nfields < 64 ? st->nfields : 64;
    for (unsigned i = 0; i < inner.count; i++) {
        const struct sysarg *f = &inner.args[i];
        size_t size = f->dir ? 8 : f->size < 8 ? f->size : 8;
        values[i] = 0;
        if (guest_read(s->t, &values[i], addr + f->offset, size)) {
            print_fmt(s->out, "0x%lx", addr);
            return;
        }
    }
    print_char(s->out, '{');
    const char *sep = "";
    for (unsigned i = 0; i < inner.count; i++) {
        const struct sysarg *f = &inner.args[i];
        const char *name = sys_string(f->name);
        if (name[0] == '_')
            continue;
        print_fmt(s->out, "%s%s=", sep, name);
        sep = ", ";
        if (f->kind == SK_STRUCT && !f->dir && s->depth < DEPTH_MAX)
            show_struct(&inner, f->type, addr + f->offset);
        else if (f->kind == SK_STRUCT && !f->dir)
            print_str(s->out, "...");
        else
            show_value(&inner, f, values[i]);
    }
    print_char(s->out, '}');
}

/* How many elements are worth showing behind pointer a. */
static uint64_t element_count(const struct scope *s, const struct sysarg *a)
{
    uint32_t word = 0;
    if (s->after && (a->dir & DIR_OUT) && a->valid == VALID_RET)
        return s->result > 0 ? (uint64_t)s->result : 0;
    if (s->after && (a->dir & DIR_OUT) && a->valid < s->count)
        return s->values[a->valid];
    switch ((enum sys_count)a->how_many) {
    case COUNT_ONE: return 1;
    case COUNT_CONST: return a->count;
    case COUNT_ARG:
    case COUNT_BYTES: return a->count < s->count ? s->values[a->count] : 0;
    case COUNT_DEREF:
        if (a->count < s->count)
            guest_read(s->t, &word, s->values[a->count], sizeof word);
        return word;
    case COUNT_NUL: return ELEMENTS_SHOWN + 1;
    }
    return 0;
}

static void show_element(const struct scope *s, const struct sysarg *a,
                         gaddr_t addr)
{
    uint64_t value = 0;
    if (a->kind == SK_STRUCT) {
        show_struct(s, a->type, addr);
        return;
    }
    if (guest_read(s->t, &value, addr, a->size < 8 ? a->size : 8))
        print_fmt(s->out, "0x%lx", addr);
    else if (a->kind == SK_STRING)
        show_string(s, value);
    else
        show_plain(s->out, a, value);
}

/* Is the list over at addr? */
static bool list_ends(const struct scope *s, const struct sysarg *a,
                      gaddr_t addr)
{
    uint64_t value = 0;
    return a->how_many == COUNT_NUL &&
           (guest_read(s->t, &value, addr, a->size < 8 ? a->size : 8) ||
            value == 0);
}

static void show_array(const struct scope *s, const struct sysarg *a,
                       gaddr_t addr)
{
    uint64_t n = element_count(s, a);
    print_char(s->out, '[');
    for (uint64_t i = 0; i < n; i++) {
        if (list_ends(s, a, addr + i * a->size))
            break;
        if (i)
            print_str(s->out, ", ");
        if (i == ELEMENTS_SHOWN) {
            print_str(s->out, "...");
            break;
        }
        show_element(s, a, addr + i * a->size);
    }
    print_char(s->out, ']');
}

/* What pointer a with this value points at, or the pointer itself. */
static void show_pointer(const struct scope *s, const struct sysarg *a,
                         gaddr_t addr)
{
    bool has_contents =
        (a->dir & DIR_IN) || (s->after && (s->result >= 0 || a->dir & DIR_IN));
    if (!addr)
        print_str(s->out, "NULL");
    else if (!has_contents)
        print_fmt(s->out, "0x%lx", addr);
    else if (a->kind == SK_PATH ||
             (a->kind == SK_STRING && a->how_many == COUNT_ONE))
        show_string(s, addr);
    else if (a->kind == SK_BYTES || a->kind == SK_SOCKADDR)
        show_bytes(s, addr, element_count(s, a));
    else if (a->how_many == COUNT_ONE)
        show_element(s, a, addr);
    else
        show_array(s, a, addr);
}

static void show_value(const struct scope *s, const struct sysarg *a,
                       uint64_t value)
{
    if (a->dir || a->kind == SK_PATH || a->kind == SK_STRING)
        show_pointer(s, a, value);
    else
        show_plain(s->out, a, value);
}

/* Is part of the line shown before the call is made? */
static bool shown_early(const struct sysdesc *d)
{
    return d->wait != WAIT_NO || d->ret == SK_VOID;
}

/* The first argument that only the result fills. */
static unsigned first_output(const struct sysdesc *d)
{
    unsigned i = 0;
    while (i < d->nargs && !(sys_args[d->arg + i].dir & DIR_OUT))
        i++;
    return i;
}

static void show_arguments(const struct scope *s, unsigned from, unsigned to)
{
    for (unsigned i = from; i < to; i++) {
        if (i)
            print_str(s->out, ", ");
        show_value(s, &s->args[i], s->values[i]);
    }
}

static void show_head(struct task *t, const struct sysdesc *d,
                      struct print *out)
{
    print_fmt(out, "%d %s(", t->tid, sys_string(d->name));
}

void strace_entry(struct task *t, const struct sysdesc *d,
                  const uint64_t args[6])
{
    char buf[LINE_BYTES];
    struct print out;
    if (!shown_early(d))
        return;
    log_begin(&out, buf, sizeof buf);
    struct scope s = {t, &out, &sys_args[d->arg], d->nargs, args, false, 0, 0};
    show_head(t, d, &out);
    show_arguments(&s, 0, first_output(d));
    if (d->ret == SK_VOID)
        print_str(&out, ") = ?\n");
    print_flush(&out);
}

static void show_result(const struct sysdesc *d, struct print *out, long result)
{
    struct sysarg ret = {.kind = d->ret};
    const char *name;
    if (result == SYSCALL_UNDONE) {
        print_str(out, "? (to be repeated)");
    } else if (result < 0 && result > -4096) {
        name = errno_name((unsigned)-result);
        print_fmt(out, "-1 %s", name ? name : "errno ");
        if (!name)
            print_fmt(out, "%ld", -result);
    } else if (d->ret == SK_ADDR || d->ret == SK_HEX) {
        print_fmt(out, "0x%lx", (unsigned long)result);
    } else if (d->ret == SK_MODE) {
        show_plain(out, &ret, (uint64_t)result);
    } else {
        print_fmt(out, "%ld", result);
    }
}

void strace_exit(struct task *t, const struct sysdesc *d,
                 const uint64_t args[6], long result)
{
    char buf[LINE_BYTES];
    struct print out;
    unsigned from = 0;
    log_begin(&out, buf, sizeof buf);
    struct scope s = {t,      &out, &sys_args[d->arg], d->nargs, args, true,
                      result, 0};
    if (shown_early(d))
        from = first_output(d);
    else
        show_head(t, d, &out);
    show_arguments(&s, from, d->nargs);
    print_str(&out, ") = ");
    show_result(d, &out, result);
    print_char(&out, '\n');
    print_flush(&out);
}

void strace_signal(struct task *t, const struct guest_siginfo *info)
{
    char buf[256];
    struct print out;
    log_begin(&out, buf, sizeof buf);
    print_fmt(&out, "%d --- ", t->tid);
    show_signal(&out, (unsigned)info->signo);
    print_fmt(&out, " {si_code=%d", info->code);
    if (info->code > 0 && (signal_bit(info->signo) & SIGNALS_OWN))
        print_fmt(&out, ", si_addr=0x%lx", (unsigned long)info->fields[0]);
    else
        print_fmt(&out, ", si_pid=%d", (int)(uint32_t)info->fields[0]);
    print_str(&out, "} ---\n");
    print_flush(&out);
}

void strace_event(struct task *t, enum report_event event, int64_t value)
{
    switch (event) {
    case EVENT_EXIT:
        log_fmt("%d +++ exited with %d +++\n", t->tid, (int)value & 255);
        break;
    case EVENT_CLONE:
        log_fmt("%d +++ started by %d +++\n", t->tid, (int)value);
        break;
    }
}
