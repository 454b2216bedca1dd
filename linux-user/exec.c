// SPDX-License-Identifier: MIT
/* execve: hands a checked target over to a new image of Ferry. */
#define _GNU_SOURCE
#include "exec.h"

#include "arena.h"
#include "exec-target.h"
#include "files.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "log.h"
#include "options.h"
#include "print.h"
#include "signal-host.h"
#include "syscall.h"
#include "text.h"

#include <fcntl.h>
#include <linux/personality.h>
#include <signal.h>
#include <sys/resource.h>

#define ARGV_MAX (6u << 20) / 8 /* more never fit: fs/exec.c, _STK_LIM */

/*
 * The soft limit for Ferry's own start, where the guest's is extreme, or too
 * small for arguments that the kernel accepts by the guest's: a quarter of it
 * is more than they ever may be.
 */
#define STACK_START (32ul << 20)

/* The options text of exec.h, program's name last. */
struct options_text {
    char buf[EXEC_OPTIONS_BYTES];
    struct print out;
};

static void add_word(struct print *out, const char *word)
{
    print_bytes(out, word, text_length(word) + 1);
}

static void add_option(struct print *out, const char *name, const char *value)
{
    if (!value)
        return;
    add_word(out, name);
    add_word(out, value);
}

/*
 * -D by an absolute name: the directory of the log that is open.  The name
 * itself may hold %d, which the next image fills in anew.
 */
static void add_log_file(struct print *out)
{
    char link[32], name[PATH_BYTES];
    if (!options.log_file || options.log_file[0] == '/') {
        add_option(out, "-D", options.log_file);
        return;
    }
    print_buf(link, sizeof link, "/proc/self/fd/%d", log_sink()->file);
    long n = HOST(readlinkat, AT_FDCWD, link, name, sizeof name - 1);
    if (n <= 0)
        return;
    name[n] = 0;
    print_bytes(out, "-D", 3);
    print_bytes(out, name, (size_t)(text_basename(name) - name));
    add_word(out, text_basename(options.log_file));
}

/* False: it is too long. */
static bool options_write(struct options_text *text, const char *program)
{
    struct print *out = &text->out;
    char size[32];
    print_init(out, text->buf, sizeof text->buf, -1);
    out->flush = NULL;
    add_word(out, "ferry");
    add_option(out, "-cpu", options.cpu);
    add_option(out, "-host", options.host);
    add_option(out, "-r", options.uname);
    add_option(out, "-d", options.log);
    add_log_file(out);
    if (options.stack_size) {
        print_buf(size, sizeof size, "%lu", options.stack_size);
        add_option(out, "-s", size);
    }
    if (options.strace)
        add_word(out, "-strace");
    if (options.one_insn)
        add_word(out, "-one-insn-per-tb");
    if (options.quiet)
        add_word(out, "-quiet");
    add_word(out, "--");
    add_word(out, program);
    return out->used < sizeof text->buf;
}

/* The host's name of the target; without /proc, as it was found. */
static void file_name(const struct exec_target *x, char *buf, size_t size)
{
    char link[32];
    print_buf(link, sizeof link, "/proc/self/fd/%d", x->fd);
    long n = HOST(readlinkat, AT_FDCWD, link, buf, size - 1);
    if (n > 0)
        buf[n] = 0;
    else
        print_buf(buf, size, "%s", x->head_count ? x->head[0] : x->script);
}

/* The start of Ferry's own file, as the linker has placed it. */
extern const char __ehdr_start[64] __attribute__((visibility("hidden")));

/*
 * The name that Ferry was started by leads to the guest's program where
 * binfmt_misc started it.  A file that can't be read is trusted to be Ferry's.
 */
