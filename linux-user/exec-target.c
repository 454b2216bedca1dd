// SPDX-License-Identifier: MIT
/* Finds and checks what execve is to run (fs/exec.c, fs/binfmt_*.c). */
#define _GNU_SOURCE
#include "exec-target.h"

#include "elf-header.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "print.h"
#include "proc.h"
#include "text.h"

#include <elf.h>
#include <fcntl.h>
#include <linux/stat.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#ifndef ST_NOEXEC
#    define ST_NOEXEC 8
#endif

long exec_target_permitted(int fd)
{
    struct stat st;
    struct statfs sf;
    char *none[] = {NULL};
    long r = HOST(fstat, fd, &st);
    if (r)
        return r;
    if (!S_ISREG(st.st_mode))
        return -EACCES;
    r = HOST(execveat, fd, "", none, none, AT_EMPTY_PATH | AT_EXECVE_CHECK);
    if (r != -EINVAL)
        return r;
    /* A kernel before 6.14 can't be asked; ETXTBSY stays unseen there. */
    if (HOST(fstatfs, fd, &sf) == 0 && (sf.f_flags & ST_NOEXEC))
        return -EACCES;
    r = HOST(faccessat2, fd, "", X_OK, AT_EMPTY_PATH | AT_EACCESS);
    return r == -ENOSYS && (st.st_mode & 0111) ? 0 : r;
}

/*
 * Opens path for reading.  O_NONBLOCK: a FIFO must give EACCES, not wait.
 * /proc/self/exe is the guest's program.
 */
