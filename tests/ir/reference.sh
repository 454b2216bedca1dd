#!/bin/sh
# SPDX-License-Identifier: MIT
# The IR's reference page has a row for each op, with its signature and its
# equation.
set -eu
${AWK:-awk} -f "$srcdir/tools/lint/ir-reference.awk" \
    "$srcdir/jit/ir-ops.def" "$srcdir/doc/ir.md"
