# SPDX-License-Identifier: MIT
# Syscall tables, part 4: what all rows and types must satisfy, layouts, and
# the proof of `pass'.
#
#   HOST            the host's ISA; guest[i], i from 1: the guests' ISAs
#   K_how[item] K_n[item] K_add[item] K_min[item] K_valid[item]
#                   a pointer's count: one, const, arg, deref, nul; its number
#                   or the position of the argument; what is added; valid
#                   elements afterwards: "", "ret", or a position
#   O_of[item,class] Z_of[name,class] A_of[name,class]
#                   offset of a field; size and alignment of a struct

function check_all(    i, isa)
{
    HOST = "x86-64"
    nguests = 0
    for (isa in C_of)
        if (isa != HOST)
            guest[++nguests] = isa
    for (i = 1; i <= nitems; i++)
        check_type(i)
    for (i in L_first)
        check_struct(i)
    for (i = 1; i <= ntables; i++)
        check_table(table_name[i])
    for (i = 1; i <= nrows; i++)
        check_row(i)
    for (i = 1; i <= nguests; i++)
        check_numbers(guest[i])
    if (failed)
        return
    for (i = 1; i <= nguests; i++)
        prove_all(guest[i])
}

function check_type(id,    w, p, n)
{
    w = I_word[id]
    if (w == "flags" || w == "enum") {
        if (!(I_par[id] in S_kind) || S_kind[I_par[id]] != w)
            fail(I_where[id], I_name[id] ": no " w " " I_par[id])
    } else if (w == "path") {
        n = split(I_par[id], p, /,/)
        if (n < 2 || n > 3 ||
            p[2] !~ /^(read|open|exec|change|create|remove)$/ ||
            (n == 3 &&
             p[3] !~ /^(nofollow|[+-][a-z_]+(:0x[0-9a-f]+)?)$/))
            fail(I_where[id], I_name[id] ": path(directory,use" \
                 "[,nofollow|-flags[:bit]|+flags[:bit]])")
    } else if (!(w in W_kind) && !(w in is_struct))
        fail(I_where[id], I_name[id] ": no type `" w "'")
    else if (I_par[id] != "")
        fail(I_where[id], I_name[id] ": " w " takes no ( )")
}

# Is the type one that only makes sense behind a pointer?
function only_pointed(w)
{
    return w ~ /^(bytes|str|strings|path|sockaddr|bits|pages|remote|place)$/ ||
        w in is_struct
}

# The position, from 0, of the argument called name among n from first; -1.
function position(name, first, n,    i)
{
    for (i = 0; i < n; i++)
        if (I_name[first + i] == name)
            return i
    return -1
}

# Takes I_count apart; it names one of the n items from first.
function check_count(id, first, n,    c, v)
{
    c = I_count[id]
    K_add[id] = K_min[id] = 0
    K_valid[id] = K_n[id] = ""
    K_how[id] = I_word[id] ~ /^(str|strings|path)$/ ? "nul" : "one"
    if (c == "")
        return
    if (match(c, />.*$/)) {
        v = substr(c, RSTART + 1)
        c = substr(c, 1, RSTART - 1)
        K_valid[id] = v == "ret" ? v : position(v, first, n)
        if (K_valid[id] == "-1")
            fail(I_where[id], I_name[id] ": no `" v "' to count by")
    }
    if (c ~ /^[0-9]+$/) {
        K_how[id] = "const"
        K_n[id] = c
        return
    }
    if (match(c, /[~][0-9]+$/)) {
        K_min[id] = substr(c, RSTART + 1)
        c = substr(c, 1, RSTART - 1)
    }
    if (match(c, /[+][0-9]+$/)) {
        K_add[id] = substr(c, RSTART + 1)
        c = substr(c, 1, RSTART - 1)
    }
    K_how[id] = c ~ /^[*]/ ? "deref" : "arg"
    sub(/^[*]/, "", c)
    K_n[id] = position(c, first, n)
    if (K_n[id] < 0)
        fail(I_where[id], I_name[id] ": no `" c "' to count by")
    else if ((I_dir[first + K_n[id]] != "") != (K_how[id] == "deref"))
        fail(I_where[id], I_name[id] ": `" c "' is " \
             (K_how[id] == "deref" ? "no" : "a") " pointer")
}

function check_struct(key,    i, first)
{
    first = L_first[key]
    for (i = first; i < first + L_n[key]; i++) {
        check_count(i, first, L_n[key])
        if (I_dir[i] == "" && I_word[i] !~ /^chars$/ &&
            only_pointed(I_word[i]) && !(I_word[i] in is_struct))
            fail(I_where[i], I_name[i] ": " I_word[i] " needs in, out or io")
    }
}

