# SPDX-License-Identifier: MIT
# Writes syscall-calls.gen.c: one function for each leaf row, and the switch
# over them.  Needs ctype.awk.
#
#   E[i]  the C expression that argument i, from 0, is handed on as
#   before, after  what stands before and after the host's call

function call_name(r,    name)
{
    name = R_name[r]
    sub(/ /, "_", name)
    return "call_" name
}

# How many elements: a C expression; item id among those from first.
function count_text(id, first, field,    k, what)
{
    if (K_how[id] == "const")
        return K_n[id]
    if (K_how[id] != "arg" && K_how[id] != "deref")
        return "1"
    k = first + K_n[id]
    what = field == "" ? "a[" K_n[id] "]" : field I_name[k]
    if (K_how[id] == "deref")
        what = "arg_count_at(t, " what ")"
    else if (W_kind[I_word[k]] == "INT")
        what = "arg_count((" W_ctype[I_word[k]] ")" what ")"
    else if (field == "" && element_size(k, C_of[isa]) < 8)
        what = "(" W_ctype[I_word[k]] ")" what
    if (I_word[id] == "bits")
        what = "arg_bits(" what ")"
    else if (I_word[id] == "pages")
        what = "arg_pages(" what ")"
    return what (K_add[id] ? " + " K_add[id] : "")
}

function unit_size(id)
{
    if (I_word[id] ~ /^(bits|pages)$/ || K_min[id])
        return 1
    return element_size(id, C_of[isa])
}

# Has the struct pointers in it?
function looks_through(name,    key, i)
{
    key = layout(name, C_of[isa])
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++)
        if (I_dir[i] != "" ||
            (I_word[i] in is_struct && looks_through(I_word[i])))
            return 1
    return 0
}

# The checked pointer for item id, whose raw value is the C expression raw.
function checked(id, first, raw, field,    n, size)
{
    n = count_text(id, first, field)
    size = unit_size(id)
    if (I_word[id] in is_struct && looks_through(I_word[id]))
        return (K_min[id] ? "check_sized_" : "check_") I_word[id] "(t, " raw \
            ", " n ")"
    if (I_word[id] == "strings")
        return "tagged_strings(t, arg_pointer(t, " raw ", " n * size "))"
    if (I_word[id] ~ /^(place|remote)$/)
        return "arg_place(t, " raw ", " n ")"
    if (n ~ /^[0-9]+$/)
        return "arg_pointer(t, " raw ", " n * size ")"
    if (size == 1)
        return "arg_pointer(t, " raw ", " n ")"
    return "arg_array(t, " raw ", " n ", " size ")"
}

# For structs with pointers: fits_X() looks at one, and changes those with
# tags; check_X() at an array, check_sized_X() at one that has n bytes, maybe
# fewer or more than ours: both give a copy if something was changed.
function emit_checker(name,    key, i, c, cond)
{
    if (name in have_checker)
        return
    have_checker[name] = 1
    key = layout(name, C_of[isa])
    cond = ""
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++) {
        c = ""
        if (I_word[i] in is_struct && looks_through(I_word[i])) {
            emit_checker(I_word[i])
            if (I_dir[i] == "")
                c = "fits_" I_word[i] "(t, &p->" I_name[i] ", changed)"
        }
        if (I_dir[i] != "")
            c = "arg_fits(&p->" I_name[i] ", " \
                checked(i, L_first[key], "p->" I_name[i], "p->") ", changed)"
        if (c != "")
            cond = cond (cond == "" ? "" : " &&\n           ") c
    }
    printf "\nstatic bool fits_%s(struct task *t, struct abi_%s *p, " \
        "bool *changed)\n{\n    return %s;\n}\n", name, name, cond
    if (name in has_array)
        emit_array_checker(name)
    if (name in has_size)
        emit_sized_checker(name)
}

function emit_array_checker(name)
{
    printf "\nstatic uint64_t check_%s(struct task *t, uint64_t addr, " \
        "uint64_t n)\n{\n    struct abi_%s one, *copy = NULL;\n" \
        "    bool changed = false;\n\n", name, name
    # Of vectors the kernel refuses more, of messages it takes as many.
    print "    addr = guest_address(t, addr);"
    print "    if (n > VECTOR_MAX)\n        " (name ~ /iovec$/ ? \
        "return addr;" : "n = VECTOR_MAX;")
    print "    if (!guest_range_ok(t, addr, n * sizeof one))"
    print "        return GUEST_BAD_POINTER;"
    print "    for (uint64_t i = 0; i < n; i++) {"
    print "        if (guest_read(t, &one, addr + i * sizeof one, sizeof one))"
    print "            return addr; /* the kernel will find it */"
    printf "        if (!fits_%s(t, &one, &changed))\n", name
    print "            return GUEST_BAD_POINTER;"
    print "        if (changed && !copy &&"
    print "            !(copy = tagged_copy(t, addr, n * sizeof one)))"
    print "            return GUEST_BAD_POINTER;"
    print "        if (copy)\n            copy[i] = one;\n    }"
    print "    return copy ? tagged_seal(t, copy) : addr;\n}"
}

