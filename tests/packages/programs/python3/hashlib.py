# SPDX-License-Identifier: MIT
"""hashlib, hmac, secrets, random streams; OpenSSL's and Python's own code."""
import hashlib, hmac, random, secrets, zlib, _md5, _sha1, _sha2, _sha3, _blake2, sys

data = [b"", b"abc", b"a" * 55, b"a" * 56, b"a" * 63, b"a" * 64, b"a" * 65, b"a" * 127, b"a" * 128, bytes(range(256)) * 400]
for name in sorted(hashlib.algorithms_guaranteed):
    for d in data:
        h = hashlib.new(name, d); print(name, len(d), h.hexdigest(32) if name.startswith("shake") else h.hexdigest())
for name in ("ripemd160", "sm3", "sha512_256", "sha512_224", "md5-sha1", "whirlpool"):
    try: print(name, hashlib.new(name, data[-1]).hexdigest())
    except ValueError as e: print(name, "unsupported")
own = {"md5": _md5.md5, "sha1": _sha1.sha1, "sha224": _sha2.sha224, "sha256": _sha2.sha256, "sha384": _sha2.sha384, "sha512": _sha2.sha512, "sha3_256": _sha3.sha3_256, "sha3_512": _sha3.sha3_512}
for n, f in own.items(): print(n, all(f(d).digest() == hashlib.new(n, d).digest() for d in data))
h = hashlib.sha256()
for d in data: h.update(d)
c = h.copy(); c.update(b"x"); print(h.hexdigest(), c.hexdigest(), h.digest_size, h.block_size, h.name)
print(hashlib.blake2b(b"x", key=b"k", salt=b"s", person=b"p", digest_size=20).hexdigest(), hashlib.blake2s(data[-1], digest_size=16, fanout=2, depth=2, leaf_size=64, node_offset=1, inner_size=8).hexdigest())
for n in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"): print(n, hmac.new(b"key", data[-1], n).hexdigest(), hmac.new(b"k" * 200, b"", n).hexdigest()[:16])
print(hmac.digest(b"k", b"m", "sha256").hex(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
print(hashlib.pbkdf2_hmac("sha256", b"pass", b"salt", 5000).hex(), hashlib.pbkdf2_hmac("sha512", b"pass", b"salt", 100, 20).hex(), hashlib.scrypt(b"p", salt=b"s", n=1024, r=8, p=1, dklen=24).hex())
print(len(secrets.token_bytes(20)), len(secrets.token_hex(8)), secrets.randbelow(10) < 10, secrets.choice("a"))
with open("f", "wb") as f: f.write(data[-1])
with open("f", "rb") as f: print(hashlib.file_digest(f, "sha256").hexdigest())
r = random.Random(2024); print(r.getrandbits(100), r.random().hex(), [r.randrange(1000) for _ in range(6)], r.uniform(1, 2).hex(), r.betavariate(2, 3).hex(), r.expovariate(1).hex(), r.gauss(0, 1).hex(), r.choices("abc", [1, 2, 3], k=6), r.randbytes(8).hex(), r.triangular().hex(), r.normalvariate().hex(), r.lognormvariate(0, 1).hex(), r.vonmisesvariate(0, 4).hex(), r.gammavariate(2, 1).hex(), r.paretovariate(2).hex(), r.weibullvariate(1, 2).hex(), r.binomialvariate(10, .3))
st = r.getstate(); a = r.random(); r.setstate(st); print(a == r.random(), random.Random("seed").random().hex(), random.Random(b"x").random().hex(), random.SystemRandom().random() < 1)
print(zlib.crc32(data[-1]), zlib.adler32(data[-1]), hash(b"") == 0, sys.hash_info.width)
