# SPDX-License-Identifier: MIT
# Hashes, regular expressions, sorting, objects.
use strict;
use warnings;

package Counter;
sub new { my $class = shift; return bless {n => 0, @_}, $class }
sub add { my ($self, $by) = @_; $self->{n} += $by; return $self }

package main;
open my $in, '<', '/tmp/in/lines' or die;
my (%count, @lines, $numbers);
while (my $line = <$in>) {
	chomp $line;
	push @lines, $line;
	$count{$_}++ for split / /, $line;
	$numbers += $1 * ($2 // 1) while $line =~ /\b(\d+)(?: (\d+))?\b/g;
	$line =~ s/(\w+) (\w+)/$2-$1/g;
	$count{length $line}++;
}
my @top = sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count;
print "@top[0 .. 9] ", scalar @top, " $numbers\n";
my $counter = Counter->new(step => 3);
$counter->add($_ & $counter->{step}) for 1 .. 20000;
print "$counter->{n}\n";
my @sorted = sort map { join ' ', reverse split / /, $_ } @lines;
print "$sorted[0]\n$sorted[-1]\n";
my @sieve = (1) x 20000;
for my $i (2 .. 141) {
	next unless $sieve[$i];
	for (my $j = $i * $i; $j < @sieve; $j += $i) { $sieve[$j] = 0 }
}
print scalar(grep { $_ } @sieve[2 .. $#sieve]), "\n";
print unpack('%32C*', join '', map { pack 'Nn', $_, $_ & 255 } 1 .. 5000), "\n";
