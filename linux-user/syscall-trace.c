// SPDX-License-Identifier: MIT
// Prints system calls from their descriptions, see syscall-trace.h.
#include "syscall-trace.h"

#include "guest-memory.h"
#include "print.h"
#include "sysdesc.h"

#include <string.h>

#define TEXT_MAX     32u  /* bytes of a string or buffer that are shown */
#define PATH_SHOWN   256u /* of a path */
#define ELEMENTS_MAX 16u  /* of an array */
#define STRUCT_MAX   512u /* bytes of the largest struct */
#define DEPTH_MAX    3u   /* structs within structs that are followed */

/* One call being printed. */
struct trace {
    struct print *out;
    struct task *t;
    const uint64_t *args;
    const struct sysarg *arg; /* the row's first */
    long result;
    bool after; /* the call is done: outputs are valid if result >= 0 */
    unsigned depth;
};

/* What counts refer to: the call's arguments, or a struct's members. */
struct scope {
    const struct sysarg *items;
    const uint8_t *bytes; /* NULL: the call's arguments */
};

static void print_pointer(struct trace *tr, const struct sysarg *a,
                          const struct scope *sc, uint64_t addr, unsigned dir);

/* Bytes before the first NUL, at most n. */
static size_t length_of(const uint8_t *p, size_t n)
{
    size_t i = 0;

    while (i < n && p[i])
        i++;
    return i;
}

static uint64_t value_of(const void *p, unsigned size)
{
    uint64_t v = 0;

    memcpy(&v, p, size);
    return v;
}

static int64_t sign_extended(uint64_t v, unsigned size)
{
    unsigned shift = 64 - size * 8;

    return (int64_t)(v << shift) >> shift;
}

static void print_hex(struct print *out, uint64_t v)
{
    print_fmt(out, v ? "0x%lx" : "0", v);
}

static void print_octal(struct print *out, uint64_t v)
{
    char digits[24];
    unsigned n = 0;

    for (; v; v >>= 3)
        digits[n++] = (char)('0' + (v & 7));
    print_char(out, '0');
    while (n)
        print_char(out, digits[--n]);
}

static void print_quoted(struct print *out, const uint8_t *p, size_t n)
{
    static const char escapes[] = "\"\"\\\\n\nt\tr\rv\vf\f";

    print_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned k = 0;

        while (k < sizeof escapes - 1 && escapes[k + 1] != p[i])
            k += 2;
        if (k < sizeof escapes - 1)
            print_fmt(out, "\\%c", escapes[k]);
        else if (p[i] >= ' ' && p[i] < 0x7f)
            print_char(out, (char)p[i]);
        else
            print_fmt(out, "\\%c%c%c", '0' + (p[i] >> 6), '0' + (p[i] >> 3 & 7),
                      '0' + (p[i] & 7));
    }
    print_char(out, '"');
}

static const char *set_find(unsigned set, uint64_t v)
{
    const struct sysset *s = &sys_sets[set];

    for (unsigned i = s->first; i < s->first + s->count; i++)
        if (sys_names[i].value == v)
            return sys_string(sys_names[i].name);
    return NULL;
}

const char *syscall_errno_name(unsigned err)
{
    return set_find(sys_set_errno, err);
}

const char *syscall_signal_name(unsigned sig)
{
    return set_find(sys_set_signal, sig);
}

static void print_flags(struct print *out, unsigned set, uint64_t v)
{
    const struct sysset *s = &sys_sets[set];
    uint64_t rest = v;
    bool any = false;

    for (unsigned i = s->first; i < s->first + s->count; i++) {
        const struct sysname *n = &sys_names[i];

        if (n->value ? (rest & n->mask) != n->value : (v & n->mask) != 0)
            continue;
        print_fmt(out, "%s%s", any ? "|" : "", sys_string(n->name));
        rest &= ~n->mask;
        any = true;
    }
    if (rest || !any) {
        print_str(out, any ? "|" : "");
        print_hex(out, rest);
    }
}

static void print_signal(struct print *out, uint64_t v)
{
    const char *name = syscall_signal_name((unsigned)v);

    if (name)
        print_str(out, name);
    else if (v >= 32 && v <= 64)
        print_fmt(out, "SIGRT_%ld", (long)v - 32);
    else
        print_fmt(out, "%d", (int)v);
}

