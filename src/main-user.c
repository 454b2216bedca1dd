// SPDX-License-Identifier: MIT
/*
 * ferry: runs a Linux program built for another processor.
 *
 * Wires options, loader, address space, translator and personality together;
 * each step is in a function of its own, in the order of main().
 */
#define _GNU_SOURCE
#include "config.h"

#include "arena.h"
#include "isa.h"
#include "linux-user/elf-header.h"
#include "linux-user/exec-target.h"
#include "linux-user/exec.h"
#include "linux-user/files.h"
#include "linux-user/hostcall.h"
#include "linux-user/loader.h"
#include "linux-user/path.h"
#include "linux-user/script.h"
#include "linux-user/start.h"
#include "linux-user/task.h"
#include "linux-user/vdso.h"
#include "log.h"
#include "options.h"
#include "translator.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/auxvec.h>
#include <linux/binfmts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/rseq.h>
#include <sys/stat.h>
#include <unistd.h>

/* Words of the options that an image leaves to the next. */
#define WORDS_MAX 64

/* What is to be run, and how it came here. */
struct start {
    bool resumed; /* an exec of Ferry's own: state is valid */
    struct exec_state state;
    struct program program;
    struct loader_program load;
    struct script script; /* what it is told to run, if it is one */
    struct elf_header header;
    const struct abi *abi;
    int status;
};

static struct start start;

static _Noreturn void no_memory(void)
{
    report("no memory");
    exit(126);
}

static const struct isa *isa_named(const char *name)
{
    return abi_default(name)->isa;
}

/* The file's canonical name, else the one that was given. */
static const char *file_name(int fd, const char *given)
{
    static char name[PATH_BYTES];
    char link[32];
    long n;

    print_buf(link, sizeof(link), "/proc/self/fd/%d", fd);
    n = HOST(readlinkat, AT_FDCWD, link, name, sizeof(name) - 1);
    return n > 0 && name[0] == '/' ? name : given;
}

/*
 * The options that the last image left; *path is the program's.  Under
 * AT_SECURE there are none, and the program is what this process may execute.
 */
static bool options_resume(struct exec_state *state, const char **path)
{
    static char *words[WORDS_MAX + 1];
    static char *nothing[] = {NULL}, *plain[] = {"ferry", "x", NULL};
    const char *p = state->options, *end = p + state->options_bytes;
    int count = 0, at, status;

    if (!p) {
        long err = exec_target_permitted(state->target);

        *path = file_name(state->target, state->exec_path);
        if (err)
            report("%s: %s", *path, error_text(err));
        /* What they are without any: the host's features. */
        return err == 0 &&
               options_parse(2, plain, nothing, isa_named, &status) > 0;
    }
    for (; p < end && count < WORDS_MAX; p += strlen(p) + 1)
        words[count++] = (char *)(uintptr_t)p;
    options.resumed = true;
    at = options_parse(count, words, nothing, isa_named, &status);
    if (at < 0)
        return false;
    *path = words[at];
    return true;
}

/*
 * An absolute path is the host's on the command line; *below is set if one
 * below -L is meant instead, and NULL if that is not there either.
 */
static void path_below_root(const char *path, const char **below)
{
    static char name[2 * PATH_BYTES];

    *below = NULL;
    if (!options.root || path[0] != '/')
        return;
    print_buf(name, sizeof(name), "%s%s", options.root, path);
    if (access(name, F_OK) == 0)
        *below = name;
}

static bool fail(struct start *s, const char *path, long error)
{
    const char *below;

    path_below_root(path, &below);
    if (error == -ENOENT && below)
        report("%s: %s (but %s is there)", path, error_text(error), below);
    else if (error == -ENOENT && !strchr(path, '/'))
        report("%s: %s (PATH is not searched)", path, error_text(error));
    else
        report("%s: %s", path, error_text(error));
    s->status = loader_status(error);
    return false;
}

static void program_set(struct start *s, int fd, const char *path)
{
    s->load.fd = fd;
    s->load.path = path;
    s->load.execfn = path;
    s->program =
        (struct program){.path = file_name(fd, path), .exec_path = path};
}

