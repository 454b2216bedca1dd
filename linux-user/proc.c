// SPDX-License-Identifier: MIT
/* Shows the guest where /proc would show Ferry. */
#define _GNU_SOURCE
#include "proc.h"

#include "file-limit.h"
#include "hostcall.h"
#include "lines.h"
#include "path.h"
#include "print.h"
#include "sealed.h"
#include "task.h"
#include "text.h"

#include <elf.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/prctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#define NAME_COLUMN 73 /* fs/proc/task_mmu.c */
#define LINK_BYTES  48 /* of a name in map_files */
/* Room that a snapshot needs; few are larger. */
#define SNAPSHOT_BYTES (1u << 20)

/* What d_path() puts behind the name of a file that is gone. */
static const char gone[] = " (deleted)";

static bool name_is_gone(const char *name)
{
    size_t n = text_length(name);
    return n >= sizeof gone && text_equal(name + n - (sizeof gone - 1), gone);
}

static bool is_number(const char *text)
{
    unsigned long value;
    const char *end = text_number(text, &value);
    return end && *end == 0;
}

/*
 * The name in comm: the last part of the program's, or for one that was given
 * by its descriptor alone the file's own, if the kernel did so with Ferry.
 */
static void name_set(const struct program *program)
{
    const char *base = text_basename(program->exec_path);
    char name[16] = "";
    bool own = text_starts(program->exec_path, "/dev/fd/") && is_number(base);
    if (own) {
        HOST(prctl, PR_GET_NAME, name);
        own = !is_number(name);
    }
    if (own)
        base = text_basename(program->path);
    size_t n = text_length(base);
    if (own && name_is_gone(base))
        n -= sizeof gone - 1;
    memset(name, 0, sizeof name);
    memcpy(name, base, n < sizeof name ? n : sizeof name - 1);
    HOST(prctl, PR_SET_NAME, name);
}

void proc_describe(struct task *t, const void *auxv, size_t auxv_bytes)
{
    const struct mm *mm = t->mm;
    struct prctl_mm_map map = {
        .start_code = mm->image_start,
        .end_code = mm->image_end,
        .start_data = mm->image_end,
        .end_data = mm->image_end,
        .start_brk = mm->space.brk_start,
        .brk = mm->space.brk,
        .start_stack = mm->stack_start,
        .arg_start = mm->arg_start,
        .arg_end = mm->arg_end,
        .env_start = mm->env_start,
        .env_end = mm->env_end,
        .auxv = (__u64 *)(uintptr_t)auxv,
        .auxv_size = (uint32_t)auxv_bytes,
        .exe_fd = (uint32_t)-1,
    };
    name_set(t->tgroup->program);
    /* A kernel without checkpoint/restore refuses; then ps shows Ferry. */
    HOST(prctl, PR_SET_MM, PR_SET_MM_MAP, &map, sizeof map);
}

/* The canonical name of an open file of a /proc; false: it is none. */
static bool proc_name(int fd, char *name)
{
    struct statfs sf;
    char link[32];
    if (HOST(fstatfs, fd, &sf) || sf.f_type != PROC_SUPER_MAGIC)
        return false;
    print_buf(link, sizeof link, "/proc/self/fd/%d", fd);
    long n = HOST(readlinkat, AT_FDCWD, link, name, PATH_BYTES - 1);
    if (n <= 0)
        return false;
    name[n] = 0;
    return true;
}

/*
 * Cuts "<mount>/<pid>/file" or "<mount>/<pid>/task/<tid>/file" before the
 * file: its name; *pid is the process's number, or 0 if it has none.
 */
static const char *proc_split(char *name, unsigned long *pid)
{
    char *file = (char *)text_basename(name);
    const char *end, *word;
    *pid = 0;
    if (file == name)
        return file;
    file[-1] = 0;
    word = text_basename(name);
    end = text_number(word, pid);
    if (!end || *end) {
        *pid = 0;
        return file;
    }
    /* A task's directory: the process is two levels up. */
    size_t len = (size_t)(word - name);
    if (len > 6 && memcmp(word - 6, "/task/", 6) == 0) {
        char *slash = (char *)word - 6;
        unsigned long above;
        *slash = 0;
        end = text_number(text_basename(name), &above);
        *slash = '/';
        if (end && *end == 0)
            *pid = above;
    }
    return file;
}

