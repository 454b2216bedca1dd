// SPDX-License-Identifier: MIT
/* The table of options, and how they are read; see options.h. */
#include "options.h"

#include "arena.h"
#include "host.h"
#include "isa.h"
#include "log.h"
#include "print.h"

#include <linux/auxvec.h>
#include <linux/binfmts.h>
#include <string.h>

struct options options;

enum option_kind {
    KIND_STRING,
    KIND_SIZE,
    KIND_SWITCH,
    KIND_SET_ENV,
    KIND_UNSET_ENV,
    KIND_MISSING, /* qemu-user's; nothing stands behind it yet */
    KIND_HELP,
    KIND_VERSION,
};

struct option {
    const char *name, *env; /* env: behind FERRY_ and QEMU_ */
    uint8_t kind;
    uint16_t offset; /* in struct options */
    const char *argument, *text;
};

#define AT(field) offsetof(struct options, field)

static const struct option table[] = {
    {"h", NULL, KIND_HELP, 0, NULL, NULL},
    {"help", NULL, KIND_HELP, 0, NULL, "print this help"},
    {"version", NULL, KIND_VERSION, 0, NULL, "print the version"},
    {"L", "LD_PREFIX", KIND_STRING, AT(root), "DIR",
     "look for absolute paths in DIR first"},
    {"E", "SET_ENV", KIND_SET_ENV, 0, "NAME=VALUE",
     "set a variable in the guest's environment"},
    {"U", "UNSET_ENV", KIND_UNSET_ENV, 0, "NAME", "take a variable out of it"},
    {"0", "ARGV0", KIND_STRING, AT(argv0), "NAME",
     "what the guest's argv[0] is"},
    {"cpu", "CPU", KIND_STRING, AT(cpu), "MODEL",
     "guest processor (-cpu help lists them)"},
    {"host", "HOST", KIND_STRING, AT(host), "LEVEL,-NAME,...",
     "host features to use (-host help lists them)"},
    {"r", "UNAME", KIND_STRING, AT(uname), "RELEASE",
     "kernel release that uname shows"},
    {"s", "STACK_SIZE", KIND_SIZE, AT(stack_size), "SIZE",
     "the guest's stack, in bytes, k, M or G"},
    {"strace", "STRACE", KIND_SWITCH, AT(strace), NULL,
     "show system calls on stderr"},
    {"d", "LOG", KIND_STRING, AT(log), "ITEM,...",
     "what to log (-d help lists the items)"},
    {"D", "LOG_FILENAME", KIND_STRING, AT(log_file), "FILE",
     "where to log; %d is the process id"},
    {"one-insn-per-tb", "ONE_INSN_PER_TB", KIND_SWITCH, AT(one_insn), NULL,
     "translate one instruction at a time"},
    {"singlestep", "SINGLESTEP", KIND_SWITCH, AT(one_insn), NULL, NULL},
    {"quiet", "QUIET", KIND_SWITCH, AT(quiet), NULL, NULL},
    {"B", "GUEST_BASE", KIND_MISSING, 0, "ADDRESS", NULL},
    {"R", "RESERVED_VA", KIND_MISSING, 0, "SIZE", NULL},
    {"dfilter", "DFILTER", KIND_MISSING, 0, "RANGE,...", NULL},
    {"g", "GDB", KIND_MISSING, 0, "PORT", NULL},
    {"jitdump", "JITDUMP", KIND_MISSING, 0, NULL, NULL},
    {"p", "PAGESIZE", KIND_MISSING, 0, "SIZE", NULL},
    {"perfmap", "PERFMAP", KIND_MISSING, 0, NULL, NULL},
    {"plugin", "PLUGIN", KIND_MISSING, 0, "FILE,...", NULL},
    {"seed", "RAND_SEED", KIND_MISSING, 0, "SEED", NULL},
    {"t", "RTSIG_MAP", KIND_MISSING, 0, "SIGNALS", NULL},
    {"trace", "TRACE", KIND_MISSING, 0, "EVENTS", NULL},
};

