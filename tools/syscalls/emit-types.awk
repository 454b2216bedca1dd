# SPDX-License-Identifier: MIT
# Writes syscall-types.gen.h: the guest's flag words, values and structs, and
# what converts those that differ from the host's.  Needs ctype.awk.

# The type of a struct's member; flag words are plain there.
function member_type(id, side,    w)
{
    w = I_word[id]
    if (I_dir[id] == "" && w == "flags")
        return "uint" S_width[I_par[id]] "_t"
    if (I_dir[id] == "" && w in is_struct && item_difference(id, isa) != "")
        return "struct " side "_" w
    return ctype(id)
}

function emit_names(s,    v, name, value)
{
    for (v = S_first[s]; v < S_first[s] + S_n[s]; v++) {
        name = V_name[v]
        value = V_val[v, isa]
        if (value == "-")
            continue
        if (name in emitted) {
            if (emitted[name] != value)
                fail(S_where[s], name " is " emitted[name] " in another set")
            continue
        }
        emitted[name] = value
        if (value ~ /^-/)
            value = "(" value ")"
        else if (S_kind[s] == "flags")
            value = value (S_width[s] == 64 ? "ul" : "u")
        printf "#define GUEST_%s %s\n", name, value
    }
}

function emit_set(s)
{
    printf "\n/* %s %s (%s) */\n", S_kind[s], s, basename(S_where[s])
    if (S_kind[s] == "flags")
        printf "struct %s_flags {\n    uint%s_t bits;\n};\n", s, S_width[s]
    emit_names(s)
    if (S_kind[s] == "flags" && set_difference(s, isa) != "") {
        printf "/* false: EINVAL */\n"
        printf "bool %s_flags_to_host(struct %s_flags guest, " \
            "uint%s_t *host);\n", s, s, S_width[s]
        printf "struct %s_flags %s_flags_to_guest(uint%s_t host);\n", s, s,
            S_width[s]
    }
}

function emit_struct(name, class, side,    key, i, n)
{
    key = layout(name, class)
    printf "\nstruct %s_%s {\n", side, name
    n = L_first[key] + L_n[key]
    for (i = L_first[key]; i < n; i++)
        printf "    %s %s%s;\n", member_type(i, side), I_name[i],
            K_how[i] == "const" && I_dir[i] == "" ? "[" K_n[i] "]" : ""
    printf "}%s;\n", L_packed[key] ? " __attribute__((packed))" : ""
    for (i = L_first[key]; i < n; i++)
        printf "_Static_assert(offsetof(struct %s_%s, %s) == %d, \"%s\");\n",
            side, name, I_name[i], O_of[i, class], I_name[i]
    printf "_Static_assert(sizeof(struct %s_%s) == %d, \"%s\");\n", side,
        name, Z_of[name, class], name
}

# A struct's members must be defined before it.
function emit_layout(name,    key, i)
{
    if (name in done)
        return
    done[name] = 1
    key = layout(name, C_of[isa])
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++)
        if (I_word[i] in is_struct)
            emit_layout(I_word[i])
    emit_struct(name, C_of[isa], "abi")
    if (struct_difference(name, isa) == "")
        return
    emit_struct(name, C_of[HOST], "host")
    printf "void %s_to_guest(struct abi_%s *guest, " \
        "const struct host_%s *host);\n", name, name, name
    printf "void %s_to_host(struct host_%s *host, " \
        "const struct abi_%s *guest);\n", name, name, name
}

function emit(    i)
{
    isa = guest[1]
    print "// SPDX-License-Identifier: MIT"
    print "/* Made by tools/syscalls/emit-types.awk from syscall-tables. */"
    print "#ifndef FERRY_SYSCALL_TYPES_GEN_H"
    print "#define FERRY_SYSCALL_TYPES_GEN_H\n"
    print "#include \"types.h\""
    for (i = 1; i <= nsets; i++)
        emit_set(set_name[i])
    for (i = 1; i <= nstructs; i++)
        emit_layout(struct_name[i])
    print "\n#endif"
}
