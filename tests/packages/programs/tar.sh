# SPDX-License-Identifier: MIT
# tar: formats, options and filters.
# smoke: formats compression
# shellcheck shell=dash disable=SC1091,SC2034,SC2317
. "${0%/*}/../prelude"

tree()
{
	mkdir -p t/a/b t/c
	for f in t/one t/a/two t/a/b/three t/c/four; do
		words >$f
	done
	blob 200 >t/blob
	ln t/one t/hard
	ln -s a/two t/soft
	mkfifo t/fifo
	: >t/empty
	mkdir -p "t/$(printf %0120d 7)"
	words >"t/$(printf %0120d 7)/$(printf %0150d 8)"
	chmod 640 t/a/two
	chmod 755 t/one
	find t -exec touch -h -d '2020-02-02 02:02:02 UTC' '{}' +
}

plain='--sort=name --owner=0 --group=0 --numeric-owner'

t_formats()
{
	tree
	for f in v7 oldgnu gnu ustar posix; do
		pax='--pax-option=delete=ctime,delete=atime'
		pax="$pax,exthdr.name=%d/PaxHeaders/%f"
		[ $f = posix ] || pax=
		# shellcheck disable=SC2086
		tar -c $plain --format=$f $pax -f $f.tar t 2>/dev/null
		echo "$f $? $(sha256sum <$f.tar)"
		tar -tf $f.tar | wc -l
	done
	TZ=UTC tar -tvf gnu.tar | cut -c1-100
	mkdir x
	tar -xf gnu.tar -C x
	diff -r t x/t 2>&1 | grep -v fifo && echo differ
	stat -c '%n %a %s %Y' x/t/a/two x/t/one x/t/c
	test x/t/one -ef x/t/hard && echo hard link
	readlink x/t/soft
	test -p x/t/fifo && echo fifo
	tar -df gnu.tar && echo no difference
	echo changed >>t/one
	tar -df gnu.tar
	echo $?
}

t_compression()
{
	tree
	for z in gzip bzip2 xz zstd; do
		tar -c --$z -f t.tar.$z t
		tar -tf t.tar.$z | wc -l
		mkdir $z
		tar -xf t.tar.$z -C $z
		cmp t/blob $z/t/blob && echo $z
	done
	tar -caf t.tar.gz t && file -b t.tar.gz | cut -d, -f1
	tar -c -I 'gzip -9' -f i.tgz t && tar -tzf i.tgz | head -n 1
	tar -cf - t | gzip | tar -xzf - -O t/one | head -n 1
	tar --use-compress-program=nothing_like_this -cf x.tar t 2>&1 | tail -n 1
	gzip -dc t.tar.gz | head -c 5000 | tar -t >/dev/null
	echo $?
	head -c 3000 t.tar.gz | tar -tzf - >/dev/null
	echo $?
}

t_options()
{
	tree
	tar -cf a.tar --exclude='*two' --exclude-vcs t
	tar -tf a.tar | grep -c two
	tar -rf a.tar t/a/two
	tar -tf a.tar | tail -n 1
	tar -uf a.tar t/a/two
	tar -tf a.tar | grep -c two
	tar -cf c.tar t/one
	tar -Af a.tar c.tar
	tar -tf a.tar | grep -c one
	tar --delete -f a.tar t/one
	tar -tf a.tar | grep -c one
	tar -cf b.tar -C t one -C a two
	tar -tf b.tar
	tar -xf b.tar --transform='s,^,new/,' && ls new
	tar -xf b.tar one -O | wc -l
	tar -xvf b.tar --strip-components=0 two
	tar -xf b.tar --keep-old-files
	echo $?
	tar -xf b.tar --to-command='wc -c; uname -m'
	printf 't/one\nt/c\n' | tar -cf l.tar -T -
	tar -tf l.tar
	tar -cf i.tar -g snar t 2>/dev/null
	echo new >t/new
	tar -cf i2.tar -g snar t 2>/dev/null
	tar -tf i2.tar | grep -c new
	tar --wildcards -tf l.tar '*o*'
	tar -cf s.tar -S --hole-detection=raw t/blob && tar -tvf s.tar | awk '{ print $3 }'
	truncate -s 3M sparse
	tar -cSf sp.tar sparse
	[ "$(stat -c %s sp.tar)" -lt 100000 ] && echo sparse
	mkdir y && tar -xSf sp.tar -C y && stat -c %s y/sparse
	tar -cf /dev/null --totals t 2>&1 | sed 's/(.*//'
	tar --checkpoint=5 -cf c.tar t 2>&1 | head -n 1
	tar -xf nothing
	echo $?
	words | tar -tf -
	echo $?
	tar -cf x.tar nothing
	echo $?
	tar -c t | tar -t | sort | md5sum
	tar --version | head -n 1
	tar -cf o.tar --remove-files t/c && ls t/c
	tar -cWf w.tar t
	echo $?
	tar -cf acl.tar --acls --xattrs t && tar -tf acl.tar | wc -l
}

run "$1"
