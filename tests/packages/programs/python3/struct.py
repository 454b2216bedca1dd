# SPDX-License-Identifier: MIT
"""struct, array, memoryview, bytes: layouts and byte orders."""
import array, struct, sys, io, uuid, ipaddress

for f, v in (("<bBhHiIlLqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 4, -5, 2**64 - 1)), (">bBhHiIlLqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 4, -5, 2**64 - 1)), ("=hi", (1, 2)), ("!d", (1.5,)), ("<efd", (1.5, 2.5, 3.5)), (">efd", (1.5, 2.5, 3.5)), ("<?c3s5px2x", (True, b"c", b"abc", b"pas")), ("@bhilq", (1, 2, 3, 4, 5)), ("@nNP", (1, 2, 3)), ("<3i", (1, 2, 3))):
    p = struct.pack(f, *v); print(f, p.hex(), struct.calcsize(f), struct.unpack(f, p) == v or struct.unpack(f, p))
for x in (0.0, -0.0, 1.0, 0.1, 65504.0, 6e-8, 5e-8, 1e-10, float("inf"), 3.14159, 2049.0, 1e-320): print(x, struct.pack("<d", x).hex(), struct.pack("<f", x).hex(), struct.pack("<e", x).hex() if abs(x) < 65520 or x == float("inf") else None)
for f, v in (("<b", 200), ("<B", -1), ("<i", 1.5), ("<e", 1e6), ("<f", 1e40), ("<z", 1), ("<s", "x"), ("<2i", 1)):
    try: print(struct.pack(f, v))
    except (struct.error, OverflowError) as e: print(f, e)
b = bytearray(20); struct.pack_into("<Hd", b, 3, 7, 2.5); print(b.hex(), struct.unpack_from("<Hd", b, 3), list(struct.iter_unpack("<H", b"abcd")), struct.Struct("<ii").size)
for c in "bBhHiIlLqQfdw": a = array.array(c, "héł" if c == "w" else [1, 2, 100]); a.byteswap(); print(c, a.itemsize, a.tobytes().hex()); a.byteswap()
a = array.array("i", range(1000)); a.extend([5]); a.insert(0, -1); a.reverse(); print(a.count(5), a.index(7), sum(a), a[::300], a.pop()); m = memoryview(a).cast("B"); print(len(m), m[:8].hex(), m.format, memoryview(b"abcdef")[::2].tobytes(), memoryview(bytes(24)).cast("d", [3]).shape, memoryview(b"ab") == b"ab", m.readonly)
d = array.array("d", [i * 0.1 for i in range(5000)]); print(sum(d).hex(), d.tobytes()[:8].hex()); f = array.array("f", d); print(sum(f).hex()); q = array.array("Q", [(i * 2654435761) & 0xffffffffffffffff for i in range(3000)]); print(sum(q), sys.byteorder)
print(b"\x00\x01" * 3, b"abc".hex(":"), bytes(reversed(b"abc")), b"%08.3f|%-5d|%x" % (3.14159, 42, 255), b"a,b".split(b","), b"abc".replace(b"b", b"XX"), b"abcabc".rfind(b"bc"), b" x ".strip(), b"ABC".lower(), b"abc" in b"xabcx", bytes([1, 2]) + bytearray(b"z"), b"ab".join([b"1", b"2"]), int.from_bytes(b"\xff" * 9, "little", signed=True), (-(2**70)).to_bytes(10, "big", signed=True).hex())
o = io.BytesIO(); [o.write(struct.pack(">I", i * i)) for i in range(100)]; o.seek(40); print(struct.unpack(">I", o.read(4)), o.getbuffer()[396:].hex(), uuid.UUID(int=2**100).bytes_le.hex(), ipaddress.IPv6Address(2**100).packed.hex())
