// SPDX-License-Identifier: MIT
/*
 * What execve answers, case by case: paths, descriptors, `#!` lines, damaged
 * ELF files, and to the byte how long arguments may be.
 */
#include "show.h"

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/socket.h>

#ifndef AT_EXECVE_CHECK
#    define AT_EXECVE_CHECK 0x10000
#endif

static char *const no_args[] = {"x", NULL}, *const no_env[] = {NULL};
static char *const bad_list[] = {"x", (char *)8, NULL};
static char *const *const bad = (char *const *)8;

/* One call in a child: its error, or how what it started ended. */
static int run(int dir, const char *path, char *const argv[],
               char *const envp[], int flags)
{
    int status;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        long r = syscall(SYS_execveat, dir, path, argv, envp, flags);
        _exit(r == 0 ? 254 : errno);
    }
    waitpid(pid, &status, 0);
    return status;
}

static void show(const char *text, int status)
{
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
    printf("%s: %s\n", text,
           code == 0     ? "runs"
           : code == 254 ? "may run"
           : code == 255 ? "signal"
                         : strerrorname_np(code));
    fflush(stdout);
}

static void write_file(const char *name, const void *bytes, size_t n, int mode)
{
    int fd = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    write(fd, bytes, n);
    fchmod(fd, mode);
    close(fd);
}

struct path_case {
    const char *text, *path;
    char *const *argv, *const *envp;
};

static void make_files(void)
{
    write_file("text", "just text\n", 10, 0755);
    write_file("plain", "#!/bin/sh\n", 10, 0644);
    write_file("secret", "x", 1, 0);
    write_file("empty", "", 0, 0755);
    mkdir("dir", 0755);
    mkdir("closed", 0);
    mkfifo("fifo", 0755);
    symlink("text", "link");
    symlink("nowhere", "dangling");
    symlink("loop", "loop");
    symlink("p", "s1");
    for (int i = 2; i <= 41; i++) {
        char to[8], name[8];
        sprintf(to, "s%d", i - 1);
        sprintf(name, "s%d", i);
        symlink(to, name);
    }
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    struct {
        unsigned short family;
        char path[20];
    } name = {AF_UNIX, "socket"};
    bind(fd, (struct sockaddr *)&name, sizeof name);
    chmod("socket", 0755);
    close(fd);
}

static void show_paths(void)
{
    static char longest[5000];
    static const struct path_case cases[] = {
        {"itself", "p", no_args, no_env},
        {"no arguments", "p", NULL, NULL},
        {"missing", "nothing", no_args, no_env},
        {"missing directory", "nothing/x", no_args, no_env},
        {"below a file", "text/x", no_args, no_env},
        {"a file and a slash", "text/", no_args, no_env},
        {"text", "text", no_args, no_env},
        {"empty", "empty", no_args, no_env},
        {"not executable", "plain", no_args, no_env},
        {"no rights at all", "secret", no_args, no_env},
        {"directory", "dir", no_args, no_env},
        {"directory and a slash", "dir/", no_args, no_env},
        {"dot", ".", no_args, no_env},
        {"root", "/", no_args, no_env},
        {"fifo", "fifo", no_args, no_env},
        {"socket", "socket", no_args, no_env},
        {"device", "/dev/null", no_args, no_env},
        {"file of /proc", "/proc/version", no_args, no_env},
        {"link to text", "link", no_args, no_env},
        {"dangling link", "dangling", no_args, no_env},
        {"link to itself", "loop", no_args, no_env},
        {"forty links", "s40", no_args, no_env},
        {"forty-one links", "s41", no_args, no_env},
        {"empty path", "", no_args, no_env},
        {"no path", NULL, no_args, no_env},
        {"bad path", (char *)8, no_args, no_env},
        {"too long a path", longest, no_args, no_env},
        {"bad list", "p", bad, no_env},
        {"bad environment", "p", no_args, bad},
        {"bad argument", "p", bad_list, no_env},
        {"bad variable", "p", no_args, bad_list},
        {"text, bad list", "text", bad, no_env},
        {"text, bad variable", "text", no_args, bad_list},
        {"missing, bad list", "nothing", bad, no_env},
        {"not executable, bad list", "plain", bad, no_env},
    };
    memset(longest, 'x', sizeof longest - 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct path_case *c = &cases[i];
        show(c->text, run(AT_FDCWD, c->path, c->argv, c->envp, 0));
    }
    char name[4097];
    memset(name, '/', sizeof name);
    strcpy(name + 4094, "x");
    show("longest path", run(AT_FDCWD, name, no_args, no_env, 0));
    strcpy(name + 4095, "x");
    show("one longer", run(AT_FDCWD, name, no_args, no_env, 0));
}

