// SPDX-License-Identifier: MIT
/*
 * What others see of a process, and it of itself: its names, its program, its
 * threads, its descriptors, and no more of any than it has made.
 */
#include "show.h"

#include <dirent.h>
#include <link.h>
#include <pthread.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

extern char **environ;
static char self[4096], here[4096];

/* Prints text with the directory and the program told by name. */
static void print_place(const char *what, const char *text)
{
    const char *in = here[0] && strncmp(text, here, strlen(here)) == 0
                         ? text + strlen(here)
                         : NULL;
    if (strcmp(text, self) == 0)
        printf("%s: the program\n", what);
    else
        printf("%s: %s%s\n", what, in ? "HERE" : "", in ? in : text);
}

static void print_link(const char *what, const char *dir, const char *name)
{
    char path[64], text[4200];
    snprintf(path, sizeof path, "/proc/%s/%s", dir, name);
    ssize_t n = readlink(path, text, sizeof text - 1);
    text[n < 0 ? 0 : n] = 0;
    print_place(what, n < 0 ? strerrorname_np(errno) : text);
}

/* A file of strings that end in 0, or of one line. */
static void print_file(const char *dir, const char *name)
{
    char path[64], text[4096];
    snprintf(path, sizeof path, "/proc/%s/%s", dir, name);
    int fd = open(path, O_RDONLY);
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    text[n < 0 ? 0 : n] = 0;
    printf("%s:", name);
    for (char *p = text; p < text + n; p += strlen(p) + 1) {
        char what[16] = "";
        print_place(what, p);
    }
    if (n <= 0)
        printf(" nothing\n");
}

/* The name in stat's parentheses, and a number behind it. */
static void print_stat(const char *dir)
{
    char path[64], text[1024];
    snprintf(path, sizeof path, "/proc/%s/stat", dir);
    int fd = open(path, O_RDONLY);
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    text[n < 0 ? 0 : n] = 0;
    char *name = strchr(text, '('), *end = strrchr(text, ')');
    if (!name || !end)
        return;
    *end = 0;
    int threads = 0;
    char *word = strtok(end + 1, " ");
    for (int i = 3; word; i++, word = strtok(NULL, " "))
        if (i == 20)
            threads = atoi(word);
    printf("stat: %s), %d threads\n", name, threads);
}

static void print_list(const char *path)
{
    DIR *d = opendir(path);
    struct stat st;
    int count = 0, highest = 0;
    for (struct dirent *e; d && (e = readdir(d));)
        if (e->d_name[0] != '.') {
            count++;
            highest = atoi(e->d_name) > highest ? atoi(e->d_name) : highest;
        }
    fstat(dirfd(d), &st);
    closedir(d);
    printf("%s: %d entries", path, count);
    if (strstr(path, "fd"))
        printf(", the highest %d\n", highest);
    else
        printf(", %d links\n", (int)st.st_nlink);
}

static void *stay(void *gate)
{
    char c;
    prctl(PR_SET_NAME, "a thread");
    write(((int *)gate)[1], "x", 1);
    read(((int *)gate)[2], &c, 1);
    return NULL;
}

static void show_threads(void)
{
    int gate[4];
    char c, name[32];
    pthread_t thread;
    pipe(gate);
    pipe(gate + 2);
    print_list("/proc/self/task");
    print_stat("self");
    pthread_create(&thread, NULL, stay, gate);
    read(gate[0], &c, 1);
    print_list("/proc/self/task");
    print_stat("self");
    print_file("self", "comm");
    DIR *d = opendir("/proc/self/task");
    for (struct dirent *e; (e = readdir(d));)
        if (e->d_name[0] != '.' && atoi(e->d_name) != getpid()) {
            snprintf(name, sizeof name, "self/task/%s", e->d_name);
            print_file(name, "comm");
            print_link("its exe", name, "exe");
        }
    closedir(d);
    write(gate[3], "x", 1);
    pthread_join(thread, NULL);
    for (int i = 0; i < 4; i++)
        close(gate[i]);
}

static void show_descriptors(void)
{
    print_list("/proc/self/fd");
    SHOW(syscall(SYS_close_range, 3, ~0u, 0));
    print_list("/proc/self/fd");
    print_file("self", "comm");
    int fd = open("/dev/null", O_RDONLY);
    printf("the lowest is %d\n", fd);
    /* All numbers there are. */
    struct rlimit rl = {64, 64};
    setrlimit(RLIMIT_NOFILE, &rl);
    int count = 0;
    while (dup(0) >= 0)
        count++;
    printf("%d more, %s\n", count, strerrorname_np(errno));
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    SHOW(waitpid(pid, NULL, 0) == pid);
}

static int line_count(const char *path, const char *start)
{
    FILE *f = fopen(path, "r");
    char line[4200];
    int n = 0;
    while (f && fgets(line, sizeof line, f))
        n += strncmp(line, start, strlen(start)) == 0;
    fclose(f);
    return n;
}

static void run(const char *text, const char *path, char *const argv[])
{
    printf("-- %s\n", text);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        execve(path, argv, environ);
        _exit(99);
    }
    int status;
    waitpid(pid, &status, 0);
    show_status("ended", status);
}

/*
 * May this process follow the links of map_files?  Ferry opens a program
 * without a name by one (doc/linux.md, L9).
 */
static int follows_links(void)
{
    DIR *d = opendir("/proc/self/map_files");
    struct dirent *e;
    int fd = -1;
    while (d && (e = readdir(d)) && e->d_name[0] == '.')
        ;
    if (d && e)
        fd = openat(dirfd(d), e->d_name, O_PATH);
    if (d)
        closedir(d);
    close(fd);
    return fd >= 0;
}

