# SPDX-License-Identifier: MIT
# The AArch64 guest: decode tables, translators, cpu state.

libaarch64_a_SOURCES =