static void show_descriptors(void)
{
    int file = open("p", O_RDONLY), text = open("text", O_RDONLY);
    int dir = open("dir", O_RDONLY), null = open("/dev/null", O_RDONLY);
    int fifo = open("fifo", O_PATH), link = open("link", O_PATH | O_NOFOLLOW);
    int by_path = open("p", O_PATH), fds[2], here = open(".", O_RDONLY);
    int closing = open(".", O_RDONLY | O_CLOEXEC);
    const int empty = AT_EMPTY_PATH, check = AT_EXECVE_CHECK;
    const struct {
        const char *text, *path;
        int fd, flags;
    } cases[] = {
        {"a program's", "", file, empty},
        {"by O_PATH", "", by_path, empty},
        {"text's", "", text, empty},
        {"no flag", "", file, 0},
        {"closed", "", 999, empty},
        {"closed, with a name", "p", 999, 0},
        {"-1", "", -1, empty},
        {"the current directory", "", AT_FDCWD, empty},
        {"a directory's", "", dir, empty},
        {"a device's", "", null, empty},
        {"a fifo's", "", fifo, empty},
        {"a link's", "", link, empty},
        {"below a file", "x", file, 0},
        {"below a directory", "p", here, 0},
        {"a link not followed", "link", AT_FDCWD, AT_SYMLINK_NOFOLLOW},
        {"a file not followed", "p", AT_FDCWD, AT_SYMLINK_NOFOLLOW},
        {"a name and the flag", "p", AT_FDCWD, empty},
        {"unknown flag", "p", AT_FDCWD, 1},
        {"unknown flag, no file", "nothing", AT_FDCWD, 1},
        {"unknown flag, empty", "", AT_FDCWD, 1},
        {"unknown flag, bad path", (char *)8, AT_FDCWD, 1},
        {"script by a directory", "script", here, 0},
        {"script by a closing one", "script", closing, 0},
        {"asked: itself", "p", AT_FDCWD, check},
        {"asked: text", "text", AT_FDCWD, check},
        {"asked: no rights", "plain", AT_FDCWD, check},
        {"asked: a descriptor", "", file, empty | check},
        {"asked: nothing", "nothing", AT_FDCWD, check},
    };
    write_file("script", "#!./p\n", 6, 0755);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        show(cases[i].text,
             run(cases[i].fd, cases[i].path, no_args, no_env, cases[i].flags));
    pipe(fds);
    show("a pipe's", run(fds[0], "", no_args, no_env, empty));
    socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
    show("a socket's", run(fds[0], "", no_args, no_env, empty));
    show("asked, bad list", run(AT_FDCWD, "text", bad, no_env, check));
    if (run(AT_FDCWD, "p", no_args, no_env, check) == EINVAL << 8)
        return; /* a kernel that can't be asked does not say ETXTBSY */
    write_file("busy", "#!./p\n", 6, 0755);
    int busy = open("busy", O_WRONLY);
    show("open for writing", run(AT_FDCWD, "busy", no_args, no_env, 0));
    close(busy);
    write_file("by-busy", "#!./busy\n", 9, 0755);
    show("written", run(AT_FDCWD, "busy", no_args, no_env, 0));
    busy = open("busy", O_WRONLY);
    show("its interpreter", run(AT_FDCWD, "by-busy", no_args, no_env, 0));
    close(busy);
}

/* A `#!` line of n bytes; what the program at its end was given. */
static void show_line(const char *text, const char *line, size_t n)
{
    char *args[] = {"zero", "one", NULL};
    write_file("line", line, n, 0755);
    printf("%s:\n", text);
    show("  ", run(AT_FDCWD, "./line", args, no_env, 0));
}