/* Does the process run Ferry, as this one does? */
static bool process_is_ferry(unsigned long pid)
{
    struct stat ours, theirs;
    char name[40];
    print_buf(name, sizeof name, "/proc/%lu/exe", pid);
    return HOST(stat, "/proc/self/exe", &ours) == 0 &&
           HOST(stat, name, &theirs) == 0 && ours.st_ino == theirs.st_ino &&
           ours.st_dev == theirs.st_dev;
}

/*
 * Reads the hexadecimal number of a mapping's first line; returns what stands
 * behind it, or NULL if there is none or no range or list follows.
 */
static const char *line_address(const char *line, uint64_t *address)
{
    const char *p = line_hex(line, address);
    return p && (*p == '-' || *p == ' ') ? p : NULL;
}

/* The entry point of the program that process pid runs; 0, or -errno. */
static long process_entry(unsigned long pid, uint64_t *entry)
{
    uint64_t words[2] = {0, 0};
    char name[40];
    print_buf(name, sizeof name, "/proc/%lu/auxv", pid);
    long fd = HOST(openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fd;
    while (HOST(read, fd, words, sizeof words) == sizeof words &&
           words[0] != AT_ENTRY && words[0] != AT_NULL)
        ;
    HOST(close, fd);
    *entry = words[1];
    return words[0] == AT_ENTRY ? 0 : -ENOENT;
}

/*
 * The file mapped at the address in a line of maps, and the name of its link
 * in map_files; false: not there.
 */
static bool line_file(const char *line, size_t len, uint64_t address,
                      char *file, char *link)
{
    uint64_t start, end;
    const char *p = line_address(line, &start);
    if (!p || *p != '-' || !line_address(p + 1, &end) || address < start ||
        address >= end)
        return false;
    while (p < line + len && *p != '/')
        p++;
    size_t n = (size_t)(line + len - p);
    if (n < 2 || n > PATH_BYTES)
        return false;
    memcpy(file, p, n - 1);
    file[n - 1] = 0;
    print_buf(link, LINK_BYTES, "%lx-%lx", start, end);
    return true;
}

/*
 * The program of a process that runs Ferry: the file mapped where its auxiliary
 * vector, which is the guest's, has the entry point.  0, or -errno.
 */
static long process_program(unsigned long pid, char *file, char *link)
{
    struct lines in = {.start = 0};
    uint64_t entry;
    bool found = false;
    char name[40], *line;
    size_t len;
    long fd = process_entry(pid, &entry);
    if (fd)
        return fd;
    print_buf(name, sizeof name, "/proc/%lu/maps", pid);
    fd = HOST(openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fd;
    in.fd = (int)fd;
    while (!found && (line = lines_next(&in, &len)))
        found = line_file(line, len, entry, file, link);
    HOST(close, fd);
    return found ? 0 : -ENOENT;
}

/* Then nothing is known; by any other error there is no such file. */
static bool is_shortage(long err)
{
    return err == -EMFILE || err == -ENFILE || err == -ENOMEM;
}

/* The same as exe_owner() where no descriptor is to be had: err says why. */
static long exe_owner_by_inode(int dirfd, uint64_t name, long err)
{
    struct stat own, there;
    if (HOST(newfstatat, AT_FDCWD, "/proc/self/exe", &own,
             AT_SYMLINK_NOFOLLOW) ||
        HOST(newfstatat, dirfd, name, &there, AT_SYMLINK_NOFOLLOW) ||
        own.st_dev != there.st_dev)
        return 0;
    return own.st_ino == there.st_ino ? HOST(getpid) : err;
}

/*
 * Whose exe link name is, as the host looks it up; 0: it is none.  -errno if
 * that can't be found out.
 */
static long exe_owner(int dirfd, uint64_t name)
{
    const char *host = (const char *)(uintptr_t)name;
    char text[PATH_BYTES];
    unsigned long pid = 0;
    long n = host_strnlen(host, PATH_BYTES);
    if (n < 3 || n >= PATH_BYTES || host_copy(text, host + n - 3, 3) ||
        memcmp(text, "exe", 3) != 0)
        return 0;
    long fd = HOST(openat, dirfd, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return is_shortage(fd) ? exe_owner_by_inode(dirfd, name, fd) : 0;
    if (!proc_name((int)fd, text) || !text_equal(proc_split(text, &pid), "exe"))
        pid = 0;
    HOST(close, fd);
    return (long)pid;
}

uint64_t proc_mapping_start(const char *name)
{
    uint64_t start;
    const char *p = line_address(name, &start);
    if (!p || *p++ != '-')
        return 0;
    name = p;
    while ((*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'f'))
        p++;
    return p > name && *p == 0 ? start : 0;
}

bool proc_lists_mappings(int fd)
{
    char name[PATH_BYTES];
    unsigned long pid;
    return proc_name(fd, name) &&
           text_equal(proc_split(name, &pid), "map_files") && pid &&
           process_is_ferry(pid);
}

bool proc_mapping_hidden(struct task *t, int dirfd, uint64_t name)
{
    const char *host = (const char *)(uintptr_t)name;
    char text[PATH_BYTES + 2] = ".";
    long n = host_strnlen(host, PATH_BYTES);
    if (n <= 0 || n >= PATH_BYTES || host_copy(text, host, (size_t)n))
        return false;
    text[n] = 0;
    char *base = (char *)text_basename(text);
    if (proc_mapping_start(base) < t->mm->space.limit)
        return false;
    /* A name in dirfd itself: ".". */
    memcpy(base, ".", 2);
    long fd = HOST(openat, dirfd, text, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool hidden = proc_lists_mappings((int)fd);
    HOST(close, fd);
    return hidden;
}

/* Does a task of process pid run in t's address space? */
static bool process_is_here(struct task *t, unsigned long pid)
{
    bool here = false;
    lock_take(&t->mm->tasks_lock);
    for (struct task *other = t->mm->tasks; other; other = other->mm_next)
        here |= other->tgroup->tgid == (int)pid;
    lock_drop(&t->mm->tasks_lock);
    return here;
}

static enum proc_file memory_file(const char *file)
{
    return text_equal(file, "mem")       ? PROC_MEM
           : text_equal(file, "pagemap") ? PROC_PAGEMAP
                                         : PROC_OTHER;
}

enum proc_file proc_memory(struct task *t, int fd, bool *own)
{
    char name[PATH_BYTES];
    unsigned long pid;
    if (!proc_name(fd, name))
        return PROC_OTHER;
    enum proc_file file = memory_file(proc_split(name, &pid));
    if (file == PROC_OTHER || !pid)
        return PROC_OTHER;
    *own = process_is_here(t, pid);
    return *own || process_is_ferry(pid) ? file : PROC_OTHER;
}

/*
 * file as proc_exe()'s; link, or "" where the file is not mapped any more,
 * leads to it even if it has no name.
 */
static long exe_find(struct task *t, int dirfd, uint64_t name, char *file,
                     char *link)
{
    long owner = exe_owner(dirfd, name);
    unsigned long pid = (unsigned long)owner;
    const char *own = t->tgroup->program->path;
    char range[LINK_BYTES];
    *link = 0;
    if (owner <= 0)
        return owner;
    bool here = (int)pid == t->tgroup->tgid;
    if (!here && !process_is_ferry(pid))
        return 0;
    long err = process_program(pid, file, range);
    if (!err)
        print_buf(link, 2 * LINK_BYTES, "/proc/%lu/map_files/%s", pid, range);
    else if (here) /* the program has unmapped itself */
        memcpy(file, own, text_length(own) + 1);
    else
        return is_shortage(err) ? err : 0;
    return 1;
}

long proc_exe(struct task *t, int dirfd, uint64_t name, char *file)
{
    char link[2 * LINK_BYTES];
    return exe_find(t, dirfd, name, file, link);
}

long proc_exe_open(struct task *t, int dirfd, uint64_t name, char *file)
{
    char link[2 * LINK_BYTES];
    long found = exe_find(t, dirfd, name, file, link);
    if (found <= 0)
        return found;
    /* Only who may checkpoint processes may follow the link. */
    long fd = *link ? HOST(openat, AT_FDCWD, link, O_PATH | O_CLOEXEC) : -1;
    if (fd >= 0) {
        HOST(close, fd);
        memcpy(file, link, text_length(link) + 1);
    }
    return 1;
}

/* maps, smaps and numa_maps up to the guest's limit; addresses ascend. */
static void maps_copy(struct task *t, bool own, int fd, struct print *out)
{
    struct lines in = {.fd = fd};
    char *line;
    size_t len;
    while ((line = lines_next(&in, &len))) {
        uint64_t address;
        bool head = line_address(line, &address) != NULL;
        if (head && address >= t->mm->space.limit)
            break;
        if (head && own && address == t->mm->vdso && len > 1) {
            print_bytes(out, line, len - 1);
            for (size_t column = len - 1; column < NAME_COLUMN; column++)
                print_char(out, ' ');
            print_str(out, "[vdso]\n");
            continue;
        }
        print_bytes(out, line, len);
    }
}

/* One description for each processor that the host shows. */
static void cpuinfo_write(struct task *t, int fd, struct print *out)
{
    struct lines in = {.fd = fd};
    unsigned count = 0;
    char *line;
    size_t len;
    while ((line = lines_next(&in, &len)))
        if (text_starts(line, "processor"))
            t->abi->cpuinfo(count++, out);
}

static bool is_maps(const char *file)
{
    return text_equal(file, "maps") || text_equal(file, "smaps") ||
           text_equal(file, "numa_maps");
}

bool proc_lists_descriptors(struct task *t, int fd)
{
    char name[PATH_BYTES];
    unsigned long pid;
    if (!proc_name(fd, name))
        return false;
    const char *file = proc_split(name, &pid);
    return (text_equal(file, "fd") || text_equal(file, "fdinfo")) &&
           (int)pid == t->tgroup->tgid;
}

/* Writes what the guest is to see to out; false: the file as it is. */
static bool file_emulate(struct task *t, int fd, char *name, struct print *out)
{
    unsigned long pid;
    const char *file = proc_split(name, &pid);
    if (pid && is_maps(file) && process_is_ferry(pid)) {
        maps_copy(t, (int)pid == t->tgroup->tgid, fd, out);
        return true;
    }
    if (!pid && text_equal(file, "cpuinfo") && t->abi->cpuinfo) {
        cpuinfo_write(t, fd, out);
        return true;
    }
    return false;
}

/* Puts a read-only descriptor of memfd's at fd. */
static long file_replace(int fd, int memfd, int flags)
{
    char name[32];
    print_buf(name, sizeof name, "/proc/self/fd/%d", memfd);
    long ro = HOST(openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
    if (ro < 0)
        return ro;
    long r = HOST(dup3, ro, fd, flags & O_CLOEXEC);
    HOST(close, ro);
    return r;
}

long proc_opened(struct task *t, int fd, int flags)
{
    char name[PATH_BYTES], buf[4096];
    struct print out;
    struct file_limit limit;
    if (!proc_name(fd, name))
        return fd;
    const char *file = text_basename(name);
    if (memory_file(file) != PROC_OTHER)
        t->files->proc_memory = true;
    if ((flags & O_ACCMODE) || (!is_maps(file) && !text_equal(file, "cpuinfo")))
        return fd;
    long memfd = memfd_open(file, 0);
    if (memfd < 0)
        return fd;
    if (!file_limit_lift(&limit, SNAPSHOT_BYTES)) {
        HOST(close, memfd);
        return fd; /* the host's, rather than none */
    }
    print_init(&out, buf, sizeof buf, (int)memfd);
    long r = fd;
    if (file_emulate(t, fd, name, &out)) {
        print_flush(&out);
        r = file_replace(fd, (int)memfd, flags);
        if (r < 0)
            HOST(close, fd);
    }
    file_limit_restore(&limit);
    HOST(close, memfd);
    return r;
}
