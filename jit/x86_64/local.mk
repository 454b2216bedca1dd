# SPDX-License-Identifier: MIT
# The x86-64 back end.

libjit_a_SOURCES +=
