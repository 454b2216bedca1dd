# SPDX-License-Identifier: MIT
# perl's signals: handlers, masks, timers, nested ones, in children.
use strict;
use warnings;
use POSIX qw(:signal_h pause sigprocmask sigpending sigsuspend sigaction);
use Time::HiRes qw(setitimer ITIMER_REAL ITIMER_VIRTUAL ualarm usleep);
$| = 1;

my %seen;
$SIG{$_} = sub { $seen{$_[0]}++ } for qw(HUP INT QUIT USR1 USR2 TERM ALRM CHLD WINCH);
for my $s (qw(HUP INT QUIT USR1 USR2 TERM WINCH)) { kill $s, $$ for 1 .. 3 }
print join(' ', map { "$_=$seen{$_}" } sort keys %seen), "\n";
$SIG{USR1} = 'IGNORE'; kill 'USR1', $$; print "$seen{USR1} ";
$SIG{USR1} = 'DEFAULT'; my $pid = fork; if (!$pid) { kill 'USR1', $$; exit 0 } waitpid $pid, 0; print $? & 127, "\n";
my $set = POSIX::SigSet->new(SIGUSR2, SIGTERM); my $old = POSIX::SigSet->new;
sigprocmask SIG_BLOCK, $set, $old; %seen = (); kill 'USR2', $$; kill 'TERM', $$; kill 'USR2', $$;
my $pending = POSIX::SigSet->new; sigpending $pending;
print join(' ', scalar keys %seen, $pending->ismember(SIGUSR2), $pending->ismember(SIGTERM), $pending->ismember(SIGINT)), ' ';
sigprocmask SIG_SETMASK, $old; print join(' ', map { "$_=$seen{$_}" } sort keys %seen), "\n";
{ local $SIG{ALRM} = sub { print "alarm\n" }; alarm 1; pause; }
{ my $n = 0; local $SIG{ALRM} = sub { $n++ }; setitimer ITIMER_REAL, 0.01, 0.01; usleep 1000 while $n < 10; setitimer ITIMER_REAL, 0; print "timer $n\n" if $n >= 10; }
{ my $n = 0; local $SIG{VTALRM} = sub { $n++ }; setitimer ITIMER_VIRTUAL, 0.01, 0.01; my $x = 0; $x++ while $n < 5; setitimer ITIMER_VIRTUAL, 0; print "virtual ", $n >= 5 ? 'ok' : $n, "\n"; }
eval { local $SIG{ALRM} = sub { die "interrupted\n" }; ualarm 50000; 1 while 1; }; print "loop $@";
eval { local $SIG{ALRM} = sub { die "interrupted\n" }; ualarm 50000; my $x = 'a' x 30; 1 while $x =~ /a/g || 1; }; print "regex $@";
eval { local $SIG{__DIE__} = sub { print "die hook: $_[0]" }; die "x\n" }; print "after $@";
{ my @order; local $SIG{USR1} = sub { push @order, 'in'; kill 'USR2', $$; push @order, 'out' }; local $SIG{USR2} = sub { push @order, 'nested' }; kill 'USR1', $$; print "@order\n"; }
{ my $n = 0; local $SIG{CHLD} = sub { while ((my $p = waitpid -1, POSIX::WNOHANG()) > 0) { $n++ } }; for (1 .. 8) { exit 0 unless fork } select undef, undef, undef, 0.05 while $n < 8; print "reaped $n\n"; }
my $act = POSIX::SigAction->new(sub { print "sigaction $_[0]\n" }, POSIX::SigSet->new, SA_RESTART); sigaction SIGUSR1, $act; kill 'USR1', $$;
pipe my $r, my $w; $pid = fork; if (!$pid) { close $r; select undef, undef, undef, 0.1; kill 'USR1', getppid; select undef, undef, undef, 0.1; print $w "after the signal\n"; close $w; POSIX::_exit(0) }
close $w; print scalar <$r>; waitpid $pid, 0;
pipe $r, $w; { local $SIG{PIPE} = sub { print "pipe\n" }; close $r; syswrite $w, 'x' or print "error $!\n"; }
$pid = fork; if (!$pid) { $SIG{PIPE} = 'DEFAULT'; pipe my $a, my $b; close $a; syswrite $b, 'x'; POSIX::_exit(0) } waitpid $pid, 0; print $? & 127, "\n";
for my $s (qw(SEGV BUS FPE ILL ABRT)) { $pid = fork; if (!$pid) { require BSD::Resource if 0; open STDERR, '>', '/dev/null'; kill $s, $$; sleep 1; POSIX::_exit(0) } waitpid $pid, 0; print "$s ", $? & 127, ' ' } print "\n";
{ my $n = 0; local $SIG{SEGV} = sub { $n++ }; kill 'SEGV', $$; print "caught segv $n\n"; }
{ my $n = 0; local $SIG{RTMIN} = sub { $n++ }; local $SIG{NUM40} = sub { $n += 10 }; kill 'RTMIN', $$; kill 40, $$; print "real-time $n\n"; }
{ my $got = 0; local $SIG{USR2} = sub { $got++ }; $pid = fork; if (!$pid) { for (1 .. 200) { kill 'USR2', getppid; usleep 200 } POSIX::_exit(0) } my $x = 0; while (waitpid($pid, POSIX::WNOHANG()) == 0) { $x += length join ',', 1 .. 50 } print 'storm ', $got > 0 && $got <= 200 ? 'ok' : $got, "\n"; }
{ local $SIG{TERM} = sub { print "last words\n"; exit 9 }; $pid = fork; if (!$pid) { kill 'TERM', $$; sleep 5 } waitpid $pid, 0; print $? >> 8, "\n"; }
print kill(0, $$), ' ', kill('CONT', $$), ' ', kill(0, 4194300), "\n";
$SIG{INT} = 'DEFAULT'; kill 'INT', $$; sleep 5;
