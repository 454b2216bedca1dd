# SPDX-License-Identifier: MIT
# What bash has beyond sh: arrays, regular expressions, replacing. No children.
# shellcheck shell=bash
declare -A count
declare -a primes
for ((n = 2; n < 500; n++)); do
	for p in "${primes[@]}"; do
		((p * p > n)) && break
		((n % p)) || continue 2
	done
	primes+=("$n")
done
echo "${#primes[@]} primes, the last is ${primes[-1]}"

while read -r line; do
	for word in $line; do
		((count[$word]++))
	done
	if [[ $line =~ ^line\ ([0-9]+)\ ([0-9]+)\ of ]]; then
		((sum += BASH_REMATCH[1] ^ BASH_REMATCH[2]))
	fi
	upper=${line^^}
	length=$((length + ${#upper} - ${#line} + ${#BASH_REMATCH[0]}))
done < <(printf '%s\n' "$(</tmp/in/few)")
echo "${#count[@]} words, text ${count[text]}, sum $sum, $length"
printf -v hex '%04x' "${primes[@]:0:20}"
echo "${hex//0/.}"
