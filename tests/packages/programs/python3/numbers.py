# SPDX-License-Identifier: MIT
"""Numbers: big integers, floats to the bit, math, statistics, decimals."""
import array, cmath, decimal, fractions, math, statistics, struct, sys, operator

print(math.factorial(100), 3**500 % 10**40, pow(7, 10**20, 10**9 + 7), math.isqrt(10**60), math.comb(100, 50), math.gcd(2**60, 6**30), (10**50) // 7, -(10**30) // 7, -(10**30) % 7)
print(hash(2**61 - 1), hash(10**40), hash(1.5), hash(-1), hash(float("inf")), (2**200).bit_length(), (2**70 + 5).bit_count(), 1 << 100 >> 97, (2**100) & (2**99 + 7), ~(2**80) | 1, int("z" * 20, 36), str(7**200)[-30:])
for f in (math.sin, math.cos, math.tan, math.asin, math.atan, math.sinh, math.cosh, math.tanh, math.exp, math.expm1, math.log1p, math.sqrt, math.erf, math.erfc, math.gamma, math.lgamma, math.exp2): print(f.__name__, [f(x).hex() for x in (0.1, 0.5, 0.999)])
for f in (math.log, math.log2, math.log10): print(f.__name__, [f(x).hex() for x in (0.1, 3.0, 1e300)])
print([math.atan2(y, x) for y in (0.0, -0.0, 1) for x in (1, -1, 0.0)], math.hypot(3, 4, 12), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(1, -0.0), math.ldexp(0.75, 10), math.frexp(100.0), math.modf(-3.25), math.nextafter(1, 2), math.ulp(1e10), math.fsum([0.1] * 10), sum([0.1] * 10), math.dist((0, 0), (1, 1)), math.prod([1.5] * 10), math.fma(1.1, 2.2, 3.3), math.sumprod([1.5, 2.5], [3, 4]))
print(float("1e400"), float("-inf"), float("nan") == float("nan"), 1e308 * 10 - 1e308 * 10 != 0, 0.1 + 0.2 == 0.3, 5e-324 / 2, 2.0**-1074, sys.float_info.epsilon, sys.float_info.max, repr(1e16), repr(123456789.123456789), 1e22, 1.5e-7, 100.0, float.fromhex("0x1.8p3"), (0.1).as_integer_ratio(), (2.5).is_integer())
print([round(x, 2) for x in (2.675, 1.005, -0.125, 1e10 / 3)], [int(x) for x in (1e20, -2.9, 2**53 + 0.0)], [math.floor(x) for x in (-0.5, 2.5)], [math.ceil(x) for x in (-0.5, 2.5)], 7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(-7.5, 2), 2**0.5, (-8) ** (1 / 3), 0.0**0, 1e-320 * 1e10)
for e in ("1/0", "math.sqrt(-1)", "int('x')", "float('x')", "math.exp(1000)", "2.0 ** 10000", "int(float('nan'))", "math.log(0)", "[1, 2][5]", "(1).to_bytes(0)"):
    try: print(eval(e))
    except Exception as x: print(type(x).__name__, x)
print(cmath.sqrt(-2), cmath.exp(1j * math.pi), cmath.phase(-1), cmath.polar(1 + 1j), abs(3 + 4j), (1 + 2j) ** 3, (1 + 2j) / (3 - 1j), complex("1e3-2j"), cmath.log(-1 - 1j), cmath.isnan(complex("nan")))
D = decimal.Decimal; decimal.getcontext().prec = 50
print(D(1) / 7, D(2).sqrt(), D(10).ln(), D("1.1").exp(), D("123.456").quantize(D("0.1"), decimal.ROUND_HALF_EVEN), D(2) ** D("0.5"), D("1e-30") + 1, D("NaN"), D("Infinity") - 1, +D("3." + "14159" * 15), D("7") % D("2.5"), D("-7") // 2, D(0.1))
print(fractions.Fraction("3.14159").limit_denominator(100), fractions.Fraction(0.1), sum(fractions.Fraction(1, n) for n in range(1, 30)))
print(statistics.mean([1, 2, 3, 4]), statistics.stdev([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.pvariance([0.1, 0.2, 0.7]), statistics.linear_regression([1, 2, 3], [2, 4, 7]), statistics.quantiles(range(20), n=4), statistics.NormalDist(0, 1).cdf(1.5))
x, s = 0.5, 0.0
for _ in range(100000): x = 3.9 * x * (1 - x); s += x
print(x.hex(), s.hex())
n = 40; A = [[1 / (i + j + 1) for j in range(n)] for i in range(n)]; B = [[(i * j) % 7 + 0.5 for j in range(n)] for i in range(n)]
C = [[sum(map(operator.mul, r, c)) for c in zip(*B)] for r in A]; print(sum(map(sum, C)).hex())
def nbody(n):
    p = [[0, 0, 0, 0, 0, 0, 39.5], [4.8, -1.2, -.1, .6, 2.8, -.03, .04], [8.3, 4.1, -.4, -1., 1.8, .01, .01]]
    for _ in range(n):
        for i, a in enumerate(p):
            for b in p[i + 1:]:
                d = [a[k] - b[k] for k in range(3)]; m = .001 / sum(v * v for v in d) ** 1.5
                for k in range(3): a[k + 3] -= d[k] * b[6] * m; b[k + 3] += d[k] * a[6] * m
        for a in p:
            for k in range(3): a[k] += .001 * a[k + 3]
    return p
print([v.hex() for v in nbody(2000)[1][:3]])
sieve = bytearray([1]) * 300001
for i in range(2, 548):
    if sieve[i]: sieve[i * i::i] = bytes(len(range(i * i, 300001, i)))
print(sum(sieve) - 2); h = 0
for i in range(200000): h = (h * 31 + i) & 0xffffffffffffffff
print(h, array.array("d", [1.5, 2]).tobytes().hex(), array.array("i", range(5)).buffer_info()[1], sum(array.array("f", [0.1] * 10)))
sys.set_int_max_str_digits(0); q = 10**2000; pi = 3 * q; t, k, = 3 * q, 0
while t: k += 1; t = t * (2 * k - 1) ** 2 // (8 * k * (2 * k + 1)) ; pi += t
print(str(pi)[:60], str(pi)[-30:-10], len(str(2**50000)), str(3**20000)[5000:5020], int("9" * 3000) * int("7" * 3000) % 10**30)
