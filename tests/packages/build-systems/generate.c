// SPDX-License-Identifier: MIT
/* Run by the build: writes the header that check.c includes. */
#include <stdio.h>
#include <sys/utsname.h>

int main(void)
{
    struct utsname u;

    if (uname(&u))
        return 1;
    printf("#define BUILT_ON \"%s\"\n", u.machine);
    return 0;
}