static void print_sigset(struct print *out, uint64_t set)
{
    /* A set with all of the upper half is shown by what it lacks. */
    bool most = set >> 32 == 0xffffffff;
    const char *sep = "";

    print_str(out, most ? "~[" : "[");
    if (most)
        set = ~set;
    for (unsigned sig = 1; sig <= 64; sig++) {
        const char *name = syscall_signal_name(sig);

        if (!(set >> (sig - 1) & 1))
            continue;
        print_str(out, sep);
        sep = " ";
        if (name)
            print_str(out, name + 3); /* without SIG */
        else
            print_fmt(out, "RT_%u", sig - 32);
    }
    print_char(out, ']');
}

static void print_enum(struct print *out, unsigned set, uint64_t v)
{
    uint64_t beside = v & sys_sets[set].ignore;
    const char *name = set_find(set, v & ~beside);

    if (!name) {
        print_hex(out, v);
        return;
    }
    print_str(out, name);
    if (beside)
        print_fmt(out, "|0x%lx", beside);
}

/* A value of a's kind, size bytes of it valid. */
static void print_value(struct print *out, const struct sysarg *a, uint64_t v)
{
    int64_t s;

    if (a->kind == SK_VOID) {
        print_char(out, '?');
        return;
    }
    s = sign_extended(v, a->size);
    v = a->size < 8 ? v & ((1ul << a->size * 8) - 1) : v;
    switch (a->kind) {
    case SK_UINT: print_fmt(out, "%lu", v); break;
    case SK_UID:
    case SK_GID: print_fmt(out, "%ld", v == 0xffffffff ? -1 : (long)v); break;
    case SK_MODE: print_octal(out, v); break;
    case SK_ADDR:
        if (!v) {
            print_str(out, "NULL");
            break;
        }
        /* fallthrough */
    case SK_HEX:
    case SK_DEV: print_hex(out, v); break;
    case SK_AT:
        if (s == -100)
            print_str(out, "AT_FDCWD");
        else
            print_fmt(out, "%ld", s);
        break;
    case SK_SIGNAL: print_signal(out, v); break;
    case SK_SIGSET: print_sigset(out, v); break;
    case SK_FLAGS: print_flags(out, a->type, v); break;
    case SK_ENUM: print_enum(out, a->type, v); break;
    default: print_fmt(out, "%ld", s);
    }
}

/* How many elements a has; the result may shorten what was written. */
static uint64_t count_of(struct trace *tr, const struct sysarg *a,
                         const struct scope *sc, bool out)
{
    const struct sysarg *by = &sc->items[a->count];
    uint64_t n;
    int32_t word;

    switch (a->how_many) {
    case COUNT_CONST: n = a->count; break;
    case COUNT_ARG:
        n = sc->bytes ? value_of(sc->bytes + by->offset, by->size)
                      : tr->args[a->count];
        n = (uint64_t)sign_extended(n, by->size);
        break;
    case COUNT_DEREF:
        n = 0;
        if (!guest_read(tr->t, &word, tr->args[a->count], sizeof word))
            n = (uint64_t)word;
        break;
    default: return 1;
    }
    if (out && tr->after && a->valid == VALID_RET && tr->result >= 0 &&
        (uint64_t)tr->result < n)
        n = (uint64_t)tr->result;
    return (int64_t)n < 0 ? 0 : n;
}

static void print_text(struct trace *tr, uint64_t addr, uint64_t n, bool ends)
{
    uint8_t text[PATH_SHOWN];
    uint64_t max = ends ? PATH_SHOWN : TEXT_MAX;
    uint64_t shown = n < max ? n : max;

    if (ends) {
        long len = guest_strnlen(tr->t, addr, n);

        if (len < 0) {
            print_hex(tr->out, addr);
            return;
        }
        n = (uint64_t)len;
        shown = n < max ? n : max;
    }
    if (guest_read(tr->t, text, addr, shown)) {
        print_hex(tr->out, addr);
        return;
    }
    print_quoted(tr->out, text, shown);
    if (shown < n)
        print_str(tr->out, "...");
}

static void print_strings(struct trace *tr, uint64_t addr)
{
    uint64_t p;

    print_char(tr->out, '[');
    for (unsigned i = 0;; i++, addr += sizeof p) {
        if (guest_read(tr->t, &p, addr, sizeof p)) {
            print_str(tr->out, "???");
            break;
        }
        if (!p)
            break;
        if (i)
            print_str(tr->out, ", ");
        if (i == ELEMENTS_MAX) {
            print_str(tr->out, "...");
            break;
        }
        print_text(tr, p, 4096, true);
    }
    print_char(tr->out, ']');
}

