# SPDX-License-Identifier: MIT
"""ctypes: calls both ways, structures, unions, pointers, errno."""
import ctypes as C, os, sys

libc = C.CDLL("libc.so.6", use_errno=True); libm = C.CDLL("libm.so.6")
print(libc.abs(-5), libc.strlen(b"hello"), libc.toupper(97), libc.atoi(b"123"), libc.getpid() == os.getpid())
for f in ("sqrt", "pow", "fmod", "hypot", "atan2"):
    g = getattr(libm, f); g.restype = C.c_double; g.argtypes = [C.c_double] * (1 if f == "sqrt" else 2); print(f, g(*[2.5, 1.5][:len(g.argtypes)]))
libm.sqrtf.restype = C.c_float; libm.sqrtf.argtypes = [C.c_float]; print(libm.sqrtf(2)); libm.ldexp.restype = C.c_double; libm.ldexp.argtypes = [C.c_double, C.c_int]; print(libm.ldexp(0.75, 4)); i = C.c_int(); libm.frexp.restype = C.c_double; libm.frexp.argtypes = [C.c_double, C.POINTER(C.c_int)]; print(libm.frexp(100.0, C.byref(i)), i.value)
buf = C.create_string_buffer(100); libc.snprintf.argtypes = [C.c_char_p, C.c_size_t, C.c_char_p]; print(libc.snprintf(buf, C.c_size_t(100), b"%d %s %.2f %c %ld %x", C.c_int(42), C.c_char_p(b"str"), C.c_double(3.14159), C.c_int(65), C.c_long(2**40), C.c_uint(255)), buf.value)
class P(C.Structure): _fields_ = [("x", C.c_int), ("y", C.c_double), ("n", C.c_char * 8), ("a", C.c_short * 3)]
class U(C.Union): _fields_ = [("i", C.c_uint32), ("f", C.c_float), ("b", C.c_uint8 * 4)]
class B(C.Structure): _fields_ = [("a", C.c_uint, 3), ("b", C.c_uint, 5), ("c", C.c_int, 4)]
class BE(C.BigEndianStructure): _fields_ = [("v", C.c_uint32), ("h", C.c_uint16)]
class Pk(C.Structure): _pack_ = 1; _fields_ = [("c", C.c_char), ("q", C.c_int64)]
p = P(1, 2.5, b"name", (1, 2, 3)); u = U(f=1.0); b = B(5, 17, -3); print(C.sizeof(P), P.y.offset, p.n, list(p.a), hex(u.i), list(u.b), b.a, b.b, b.c, C.sizeof(B), bytes(BE(1, 2)).hex(), C.sizeof(Pk), C.sizeof(C.c_long), C.sizeof(C.c_void_p), C.alignment(C.c_double))
CMP = C.CFUNCTYPE(C.c_int, C.POINTER(C.c_int), C.POINTER(C.c_int)); arr = (C.c_int * 200)(*[(k * 7919) % 211 for k in range(200)]); calls = [0]
def compare(a, b): calls[0] += 1; return a[0] - b[0]
libc.qsort(arr, C.c_size_t(200), C.c_size_t(4), CMP(compare)); print(list(arr)[:6], list(arr) == sorted(arr), calls[0] > 200)
key = C.c_int(100); libc.bsearch.restype = C.POINTER(C.c_int); r = libc.bsearch(C.byref(key), arr, C.c_size_t(200), C.c_size_t(4), CMP(compare)); print(r[0])
class D(C.Structure): _fields_ = [("quot", C.c_int), ("rem", C.c_int)]
class LD(C.Structure): _fields_ = [("quot", C.c_long), ("rem", C.c_long)]
libc.div.restype = D; libc.ldiv.restype = LD; libc.ldiv.argtypes = [C.c_long, C.c_long]; d, l = libc.div(-17, 5), libc.ldiv(-2**40, 7); print(d.quot, d.rem, l.quot, l.rem)
class Cx(C.Structure): _fields_ = [("re", C.c_double), ("im", C.c_double)]
libm.cabs.restype = C.c_double; libm.cabs.argtypes = [C.c_double] * 2; print(libm.cabs(3.0, 4.0))
libc.strtol.restype = C.c_long; e = C.c_char_p(); print(libc.strtol(b"123abc", C.byref(e), 10), e.value, libc.strtol(b"-ff", None, 16))
libc.open.argtypes = [C.c_char_p, C.c_int]; print(libc.open(b"/nothing", 0), C.get_errno(), os.strerror(C.get_errno())); C.set_errno(7); print(C.get_errno())
libc.malloc.restype = C.c_void_p; libc.free.argtypes = [C.c_void_p]; m = libc.malloc(100); C.memset(m, 65, 10); print(C.string_at(m, 5)); C.memmove(m, b"xyz", 3); print((C.c_char * 4).from_address(m).raw); libc.free(m)
q = C.pointer(C.c_long(5)); q[0] = 9; print(q.contents.value, bool(C.POINTER(C.c_int)()), C.cast(q, C.POINTER(C.c_ubyte))[0], C.addressof(q.contents) == C.cast(q, C.c_void_p).value)
F = C.CFUNCTYPE(C.c_double, C.c_int, C.c_double, C.c_int, C.c_double, C.c_int, C.c_double, C.c_int, C.c_int, C.c_int, C.c_int, C.c_int, C.c_int, C.c_double, C.c_double, C.c_double, C.c_double, C.c_double, C.c_double, C.c_double); f = F(lambda *a: sum(k * v for k, v in enumerate(a, 1))); print(f(*range(1, 20)))
S = C.CFUNCTYPE(C.c_byte, C.c_byte, C.c_ubyte, C.c_short, C.c_ushort, C.c_bool, C.c_float); print(S(lambda *a: (print(a), -1)[1])(-5, 250, -30000, 60000, True, 1.5))
print(C.c_int(2**31).value, C.c_ubyte(257).value, C.c_char(b"x").value, C.c_wchar("é").value, C.c_bool(5).value, C.c_float(0.1).value, C.c_longdouble(1.5).value, C.c_int8(200).value, C.c_uint64(-1).value, C.create_unicode_buffer("héé").value, (C.c_int * 3)(1, 2)[:])
try: libc.no_such_symbol
except AttributeError as e: print(str(e).split(":")[-1])
try: C.CDLL("no_such_lib.so")
except OSError as e: print(e)
try: libc.abs("x", 1, [])
except C.ArgumentError as e: print("argument error")
print(C.c_int.in_dll(C.pythonapi, "Py_OptimizeFlag").value, C.py_object, C.pythonapi.Py_IsInitialized())
libc.time(None); t = C.c_int64(86400); class_tm = C.c_int * 14; libc.gmtime.restype = C.POINTER(C.c_int * 9); g = libc.gmtime(C.byref(t)).contents; print(list(g)[3:8]); libc.setenv(b"FERRY_T", b"v", 1); libc.getenv.restype = C.c_char_p; print(libc.getenv(b"FERRY_T"), libc.getenv(b"NOTHING"))
H = C.CFUNCTYPE(None, C.c_int); got = []; h = H(lambda s: got.append(s)); libc.signal.restype = C.c_void_p; libc.signal(10, h); libc.raise_(10) if hasattr(libc, "raise_") else getattr(libc, "raise")(10); print(got)
sys.unraisablehook = lambda a: print("ignored", a.exc_type.__name__); H(lambda s: 1 / 0)(1)
pid = os.fork()
if not pid: os.close(2); C.string_at(8); os._exit(0)
print(os.WTERMSIG(os.waitpid(pid, 0)[1]))
