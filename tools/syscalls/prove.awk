# SPDX-License-Identifier: MIT
# Syscall tables, part 5: layouts by ABI class, and the proof that a `pass'
# row gives the host's kernel nothing it would read differently.

# Bytes of a pointer and of a long in class.
function pointer_size(class)
{
    return class ~ /^ilp32/ ? 4 : 8
}

# Bytes of one element of an item's type, without looking at I_dir.
function element_size(id, class,    w)
{
    w = I_word[id]
    if (w in is_struct) {
        lay_out(w, class)
        return Z_of[w, class]
    }
    if (w == "flags" || w == "enum")
        return S_width[I_par[id]] / 8
    if (w ~ /^(addr|size|ssize|long|strings)$/)
        return pointer_size(class)
    return W_size[w]
}

function field_align(id, class)
{
    if (I_dir[id] != "")
        return pointer_size(class)
    if (I_word[id] in is_struct) {
        lay_out(I_word[id], class)
        return A_of[I_word[id], class]
    }
    return element_size(id, class)
}

function field_size(id, class)
{
    if (I_dir[id] != "")
        return pointer_size(class)
    return element_size(id, class) * (K_how[id] == "const" ? K_n[id] : 1)
}

# Offsets, size and alignment of struct name in class, by C's rules.
function lay_out(name, class,    key, i, off, align, a)
{
    if ((name, class) in Z_of)
        return
    key = layout(name, class)
    if (key == "") {
        Z_of[name, class] = 0
        A_of[name, class] = 1
        return
    }
    off = 0
    align = 1
    for (i = L_first[key]; i < L_first[key] + L_n[key]; i++) {
        a = L_packed[key] ? 1 : field_align(i, class)
        if (a > align)
            align = a
        off = int((off + a - 1) / a) * a
        O_of[i, class] = off
        off += field_size(i, class)
    }
    Z_of[name, class] = int((off + align - 1) / align) * align
    A_of[name, class] = align
}

# Why a set means something else to the host than to isa; "" if it does not.
function set_difference(s, isa,    v, g, h)
{
    for (v = S_first[s]; v < S_first[s] + S_n[s]; v++) {
        g = V_val[v, isa]
        h = V_val[v, HOST]
        if (g != h)
            return V_name[v] " is " (g == "-" ? "nothing" : g) " in " isa \
                " and " (h == "-" ? "nothing" : h) " in " HOST
    }
    return ""
}

function struct_difference(name, isa,    g, h, gc, hc, i, a, b, why)
{
    gc = C_of[isa]
    hc = C_of[HOST]
    g = layout(name, gc)
    h = layout(name, hc)
    if (g == "" || h == "")
        return "struct " name " has no layout in " (g == "" ? gc : hc)
    lay_out(name, gc)
    lay_out(name, hc)
    for (i = 0; i < L_n[g] || i < L_n[h]; i++) {
        a = L_first[g] + i
        b = L_first[h] + i
        if (i >= L_n[g] || i >= L_n[h] || I_name[a] != I_name[b])
            return "member " i + 1 " of struct " name " is " \
                (i < L_n[g] ? I_name[a] : "none") " in " gc " and " \
                (i < L_n[h] ? I_name[b] : "none") " in " hc
        if (O_of[a, gc] != O_of[b, hc])
            return I_name[a] " of struct " name " is at " O_of[a, gc] \
                " in " gc " and at " O_of[b, hc] " in " hc
        why = item_difference(a, isa)
        if (why != "")
            return I_name[a] " of struct " name ": " why
        if (field_size(a, gc) != field_size(b, hc))
            return I_name[a] " of struct " name " has " \
                field_size(a, gc) " bytes in " gc " and " \
                field_size(b, hc) " in " hc
    }
    if (Z_of[name, gc] != Z_of[name, hc])
        return "struct " name " has " Z_of[name, gc] " bytes in " gc \
            " and " Z_of[name, hc] " in " hc
    return ""
}

function item_difference(id, isa,    w)
{
    w = I_word[id]
    if (w == "flags" || w == "enum")
        return set_difference(I_par[id], isa)
    if (w in is_struct) {
        if (!((w, isa) in D_known)) {
            D_known[w, isa] = 1
            D_text[w, isa] = struct_difference(w, isa)
        }
        return D_text[w, isa]
    }
    return ""
}

function prove_all(isa,    r, i, why, any)
{
    for (i = 1; i <= nstructs; i++)
        lay_out(struct_name[i], C_of[isa])
    for (r = 1; r <= nrows; r++) {
        any = ""
        for (i = R_first[r]; i <= R_first[r] + R_n[r]; i++) {
            if (i == R_first[r] + R_n[r])
                why = item_difference(R_ret[r], isa)
            else
                why = item_difference(i, isa)
            if (why == "")
                continue
            any = why
            if (R_how[r] == "pass")
                fail(R_where[r], R_name[r] " can't be `pass': " why)
        }
        if (R_how[r] == "conv" && any == "")
            fail(R_where[r], R_name[r] " is `conv', but nothing differs " \
                 "in " isa)
    }
}
