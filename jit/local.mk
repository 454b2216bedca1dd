# SPDX-License-Identifier: MIT
# The translator without its back end: IR, passes, code cache, lookup.

libjit_a_SOURCES =