static long open_checked(struct task *t, const struct path *path, int flags,
                         bool empty)
{
    int open_flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    char exe[PATH_BYTES];
    struct stat st;
    long fd;
    if (flags & AT_SYMLINK_NOFOLLOW)
        open_flags |= O_NOFOLLOW;
    if (proc_exe(t, path->dirfd, path->name, exe)) {
        fd = HOST(openat, AT_FDCWD, exe, open_flags);
    } else if (empty) {
        char name[32];
        print_buf(name, sizeof name, "/proc/self/fd/%d", path->dirfd);
        fd = HOST(openat, AT_FDCWD, name, open_flags);
    } else {
        /* A device must not even be opened. */
        fd = HOST(newfstatat, path->dirfd, path->name, &st, flags);
        if (fd == 0 && !S_ISREG(st.st_mode))
            fd = S_ISLNK(st.st_mode) ? -ELOOP : -EACCES;
        if (fd == 0)
            fd = HOST(openat, path->dirfd, path->name, open_flags);
    }
    if (fd < 0)
        return fd;
    long err = exec_target_permitted((int)fd);
    if (!err)
        return fd;
    HOST(close, fd);
    return err;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/*
 * Cuts a `#!` line (SCRIPT_BYTES, zeroes behind the file's end) into name and
 * argument; *argument is NULL if there is none.  False: no program's name, or
 * one that may be cut off.
 */
static bool script_parse(char *line, const char **name, const char **argument)
{
    char *last = line + SCRIPT_BYTES - 1, *end = line, *p = line + 2;
    while (end <= last && *end != '\n')
        end++;
    bool whole = end <= last;
    if (!whole)
        end = last;
    while (p < end && is_blank(*p))
        p++;
    char *stop = p;
    while (stop < end && *stop && !is_blank(*stop))
        stop++;
    if (stop == p || (!whole && stop == end && *end && !is_blank(*end)))
        return false;
    *end = 0;
    *name = p;
    *argument = NULL;
    while (end > stop && (is_blank(end[-1]) || end[-1] == 0))
        *--end = 0;
    if (is_blank(*stop)) {
        *stop++ = 0;
        while (is_blank(*stop))
            stop++;
        if (*stop)
            *argument = stop;
    }
    return true;
}

/* Puts interpreter and argument before the script in the argument list. */
static void script_arguments(struct exec_target *x, const char *name,
                             const char *argument)
{
    unsigned insert = argument ? 2 : 1;
    if (x->head_count == 0)
        x->head[x->head_count++] = x->script;
    for (unsigned i = x->head_count; i-- > 0;)
        x->head[i + insert] = x->head[i];
    x->head[0] = name;
    if (argument)
        x->head[1] = argument;
    x->head_count += insert;
}

/* Opens the interpreter of the script that is open.  0 or -errno. */
static long script_follow(struct task *t, struct exec_target *x)
{
    const char *name, *argument;
    if (x->depth == SCRIPT_DEPTH)
        return -ELOOP;
    if (!script_parse(x->lines[x->depth++], &name, &argument))
        return -ENOEXEC;
    /* An interpreter would find its script's descriptor closed. */
    if (x->depth == 1 && text_starts(x->script, "/dev/fd/") &&
        x->path.dirfd >= 0 &&
        (HOST(fcntl, x->path.dirfd, F_GETFD) & FD_CLOEXEC))
        return -ENOENT;
    script_arguments(x, name, argument);
    exec_target_close(x);
    x->flags = 0;
    long err = path_resolve_name(t, name, PATH_EXEC, &x->path);
    if (err)
        return err;
    long fd = open_checked(t, &x->path, 0, false);
    x->fd = (int)fd;
    return fd < 0 ? fd : 0;
}

/* The program interpreter of a guest's file must be there, and be ELF. */
static long check_interpreter(struct task *t, int fd,
                              const struct elf_header *h)
{
    char name[ELF_INTERP_BYTES], bytes[64];
    struct elf_header ih;
    struct path path;
    if (elf_interp_read(fd, h, name) != ELF_OK)
        return -ENOEXEC;
    long r = path_resolve_name(t, name, PATH_EXEC, &path);
    if (r)
        return r;
    long interp = open_checked(t, &path, 0, false);
    if (interp < 0)
        return interp;
    r = HOST(pread64, interp, bytes, sizeof bytes, 0);
    HOST(close, interp);
    if (r < (long)sizeof bytes)
        return r < 0 ? r : -EIO;
    if (elf_header_peek(bytes, sizeof bytes, &ih) != ELF_OK ||
        ih.machine != h->machine)
        return -ELIBBAD;
    return 0;
}

/* The file begins with an ELF header of machine h->machine. */
static long check_elf(struct task *t, struct exec_target *x,
                      const struct elf_header *peek)
{
    struct elf_header h;
    char scratch[ELF_SCRATCH_BYTES];
    x->native = peek->machine == EM_X86_64 || peek->machine == EM_386;
    if (x->native)
        return 0;
    if (!abi_of_machine(peek->machine, peek->elf_class))
        return -ENOEXEC;
    enum elf_status status = elf_header_read(x->fd, &h, scratch);
    if (status == ELF_READ_ERROR)
        return h.error;
    if (status != ELF_OK)
        return -ENOEXEC;
    return h.interp_size ? check_interpreter(t, x->fd, &h) : 0;
}

/* Follows scripts until there is a program. */
static long find_program(struct task *t, struct exec_target *x)
{
    for (;;) {
        char bytes[SCRIPT_BYTES];
        struct elf_header peek;
        memset(bytes, 0, sizeof bytes);
        long n = HOST(pread64, x->fd, bytes, sizeof bytes, 0);
        if (n < 0)
            return n;
        if (bytes[0] != '#' || bytes[1] != '!') {
            if (elf_header_peek(bytes, (size_t)n, &peek) != ELF_OK)
                return -ENOEXEC;
            return check_elf(t, x, &peek);
        }
        if (x->depth < SCRIPT_DEPTH)
            memcpy(x->lines[x->depth], bytes, sizeof bytes);
        long err = script_follow(t, x);
        if (err)
            return err;
    }
}

/*
 * What AT_EXECFN and a script's interpreter are told (fs/exec.c, bprm).
 * Returns the length of the guest's name.
 */
static long script_name(struct task *t, int dirfd, gaddr_t name,
                        struct exec_target *x)
{
    char text[PATH_BYTES];
    long n = guest_read_string(t, text, name, sizeof text);
    if (n < 0)
        return n;
    if (text[0] == '/' || dirfd == AT_FDCWD) {
        memcpy(x->script, text, (size_t)n + 1);
        return n;
    }
    size_t len = print_buf(x->script, sizeof x->script, "/dev/fd/%d%s%s", dirfd,
                           n ? "/" : "", text);
    return len < sizeof x->script ? n : -ENAMETOOLONG;
}

long exec_target_open(struct task *t, int dirfd, gaddr_t name, int flags,
                      struct exec_target *out)
{
    out->fd = -1;
    out->head_count = out->depth = 0;
    out->flags = flags;
    if (flags & ~(AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW))
        return -EINVAL;
    long n = script_name(t, dirfd, name, out);
    if (n < 0)
        return n;
    bool empty = n == 0 && (flags & AT_EMPTY_PATH);
    unsigned use = PATH_EXEC;
    if (flags & AT_SYMLINK_NOFOLLOW)
        use |= PATH_NOFOLLOW;
    long err = path_resolve(t, dirfd, name, use, &out->path);
    if (err)
        return err;
    long fd = open_checked(t, &out->path, flags, empty);
    if (fd < 0)
        return fd;
    out->fd = (int)fd;
    err = find_program(t, out);
    if (err)
        exec_target_close(out);
    return err;
}

void exec_target_close(struct exec_target *target)
{
    if (target->fd >= 0)
        HOST(close, target->fd);
    target->fd = -1;
}
