# SPDX-License-Identifier: MIT
# Tests of jit.
