// SPDX-License-Identifier: MIT
/* System V message queues, semaphores and segments; POSIX message queues. */
#include "show.h"

#include <mqueue.h>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <time.h>

#define PAGE 4096L

struct text {
    long type;
    char text[100];
};

static void show_messages(void)
{
    struct text m = {3, "three"}, got;
    struct msqid_ds ds;
    int id = msgget(IPC_PRIVATE, IPC_CREAT | 0600), none = msgget(0x7f1234, 0);
    SHOW(none);
    SHOW(msgsnd(id, &m, 6, 0));
    m = (struct text){5, "five"};
    SHOW(msgsnd(id, &m, 5, IPC_NOWAIT));
    m.type = 0;
    SHOW(msgsnd(id, &m, 5, 0));
    m.type = 1;
    SHOW(msgsnd(id, &m, -1, 0));
    SHOW(msgsnd(id, &m, 1 << 20, 0));
    SHOW(msgsnd(id, (void *)8, 5, 0));
    SHOW(msgsnd(-1, &m, 5, 0));
    SHOW(msgsnd(id, &m, 0, 0));
    SHOW(msgctl(id, IPC_STAT, &ds));
    printf("%d messages %d bytes own %d mode %o\n", (int)ds.msg_qnum,
           (int)ds.__msg_cbytes, ds.msg_lspid == getpid(), ds.msg_perm.mode);
    SHOW(msgrcv(id, &got, 3, 5, 0));
    SHOW(msgrcv(id, &got, 3, 5, MSG_NOERROR));
    printf("%ld %.3s\n", got.type, got.text);
    SHOW(msgrcv(id, &got, 100, -9, 0));
    printf("%ld\n", got.type);
    SHOW(msgrcv(id, &got, 100, 9, IPC_NOWAIT));
    SHOW(msgrcv(id, &got, 100, 3, MSG_EXCEPT | IPC_NOWAIT));
    SHOW(msgrcv(id, &got, 100, 0, MSG_COPY));
    SHOW(msgrcv(id, &got, 100, 0, MSG_COPY | IPC_NOWAIT));
    SHOW(msgrcv(id, (void *)8, 100, 0, 0));
    SHOW(msgrcv(id, &got, -1, 0, 0));
    ds.msg_perm.mode = 0640;
    ds.msg_qbytes = 100;
    SHOW(msgctl(id, IPC_SET, &ds));
    SHOW(msgctl(id, IPC_STAT, &ds));
    printf("%d %o\n", (int)ds.msg_qbytes, ds.msg_perm.mode);
    m.type = 1;
    SHOW(msgsnd(id, &m, 90, IPC_NOWAIT));
    SHOW(msgsnd(id, &m, 90, IPC_NOWAIT));
    SHOW(msgctl(id, IPC_STAT, (void *)8));
    SHOW(msgctl(id, 77, &ds));
    struct msginfo info;
    SHOW(msgctl(0, IPC_INFO, (void *)&info) >= 0);
    printf("%d %d\n", info.msgmax, info.msgmnb);
    SHOW(msgctl(id, IPC_RMID, NULL));
    SHOW(msgctl(id, IPC_RMID, NULL));
    SHOW(msgrcv(id, &got, 100, 0, 0));
}

