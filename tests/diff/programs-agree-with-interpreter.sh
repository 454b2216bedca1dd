#!/bin/sh
# SPDX-License-Identifier: MIT
# Random straight-line programs end alike in the translator and the
# interpreter.
exec "$builddir/tests/diff/differential" --program --count 5000 \
    --exceptions "$srcdir/tests/diff/exceptions"
