# SPDX-License-Identifier: MIT
# Syscall tables, part 3: rows and sub-tables.
#
#   name(arg type, ...) -> type : how [attributes]
#   table name(arg type, ...) unknown=ERRNO, then rows NAME|NAME(arg type, ...)
#
# Rows are numbered from 1 in R_*:
#   R_name      the call's name; in a sub-table "parent NAME"
#   R_table     the sub-table it belongs to, "" for none
#   R_alias     in a sub-table: the values it is for, separated by |
#   R_first R_n R_ret    its arguments and its result: items
#   R_how R_err R_why R_sub R_wait R_skip R_attr R_where R_short
#   R_left R_until  the argument that is a length, or a point, of time; ""

# Takes "name(" ... ")" from text: name in got_name, the inside in got_args,
# what follows in got_rest; returns 0 if text is not like that.
function take_call(text, where,    i, end)
{
    i = index(text, "(")
    end = closing(text)
    if (i < 2 || end == 0) {
        fail(where, "`" text "' is not `name(arguments) ...'")
        return 0
    }
    got_name = trim(substr(text, 1, i - 1))
    got_args = trim(substr(text, i + 1, end - i - 1))
    got_rest = trim(substr(text, end + 1))
    return 1
}

# Takes the first quoted text of got_rest out; "" if there is none.
function take_quoted(    text)
{
    if (!match(got_rest, /"[^"]*"/))
        return ""
    text = substr(got_rest, RSTART + 1, RLENGTH - 2)
    got_rest = substr(got_rest, 1, RSTART - 1) " " \
        substr(got_rest, RSTART + RLENGTH)
    return text
}

function table_head(text, where)
{
    if (!take_call(text, where))
        return
    if (got_name in T_args)
        fail(where, "table " got_name " is there already")
    cur_table = got_name
    table_name[++ntables] = got_name
    T_args[got_name] = got_args
    T_where[got_name] = where
    T_unknown[got_name] = option(got_rest, "unknown")
    T_n[got_name] = 0
    check_options(got_rest, "unknown", where)
    if (T_unknown[got_name] !~ /^E[A-Z]+$/)
        fail(where, "table " got_name " says no unknown=ERRNO")
}

function row_line(text, where, short,    r, i, n, parts)
{
    if (!take_call(text, where))
        return
    r = ++nrows
    R_where[r] = where
    R_short[r] = short
    R_table[r] = cur_table
    R_sub[r] = R_err[r] = R_why[r] = R_skip[r] = R_attr[r] = ""
    R_left[r] = R_until[r] = ""
    R_wait[r] = "no"
    if (cur_table != "") {
        gsub(/ *[|] */, "|", got_name)
        R_alias[r] = got_name
        i = index(got_name, "|")
        R_name[r] = cur_table " " (i ? substr(got_name, 1, i - 1) : got_name)
        sub(/ [*]$/, " other", R_name[r])
        T_n[cur_table]++
        T_row[cur_table, T_n[cur_table]] = r
        if (got_args != "")
            got_args = ", " got_args
        got_args = T_args[cur_table] got_args
    } else {
        R_name[r] = got_name
        if (got_name !~ /^[a-z_][a-z0-9_]*$/)
            fail(where, "`" got_name "' is not a name")
        if (got_name in row_of)
            fail(where, got_name " has a line already: " \
                 R_short[row_of[got_name]])
        row_of[got_name] = r
    }
    R_first[r] = nitems + 1
    n = split_top(got_args, ",", parts)
    if (n > 0 && parts[n] ~ /^@/)
        R_sub[r] = substr(parts[n--], 2)
    for (i = 1; i <= n; i++)
        item(parts[i], where)
    R_n[r] = n
    if (n > 6)
        fail(where, R_name[r] " has more than six arguments")
    row_meaning(r, where)
}

# got_rest is "-> type : how attributes".
function row_meaning(r, where,    i, n, w, quoted)
{
    if (got_rest !~ /^-> [^ ]+[ \t]*: [a-z]/) {
        fail(where, R_name[r] " lacks `-> type : how'")
        return
    }
    i = index(got_rest, ":")
    R_ret[r] = item("ret " trim(substr(got_rest, 4, i - 4)), where)
    got_rest = trim(substr(got_rest, i + 1))
    if (got_rest ~ /^none[(]/) {
        R_how[r] = "none"
        R_why[r] = take_quoted()
        if (!match(got_rest, /^none[(]E[A-Z0-9]+ *[)]/) || R_why[r] == "")
            fail(where, R_name[r] ": a refusal is none(ERRNO \"why\")")
        R_err[r] = trim(substr(got_rest, 6, RLENGTH - 6))
        got_rest = trim(substr(got_rest, RLENGTH + 1))
        n = split(got_rest, w, /[ \t]+/)
        i = 1
    } else {
        quoted = take_quoted()
        n = split(trim(got_rest), w, /[ \t]+/)
        R_how[r] = w[1]
        i = 2
        if (R_how[r] !~ /^(pass|conv|body|emul|sub)$/)
            fail(where, "`" R_how[r] "' is not a how")
    }
    for (; i <= n; i++)
        row_attribute(r, w[i], quoted, where)
}

function row_attribute(r, a, quoted, where)
{
    if (a ~ /^wait=(no|restart|eintr|restartblock|nointr)$/)
        R_wait[r] = substr(a, 6)
    else if (a ~ /^left=[a-z_0-9]+$/)
        R_left[r] = substr(a, 6)
    else if (a ~ /^until=[a-z_0-9]+$/)
        R_until[r] = substr(a, 7)
    else if (a == "test=skip" && quoted != "")
        R_skip[r] = quoted
    else if (a !~ /^(task|files|cred|lock=(mm|files|fs)|host=[a-z0-9_,]+)$/)
        fail(where, "`" a "' is not an attribute" \
             (a == "test=skip" ? " without a reason" : ""))
    R_attr[r] = R_attr[r] " " a
}

# The C name of a row's hand-written function.
function body_name(r,    name)
{
    name = R_name[r]
    sub(/ /, "_", name)
    return "sys_" name
}