static void show_semaphore_values(int id)
{
    unsigned short vals[4] = {40000, 2, 3, 4};
    struct semid_ds ds;
    struct seminfo info;
    SHOW(semctl(id, 1, SETVAL, 7));
    SHOW(semctl(id, 1, SETVAL, -1));
    SHOW(semctl(id, 9, SETVAL, 1));
    SHOW(semctl(id, 1, GETPID) == getpid());
    SHOW(semctl(id, 1, GETNCNT));
    SHOW(semctl(id, 1, GETZCNT));
    SHOW(semctl(id, 0, GETALL, (void *)8));
    SHOW(semctl(id, 0, SETALL, (void *)8));
    SHOW(semctl(id, 0, SETALL, vals));
    SHOW(semctl(id, 0, IPC_STAT, &ds));
    printf("%d %o changed %d\n", (int)ds.sem_nsems, ds.sem_perm.mode,
           labs(ds.sem_ctime - time(NULL)) < 5);
    ds.sem_perm.mode = 0400;
    SHOW(semctl(id, 0, IPC_SET, &ds));
    SHOW(semctl(id, 0, IPC_STAT, &ds));
    printf("%o\n", ds.sem_perm.mode);
    SHOW(semctl(id, 0, IPC_STAT, (void *)8));
    SHOW(semctl(0, 0, IPC_INFO, &info) >= 0);
    printf("%d %d\n", info.semmsl, info.semvmx);
    SHOW(semctl(id, 0, 99));
    pid_t pid = fork();
    if (pid == 0) {
        struct sembuf undo = {3, -2, SEM_UNDO};
        SHOW(semop(id, &undo, 1));
        SHOW(semctl(id, 3, GETVAL));
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    SHOW(semctl(id, 3, GETVAL));
    SHOW(semctl(id, 0, IPC_RMID));
}

static void show_semaphores(void)
{
    int id = semget(IPC_PRIVATE, 4, IPC_CREAT | 0600);
    unsigned short vals[4] = {1, 2, 3, 4};
    struct sembuf up = {0, 5, 0}, down = {1, -9, IPC_NOWAIT},
                  zero = {2, 0, IPC_NOWAIT};
    struct sembuf both[2] = {{0, -1, 0}, {3, -100, IPC_NOWAIT}};
    struct timespec ts = {0, 2000000};
    SHOW(semget(IPC_PRIVATE, 0, IPC_CREAT | 0600));
    SHOW(semget(IPC_PRIVATE, 1 << 20, IPC_CREAT | 0600));
    SHOW(semget(0x7f1235, 1, 0));
    SHOW(semctl(id, 0, SETALL, vals));
    SHOW(semop(id, &up, 1));
    SHOW(semctl(id, 0, GETVAL));
    SHOW(semop(id, &down, 1));
    SHOW(semop(id, &zero, 1));
    SHOW(semop(id, both, 2));
    SHOW(semctl(id, 0, GETVAL));
    down.sem_flg = 0;
    SHOW(semtimedop(id, &down, 1, &ts));
    ts.tv_nsec = -1;
    SHOW(semtimedop(id, &down, 1, &ts));
    SHOW(semtimedop(id, &down, 1, (void *)8));
    up.sem_num = 4;
    SHOW(semop(id, &up, 1));
    up = (struct sembuf){0, 32767, 0};
    SHOW(semop(id, &up, 1));
    SHOW(semop(id, (void *)8, 1));
    SHOW(semop(id, &up, 0));
    SHOW(semop(id, &up, 100000));
    SHOW(semop(-1, &up, 1));
    show_semaphore_values(id);
    SHOW(semop(id, &up, 1));
}

/* What becomes of a segment that is changed by parts. */
static void show_parts(int id, char *area)
{
    char *p;
    p = shmat(id, NULL, SHM_RDONLY);
    SHOW(mprotect(p, PAGE, PROT_READ | PROT_WRITE));
    p = shmat(id, NULL, SHM_EXEC);
    SHOW(p != (void *)-1);
    /* A part that is protected otherwise, one that moves: still one. */
    SHOW(mprotect(p + PAGE, PAGE, PROT_READ));
    SHOW(shmdt(p));
    SHOW(shmdt(p));
    p = shmat(id, NULL, 0);
    char *q = mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
                     area + 10 * PAGE);
    SHOW(q == area + 10 * PAGE);
    SHOW(shmdt(p));
    SHOW(shmdt(q));
}

