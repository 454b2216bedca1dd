# SPDX-License-Identifier: MIT
"""A client of a redis server, for tests/packages/servers.sh. Prints what the
server answered, the same from each server that is given the same commands.

  redis.py commands PORT N SEED   N commands over one connection, in pipelines
  redis.py crowd PORT CLIENTS N   N commands of each of CLIENTS, all at once
  redis.py snapshot PORT          prints the digest; BGSAVE, and changes all
                                  while the copy is written
  redis.py say PORT WORD...       one command, its answer
"""
import hashlib, random, socket, sys, threading, time

UNORDERED = {"SMEMBERS", "SINTER", "SUNION", "SDIFF", "KEYS", "HGETALL", "EXEC"}


class Error(Exception):
    pass


class Redis:
    def __init__(self, port):
        deadline = time.monotonic() + 60
        while True:
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=100)
                break
            except ConnectionRefusedError:
                if time.monotonic() > deadline:
                    raise
        self.file = self.socket.makefile("rb")

    def send(self, *commands):
        out = bytearray()
        for command in commands:
            words = [w if isinstance(w, bytes) else str(w).encode() for w in command]
            out += b"*%d\r\n" % len(words)
            for w in words:
                out += b"$%d\r\n%s\r\n" % (len(w), w)
        # What is sent may be more than both sides' buffers hold.
        sender = threading.Thread(target=self.socket.sendall, args=(out,))
        sender.start()
        return sender

    def answer(self):
        line = self.file.readline()
        if not line.endswith(b"\r\n"):
            raise EOFError("the server left")
        kind, rest = line[:1], line[1:-2]
        if kind == b"+":
            return rest.decode()
        if kind == b"-":
            return Error(rest.decode())
        if kind == b":":
            return int(rest)
        if kind == b"$":
            return None if rest == b"-1" else self.file.read(int(rest) + 2)[:-2]
        if kind == b"*":
            return None if rest == b"-1" else [self.answer() for _ in range(int(rest))]
        raise ValueError(line)

    def __call__(self, *command):
        return self.pipeline([command])[0]

    def pipeline(self, commands):
        sender = self.send(*commands)
        answers = [self.answer() for _ in commands]
        sender.join()
        return answers


def shown(command, answer):
    """An answer as text; of what is kept in hash tables without its order."""
    text = repr(answer)
    return "".join(sorted(text)) if command[0] in UNORDERED else text


