# SPDX-License-Identifier: MIT
# Tests of aarch64.
