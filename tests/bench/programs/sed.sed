# SPDX-License-Identifier: MIT
# Substitutions, addresses, the hold space.
s/\([0-9][0-9]*\) \([0-9][0-9]*\)/\2.\1/
/7 of/{
	h
	y/abcdef/ABCDEF/
	s/[[:space:]]\{1,\}/ /g
	G
	s/\n/|/
}
s/t[a-z]*t/<&>/2
$!{
	/3[0-9]*$/d
}
10000,10010{
	=
	N
	P
	D
}
