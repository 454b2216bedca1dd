# SPDX-License-Identifier: MIT
# Syscall numbers, meanings and layouts: data, and what is generated from it.

libuser_a_SOURCES +=