/* How many words of the auxiliary vector are kept, by type. */
#define AUXV_KEPT 64
static uint64_t auxv_words[AUXV_KEPT], auxv_present;

void options_start(const uint64_t *auxv)
{
    for (; auxv[0] != AT_NULL; auxv += 2)
        if (auxv[0] < AUXV_KEPT) {
            auxv_words[auxv[0]] = auxv[1];
            auxv_present |= 1ull << auxv[0];
        }
}

bool options_auxv_has(uint64_t type)
{
    return type < AUXV_KEPT && (auxv_present >> type & 1);
}

uint64_t options_auxv(uint64_t type)
{
    return type < AUXV_KEPT ? auxv_words[type] : 0;
}

bool options_trusted(void)
{
    return options_auxv(AT_SECURE) == 0;
}

static void help_print(void)
{
    char buf[512];
    struct print out;

    print_init(&out, buf, sizeof(buf), 1);
    print_str(&out, "usage: ferry [options] program [arguments...]\n"
                    "Runs a Linux program built for another processor.\n\n");
    for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
        const struct option *o = &table[i];
        char left[40];

        if (!o->text)
            continue;
        print_buf(left, sizeof(left), "-%s%s%s", o->name,
                  o->argument ? " " : "", o->argument ? o->argument : "");
        print_fmt(&out, "  %-22s %s%s%s%s\n", left, o->text, o->env ? " [" : "",
                  o->env ? o->env : "", o->env ? "]" : "");
    }
    print_str(&out,
              "\n-x may be written --x.  A name in brackets is read from the "
              "environment, with\nFERRY_ or QEMU_ before it.  FERRY_QUIET=1 "
              "leaves out the line on a fault that\nthe guest does not catch. "
              " Of qemu-user's options these are not available yet:\n ");
    for (size_t i = 0; i < ARRAY_SIZE(table); i++)
        if (table[i].kind == KIND_MISSING)
            print_fmt(&out, " -%s", table[i].name);
    print_str(&out, "\n");
    print_flush(&out);
}

static void host_help_print(uint32_t have)
{
    char buf[512];
    struct print out;

    print_init(&out, buf, sizeof(buf), 1);
    host_features_print(&out, have, options.features);
    print_str(&out, "\n-host LEVEL leaves out what is above a level, -host "
                    "-NAME one feature by itself.\n");
    print_flush(&out);
}

static bool size_parse(const char *s, uint64_t *value)
{
    uint64_t v = 0;
    const char *p = s;

    for (; *p >= '0' && *p <= '9'; p++) {
        if (v > (UINT64_MAX >> 21) / 10)
            return false;
        v = v * 10 + (uint64_t)(*p - '0');
    }
    if (p == s)
        return false;
    if (*p == 'k' || *p == 'K')
        v <<= 10, p++;
    else if (*p == 'm' || *p == 'M')
        v <<= 20, p++;
    else if (*p == 'g' || *p == 'G')
        v <<= 30, p++;
    *value = v;
    return *p == 0 && v <= (1ull << 40);
}

/* Appends the edits of a comma list; false: no memory, or no name. */
static bool edits_add(const char *list, bool unset)
{
    static struct arena arena;
    struct env_edit **end = &options.env_edits;

    while (*end)
        end = &(*end)->next;
    while (*list) {
        size_t n = strcspn(list, ",");
        struct env_edit *edit = arena_alloc(&arena, sizeof(*edit));
        char *text = arena_alloc(&arena, n + 1);

        if (!edit || !text)
            return false;
        memcpy(text, list, n);
        if (n == 0 || text[0] == '=' || !strchr(text, '=') != unset)
            return false;
        *edit = (struct env_edit){.text = text, .unset = unset};
        *end = edit;
        end = &edit->next;
        list += n + (list[n] == ',');
    }
    return true;
}

