// SPDX-License-Identifier: MIT
/*
 * Where a core goes: format_corename() and do_coredump() of fs/coredump.c.
 */
#define _GNU_SOURCE
#include "core-parts.h"

#include "hostcall.h"
#include "lines.h"
#include "print.h"
#include "task.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/prctl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>

#define PATTERN_BYTES 129

/* What a pattern's letters stand for. */
struct facts {
    const struct task *t;
    int sig;
    uint64_t limit;
};

/* A name that must stay one component of the path. */
static void put_name(struct print *out, const char *name)
{
    if (!*name || text_equal(name, "."))
        name = "!";
    else if (text_equal(name, ".."))
        name = "!.";
    for (; *name; name++)
        print_char(out, *name == '/' ? '!' : *name);
}

static void put_host(struct print *out)
{
    struct utsname uts;
    if (HOST(uname, &uts) == 0)
        put_name(out, uts.nodename);
}

static void put_comm(struct print *out)
{
    char name[16] = "";
    HOST(prctl, PR_GET_NAME, name);
    put_name(out, name);
}

static void put_letter(struct print *out, char letter, const struct facts *f)
{
    const struct task *t = f->t;
    struct timespec now = {0};
    uint32_t cpu = 0;
    switch (letter) {
    case '%': print_char(out, '%'); break;
    case 'p':
    case 'P': print_fmt(out, "%d", t->tgroup->tgid); break;
    case 'i':
    case 'I': print_fmt(out, "%d", t->tid); break;
    case 'u': print_fmt(out, "%u", (unsigned)HOST(getuid)); break;
    case 'g': print_fmt(out, "%u", (unsigned)HOST(getgid)); break;
    case 'd': print_char(out, '1'); break;
    case 's': print_fmt(out, "%d", f->sig); break;
    case 't':
        HOST(clock_gettime, CLOCK_REALTIME, &now);
        print_fmt(out, "%ld", (long)now.tv_sec);
        break;
    case 'h': put_host(out); break;
    case 'e': put_comm(out); break;
    case 'f': put_name(out, text_basename(t->tgroup->program->path)); break;
    case 'E': put_name(out, t->tgroup->program->path); break;
    case 'c': print_fmt(out, "%lu", f->limit); break;
    case 'C':
        HOST(getcpu, &cpu, 0, 0);
        print_fmt(out, "%u", cpu);
        break;
    default: break;
    }
}

static bool pattern_expand(const char *pattern, bool add_pid,
                           const struct facts *f, char *name, size_t size)
{
    struct print out;
    print_init(&out, name, size - 1, -1);
    out.flush = NULL;
    for (const char *p = pattern; *p; p++) {
        if (*p != '%') {
            print_char(&out, *p);
            continue;
        }
        if (!*++p)
            break;
        add_pid &= *p != 'p';
        put_letter(&out, *p, f);
    }
    if (add_pid)
        print_fmt(&out, ".%d", f->t->tgroup->tgid);
    name[out.used] = 0;
    return out.used > 0 && out.used < size - 1;
}

bool core_place_find(const struct task *t, int sig, uint64_t limit,
                     struct core_place *place)
{
    struct facts facts = {t, sig, limit};
    char pattern[PATTERN_BYTES + 1], uses_pid[8] = "0";
    long n =
        file_text("/proc/sys/kernel/core_pattern", pattern, sizeof pattern);
    if (n <= 0)
        return false;
    if (pattern[n - 1] == '\n')
        pattern[n - 1] = 0;
    file_text("/proc/sys/kernel/core_uses_pid", uses_pid, sizeof uses_pid);
    place->elsewhere = pattern[0] == '|' || pattern[0] == '@';
    if (!pattern_expand(place->elsewhere ? "core.%p" : pattern,
                        !place->elsewhere && uses_pid[0] != '0', &facts,
                        place->name, sizeof place->name))
        return false;
    place->plain =
        !place->elsewhere && text_basename(place->name) == place->name;
    return true;
}

long core_place_open(const struct core_place *place)
{
    struct stat st;
    HOST(unlink, place->name);
    long fd = HOST(openat, AT_FDCWD, place->name,
                   O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return fd;
    long err = HOST(fstat, fd, &st);
    /* A file system that changes owner or mode would show it to others. */
    if (!err &&
        (!S_ISREG(st.st_mode) || st.st_nlink != 1 ||
         (st.st_mode & 0677) != 0600 || st.st_uid != (uid_t)HOST(setfsuid, -1)))
        err = -EPERM;
    if (err)
        HOST(close, fd);
    return err ? err : fd;
}