/* The program can be opened and executed again. */
static void tell_file(void)
{
    char *args[] = {"again", "name", NULL}, head[20] = "";
    int fd = open("/proc/self/exe", O_RDONLY);
    SHOW(read(fd, head, 20));
    close(fd);
    printf("an ELF file for this machine: %d\n",
           memcmp(head, "\177ELF", 4) == 0 &&
               *(uint16_t *)(head + 18) ==
                   ((ElfW(Ehdr) *)(getauxval(AT_PHDR) - sizeof(ElfW(Ehdr))))
                       ->e_machine);
    run("itself", "/proc/self/exe", args);
}

/* In a new program: what it is told, and what /proc says of it. */
static int tell(void)
{
    print_place("AT_EXECFN", (char *)getauxval(AT_EXECFN));
    char name[16];
    prctl(PR_GET_NAME, name);
    printf("name: %s\n", name);
    print_file("self", "comm");
    print_stat("self");
    print_file("self", "cmdline");
    print_link("exe", "self", "exe");
    print_link("exe of the thread", "thread-self", "exe");
    if (access(self, F_OK) == 0 || follows_links())
        tell_file();
    printf("lines of the stack: %d\n",
           line_count("/proc/self/status", "VmStk:"));
    fflush(stdout);
    return 0;
}

static void copy_self(int to)
{
    char block[65536];
    int fd = open(self, O_RDONLY);
    for (ssize_t n; (n = read(fd, block, sizeof block)) > 0;)
        write(to, block, n);
    close(fd);
}

static void show_programs(void)
{
    char *args[] = {"any name", "tell", "an argument", "", NULL};
    char text[4200];
    sprintf(text, "%s/program", here);
    run("a path", text, args);
    symlink(self, "link-with-a-long-name");
    run("a link", "./link-with-a-long-name", args);
    int fd = open("script", O_CREAT | O_WRONLY | O_CLOEXEC, 0755);
    write(fd, text, sprintf(text, "#!%s tell\n", self));
    close(fd);
    run("a script", "./script", args);
    run("/proc/self/exe", "/proc/self/exe", args);
    printf("-- a file in memory\n");
    fflush(stdout);
    if (fork() == 0) {
        fd = memfd_create("of memory", MFD_CLOEXEC);
        copy_self(fd);
        syscall(SYS_execveat, fd, "", args, environ, AT_EMPTY_PATH);
        _exit(99);
    }
    wait(NULL);
    printf("-- a directory's descriptor\n");
    fflush(stdout);
    if (fork() == 0) {
        fd = open(".", O_PATH | O_CLOEXEC);
        syscall(SYS_execveat, fd, "link-with-a-long-name", args, environ, 0);
        _exit(99);
    }
    wait(NULL);
    fd = open("gone", O_CREAT | O_WRONLY | O_CLOEXEC, 0755);
    copy_self(fd);
    close(fd);
    args[1] = "remove";
    run("a program that is gone", "./gone", args);
}

/* What the parent sees of a child that executes, and of one that forked. */
static void show_child(const char *text, int exec)
{
    int gate[4];
    char c, dir[20], number[2][12];
    pipe(gate);
    pipe(gate + 2);
    fflush(stdout);
    pid_t pid = fork();
    sprintf(number[0], "%d", gate[1]);
    sprintf(number[1], "%d", gate[2]);
    char *args[] = {"child's name", "wait", number[0], number[1], NULL};
    char *env[] = {"A=1", "B=", NULL};
    close(gate[pid ? 1 : 0]);
    if (pid == 0 && exec)
        execve("./link-with-a-long-name", args, env);
    if (pid == 0) {
        prctl(PR_SET_NAME, "renamed");
        write(gate[1], "x", 1);
        read(gate[2], &c, 1);
        _exit(0);
    }
    read(gate[0], &c, 1);
    printf("-- %s\n", text);
    sprintf(dir, "%d", pid);
    print_file(dir, "comm");
    print_stat(dir);
    if (exec) {
        print_file(dir, "cmdline");
        print_file(dir, "environ");
    }
    print_link("exe", dir, "exe");
    print_link("cwd", dir, "cwd");
    sprintf(self + strlen(self) + 1, "/proc/%d/exe", pid);
    char *tell_args[] = {"again", "name", NULL};
    run("its program again", self + strlen(self) + 1, tell_args);
    write(gate[3], "x", 1);
    waitpid(pid, NULL, 0);
    for (int i = 0; i < 4; i++)
        close(gate[i]);
}

/* As setproctitle() does it. */
static void show_title(char **argv)
{
    memset(argv[0], 't', strlen(argv[0]) - 2);
    print_file("self", "cmdline");
}

int main(int argc, char **argv)
{
    char *args[] = {"guest or host", "first", NULL};
    if (!realpath("/proc/self/exe", self))
        self[0] = 0;
    if (argc > 1 && !strcmp(argv[1], "name"))
        return printf("%s ran\n", argv[0]) < 0;
    getcwd(here, sizeof here);
    if (argc > 1 && !strcmp(argv[1], "tell"))
        return tell();
    if (argc > 1 && !strcmp(argv[1], "remove")) {
        rename("gone", "moved");
        print_link("exe", "self", "exe");
        unlink("moved");
        return tell();
    }
    if (argc > 1 && !strcmp(argv[1], "wait")) {
        write(atoi(argv[2]), "x", 1);
        read(atoi(argv[3]), self, 1);
        return 0;
    }
    if (argc < 2) {
        show_in_directory();
        symlink(self, "program");
        return execv("./program", args);
    }
    show_programs();
    show_child("a child that executed", 1);
    show_child("a child that forked", 0);
    show_title(argv);
    show_in_child(show_threads);
    show_in_child(show_descriptors);
    return 0;
}