/* Takes one value; false, with a message, if it makes no sense. */
static bool option_set(const struct option *o, const char *value,
                       const char *shown)
{
    void *field = (char *)&options + o->offset;
    bool good = true;

    switch ((enum option_kind)o->kind) {
    case KIND_STRING: *(const char **)field = value; break;
    case KIND_SIZE: good = size_parse(value, field); break;
    case KIND_SWITCH: *(bool *)field = true; break;
    case KIND_SET_ENV: good = edits_add(value, false); break;
    case KIND_UNSET_ENV: good = edits_add(value, true); break;
    case KIND_MISSING:
        report("%s is not available in this version", shown);
        return false;
    case KIND_HELP:
    case KIND_VERSION: break;
    }
    if (!good)
        report("bad value '%s' for %s (expected %s)", value, shown,
               o->argument);
    return good;
}

static bool takes_argument(const struct option *o)
{
    return o->argument != NULL;
}

static const char *environment_find(char **envp, const char *prefix,
                                    const char *name, char *shown, size_t size)
{
    size_t n = print_buf(shown, size, "%s_%s", prefix, name);

    for (; *envp; envp++)
        if (strncmp(*envp, shown, n) == 0 && (*envp)[n] == '=')
            return *envp + n + 1;
    return NULL;
}

static bool environment_read(char **envp)
{
    for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
        const struct option *o = &table[i];
        const char *value;
        char shown[48];

        if (!o->env)
            continue;
        value = environment_find(envp, "FERRY", o->env, shown, sizeof(shown));
        if (!value)
            value =
                environment_find(envp, "QEMU", o->env, shown, sizeof(shown));
        if (!value)
            continue;
        if (!value[0] || (!takes_argument(o) && value[0] == '0' && !value[1]))
            continue;
        if (!option_set(o, value, shown))
            return false;
    }
    return true;
}

/* ferry-NAME fixes the guest's ISA. */
static const char *isa_of_name(const char *argv0)
{
    const char *base = strrchr(argv0, '/');

    base = base ? base + 1 : argv0;
    return strncmp(base, "ferry-", 6) == 0 ? base + 6 : NULL;
}

