# SPDX-License-Identifier: MIT
# gzip, bzip2, xz, zstd (in one thread) and 7z: what they make is the same to
# the byte, and each can read it back.
# smoke: gzip bzip2 xz zstd sevenzip
# seconds: 120
# shellcheck shell=dash disable=SC1091,SC2034,SC2086,SC2094,SC2317
. "${0%/*}/../prelude"

material()
{
	words >small
	: >empty
	head -c 300000 /dev/zero >zeros
	blob 600 >blob
	cat /usr/share/common-licenses/GPL-3 /usr/share/common-licenses/Apache-2.0 >text
	seq 30000 >seq
	i=0
	for p in 3 7 11 13 17; do
		awk -v p=$p 'BEGIN { x = p; for (i = 0; i < 4000; i++) {
			x = (x * 1103 + 12345) % 1048576; printf "%c", 33 + x % 94 } }'
	done >noise
	cat text blob seq noise zeros >all
}

# A compressor with its options on every file, and back.
check() # COMMAND DECOMPRESS
{
	for f in empty small zeros blob text seq noise; do
		$1 <$f >z || echo "fails on $f: $?"
		echo "$1 $f $(wc -c <z) $(md5sum <z)"
		$2 <z | cmp - $f
	done
}

t_gzip()
{
	material
	for l in 1 6 9; do
		check "gzip -n -$l" 'gzip -dc'
	done
	gzip -n -k text
	gzip -l text.gz
	gzip -tv text.gz
	zcat text.gz | cmp - text && echo same
	gunzip -k -f text.gz
	gzip -n <blob | gzip -n | gzip -d | gzip -d | cmp - blob && echo twice
	(gzip -n <small; gzip -n <seq) | gzip -dc | wc -l
	gzip -n <blob | head -c 10000 | gzip -dc >/dev/null
	echo $?
	gzip -n <blob | tr '\000' '\001' | gzip -dc >/dev/null
	echo $?
	echo no gzip | gzip -dc
	echo $?
	gzip nothing
	echo $?
	zgrep -c the text.gz
	zdiff text.gz text && echo zdiff
	zcmp text.gz text && echo zcmp
	gzip -n --rsyncable <all | gzip -d | cmp - all && echo rsyncable
	gzip -S .x small && ls small*
	gzip -dc small.x | head -n 1
	znew -h >/dev/null 2>&1
	zless --version >/dev/null 2>&1 || echo no less
}

t_bzip2()
{
	material
	for l in 1 5 9; do
		check "bzip2 -$l" 'bzip2 -dc'
	done
	bzip2 -s <all | md5sum
	bzip2 -k text
	bzip2 -tvv text.bz2 2>&1 | tail -n 1
	bzcat text.bz2 | cmp - text && echo same
	(bzip2 <small; bzip2 <seq) | bunzip2 | wc -l
	bzip2 <blob | head -c 10000 | bzip2 -dc 2>/dev/null | wc -c
	bzip2 <blob | head -c 10000 >broken.bz2
	bzip2 -t broken.bz2 2>&1 | head -n 2
	bzip2recover broken.bz2 2>&1 | grep -c block
	echo no | bzip2 -dc 2>&1 | tail -n 1
	bzip2 -d nothing.bz2
	echo $?
	bzgrep -c the text.bz2
	bzdiff text.bz2 text && echo bzdiff
}

t_xz()
{
	material
	for l in 0 3 6 9e; do
		check "xz -T1 -$l" 'xz -dc'
	done
	for c in none crc32 crc64 sha256; do
		xz -T1 -C $c <text | md5sum
	done
	xz -T1 --format=lzma <text | md5sum
	xz -T1 --format=lzma <text | xz -dc | cmp - text && echo lzma
	xz -T1 --format=raw --lzma2=preset=6,dict=64KiB <all | md5sum
	for x in x86 arm arm64 armthumb powerpc ia64 sparc riscv; do
		xz -T1 --$x --lzma2=preset=1 <all >z
		echo "$x $(md5sum <z)"
		xz -dc z | cmp - all
	done
	xz -T1 --delta=dist=4 --lzma2=lc=2,lp=2,pb=1,mf=bt2,nice=40 <blob | md5sum
	xz -T1 --block-size=100000 -k all
	xz -T1 -lvv all.xz | grep -v 'Memory\|Minimum' | tail -n 12
	xz -tv all.xz 2>&1
	head -c 20000 all.xz | xz -dc >/dev/null
	echo $?
	echo no | xz -dc
	echo $?
	xzcat all.xz | cmp - all && echo same
	xzgrep -c the all.xz
	xzdiff all.xz all && echo xzdiff
}