static void print_inet(struct print *out, const uint8_t *b)
{
    print_fmt(out, ", sin_port=htons(%u), sin_addr=%u.%u.%u.%u",
              b[2] << 8 | b[3], b[4], b[5], b[6], b[7]);
}

static void print_sockaddr(struct trace *tr, uint64_t addr, uint64_t n)
{
    uint8_t b[128];
    const char *family;

    if (n > sizeof b)
        n = sizeof b;
    if (n < 2 || guest_read(tr->t, b, addr, n)) {
        print_hex(tr->out, addr);
        return;
    }
    family = set_find(sys_set_family, value_of(b, 2));
    if (family)
        print_fmt(tr->out, "{sa_family=%s", family);
    else
        print_fmt(tr->out, "{sa_family=%u", (unsigned)value_of(b, 2));
    if (value_of(b, 2) == 1 && n > 2) {
        /* A path ends with NUL or with the address; one from NUL has none. */
        print_str(tr->out, ", sun_path=");
        print_quoted(tr->out, b + 2, b[2] ? length_of(b + 2, n - 2) : n - 2);
    } else if (value_of(b, 2) == 2 && n >= 8)
        print_inet(tr->out, b);
    else if (n > 2) {
        print_str(tr->out, ", sa_data=");
        print_quoted(tr->out, b + 2, n - 2);
    }
    print_char(tr->out, '}');
}

/* The members of a struct that has been read. */
static void print_members(struct trace *tr, const struct sysstruct *st,
                          const uint8_t *bytes, unsigned dir)
{
    const struct sysarg *f = &sys_fields[st->field];
    struct scope sc = {f, bytes};
    const char *sep = "";
    bool more = false;

    print_char(tr->out, '{');
    for (unsigned i = 0; i < st->nfields; i++, f++) {
        const uint8_t *p = bytes + f->offset;
        const char *name = sys_string(f->name);

        if (f->dir & DIR_HIDDEN) {
            more |= name[0] != '_';
            continue;
        }
        print_fmt(tr->out, "%s%s=", sep, name);
        sep = ", ";
        if (f->dir)
            print_pointer(tr, f, &sc, value_of(p, 8), dir);
        else if (f->kind == SK_STRUCT)
            print_members(tr, &sys_structs[f->type], p, dir);
        else if (f->kind == SK_STRING) {
            print_quoted(tr->out, p, length_of(p, f->count));
        } else if (f->how_many == COUNT_CONST) {
            for (unsigned k = 0; k < f->count; k++) {
                print_str(tr->out, k ? ", " : "[");
                print_value(tr->out, f, value_of(p + k * f->size, f->size));
            }
            print_char(tr->out, ']');
        } else
            print_value(tr->out, f, value_of(p, f->size));
    }
    print_str(tr->out, more ? ", ...}" : "}");
}

/* One element of an array, or the only one; brackets for a lone value. */
static bool print_element(struct trace *tr, const struct sysarg *a,
                          uint64_t addr, unsigned dir, bool brackets)
{
    uint8_t bytes[STRUCT_MAX];
    bool ok = a->size <= sizeof bytes && tr->depth < DEPTH_MAX &&
              !guest_read(tr->t, bytes, addr, a->size);

    if (!ok)
        print_hex(tr->out, addr);
    else if (a->kind == SK_STRUCT) {
        tr->depth++;
        print_members(tr, &sys_structs[a->type], bytes, dir);
        tr->depth--;
    } else if (brackets) {
        print_char(tr->out, '[');
        print_value(tr->out, a, value_of(bytes, a->size));
        print_char(tr->out, ']');
    } else
        print_value(tr->out, a, value_of(bytes, a->size));
    return ok;
}

static void print_array(struct trace *tr, const struct sysarg *a, uint64_t addr,
                        uint64_t n, unsigned dir)
{
    print_char(tr->out, '[');
    for (uint64_t i = 0; i < n; i++) {
        if (i)
            print_str(tr->out, ", ");
        if (i == ELEMENTS_MAX) {
            print_str(tr->out, "...");
            break;
        }
        if (!print_element(tr, a, addr + i * a->size, dir, false))
            break;
    }
    print_char(tr->out, ']');
}