/* Opens the program named on the command line, with a kernel's checks. */
static bool program_open(struct start *s, const char *path)
{
    struct stat st;
    long fd = HOST(openat, AT_FDCWD, path,
                   O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    long err;

    if (host_syscall_failed(fd))
        return fail(s, path, fd);
    err = HOST(fstat, fd, &st);
    if (err)
        return fail(s, path, err);
    if (S_ISDIR(st.st_mode))
        return fail(s, path, -EISDIR);
    err = exec_target_permitted((int)fd);
    if (err)
        return fail(s, path, err);
    program_set(s, (int)fd, path);
    return true;
}

/*
 * What binfmt_misc tells: flag P puts the guest's argv[0] behind the path and
 * says so in AT_FLAGS; flags O and C give the program open in AT_EXECFD.
 */
static bool program_given(struct start *s, char **argv, char **envp)
{
    const char *path = argv[0];
    bool keeps_argv0 =
        (options_auxv(AT_FLAGS) & AT_FLAGS_PRESERVE_ARGV0) && argv[1];

    s->load = (struct loader_program){
        .argv0 = options.argv0, .argv = argv + keeps_argv0, .envp = envp};
    if (!options_auxv_has(AT_EXECFD))
        return program_open(s, path);
    program_set(s, (int)options_auxv(AT_EXECFD), path);
    return true;
}

/* Fills s->load from the record or the command line. */
static bool program_find(struct start *s, int argc, char **argv, char **envp)
{
    const char *execfn = (const char *)options_auxv(AT_EXECFN);
    int at;

    /* What binfmt_misc starts has a name in AT_EXECFN that is not ours. */
    s->resumed = !options_auxv_has(AT_EXECFD) &&
                 exec_state_take(execfn, !options_trusted(), &s->state);
    s->status = 1;
    if (s->resumed) {
        const char *path;

        if (!options_resume(&s->state, &path))
            return false;
        s->load = (struct loader_program){.fd = s->state.target,
                                          .path = path,
                                          .execfn = s->state.exec_path,
                                          .argv = argv,
                                          .envp = envp};
        s->program =
            (struct program){.path = path, .exec_path = s->state.exec_path};
        return true;
    }
    at = options_parse(argc, argv, envp, isa_named, &s->status);
    if (at < 0)
        return false;
    /* ferry-static, ferry-1.2: a name of the file's own. */
    if (options.isa && !abi_of_name(options.isa))
        options.isa = NULL;
    envp = options_environment(envp);
    if (!envp)
        no_memory();
    return program_given(s, argv + at, envp);
}

static void report_machine(const char *path, const struct elf_header *h)
{
    const char *below;

    path_below_root(path, &below);
    if (h->machine == EM_AARCH64)
        report("%s is built for AArch64's 32-bit ABI, which Ferry does not run",
               path);
    else if (h->machine == EM_X86_64 && below)
        report("%s is built for x86-64, which Ferry does not run (but %s is "
               "there)",
               path, below);
    else if (h->machine == EM_X86_64)
        report("%s is built for x86-64, which Ferry does not run: it is this "
               "machine's own",
               path);
    else
        report("%s is built for %s, which Ferry does not run: it runs AArch64",
               path, machine_name(h->machine));
}

static bool is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* -L, or the default root; absolute, without a slash at its end. */
static bool root_find(struct start *s)
{
    static char buf[PATH_BYTES];

    if (s->resumed && s->state.options) {
        s->program.root = s->state.root;
        return true;
    }
    if (options.root) {
        if (!realpath(options.root, buf)) {
            report("-L %s: %s", options.root, error_text(-errno));
            s->status = 1;
            return false;
        }
        if (strcmp(buf, "/") != 0)
            s->program.root = buf;
        return true;
    }
    print_buf(buf, sizeof(buf), "/etc/ferry/%s", s->abi->name);
    if (!is_directory(buf))
        print_buf(buf, sizeof(buf), "/usr/%s", s->abi->triplet);
    if (is_directory(buf))
        s->program.root = buf;
    return true;
}

static bool program_check(struct start *s);

/* A program of the host's runs as if Ferry had not been there. */
static bool script_native(struct start *s)
{
    struct guest_rlimit limit;

    if (start_placed(&limit))
        HOST(prlimit64, 0, RLIMIT_STACK, &limit, 0);
    s->status = script_execute(&s->script, s->load.envp);
    return false;
}

/* The script's interpreter takes its place, as with execve. */
static bool script_check(struct start *s)
{
    const struct exec_target *target = &s->script.target;

    s->abi = abi_default(options.isa);
    if (!root_find(s) ||
        !script_open(&s->script, s->load.fd, s->load.path, s->program.root,
                     s->load.argv, &s->status))
        return false;
    if (target->unreadable)
        return script_native(s);
    s->load.fd = target->fd;
    s->load.path = s->script.label;
    s->load.argv = s->script.argv;
    s->load.argv0 = NULL;
    s->program.path = file_name(target->fd, target->head[0]);
    return program_check(s);
}

/* Reads the ELF header and finds who can run it. */
static bool program_check(struct start *s)
{
    static uint8_t scratch[ELF_SCRATCH_BYTES];
    const struct elf_header *h = &s->header;
    const char *path = s->load.path;
    enum elf_status e = elf_header_read(s->load.fd, &s->header, scratch);
    bool known = e != ELF_NOT_ELF && e != ELF_BAD_FORMAT && e != ELF_READ_ERROR;

    s->status = 126;
    if (e == ELF_NOT_ELF && scratch[0] == '#' && scratch[1] == '!' &&
        !s->resumed && !s->script.argv)
        return script_check(s);
    s->abi = known ? abi_of_machine(h->machine, h->elf_class) : NULL;
    if (known && s->script.argv &&
        (h->machine == EM_X86_64 || h->machine == EM_386))
        return script_native(s);
    if (known && !s->abi) {
        report_machine(path, h);
        return false;
    }
    if (e != ELF_OK) {
        report("%s: %s%s", path, elf_status_text(e),
               e == ELF_BAD_FORMAT && h->data == ELFDATA2MSB ? " (big-endian)"
                                                             : "");
        return false;
    }
    if (options.isa && strcmp(options.isa, s->abi->name) != 0) {
        report("%s is built for %s, but this is ferry-%s", path, s->abi->name,
               options.isa);
        return false;
    }
    return true;
}

/* The guest's stack limit becomes the host's, which enforces it. */
static void limits_set(struct start *s, struct tgroup *g)
{
    struct guest_rlimit *limit = &g->stack_limit;

    if (s->resumed) {
        *limit = s->state.stack_limit;
        memcpy(g->limits, s->state.limits, sizeof(g->limits));
        g->limits_virtual = s->state.limits_virtual;
        HOST(prlimit64, 0, RLIMIT_STACK, limit, 0);
    } else if (start_placed(limit)) {
        HOST(prlimit64, 0, RLIMIT_STACK, limit, 0);
    } else {
        HOST(prlimit64, 0, RLIMIT_STACK, 0, limit);
    }
    if (options.stack_size && !s->resumed) {
        limit->soft = options.stack_size;
        if (limit->soft > limit->hard)
            limit->soft = limit->hard;
        HOST(prlimit64, 0, RLIMIT_STACK, limit, 0);
    }
}

/* From here on the log is the task's. */
static void log_attach(struct files *files)
{
    files->log = *log_sink();
    if (files->log.file > 2)
        files_own(files, files->log.file);
    if (files->log.disas >= 0)
        files_own(files, files->log.disas);
    log_sink_find = task_log_sink;
}

static bool task_make(struct start *s, struct task *t)
{
#ifdef FERRY_SANITIZED
    struct layout layout = layout_sanitizer;
#else
    struct layout layout = layout_default;
#endif
    struct mm *mm;
    struct translator_config config = {.isa = s->abi->isa,
                                       .max_guest = options.one_insn,
                                       .features = options.features,
                                       .counter = vdso_counter,
                                       .stalled = task_code_stalled,
                                       .chain = !options.one_insn};

    if (!options_trusted())
        layout_randomize(&layout, (const uint8_t *)options_auxv(AT_RANDOM));
    mm = mm_new(&layout);
    if (!mm || !task_first(t, mm))
        return false;
    config.mem = &mm->mem;
    mm->translator = translator_create(&config);
    if (!mm->translator || !task_attach(t))
        return false;
    t->tgroup->program = &s->program;
    t->fs->root = s->program.root;
    if (s->resumed) {
        t->fs->removed = s->state.removed;
        t->files->proc_memory = s->state.proc_memory;
    }
    log_attach(t->files);
    if (s->resumed && s->state.image) {
        t->files->image = s->state.image;
        files_own(t->files, s->state.image);
    }
    limits_set(s, t->tgroup);
    return true;
}

/* -d page: where everything is when the guest starts. */
static void page_log(const struct task *t)
{
    const struct mm *mm = t->mm;
    char buf[512];
    struct print out;

    log_begin(&out, buf, sizeof(buf));
    print_fmt(&out, "image 0x%lx-0x%lx, entry 0x%lx, start at 0x%lx\n",
              mm->image_start, mm->image_end, mm->entry, t->cpu->pc);
    print_fmt(&out, "brk 0x%lx, stack 0x%lx, vdso 0x%lx, limit 0x%lx\n",
              mm->space.brk_start, mm->stack_start, mm->vdso, mm->space.limit);
    uspace_print(&out, &t->mm->space);
    log_flush(&out);
}

/* The rest of main() on a stack of Ferry's, which no limit makes short. */
static void load_and_run(struct task *t)
{
    char *tcb = __builtin_thread_pointer();
    struct start *s = &start;

    lock_tid = task_lock_tid;
    lock_stalled = task_lock_stalled;
    lock_lent = lender_drop_for;
    vdso_find_host();
    if (!task_make(s, t))
        no_memory();
    signal_init(t, s->resumed ? &s->state.mask : NULL,
                s->resumed ? s->state.ignored : 0);
    if (!loader_run(t, &s->load, &s->header, &s->status)) {
        log_sync();
        exit(s->status);
    }
    if (s->resumed)
        uspace_inherit_denied(&t->mm->space, s->state.denied_exec);
    HOST(close, s->load.fd);
    if (log_enabled(LOG_PAGE))
        page_log(t);
    start_hand_over(t, __rseq_size ? tcb + __rseq_offset : NULL);
}

int main(int argc, char **argv, char **envp)
{
    struct start *s = &start;
    char **end = envp;
    struct task *t;

    while (*end)
        end++;
    options_start((const uint64_t *)(end + 1));
    if (!host_shadow_stack_off()) {
        report("a user shadow stack is on and locked, under which translated "
               "code can't run");
        return 1;
    }
    start_place(argv, envp);
    if (!program_find(s, argc, argv, envp) || !program_check(s) ||
        !root_find(s))
        return s->status;
    log_disas_start(s->resumed ? s->state.disas : -1);
    t = task_new(s->abi);
    if (!t)
        no_memory();
    start_on_stack(t, load_and_run);
}
