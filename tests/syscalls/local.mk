# SPDX-License-Identifier: MIT
# Tests of syscalls.