/* dir: which way what addr points at goes. */
static void print_pointer(struct trace *tr, const struct sysarg *a,
                          const struct scope *sc, uint64_t addr, unsigned dir)
{
    bool out = dir & (DIR_OUT | DIR_INNER_OUT);
    uint64_t n;

    if (!addr) {
        print_str(tr->out, "NULL");
        return;
    }
    if (a->kind == SK_ADDR && a->size == 1) { /* another process's */
        print_hex(tr->out, addr);
        return;
    }
    if (!(dir & DIR_IN) && out && (!tr->after || tr->result < 0)) {
        print_hex(tr->out, addr);
        return;
    }
    n = count_of(tr, a, sc, out);
    /* What a vector's parts got is not known one by one. */
    if (sc->bytes && out && tr->result >= 0 && (uint64_t)tr->result < n)
        n = (uint64_t)tr->result;
    if (a->how_many == COUNT_NUL && a->size == 8)
        print_strings(tr, addr);
    else if (a->how_many == COUNT_NUL)
        print_text(tr, addr, 4096, true);
    else if (a->kind == SK_STRING)
        print_text(tr, addr, n, true);
    else if (a->kind == SK_BYTES)
        print_text(tr, addr, n, false);
    else if (a->kind == SK_SOCKADDR)
        print_sockaddr(tr, addr, n);
    else if (a->how_many == COUNT_ONE || a->how_many == COUNT_BYTES)
        print_element(tr, a, addr, dir, a->kind != SK_SIGSET);
    else
        print_array(tr, a, addr, n, dir);
}

static bool is_late(const struct sysarg *a)
{
    return a->dir & (DIR_OUT | DIR_INNER_OUT);
}

/* Arguments from the first, or from where entry stopped. */
static void print_args(struct trace *tr, const struct sysdesc *d)
{
    struct scope sc = {tr->arg, NULL};
    unsigned late = 0;

    while (late < d->nargs && !is_late(&tr->arg[late]))
        late++;
    for (unsigned i = tr->after ? late : 0; i < (tr->after ? d->nargs : late);
         i++) {
        const struct sysarg *a = &tr->arg[i];
        unsigned dir = a->dir;

        if (i)
            print_str(tr->out, ", ");
        if (!dir) {
            print_value(tr->out, a, tr->args[i]);
            continue;
        }
        /* Of what is written inside, only the outside is read. */
        if (dir & DIR_INNER_OUT)
            dir = tr->result < 0 ? DIR_OUT : DIR_INNER_OUT;
        print_pointer(tr, a, &sc, tr->args[i], dir);
    }
}

void syscall_trace_entry(struct print *out, struct task *t,
                         const struct sysdesc *d, const uint64_t args[6])
{
    struct trace tr = {out, t, args, &sys_args[d->arg], 0, false, 0};

    print_fmt(out, "%s(", sys_string(d->name));
    print_args(&tr, d);
}

void syscall_trace_exit(struct print *out, struct task *t,
                        const struct sysdesc *d, const uint64_t args[6],
                        long result)
{
    struct trace tr = {out, t, args, &sys_args[d->arg], result, true, 0};
    const struct sysarg *ret = &sys_args[d->arg + d->nargs];

    print_args(&tr, d);
    print_str(out, ") = ");
    if (result < 0 && result >= -4095) {
        const char *name = syscall_errno_name((unsigned)-result);

        print_fmt(out, "-1 %s", name ? name : "errno ");
        if (!name)
            print_fmt(out, "%ld", -result);
        if (d->how == SYS_NONE && d->why)
            print_fmt(out, " (%s)", sys_string(d->why));
    } else if (ret->kind == SK_FLAGS) {
        print_fmt(out, "0x%lx (", (unsigned long)result);
        print_value(out, ret, (uint64_t)result);
        print_char(out, ')');
    } else
        print_value(out, ret, (uint64_t)result);
    print_char(out, '\n');
}

void syscall_trace_gone(struct print *out, struct task *t,
                        const struct sysdesc *d, const uint64_t args[6])
{
    struct trace tr = {out, t, args, &sys_args[d->arg], -1, true, 0};

    print_args(&tr, d);
    print_str(out, ") = ?\n");
}

void syscall_trace_unknown(struct print *out, uint64_t nr,
                           const uint64_t args[6])
{
    print_fmt(out, "syscall_%lu(0x%lx, 0x%lx, 0x%lx, 0x%lx, 0x%lx, 0x%lx", nr,
              args[0], args[1], args[2], args[3], args[4], args[5]);
}
