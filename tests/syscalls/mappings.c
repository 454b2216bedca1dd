// SPDX-License-Identifier: MIT
/* Mappings that move, shrink, are advised about, filled and locked. */
#include "show.h"

#include <linux/userfaultfd.h>
#include <poll.h>
#include <setjmp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/uio.h>

#define PAGE 4096L

static sigjmp_buf jump;
static volatile int fault_signal;

static void on_fault(int sig)
{
    fault_signal = sig;
    siglongjmp(jump, 1);
}

/* The byte at p, or minus the signal. */
static int peek(volatile char *p)
{
    fault_signal = 0;
    if (sigsetjmp(jump, 1))
        return -fault_signal;
    return *p;
}

static int poke(volatile char *p, char byte)
{
    fault_signal = 0;
    if (sigsetjmp(jump, 1))
        return -fault_signal;
    *p = byte;
    return 0;
}

static char *map(int n, int prot, int flags)
{
    return mmap(NULL, n * PAGE, prot, flags | MAP_ANONYMOUS, -1, 0);
}

/* n pages, each of which begins with its number. */
static char *numbered(int n, int flags)
{
    char *p = map(n, PROT_READ | PROT_WRITE, flags);
    for (int i = 0; i < n; i++)
        p[i * PAGE] = (char)('0' + i);
    return p;
}

#define NONE ((void *)0)

static void show_mremap(void)
{
    char *p = numbered(8, MAP_PRIVATE), *q;
    munmap(p + 6 * PAGE, 2 * PAGE);
    SHOW(mremap(p, 6 * PAGE, 8 * PAGE, 0) == p);
    printf("%c %d\n", p[5 * PAGE], p[6 * PAGE]);
    SHOW(mremap(p, 8 * PAGE, 3 * PAGE, 0) == p);
    SHOW(peek(p + 3 * PAGE));
    SHOW(mremap(p + PAGE, PAGE, 2 * PAGE, 0));
    q = mremap(p + PAGE, PAGE, 4 * PAGE, MREMAP_MAYMOVE);
    SHOW(q != MAP_FAILED && q != p + PAGE);
    printf("%c %d %c\n", q[0], peek(p + PAGE), p[2 * PAGE]);
    char *to = map(8, PROT_NONE, MAP_PRIVATE);
    SHOW(mremap(q, 4 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) ==
         to);
    printf("%c %d %d\n", to[0], peek(to + 2 * PAGE), peek(q));
    SHOW(mremap(to, 2 * PAGE, 2 * PAGE, MREMAP_FIXED, q));
    SHOW(mremap(to, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
                to + PAGE));
    SHOW(mremap(to, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, q + 1));
    SHOW(mremap(to, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
                (void *)-PAGE));
    SHOW(mremap(to, 1l << 62, PAGE, MREMAP_MAYMOVE));
    SHOW(mremap(to, PAGE, 1l << 62, MREMAP_MAYMOVE));
    SHOW(mremap(to, PAGE, -1l, MREMAP_MAYMOVE));
    SHOW(mremap(to + PAGE, 3 * PAGE, 5 * PAGE, MREMAP_MAYMOVE));
    SHOW(mremap(to, PAGE, PAGE, 8));
    SHOW(mremap(to, PAGE, 0, MREMAP_MAYMOVE));
    SHOW(mremap(to, 0, PAGE, MREMAP_MAYMOVE));
    q = mremap(to, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_DONTUNMAP);
    SHOW(q != MAP_FAILED && q != to);
    printf("%c %d\n", q[0], to[0]);
    SHOW(mremap(to, 2 * PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_DONTUNMAP));
    SHOW(mremap(to, 2 * PAGE, 2 * PAGE, MREMAP_DONTUNMAP));
    SHOW(mremap(q, 2 * PAGE, 2 * PAGE,
                MREMAP_MAYMOVE | MREMAP_DONTUNMAP | MREMAP_FIXED, to) == to);
    printf("%c %d\n", to[0], q[0]);
    /* Shared memory twice. */
    p = numbered(2, MAP_SHARED);
    q = mremap(p, 0, 2 * PAGE, MREMAP_MAYMOVE);
    SHOW(q != MAP_FAILED && q != p);
    q[0] = 'Q';
    printf("%c %c\n", p[0], p[PAGE]);
    /* Across two mappings. */
    p = numbered(4, MAP_PRIVATE);
    mprotect(p + 2 * PAGE, 2 * PAGE, PROT_READ);
    SHOW(mremap(p, 4 * PAGE, 6 * PAGE, MREMAP_MAYMOVE));
    SHOW(mremap(p, 4 * PAGE, PAGE, 0) == p);
}

