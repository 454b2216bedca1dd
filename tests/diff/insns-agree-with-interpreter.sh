#!/bin/sh
# SPDX-License-Identifier: MIT
# Random instructions of every row end alike in the translator and the
# interpreter.
exec "$builddir/tests/diff/differential" --count 50 \
    --exceptions "$srcdir/tests/diff/exceptions"
