# SPDX-License-Identifier: MIT
# Is it prime? Multiplication of long numbers.
# shellcheck shell=dash
read -r prime </tmp/in/prime
exec openssl prime -hex "$prime"