static void show_advice(void)
{
    char *p = numbered(4, MAP_PRIVATE), *s = numbered(2, MAP_SHARED);
    SHOW(madvise(p, PAGE, MADV_DONTNEED));
    printf("%d %c\n", p[0], p[PAGE]);
    SHOW(madvise(p + PAGE, 1, MADV_DONTNEED));
    printf("%d\n", p[PAGE]);
    SHOW(madvise(p, 0, MADV_DONTNEED));
    SHOW(madvise(p, -1l, MADV_DONTNEED));
    SHOW(madvise((void *)-PAGE, PAGE, MADV_DONTNEED));
    SHOW(madvise(s, PAGE, MADV_REMOVE));
    printf("%d %c\n", s[0], s[PAGE]);
    SHOW(madvise(p, PAGE, MADV_REMOVE));
    SHOW(madvise(p, PAGE, MADV_WILLNEED));
    SHOW(madvise(p, PAGE, MADV_COLD));
    SHOW(madvise(p, PAGE, MADV_PAGEOUT));
    SHOW(madvise(p, PAGE, MADV_POPULATE_WRITE));
    SHOW(madvise(p, PAGE, MADV_HUGEPAGE) == 0 || errno == EINVAL);
    SHOW(madvise(p, PAGE, 102 /* MADV_GUARD_INSTALL */));
    printf("guard %d\n", peek(p));
    SHOW(madvise(p, PAGE, 103 /* MADV_GUARD_REMOVE */));
    printf("guard %d\n", peek(p));
    munmap(p + 2 * PAGE, PAGE);
    SHOW(madvise(p, 4 * PAGE, MADV_DONTNEED));
    SHOW(madvise(p, 4 * PAGE, MADV_WILLNEED));
    p[0] = 'w';
    p[PAGE] = 'd';
    SHOW(madvise(p, PAGE, MADV_WIPEONFORK));
    SHOW(madvise(p + PAGE, PAGE, MADV_DONTFORK));
    SHOW(madvise(s, PAGE, MADV_WIPEONFORK));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        printf("child %d %d\n", peek(p), peek(p + PAGE));
        SHOW(mmap(p + PAGE, PAGE, PROT_READ,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1,
                  0) == p + PAGE);
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    SHOW(madvise(p, PAGE, MADV_KEEPONFORK));
    SHOW(madvise(p, PAGE, MADV_DOFORK));
    int me = syscall(434, getpid(), 0);
    struct iovec iov[2] = {{p, PAGE}, {p + PAGE, PAGE}};
    SHOW(syscall(440, me, iov, 2, MADV_COLD, 0));
    SHOW(syscall(440, me, iov, 2, MADV_COLD, 1));
    SHOW(syscall(440, me, iov, 2, 99, 0));
    SHOW(syscall(440, me, iov, 2000, MADV_COLD, 0));
    SHOW(syscall(440, me, 8, 2, MADV_COLD, 0));
    SHOW(syscall(440, 99, iov, 2, MADV_COLD, 0));
    SHOW(syscall(440, me, iov, 2, MADV_DONTNEED, 0));
    printf("%d\n", p[0]);
    SHOW(syscall(448, me, 0));
    SHOW(syscall(448, 99, 0));
}

