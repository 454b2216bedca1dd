# SPDX-License-Identifier: MIT
# Writes syscall-desc.gen.c: the tables of linux-user/sysdesc.h and the choice
# of a row.  Strings come first, since all else names them by offset.

# The offset of text in the pool.
function string(text)
{
    if (!(text in S_at)) {
        S_at[text] = pool_end
        pool[++npool] = text
        pool_end += length(text) + 1
    }
    return S_at[text]
}

function line(text)
{
    lines = lines "    " text ",\n"
}

function begin(type, name)
{
    lines = ""
    table = "const " type " " name "[] = {\n"
}

function finish()
{
    output = output "\n" table lines "};\n"
}

function kind_text(id)
{
    if (I_word[id] in is_struct)
        return "SK_STRUCT"
    if (I_word[id] == "flags")
        return "SK_FLAGS"
    if (I_word[id] == "enum")
        return "SK_ENUM"
    return "SK_" W_kind[I_word[id]]
}

function type_index(id)
{
    if (I_word[id] in is_struct)
        return is_struct[I_word[id]] - 1
    if (I_word[id] == "flags" || I_word[id] == "enum")
        return set_index[I_par[id]]
    return 0
}

function direction(id,    d)
{
    d = I_dir[id]
    if (d == "")
        return "0"
    d = d == "in" ? "DIR_IN" : d == "out" ? "DIR_OUT" : "DIR_IN | DIR_OUT"
    return d (I_null[id] ? " | DIR_NULL" : "") \
        (I_inner[id] == "out" ? " | DIR_INNER_OUT" : "")
}

# Is the member one that -strace leaves out?
function is_hidden(id, key)
{
    return I_name[id] ~ /^_/ || (L_show[key] != "" &&
        index("," L_show[key] ",", "," I_name[id] ",") == 0)
}

# key: of the struct whose member it is; "" for an argument.
function describe(id, offset, key,    how, n, valid)
{
    how = "COUNT_" toupper(K_how[id])
    n = K_n[id] == "" ? 0 : K_n[id]
    if (K_min[id])
        how = "COUNT_BYTES"
    valid = K_valid[id] == "" ? "VALID_ALL" : \
        K_valid[id] == "ret" ? "VALID_RET" : K_valid[id]
    line("{" string(I_name[id]) ", " kind_text(id) ", " direction(id) \
         (key != "" && is_hidden(id, key) ? " | DIR_HIDDEN" : "") ", " how \
         ", " valid ", " n ", " type_index(id) ", " \
         element_size(id, C_of[isa]) ", " offset "}")
}

function emit_sets(    i, v, s, shown)
{
    begin("struct sysname", "sys_names")
    for (i = 1; i <= nvalues; i++) {
        v = V_val[i, isa]
        # What the guest's column lacks never matches.
        if (v ~ /^-[0-9]/)
            v = "0xffffffff & " v
        shown = v == "-" ? "1, 0" : v ", " (V_mask[i] != "" ? V_mask[i] : v)
        line("{" shown ", " string(V_name[i]) "}")
    }
    finish()
    begin("struct sysset", "sys_sets")
    for (i = 1; i <= nsets; i++) {
        s = set_name[i]
        set_index[s] = i - 1
        line("{" string(s) ", " S_first[s] - 1 ", " S_n[s] ", " \
             (S_ignore[s] == "" ? 0 : S_ignore[s]) "}")
    }
    finish()
    output = output "\nconst uint16_t sys_set_errno = " set_index["errno"] \
        ", sys_set_signal = " set_index["signal"] ",\n               " \
        "sys_set_family = " set_index["family"] ";\n"
}

function emit_structs(    i, j, key, class, nfields)
{
    class = C_of[isa]
    begin("struct sysarg", "sys_fields")
    nfields = 0
    for (i = 1; i <= nstructs; i++) {
        key = layout(struct_name[i], class)
        field_at[i] = nfields
        for (j = L_first[key]; j < L_first[key] + L_n[key]; j++) {
            describe(j, O_of[j, class], key)
            nfields++
        }
    }
    finish()
    begin("struct sysstruct", "sys_structs")
    for (i = 1; i <= nstructs; i++) {
        key = layout(struct_name[i], class)
        line("{" string(struct_name[i]) ", " Z_of[struct_name[i], class] \
             ", " field_at[i] ", " L_n[key] "}")
    }
    finish()
}

