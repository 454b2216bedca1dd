# SPDX-License-Identifier: MIT
# perl's data: pack, sprintf, sort, references, closures, objects.
use strict;
use warnings;

print unpack('H*', pack 'cCsSlLqQ', -1, 255, -2, 65534, -3, 4294967293, -4, 5), "\n";
print unpack('H*', pack 'nNvV', 258, 16909060, 258, 16909060), "\n";
print unpack('H*', pack 'fd>f<', 1.5, -2.25, 3), "\n";
print unpack('H*', pack 'A5a5Z5B8h4H4', 'abc', 'def', 'ghi', '10101010', '1234', 'abcd'), "\n";
print unpack('H*', pack 'w*', 1, 128, 16384), ' ', unpack('H*', pack 'U0U*', 233, 8364), "\n";
print join(',', unpack 'n/a* C x2 s', pack 'n/a* C x2 s', 'hello', 7, -300), "\n";
print join(',', unpack '(A2)*', 'aabbcc'), ' ', unpack('%32C*', 'checksum') % 65535, "\n";
print join(',', unpack 'l< q> j', pack 'l< q> j', -123456, -1234567890123, 42), "\n";
print unpack('u', pack 'u', 'uuencoded text'), ' ', vec('abc', 1, 8), "\n";
printf "%d %5d|%-5d|%05d|%+d|%x|%X|%#x|%o|%b|%#b|%e|%g|%.3f|%s|%5.2s|%c|%%|%v d\n",
    42, 42, 42, 42, 42, 255, 255, 255, 8, 5, 5, 12345.678, 0.00001234, 2.0005, 'str', 'string', 65, '1.22.333';
printf "%2\$s %1\$s %*d %-*d| %.*f\n", 'a', 'b', 5, 7, 5, 7, 2, 3.14159;
my @sorted = sort { $a <=> $b } map { $_ * 7919 % 1009 } 1 .. 1000;
print "@sorted[0 .. 5, -3 .. -1]\n";
print join(' ', sort { lc $a cmp lc $b or $a cmp $b } qw(b A a B c)), "\n";
print join(' ', reverse sort qw(pear apple fig)), "\n";
my %deep = (list => [1, [2, 3], { k => 'v' }], code => sub { "called @_" });
print "$deep{list}[1][1] $deep{list}->[2]{k} ", $deep{code}->('x'), "\n";
my @copy = @{ $deep{list} }[0, 1];
print scalar(@copy), ' ', ref $copy[1], ' ', ref $deep{code}, ' ', ref \1, "\n";
my @counters = map { my $n = $_; sub { $n++ } } 10, 20;
$counters[0]->() for 1 .. 3;
print $counters[0]->(), ' ', $counters[1]->(), "\n";
package Shape { sub new { my ($c, %a) = @_; bless {%a}, $c } sub area { 0 } sub name { ref shift } }
package Square { our @ISA = 'Shape'; sub area { $_[0]{side} ** 2 } }
package Circle { our @ISA = 'Shape'; use overload '""' => sub { 'circle ' . $_[0]{r} }, '+' => sub { $_[0]{r} + (ref $_[1] ? $_[1]{r} : $_[1]) }; sub area { 3.14159 * $_[0]{r} ** 2 } sub DESTROY { print "destroyed\n" } }
package main;
print $_->name, ' ', $_->area, "\n" for Square->new(side => 3), Shape->new;
{ my $c = Circle->new(r => 2); print "$c ", $c + 5, ' ', $c->can('area') ? 'can' : 'not', "\n"; }
my %h = map { $_ => length } qw(one three fifteen);
print join(' ', map { "$_=$h{$_}" } sort { $h{$a} <=> $h{$b} } keys %h), "\n";
my %inverse = reverse %h;
print exists $inverse{5} ? $inverse{5} : 'none', ' ', delete $h{one}, ' ', scalar keys %h, "\n";
my @a = (1 .. 10);
print "@{[splice @a, 2, 3, qw(x y)]} / @a\n";
print join(',', grep { $_ & 1 } 1 .. 9), ' ', join(',', (1) x 3), ' ', "ab" x 3, "\n";
local $, = '-'; local $\ = "!\n";
print 'a', 'b';
$, = ''; $\ = '';
my $s = 'abcdef';
substr($s, 1, 2) = 'XX';
substr($s, -1, 1, 'end');
print "$s ", index($s, 'X'), ' ', rindex($s, 'X'), ' ', reverse('abc') . '', ' ', ucfirst lc 'HELLO', "\n";
print join(' ', sprintf('%s', 1e15), 1e16, 0.1 + 0.2, 1 / 3, 10 / 2, 2 ** 0.5, -7 / 2, int(-3.7), 7 % -3, -7 % 3), "\n";
print 'a' . 1 + 2, ' ', '3 apples' * 2, ' ', '0x10' + 0, ' ', hex 'ff', ' ', oct '0b101', ' ', oct '755', "\n" if eval { no warnings; 1 };
my ($x, $y) = (3, 4); ($x, $y) = ($y, $x);
print "$x $y ", wantarray() // 'undef', ' ', join('', map { chr ord($_) + 1 } split //, 'HAL'), "\n";
my $i = 'az'; $i++; my $z = 'Zz9'; $z++;
print "$i $z ", join(',', 'aa' .. 'ad'), ' ', 5 <=> 3, ' ', 'a' cmp 'b', "\n";
my $str = '';
for my $n (1 .. 15) { $str .= $n % 15 == 0 ? 'FizzBuzz' : $n % 5 == 0 ? 'Buzz' : $n % 3 == 0 ? 'Fizz' : $n; $str .= ' ' }
print "$str\n";
OUTER: for my $p (1 .. 5) { for my $q (1 .. 5) { next OUTER if $q > $p; last OUTER if $p == 4; print $p * $q, ' ' } }
print "\n";
eval { die { code => 42 } };
print "died with $@->{code}\n";
eval { die "text\n" };
print "died: $@";
eval { my $zero = 0; my $r = 1 / $zero; };
print "error: $@" =~ s/ at .*//sr, "\n";
$SIG{__WARN__} = sub { print 'warning: ', $_[0] =~ s/ at .*//sr, "\n" };
my $undef; my $e = "x$undef";
local $_ = 'topic';
print "$_ ", length, ' ', uc, "\n";
print "heredoc: ", <<"A", <<'B';
$x @{[1 + 1]}
A
$x
B
my $fact; $fact = sub { my $n = shift; $n < 2 ? 1 : $n * $fact->($n - 1) };
print $fact->(20), ' ', $fact->(25), "\n";
my %memo; sub fib { my $n = shift; $memo{$n} //= $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
print fib(90), "\n";
print "sum ", eval { my $t = 0; $t += $_ for 1 .. 200000; $t }, "\n";