static void show_residence(void)
{
    unsigned char vec[8] = {9, 9, 9, 9};
    char *p = map(4, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    p[PAGE] = 1;
    SHOW(mincore(p, 4 * PAGE, vec));
    printf("%d %d %d\n", vec[0] & 1, vec[1] & 1, vec[3] & 1);
    SHOW(mincore(p, 4 * PAGE, (void *)8));
    SHOW(mincore(p, 0, vec));
    SHOW(mlock(p + 2 * PAGE, 1));
    SHOW(mincore(p, 4 * PAGE, vec));
    printf("%d\n", vec[2] & 1);
    SHOW(syscall(SYS_mlock2, p + 3 * PAGE, PAGE, MLOCK_ONFAULT));
    SHOW(mincore(p, 4 * PAGE, vec));
    printf("%d\n", vec[3] & 1);
    SHOW(syscall(SYS_mlock2, p, PAGE, 2));
    SHOW(mlock(p, -1l));
    SHOW(munlock(p, 4 * PAGE));
    munmap(p + PAGE, PAGE);
    SHOW(mlock(p, 2 * PAGE));
    SHOW(munlock(p, 2 * PAGE));
    SHOW(mincore(p, 2 * PAGE, vec));
    SHOW(msync(p, 2 * PAGE, MS_ASYNC));
    SHOW(msync(p, PAGE, MS_ASYNC | MS_SYNC));
    SHOW(msync(p, PAGE, 8));
    SHOW(msync(p, PAGE, MS_INVALIDATE));
    mlock(p, PAGE);
    SHOW(msync(p, PAGE, MS_INVALIDATE));
}

static void show_nonlinear(void)
{
    int fd = open("pages", O_RDWR | O_CREAT, 0600);
    for (int i = 0; i < 4; i++) {
        char c = (char)('a' + i);
        pwrite(fd, &c, 1, i * PAGE);
    }
    ftruncate(fd, 4 * PAGE);
    char *p = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    SHOW(syscall(SYS_remap_file_pages, p, PAGE, 0, 2, 0));
    printf("%c %c\n", p[0], p[PAGE]);
    SHOW(syscall(SYS_remap_file_pages, p + PAGE, 2 * PAGE, 0, 0, 0));
    printf("%c %c %c %c\n", p[0], p[PAGE], p[2 * PAGE], p[3 * PAGE]);
    SHOW(syscall(SYS_remap_file_pages, p, PAGE, PROT_READ, 0, 0));
    SHOW(syscall(SYS_remap_file_pages, p, 0, 0, 0, 0));
    SHOW(syscall(SYS_remap_file_pages, 0, PAGE, 0, 0, 0));
    char *q = map(1, PROT_READ, MAP_PRIVATE);
    SHOW(syscall(SYS_remap_file_pages, q, PAGE, 0, 0, 0));
    SHOW(munmap(p, 4 * PAGE));
}

static void show_kinds(void)
{
    char *p = map(1, PROT_NONE, MAP_PRIVATE);
    SHOW(peek(p));
    p = map(1, PROT_WRITE, MAP_PRIVATE);
    SHOW(poke(p, 3));
    SHOW(peek(p));
    p = mmap(NULL, PAGE, PROT_READ, MAP_SHARED_VALIDATE | MAP_ANONYMOUS, -1, 0);
    SHOW((long)p == -1);
    int fd = open("pages", O_RDWR);
    SHOW_OK((long)mmap(NULL, PAGE, PROT_READ, MAP_SHARED_VALIDATE | 0x8000000,
                       fd, 0));
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_SHARED_VALIDATE | MAP_SYNC, fd,
                    0));
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_SHARED | MAP_PRIVATE, fd, 0) ==
         -1);
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, -PAGE));
    SHOW((long)mmap(NULL, -1l, PROT_READ, MAP_PRIVATE, fd, 0));
    SHOW((long)mmap((void *)8, PAGE, PROT_READ,
                    MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0));
    SHOW((long)mmap((void *)(1l << 62), PAGE, PROT_READ,
                    MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0));
    SHOW((long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_HUGETLB, fd, 0) ==
         -1);
    p = mmap(NULL, PAGE, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE | MAP_NORESERVE |
                 MAP_STACK | MAP_LOCKED,
             -1, 0);
    SHOW(p != MAP_FAILED);
    SHOW(
        (long)mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, open("/", O_RDONLY), 0));
    p = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, open("/dev/zero", O_RDONLY),
             0);
    SHOW(peek(p));
    p = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED,
             open("/dev/zero", O_RDWR), 0);
    SHOW(poke(p, 1));
    SHOW(mprotect(p, -1l, PROT_READ));
    SHOW(mprotect(p, PAGE, PROT_READ | PROT_GROWSDOWN));
    SHOW(mprotect(p, PAGE, PROT_GROWSDOWN | PROT_GROWSUP));
    p = mmap(NULL, 64 * PAGE, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN, -1, 0);
    SHOW(p != MAP_FAILED);
    SHOW(poke(p, 1));
}

