// SPDX-License-Identifier: MIT
/*
 * A short life for harm: threads, processes by fork, vfork and exec, shared
 * memory, code that is made, names that come and go. Whoever's child or brother
 * is killed ends as if it had not been.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int *shared;
static char *program;

static void *work(void *arg)
{
    __atomic_fetch_add(shared, 1, __ATOMIC_RELAXED);
    return arg;
}

static void make_code(void)
{
    uint32_t *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (uint32_t n = 0; code != MAP_FAILED && n < 10; n++) {
        code[0] = 0x52800000u | n << 5;
        code[1] = 0xd65f03c0u;
        __builtin___clear_cache((char *)code, (char *)(code + 2));
        if (((uint32_t(*)(void))(void *)code)() != n)
            _exit(3);
    }
}

/* Under -L these are below ROOT, and remembered when they are removed. */
static void change_names(const char *name)
{
    char path[64];
    snprintf(path, sizeof path, "/own/%s-%d", name, (int)getpid());
    mkdir(path, 0700);
    rmdir(path);
    int fd = open(path, O_CREAT | O_RDWR, 0600);
    if (fd >= 0)
        close(fd);
    unlink(path);
}

static void make_threads(void)
{
    pthread_t threads[2];
    for (int n = 0; n < 2; n++)
        if (pthread_create(&threads[n], NULL, work, NULL))
            _exit(4);
    for (int n = 0; n < 2; n++)
        pthread_join(threads[n], NULL);
}

/* 0, also if the child was killed. */
static int wait_for(pid_t pid)
{
    int status;
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        return 5;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 0 : status;
}

static int leaf(void)
{
    change_names("leaf");
    make_code();
    return 0;
}

int main(int argc, char **argv)
{
    program = argv[0];
    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return 10;
    if (argc > 1)
        return leaf();
    change_names("first");
    make_code();
    make_threads();
    pid_t pid = fork();
    if (pid == 0) {
        make_threads();
        change_names("child");
        execl("/proc/self/exe", program, "leaf", (char *)0);
        _exit(6);
    }
    pid_t other = vfork();
    if (other == 0) {
        execl("/proc/self/exe", program, "leaf", (char *)0);
        _exit(7);
    }
    make_threads();
    return wait_for(pid) ? 8 : wait_for(other) ? 9 : 0;
}