static void show_segments(void)
{
    int id = shmget(IPC_PRIVATE, 3 * PAGE + 1, IPC_CREAT | 0600);
    struct shmid_ds ds;
    char *p, *area = mmap(NULL, 16 * PAGE, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SHOW(shmget(IPC_PRIVATE, 0, IPC_CREAT | 0600));
    SHOW(shmget(0x7f1236, 10, 0));
    SHOW((long)shmat(id, area + 1, 0));
    SHOW((long)shmat(id, area, 0));
    SHOW((long)shmat(id, area + 4 * PAGE, SHM_REMAP) == (long)area + 4 * PAGE);
    SHOW((long)shmat(id, NULL, SHM_REMAP));
    SHOW((long)shmat(id, (void *)-PAGE, 0));
    SHOW((long)shmat(-1, NULL, 0));
    munmap(area + 10 * PAGE, 4 * PAGE);
    SHOW(shmat(id, area + 10 * PAGE + 5, SHM_RND) == area + 10 * PAGE);
    SHOW(shmctl(id, IPC_STAT, &ds));
    printf("%d attached, %ld bytes\n", (int)ds.shm_nattch, (long)ds.shm_segsz);
    area[4 * PAGE] = 'x';
    printf("%c\n", area[10 * PAGE]);
    SHOW(shmdt(area + 5 * PAGE));
    SHOW(shmdt(area + 1));
    SHOW(shmdt(area));
    SHOW(munmap(area + 11 * PAGE, PAGE));
    SHOW(shmdt(area + 10 * PAGE));
    SHOW(shmdt(area + 10 * PAGE));
    SHOW(shmctl(id, IPC_STAT, &ds));
    printf("%d attached\n", (int)ds.shm_nattch);
    show_parts(id, area);
    SHOW(shmctl(id, SHM_LOCK, NULL));
    SHOW(shmctl(id, SHM_UNLOCK, NULL));
    SHOW(shmctl(id, IPC_STAT, (void *)8));
    SHOW(shmctl(id, 88, &ds));
    ds.shm_perm.mode = 0644;
    SHOW(shmctl(id, IPC_SET, &ds));
    pid_t pid = fork();
    if (pid == 0) {
        p = shmat(id, NULL, 0);
        strcpy(p, "child");
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    p = shmat(id, NULL, SHM_RDONLY);
    printf("%s\n", p);
    SHOW(shmctl(id, IPC_RMID, NULL));
    SHOW(shmctl(id, IPC_STAT, &ds));
    printf("%o\n", ds.shm_perm.mode);
    SHOW(shmdt(p));
    SHOW(shmctl(id, IPC_STAT, &ds));
    struct shminfo info;
    struct shm_info now;
    SHOW(shmctl(0, IPC_INFO, (void *)&info) >= 0);
    printf("%ld\n", (long)info.shmmni);
    SHOW(shmctl(0, SHM_INFO, (void *)&now) >= 0);
}

static void show_notify(mqd_t q)
{
    sigset_t set;
    siginfo_t info;
    struct sigevent ev = {.sigev_notify = SIGEV_SIGNAL,
                          .sigev_signo = SIGRTMIN,
                          .sigev_value.sival_int = 5};
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    SHOW(mq_notify(q, &ev));
    SHOW(mq_notify(q, &ev));
    SHOW(mq_send(q, "tell", 4, 0));
    SHOW(sigwaitinfo(&set, &info) == SIGRTMIN);
    printf("code %d value %d\n", info.si_code, info.si_value.sival_int);
    ev.sigev_signo = 99;
    SHOW(mq_notify(q, &ev));
    SHOW(mq_notify(q, NULL));
}

static void show_posix(void)
{
    struct mq_attr attr = {0, 2, 16}, got;
    struct timespec past = {1, 0}, bad = {0, -1};
    char name[32], buf[64] = "";
    unsigned prio;
    sprintf(name, "/ferry-%d", getpid());
    int q = mq_open(name, O_RDWR | O_CREAT | O_EXCL | O_NONBLOCK, 0600, &attr);
    SHOW(q >= 0 ? 0 : -1);
    if (q < 0)
        return;
    SHOW(mq_open(name, O_RDWR | O_CREAT | O_EXCL, 0600, &attr));
    SHOW(mq_open("/none-such", O_RDWR));
    SHOW(syscall(SYS_mq_open, "with/slash", O_RDWR | O_CREAT, 0600, NULL));
    attr.mq_maxmsg = -1;
    SHOW(mq_open("/bad-one", O_RDWR | O_CREAT, 0600, &attr));
    SHOW(syscall(SYS_mq_open, "bad-two", O_RDWR | O_CREAT, 0600, 8));
    SHOW(mq_send(q, "low", 3, 1));
    SHOW(mq_send(q, "high", 4, 9));
    SHOW(mq_send(q, "full", 4, 9));
    SHOW(mq_send(q, "too long for the queue", 22, 9));
    SHOW(mq_send(q, "x", 1, 99999));
    SHOW(syscall(SYS_mq_timedsend, q, 8, 4, 0, NULL));
    SHOW(mq_getattr(q, &got));
    printf("%ld %ld %ld nonblock %d\n", got.mq_maxmsg, got.mq_msgsize,
           got.mq_curmsgs, !!(got.mq_flags & O_NONBLOCK));
    SHOW(mq_receive(q, buf, 3, &prio));
    SHOW(mq_receive(q, buf, 16, &prio));
    printf("%s %u\n", buf, prio);
    SHOW(mq_receive(q, (void *)8, 16, &prio));
    SHOW(mq_receive(q, buf, 16, NULL));
    got.mq_flags = 0;
    SHOW(mq_setattr(q, &got, NULL));
    got.mq_flags = O_APPEND;
    SHOW(mq_setattr(q, &got, NULL));
    SHOW(mq_timedreceive(q, buf, 16, &prio, &past));
    SHOW(mq_timedreceive(q, buf, 16, &prio, &bad));
    SHOW(mq_timedreceive(q, buf, 16, &prio, (void *)8));
    struct pollfd p = {q, POLLIN | POLLOUT, 0};
    SHOW(poll(&p, 1, 0));
    printf("%x\n", p.revents);
    show_notify(q);
    SHOW(mq_notify(0, NULL));
    SHOW(mq_getattr(0, &got));
    SHOW(fcntl(q, F_GETFL) & O_ACCMODE);
    SHOW(mq_unlink(name));
    SHOW(mq_unlink(name));
    SHOW(mq_close(q));
}

int main(void)
{
    show_messages();
    show_semaphores();
    show_segments();
    show_posix();
    return 0;
}