def value(r):
    size = r.choice([0, 1, 10, 30, 60, 200, 2000, 17000])
    return r.choice([r.randbytes(size), b"%d" % r.randrange(-10**6, 10**6), b"ab " * (size // 3)])


# Each makes a command from a random number generator and a prefix of keys.
def commands():
    def key(kind, r, p):
        return f"{p}{kind}{r.randrange(30)}"

    def kind(name, *makers):
        return [lambda r, p, m=m: tuple(m(r, lambda k=name: key(k, r, p))) for m in makers]

    field = lambda r: f"f{r.randrange(40)}"
    member = lambda r: f"m{r.randrange(60)}"
    score = lambda r: r.choice([r.randrange(-100, 100), round(r.uniform(-9, 9), 3)])
    return (
        kind("str",
             lambda r, k: ("SET", k(), value(r)), lambda r, k: ("SET", k(), value(r)),
             lambda r, k: ("GET", k()), lambda r, k: ("APPEND", k(), value(r)),
             lambda r, k: ("GETRANGE", k(), r.randrange(-50, 50), r.randrange(-50, 50)),
             lambda r, k: ("SETRANGE", k(), r.randrange(3000), value(r)), lambda r, k: ("STRLEN", k()),
             lambda r, k: ("GETSET", k(), value(r)), lambda r, k: ("DEL", k(), k()), lambda r, k: ("MGET", k(), k(), k("set")),
             lambda r, k: ("MSET", k(), value(r), k(), value(r)), lambda r, k: ("SETNX", k(), value(r)),
             lambda r, k: ("SETBIT", k("bit"), r.randrange(20000), r.randrange(2)), lambda r, k: ("BITCOUNT", k("bit")),
             lambda r, k: ("BITOP", r.choice(["AND", "OR", "XOR"]), k("bit"), k("bit"), k("bit")),
             lambda r, k: ("BITFIELD", k("bit"), "INCRBY", "i13", r.randrange(900), r.randrange(5000), "OVERFLOW", "SAT", "GET", "u7", 3),
             lambda r, k: ("COPY", k(), k(), "REPLACE"), lambda r, k: ("DUMP", k()), lambda r, k: ("TYPE", k()), lambda r, k: ("EXISTS", k(), k()),
             lambda r, k: ("OBJECT", "ENCODING", k()), lambda r, k: ("LCS", k("small"), k("small")), lambda r, k: ("SET", k("small"), value(r)[:50]),
             lambda r, k: ("PEXPIREAT", k(), 4 * 10**12 + r.randrange(1000)), lambda r, k: ("PEXPIRETIME", k()), lambda r, k: ("PERSIST", k()), lambda r, k: ("RENAMENX", k(), k())) +
        kind("num",
             lambda r, k: ("INCR", k()), lambda r, k: ("INCRBY", k(), r.randrange(-9**18, 9**18)), lambda r, k: ("DECR", k()),
             lambda r, k: ("INCRBYFLOAT", k("float"), r.randrange(-1000, 1000) / 8), lambda r, k: ("INCR", k("str")), lambda r, k: ("GET", k())) +
        kind("list",
             lambda r, k: ("RPUSH", k(), value(r), value(r)), lambda r, k: ("LPUSH", k(), value(r)), lambda r, k: ("LPOP", k()), lambda r, k: ("RPOP", k(), 2),
             lambda r, k: ("LRANGE", k(), r.randrange(-9, 9), r.randrange(-9, 9)), lambda r, k: ("LINDEX", k(), r.randrange(-9, 9)), lambda r, k: ("LLEN", k()),
             lambda r, k: ("LMOVE", k(), k(), "LEFT", "RIGHT"), lambda r, k: ("LTRIM", k(), 0, 40), lambda r, k: ("LSET", k(), r.randrange(5), value(r)),
             lambda r, k: ("LINSERT", k(), "BEFORE", "x", "y"), lambda r, k: ("LREM", k(), 1, b"ab "), lambda r, k: ("SORT", k("num list"), "DESC"), lambda r, k: ("RPUSH", k("num list"), r.randrange(1000))) +
        kind("hash",
             lambda r, k: ("HSET", k(), field(r), value(r), field(r), r.randrange(100)), lambda r, k: ("HGET", k(), field(r)), lambda r, k: ("HDEL", k(), field(r)), lambda r, k: ("HGETALL", k()),
             lambda r, k: ("HLEN", k()), lambda r, k: ("HINCRBY", k(), "n", 5), lambda r, k: ("HINCRBYFLOAT", k(), "f", 0.5), lambda r, k: ("HMGET", k(), field(r), field(r)), lambda r, k: ("HSETNX", k(), field(r), 1)) +
        kind("set",
             lambda r, k: ("SADD", k(), member(r), member(r)), lambda r, k: ("SADD", k("int set"), r.randrange(2000)), lambda r, k: ("SREM", k(), member(r)), lambda r, k: ("SMEMBERS", k()), lambda r, k: ("SISMEMBER", k(), member(r)),
             lambda r, k: ("SINTER", k(), k()), lambda r, k: ("SUNION", k(), k("int set")), lambda r, k: ("SDIFFSTORE", k(), k(), k()), lambda r, k: ("SCARD", k()), lambda r, k: ("SMOVE", k(), k(), member(r))) +
        kind("zset",
             lambda r, k: ("ZADD", k(), score(r), member(r), score(r), member(r)), lambda r, k: ("ZADD", k(), "GT", "CH", score(r), member(r)), lambda r, k: ("ZINCRBY", k(), r.randrange(8) / 4, member(r)), lambda r, k: ("ZRANGE", k(), 0, -1, "WITHSCORES"), lambda r, k: ("ZRANGEBYSCORE", k(), "-5", "(50", "LIMIT", 1, 10),
             lambda r, k: ("ZRANK", k(), member(r)), lambda r, k: ("ZREM", k(), member(r)), lambda r, k: ("ZCOUNT", k(), -5, "+inf"), lambda r, k: ("ZPOPMIN", k()), lambda r, k: ("ZUNIONSTORE", k(), 2, k(), k(), "WEIGHTS", 0.5, 2), lambda r, k: ("ZRANGE", k(), "[m1", "[m4", "BYLEX"), lambda r, k: ("ZSCORE", k(), member(r))) +
        kind("geo",
             lambda r, k: ("GEOADD", k(), r.randrange(-170, 170), r.randrange(-80, 80), member(r)), lambda r, k: ("GEOHASH", k(), member(r)), lambda r, k: ("GEOSEARCH", k(), "FROMLONLAT", 10, 50, "BYRADIUS", 5000, "km", "ASC")) +
        kind("log",
             lambda r, k: ("PFADD", k(), *[r.randrange(5000) for _ in range(20)]), lambda r, k: ("PFCOUNT", k(), k()), lambda r, k: ("PFMERGE", k(), k())) +
        kind("stream",
             lambda r, k: ("XADD", k(), "MAXLEN", 50, f"{r.randrange(10)}-{r.randrange(1, 99)}", field(r), value(r)), lambda r, k: ("XRANGE", k(), "-", "+", "COUNT", 5), lambda r, k: ("XREVRANGE", k(), "+", "5", "COUNT", 2), lambda r, k: ("XLEN", k()), lambda r, k: ("XDEL", k(), "3-5"), lambda r, k: ("XTRIM", k(), "MAXLEN", 20)) +
        kind("lua",
             lambda r, k: ("EVAL", "local s = 0 for i = 1, tonumber(ARGV[1]) do s = s + i * i % 7 end redis.call('SET', KEYS[1], s) return {s, ARGV[1] * 1.5 .. '', redis.call('STRLEN', KEYS[1])}", 1, k(), r.randrange(3000)),
             lambda r, k: ("EVAL", "return redis.call('INCR', KEYS[1])", 1, k("str")),
             lambda r, k: ("EVAL", "return {redis.sha1hex(ARGV[1]), cjson.encode({1, 'x', {a = 2}}), #cmsgpack.pack(ARGV), bit.band(ARGV[2], 255), string.format('%5.2f|%q', ARGV[2] / 3, 'q')}", 0, value(r), r.randrange(10**6))) +
        kind("odd",
             lambda r, k: ("GET",), lambda r, k: ("NOSUCH", k()), lambda r, k: ("LPUSH", k("str"), 1), lambda r, k: ("ECHO", value(r)), lambda r, k: ("EXPIRE", k(), "soon"), lambda r, k: ("XADD", k(), "0-0", "a", "b"), lambda r, k: ("RESTORE", k(), 0, "bad"))
    )


def make(n, seed, prefix=""):
    r, makers = random.Random(seed), commands()
    made = []
    while len(made) < n:
        if r.randrange(40) == 0:
            group = [r.choice(makers)(r, prefix) for _ in range(r.randrange(1, 5))]
            made += [("MULTI",), *group, ("DISCARD",) if r.randrange(4) == 0 else ("EXEC",)]
        else:
            made.append(r.choice(makers)(r, prefix))
    return made[:n - 2] + [("DISCARD",), ("ECHO", "end")]


def run(redis, all_, seed):
    """Yields each command with its answer."""
    r, at = random.Random(seed), 0
    while at < len(all_):
        batch = all_[at:at + r.choice([1, 1, 1, 20, 200])]
        at += len(batch)
        yield from zip(batch, redis.pipeline(batch))


def digest(pairs):
    h, errors, n = hashlib.sha256(), 0, 0
    for command, answer in pairs:
        h.update(shown(command, answer).encode())
        errors += isinstance(answer, Error)
        n += 1
    return f"{n} answers, {errors} errors, {h.hexdigest()[:16]}"


def do_commands(port, n, seed):
    redis = Redis(int(port))
    made = make(int(n), int(seed))
    answers = list(run(redis, made, seed))
    for at in range(0, len(answers), 500):
        print(at, digest(answers[at:at + 500]))
    print(redis("DBSIZE"), redis("DEBUG", "DIGEST"))


def do_crowd(port, clients, n):
    results = [None] * int(clients)

    def one(i):
        try:
            redis = Redis(int(port))
            results[i] = digest(run(redis, make(int(n), i, f"c{i}:"), i))
            counted = redis.pipeline([("INCR", "counter")] * 200)
            if counted != sorted(set(counted)):
                results[i] += " the counter went back"
        except Exception as e:
            results[i] = repr(e)

    threads = [threading.Thread(target=one, args=(i,)) for i in range(int(clients))]
    # One that waits for what the others say, and one that blocks.
    listener, blocked = Redis(int(port)), Redis(int(port))
    print(listener("SUBSCRIBE", "channel"))
    sender = blocked.send(("BLPOP", "to the blocked", 0))
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(*results, sep="\n")
    redis = Redis(int(port))
    print(redis("GET", "counter"), redis("PUBLISH", "channel", "said"), redis("RPUSH", "to the blocked", "woken"))
    print(listener.answer(), blocked.answer(), redis("LLEN", "to the blocked"))
    sender.join()
    print(redis("DBSIZE"), redis("DEBUG", "DIGEST"))


def do_snapshot(port):
    redis = Redis(int(port))
    redis("CONFIG", "SET", "rdb-key-save-delay", "1000", "save", "")
    before = redis("DEBUG", "DIGEST")
    answers = redis.pipeline([("BGSAVE",), *make(3000, 99), ("SET", "after", "the fork")])
    print(before, answers[0], answers[-2:], redis("DBSIZE"), flush=True)


def do_say(port, *words):
    print(shown(words, Redis(int(port))(*words)))


globals()["do_" + sys.argv[1]](*sys.argv[2:])
