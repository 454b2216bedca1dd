// SPDX-License-Identifier: MIT
/*
 * For guest programs with libc: CHECK(condition) prints and counts what does
 * not hold; main() returns check_result().
 */
#ifndef FERRY_TESTS_LINUX_USER_CHECK_H
#define FERRY_TESTS_LINUX_USER_CHECK_H

#include <stdio.h>

static int check_failures;

#define CHECK(condition)                                                    \
    ((condition) ? (void)0                                                  \
                 : (void)(check_failures++, printf("%s:%d: %s\n", __FILE__, \
                                                   __LINE__, #condition)))

static inline int check_result(void)
{
    return check_failures != 0;
}

#endif
