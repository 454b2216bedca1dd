# SPDX-License-Identifier: MIT
# Modules of perl's own, compiled ones among them.
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use Digest::SHA qw(sha1_hex sha256_hex sha512_base64 hmac_sha256_hex);
use MIME::Base64;
use MIME::QuotedPrint;
use Data::Dumper;
use Storable qw(freeze thaw dclone);
use JSON::PP;
use List::Util qw(reduce first max min shuffle uniq pairs product any all);
use Scalar::Util qw(blessed reftype looks_like_number weaken dualvar);
use Time::Local;
use Time::HiRes;
use Encode;
use Compress::Zlib;
use IO::Compress::Gzip qw(gzip);
use IO::Uncompress::Gunzip qw(gunzip);
use IO::Compress::Bzip2 qw(bzip2);
use IO::Uncompress::Bunzip2 qw(bunzip2);
use Text::Wrap;
use Text::ParseWords;
use Tie::File;
use Getopt::Long;
use Unicode::Normalize;
use Sys::Hostname;
use POSIX ();
use DB_File;
use SDBM_File;
use Fcntl;
use Hash::Util qw(lock_keys);
use Benchmark ();
use B ();
use attributes ();

my $text = join ' ', map { "word$_" } 1 .. 5000;
print md5_hex($text), ' ', sha1_hex($text), "\n", sha256_hex($text), "\n", sha512_base64($text), "\n", hmac_sha256_hex($text, 'key'), "\n";
print encode_base64(substr($text, 0, 40), ''), ' ', decode_base64('aGVsbG8='), ' ', encode_qp("a=\x{e9}", ''), "\n";
$Data::Dumper::Sortkeys = $Data::Dumper::Indent = 1;
print Dumper({ list => [1, 'two', 3.5], nested => { a => undef, b => \'ref' } });
my $d = { a => [1, 2, { b => 3 }], c => 'x' };
my $copy = thaw freeze $d; $copy->{a}[2]{b} = 9; print "$d->{a}[2]{b} $copy->{a}[2]{b} ", dclone($d)->{c}, "\n";
my $json = JSON::PP->new->canonical; print $json->encode({ n => 1.5, s => "q\"\n\x{e9}", l => [JSON::PP::true, undef, -3], o => {} }) =~ s/[^\x20-\x7e]/?/gr, ' ', $json->decode('{"a":[1,{"b":"\u00e9x"}]}')->{a}[1]{b} =~ s/[^x]/?/r, "\n";
print join(' ', reduce(sub { no strict; no warnings; $a * $b }, 1 .. 10), first(sub { $_ > 3 }, 1 .. 9), max(3, 9, 2), min(3, 9, 2), product(2, 3, 4), scalar uniq(1, 1, 2)), "\n";
print join(' ', (any { $_ == 2 } 1 .. 3) ? 'any' : '', (all { $_ } 1, 0) ? 'all' : 'not all', looks_like_number('1e5') ? 1 : 0, looks_like_number('x') ? 1 : 0, blessed(bless [], 'X'), reftype(bless {}, 'Y')), "\n";
print timegm(0, 0, 0, 1, 0, 2000), ' ', scalar gmtime 86400 * 365, ' ', POSIX::strftime('%Y-%j %H:%M', gmtime 1e9), ' ', POSIX::mktime(0, 0, 0, 1, 0, 100), "\n";
{ local $ENV{TZ} = 'America/New_York'; POSIX::tzset(); print scalar localtime(1.2e9), "\n"; }
print length encode('UTF-8', "\x{20ac}"), ' ', length decode('UTF-8', "\xe2\x82\xac"), ' ', unpack('H*', encode 'UTF-16', 'a'), ' ', unpack('H*', encode 'iso-8859-15', "\x{20ac}"), ' ', unpack('H*', encode 'shiftjis', "\x{3042}"), ' ', unpack('H*', encode 'cp1252', "\x{2019}"), "\n";
my $z = compress $text; print uncompress($z) eq $text ? 'zlib' : 'no', ' ', length $z < length $text, ' ', crc32($text), ' ', adler32($text), "\n";
gzip \$text => \my $gz; gunzip \$gz => \my $un; bzip2 \$text => \my $bz; bunzip2 \$bz => \my $unb; print $un eq $text && $unb eq $text ? "gzip bzip2\n" : "no\n";
$Text::Wrap::columns = 30; print wrap('', '  ', substr $text, 0, 80), "\n", join('|', shellwords q(a "b c" d\ e)), "\n";
open my $f, '>', 'tied'; print $f "l$_\n" for 1 .. 5; close $f; tie my @t, 'Tie::File', 'tied' or die; $t[1] = 'changed'; push @t, 'new'; splice @t, 3, 1; print scalar @t, " @t\n"; untie @t;
{ local @ARGV = qw(--name=x -v -v --list a --list b rest); GetOptions('name=s' => \my $n, 'v+' => \my $v, 'list=s' => \my @l); print "$n $v @l @ARGV\n"; }
print length NFD("\x{e9}"), length NFC("e\x{301}"), length NFKD("\x{fb01}"), ' ', hostname ne '' ? 'host' : '', "\n";
tie my %db, 'DB_File', 'db', O_RDWR | O_CREAT, 0644, $DB_BTREE or die "db: $!"; $db{"k$_"} = $_ * 2 for 1 .. 500; print join(' ', scalar keys %db, $db{k77}, (sort keys %db)[0], exists $db{no} ? 1 : 0), "\n"; untie %db;
tie my %sdbm, 'SDBM_File', 'sdbm', O_RDWR | O_CREAT, 0644 or die; $sdbm{$_} = $_ ** 2 for 1 .. 100; print scalar keys %sdbm, " $sdbm{9}\n"; untie %sdbm;
my %locked = (a => 1); lock_keys %locked; eval { $locked{b} = 1 }; print $@ =~ /disallowed/ ? 'locked' : 'no', "\n";
{ my $obj = { n => 1 }; my $weak = $obj; weaken $weak; undef $obj; print defined $weak ? 'strong' : 'weak', "\n"; }
print B::svref_2object(sub { })->GV->NAME, ' ', eval('1 + ' x 500 . '1'), ' ', eval { eval 'die "inner\n"'; $@ }, "\n";
print POSIX::uname() > 3 ? 'uname' : '', ' ', POSIX::sysconf(POSIX::_SC_PAGESIZE()), ' ', ' ', POSIX::strtod('2.5x') + 0, ' ', POSIX::LONG_MAX(), "\n";
printf "%s %s\n", $^O, $];
print join(' ', map { sprintf '%.3f', $_ } POSIX::fmax(1, 2), POSIX::cbrt(27), POSIX::lgamma(5), POSIX::erf(0.5)), "\n";
print $INC{'strict.pm'} =~ s,lib/[^/]*-gnu,lib/*,r, "\n";
format STDOUT =
@<<<<<< @>>>>>> @||||||| @##.##
'left', 'right', 'centre', 3.14159
.
write;
