# SPDX-License-Identifier: MIT
# Syscall tables, part 6: the C type of an argument, for several outputs.

function ctype(id,    w)
{
    w = I_word[id]
    if (I_dir[id] != "")
        return "gaddr_t"
    if (w == "flags")
        return "struct " I_par[id] "_flags"
    if (w == "enum")
        return "int" S_width[I_par[id]] "_t"
    if (w in is_struct)
        return "struct abi_" w
    return W_ctype[w]
}
