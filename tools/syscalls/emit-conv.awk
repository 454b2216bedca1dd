# SPDX-License-Identifier: MIT
# Writes syscall-conv.gen.c: conversion of flag words and structs that differ
# between guest and host.  Needs ctype.awk.

# Every named flag moves by itself; a mask of several bits moves as a whole.
function convert_set(s, from, to, suffix,    v, n, m)
{
    n = S_first[s] + S_n[s]
    printf "    %s = 0;\n", suffix
    for (v = S_first[s]; v < n; v++) {
        if (V_val[v, from] == "-")
            continue
        m = V_mask[v] != "" ? V_mask[v] "u" : V_val[v, from] "u"
        printf "    if ((bits & %s) == %su) {%s\n", m, V_val[v, from],
            " /* " V_name[v] " */"
        if (V_val[v, to] != "-")
            printf "        %s |= %su;\n", suffix, V_val[v, to]
        printf "        known |= %s;\n    }\n", m
    }
}

# The bits that have a name in column to, and none in column from: they must
# not get through by having none.
function foreign(s, from, to,    v, text)
{
    text = ""
    for (v = S_first[s]; v < S_first[s] + S_n[s]; v++)
        if (V_val[v, from] == "-")
            text = text " & ~" V_val[v, to] "u"
    return text
}

function emit_set(s,    ctext)
{
    ctext = "uint" S_width[s] "_t"
    printf "\nbool %s_flags_to_host(struct %s_flags guest, %s *host)\n{\n", s,
        s, ctext
    printf "    %s bits = guest.bits, known = 0;\n\n", ctext
    convert_set(s, isa, HOST, "*host")
    if (S_unknown[s] == "pass")
        print "    *host |= bits & ~known" foreign(s, isa, HOST) \
            ";\n    return true;"
    else if (S_unknown[s] == "drop")
        print "    (void)known;\n    return true;"
    else
        print "    return (bits & ~known) == 0;"
    print "}"
    printf "\nstruct %s_flags %s_flags_to_guest(%s bits)\n{\n", s, s, ctext
    printf "    %s known = 0, guest;\n\n", ctext
    convert_set(s, HOST, isa, "guest")
    if (S_unknown[s] == "pass")
        print "    guest |= bits & ~known" foreign(s, HOST, isa) ";"
    else
        print "    (void)known;"
    printf "    return (struct %s_flags){guest};\n}\n", s
}

# Members go by name; what the other side lacks is zero.
function copy_members(name, class, to, from, side,    key, i, t, j)
{
    key = layout(name, class)
    printf "    *%s = (struct %s_%s){0};\n", to, side, name
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++) {
        j = member(name, class == C_of[isa] ? C_of[HOST] : C_of[isa],
                   I_name[i])
        if (!j || I_name[i] ~ /^_/)
            continue
        if (K_how[i] == "const" && I_dir[i] == "")
            fail(I_where[i], I_name[i] ": arrays are not converted yet")
        if (I_word[i] in is_struct && item_difference(i, isa) != "")
            printf "    %s_to_%s(&%s->%s, &%s->%s);\n", I_word[i],
                side == "abi" ? "guest" : "host", to, I_name[i], from,
                I_name[i]
        else if (I_word[i] == "flags" && set_difference(I_par[i], isa) != "")
            fail(I_where[i], I_name[i] ": flags in structs are not " \
                 "converted yet")
        else
            printf "    %s->%s = %s->%s;\n", to, I_name[i], from, I_name[i]
    }
}

# The item of the member called text; 0 if there is none.
function member(name, class, text,    key, i)
{
    key = layout(name, class)
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++)
        if (I_name[i] == text)
            return i
    return 0
}

function emit_struct(name)
{
    printf "\nvoid %s_to_guest(struct abi_%s *guest, " \
        "const struct host_%s *host)\n{\n", name, name, name
    copy_members(name, C_of[isa], "guest", "host", "abi")
    printf "}\n\nvoid %s_to_host(struct host_%s *host, " \
        "const struct abi_%s *guest)\n{\n", name, name, name
    copy_members(name, C_of[HOST], "host", "guest", "host")
    print "}"
}

function emit(    i)
{
    isa = guest[1]
    print "// SPDX-License-Identifier: MIT"
    print "/* Made by tools/syscalls/emit-conv.awk from syscall-tables. */"
    print "#include \"syscall-tables/syscall-types.gen.h\""
    for (i = 1; i <= nsets; i++)
        if (S_kind[set_name[i]] == "flags" &&
            set_difference(set_name[i], isa) != "")
            emit_set(set_name[i])
    for (i = 1; i <= nstructs; i++)
        if (struct_difference(struct_name[i], isa) != "")
            emit_struct(struct_name[i])
}