static void show_lines(void)
{
#define LINE(text) show_line(#text, text, sizeof text - 1)
    LINE("#!./show\n");
    LINE("#!./show");
    LINE("#!./show a b \t\n");
    LINE("#!./show a b \t");
    LINE("#!./show  ");
    LINE("#!./show  \n");
    LINE("#!  ./show\ta\n");
    LINE("#!./show a\0b\nc");
    LINE("#!./show\0a b\nc");
    LINE("#!./show a \0b\nc");
    LINE("#!./show \0b\nc");
    LINE("#!./show\r\n");
    LINE("#!");
    LINE("#!\n");
    LINE("#! ");
    LINE("#! \n");
    LINE("#!\0\n./show");
    LINE("#!  \0\n./show");
    LINE("#");
    LINE("# !./show");
    LINE("#!./nothing\n");
    LINE("#!./dir\n");
    LINE("#!./plain\n");
    LINE("#!./text\n");
    LINE("#!./loop\n");
    LINE("#!./fifo\n");
    LINE("#!./line\n");
    char line[300];
    for (size_t n = 253; n < 258; n++) {
        for (int kind = 0; kind < 4; kind++) {
            memset(line, 'a', sizeof line);
            memcpy(line, "#!./show ", 9);
            if (kind == 1)
                memset(line + 8, ' ', sizeof line - 8);
            if (kind == 2)
                memset(line + 2, ' ', n - 2);
            if (kind == 3) /* a name as long as the line */
                memset(line + 2, '/', n - 2);
            line[n] = '\n';
            printf("kind %d, newline at %zu\n", kind, n);
            show_line("cut", line, n + 1);
            show_line("not ended", line, n);
            memcpy(line + n - 4, "show", 4);
            show_line("a name at its end", line, n);
            line[n] = ' ';
            show_line("a blank behind", line, sizeof line);
        }
    }
}

/* Chains: n scripts, then the program, nothing, or no program's name. */
static void show_chains(void)
{
    static const char *const ends[] = {"show", "nothing", "text", "blank"};
    write_file("blank", "#! \n", 4, 0755);
    for (int e = 0; e < 4; e++)
        for (int n = 4; n < 8; n++) {
            char name[20], text[40];
            for (int i = 1; i <= n; i++) {
                snprintf(name, sizeof name, "c%d", i - 1);
                snprintf(text, sizeof text, "#!./%s %d\n",
                         i == 1 ? ends[e] : name, i);
                sprintf(name, "c%d", i);
                write_file(name, text, strlen(text), 0755);
            }
            printf("%d scripts to %s\n", n, ends[e]);
            show("  ", run(AT_FDCWD, name, no_args, no_env, 0));
        }
}

/* A program of two headers, and an interpreter's name at 512. */
struct program {
    Elf64_Ehdr e;
    Elf64_Phdr p[2];
    char pad[512 - sizeof(Elf64_Ehdr) - 2 * sizeof(Elf64_Phdr)];
    char interp[512];
};

static struct program good;

static void show_program(const char *text, const struct program *x, size_t n)
{
    write_file("program", x, n, 0755);
    show(text, run(AT_FDCWD, "program", no_args, no_env, 0));
}

static void show_interpreter(const char *text, const char *name)
{
    struct program x = good;
    strcpy(x.interp, name);
    x.p[0].p_filesz = strlen(name) + 1;
    show_program(text, &x, sizeof x);
}

static void show_headers(void)
{
    struct program x;
#define CHANGED(text, change)             \
    do {                                  \
        x = good;                         \
        change;                           \
        show_program(text, &x, sizeof x); \
    } while (0)
    show_program("cut header", &good, 40);
    show_program("header alone", &good, 64);
    show_program("cut headers", &good, 100);
    CHANGED("magic", x.e.e_ident[1] = 'e');
    CHANGED("no type", x.e.e_type = ET_NONE);
    CHANGED("object", x.e.e_type = ET_REL);
    CHANGED("core", x.e.e_type = ET_CORE);
    CHANGED("machine", x.e.e_machine = 0x1234);
    CHANGED("size of headers", x.e.e_phentsize = 32);
    CHANGED("no headers", x.e.e_phnum = 0);
    CHANGED("many headers", x.e.e_phnum = 0xffff);
    CHANGED("headers behind the end", x.e.e_phoff = 100000);
    CHANGED("headers far away", x.e.e_phoff = 1ul << 63);
    CHANGED("name of one byte", x.p[0].p_filesz = 1);
    CHANGED("name too long", x.p[0].p_filesz = 4097);
    CHANGED("name without end", x.p[0].p_filesz = 4);
    CHANGED("name behind the end", x.p[0].p_offset = 100000);
    CHANGED("name cut", x.p[0].p_filesz = 600);
    CHANGED("empty name", (memset(x.interp, 0, 2), x.p[0].p_filesz = 2));
}

