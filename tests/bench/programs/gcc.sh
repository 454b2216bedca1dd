# SPDX-License-Identifier: MIT
# The driver whole: preprocessor, compiler, assembler and linker. Natively it
# is the cross compiler, which must make the same program.
# shellcheck shell=dash
cd /tmp/w || exit
cat >main.c <<'EOF'
int one(int);
int main(int argc, char **argv)
{
	(void)argv;
	return one(argc);
}
EOF
echo 'int one(int n) { return n * 31 % 7; }' >one.c
aarch64-linux-gnu-gcc-14 -O1 -nostartfiles -Wl,-e,main \
    -Wl,--build-id=none -o out/program main.c one.c
