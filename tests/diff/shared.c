// SPDX-License-Identifier: MIT
/* The memory that cases see, in this process. */
#define _GNU_SOURCE /* memfd_create */
#include "tests/diff/diff.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static unsigned page_count;
static int protections[DIFF_MAX_PAGES];

static bool map_at(uint64_t address, size_t size, int flags, int fd)
{
    return mmap((void *)address, size, PROT_READ | PROT_WRITE,
                flags | MAP_FIXED_NOREPLACE, fd, 0) == (void *)address;
}

bool shared_map(unsigned pages)
{
    int fd = memfd_create("diff", 0);
    bool ok =
        fd >= 0 && !ftruncate(fd, DIFF_DATA_BYTES) &&
        map_at(DIFF_CODE, DIFF_CODE_BYTES, MAP_PRIVATE | MAP_ANONYMOUS, -1);
    for (unsigned n = 0; ok && n < pages; n++) {
        ok = map_at(DIFF_DATA + n * DIFF_DATA_BYTES, DIFF_DATA_BYTES,
                    MAP_SHARED, fd);
        protections[n] = PROT_READ | PROT_WRITE;
    }
    page_count = pages;
    return ok;
}

void shared_protect(unsigned page, int prot)
{
    protections[page] = prot;
    mprotect((void *)(DIFF_DATA + page * DIFF_DATA_BYTES), DIFF_DATA_BYTES,
             prot);
}

unsigned shared_pages(void)
{
    return page_count;
}

int shared_protection(unsigned page)
{
    return protections[page];
}

void shared_set_code(const struct diff_batch *batch)
{
    for (uint32_t n = 0; n < batch->count; n++)
        memcpy((void *)batch->cases[n].in.pc, batch->cases[n].words,
               DIFF_SLOT_BYTES);
}

static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    (void)mem;
    if (pc < DIFF_CODE || pc >= DIFF_CODE + DIFF_CODE_BYTES)
        return 0;
    if (len > DIFF_CODE + DIFF_CODE_BYTES - pc)
        len = DIFF_CODE + DIFF_CODE_BYTES - pc;
    memcpy(dst, (const void *)pc, len);
    return len;
}

const struct mem shared_mem = {
    .kind = MEM_DIRECT,
    .limit = 1ull << 47,
    .fetch = fetch,
};
