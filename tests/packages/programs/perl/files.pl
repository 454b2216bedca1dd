# SPDX-License-Identifier: MIT
# perl's files: open in all ways, directories, stat, links, locks, modes.
use strict;
use warnings;
use Fcntl qw(:flock :seek :mode O_RDWR O_CREAT O_EXCL);
use File::Temp qw(tempfile tempdir);
use File::Copy;
use File::Find;
use File::Path qw(make_path remove_tree);
use File::Spec;
use File::Basename;
use Cwd;

open my $f, '>', 'a' or die;
print $f "line $_\n" for 1 .. 5;
printf $f "%s\n", 'formatted';
close $f;
open $f, '+<', 'a' or die;
my @lines = <$f>;
print scalar @lines, " $lines[-1]", 'at ', tell $f, "\n";
seek $f, 5, SEEK_SET;
read $f, my $buf, 10;
print join('|', split /\n/, $buf), ' ', eof $f ? 'eof' : 'more', "\n";
seek $f, 0, SEEK_END;
print $f "appended\n";
truncate $f, 20;
close $f;
print -s 'a', "\n";
open $f, '>>', 'a'; print $f 'x' x 10; close $f;
print -s 'a', ' ', (stat 'a')[7], ' ', S_ISREG((stat _)[2]) ? 'regular' : 'not', "\n";
open $f, '<', 'nothing' or print "error: $! ", $! + 0, "\n";
open $f, '<', \"in\nmemory\n"; print scalar(my @m = <$f>), "\n"; close $f;
open $f, '>:encoding(UTF-16LE)', 'u'; print $f "h\x{e9}\x{20ac}"; close $f;
open $f, '<:raw', 'u'; local $/; print unpack('H*', <$f>), "\n"; close $f;
open $f, '<:encoding(UTF-16LE)', 'u'; print length(<$f>), "\n"; close $f;
$/ = "\n";
mkdir 'd' or die; mkdir 'd' or print "error: $!\n";
make_path('d/e/f', 'd/g');
for my $n (qw(d/1 d/e/2 d/e/f/3)) { open my $h, '>', $n; print $h $n; close $h }
my @found; find(sub { push @found, $File::Find::name }, 'd');
print join(' ', sort @found), "\n";
opendir my $dir, 'd'; print join(' ', sort grep { !/^\./ } readdir $dir), "\n"; rewinddir $dir; closedir $dir;
print join(' ', sort glob('d/* d/e/*')), "\n";
symlink '1', 'd/soft'; link 'd/1', 'd/hard';
print readlink 'd/soft', ' ', (stat 'd/hard')[3], ' ', -l 'd/soft' ? 'link' : '', ' ', (lstat 'd/soft')[7], "\n";
rename 'd/hard', 'd/moved'; copy('d/1', 'd/copied'); move('d/copied', 'd/moved2');
print join(' ', sort map { basename $_ } glob 'd/m*'), "\n";
chmod 0640, 'a'; printf "%o\n", (stat 'a')[2] & 07777;
utime 1000000000, 1000000001, 'a'; print join(' ', (stat 'a')[8, 9]), "\n";
print join('', map { -e "d/$_" ? 'e' : '-' } qw(1 x soft)), -d 'd' ? 'd' : '', -f 'a' ? 'f' : '', -z 'a' ? 'z' : '', -r 'a' ? 'r' : '', -x 'a' ? 'x' : '', -T 'a' ? 'T' : '', -B '/usr/bin/perl' ? 'B' : '', "\n";
print unlink('d/moved', 'd/nothing'), ' ', rmdir('d') ? 'removed' : "not: $!", "\n";
remove_tree('d'); print -e 'd' ? 'still' : 'gone', "\n";
my ($t, $name) = tempfile('tXXXXXX', DIR => '.', UNLINK => 1); print $t 'temp'; close $t; print -s $name, "\n";
my $td = tempdir(CLEANUP => 1); print -d $td ? "dir\n" : "no\n";
sysopen my $s, 'sys', O_RDWR | O_CREAT | O_EXCL, 0600 or die; syswrite $s, 'abcdefgh', 4, 2; sysseek $s, 1, 0; sysread $s, $buf, 2; print "$buf\n";
sysopen my $s2, 'sys', O_RDWR | O_CREAT | O_EXCL or print "error: $!\n";
flock $s, LOCK_EX or die; my $pid = fork; if (!$pid) { open my $o, '+<', 'sys'; exit(flock($o, LOCK_EX | LOCK_NB) ? 0 : 1) } waitpid $pid, 0; print 'locked: ', $? >> 8, "\n"; close $s;
open my $dup, '>&', \*STDOUT; print $dup "through a dup\n"; close $dup;
open my $save, '>&', \*STDERR; close STDERR; open STDERR, '>', 'err'; print STDERR "to a file\n"; warn "warned\n"; close STDERR; open STDERR, '>&', $save;
open $f, '<', 'err'; print <$f>; close $f;
print File::Spec->catfile('a', 'b', 'c'), ' ', File::Spec->rel2abs('x', '/y'), ' ', dirname('/p/q/r.txt'), ' ', (fileparse('/p/q/r.txt', qr/\.\w+/))[2], ' ', File::Spec->canonpath('/a/./b//c'), "\n";
print basename(getcwd), ' ', chdir('..') && -d 'w' && chdir('w') ? 'back' : '', "\n";
open $f, '>', 'big'; for my $i (1 .. 20000) { print $f "$i:", 'x' x ($i % 50), "\n" } close $f;
open $f, '<', 'big'; my ($n, $len) = (0, 0); while (<$f>) { chomp; $n++; $len += length } print "$n $len $.\n"; close $f;
open $f, '<', 'big'; $/ = \4096; $n = 0; $n++ while <$f>; print "$n\n"; close $f; $/ = "\n";
@ARGV = ('a', 'err'); while (<>) { print "$ARGV:$.: $_" if /file|line 1/; close ARGV if eof }
print while <DATA>;
open $f, '>', '/dev/full'; print $f 'x'; close $f or print "error: $!\n";
print umask() == 022 ? "umask\n" : "umask @{[umask]}\n";
print -t STDIN ? 'tty' : 'no tty', ' ', fileno(STDIN), "\n";
opendir $dir, '/nothing' or print "error: $!\n";
printf "%s\n", join ' ', map { sprintf '%d', $_ } (stat '/dev/null')[6] >> 8, -c '/dev/null', -p STDIN ? 1 : 0;
__DATA__
data 1
data 2
