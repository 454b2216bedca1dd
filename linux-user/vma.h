// SPDX-License-Identifier: MIT
/*
 * The list of the guest's mappings: sorted, disjoint, neighbours of the same
 * kind merged.  Private to uspace; its lock is held in all of these.
 */
#ifndef FERRY_VMA_H
#define FERRY_VMA_H

#include "uspace.h"

/* Makes room for n more entries; false if memory can't be had. */
bool vma_reserve(struct uspace *us, size_t n);
/* Index of the first mapping that ends above addr; count if there is none. */
size_t vma_above(const struct uspace *us, gaddr_t addr);
/* True if nothing of [start, end) is mapped or a hole. */
bool vma_is_free(const struct uspace *us, gaddr_t start, gaddr_t end);
/* True if a mapping in [start, end) has one of flags. */
bool vma_any(const struct uspace *us, gaddr_t start, gaddr_t end,
             uint32_t flags);
/* Forgets [start, end); may take one entry more. */
void vma_remove(struct uspace *us, gaddr_t start, gaddr_t end);
/* Enters v in place of what is there; may take two entries more. */
void vma_set(struct uspace *us, struct vma v);
/* The part of v that begins at start, which lies in it. */
struct vma vma_from(struct vma v, gaddr_t start);
/*
 * Changes VMA_READ, WRITE and EXEC of [start, end); what is not in the list
 * (a stack that grew) is entered as grown.  Needs vma_protect_room() entries.
 */
void vma_protect(struct uspace *us, gaddr_t start, gaddr_t end, uint32_t prot);
/* Changes other flags of what the list has of [start, end); the same room. */
void vma_mark(struct uspace *us, gaddr_t start, gaddr_t end, uint32_t clear,
              uint32_t set);
size_t vma_protect_room(const struct uspace *us, gaddr_t start, gaddr_t end);
/*
 * The highest address of len free bytes, aligned, within [low, high); 0 if
 * there is none.
 */
gaddr_t vma_gap(const struct uspace *us, uint64_t len, uint64_t align,
                gaddr_t low, gaddr_t high);
/* The part of [*start, end) up to the first hole, or behind it: see vma.c. */
gaddr_t hole_skip(const struct uspace *us, gaddr_t *start, gaddr_t end);
/* Remembers an executable range, until the list changes. */
void code_range_set(struct uspace *us, gaddr_t start, gaddr_t end);
/* Without the lock: true if [start, end) lies in it. */
bool code_range_holds(struct uspace *us, gaddr_t start, gaddr_t end);
/* True if [start, end) touches a hole. */
bool hole_hit(const struct uspace *us, gaddr_t start, gaddr_t end);

#endif
