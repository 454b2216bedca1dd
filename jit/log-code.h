// SPDX-License-Identifier: MIT
/*
 * `-d in_asm,op,op_opt,out_asm`: one region on its way.  Code goes out as
 * lines that ferry-disas turns into assembly (tools/ferry-disas.c).
 */
#ifndef FERRY_JIT_LOG_CODE_H
#define FERRY_JIT_LOG_CODE_H

#include "jit/tcache.h"

void log_guest_code(const struct region *r, const struct mem *mem);
void log_ir(const struct region *r, const char *stage);
void log_host_code(const struct code *c);

#endif
