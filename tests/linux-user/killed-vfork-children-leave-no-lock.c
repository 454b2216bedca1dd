// SPDX-License-Identifier: MIT
/*
 * A vfork child that is killed while its code is translated leaves its parent
 * a translator that works: the lock it held is taken back.
 */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS     (1 << 18)
#define FUNCTIONS (1 << 16)
#define ROUNDS    60

#define ADD_X0_1 0x91000400u /* add x0, x0, #1 */
#define RET      0xd65f03c0u

static uint32_t *code; /* functions of four words, all new to the translator */

static long call(unsigned n)
{
    return ((long (*)(long))(code + n % FUNCTIONS * 4))(0);
}

static void make_code(void)
{
    code = mmap(NULL, WORDS * 4, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < WORDS; i++)
        code[i] = i % 4 == 3 ? RET : ADD_X0_1;
    __builtin___clear_cache((char *)code, (char *)(code + WORDS));
}

/* The child has its killer come while it calls one new function after other. */
static void child(int round)
{
    pid_t self = getpid();
    if (fork() == 0) {
        usleep(1000 + (useconds_t)round * 137);
        kill(self, SIGKILL);
        _exit(0);
    }
    for (unsigned n = (unsigned)round * 1000;; n++)
        call(n);
}

int main(void)
{
    make_code();
    for (int round = 0; round < ROUNDS; round++) {
        int status;
        pid_t pid = vfork();
        if (pid == 0)
            child(round);
        waitpid(pid, &status, 0);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) {
            printf("round %d: status %x\n", round, (unsigned)status);
            return 1;
        }
        for (unsigned n = 0; n < 100; n++)
            if (call((unsigned)round * 977 + n * 31) != 3)
                return 2;
    }
    return 0;
}