function emit_sized_checker(name)
{
    printf "\nstatic uint64_t check_sized_%s(struct task *t, uint64_t addr, " \
        "uint64_t n)\n{\n    struct abi_%s one = {0}, *copy;\n" \
        "    bool changed = false;\n\n", name, name
    print "    addr = guest_address(t, addr);"
    print "    if (!guest_range_ok(t, addr, n))"
    print "        return GUEST_BAD_POINTER;"
    print "    if (guest_read(t, &one, addr, n < sizeof one ? n : sizeof one))"
    print "        return addr; /* the kernel will find it */"
    printf "    if (!fits_%s(t, &one, &changed))\n", name
    print "        return GUEST_BAD_POINTER;"
    print "    if (!changed)\n        return addr;"
    print "    if (!(copy = tagged_copy(t, addr, n)))"
    print "        return GUEST_BAD_POINTER;"
    print "    memcpy(copy, &one, n < sizeof one ? n : sizeof one);"
    print "    return tagged_seal(t, copy);\n}"
}

function emit_checkers(    r, i)
{
    for (i = 1; i <= nitems; i++)
        if (K_min[i])
            has_size[I_word[i]] = 1
        else if (I_dir[i] != "")
            has_array[I_word[i]] = 1
    for (r = 1; r <= nrows; r++)
        for (i = R_first[r]; i < R_first[r] + R_n[r]; i++)
            if (I_word[i] in is_struct && R_how[r] ~ /^(pass|conv|body)$/ &&
                looks_through(I_word[i]))
                emit_checker(I_word[i])
}

function path_use(id, first,    p, n, use, k, bit)
{
    n = split(I_par[id], p, /,/)
    use = "PATH_" toupper(p[2])
    if (n < 3)
        return use
    if (p[3] == "nofollow")
        return use " | PATH_NOFOLLOW"
    bit = p[3] ~ /^-/ ? "AT_SYMLINK_NOFOLLOW" : "AT_SYMLINK_FOLLOW"
    if (match(p[3], /:.*/)) {
        bit = substr(p[3], RSTART + 1)
        p[3] = substr(p[3], 1, RSTART - 1)
    }
    k = position(substr(p[3], 2), first, 6)
    return use " |\n                     (a[" k "] & " bit \
        (p[3] ~ /^-/ ? " ? PATH_NOFOLLOW : 0)" : " ? 0 : PATH_NOFOLLOW)")
}

function do_path(id, i, first,    p, k, dir)
{
    split(I_par[id], p, /,/)
    k = p[1] == "CWD" ? -1 : position(p[1], first, 6)
    dir = k < 0 ? "AT_FDCWD" : "(int32_t)a[" k "]"
    before = before "    struct path path" i ";\n" \
        "    r = path_resolve(t, " dir ", arg_pointer(t, a[" i "], 1)," \
        "\n                     " path_use(id, first) ", &path" i ");\n" \
        "    if (r < 0)\n        return r;\n"
    E[i] = "path" i ".name"
    if (k >= 0)
        E[k] = "path" i ".dirfd"
    if (p[2] == "remove")
        after = after "    if (r >= 0)\n        path_removed(t, &path" i ");\n"
}

# An argument that means something else to the host.
function do_convert(id, i,    s, w)
{
    w = I_word[id]
    if (w == "flags") {
        s = I_par[id]
        before = before "    uint" S_width[s] "_t flags" i ";\n    if (!" s \
            "_flags_to_host((struct " s "_flags){(uint" S_width[s] "_t)a[" i \
            "]},\n                            &flags" i "))\n" \
            "        return -EINVAL;\n"
        E[i] = "flags" i
        return
    }
    before = before "    struct abi_" w " guest" i ";\n    struct host_" w \
        " host" i ";\n    uint64_t arg" i " = (uintptr_t)&host" i ";\n"
    E[i] = "arg" i
    if (I_null[id])
        before = before "    if (!a[" i "])\n        arg" i \
            " = 0;\n    else "
    else
        before = before "    "
    if (I_dir[id] != "out")
        before = before "if (guest_read(t, &guest" i ", a[" i \
            "], sizeof guest" i "))\n        arg" i \
            " = GUEST_BAD_POINTER;\n    else\n        " w \
            "_to_host(&host" i ", &guest" i ");\n"
    else
        before = before "if (!guest_range_ok(t, a[" i "], sizeof guest" i \
            "))\n        arg" i " = GUEST_BAD_POINTER;\n"
    if (I_dir[id] != "in")
        after = after "    if (r >= 0 && arg" i ") {\n        " w \
            "_to_guest(&guest" i ", &host" i ");\n" \
            "        if (guest_write(t, a[" i "], &guest" i ", sizeof guest" \
            i "))\n            r = -EFAULT;\n    }\n"
}

