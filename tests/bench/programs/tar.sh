# SPDX-License-Identifier: MIT
# A tree of small files: packed, listed, unpacked, compared.
# shellcheck shell=dash
cd /tmp/w || exit
mkdir new
options='--sort=name --owner=0 --group=0 --numeric-owner --mtime=@0'
# shellcheck disable=SC2086
tar $options -C /tmp/in -cf tree.tar tree
cksum <tree.tar
tar -tvf tree.tar --utc | cksum
tar -C new -xf tree.tar
tar -C new -df tree.tar && echo same
