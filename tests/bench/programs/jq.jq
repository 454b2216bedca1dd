# SPDX-License-Identifier: MIT
# Over objects {"n": ..., "k": ..., "words": [...]}.
[.[] | select(.k % 3 != 0) | .words |= map(ascii_upcase)] as $all
| ($all | group_by(.k) | map({k: .[0].k, n: (map(.n) | add)})
    | sort_by(-.n) | .[:3]),
  ($all | map(.words | join("-") | test("TEXT-.*[13579]$"))
    | map(select(.)) | length),
  ([limit(5; $all[] | .words[] | select(startswith("T")))]),
  (reduce $all[] as $o (0; (. * 31 + $o.n) % 65521)),
  ($all | map(tostring | length) | add)