function do_argument(r, id, i,    w)
{
    w = I_word[id]
    if (I_dir[id] == "" && (w == "fd" || w == "at"))
        before = before "    if (arg_fd_hidden(t, (int32_t)a[" i "]))\n" \
            "        return -EBADF;\n"
    if (R_how[r] == "conv" && item_difference(id, isa) != "")
        do_convert(id, i)
    else if (w == "path" && R_how[r] ~ /^(pass|conv)$/)
        do_path(id, i, R_first[r])
    else if (I_dir[id] != "")
        E[i] = checked(id, R_first[r], "a[" i "]", "")
    if (i == R_left_at[r])
        E[i] = (I_dir[id] == "" ? "arg_timeout_ms" : "arg_timeout") "(t, " \
            E[i] ")"
    if (w == "newfd" && I_dir[id] == "out" && R_how[r] != "body")
        after = after "    if (r >= 0)\n        arg_fds_made(t, a[" i \
            "], " K_n[id] ");\n"
}

# The host's call with the arguments in E.
function host_call(r,    i, s)
{
    s = R_wait[r] == "no" ? "host_syscall(" : "syscall_window(t, "
    s = s N_nr[HOST, top_name(r)]
    for (i = 0; i < 6; i++)
        s = s ",\n        " (i < R_n[r] ? E[i] : "0")
    return s ")"
}

function body_call(r,    i, id, s)
{
    s = body_name(r) "(t"
    for (i = 0; i < R_n[r]; i++) {
        id = R_first[r] + i
        if (I_dir[id] == "" && I_word[id] == "flags")
            s = s ",\n        (struct " I_par[id] "_flags){(uint" \
                S_width[I_par[id]] "_t)" E[i] "}"
        else
            s = s ",\n        (" ctype(id) ")" E[i]
    }
    return s ")"
}

function emit_call(r,    i, s)
{
    before = after = ""
    for (i = 0; i < R_n[r]; i++)
        E[i] = "a[" i "]"
    for (i = 0; i < R_n[r]; i++)
        do_argument(r, R_first[r] + i, i)
    printf "\n/* %s */\nstatic long %s(struct task *t, const uint64_t *a)\n{\n",
        R_short[r], call_name(r)
    print "    long r;\n"
    printf "%s    r = %s;\n%s", before,
        R_how[r] ~ /^(body|emul)$/ ? body_call(r) : host_call(r), after
    if (R_how[r] == "conv" && I_word[R_ret[r]] == "flags") {
        s = I_par[R_ret[r]]
        printf "    if (r >= 0)\n        r = %s_flags_to_guest(" \
            "(uint%s_t)r).bits;\n", s, S_width[s]
    }
    if (!uses_task(r))
        print "    (void)t;"
    if (R_n[r] == 0)
        print "    (void)a;"
    print "    return r;\n}"
}

function uses_task(r,    i)
{
    if (R_how[r] ~ /^(body|emul)$/ || R_wait[r] != "no" ||
        before after ~ /[(]t,/)
        return 1
    for (i = 0; i < R_n[r]; i++)
        if (E[i] ~ /[(]t,/)
            return 1
    return 0
}

function emit(    r)
{
    isa = guest[1]
    print "// SPDX-License-Identifier: MIT"
    print "/* Made by tools/syscalls/emit-calls.awk from syscall-tables. */"
    print "#include \"linux-user/path.h\""
    print "#include \"linux-user/syscall-args.h\""
    print "#include \"linux-user/syscall.h\"\n#include \"linux-user/sysdesc.h\""
    print "#include \"syscall-tables/syscall-bodies.gen.h\"\n"
    print "#include <fcntl.h>\n#include <string.h>\n"
    print "#define VECTOR_MAX 1024 /* UIO_MAXIOV */"
    emit_checkers()
    for (r = 1; r <= nrows; r++)
        if (R_how[r] !~ /^(sub|none)$/)
            emit_call(r)
    print "\nlong syscall_call(const struct sysdesc *d, struct task *t,"
    print "                  const uint64_t args[6])\n{"
    print "    switch (d - sys_descs) {"
    for (r = 1; r <= nrows; r++)
        if (R_how[r] !~ /^(sub|none)$/)
            printf "    case %d:\n        return %s(t, args);\n", r,
                call_name(r)
    print "    default:\n        return syscall_refuse(d, t, args);\n    }\n}"
}
