# SPDX-License-Identifier: MIT
# 7z packs one file and unpacks it.
# shellcheck shell=dash
7z a -mmt=1 -mx=5 -mtm- -bso0 -bsp0 /tmp/w/out/packed.7z /tmp/in/lines
7z x -mmt=1 -so -bso0 -bsp0 /tmp/w/out/packed.7z | cmp - /tmp/in/lines &&
    echo same
