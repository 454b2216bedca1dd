// SPDX-License-Identifier: MIT
/*
 * For set-id-copy.sh: says with which rights it runs, and executes itself with
 * arguments that look like options and names of programs.
 */
#include "show.h"

#include <sys/auxv.h>

int main(int argc, char **argv)
{
    char *again[] = {"-strace", "/no/such/program", "-D", "written", NULL};
    sigset_t set;
    sigprocmask(SIG_BLOCK, NULL, &set);
    printf("secure %d, %s, %s real user, USR1 %d TRAP %d HUP %d\n",
           (int)getauxval(AT_SECURE), geteuid() == 0 ? "root" : "not root",
           getuid() == 65534 ? "that" : "another", sigismember(&set, SIGUSR1),
           sigismember(&set, SIGTRAP), sigismember(&set, SIGHUP));
    for (int i = argv[0][0] != '-'; i < argc; i++)
        printf("  %s\n", argv[i]);
    fflush(stdout);
    if (argv[0][0] == '-')
        return 7;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGTRAP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    execv("/proc/self/exe", again);
    printf("%s\n", strerrorname_np(errno));
    return 1;
}