static const struct option *option_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_SIZE(table); i++)
        if (table[i].name && strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

/* The index behind the options; -1 as options_parse(). */
static int command_line_read(int argc, char **argv, int *status)
{
    int i;

    /* binfmt_misc gives a path first, which may begin with a dash. */
    if (!options_trusted() || options_auxv_has(AT_EXECFD) ||
        (options_auxv(AT_FLAGS) & AT_FLAGS_PRESERVE_ARGV0))
        return 1;
    for (i = 1; i < argc && argv[i][0] == '-'; i++) {
        const char *name = argv[i] + 1;
        const struct option *o;
        const char *value = NULL;

        if (*name == '-')
            name++;
        if (!*name)
            return i + 1; /* "--" */
        o = option_find(name);
        if (!o) {
            report("unknown option '%s'; see ferry --help", argv[i]);
            return -1;
        }
        if (o->kind == KIND_HELP || o->kind == KIND_VERSION) {
            if (o->kind == KIND_HELP)
                help_print();
            else
                log_sink()->file = 1, log_fmt("ferry %s\n", FERRY_VERSION);
            *status = 0;
            return -1;
        }
        if (takes_argument(o) && o->kind != KIND_MISSING) {
            if (i + 1 == argc) {
                report("%s needs an argument: %s", argv[i], o->argument);
                return -1;
            }
            value = argv[i + 1];
        }
        if (!option_set(o, value, argv[i]))
            return -1;
        i += value != NULL;
    }
    return i;
}

/* Opens the log; false: *status is set. */
static bool log_start(int *status)
{
    const char *bad;

    if (options.strace)
        log_mask |= LOG_STRACE;
    if (options.log && !log_parse(options.log, &bad)) {
        if (bad)
            report("-d: unknown item '%.*s'; see -d help",
                   (int)strcspn(bad, ","), bad);
        else
            *status = 0;
        return false;
    }
    options.strace = log_enabled(LOG_STRACE);
    if (options.log_file && log_mask) {
        long err = log_open(options.log_file);

        if (err && options.resumed) {
            log_sink()->file = -1;
        } else if (err) {
            report("can't write the log %s: %s", options.log_file,
                   strerror((int)-err));
            return false;
        }
    }
    return true;
}

/* Sets options.features; false: *status is set. */
static bool host_choose(int *status)
{
    uint32_t have = host_features();
    enum host_choice choice = HOST_CHOICE_GOOD;
    const char *at;

    options.features = have;
    if (options.host)
        choice =
            host_features_choose(options.host, have, &options.features, &at);
    switch (choice) {
    case HOST_CHOICE_GOOD:
        if (!(have & HOST_SSE42))
            report("this processor has no SSE4.2, which Ferry needs");
        return (have & HOST_SSE42) != 0;
    case HOST_CHOICE_HELP:
        host_help_print(have);
        *status = 0;
        break;
    case HOST_CHOICE_UNKNOWN:
        report("-host %s: '%.*s' is not known; -host help lists what is",
               options.host, (int)strcspn(at, ","), at);
        break;
    case HOST_CHOICE_LACKING:
        report("-host %s: this machine has no %.*s; -host help lists what it "
               "has",
               options.host, (int)strcspn(at, ","), at);
        break;
    }
    return false;
}

/* False: *status is set. */
static bool cpu_choose(const struct isa *(*isa)(const char *name), int *status)
{
    const struct isa *guest = isa(options.isa);
    char buf[512];
    struct print out;

    if (!options.cpu)
        return true;
    if (strcmp(options.cpu, "help") == 0) {
        print_init(&out, buf, sizeof(buf), 1);
        guest->cpu_list(&out);
        print_flush(&out);
        *status = 0;
        return false;
    }
    print_init(&out, buf, sizeof(buf), -1);
    out.flush = NULL;
    if (guest->cpu_choose(options.cpu, &out))
        return true;
    report("%.*s", (int)out.used, buf);
    return false;
}

int options_parse(int argc, char **argv, char **envp,
                  const struct isa *(*isa)(const char *name), int *status)
{
    int at;

    *status = 1;
    options.isa = isa_of_name(argv[0] ? argv[0] : "");
    if (options_trusted() && !environment_read(envp))
        return -1;
    at = command_line_read(argc, argv, status);
    if (at < 0 || !log_start(status))
        return -1;
    if (!cpu_choose(isa, status) || !host_choose(status))
        return -1;
    if (at >= argc) {
        report("no program given; see ferry --help");
        return -1;
    }
    return at;
}

/* Bytes of the name in NAME=VALUE or NAME. */
static size_t name_length(const char *s)
{
    return strcspn(s, "=");
}

/* True if a -E or -U replaces or removes this variable of the environment. */
static bool variable_edited(const struct env_edit *edits, const char *variable)
{
    size_t n = name_length(variable);

    for (; edits; edits = edits->next)
        if (name_length(edits->text) == n &&
            memcmp(edits->text, variable, n) == 0)
            return true;
    return false;
}

char **options_environment(char **envp)
{
    const struct env_edit *edits = options.env_edits;
    static struct arena arena;
    size_t n = 1;
    char **out;

    if (!edits)
        return envp;
    for (char **s = envp; *s; s++)
        n++;
    for (const struct env_edit *e = edits; e; e = e->next)
        n++;
    out = arena_alloc(&arena, n * sizeof(*out));
    if (!out)
        return NULL;
    n = 0;
    for (char **s = envp; *s; s++)
        if (!variable_edited(edits, *s))
            out[n++] = *s;
    /* The last word on a variable counts. */
    for (const struct env_edit *e = edits; e; e = e->next)
        if (!e->unset && !variable_edited(e->next, e->text))
            out[n++] = (char *)(uintptr_t)e->text;
    return out;
}