function check_table(t,    first, n, parts, i, w, j, k, names, sel, star)
{
    n = split_top(T_args[t], ",", parts)
    split(parts[n], w, /[ \t]+/)
    T_sel[t] = n - 1
    sel = w[2]
    sub(/^enum[(]/, "", sel)
    sub(/[)]$/, "", sel)
    T_set[t] = sel
    if (w[2] !~ /^enum[(]/ || !(sel in S_kind)) {
        fail(T_where[t], "table " t ": the last argument chooses the row " \
             "and is an enum")
        return
    }
    star = 0
    for (i = 1; i <= T_n[t]; i++) {
        n = split(R_alias[T_row[t, i]], names, /[|]/)
        for (j = 1; j <= n; j++) {
            k = names[j]
            if (k == "*")
                star = T_row[t, i]
            else if (!((sel, k) in V_of))
                fail(R_where[T_row[t, i]], k " is not in enum " sel)
            else if ((t, k) in T_for)
                fail(R_where[T_row[t, i]], k " has a row already")
            else
                T_for[t, k] = T_row[t, i]
        }
    }
    for (i = S_first[sel]; i < S_first[sel] + S_n[sel]; i++)
        if (star && !((t, V_name[i]) in T_for))
            T_for[t, V_name[i]] = star
}

function check_row(r,    i, id, first, n, p, k)
{
    first = R_first[r]
    n = R_n[r]
    for (i = first; i < first + n; i++) {
        check_count(i, first, n)
        if (I_dir[i] == "" && (only_pointed(I_word[i]) ||
                               I_word[i] ~ /^(void|chars)$/))
            fail(R_where[r], I_name[i] ": " I_word[i] " needs in, out or io")
        if (I_dir[i] == "" && I_count[i] != "")
            fail(R_where[r], I_name[i] ": only a pointer has a count")
        if (position(I_name[i], first, n) != i - first)
            fail(R_where[r], I_name[i] " is there twice")
        if (I_word[i] != "path")
            continue
        k = split(I_par[i], p, /,/)
        if (p[1] != "CWD" && position(p[1], first, n) < 0)
            fail(R_where[r], I_name[i] ": no directory `" p[1] "'")
        sub(/:.*/, "", p[3])
        if (k == 3 && p[3] != "nofollow" &&
            position(substr(p[3], 2), first, n) < 0)
            fail(R_where[r], I_name[i] ": no flags `" substr(p[3], 2) "'")
    }
    check_count(R_ret[r], first, n)
    check_time(r)
    if (R_err[r] != "" && !(("errno", R_err[r]) in V_of))
        fail(R_where[r], R_name[r] ": no errno " R_err[r])
    if ((R_how[r] == "sub") != (R_sub[r] != ""))
        fail(R_where[r], R_name[r] ": `sub' and @table go together")
    else if (R_sub[r] != "" && !(R_sub[r] in T_args))
        fail(R_where[r], R_name[r] ": no table " R_sub[r])
    if (R_how[r] ~ /^(pass|conv)$/ && !((HOST, top_name(r)) in N_nr))
        fail(R_where[r], R_name[r] ": " HOST " has no such call")
}

# A call that waits says what its timeout is: after a signal that the guest
# does not see it is made again, with the time that is left.
function check_time(r,    i, k, is_time)
{
    for (i = 0; i < R_n[r]; i++) {
        k = R_first[r] + i
        is_time = I_name[k] == "timeout" || (I_word[k] == "timespec" &&
                                             I_dir[k] != "out")
        if (is_time && R_wait[r] != "no" && I_name[k] != R_left[r] &&
            I_name[k] != R_until[r])
            fail(R_where[r], I_name[k] ": left= or until=?")
    }
    R_left_at[r] = R_clock_at[r] = R_timer_at[r] = -1
    if (R_until[r] != "" && position(R_until[r], R_first[r], R_n[r]) < 0)
        fail(R_where[r], R_name[r] ": no `" R_until[r] "' to wait until")
    if (R_left[r] == "")
        return
    R_left_at[r] = position(R_left[r], R_first[r], R_n[r])
    if (R_left_at[r] < 0 || R_wait[r] == "no")
        fail(R_where[r], R_name[r] ": no `" R_left[r] "' to wait for")
    for (i = 0; i < R_n[r]; i++) {
        k = R_first[r] + i
        if (I_par[k] == "clock")
            R_clock_at[r] = i
        else if (I_par[k] == "timer")
            R_timer_at[r] = i
    }
}

# The name that has a number: a sub-table's row has its parent's.
function top_name(r,    i)
{
    if (R_table[r] == "")
        return R_name[r]
    for (i = 1; i <= nrows; i++)
        if (R_sub[i] == R_table[r])
            return top_name(i)
    fail(R_where[r], "no row leads to table " R_table[r])
    return ""
}

function check_numbers(isa,    i, nr)
{
    for (nr = 0; nr <= N_last[isa]; nr++)
        if ((isa, nr) in N_name && !(N_name[isa, nr] in row_of))
            fail(N_where[isa, nr], N_name[isa, nr] " has no line")
    for (i = 1; i <= nrows; i++)
        if (R_table[i] == "" && !((isa, R_name[i]) in N_nr))
            fail(R_where[i], R_name[i] " has no number in " isa)
}