static void show_interpreters(void)
{
    struct program x = good;
    show_interpreter("missing", "./nothing");
    show_interpreter("directory", "./dir");
    show_interpreter("not executable", "./plain");
    show_interpreter("short text", "./text");
    show_interpreter("empty", "./empty");
    show_interpreter("fifo", "./fifo");
    show_interpreter("loop", "./loop");
    show_interpreter("below a file", "./text/x");
    show_interpreter("script", "./long");
#define INTERPRETER(text, change)            \
    do {                                     \
        x = good;                            \
        x.p[0].p_type = PT_NULL;             \
        change;                              \
        write_file("i", &x, sizeof x, 0755); \
        show_interpreter(text, "./i");       \
    } while (0)
    INTERPRETER("its machine", x.e.e_machine = 0x1234);
    INTERPRETER("its magic", x.e.e_ident[1] = 'e');
    INTERPRETER("its headers' size", x.e.e_phentsize = 32);
    INTERPRETER("no headers", x.e.e_phnum = 0);
    INTERPRETER("too many headers", x.e.e_phnum = 0xffff);
    INTERPRETER("its headers behind the end", x.e.e_phoff = 100000);
}

static void make_program(void)
{
    int fd = open("p", O_RDONLY);
    char text[100];
    memset(text, ' ', sizeof text);
    memcpy(text, "#!./p", 5);
    write_file("long", text, sizeof text, 0755);
    read(fd, &good.e, sizeof good.e);
    close(fd);
    good.e.e_type = ET_DYN;
    good.e.e_phoff = offsetof(struct program, p);
    good.e.e_phnum = 2;
    good.p[0] = (Elf64_Phdr){.p_type = PT_INTERP,
                             .p_offset = offsetof(struct program, interp),
                             .p_filesz = 10};
    good.p[1] = (Elf64_Phdr){.p_type = PT_LOAD,
                             .p_flags = PF_R | PF_X,
                             .p_filesz = sizeof good,
                             .p_memsz = sizeof good,
                             .p_align = 4096};
    strcpy(good.interp, "./nothing");
}

/* Does it run with n bytes of arguments, in strings of 100000? */
static int runs_with(const char *path, size_t n)
{
    static char *args[100], *filler;
    size_t count = 0;
    if (!filler) {
        filler = malloc(100001);
        memset(filler, 'x', 100000);
        filler[100000] = 0;
    }
    args[count++] = "x";
    for (; n >= 100001; n -= 100001)
        args[count++] = filler;
    if (n)
        args[count++] = filler + 100001 - n;
    args[count] = NULL;
    return run(AT_FDCWD, path, args, no_env, 0);
}

/* Above the limits' own maximum Ferry's image has a longer name to pass. */
static void show_border(const char *path, bool exact)
{
    size_t low = 0, high = 7 << 20;
    while (low + 1 < high) {
        size_t mid = (low + high) / 2;
        int status = runs_with(path, mid);
        if (status == 0) {
            low = mid;
        } else {
            high = mid;
            if (status != E2BIG << 8)
                printf("%zu bytes: status %x\n", mid, status);
        }
    }
    printf("%s: %zu bytes\n", path, exact ? low : low / 1000 * 1000);
    fflush(stdout);
}

static void show_borders(void)
{
    static const rlim_t limits[] = {300 << 10, 3 << 20, 8 << 20, 2ul << 30,
                                    RLIM_INFINITY};
    static char one[131074];
    char *args[] = {"x", one, NULL};
    memset(one, 'x', 131071);
    show("longest string", run(AT_FDCWD, "p", args, no_env, 0));
    one[131071] = 'x';
    show("one longer", run(AT_FDCWD, "p", args, no_env, 0));
    show("one longer variable", run(AT_FDCWD, "p", no_args, args, 0));
    write_file("script-with-a-name", "#!./p a\n", 8, 0755);
    write_file("second", "#!./script-with-a-name b\n", 25, 0755);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct rlimit rl;
        getrlimit(RLIMIT_STACK, &rl);
        rl.rlim_cur = limits[i];
        if (setrlimit(RLIMIT_STACK, &rl))
            continue;
        printf("stack %lx\n", (long)limits[i]);
        show_border("p", limits[i] < 24 << 20);
        show_border("./script-with-a-name", limits[i] < 24 << 20);
        show_border("second", limits[i] < 24 << 20);
    }
}

int main(int argc, char **argv)
{
    char self[4096];
    if (strstr(argv[0], "show"))
        for (int i = 0; i < argc; i++)
            printf("  <%s>%s", argv[i], i + 1 == argc ? "\n" : "");
    /* Else it is an exec's. */
    if (argc != 1 || !strchr(argv[0], '/') || strchr(argv[0], '.') == argv[0])
        return 0;
    realpath(argv[0], self);
    show_in_directory();
    symlink(self, "p");
    symlink(self, "show");
    make_files();
    show_paths();
    show_descriptors();
    show_lines();
    show_chains();
    make_program();
    show_headers();
    show_interpreters();
    show_borders();
    return 0;
}
