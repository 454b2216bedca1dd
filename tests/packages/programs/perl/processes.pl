# SPDX-License-Identifier: MIT
# perl's processes: fork, exec, pipes, wait, system.
use strict;
use warnings;
use POSIX qw(:sys_wait_h setsid dup2 _exit);
use IPC::Open2;
use IPC::Open3;
$| = 1;
my $main = $$;

print `uname -m`;
print system('exit 3;') >> 8, ' ', system('true'), ' ', system('kill -9 $$'), ' ', system('kill -TERM $$'), "\n";
print system('/nothing/at/all'), ' ', $! + 0, "\n";
my $pid = fork // die;
if (!$pid) { exit 42 }
waitpid $pid, 0;
print $? >> 8, ' ', WIFEXITED($?), "\n";
my %kids;
for my $i (1 .. 10) { my $p = fork; if (!$p) { _exit $i } $kids{$p} = $i }
my $sum = 0;
while ((my $p = wait) > 0) { $sum += $? >> 8; delete $kids{$p} }
print "$sum ", scalar keys %kids, ' ', wait, ' ', $! + 0, "\n";
pipe my $r, my $w;
if (!($pid = fork)) { close $r; print $w "from child $_\n" for 1 .. 3; close $w; exit }
close $w;
print while <$r>;
waitpid $pid, 0;
open my $p, '-|', 'seq', 3 or die; print while <$p>; close $p; print "$?\n";
open $p, '|-', 'sort -r' or die; print $p "$_\n" for 1 .. 3; close $p;
open $p, '-|', 'exit 9;'; close $p; print $? >> 8, "\n";
open $p, '-|' or do { print "from a forked open\n"; exit 2 };
print <$p>; close $p; print $? >> 8, "\n";
$pid = open2(my $out, my $in, 'tr a-z A-Z'); print $in "two ways\n"; close $in; print <$out>; waitpid $pid, 0;
$pid = open3($in, $out, my $err = Symbol::gensym(), 'echo out; echo err >&2; exit 5'); print 'o:', <$out>, 'e:', <$err>; waitpid $pid, 0; print $? >> 8, "\n";
print qx(echo \$0 | tr -d '\n'), ' ', scalar(my @l = `seq 1000`), "\n";
if (!($pid = fork)) { exec 'sh', '-c', 'echo exec $0 $1; exit 6', 'a', 'b' }
waitpid $pid, 0; print $? >> 8, "\n";
if (!($pid = fork)) { exec {'/usr/bin/env'} 'env', 'uname', '-m' }
waitpid $pid, 0;
{ local $ENV{FERRY_TEST_X} = 'set'; print `sh -c 'echo \$FERRY_TEST_X'` }
$pid = fork; if (!$pid) { sleep 30; exit }
print waitpid($pid, WNOHANG), ' '; kill 'KILL', $pid; waitpid $pid, 0; print $? & 127, ' ', WIFSIGNALED($?), ' ', WTERMSIG($?), "\n";
$pid = fork; if (!$pid) { kill 'STOP', $$; exit 8 }
waitpid $pid, WUNTRACED; print WIFSTOPPED($?), ' ', WSTOPSIG($?), ' '; kill 'CONT', $pid; waitpid $pid, 0; print $? >> 8, "\n";
pipe $r, $w; if (!($pid = fork)) { close $r; setsid(); print $w getpgrp == $$ ? "own session\n" : "not\n"; close $w; exit } close $w; print <$r>; waitpid $pid, 0;
if (!($pid = fork)) { open STDOUT, '>', 'redirected'; system 'echo a child of a child'; exit } waitpid $pid, 0;
open my $f, '<', 'redirected'; print <$f>; close $f;
sub deep { my $n = shift; return 0 unless $n; my $p = fork; if (!$p) { exit(deep($n - 1) + 1) } waitpid $p, 0; $? >> 8 }
print deep(12), "\n";
print getppid > 0 ? 'parent' : '', ' ', $$ == POSIX::getpid() ? 'pid' : '', ' ', (getpwuid($<))[0], ' ', (getpwnam 'daemon')[2], ' ', (getgrgid 1)[0], "\n";
my @t = times; print scalar @t, ' ', time > 1e9 ? 'time' : '', "\n";
END { print "end block\n" if $main == $$ }
{ local $SIG{ALRM} = sub { die "timeout\n" }; eval { alarm 1; select undef, undef, undef, 20; }; print "$@" }
my $many = 0; for (1 .. 50) { $many++ if `true` eq '' && $? == 0 } print "$many\n";
_exit(0) if !($pid = fork); waitpid $pid, 0;
exit 11;
