// SPDX-License-Identifier: MIT
// args: 1
// ferry: -r 4.19.99-told
/*
 * uname, AT_PLATFORM, AT_HWCAP, /proc/self/auxv, /proc/cpuinfo by whatever
 * name, MIDR_EL1 and the numbers of processors tell of one and the same
 * machine, which is not the host; a child's answers are the same.
 */
#define _GNU_SOURCE
#include "check.h"

#include <asm/hwcap.h>
#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

static char text[1 << 20];

static void slurp(int fd)
{
    size_t n = 0;
    ssize_t r;
    while ((r = read(fd, text + n, sizeof text - 1 - n)) > 0)
        n += (size_t)r;
    text[n] = 0;
    close(fd);
}

/* The value behind the first "name : ". */
static char *value_of(const char *name)
{
    static char value[2048];
    char *p = strstr(text, name);
    value[0] = 0;
    if (p && (p = strchr(p, ':')))
        sscanf(p + 1, " %2047[^\n]", value);
    return value;
}

static int has_word(const char *words, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = words; (p = strstr(p, word)); p += n)
        if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == 0))
            return 1;
    return 0;
}

static void check_cpuinfo(void)
{
    static const struct {
        const char *name;
        unsigned long bit;
    } features[] = {
        {"fp", HWCAP_FP},           {"asimd", HWCAP_ASIMD},
        {"aes", HWCAP_AES},         {"pmull", HWCAP_PMULL},
        {"sha1", HWCAP_SHA1},       {"sha2", HWCAP_SHA2},
        {"crc32", HWCAP_CRC32},     {"atomics", HWCAP_ATOMICS},
        {"cpuid", HWCAP_CPUID},     {"lrcpc", HWCAP_LRCPC},
        {"sve", HWCAP_SVE},         {"paca", HWCAP_PACA},
        {"asimddp", HWCAP_ASIMDDP}, {"fphp", HWCAP_FPHP},
    };
    uint64_t midr;
    unsigned long hwcap = getauxval(AT_HWCAP), count = 0;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    __asm__("mrs %0, midr_el1" : "=r"(midr));
    for (unsigned n = 0; n < sizeof features / sizeof *features; n++)
        CHECK(has_word(value_of("Features"), features[n].name) ==
              !!(hwcap & features[n].bit));
    CHECK(strtoul(value_of("CPU implementer"), NULL, 0) == (midr >> 24 & 255));
    CHECK(strcmp(value_of("CPU architecture"), "8") == 0);
    CHECK(strtoul(value_of("CPU variant"), NULL, 0) == (midr >> 20 & 15));
    CHECK(strtoul(value_of("CPU part"), NULL, 0) == (midr >> 4 & 0xfff));
    CHECK(strtoul(value_of("CPU revision"), NULL, 0) == (midr & 15));
    CHECK(!strstr(text, "model name") && !strstr(text, "vendor_id"));
    for (char *p = text; (p = strstr(p, "processor\t:")); p++)
        count++;
    CHECK((long)count == processors);
}

static void check_names(void)
{
    int dir = open("/proc", O_PATH | O_DIRECTORY);
    char link[] = "/tmp/ferry-cpuinfo.XXXXXX";
    CHECK(mkdtemp(link) && rmdir(link) == 0);
    CHECK(symlink("/proc/self/../cpuinfo", link) == 0);
    const struct {
        int dir;
        const char *name;
    } names[] = {
        {AT_FDCWD, "/proc/cpuinfo"},
        {AT_FDCWD, "/proc//self/../cpuinfo"},
        {dir, "cpuinfo"},
        {dir, "./self/../cpuinfo"},
        {AT_FDCWD, link},
    };
    for (unsigned n = 0; n < sizeof names / sizeof *names; n++) {
        int fd = openat(names[n].dir, names[n].name, O_RDONLY);
        CHECK(fd >= 0);
        slurp(fd);
        check_cpuinfo();
    }
    unlink(link);
    close(dir);
}

/* The vector in /proc is the one on the stack. */
static void check_vector(char **envp)
{
    const uint64_t *here;
    uint64_t *told = (void *)text;
    size_t n = 0;
    while (*envp)
        envp++;
    here = (const void *)(envp + 1);
    slurp(open("/proc/self/auxv", O_RDONLY));
    do {
        CHECK(told[n] == here[n] && told[n + 1] == here[n + 1]);
        n += 2;
    } while (here[n - 2] && !check_failures);
    CHECK(n > 20);
}

int main(int argc, char **argv)
{
    struct utsname u;
    int status;
    CHECK(uname(&u) == 0 && strcmp(u.machine, "aarch64") == 0);
    CHECK(strcmp(u.release, "4.19.99-told") == 0);
    CHECK(strcmp((char *)getauxval(AT_PLATFORM), u.machine) == 0);
    check_names();
    check_vector(environ);
    if (argc > 1) {
        pid_t pid = fork();
        if (pid == 0) {
            execl("/proc/self/exe", argv[0], NULL);
            _exit(99);
        }
        waitpid(pid, &status, 0);
        CHECK(status == 0);
    }
    return check_result();
}
