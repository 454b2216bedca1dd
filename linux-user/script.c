// SPDX-License-Identifier: MIT
/* A script on the command line; see script.h. */
#define _GNU_SOURCE
#include "script.h"

#include "arena.h"
#include "hostcall.h"
#include "loader.h"
#include "log.h"
#include "print.h"
#include "task.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

/* What the resolution of names asks of a task. */
static long follow(struct script *s, int fd, const char *path, const char *root)
{
    static struct fs fs;
    static struct mm mm;
    static struct program program;
    static struct tgroup group = {.program = &program};
    static struct task t = {.fs = &fs, .mm = &mm, .tgroup = &group};

    fs.root = root;
    program.path = path;
    t.tid = group.tgid = (int32_t)HOST(getpid);
    return exec_target_follow(&t, fd, path, &s->target);
}

/* False: no memory. */
static bool arguments_make(struct script *s, char **argv)
{
    static struct arena arena;
    const struct exec_target *x = &s->target;
    size_t count = 0, n = 0;

    while (argv[count])
        count++;
    s->argv =
        arena_alloc(&arena, (x->head_count + count + 1) * sizeof(*s->argv));
    if (!s->argv)
        return false;
    for (; n < x->head_count; n++)
        s->argv[n] = (char *)(uintptr_t)x->head[n];
    for (size_t i = 1; i < count; i++)
        s->argv[n++] = argv[i];
    return true;
}

static void label_make(struct script *s)
{
    static char label[EXEC_PATH_BYTES + SCRIPT_BYTES + 32];

    print_buf(label, sizeof(label), "%s: its interpreter %s", s->target.script,
              s->target.head[0]);
    s->label = label;
}

static void report_missing(const struct script *s, const char *root)
{
    const char *name = s->target.head[0];

    report("%s: %s", s->label, error_text(-ENOENT));
    if (name[0] && name[text_length(name) - 1] == '\r')
        report("its line ends in a carriage return, which is part of the name");
    else if (root && name[0] == '/')
        report("looked for %s%s and %s", root, name, name);
}

static void report_failure(struct script *s, const char *root, long error)
{
    const struct exec_target *x = &s->target;

    if (x->head_count)
        label_make(s);
    if (x->depth > SCRIPT_DEPTH)
        report("%s: too many scripts that interpret each other", x->script);
    else if (error == -ENOEXEC && s->label)
        report("%s: its first line names no interpreter", s->label);
    else if (error == -ENOEXEC)
        report("%s: its first line names no interpreter", x->script);
    else if (error == -ENOENT && s->label)
        report_missing(s, root);
    else
        report("%s: %s", s->label ? s->label : x->script, error_text(error));
}

bool script_open(struct script *s, int fd, const char *path, const char *root,
                 char **argv, int *status)
{
    long err = follow(s, fd, path, root);

    *status = 126;
    if (err) {
        report_failure(s, root, err);
        *status = loader_status(err);
        return false;
    }
    label_make(s);
    if (arguments_make(s, argv))
        return true;
    report("%s: %s", s->label, error_text(-ENOMEM));
    return false;
}

/*
 * `#!/usr/bin/ferry`, alone or with an option, would execute Ferry and the
 * script without end.
 */
static bool runs_itself(const struct exec_target *x)
{
    struct stat own, file;

    return x->fd >= 0 && (x->head_count == 2 || x->head[1][0] == '-') &&
           HOST(newfstatat, AT_FDCWD, "/proc/self/exe", &own, 0) == 0 &&
           HOST(fstat, x->fd, &file) == 0 && own.st_dev == file.st_dev &&
           own.st_ino == file.st_ino;
}

/* What the kernel can follow whole is its own: it names the process, too. */
int script_execute(struct script *s, char **envp)
{
    struct exec_target *x = &s->target;
    bool itself = runs_itself(x);
    long err;

    exec_target_close(x);
    if (itself) {
        report("%s is Ferry, which has no program to run", s->label);
        return 126;
    }
    if (x->plain)
        err = HOST(execve, x->script, s->argv + x->head_count - 1, envp);
    else
        err = HOST(execveat, x->path.dirfd, x->path.name, s->argv, envp, 0);
    report("%s: %s", s->label, error_text(err));
    return loader_status(err);
}
