# SPDX-License-Identifier: MIT
# ferry-disas shows guest and host code, our name where capstone knows none,
# and passes on every other line.
[ -x "$builddir/ferry-disas" ] || { echo "built without capstone"; exit 77; }
"$builddir/ferry-disas" >disas.$$ <<END
some text
@a64 400000 d10083ff
@a64 400004 00000001 OURS
@a64 400008
@x64 1000 4889e5c3
END
status=$?
tr -s ' ' <disas.$$ >disas.out.$$
diff - disas.out.$$ <<END || status=1
some text
 400000: d10083ff sub sp, sp, #0x20
 400004: 00000001 OURS
@a64 400008
 1000: 4889e5 mov rbp, rsp
 1003: c3 ret
END
rm -f disas.$$ disas.out.$$
exit $status