t_zstd()
{
	one='--single-thread --no-asyncio'
	material
	for l in 1 3 9 15 19 -fast=3; do
		check "zstd $one -q -$l" "zstd -q $one -dc"
	done
	zstd $one -q --ultra -22 <all | md5sum
	zstd $one -q --long=24 <all | zstd -q $one --long=24 -dc | cmp - all && echo long
	zstd $one -q --no-check -k text
	zstd -q $one -t text.zst && echo tested
	zstdcat $one text.zst | cmp - text && echo same
	(zstd -q $one <small; zstd -q $one <seq) | unzstd -q $one | wc -l
	zstd -q $one <blob | head -c 10000 | zstd -q $one -dc >/dev/null
	echo $?
	echo no | zstd -q $one -dc
	echo $?
	for f in gzip xz lzma lz4; do
		zstd $one -q --format=$f <text | zstd -q $one -dc | cmp - text && echo $f
	done
	mkdir d
	split -b 500 text d/
	zstd -q $one --train d/* -o dict --maxdict=4000
	zstd $one -q -D dict <small >z
	zstd -q $one -D dict -dc z | cmp - small && echo dictionary
	zstd -l text.zst | tail -n 1 | awk '{ print $1, $2 }'
	zstd $one -q --patch-from=text all -o patch 2>/dev/null
	zstd -q $one -d --patch-from=text patch -o back && cmp back all && echo patch
	zstd -q --rm small $one && ls small*
}

t_sevenzip()
{
	material
	for m in Copy Deflate BZip2 LZMA LZMA2 PPMd Deflate64; do
		case $m in
		Deflate | Deflate64) t=zip ;;
		*) t=7z ;;
		esac
		7z a -bd -mmt=1 -mtm- -mtc- -mta- -t$t -mm=$m -m0=$m x.$m.$t text blob seq small >log 2>&1 ||
		    7z a -bd -mmt=1 -t$t -mm=$m x.$m.$t text blob seq small >log 2>&1
		echo "$m $?"
		7z t -mmt=1 x.$m.$t | grep -c Everything
		rm -rf out
		7z x -mmt=1 -oout x.$m.$t >/dev/null
		for f in text blob seq small; do
			cmp $f out/$f
		done
		7z l -slt x.$m.$t | grep -E '^(Path|Size|CRC|Method) ' | tail -n 8
	done
	7z h -mmt=1 -scrcSHA256 text | grep -i sha256 | head -n 1
	for h in CRC32 CRC64 SHA1 SHA256 BLAKE2sp XXH64 MD5; do
		7z h -mmt=1 -scrc$h all | grep 'for data'
	done
	7z a -mmt=1 -psecret -mhe=on enc.7z small >/dev/null
	7z t -mmt=1 -psecret enc.7z | grep -c Everything
	7z t -mmt=1 -pwrong enc.7z >/dev/null 2>&1
	echo $?
	7z a -mmt=1 -psecret -tzip -mem=AES256 enc.zip small >/dev/null
	7z x -mmt=1 -psecret -so enc.zip | cmp - small && echo aes
	7z a -mmt=1 -si -tgzip all.gz <all >/dev/null
	gzip -dc all.gz | cmp - all && echo gzip
	7z a -mmt=1 -txz all.xz all >/dev/null
	xz -dc all.xz | cmp - all && echo xz
	7z a -mmt=1 -ttar all.tar text small >/dev/null
	tar -tf all.tar
	7z x -mmt=1 nothing.7z >/dev/null 2>&1
	echo $?
	head -c 1000 x.LZMA.7z >broken.7z
	7z t -mmt=1 broken.7z >/dev/null 2>&1
	echo $?
}

t_large()
{
	one='--single-thread --no-asyncio'
	material
	for i in 1 2 3 4; do cat all text blob; done >big
	wc -c big
	for z in 'gzip -n' bzip2 'xz -T1 -2' "zstd -q $one -5"; do
		$z <big >z
		echo "$z $(md5sum <z)"
		case $z in
		zstd*) zstd -q $one -dc <z ;;
		*) ${z%% *} -dc <z ;;
		esac | cmp - big && echo same
	done
	gzip -n <big | gzip -dc | xz -T1 -0 | xz -dc | zstd -q $one | zstd -q $one -dc | bzip2 -1 | bzip2 -d | cmp - big && echo all
}

t_threads()
{
	material
	for i in 1 2 3 4; do cat all text blob; done >big
	xz -T4 --block-size=200000 -2 <big >z
	md5sum z
	xz -T4 -dc z | cmp - big && echo xz
	zstd -q -T3 -5 -B512K <big >z
	zstd -q -dc z | cmp - big && echo zstd
	7z a -mmt=4 -m0=LZMA2:c=256k -bd x.7z big >/dev/null
	7z t -mmt=4 x.7z | grep Everything
	7z b -mmt=2 1 -md=18 >/dev/null && echo benchmark
}

run "$1"
