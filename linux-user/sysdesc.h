// SPDX-License-Identifier: MIT
/*
 * Syscall descriptions, generated from syscall-tables/ by tools/syscalls/:
 * one line of a .def file gives one struct sysdesc (names, types, how), one
 * case of syscall_call() (checks, conversion, the host's call) and, where the
 * line says `body`, one prototype in syscall-bodies.gen.h.  doc/syscalls.md
 * explains the line format.
 *
 * The tables hold no pointers (nothing to relocate at start): names are
 * offsets into sys_strings, types indices into sys_structs and sys_sets.
 *
 * A dispatcher is three steps:
 *
 *     d = syscall_find(abi, nr);         NULL: no such number, ENOSYS
 *     d = syscall_leaf(d, args);         through sub-tables (ioctl, prctl, ...)
 *     result = syscall_call(d, t, args); 0 or more, or -errno
 *
 * Everything here is const or stateless, allocates nothing and takes no lock.
 */
#ifndef FERRY_SYSDESC_H
#define FERRY_SYSDESC_H

#include "types.h"

struct task;

/* What becomes of a call; LINUX syscall rows, `how`. */
enum sys_how {
    SYS_NONE, /* refused: err and why say how and why */
    SYS_PASS, /* the host's call with the guest's own pointers */
    SYS_CONV, /* generated: the parts whose layout differs are converted */
    SYS_BODY, /* hand-written sys_NAME(), may use the host's call */
    SYS_EMUL, /* hand-written sys_NAME(), never reaches the host */
    SYS_SUB,  /* syscall_leaf() picks a row of a sub-table */
};

/* How a call waits, and what a signal does to the wait (signal(7)). */
enum sys_wait {
    WAIT_NO,
    WAIT_RESTART,      /* restarted under SA_RESTART, else EINTR */
    WAIT_EINTR,        /* EINTR whatever the flags say */
    WAIT_RESTARTBLOCK, /* EINTR after a handler; else goes on by itself */
    WAIT_NOINTR,       /* goes on, whatever comes */
};

/* What a value, or the element a pointer points at, means. */
enum sys_kind {
    SK_VOID,
    SK_INT,   /* decimal, signed */
    SK_UINT,  /* decimal, unsigned */
    SK_HEX,   /* a word of bits nobody has named */
    SK_MODE,  /* permission bits: octal */
    SK_DEV,   /* device number */
    SK_ADDR,  /* an address that is not looked through */
    SK_FD,    /* one of the guest's file descriptors */
    SK_NEWFD, /* one that this call makes */
    SK_AT,    /* a directory's descriptor or AT_FDCWD */
    SK_PID,
    SK_UID,
    SK_GID,
    SK_SIGNAL,
    SK_FLAGS,  /* type: a set of sys_sets */
    SK_ENUM,   /* type: a set of sys_sets, one value of it */
    SK_STRUCT, /* type: one of sys_structs */
    SK_SIGSET,
    SK_BYTES,  /* contents nobody looks at: data */
    SK_STRING, /* ends with NUL */
    SK_PATH,   /* a string that names a file */
    SK_SOCKADDR,
};

enum sys_dir {
    DIR_VALUE = 0, /* no pointer */
    DIR_IN = 1,    /* the kernel reads */
    DIR_OUT = 2,   /* the kernel writes */
    DIR_NULL = 4,  /* may be NULL */
    /* The kernel reads the struct, and writes where its pointers point. */
    DIR_INNER_OUT = 8,
    /* A member that -strace leaves out. */
    DIR_HIDDEN = 16,
};

/* How many elements a pointer's memory has. */
enum sys_count {
    COUNT_ONE,
    COUNT_CONST, /* count of them */
    COUNT_ARG,   /* as argument (or field) number count says */
    COUNT_DEREF, /* as the word says that argument number count points at */
    COUNT_BYTES, /* as COUNT_ARG, and that number is bytes */
    COUNT_NUL,   /* up to the element that is zero */
};

#define VALID_ALL 254 /* sysarg.valid: all elements are valid afterwards */
#define VALID_RET 255 /* as many as the result says */

/* One argument of a row, or one field of a struct. */
struct sysarg {
    uint16_t name;    /* offset in sys_strings */
    uint8_t kind;     /* enum sys_kind */
    uint8_t dir;      /* enum sys_dir bits */
    uint8_t how_many; /* enum sys_count */
    uint8_t valid;    /* outputs: the argument that holds how many */
    uint16_t count;
    uint16_t type;   /* index in sys_structs or sys_sets, as kind says */
    uint16_t size;   /* bytes of the value or of one element */
    uint16_t offset; /* fields: bytes from the start of the struct */
};

/* A guest's struct, ABI class lp64-generic. */
struct sysstruct {
    uint16_t name;
    uint16_t size;  /* bytes */
    uint16_t field; /* the first, in sys_fields */
    uint16_t nfields;
};

/* One name of a set of flags or values; the guest's value. */
struct sysname {
    uint64_t value;
    uint64_t mask; /* matches if (word & mask) == value */
    uint16_t name;
};

struct sysset {
    uint16_t name;
    uint16_t first; /* in sys_names */
    uint16_t count;
    uint16_t ignore; /* values: flags that may stand beside one */
};

struct sysdesc {
    uint16_t name;
    uint8_t how;  /* enum sys_how */
    uint8_t wait; /* enum sys_wait */
    uint8_t nargs;
    /* Arguments, counted from 1; 0: there is none.  See wait.h. */
    uint8_t left;        /* the time that runs while the call waits */
    uint8_t clock;       /* by which it runs */
    uint8_t timer_flags; /* may say that it is no length of time */
    uint8_t ret;         /* enum sys_kind */
    uint16_t arg;   /* the first, in sys_args; after the last: the result */
    int16_t host;   /* the host's number, -1: the host has none */
    uint16_t err;   /* SYS_NONE, SYS_SUB (unknown value): errno */
    uint16_t why;   /* SYS_NONE: the reason, in sys_strings */
    uint16_t where; /* "file.def:line", in sys_strings */
};

extern const char sys_strings[];
extern const struct sysdesc sys_descs[];
extern const struct sysarg sys_args[];
extern const struct sysarg sys_fields[];
extern const struct sysstruct sys_structs[];
extern const struct sysname sys_names[];
extern const struct sysset sys_sets[];
/* Sets that -strace looks up by itself. */
extern const uint16_t sys_set_errno, sys_set_signal, sys_set_family;

/* The numbers of one guest ISA: rows[nr] is an index in sys_descs. */
struct syscall_abi {
    unsigned count;       /* the first number that is unknown */
    const uint16_t *rows; /* 0: no such number */
};

extern const struct syscall_abi arm64_syscalls;

static inline const char *sys_string(unsigned offset)
{
    return sys_strings + offset;
}

/* The row of a number; NULL if the guest's kernel has no such number. */
const struct sysdesc *syscall_find(const struct syscall_abi *abi, uint64_t nr);

/*
 * The row that the arguments choose in d's sub-tables; d itself if it has
 * none.  A value that no row knows gives the SYS_SUB row it was looked up in:
 * calling that gives its errno.
 */
const struct sysdesc *syscall_leaf(const struct sysdesc *d,
                                   const uint64_t args[6]);

/*
 * Does the call of a leaf.  Returns the kernel's result, -4095..-1 being
 * -errno.  Blocks as d->wait says; may not return (exit, rt_sigreturn, exec).
 */
long syscall_call(const struct sysdesc *d, struct task *t,
                  const uint64_t args[6]);

#endif
