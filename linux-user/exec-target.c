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

/* O_NONBLOCK: a FIFO that came in the place of a file must not wait. */
#define OPEN_FLAGS (O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)

/* No errno: it may be executed, but not read. */
#define UNREADABLE (-4096)

/* Opens path, which is no /proc/PID/exe; flags as execveat's. */
static long open_path(const struct path *path, int flags)
{
    char first, name[32], *none[] = {NULL};
    struct stat st;
    /* A device must not even be opened. */
    long r = HOST(newfstatat, path->dirfd, path->name, &st, flags);
    if (r)
        return r;
    if (!S_ISREG(st.st_mode))
        return S_ISLNK(st.st_mode) ? -ELOOP : -EACCES;
    if (host_copy(&first, (const void *)(uintptr_t)path->name, 1))
        return -EFAULT;
    print_buf(name, sizeof name, "/proc/self/fd/%d", path->dirfd);
    if (first)
        r = HOST(openat, path->dirfd, path->name,
                 OPEN_FLAGS | (flags & AT_SYMLINK_NOFOLLOW ? O_NOFOLLOW : 0));
    else
        r = HOST(openat, AT_FDCWD, name, OPEN_FLAGS);
    if (r == -EACCES && HOST(execveat, path->dirfd, path->name, none, none,
                             flags | AT_EXECVE_CHECK) == 0)
        return UNREADABLE;
    return r;
}

