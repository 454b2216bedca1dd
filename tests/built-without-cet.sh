# SPDX-License-Identifier: MIT
# Ferry does not ask for indirect branch tracking or a shadow stack, and none of
# its own code is built for them (libc's may be: its ENDBRs are nops here).
set -u
command -v readelf >/dev/null && command -v objdump >/dev/null || exit 77
failed=0

if readelf -n "$FERRY" | grep -E 'IBT|SHSTK'; then
	echo "FAIL: the ELF note of $FERRY asks for CET"
	failed=1
fi
for library in "$builddir"/lib*.a; do
	count=$(objdump -d "$library" | grep -c endbr)
	[ "$count" = 0 ] && continue
	echo "FAIL: $library has $count ENDBRs"
	failed=1
done
exit $failed