function emit_rows(    r, i, nargs, nr, err)
{
    begin("struct sysarg", "sys_args")
    nargs = 0
    for (r = 1; r <= nrows; r++) {
        arg_at[r] = nargs
        for (i = R_first[r]; i <= R_first[r] + R_n[r]; i++) {
            describe(i, 0, "")
            nargs++
        }
    }
    finish()
    begin("struct sysdesc", "sys_descs")
    line("{0}")
    for (r = 1; r <= nrows; r++) {
        nr = R_how[r] ~ /^(sub|none)$/ || !((HOST, top_name(r)) in N_nr) ? \
            -1 : N_nr[HOST, top_name(r)]
        err = R_how[r] == "none" ? R_err[r] : R_how[r] == "sub" ? \
            T_unknown[R_sub[r]] : 0
        line("{" string(R_table[r] == "" ? R_name[r] : top_name(r)) ", SYS_" \
             toupper(R_how[r]) ", WAIT_" toupper(R_wait[r]) ", " R_n[r] \
             ", " R_left_at[r] + 1 ", " R_clock_at[r] + 1 ", " \
             R_timer_at[r] + 1 ", " kind_text(R_ret[r]) ", " arg_at[r] ", " nr ", " err ", " \
             string(R_why[r]) ", " string(R_short[r]) "}")
    }
    finish()
}

function emit_numbers(    i, nr, name)
{
    name = isa
    gsub(/-/, "_", name)
    lines = ""
    table = "static const uint16_t " name "_rows[] = {\n"
    for (nr = 0; nr <= N_last[isa]; nr++)
        line((isa, nr) in N_name ? row_of[N_name[isa, nr]] : 0)
    finish()
    output = output "\nconst struct syscall_abi " name "_syscalls = {" \
        "ARRAY_SIZE(" name "_rows), " name "_rows};\n"
}

# From the value of the argument that a sub-table looks at to the row.
function emit_choice(t,    v, s, n)
{
    s = T_set[t]
    printf "\nstatic unsigned choose_%s(const uint64_t args[6])\n{\n", t
    printf "    switch ((uint32_t)args[%d]%s) {\n", T_sel[t],
        S_ignore[s] == "" ? "" : " & ~" S_ignore[s] "u"
    for (v = S_first[s]; v < S_first[s] + S_n[s]; v++)
        if ((t, V_name[v]) in T_for && V_val[v, isa] != "-")
            printf "    case %s:\n        return %d; /* %s */\n",
                V_val[v, isa], T_for[t, V_name[v]], V_name[v]
    print "    default:\n        return 0;\n    }\n}"
}

function emit_leaf(    r)
{
    for (r = 1; r <= ntables; r++)
        emit_choice(table_name[r])
    print "\nconst struct sysdesc *syscall_leaf(const struct sysdesc *d,"
    print "                                   const uint64_t args[6])\n{"
    print "    while (d->how == SYS_SUB) {"
    print "        unsigned row = 0;\n\n        switch (d - sys_descs) {"
    for (r = 1; r <= nrows; r++)
        if (R_how[r] == "sub")
            printf "        case %d:\n            row = choose_%s(args);\n" \
                "            break;\n", r, R_sub[r]
    print "        }\n        if (!row)\n            return d;"
    print "        d = &sys_descs[row];\n    }\n    return d;\n}"
}

function emit(    i)
{
    isa = guest[1]
    pool_end = npool = 0
    string("")
    emit_sets()
    emit_structs()
    emit_rows()
    emit_numbers()
    if (pool_end > 65535)
        fail("syscall-tables", "the strings need more than 65535 bytes")
    print "// SPDX-License-Identifier: MIT"
    print "/* Made by tools/syscalls/emit-desc.awk from syscall-tables. */"
    print "#include \"linux-user/sysdesc.h\"\n\n#include <errno.h>\n"
    print "const char sys_strings[] ="
    for (i = 1; i <= npool; i++)
        printf "    \"%s\\0\"%s\n", pool[i], i == npool ? ";" : ""
    printf "%s", output
    emit_leaf()
    print "\nconst struct sysdesc *syscall_find(const struct syscall_abi *abi,"
    print "                                   uint64_t nr)\n{"
    print "    if (nr >= abi->count || !abi->rows[nr])\n        return NULL;"
    print "    return &sys_descs[abi->rows[nr]];\n}"
}
