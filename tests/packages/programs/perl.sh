# SPDX-License-Identifier: MIT
# perl: each program of perl/.
# smoke: regex data processes
# shellcheck shell=dash disable=SC1091,SC2034,SC2317
. "${0%/*}/../prelude"

script()
{
	perl "/tmp/scripts/programs/perl/$1.pl" 2>&1
	echo "status $?"
}

t_regex()
{
	script regex
}
t_data()
{
	script data
}
t_numbers()
{
	script numbers
}
t_files()
{
	script files
}
t_processes()
{
	script processes
}
t_signals()
{
	script signals
}
t_sockets()
{
	script sockets
}
t_modules()
{
	script modules
}
t_one_liners()
{
	words | perl -ne 'print if /x/'
	words | perl -pe 's/o/0/g' | head -n 2
	words | perl -lane 'print $F[-1]'
	words | perl -F, -ane 'print scalar @F, "\n"'
	words >f
	perl -i.bak -pe 's/fox/cat/' f
	diff f.bak f
	perl -le 'print for reverse 1..3'
	perl -MList::Util=sum -le 'print sum(1..100)'
	perl -c -e 'print 1' 2>&1
	perl -e 'die "dead\n"'
	echo $?
	perl -e 'exit 7'
	echo $?
	perl -e 'print 1 +'
	echo $?
	perl -we 'my $x; print $x + 1, "\n"' 2>&1
	perl -e '$x = [1]; print "$$x[0]\n"; warn "careful\n"'
	perl -Mstrict -e '$y = 1'
	echo $?
	perl nothing.pl
	echo $?
	printf '#!/usr/bin/perl -l\nprint "script @ARGV"\n' >s
	chmod +x s
	./s a b
	printf 'print "from stdin\n"' | perl
	perl -V:ivsize -V:byteorder -V:osname
	perl -0777 -ne 'print length, "\n"' f
	perl -CS -e 'print chr(233), "\n"'
	perl -d:Nothing -e 1 2>/dev/null
	echo $?
	perl -x <<'END'
garbage
#!perl
print "after garbage\n";
__END__
no more
END
}

run "$1"
