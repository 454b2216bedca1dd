// SPDX-License-Identifier: MIT
/* A test program that ends as its argument, or its name, says. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#ifdef ALONE
#    define BUILT_ON u.machine
#else
#    include "generated.h"
#endif

const char *word(void);

int main(int argc, char **argv)
{
    const char *slash = strrchr(argv[0], '/');
    const char *what = argc > 1 ? argv[1] : slash ? slash + 1 : argv[0];
    struct utsname u;

    if (uname(&u) || strcmp(u.machine, BUILT_ON) || strcmp(word(), "word"))
        return 1;
    printf("this is %s\n", u.machine);
    fflush(stdout);
    if (!strcmp(what, "fail"))
        return 3;
    if (!strcmp(what, "abort"))
        abort();
    if (!strcmp(what, "fault"))
        *(volatile int *)16 = 1;
    if (!strcmp(what, "kill"))
        raise(SIGKILL);
    return strcmp(what, "skip") ? 0 : 77;
}
