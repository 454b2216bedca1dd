# SPDX-License-Identifier: MIT
# A shell by itself: arithmetic, words, patterns, functions. No children.
# shellcheck shell=dash
collatz()
{
	n=$1 steps=0
	while [ "$n" -ne 1 ]; do
		if [ $((n & 1)) -eq 1 ]; then
			n=$((3 * n + 1))
		else
			n=$((n / 2))
		fi
		steps=$((steps + 1))
	done
}
i=1 longest=0
while [ $i -le 200 ]; do
	collatz $i
	if [ $steps -gt $longest ]; then
		longest=$steps
		echo "$i takes $steps"
	fi
	i=$((i + 1))
done

path=/usr/lib/aarch64-linux-gnu:/usr/local/lib:/opt/one/two.d/lib
found='' i=0
while [ $i -lt 600 ]; do
	IFS=:
	for dir in $path; do
		case $dir in
		*/local/*) found=$found${dir##*/} ;;
		/opt/*.d/*) found=${found#lib}${dir%/*} ;;
		esac
	done
	found=${found%"${found#????????????????????????????????}"}
	i=$((i + 1))
done
unset IFS
echo "$found"
while read -r word number _; do
	[ "$word" = line ] && sum=$(((sum + number * 7) & 0xffff))
done <<END2
$(printf 'line %d of some text\n' 1 2 3 4 5 6 7 8 9 10)
END2
echo "sum $sum"
