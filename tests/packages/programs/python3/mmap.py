# SPDX-License-Identifier: MIT
"""mmap, memory and descriptors: mappings of all kinds, shared with children."""
import errno, mmap, os, ctypes, struct, resource, gc, array

with open("f", "wb") as f: f.write(bytes(range(256)) * 64)
with open("f", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0); print(len(m), m[:4], m[-2:], m.find(b"\x10\x11"), m.rfind(b"\xff"), m.size()); m[0:4] = b"ABCD"; m.seek(10); print(m.read(3), m.tell(), m.read_byte(), m.readline()[:3]); m.write(b"xyz"); m.flush(); m.move(100, 0, 4); print(m[100:104], m[10] == 10)
    m.resize(20000); print(len(m), m[19999]); m[19999] = 7; m.close(); print(os.path.getsize("f"), open("f", "rb").read()[-1])
    m = mmap.mmap(f.fileno(), 4096, offset=4096, access=mmap.ACCESS_READ); print(m[:3])
    try: m[0] = 1
    except TypeError as e: print(e)
    m = mmap.mmap(f.fileno(), 100, access=mmap.ACCESS_COPY); m[0] = 0; print(m[0], open("f", "rb").read(1))
    for bad in (lambda: mmap.mmap(f.fileno(), 10**6, access=mmap.ACCESS_READ), lambda: mmap.mmap(f.fileno(), 10, offset=3), lambda: mmap.mmap(-1, 0), lambda: mmap.mmap(99, 10), lambda: mmap.mmap(-1, 1 << 60)):
        try: bad(); print("none")
        except (OSError, ValueError) as e: print(type(e).__name__, errno.errorcode.get(getattr(e, "errno", None)))
a = mmap.mmap(-1, 65536); pid = os.fork()
if not pid: a[:5] = b"child"; struct.pack_into("<d", a, 100, 1.5); os._exit(0)
os.waitpid(pid, 0); print(a[:5], struct.unpack_from("<d", a, 100)); p = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS); pid = os.fork()
if not pid: p[:1] = b"x"; os._exit(0)
os.waitpid(pid, 0); print(p[:1]); a.madvise(mmap.MADV_WILLNEED); p.madvise(mmap.MADV_DONTNEED); print(p[0])
big = mmap.mmap(-1, 1 << 28); big[1 << 27] = 1; big[-1] = 2; print(big[1 << 27], big[-1], big[5]); big.close(); lots = [mmap.mmap(-1, 4096) for _ in range(2000)]
for i, x in enumerate(lots): x[0] = i & 255
print(sum(x[0] for x in lots)); [x.close() for x in lots[::2]]; print(sum(x[0] for x in lots[1::2]))
libc = ctypes.CDLL(None, use_errno=True); libc.mmap.restype = ctypes.c_void_p; libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]; libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]; libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]; libc.mremap.restype = ctypes.c_void_p; libc.mremap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int]
q = libc.mmap(None, 16384, 3, 0x22, -1, 0); ctypes.memset(q, 65, 16384); print(libc.munmap(q + 4096, 4096), ctypes.string_at(q, 3), ctypes.string_at(q + 8192, 3)); f = libc.mmap(q + 4096, 4096, 3, 0x32, -1, 0); print(f == q + 4096, ctypes.string_at(f, 2)); n = libc.mremap(q, 4096, 1 << 20, 1); print(n is not None, ctypes.string_at(n, 3), libc.mprotect(n, 4096, 1))
pid = os.fork()
if not pid: ctypes.memset(n, 0, 1); os._exit(0)
print(os.WTERMSIG(os.waitpid(pid, 0)[1])); r, w = os.pipe()
libc.write.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t]; print(libc.write(w, 8, 10), errno.errorcode[ctypes.get_errno()], libc.mprotect(n + 1, 10, 3), errno.errorcode[ctypes.get_errno()])
fd = os.memfd_create("m", os.MFD_ALLOW_SEALING); os.write(fd, b"memory file"); m = mmap.mmap(fd, 0); print(m[:6], os.readlink(f"/proc/self/fd/{fd}")); m.close(); import fcntl; fcntl.fcntl(fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE)
try: os.write(fd, b"x")
except OSError as e: print(errno.errorcode[e.errno])
from multiprocessing import shared_memory
s = shared_memory.SharedMemory(create=True, size=1000, track=False); s.buf[:3] = b"shm"; t = shared_memory.SharedMemory(s.name, track=False); print(bytes(t.buf[:3])); t.close(); s.close(); s.unlink()
pid = os.fork()
if not pid:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    try: bytearray(1 << 30); os._exit(1)
    except MemoryError: os._exit(5)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])); print(any("[heap]" in l for l in open("/proc/self/maps")), any("[stack]" in l for l in open("/proc/self/maps")), mmap.PAGESIZE, mmap.ALLOCATIONGRANULARITY)
open("short", "wb").write(b"x" * 100); f = open("short", "r+b"); m = mmap.mmap(f.fileno(), 100); f.truncate(0); pid = os.fork()
if not pid: m[0]; os._exit(0)
print(os.WTERMSIG(os.waitpid(pid, 0)[1]))
for r in range(30): x = [bytearray(100000) for _ in range(30)]; y = array.array("d", [r] * 50000); del x; gc.collect()
print(y[-1])