/* Opens path for reading.  /proc/self/exe is the guest's program. */
static long open_checked(struct task *t, const struct path *path, int flags)
{
    char exe[PATH_BYTES];
    long fd = proc_exe_open(t, path->dirfd, path->name, exe);
    if (fd >= 0)
        fd = fd ? HOST(openat, AT_FDCWD, exe, OPEN_FLAGS)
                : open_path(path, flags);
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

static char *blanks_skip(char *p, const char *last)
{
    while (p <= last && is_blank(*p))
        p++;
    return p;
}

static bool is_end(char c)
{
    return is_blank(c) || c == 0;
}

/*
 * Where a `#!` line ends; NULL: it is cut off within its program's name.  A
 * line that has no newline before the first NUL reaches to the last byte.
 */
static char *line_end(char *line)
{
    char *last = line + SCRIPT_BYTES - 1, *p = line;
    while (p <= last && *p && *p != '\n')
        p++;
    if (p <= last && *p)
        return p;
    p = blanks_skip(line + 2, last);
    while (p <= last && !is_end(*p))
        p++;
    return p <= last ? last : NULL;
}

/*
 * Cuts a `#!` line (SCRIPT_BYTES, zeroes behind the file's end) into name and
 * argument; *argument is NULL if there is none.  False: no program's name, or
 * one that may be cut off.  Without a newline blanks at the end count, and even
 * an empty argument: fs/binfmt_script.c, to the letter.
 */
static bool script_parse(char *line, const char **name, const char **argument)
{
    char *end = line_end(line), *p, *stop;
    if (!end)
        return false;
    while (is_blank(end[-1]))
        end--;
    p = stop = blanks_skip(line + 2, end);
    if (p >= end)
        return false;
    while (stop <= end && !is_end(*stop))
        stop++;
    bool blank = stop <= end && is_blank(*stop);
    *name = p;
    p = blanks_skip(stop, end);
    *argument = blank && p <= end ? p : NULL;
    *end = 0;
    *stop = 0;
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

/* As the kernel: by no name at all the current directory is meant. */
static long open_interpreter(struct task *t, const char *name,
                             struct path *path)
{
    if (!*name)
        return -EACCES;
    long err = path_resolve_name(t, name, PATH_EXEC, path);
    return err ? err : open_checked(t, path, 0);
}

/* fd as x's, or an error.  What can't be read can't be a guest's program. */
static long target_take(struct exec_target *x, long fd)
{
    x->fd = fd < 0 ? -1 : (int)fd;
    x->unreadable = x->native = fd == UNREADABLE;
    return fd < 0 && !x->native ? fd : 0;
}

/* Does path, for the guest's text, name the same for the host? */
static bool is_plain(const struct path *path, const char *text)
{
    return path->name != (uintptr_t)path->buf || text_equal(path->buf, text);
}

/* Opens the interpreter of the script that is open.  0 or -errno. */
static long script_follow(struct task *t, struct exec_target *x)
{
    const char *name, *argument;
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
    long err = target_take(x, open_interpreter(t, name, &x->path));
    if (err)
        return err;
    x->plain &= is_plain(&x->path, name);
    return x->depth > SCRIPT_DEPTH ? -ELOOP : 0;
}

/* The program interpreter of a guest's file must be there, and be ELF. */
static long check_interpreter(struct task *t, int fd,
                              const struct elf_header *h)
{
    char name[ELF_INTERP_BYTES], scratch[ELF_SCRATCH_BYTES];
    struct elf_header ih;
    struct path path;
    enum elf_status status = elf_interp_read(fd, h, name);
    if (status != ELF_OK)
        return status == ELF_CUT_INTERP ? -EIO : -ENOEXEC;
    long interp = open_interpreter(t, name, &path);
    if (interp < 0)
        return interp == UNREADABLE ? -EACCES : interp;
    long r = HOST(pread64, interp, scratch, sizeof(Elf64_Ehdr), 0);
    if (r == sizeof(Elf64_Ehdr))
        status = elf_header_read((int)interp, &ih, scratch);
    HOST(close, interp);
    if (r < (long)sizeof(Elf64_Ehdr))
        return r < 0 ? r : -EIO;
    if (status != ELF_OK || ih.machine != h->machine ||
        ih.elf_class != h->elf_class)
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

/*
 * Follows scripts until there is a file that is none.  bytes: its first; their
 * number, or -errno.
 */
static long scripts_follow(struct task *t, struct exec_target *x,
                           char bytes[SCRIPT_BYTES])
{
    long n = 0, err = 0;
    while (!err && !x->unreadable) {
        memset(bytes, 0, SCRIPT_BYTES);
        n = HOST(pread64, x->fd, bytes, SCRIPT_BYTES, 0);
        if (n < 0 || bytes[0] != '#' || bytes[1] != '!')
            return n;
        memcpy(x->lines[x->depth], bytes, SCRIPT_BYTES);
        err = script_follow(t, x);
    }
    return err;
}

static long find_program(struct task *t, struct exec_target *x)
{
    char bytes[SCRIPT_BYTES];
    struct elf_header peek;
    long n = scripts_follow(t, x, bytes);
    if (n < 0 || x->unreadable)
        return n;
    if (elf_header_peek(bytes, (size_t)n, &peek) != ELF_OK)
        return -ENOEXEC;
    return check_elf(t, x, &peek);
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

/*
 * The kernel looks at arguments and environment before it looks into the file.
 * One before 6.14 can't be asked: they are looked at last.
 */
static long check_arguments(const struct exec_call *call,
                            const struct exec_target *x)
{
    long r = HOST(execveat, x->path.dirfd, x->path.name, call->argv, call->envp,
                  call->flags | AT_EXECVE_CHECK);
    return r == -EINVAL && !(call->flags & AT_EXECVE_CHECK) ? 0 : r;
}

long exec_target_open(struct task *t, const struct exec_call *call,
                      struct exec_target *out)
{
    out->fd = -1;
    out->head_count = out->depth = 0;
    out->flags = call->flags & ~AT_EXECVE_CHECK;
    long n = script_name(t, call->dirfd, call->name, out);
    if (n < 0)
        return n;
    if (n == 0 && !(call->flags & AT_EMPTY_PATH))
        return -ENOENT;
    if (out->flags & ~(AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW))
        return -EINVAL;
    unsigned use = PATH_EXEC;
    if (call->flags & AT_SYMLINK_NOFOLLOW)
        use |= PATH_NOFOLLOW;
    long err = path_resolve(t, call->dirfd, call->name, use, &out->path);
    if (err)
        return err;
    out->plain = is_plain(&out->path, out->script);
    err = target_take(out, open_checked(t, &out->path, out->flags));
    if (!err)
        err = check_arguments(call, out);
    if (!err && !(call->flags & AT_EXECVE_CHECK))
        err = find_program(t, out);
    if (err || (call->flags & AT_EXECVE_CHECK))
        exec_target_close(out);
    return err;
}

long exec_target_follow(struct task *t, int fd, const char *name,
                        struct exec_target *out)
{
    char bytes[SCRIPT_BYTES];
    out->fd = fd;
    out->native = out->unreadable = false;
    out->plain = true;
    out->flags = 0;
    out->path.dirfd = AT_FDCWD;
    out->path.name = (uint64_t)(uintptr_t)name;
    out->head_count = out->depth = 0;
    if (print_buf(out->script, sizeof out->script, "%s", name) >=
        sizeof out->script) {
        exec_target_close(out);
        return -ENAMETOOLONG;
    }
    long n = scripts_follow(t, out, bytes);
    if (n < 0)
        exec_target_close(out);
    return n < 0 ? n : 0;
}

bool exec_target_certain(const struct exec_target *x)
{
    char name[ELF_INTERP_BYTES], scratch[ELF_SCRATCH_BYTES];
    char *none[] = {NULL};
    struct elf_header h;
    if (x->fd < 0 || elf_header_read(x->fd, &h, scratch) != ELF_OK ||
        h.machine != EM_X86_64 || h.elf_class != ELFCLASS64)
        return false;
    return !h.interp_size ||
           (elf_interp_read(x->fd, &h, name) == ELF_OK &&
            HOST(execveat, AT_FDCWD, name, none, none, AT_EXECVE_CHECK) == 0);
}

void exec_target_close(struct exec_target *target)
{
    if (target->fd >= 0)
        HOST(close, target->fd);
    target->fd = -1;
}
