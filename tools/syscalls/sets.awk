# SPDX-License-Identifier: MIT
# Syscall tables, part 2: numbers, sets of flags and values, structs.
#
#   N_name[isa,nr] N_last[isa] C_of[isa]     numbers, the highest, ABI class
#   S_kind S_width S_unknown S_ignore S_from S_where, by set
#   S_first[set] S_n[set]; V_name V_mask V_val[v,column], v from 1
#   L_first L_n L_packed L_c L_from L_show L_where, by "struct,class";
#   fields are items; F_c[item] is its C name

# The value of option name= in text; "" if it is not there.
function option(text, name,    i)
{
    i = index(" " text, " " name "=")
    if (i == 0)
        return ""
    text = substr(text, i + length(name) + 1)
    if (substr(text, 1, 1) == "\"")
        return substr(text, 2, index(substr(text, 2), "\"") - 1)
    sub(/[ \t].*/, "", text)
    return text
}

# Takes the words that begin a line; the rest must be known options.
function check_options(text, known, where,    n, w, i, name)
{
    gsub(/"[^"]*"/, "", text)
    n = split(trim(text), w, /[ \t]+/)
    for (i = 1; i <= n; i++) {
        name = w[i]
        sub(/=.*/, "", name)
        if (index(" " known " ", " " name " ") == 0)
            fail(where, "`" name "' is not known here")
    }
}

function isa_of(name)
{
    sub(/[.]tbl$/, "", name)
    gsub(/_/, "-", name)
    return name
}

function class_line(text, where,    w)
{
    split(text, w, /[ \t]+/)
    C_of[isa_of(file)] = w[2]
}

function number_line(text, where,    w, isa)
{
    if (split(trim(text), w, /[ \t]+/) != 2 || file !~ /[.]tbl$/) {
        fail(where, "`" text "' is not `number name'")
        return
    }
    isa = isa_of(file)
    if ((isa, w[1]) in N_name)
        fail(where, "number " w[1] " is " N_name[isa, w[1]] " already")
    if ((isa, w[2]) in N_nr)
        fail(where, w[2] " has a number already")
    N_name[isa, w[1]] = w[2]
    N_nr[isa, w[2]] = w[1]
    N_where[isa, w[1]] = where
    if (w[1] + 0 > N_last[isa] + 0)
        N_last[isa] = w[1] + 0
}

function columns_line(text, where)
{
    ncolumns = split(text, columns, /[ \t]+/) - 1
}

function set_head(text, where,    w)
{
    split(text, w, /[ \t]+/)
    cur_set = w[2]
    if (cur_set in S_kind)
        fail(where, "set " cur_set " is there already")
    if (w[3] !~ /^(8|16|32|64)$/)
        fail(where, "a set is 8, 16, 32 or 64 bits wide")
    set_name[++nsets] = cur_set
    S_kind[cur_set] = w[1]
    S_width[cur_set] = w[3]
    S_where[cur_set] = where
    S_unknown[cur_set] = option(text, "unknown")
    S_ignore[cur_set] = option(text, "ignore")
    S_from[cur_set] = option(text, "from")
    S_first[cur_set] = nvalues + 1
    S_n[cur_set] = 0
    sub(/^[a-z]+[ \t]+[^ \t]+[ \t]+[^ \t]+/, "", text)
    check_options(text, "unknown ignore from", where)
    if (w[1] == "flags" && S_unknown[cur_set] !~ /^(pass|drop|einval)$/)
        fail(where, "unknown= is pass, drop or einval")
}

# NAME value [value ...] [mask=m] { ; NAME ... }
function set_line(text, where,    n, parts, i)
{
    sub(/;[ \t]*$/, "", text)
    n = split(text, parts, /[ \t]*;[ \t]*/)
    for (i = 1; i <= n; i++)
        value_line(parts[i], where)
}

function value_line(text, where,    w, n, v, c, mask)
{
    mask = option(text, "mask")
    sub(/[ \t]+mask=.*/, "", text)
    n = split(text, w, /[ \t]+/)
    if (w[1] !~ /^[A-Z_][A-Z0-9_]*$/ || (n != 2 && n != ncolumns + 1)) {
        fail(where, "`" text "' is not a name with one value or " ncolumns)
        return
    }
    if ((cur_set, w[1]) in V_of)
        fail(where, w[1] " is in " cur_set " already")
    v = ++nvalues
    V_of[cur_set, w[1]] = v
    V_name[v] = w[1]
    V_mask[v] = mask
    S_n[cur_set]++
    for (c = 1; c <= ncolumns; c++) {
        V_val[v, columns[c + 1]] = n == 2 ? w[2] : w[c + 1]
        if (V_val[v, columns[c + 1]] !~ /^(-|-?[0-9]+|0x[0-9a-f]+)$/)
            fail(where, "`" w[n == 2 ? 2 : c + 1] "' is not a value")
    }
}

function struct_head(text, where,    w, class)
{
    split(text, w, /[ \t]+/)
    class = option(text, "class")
    cur_struct = w[2] SUBSEP class
    if (cur_struct in L_first)
        fail(where, "struct " w[2] " is there already")
    if (!(w[2] in is_struct)) {
        is_struct[w[2]] = ++nstructs
        struct_name[nstructs] = w[2]
    }
    L_where[cur_struct] = where
    L_packed[cur_struct] = text ~ /[ \t]packed([ \t]|$)/
    L_c[cur_struct] = option(text, "c")
    if (L_c[cur_struct] == "")
        L_c[cur_struct] = "struct " w[2]
    L_from[cur_struct] = option(text, "from")
    L_show[cur_struct] = option(text, "show")
    L_first[cur_struct] = nitems + 1
    L_n[cur_struct] = 0
    sub(/^struct[ \t]+[^ \t]+/, "", text)
    check_options(text, "class packed c from show", where)
}

function struct_line(text, where,    id, c)
{
    c = option(text, "c")
    sub(/[ \t]+c=[^ \t]*$/, "", text)
    id = item(text, where)
    F_c[id] = c == "" ? I_name[id] : c
    L_n[cur_struct]++
}

function struct_end(    i, j, first, n)
{
    first = L_first[cur_struct]
    n = L_n[cur_struct]
    if (n == 0)
        fail(L_where[cur_struct], "the struct has no members")
    for (i = first; i < first + n; i++)
        for (j = first; j < i; j++)
            if (I_name[i] == I_name[j])
                fail(I_where[i], I_name[i] " is there already")
    check_show(cur_struct)
}

# show= names members; without it all are shown but those that begin with _.
function check_show(key,    n, w, i, j, found)
{
    n = split(L_show[key], w, /,/)
    for (i = 1; i <= n; i++) {
        found = 0
        for (j = L_first[key]; j < L_first[key] + L_n[key]; j++)
            found += I_name[j] == w[i]
        if (!found)
            fail(L_where[key], "no member `" w[i] "' to show")
    }
}

# The layout of struct name in class: its own or the one for all; "" if none.
function layout(name, class)
{
    if ((name, class) in L_first)
        return name SUBSEP class
    return (name, "") in L_first ? name SUBSEP "" : ""
}
