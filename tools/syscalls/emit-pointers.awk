# SPDX-License-Identifier: MIT
# Writes bad-pointers.gen.h for tests/syscall-tables/probe-pointers.c: each row
# that is not refused and takes a pointer, with harmless values for the rest.

# The values of the selecting arguments, along the chain of sub-tables.
function select_values(r,    t, s, v, p)
{
    t = R_table[r]
    if (t == "")
        return
    s = T_set[t]
    for (v = S_first[s]; v < S_first[s] + S_n[s]; v++)
        if (T_for[t, V_name[v]] == r) {
            chosen[T_sel[t]] = V_val[v, isa]
            break
        }
    for (p = 1; p <= nrows; p++)
        if (R_sub[p] == t) {
            select_values(p)
            return
        }
}

# The count for the arguments that others count by.
function counted(r, k,    i, id, n)
{
    n = ""
    for (i = 0; i < R_n[r]; i++) {
        id = R_first[r] + i
        if (K_how[id] != "arg" || K_n[id] != k)
            continue
        if (K_min[id])
            return element_size(id, C_of[isa])
        if (n == "")
            n = I_word[id] == "bits" ? 64 : I_word[id] ~ /^(bytes|place)$/ ? 8 : 1
    }
    return n
}

function plain_value(r, k,    id, w, n)
{
    id = R_first[r] + k
    w = I_word[id]
    if (k in chosen)
        return chosen[k]
    n = counted(r, k)
    if (n != "")
        return n
    if (I_name[id] == "size" && k > 0)
        return element_size(id - 1, C_of[isa])
    if (w == "enum" && I_par[id] == "family" || w == "u32" ||
        w == "flags" && I_par[id] == "socket")
        return 1
    if (w == "sig")
        return 10
    if (w == "enum" && I_par[id] == "rlimit")
        return 13 # RLIMIT_NICE: 0, a limit on time, would be a death
    if (w == "mode")
        return "0700"
    if (w == "uid" || w == "gid" || I_name[id] == "fd" && w == "i32")
        return -1
    return 0
}

# Which descriptor suits a row.
function fd_kind(r,    name)
{
    name = R_name[r]
    if (R_short[r] ~ /^(net|sockopt)/ || name ~ /^ioctl (SIOC|FIO[SG])/)
        return "FD_SOCKET"
    if (name ~ /^ioctl (T|KD|VT|FION)/)
        return "FD_TERMINAL"
    if (name ~ /^epoll/)
        return "FD_EPOLL"
    if (name ~ /^timerfd/)
        return "FD_TIMER"
    if (name ~ /^inotify/)
        return "FD_INOTIFY"
    return "FD_FILE"
}

# The pointers in a struct: where they are, where their counts are, and how
# wide those; base is where the struct is in an outer one.
function inner_pointers(name, base,    key, class, i, k, text)
{
    class = C_of[isa]
    key = layout(name, class)
    text = ""
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++) {
        if (I_dir[i] == "" && I_word[i] in is_struct)
            text = text inner_pointers(I_word[i], base + O_of[i, class])
        if (I_dir[i] == "")
            continue
        k = K_how[i] == "arg" ? L_first[key] + K_n[i] : 0
        text = text "{" base + O_of[i, class] ", " \
            (k ? base + O_of[k, class] : -1) ", " \
            (k ? field_size(k, class) : 0) ", " \
            (K_how[i] == "nul" ? 1 : element_size(i, class)) "}, "
    }
    return text
}

function argument(r, k,    id, w, size, inner)
{
    id = R_first[r] + k
    w = I_word[id]
    if (I_dir[id] == "") {
        if (w == "fd")
            return "{ARG_FD, 0, NONE}"
        return w == "at" ? "{ARG_AT, 0, NONE}" : "{ARG_VALUE, " plain_value(r, k) \
            ", NONE}"
    }
    if (w ~ /^(path|str)$/)
        return "{ARG_PATH, 0, NONE}"
    size = w == "strings" ? 8 : K_how[id] == "const" ? \
        K_n[id] * element_size(id, C_of[isa]) : element_size(id, C_of[isa])
    inner = w in is_struct ? inner_pointers(w, 0) : ""
    sub(/, $/, "", inner)
    return "{" (I_dir[id] == "in" ? "ARG_IN" : "ARG_OUT") ", " size \
        ", " (inner == "" ? "NONE" : "{" inner "}") "}"
}

function emit_row(r,    i, text, n, w)
{
    split("", chosen)
    select_values(r)
    n = 0
    for (i = 0; i < R_n[r]; i++) {
        n += I_dir[R_first[r] + i] != ""
        text = text (i ? ", " : "") argument(r, i)
    }
    if (n == 0)
        return
    w = top_name(r)
    printf "    {\"%s\", NR(%s, %s), %s, %d, %d,\n     {%s}},\n", R_name[r],
        N_nr[isa, w], (HOST, w) in N_nr ? N_nr[HOST, w] : -1, fd_kind(r),
        R_n[r], I_word[R_ret[r]] == "ssize", text
}

function emit(    r)
{
    isa = guest[1]
    print "/* Made by tools/syscalls/emit-pointers.awk from syscall-tables. */"
    print "static const struct row rows[] = {"
    for (r = 1; r <= nrows; r++) {
        if (R_how[r] ~ /^(none|sub)$/)
            continue
        if (R_skip[r] != "")
            printf "    /* not tried: %s: it %s */\n", R_name[r], R_skip[r]
        else
            emit_row(r)
    }
    print "};"
}
