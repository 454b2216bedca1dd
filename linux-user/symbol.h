// SPDX-License-Identifier: MIT
/* The symbols of an ELF file, for messages: no allocation, hostile input. */
#ifndef FERRY_SYMBOL_H
#define FERRY_SYMBOL_H

#include "types.h"

/*
 * "function+0x12" for the byte at this offset of the file, into buf; false:
 * its tables say nothing of it.
 */
bool symbol_find(const char *file, uint64_t offset, char *buf, size_t size);

#endif
