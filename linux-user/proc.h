// SPDX-License-Identifier: MIT
/*
 * What /proc shows of a Ferry process (doc/linux.md, L9).
 *
 * The kernel is told the guest's addresses at load, so that cmdline, environ,
 * auxv and stat are right for every observer.  maps, smaps and numa_maps are
 * the host's up to the guest's limit, exe is the guest's program, cpuinfo
 * describes the guest's processor.  These are recognised by what was opened
 * (the file system and its name there), not by the path's text, and the guest
 * gets a read-only snapshot in place of the host's file.
 */
#ifndef FERRY_PROC_H
#define FERRY_PROC_H

#include "types.h"

struct task;

/*
 * At load, once the guest's stack is built: mm's arg, env, auxv, brk and image
 * fields become the kernel's, and the thread is named after the program.
 * auxv: the guest's, of auxv_bytes.
 */
void proc_describe(struct task *t, const void *auxv, size_t auxv_bytes);

/*
 * After an open gave fd: the descriptor the guest gets in its
 * place, which is fd itself unless the file is one that Ferry must show
 * differently; or -errno, fd being closed.  flags are those of the open.
 */
long proc_opened(struct task *t, int fd, int flags);

/*
 * 1 if name, taken relative to dirfd as the host does, is the exe link of this
 * or another process that runs Ferry, in any /proc: file (PATH_BYTES) is then
 * the guest's program.  0 if it is not, -errno if there is no descriptor or
 * memory to find out.  name may be unreadable.
 */
long proc_exe(struct task *t, int dirfd, uint64_t name, char *file);

/*
 * The same, but file is a name by which it can be opened, for a privileged
 * process even where it has been removed or never had a name.
 */
long proc_exe_open(struct task *t, int dirfd, uint64_t name, char *file);

/* True if fd is a listing of this process's descriptors in a /proc. */
bool proc_lists_descriptors(struct task *t, int fd);

/*
 * A mapping of a process that runs Ferry, in its map_files: true if fd lists
 * such, and if name, relative to dirfd as above, is one that is not the
 * guest's.
 */
bool proc_lists_mappings(int fd);
bool proc_mapping_hidden(struct task *t, int dirfd, uint64_t name);
/* The first address in the name of a mapping there, "start-end"; 0: none. */
uint64_t proc_mapping_start(const char *name);

/* Files that show a process's memory by address. */
enum proc_file { PROC_OTHER, PROC_PAGEMAP, PROC_MEM };
/*
 * Which of them fd is, of a process that runs Ferry; PROC_OTHER also if it
 * does not.  *own: the process runs in t's address space.
 */
enum proc_file proc_memory(struct task *t, int fd, bool *own);

#endif
