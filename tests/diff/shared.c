// SPDX-License-Identifier: MIT
/* The memory that cases see, in this process. */
#include "tests/diff/diff.h"

#include <string.h>
#include <sys/mman.h>

static bool map_at(uint64_t address, size_t size)
{
    return mmap((void *)address, size, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1,
                0) == (void *)address;
}

bool shared_map(void)
{
    return map_at(DIFF_DATA, DIFF_DATA_BYTES) &&
           map_at(DIFF_CODE, DIFF_CODE_BYTES);
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
