# SPDX-License-Identifier: MIT
# Numbers in perl: integers at their edges, floating point, big numbers.
use strict;
use warnings;
use POSIX qw(floor ceil fmod strtol DBL_MAX DBL_EPSILON INT_MAX LONG_MIN);
use Math::BigInt;
use Math::BigFloat;

print 9223372036854775807, ' ', 9223372036854775807 + 1, ' ', -9223372036854775808, ' ', 18446744073709551615, ' ', 18446744073709551615 + 1, "\n";
print 9223372036854775807 * 2, ' ', 4294967296 * 4294967296, ' ', 2 ** 63, ' ', 2 ** 64, ' ', 3 ** 40, "\n";
print 1 << 63, ' ', 0xffffffffffffffff >> 4, ' ', ~0, ' ', -1 & 0xff, ' ', 6 ^ 3, ' ', 6 | 1, "\n";
{ use integer; print 7 / 2, ' ', -7 / 2, ' ', -7 % 3, ' ', ~0, ' ', 1 << 63, "\n"; }
printf "%.20g %.17g %.17g %.17g\n", 0.1, exp(1), atan2(1, 1) * 4, sqrt(2);
printf "%.15g %.15g %.15g %.15g\n", sin(1e6), cos(0.5), log(1e-300), 1e308 * 10;
printf "%s %s %s\n", 9 ** 9 ** 9, -9 ** 9 ** 9, (9 ** 9 ** 9) - (9 ** 9 ** 9) == 0 ? 'zero' : 'nan';
print join(' ', floor(-2.5), ceil(-2.5), fmod(7, 3), int(1e20), int(-0.5), abs(-3)), "\n";
print join(' ', DBL_MAX, DBL_EPSILON, INT_MAX, LONG_MIN), "\n";
print join(' ', strtol('0x1f', 16), strtol('777', 8)), "\n";
printf "%.0f %.0f %.0f %.0f %d %d\n", 0.5, 1.5, 2.5, -0.5, 1e9, -1.9;
printf "%s %s %s %s %s\n", 1e21, 123456789012345678, 1.0, 1.10, 100000 * 100000;
printf "%e %g %g %g %a\n", 0, 1e-5, 123456789, 0.0001, 1;
print 0.1 + 0.7 == 0.8 ? 'equal' : 'not equal', ' ', 1e16 + 1, ' ', 10 % 3.7, "\n";
print Math::BigInt->new(2)->bpow(300), "\n";
print Math::BigInt->new('123456789012345678901234567890')->bmul('987654321098765432109876543210'), "\n";
print Math::BigInt->bfac(60), "\n";
print Math::BigInt->new('340282366920938463463374607431768211457')->bmod('1000000007'), "\n";
print Math::BigFloat->new(2)->bsqrt(60), "\n";
print Math::BigFloat->bpi(80), "\n";
my ($x, $sum) = (0.5, 0);
for (1 .. 20000) { $x = 3.9 * $x * (1 - $x); $sum += $x }
printf "%.15g %.15g\n", $x, $sum;
my @m = map { my $i = $_; [map { 1 / ($i + $_ + 1) } 0 .. 7] } 0 .. 7;
my $det = 1;
for my $k (0 .. 7) {
    $det *= $m[$k][$k];
    for my $i ($k + 1 .. 7) {
        my $f = $m[$i][$k] / $m[$k][$k];
        $m[$i][$_] -= $f * $m[$k][$_] for $k .. 7;
    }
}
printf "%.10e\n", $det;
my @sieve = (1) x 20000;
my $primes = 0;
for my $i (2 .. $#sieve) {
    next unless $sieve[$i];
    $primes++;
    for (my $j = $i * $i; $j < @sieve; $j += $i) { $sieve[$j] = 0 }
}
print "$primes\n";
srand(1);
my $r = rand;
srand(1);
print $r == rand() ? 'same' : 'different', ' ', int(rand(10)) < 10 ? 'in range' : 'out', "\n";
srand(42);
print join(' ', map { int rand 1000 } 1 .. 10), "\n";
my ($crc, @t) = (0xffffffff, map { my $c = $_; $c = $c & 1 ? 0xedb88320 ^ ($c >> 1) : $c >> 1 for 1 .. 8; $c } 0 .. 255);
$crc = $t[($crc ^ ord) & 0xff] ^ ($crc >> 8) for split //, 'a' x 30000;
printf "%08x\n", $crc ^ 0xffffffff;
