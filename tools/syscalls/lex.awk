# SPDX-License-Identifier: MIT
# Syscall tables, part 1: reads lines, hands blocks to the parsers, parses a
# type.  The order of the files: lex.awk sets.awk rows.awk check.awk, then one
# emit-*.awk; the input: the .tbl files, flags.def, structs.def, the rest.
#
# Arguments and fields are "items", numbered from 1 in I_*:
#   I_name I_where      its name and file:line
#   I_dir               "" by value, else in, out or io
#   I_null              1: may be NULL
#   I_word I_par        the type's word, and what stands in its parentheses
#   I_count             "" one, else the text within [ ]
#   I_inner             direction of the pointers inside, if it is another

function fail(where, text)
{
    print where ": " text > "/dev/stderr"
    failed = 1
}

function trim(s)
{
    gsub(/^[ \t]+|[ \t]+$/, "", s)
    return s
}

# Splits s at sep where no bracket is open; returns how many parts.
function split_top(s, sep, out,    i, c, depth, n, part)
{
    n = 0
    part = ""
    depth = 0
    split("", out)
    if (trim(s) == "")
        return 0
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (index("([{", c))
            depth++
        else if (index(")]}", c))
            depth--
        if (c == sep && depth == 0) {
            out[++n] = trim(part)
            part = ""
        } else
            part = part c
    }
    out[++n] = trim(part)
    return n
}

# The place of the bracket that closes the first one in s, 0 if none does.
function closing(s,    i, c, depth)
{
    depth = 0
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (c == "(")
            depth++
        else if (c == ")" && --depth == 0)
            return i
    }
    return 0
}

# word: its kind (enum sys_kind), bytes, and the C type of a value.
function word(name, kind, bytes, text)
{
    W_kind[name] = kind
    W_size[name] = bytes
    W_ctype[name] = text
}

function define_words(    i)
{
    for (i = 8; i <= 64; i *= 2) {
        word("i" i, "INT", i / 8, "int" i "_t")
        word("u" i, "UINT", i / 8, "uint" i "_t")
        word("hex" i, "HEX", i / 8, "uint" i "_t")
    }
    word("int", "INT", 4, "int32_t")
    word("long", "INT", 8, "int64_t")
    word("ssize", "INT", 8, "int64_t")
    word("off", "INT", 8, "int64_t")
    word("size", "UINT", 8, "uint64_t")
    word("mode", "MODE", 4, "uint32_t")
    word("mode16", "MODE", 2, "uint16_t")
    word("dev", "DEV", 8, "uint64_t")
    word("dev32", "DEV", 4, "uint32_t")
    word("addr", "ADDR", 8, "gaddr_t")
    word("fd", "FD", 4, "int32_t")
    word("newfd", "NEWFD", 4, "int32_t")
    word("at", "AT", 4, "int32_t")
    word("pid", "PID", 4, "int32_t")
    word("uid", "UID", 4, "uint32_t")
    word("gid", "GID", 4, "uint32_t")
    word("sig", "SIGNAL", 4, "int32_t")
    word("sigset", "SIGSET", 8, "uint64_t")
    word("void", "VOID", 0, "void")
    # Only behind a pointer:
    word("bytes", "BYTES", 1, "uint8_t")
    word("chars", "STRING", 1, "uint8_t")
    word("str", "STRING", 1, "uint8_t")
    word("strings", "STRING", 8, "gaddr_t")
    word("path", "PATH", 1, "uint8_t")
    word("sockaddr", "SOCKADDR", 1, "uint8_t")
    word("bits", "HEX", 8, "uint64_t")
    word("pages", "BYTES", 1, "uint8_t")
    word("remote", "ADDR", 1, "uint8_t")
    word("place", "BYTES", 1, "uint8_t")
}

# Parses "name [dir] word(par)[count]{inner}" into a new item; its number.
function item(text, where,    n, w, t, id)
{
    id = ++nitems
    I_where[id] = where
    I_dir[id] = I_null[id] = I_par[id] = I_count[id] = I_inner[id] = ""
    I_word[id] = ""
    n = split(text, w, /[ \t]+/)
    I_name[id] = w[1]
    if (w[1] !~ /^[a-z_][a-z0-9_]*$/) {
        fail(where, "`" w[1] "' is not a name")
        return id
    }
    t = w[2]
    if (t ~ /^(in|out|io)[?]?$/) {
        I_null[id] = t ~ /[?]$/
        sub(/[?]$/, "", t)
        I_dir[id] = t
        t = w[3]
        n--
    }
    if (n != 2) {
        fail(where, "`" text "' is not `name type'")
        return id
    }
    if (match(t, /[{](in|out|io)[}]$/)) {
        I_inner[id] = substr(t, RSTART + 1, RLENGTH - 2)
        t = substr(t, 1, RSTART - 1)
    }
    if (match(t, /\[[^]]*\]$/)) {
        I_count[id] = substr(t, RSTART + 1, RLENGTH - 2)
        t = substr(t, 1, RSTART - 1)
    }
    if (match(t, /[(][^()]*[)]$/)) {
        I_par[id] = substr(t, RSTART + 1, RLENGTH - 2)
        t = substr(t, 1, RSTART - 1)
    }
    I_word[id] = t
    if (t == "path" && I_dir[id] == "")
        I_dir[id] = "in"
    return id
}

# The directory part goes: the tables' own names are what a reader looks for.
function basename(path)
{
    sub(/.*\//, "", path)
    return path
}

BEGIN {
    define_words()
    block = ""
    failed = 0
}

FNR == 1 {
    end_block()
    block = ""
    file = basename(FILENAME)
    cur_table = ""
}

{
    text = $0
    sub(/(^|[ \t])#.*/, "", text)
    at = FILENAME ":" FNR
    short = file ":" FNR
}

text ~ /^[ \t]*$/ {
    next
}

text ~ /^[ \t]/ {
    if (block == "row" || block == "table")
        row_text = row_text " " trim(text)
    else if (block == "set")
        set_line(trim(text), at)
    else if (block == "struct")
        struct_line(trim(text), at)
    else
        fail(at, "an indented line belongs to nothing")
    next
}

{
    end_block()
    split(text, head, /[ \t]+/)
    if (head[1] ~ /^[0-9]+$/)
        number_line(text, at)
    else if (head[1] == "class")
        class_line(text, at)
    else if (head[1] == "columns")
        columns_line(text, at)
    else if (head[1] == "flags" || head[1] == "enum") {
        block = "set"
        set_head(text, at)
    } else if (head[1] == "struct") {
        block = "struct"
        struct_head(text, at)
    } else {
        block = head[1] == "table" ? "table" : "row"
        row_text = text
        row_at = at
        row_short = short
    }
}

# Called before a new block begins: a row may have gone on over lines.
function end_block()
{
    if (block == "row")
        row_line(row_text, row_at, row_short)
    else if (block == "table")
        table_head(trim(substr(row_text, 6)), row_at)
    else if (block == "struct")
        struct_end()
    block = ""
}

END {
    end_block()
    check_all()
    if (failed)
        exit 1
    emit()
    if (failed)
        exit 1
}
