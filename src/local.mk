# SPDX-License-Identifier: MIT
# What both modes share: arena, locks, print, log, options.

libbase_a_SOURCES =