static bool names_image(const char *name)
{
    char head[sizeof __ehdr_start];
    long fd = HOST(openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return true;
    long n = HOST(pread64, fd, head, sizeof head, 0);
    HOST(close, fd);
    return n == sizeof head && memcmp(head, __ehdr_start, sizeof head) == 0;
}

/* Ferry's own image; -errno. */
static long image_open(struct task *t)
{
    if (t->files->image)
        return HOST(fcntl, t->files->image, F_DUPFD_CLOEXEC, 3);
    long fd = HOST(openat, AT_FDCWD, "/proc/self/exe", O_PATH | O_CLOEXEC);
    if (fd >= 0 || !exec_image() || !names_image(exec_image()))
        return fd;
    return HOST(openat, AT_FDCWD, exec_image(), O_PATH | O_CLOEXEC);
}

/* One exec under way. */
struct exec {
    uint64_t mask;                   /* the guest's */
    struct guest_rlimit files_limit; /* the guest's RLIMIT_NOFILE */
    gaddr_t argv, envp;              /* argv may be a list of Ferry's */
};

static void state_fill(struct task *t, const struct exec *e,
                       const struct exec_target *x,
                       const struct options_text *text, struct exec_state *s)
{
    struct tgroup *g = t->tgroup;
    *s = (struct exec_state){
        .options = text->buf,
        .options_bytes = (uint32_t)text->out.used,
        .exec_path = x->script,
        .root = t->fs->root,
        .mask = e->mask | t->sig.own_blocked,
        .files_limit = e->files_limit.soft,
        .limits_virtual = g->limits_virtual,
        .personality = (uint32_t)HOST(personality, 0xffffffff),
        .removed = t->fs->removed,
        .proc_memory = t->files->proc_memory,
        .denied_exec = t->mm->space.mdwe,
        .image = t->files->image,
        .target = x->fd,
        .disas = log_disas_for_exec(),
    };
    for (int sig = 1; sig <= GUEST_NSIG; sig++)
        if ((SIGNALS_OWN & signal_bit(sig)) &&
            t->sighand->actions[sig - 1].handler == 1)
            s->ignored |= signal_bit(sig);
    HOST(prlimit64, 0, RLIMIT_STACK, 0, &s->stack_limit);
    memcpy(s->limits, g->limits, sizeof s->limits);
}

/* The highest of the descriptors that an exec at n hands over. */
static long last_placed(long n, const struct exec_state *state)
{
    return n + (state->disas >= 0 ? 3 : 2);
}

static void close_placed(long n, const struct exec_state *state)
{
    for (long fd = n; fd <= last_placed(n, state); fd++)
        HOST(close, fd);
}

/* fd again at just n, for the next image; -EBUSY: n is taken. */
static long place(int fd, long n)
{
    long r = HOST(fcntl, fd, F_DUPFD, n);
    if (r > n)
        HOST(close, r);
    return r > n ? -EBUSY : r;
}

/*
 * Puts image, record and target at N, N+1 and N+2, and the disassembler's
 * socket at N+3, all free before; state->image: the next image is to have N,
 * too.  Returns N or -errno.
 */
static long place_descriptors(int image, int record,
                              const struct exec_state *state)
{
    const int fds[] = {image, record, state->target, state->disas};
    long n = 3, last, err;
    do {
        n = HOST(fcntl, image, state->image ? F_DUPFD : F_DUPFD_CLOEXEC, n);
        if (n < 0)
            return n;
        err = last = n;
        while (err >= 0 && last < last_placed(n, state)) {
            err = place(fds[last + 1 - n], last + 1);
            last += err >= 0;
        }
        if (err >= 0)
            return n;
        for (long fd = n; fd <= last; fd++)
            HOST(close, fd);
        n = last + 1;
    } while (err == -EBUSY);
    return err == -EINVAL ? -EMFILE : err;
}

/* A stack limit under which the kernel lays Ferry out as usual. */
static void stack_limit_set(const struct guest_rlimit *now)
{
    struct guest_rlimit ours = {STACK_START, now->hard};
    if (ours.soft > now->hard)
        ours.soft = now->hard;
    HOST(prlimit64, 0, RLIMIT_STACK, &ours, 0);
}

static bool stack_limit_usual(const struct guest_rlimit *now)
{
    return now->soft >= 1ul << 20 && now->soft <= 1ul << 30;
}

/*
 * Held signals wait in the kernel for the next image, which holds them again;
 * if there is none they come back when the mask is restored.
 */
static void held_queue(struct task *t)
{
    uint64_t all = ~0ull;
    HOST(rt_sigprocmask, SIG_SETMASK, &all, 0, 8);
    signal_held_queue(t, true);
}

/* Executes the image whose descriptors stand at n; returns if that fails. */
static long execute_placed(struct task *t, const struct exec *e, long n,
                           const struct exec_state *state)
{
    if (!stack_limit_usual(&state->stack_limit))
        stack_limit_set(&state->stack_limit);
    if (state->personality & ADDR_COMPAT_LAYOUT)
        HOST(personality, state->personality & ~ADDR_COMPAT_LAYOUT);
    held_queue(t);
    log_sync();
    long err = HOST(execveat, n, "", e->argv, e->envp, AT_EMPTY_PATH);
    if (err == -E2BIG) {
        /* By the guest's limit they fit: ours has a longer name to tell. */
        stack_limit_set(&state->stack_limit);
        err = HOST(execveat, n, "", e->argv, e->envp, AT_EMPTY_PATH);
    }
    HOST(personality, state->personality);
    HOST(prlimit64, 0, RLIMIT_STACK, &state->stack_limit, 0);
    close_placed(n, state);
    return err;
}

/* The list of own descriptors may be full, or none to be had: no image. */
static void image_keep(struct task *t)
{
    struct files *files = t->files;
    long image = image_open(t);
    if (image < 0)
        return;
    long high = HOST(fcntl, image, F_DUPFD_CLOEXEC, EXEC_IMAGE_LOW);
    if (high >= 0) {
        HOST(close, image);
        image = high;
    }
    files->image = (int)image;
    if (!files_own(files, files->image)) {
        HOST(close, files->image);
        files->image = 0;
    }
}

void exec_image_keep(struct task *t)
{
    lock_take(&t->tgroup->exec);
    if (!t->files->image)
        image_keep(t);
    lock_drop(&t->tgroup->exec);
}

/*
 * Puts the limits that Ferry keeps into the kernel; was: what they were.  A
 * hard limit can't be taken back, so it is lowered only if nothing can fail
 * any more.
 */
static void limits_hand_over(const struct tgroup *g, bool certain,
                             struct guest_rlimit *was)
{
    for (unsigned i = 0; i < ARRAY_SIZE(g->limits); i++) {
        struct guest_rlimit new = g->limits[i];
        if (!(g->limits_virtual >> i & 1))
            continue;
        HOST(prlimit64, 0, i, 0, &was[i]);
        if (!certain)
            new.hard = was[i].hard;
        HOST(prlimit64, 0, i, &new, 0);
    }
}

static void limits_take_back(const struct tgroup *g,
                             const struct guest_rlimit *was)
{
    for (unsigned i = 0; i < ARRAY_SIZE(g->limits); i++)
        if (g->limits_virtual >> i & 1)
            HOST(prlimit64, 0, i, &was[i], 0);
}

/*
 * The same for a program of the host's, as the guest reached it.  It gets the
 * guest's signals and limits; all of it is taken back if the kernel refuses.
 */
static long start_native(struct task *t, const struct exec *e,
                         struct exec_target *x)
{
    struct host_sigaction actions[GUEST_NSIG + 1];
    struct guest_rlimit limits[ARRAY_SIZE(t->tgroup->limits)];
    int dirfd = x->path.dirfd;
    bool certain = t->tgroup->limits_virtual && exec_target_certain(x);
    exec_target_close(x);
    /* A kernel before 6.14 does not know how to be asked: EINVAL. */
    long err = HOST(execveat, dirfd, x->path.name, e->argv, e->envp,
                    x->flags | AT_EXECVE_CHECK);
    if (err && err != -EINVAL)
        return err;
    for (int sig = 1; sig <= GUEST_NSIG; sig++)
        if (SIGNALS_OWN & signal_bit(sig))
            HOST(rt_sigaction, sig, 0, &actions[sig], 8);
    limits_hand_over(t->tgroup, err == 0 && certain, limits);
    HOST(prlimit64, 0, RLIMIT_NOFILE, &e->files_limit, 0);
    log_sync();
    signal_hand_over(t, e->mask);
    err = HOST(execveat, dirfd, x->path.name, e->argv, e->envp, x->flags);
    for (int sig = 1; sig <= GUEST_NSIG; sig++)
        if (SIGNALS_OWN & signal_bit(sig))
            HOST(rt_sigaction, sig, &actions[sig], 0, 8);
    limits_take_back(t->tgroup, limits);
    return err == -ENOEXEC && x->unreadable ? -EACCES : err;
}

/*
 * Where Ferry's image has no name, as in a root without /proc that
 * binfmt_misc's flag F has started it in, the kernel knows it: it starts
 * Ferry anew, with what the environment says.
 */
static long start_registered(struct task *t, const struct exec *e,
                             struct exec_target *x, long why)
{
    if (why != -ENOENT && why != -ENOTDIR && why != -EACCES)
        return why;
    long err = start_native(t, e, x);
    return err == -ENOEXEC ? why : err;
}

/* Executes Ferry's image for the target; returns only if that fails. */
static long start_image(struct task *t, const struct exec *e,
                        struct exec_target *x)
{
    struct options_text text;
    struct exec_state state;
    char program[PATH_BYTES];
    file_name(x, program, sizeof program);
    if (!options_write(&text, program))
        return -E2BIG;
    state_fill(t, e, x, &text, &state);
    int record = exec_state_write(&state);
    if (record < 0)
        return record;
    long image = image_open(t);
    if (image < 0) {
        HOST(close, record);
        return start_registered(t, e, x, image);
    }
    long n = place_descriptors((int)image, record, &state);
    HOST(close, image);
    HOST(close, record);
    return n < 0 ? n : execute_placed(t, e, n, &state);
}

/* Bytes of the heads' strings. */
static size_t heads_bytes(const struct exec_target *x)
{
    size_t bytes = 0;
    for (unsigned i = 0; i < x->head_count; i++)
        bytes += text_length(x->head[i]) + 1;
    return bytes;
}

/*
 * A kernel puts the heads into the room of argv[0], and does not count their
 * pointers: asked with one string as long as they all, in the list's word
 * before the rest, it knows whether they fit.
 */
static long heads_fit(const struct exec_target *x, const struct exec_call *call,
                      uint64_t *rest, char *text)
{
    uint64_t last = rest[-1];
    memset(text, 'x', heads_bytes(x) - 1);
    rest[-1] = (uintptr_t)text;
    long r = HOST(execveat, call->dirfd, call->name, rest - 1, call->envp,
                  call->flags | AT_EXECVE_CHECK);
    rest[-1] = last;
    return r == -E2BIG ? r : 0;
}

/*
 * The argument list with x->head in the place of argv[0], in pages of the
 * task's; *list is argv itself if nothing is replaced.
 */
static long arguments_build(struct task *t, const struct exec_target *x,
                            const struct exec_call *call, gaddr_t *list)
{
    gaddr_t word = 1, argv = call->argv;
    size_t count = 0;
    *list = argv;
    if (x->head_count == 0)
        return 0;
    while (argv && word) {
        if (guest_read(t, &word, argv + 8 * count, 8))
            return -EFAULT;
        if (word && ++count > ARGV_MAX)
            return -E2BIG;
    }
    size_t tail = count ? count - 1 : 0;
    size_t words = 8 * (x->head_count + tail + 1);
    uint64_t *out = pages_map(words + heads_bytes(x));
    if (!out)
        return -ENOMEM;
    t->exec_list = out;
    t->exec_list_bytes = words + heads_bytes(x);
    for (unsigned i = 0; i < x->head_count; i++)
        out[i] = (uintptr_t)x->head[i];
    if (tail && guest_read(t, out + x->head_count, argv + 8, 8 * tail))
        return -EFAULT;
    *list = (uintptr_t)out;
    return heads_fit(x, call, out + x->head_count, (char *)out + words);
}

void exec_list_free(struct task *t)
{
    if (t->exec_list)
        pages_unmap(t->exec_list, t->exec_list_bytes);
    t->exec_list = NULL;
}

/*
 * A script of the host's programs alone is the kernel's whole, which names the
 * process after it; not where one of the names leads into ROOT.
 */
static void script_give(const struct exec_call *call, struct exec_target *x)
{
    if (!x->native || !x->head_count || !x->plain)
        return;
    x->path.dirfd = call->dirfd;
    x->path.name = call->name;
    x->flags = call->flags;
    x->head_count = 0;
}

/* Finds the target and starts it; returns only if that fails. */
static long exec_try(struct task *t, struct exec e,
                     const struct exec_call *call)
{
    struct exec_target x;
    long err = exec_target_open(t, call, &x);
    if (err || (call->flags & AT_EXECVE_CHECK))
        return err;
    script_give(call, &x);
    err = arguments_build(t, &x, call, &e.argv);
    if (!err)
        err = x.native ? start_native(t, &e, &x) : start_image(t, &e, &x);
    exec_list_free(t);
    exec_target_close(&x);
    return err;
}

long exec_program(struct task *t, int dirfd, gaddr_t name, gaddr_t argv,
                  gaddr_t envp, int flags)
{
    const struct exec_call call = {dirfd, flags, name, argv, envp};
    struct exec e = {.argv = argv, .envp = envp};
    if (!signal_block_all(t, MASK_ASYNC, &e.mask))
        return SYSCALL_UNDONE;
    lock_take(&t->tgroup->exec);
    HOST(prlimit64, 0, RLIMIT_NOFILE, 0, &e.files_limit);
    long err = exec_try(t, e, &call);
    if (err == -EMFILE) {
        /* The descriptors that are missing are Ferry's, not the guest's. */
        struct guest_rlimit most = {e.files_limit.hard, e.files_limit.hard};
        HOST(prlimit64, 0, RLIMIT_NOFILE, &most, 0);
        err = exec_try(t, e, &call);
        HOST(prlimit64, 0, RLIMIT_NOFILE, &e.files_limit, 0);
    }
    lock_drop(&t->tgroup->exec);
    signal_unblock(t, e.mask);
    return err;
}
