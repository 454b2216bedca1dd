# SPDX-License-Identifier: MIT
# Writes syscall-bodies.gen.h: a prototype for each hand-written body.  Needs
# ctype.awk.

# Appends to line, or begins another where it would get too long.
function add(sep, text)
{
    if (length(line sep text) > 76) {
        done_lines = done_lines line trim(sep) "\n"
        line = "        " text
    } else
        line = line sep text
}

function emit(    r, i)
{
    print "// SPDX-License-Identifier: MIT"
    print "/*"
    print " * Made by tools/syscalls/emit-bodies.awk from syscall-tables: the"
    print " * hand-written calls.  Pointers have been compared with the limit;"
    print " * one that is outside has become GUEST_BAD_POINTER."
    print " */"
    print "#ifndef FERRY_SYSCALL_BODIES_GEN_H"
    print "#define FERRY_SYSCALL_BODIES_GEN_H\n"
    print "#include \"syscall-tables/syscall-types.gen.h\"\n"
    print "struct task;"
    for (r = 1; r <= nrows; r++) {
        if (R_how[r] !~ /^(body|emul)$/)
            continue
        line = "long " body_name(r) "(struct task *t"
        for (i = R_first[r]; i < R_first[r] + R_n[r]; i++)
            add(", ", ctype(i) " " I_name[i])
        printf "\n/* %s */\n%s%s);\n", R_short[r], done_lines, line
        done_lines = ""
    }
    print "\n#endif"
}
