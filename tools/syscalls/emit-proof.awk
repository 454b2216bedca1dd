# SPDX-License-Identifier: MIT
# For a test: writes C files that a compiler for one side accepts only if its
# headers agree with the tables on layouts, values and numbers.
#   -v isa=arm64   the column, and by its class the layouts, to prove
#   -v dir=DIR     writes DIR/1.c, ...; each includes what from= names
# What a header does not define is not compared; structs without from= are
# listed on stdout.

function begin_file(from,    n, w, i)
{
    name = dir "/" ++nfiles ".c"
    print "#define _GNU_SOURCE\n#include <stddef.h>" > name
    n = split(from, w, /,/)
    for (i = 1; i <= n; i++)
        print "#include " w[i] > name
}

function claim(left, right, what)
{
    printf "_Static_assert(%s == %s, \"%s\");\n", left, right, what > name
}

function prove_struct(s, class,    key, i, c)
{
    key = layout(s, class)
    if (key == "")
        return
    lay_out(s, class)
    if (L_from[key] == "") {
        print "no header to compare with: struct " s
        return
    }
    begin_file(L_from[key])
    c = L_c[key]
    claim("sizeof(" c ")", Z_of[s, class], s)
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++) {
        if (I_name[i] ~ /^_/ && F_c[i] == I_name[i])
            continue
        claim("offsetof(" c ", " F_c[i] ")", O_of[i, class],
              s "." I_name[i])
        if (I_name[i] !~ /^_/)
            claim("sizeof(((" c " *)0)->" F_c[i] ")", field_size(i, class),
                  "size of " s "." I_name[i])
    }
    close(name)
}

function prove_set(s,    v)
{
    if (S_from[s] == "")
        return
    begin_file(S_from[s])
    for (v = S_first[s]; v < S_first[s] + S_n[s]; v++) {
        print "#ifdef " V_name[v] > name
        if (V_val[v, isa] == "-")
            print "#error " V_name[v] " is there" > name
        else if (S_width[s] == 16)
            claim("(unsigned short)(" V_name[v] ")", V_val[v, isa], V_name[v])
        else
            claim("(unsigned)(" V_name[v] ")", "(unsigned)" V_val[v, isa],
                  V_name[v])
        print "#endif" > name
    }
    close(name)
}

function prove_numbers(    nr)
{
    begin_file("<asm/unistd.h>")
    for (nr = 0; nr <= N_last[isa]; nr++)
        if ((isa, nr) in N_name) {
            print "#ifdef __NR_" N_name[isa, nr] > name
            claim("__NR_" N_name[isa, nr], nr, N_name[isa, nr])
            print "#endif" > name
        }
    close(name)
}

function emit(    i)
{
    for (i = 1; i <= nstructs; i++)
        prove_struct(struct_name[i], C_of[isa])
    for (i = 1; i <= nsets; i++)
        prove_set(set_name[i])
    prove_numbers()
}
