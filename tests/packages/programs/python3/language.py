# SPDX-License-Identifier: MIT
"""The language: data, classes, generators, errors, and modules of its own."""
import bisect, calendar, collections, contextlib, copy, dataclasses, datetime
import decimal, difflib, enum, fractions, functools, heapq, itertools, operator
import random, string, textwrap, types, typing, uuid, weakref, gc, sys, inspect

print([x * x for x in range(10) if x % 2], {k: v for k, v in zip("abc", range(3))}, sorted({3, 1, 2}))
a, *b, c = range(6); print(a, b, c); print(f"{3.14159:.2f} {42:>5}|{42:<5}|{42:^5}|{255:#x} {1e6:,.0f} {'s'!r:>6} {0.25:%} {a=}")
print("%d %s %5.1f %x" % (1, "s", 2.5, 255), "{0} {1!r} {x}".format(1, "q", x=3), "a-b-c".split("-", 1), "x".join("abc"), "Hello".swapcase(), "ß".casefold(), "é".encode(), b"\xff".hex())
def fib():
    x, y = 0, 1
    while True:
        yield x
        x, y = y, x + y
print(list(itertools.islice(fib(), 15)), sum(1 for _ in itertools.takewhile(lambda n: n < 10**50, fib())))
class A:
    def __init__(self, x): self.x = x
    def __add__(self, o): return A(self.x + o.x)
    def __repr__(self): return f"A({self.x})"
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __getattr__(self, n): return n.upper()
    @property
    def p(self): return self.x * 2
    @classmethod
    def make(cls, x): return cls(x + 1)
    @staticmethod
    def st(): return "static"
class B(A):
    def __init__(self, x): super().__init__(x * 10)
    def __enter__(self): print("enter"); return self
    def __exit__(self, *e): print("exit", e[0]); return True
print(A(1) + A(2), B(3), B.make(1), A.st(), A(4).p, A(1).anything, A(1) == A(1), len({A(1), A(1)}), B.__mro__[1].__name__)
with B(1) as v: raise KeyError("swallowed")
try:
    try: {}["k"]
    except KeyError as e: raise ValueError("outer") from e
except ValueError as e: print(repr(e), repr(e.__cause__))
finally: print("finally")
try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as e: print("values", e.exceptions)
except* TypeError as e: print("types", e.exceptions)
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print("recursion", str(e)[:32])
@functools.lru_cache(None)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
sys.setrecursionlimit(20000); print(ack(2, 300), ack.cache_info().hits > 0)
match {"k": [1, 2, {"z": 3}]}:
    case {"k": [x, *_, {"z": z}]} if z == 3: print("matched", x, z)
@dataclasses.dataclass(order=True, frozen=True)
class P:
    x: int
    y: list = dataclasses.field(default_factory=list, compare=False)
print(P(1), P(1) < P(2), dataclasses.asdict(P(3, [4])), dataclasses.replace(P(1), x=9))
class Color(enum.Flag): R = enum.auto(); G = enum.auto(); B = enum.auto()
print(Color.R | Color.B, Color(6), list(Color), Color.R in Color.R | Color.G)
print(collections.Counter("mississippi").most_common(2), collections.deque([1, 2, 3], 2), dict(collections.ChainMap({1: 2}, {1: 3, 4: 5})), collections.namedtuple("N", "a b")(1, 2), collections.OrderedDict(a=1))
print(list(itertools.permutations("abc", 2))[:4], list(itertools.combinations(range(4), 2)), list(itertools.product("ab", repeat=2)), list(itertools.groupby("aab"))[0][0], list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.batched("abcde", 2)))
print(functools.reduce(operator.add, range(101)), functools.partial(int, base=2)("101"), heapq.nsmallest(3, [5, 1, 4, 2]), bisect.bisect([1, 3, 5], 4), copy.deepcopy([[1]])[0], list(map(str.upper, "ab")), any([]), all([]))
print(datetime.datetime(2024, 2, 28) + datetime.timedelta(days=2, hours=3), datetime.date(2024, 1, 1).isocalendar(), datetime.datetime.fromisoformat("2001-02-03T04:05:06+02:00").timestamp(), calendar.monthrange(2024, 2), datetime.datetime.fromtimestamp(1e9, datetime.timezone.utc), datetime.datetime.strptime("3 Feb 2001", "%d %b %Y").strftime("%j %A"))
import zoneinfo; print(datetime.datetime(2024, 7, 1, tzinfo=zoneinfo.ZoneInfo("America/New_York")).astimezone(zoneinfo.ZoneInfo("Asia/Tokyo")))
random.seed(42); print([random.randint(0, 99) for _ in range(8)], random.random(), random.gauss(0, 1), random.sample(range(100), 4), random.choice("abc"), random.shuffle(l := list(range(6))), l)
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20), string.Template("$a ${b}").substitute(a=1, b=2), list(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="")), uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"))
print(fractions.Fraction(3, 4) + fractions.Fraction(1, 6), decimal.Decimal("0.1") + decimal.Decimal("0.2"), decimal.Decimal(2).sqrt(), 0.1 + 0.2)
@contextlib.contextmanager
def cm():
    print("before")
    try: yield "value"
    finally: print("after")
with cm() as v, contextlib.suppress(ZeroDivisionError): print(v); 1 / 0
w = weakref.ref(obj := A(5)); del obj; gc.collect(); print(w(), gc.isenabled(), sys.getrefcount(None) > 1)
coro = (lambda: (yield 1))(); print(next(coro), inspect.isgenerator(coro)); g = (x for x in range(3)); print(next(g), g.close(), list(g))
async def co(): return 42
try: co().send(None)
except StopIteration as e: print("coroutine", e.value)
print(eval("1 + 2 * 3"), compile("x", "f", "eval").co_names, exec("q = 5") or q, type("T", (), {"z": 1}).z, typing.get_type_hints(P)["x"], isinstance(True, int), id(1) == id(1), hash((1, 2)) == hash((1, 2)), ascii("é"), ord("€"), chr(128512))
print(memoryview(b"abcdef")[1:4].tobytes(), bytearray(b"abc").translate(bytes(range(256))), bytes.fromhex("00ff"), int.from_bytes(b"\x01\x02", "big"), (258).to_bytes(3, "little"), b"%d" % 5, slice(1, 10, 2).indices(6), divmod(-7, 3), round(2.5), round(-3.5), pow(3, -1, 7), complex(1, 2) * 1j, ~5, 7 // -2, 2**100, 0b101, 0o17, 1_000)
