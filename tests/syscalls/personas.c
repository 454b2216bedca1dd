// SPDX-License-Identifier: MIT
/* personality: what it changes, and what of it an exec keeps. */
#include "show.h"

#include <setjmp.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/select.h>
#include <sys/utsname.h>

#ifdef __aarch64__
static const uint32_t seven[] = {0x528000e0, 0xd65f03c0}; /* mov, ret */
#else
static const uint8_t seven[] = {0xb8, 7, 0, 0, 0, 0xc3};
#endif

static sigjmp_buf jump;

static void on_fault(int sig)
{
    siglongjmp(jump, sig);
}

/* What a function in memory of these rights returns, or minus the signal. */
static int run(void *p)
{
    int sig = sigsetjmp(jump, 1);
    if (sig)
        return -sig;
    return ((int (*)(void))p)();
}

static void *place(int prot)
{
    char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memcpy(p, seven, sizeof seven);
    mprotect(p, 4096, prot);
    __builtin___clear_cache(p, p + sizeof seven);
    return p;
}

static void show_execution(void)
{
    char *p;
    SHOW(run(place(PROT_READ)));
    SHOW(run(place(PROT_READ | PROT_EXEC)));
    SHOW(personality(READ_IMPLIES_EXEC));
    SHOW(run(place(PROT_READ)));
    SHOW(run(place(PROT_READ | PROT_WRITE)));
    p = sbrk(4096);
    memcpy(p, seven, sizeof seven);
    __builtin___clear_cache(p, p + sizeof seven);
    SHOW(run(p));
    SHOW(personality(0xffffffff) & READ_IMPLIES_EXEC);
}

int main(int argc, char **argv)
{
    struct timeval tv = {0, 1000};
    struct utsname u;
    signal(SIGSEGV, on_fault);
    if (argc > 1) {
        printf("%x\n", personality(0xffffffff));
        select(0, NULL, NULL, NULL, &tv);
        printf("%ld\n", (long)tv.tv_usec);
        SHOW(run(place(PROT_READ)));
        return 0;
    }
    show_execution();
    SHOW(personality(0));
    SHOW(run(place(PROT_READ)));
    SHOW(personality(UNAME26));
    SHOW(uname(&u));
    printf("%.4s\n", u.release);
    SHOW(personality(READ_IMPLIES_EXEC | STICKY_TIMEOUTS | ADDR_NO_RANDOMIZE |
                     UNAME26 | MMAP_PAGE_ZERO));
    fflush(stdout);
    execl("/proc/self/exe", "again", "inside", NULL);
    return 1;
}
