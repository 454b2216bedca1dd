# SPDX-License-Identifier: MIT
# The Linux personality.

libuser_a_SOURCES =
