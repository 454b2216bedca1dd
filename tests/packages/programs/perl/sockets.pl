# SPDX-License-Identifier: MIT
# perl's sockets: TCP, UDP, local ones, pairs, select, non-blocking.
use strict;
use warnings;
use Socket qw(:all);
use IO::Socket::INET;
use IO::Socket::UNIX;
use IO::Select;
use IO::Handle;
use Fcntl;
use POSIX ();
use Errno qw(EAGAIN ECONNREFUSED EINPROGRESS);
$| = 1;

my $server = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1', ReuseAddr => 1) or die "listen: $@";
my $port = $server->sockport;
print $server->sockhost, ' ', $port > 1023 ? 'port' : '', "\n";
my $pid = fork;
if (!$pid) {
    close $server;
    for my $i (1 .. 3) {
        my $c = IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port", Timeout => 10) or die;
        print $c "request $i\n";
        my $answer = <$c>;
        print "client: $answer";
        close $c;
    }
    exit 0;
}
for (1 .. 3) {
    my $c = $server->accept;
    my $line = <$c>;
    chomp $line;
    print $c "answer to $line from ", $c->peerhost, "\n";
    close $c;
}
waitpid $pid, 0;
print $? >> 8, "\n";
socket my $raw, PF_INET, SOCK_STREAM, getprotobyname('tcp') or die $!;
setsockopt $raw, SOL_SOCKET, SO_REUSEADDR, 1;
setsockopt $raw, SOL_SOCKET, SO_KEEPALIVE, 1;
setsockopt $raw, IPPROTO_TCP, TCP_NODELAY, 1;
print join(' ', unpack('i', getsockopt $raw, SOL_SOCKET, SO_TYPE), unpack('i', getsockopt $raw, SOL_SOCKET, SO_KEEPALIVE), unpack('i', getsockopt $raw, IPPROTO_TCP, TCP_NODELAY)), "\n";
bind $raw, pack_sockaddr_in(0, INADDR_LOOPBACK) or die; listen $raw, 1;
my ($p, $a) = unpack_sockaddr_in getsockname $raw; print inet_ntoa($a), "\n";
close $raw;
print connect(my $no = do { socket my $s, PF_INET, SOCK_STREAM, 0; $s }, pack_sockaddr_in($p, INADDR_LOOPBACK)) ? 'connected' : $! == ECONNREFUSED ? 'refused' : "error $!", "\n";
my $u1 = IO::Socket::INET->new(Proto => 'udp', LocalAddr => '127.0.0.1') or die; my $u2 = IO::Socket::INET->new(Proto => 'udp', PeerAddr => '127.0.0.1', PeerPort => $u1->sockport) or die;
$u2->send('datagram'); $u1->recv(my $buf, 100); print "$buf ", $u1->peerport == $u2->sockport ? 'from the peer' : '', "\n";
$u1->send('back'); $u2->recv($buf, 2, MSG_TRUNC) ; print length $buf, "\n";
my $unix = IO::Socket::UNIX->new(Local => 'sock', Listen => 1) or die $!;
print -S 'sock' ? 'socket' : 'no', ' ', $unix->hostpath, "\n";
$pid = fork; if (!$pid) { my $c = IO::Socket::UNIX->new(Peer => 'sock') or die; print $c "over a local socket\n"; print 'echo: ', scalar <$c>; exit }
my $c = $unix->accept; my $l = <$c>; print $c uc $l; close $c; waitpid $pid, 0; unlink 'sock';
my $abs = IO::Socket::UNIX->new(Local => "\0ferry-test-$$", Listen => 1); print $abs ? 'abstract' : "no: $!", "\n";
socketpair my $x, my $y, AF_UNIX, SOCK_STREAM, PF_UNSPEC or die; $x->autoflush; $y->autoflush;
print $x "pair\n"; print scalar <$y>; shutdown $x, 1; print defined <$y> ? 'more' : 'end', "\n"; print $y "still\n"; print scalar <$x>;
socketpair $x, $y, AF_UNIX, SOCK_DGRAM, 0; send $x, $_, 0 for qw(one three five); recv $y, $buf, 2, MSG_PEEK; print "$buf "; recv $y, $buf, 2, 0; print "$buf "; recv $y, $buf, 9, 0; print "$buf\n";
socketpair $x, $y, AF_UNIX, SOCK_SEQPACKET, 0; syswrite $x, 'packet'; sysread $y, $buf, 100; print "$buf\n";
fcntl $y, F_SETFL, fcntl($y, F_GETFL, 0) | O_NONBLOCK; print defined sysread($y, $buf, 10) ? 'read' : $! == EAGAIN ? 'again' : "error $!", "\n";
my $sel = IO::Select->new($y); print scalar(my @r = $sel->can_read(0.01)), ' '; syswrite $x, 'z'; print scalar(@r = $sel->can_read(5)), ' ', scalar(@r = IO::Select->new($x)->can_write(5)), "\n";
my @servers = map { IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1') } 1 .. 5; my @clients = map { IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $_->sockport) } @servers; my @acc = map { $_->accept } @servers;
for my $i (0 .. 4) { $clients[$i]->autoflush; print { $clients[$i] } "n$i\n" } my $s = IO::Select->new(@acc); my %got; while (keys %got < 5) { for my $h ($s->can_read(5)) { my $l = <$h>; chomp $l; $got{$l}++; } } print join(' ', sort keys %got), "\n";
$pid = fork; if (!$pid) { my $n = 0; close $acc[1]; print { $clients[1] } 'x' x 1000 for 1 .. 2000; close $clients[1]; POSIX::_exit(0) } close $clients[1]; my $total = 0; while (my $k = sysread $acc[1], $buf, 65536) { $total += $k } waitpid $pid, 0; print "$total\n";
print inet_ntoa(inet_aton('127.1')), ' ', inet_ntop(AF_INET6, inet_pton(AF_INET6, '::1')), ' ', (getservbyname 'http', 'tcp')[2], ' ', (getprotobyname 'udp')[2], ' ', scalar gethostbyname('127.0.0.2') eq inet_aton('127.0.0.2') ? 'host' : '', "\n";
my ($err, @res) = getaddrinfo('127.0.0.1', 80, { socktype => SOCK_STREAM, flags => AI_NUMERICHOST }); print "$err", scalar @res, ' ', (getnameinfo $res[0]{addr}, NI_NUMERICHOST | NI_NUMERICSERV)[1], "\n";
my $v6 = socket my $six, AF_INET6, SOCK_STREAM, 0; print $v6 && bind($six, pack_sockaddr_in6(0, IN6ADDR_LOOPBACK)) ? 'v6' : 'no v6', "\n";
{ my $nb = IO::Socket::INET->new(Proto => 'tcp', Blocking => 0); print connect($nb, pack_sockaddr_in($servers[0]->sockport, INADDR_LOOPBACK)) || $! == EINPROGRESS ? 'in progress' : "error $!", "\n"; }
local $SIG{PIPE} = 'IGNORE'; socketpair $x, $y, AF_UNIX, SOCK_STREAM, 0; close $y; print defined syswrite($x, 'a') ? 'wrote' : "error $!", "\n";
