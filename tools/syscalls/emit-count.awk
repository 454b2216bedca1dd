# SPDX-License-Identifier: MIT
# Prints how many rows are of each kind, and what a current kernel has that
# Ferry has not.
function emit(    r, n, hows, i, h, isa, nr)
{
    n = split("pass conv body emul sub none", hows, " ")
    for (r = 1; r <= nrows; r++)
        count[(R_table[r] == "") " " R_how[r]]++
    printf "%-10s %10s %10s\n", "", "calls", "sub-rows"
    for (i = 1; i <= n; i++)
        printf "%-10s %10d %10d\n", hows[i], count["1 " hows[i]], \
            count["0 " hows[i]]
    for (r = 1; r <= nrows; r++)
        if (R_how[r] == "none")
            printf "none: %s: %s (%s)\n", R_name[r], R_why[r], R_err[r]
}
