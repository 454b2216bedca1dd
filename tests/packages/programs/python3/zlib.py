# SPDX-License-Identifier: MIT
"""zlib, gzip, bz2, lzma, zipfile, tarfile: each byte of what they make."""
import bz2, gzip, hashlib, io, lzma, os, random, tarfile, zipfile, zlib, shutil, time

r = random.Random(7); data = {"empty": b"", "zeros": bytes(300000), "text": open("/usr/share/common-licenses/GPL-3", "rb").read(), "noise": r.randbytes(100000), "mixed": b"".join(bytes([i % 7]) * (i % 50) for i in range(8000))}; md = lambda b: (len(b), hashlib.md5(b).hexdigest())
for n, d in data.items():
    for l in (0, 1, 6, 9): z = zlib.compress(d, l); print(n, "zlib", l, md(z), zlib.decompress(z) == d)
    for st in (zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED): c = zlib.compressobj(6, zlib.DEFLATED, -15, 8, st); z = c.compress(d) + c.flush(); print(n, st, md(z), zlib.decompress(z, -15) == d)
    for l in (1, 9): z = bz2.compress(d, l); print(n, "bz2", l, md(z), bz2.decompress(z) == d)
    for p in (0, 6, 9 | lzma.PRESET_EXTREME): z = lzma.compress(d, preset=p); print(n, "xz", p, md(z), lzma.decompress(z) == d)
    z = gzip.compress(d, mtime=0); print(n, "gzip", md(z), gzip.decompress(z) == d)
t = data["text"]; z = lzma.compress(t, format=lzma.FORMAT_ALONE); print(md(z)); print(md(lzma.compress(t, format=lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_DELTA, "dist": 2}, {"id": lzma.FILTER_LZMA2, "preset": 3}])), md(lzma.compress(t, check=lzma.CHECK_SHA256)))
c = zlib.compressobj(wbits=31, memLevel=9); z = b"".join(c.compress(t[i:i + 777]) for i in range(0, len(t), 777)) + c.flush(zlib.Z_FULL_FLUSH) + c.flush(); d = zlib.decompressobj(31); o = b"".join(d.decompress(z[i:i + 100], 5000) for i in range(0, len(z), 100)); o += d.flush(); print(len(z), d.eof, zlib.crc32(t), zlib.adler32(t), len(d.unconsumed_tail))
dic = zlib.compressobj(zdict=b"the quick brown fox"); z = dic.compress(b"the quick brown fox jumps") + dic.flush(); print(z.hex(), zlib.decompressobj(zdict=b"the quick brown fox").decompress(z))
for f, bad in ((zlib.decompress, b"garbage"), (zlib.decompress, zlib.compress(t)[:-9]), (bz2.decompress, b"BZh9garbage"), (lzma.decompress, b"\xfd7zXZ\0garbage"), (gzip.decompress, b"\x1f\x8b\x08\0garbage"), (lzma.decompress, lzma.compress(t)[:500])):
    try: f(bad); print("none")
    except Exception as e: print(type(e).__name__, e)
with gzip.open("g.gz", "wt") as f: [f.write(f"line {i}\n") for i in range(2000)]
with gzip.open("g.gz", "rt") as f: print(sum(len(l) for l in f))
with bz2.open("b.bz2", "wb") as f: f.write(t)
with bz2.open("b.bz2") as f: f.seek(1000); print(f.read(20), f.tell())
with lzma.open("x.xz", "wb") as f: f.write(t)
with lzma.open("x.xz") as f: print(f.readline(), len(f.read()))
with zipfile.ZipFile("z.zip", "w") as z:
    for m in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA): z.writestr(zipfile.ZipInfo(f"m{m}", (2020, 1, 2, 3, 4, 6)), t, m)
with zipfile.ZipFile("z.zip") as z: print([(i.filename, i.compress_size, i.CRC) for i in z.infolist()], z.testzip(), all(z.read(n) == t for n in z.namelist())); z.extractall("out")
print(sorted(os.listdir("out")), md(open("z.zip", "rb").read())); os.makedirs("d/e"); [open(f"d/{n}", "wb").write(data[n]) for n in ("text", "mixed")]; os.symlink("text", "d/link"); os.link("d/text", "d/e/hard")
def fix(i): i.mtime = 10**9; i.uid = i.gid = 0; i.uname = i.gname = ""; i.mode &= 0o755; return i
for m in ("w", "w:gz", "w:bz2", "w:xz"):
    for fm in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        b = io.BytesIO(); tf = tarfile.open(fileobj=b, mode=m, format=fm)
        for n in ("d/text", "d/mixed", "d/link", "d/e/hard"): tf.add(n, filter=fix)
        tf.close(); v = b.getvalue(); print(m, fm, md(v) if m != "w:gz" else md(gzip.decompress(v))); b.seek(0); tt = tarfile.open(fileobj=b); print(tt.getnames(), tt.getmember("d/e/hard").type)
tt.extractall("ex", filter="data"); print(os.readlink("ex/d/link"), os.path.samefile("ex/d/text", "ex/d/e/hard")); print(os.path.getsize(shutil.make_archive("arc", "zip", "d")) > 1000, shutil.unpack_archive("arc.zip", "un") or sorted(os.listdir("un")))