/* A page that a handler in another process fills. */
static void show_userfault(void)
{
    int fd = syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
    struct uffdio_api api = {UFFD_API, 0};
    char *p = map(4, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    struct uffdio_register reg = {{(uintptr_t)p, 4 * PAGE},
                                  UFFDIO_REGISTER_MODE_MISSING};
    char *page = numbered(1, MAP_PRIVATE);
    SHOW(syscall(SYS_userfaultfd, 2));
    SHOW(fd >= 0 ? 0 : -1);
    if (fd < 0)
        return;
    SHOW(ioctl(fd, UFFDIO_REGISTER, &reg));
    SHOW(ioctl(fd, UFFDIO_API, &api));
    SHOW(ioctl(fd, UFFDIO_API, 8));
    SHOW(ioctl(fd, UFFDIO_REGISTER, &reg));
    SHOW(ioctl(fd, UFFDIO_REGISTER, 8));
    struct uffdio_copy copy = {(uintptr_t)p, (uintptr_t)page, PAGE, 0, 0};
    SHOW(ioctl(fd, UFFDIO_COPY, &copy));
    printf("%ld %c\n", (long)copy.copy, p[0]);
    SHOW(ioctl(fd, UFFDIO_COPY, &copy));
    copy.src = 8;
    copy.dst += PAGE;
    SHOW(ioctl(fd, UFFDIO_COPY, &copy));
    copy.dst = 1ul << 62;
    SHOW(ioctl(fd, UFFDIO_COPY, &copy));
    struct uffdio_zeropage zero = {{(uintptr_t)p + PAGE, PAGE}, 0, 0};
    SHOW(ioctl(fd, UFFDIO_ZEROPAGE, &zero));
    printf("%ld %d\n", (long)zero.zeropage, p[PAGE]);
    struct uffdio_range range = {(uintptr_t)p + 1, PAGE};
    SHOW(ioctl(fd, UFFDIO_WAKE, &range));
    range.start--;
    SHOW(ioctl(fd, UFFDIO_WAKE, &range));
    struct uffd_msg msg;
    SHOW(read(fd, &msg, sizeof msg));
    SHOW(read(fd, &msg, 3));
    range.len = 4 * PAGE;
    SHOW(ioctl(fd, UFFDIO_UNREGISTER, &range));
    SHOW(peek(p + 3 * PAGE));
    close(fd);
    fd = syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
    api = (struct uffdio_api){UFFD_API, UFFD_FEATURE_SIGBUS};
    SHOW(ioctl(fd, UFFDIO_API, &api));
    munmap(p, 4 * PAGE);
    p = mmap(p, 4 * PAGE, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    SHOW(ioctl(fd, UFFDIO_REGISTER, &reg));
    SHOW(peek(p));
    SHOW(read(open("/dev/zero", O_RDONLY), p, 1));
    close(fd);
    SHOW(peek(p));
}

/* Pages that another process fills while this one waits for them. */
static void show_filled(void)
{
    int fd = syscall(SYS_userfaultfd, O_CLOEXEC), zero;
    struct uffdio_api api = {UFFD_API, 0};
    char *p = map(4, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    struct uffdio_register reg = {{(uintptr_t)p, 4 * PAGE},
                                  UFFDIO_REGISTER_MODE_MISSING};
    if (fd < 0)
        return;
    ioctl(fd, UFFDIO_API, &api);
    SHOW(ioctl(fd, UFFDIO_REGISTER, &reg));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        char *page = numbered(1, MAP_PRIVATE);
        struct uffd_msg msg;
        for (int i = 0; i < 4 && read(fd, &msg, sizeof msg) > 0; i++) {
            struct uffdio_copy copy = {msg.arg.pagefault.address & -PAGE,
                                       (uintptr_t)page, PAGE, 0, 0};
            page[0] = (char)('a' + i);
            ioctl(fd, UFFDIO_COPY, &copy);
        }
        _exit(0);
    }
    /* By an access, by a kernel's write and read, by a call's argument. */
    SHOW(peek(p));
    zero = open("/dev/zero", O_RDONLY);
    SHOW(read(zero, p + PAGE + 1, 3));
    SHOW(p[PAGE]);
    SHOW(write(open("/dev/null", O_WRONLY), p + 2 * PAGE, 5));
    SHOW(access(p + 3 * PAGE, F_OK));
    printf("%c %c %d\n", p[2 * PAGE], p[3 * PAGE], p[3 * PAGE + 1]);
    waitpid(pid, NULL, 0);
    close(fd);
}

/* Memory that may not become executable; also after fork and exec. */
static void show_denied(void)
{
    char *p = map(2, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    char *x = map(1, PROT_READ | PROT_EXEC, MAP_PRIVATE);
    SHOW(prctl(66, 0, 0, 0, 0));
    SHOW(prctl(66, 1, 0, 0, 0));
    SHOW(prctl(65, 2, 0, 0, 0));
    SHOW(prctl(65, 4, 0, 0, 0));
    SHOW(prctl(65, 1, 1, 0, 0));
    SHOW(prctl(65, 1, 0, 0, 0));
    SHOW(prctl(66, 0, 0, 0, 0));
    SHOW(prctl(65, 3, 0, 0, 0));
    SHOW(prctl(65, 0, 0, 0, 0));
    SHOW(mprotect(p, PAGE, PROT_READ | PROT_EXEC));
    SHOW(mprotect(p, PAGE, PROT_READ));
    SHOW(mprotect(x, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC));
    SHOW(mprotect(x, PAGE, PROT_EXEC));
    SHOW_OK(map(1, PROT_READ | PROT_EXEC, MAP_PRIVATE));
    SHOW_OK(map(1, PROT_WRITE | PROT_EXEC, MAP_PRIVATE));
    SHOW_OK(map(1, PROT_WRITE, MAP_PRIVATE));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(prctl(66, 0, 0, 0, 0));
        SHOW(mprotect(p, PAGE, PROT_READ | PROT_EXEC));
        execl("/proc/self/exe", "again", "denied", NULL);
        _exit(1);
    }
    waitpid(pid, NULL, 0);
}

static void show_uninherited(void)
{
    SHOW(prctl(65, 3, 0, 0, 0));
    SHOW(prctl(66, 0, 0, 0, 0));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(prctl(66, 0, 0, 0, 0));
        SHOW_OK(map(1, PROT_WRITE | PROT_EXEC, MAP_PRIVATE));
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    SHOW_OK(map(1, PROT_WRITE | PROT_EXEC, MAP_PRIVATE));
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        SHOW(prctl(66, 0, 0, 0, 0));
        SHOW_OK(map(1, PROT_WRITE | PROT_EXEC, MAP_PRIVATE));
        return 0;
    }
    signal(SIGSEGV, on_fault);
    signal(SIGBUS, on_fault);
    show_in_directory();
    show_mremap();
    show_advice();
    show_residence();
    show_nonlinear();
    show_kinds();
    show_userfault();
    show_filled();
    show_in_child(show_denied);
    show_in_child(show_uninherited);
    return 0;
}
