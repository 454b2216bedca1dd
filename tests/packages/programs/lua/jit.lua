-- SPDX-License-Identifier: MIT
-- LuaJIT's own: traces that are compiled, FFI, bit operations, 64-bit numbers.
local ffi, bit, jit = require 'ffi', require 'bit', require 'jit'
print(jit.os, jit.version:match('LuaJIT 2.1'), (jit.status()))
print(bit.band(0xff, 0x0f), bit.bor(1, 2), bit.bxor(5, 3), bit.bnot(0), bit.lshift(1, 31), bit.rshift(-1, 28), bit.arshift(-16, 2), bit.rol(1, 33), bit.ror(1, 1), bit.bswap(0x01020304), bit.tohex(255, 4), bit.tobit(2^32 + 5))
ffi.cdef[[
typedef struct { int x; double y; char name[8]; } point;
typedef union { uint32_t u; float f; uint8_t b[4]; } word;
typedef int (*compare)(const void *, const void *);
int printf(const char *, ...); size_t strlen(const char *); void qsort(void *, size_t, size_t, compare); int getpid(void);
char *getenv(const char *); int abs(int); double sqrt(double); int snprintf(char *, size_t, const char *, ...); void *malloc(size_t); void free(void *); long labs(long); int toupper(int);
]]
local C = ffi.C
print(C.strlen('hello'), C.abs(-5), C.sqrt(2), C.labs(-7LL), C.getpid() > 1, ffi.string(C.getenv('HOME')) ~= '')
local buf = ffi.new('char[64]'); print(C.snprintf(buf, 64, '%d %s %.3f %c %lld', ffi.new('int', 42), 'str', 1.5, ffi.new('int', 65), 123456789012345LL), ffi.string(buf))
local p = ffi.new('point', {x = 3, y = 2.5, name = 'abc'}); print(p.x, p.y, ffi.string(p.name), ffi.sizeof('point'), ffi.offsetof('point', 'y'), ffi.alignof('double'))
local w = ffi.new('word'); w.f = 1.0; print(string.format('%08x', w.u), w.b[3], w.b[2])
local arr = ffi.new('int[?]', 1000); for i = 0, 999 do arr[i] = (i * 7919) % 1009 end; C.qsort(arr, 1000, 4, function(a, b) return ffi.cast('const int *', a)[0] - ffi.cast('const int *', b)[0] end); print(arr[0], arr[500], arr[999])
print(2LL ^ 3, 9007199254740993LL, 18446744073709551615ULL, -7LL / 2, -7LL % 2, 1LL < 2ULL, 0x7fffffffffffffffLL + 1LL, tonumber(5LL))
local vec = ffi.metatype('struct { double x, y; }', {__add = function(a, b) return ffi.new(ffi.typeof(a), a.x + b.x, a.y + b.y) end, __index = {len = function(s) return math.sqrt(s.x * s.x + s.y * s.y) end}}); print((vec(3, 0) + vec(0, 4)):len())
local m = C.malloc(100); ffi.fill(m, 100, 65); print(ffi.string(ffi.cast('char *', m), 5)); C.free(m); print(pcall(ffi.cdef, 'syntax error'), pcall(function() return C.no_such_symbol end))
local function loop(n) local x = 0 for i = 1, n do x = bit.bxor(bit.rol(x, 5), i) end return x end print(loop(2000000))
local function fp(n) local s = 0 for i = 1, n do s = s + 1 / (i * i) end return s end print(string.format('%.12f', fp(2000000)))
local a = ffi.new('double[?]', 4096); for r = 1, 50 do for i = 1, 4095 do a[i] = a[i - 1] * 0.5 + i end end print(string.format('%.6f', a[4095]))
local b = ffi.new('uint8_t[?]', 65536); local h = 0 for i = 0, 65535 do b[i] = i * 31 end for r = 1, 10 do for i = 0, 65535 do h = bit.tobit(bit.bxor(h, b[i]) * 16777619 % 4294967296) end end print(h)
local t = {} for i = 1, 100000 do t[i] = i % 10 end local c = 0 for r = 1, 10 do for i = 1, #t do if t[i] == 3 then c = c + 1 elseif t[i] > 7 then c = c - 1 end end end print(c)
local s = 0ULL for i = 1, 1000000 do s = s * 6364136223846793005ULL + 1442695040888963407ULL end print(s)
local strs = {} for i = 1, 50000 do strs[#strs + 1] = tostring(i) .. ':' end print(#table.concat(strs))
for i = 1, 30 do local f = loadstring('local n = 0 for i = 1, 20000 do n = n + i % ' .. i + 1 .. ' end return n') io.write(f(), ' ') end print()
jit.flush(); print(loop(100000)); jit.off(); print(loop(100000)); jit.on(); print(loop(100000))
local buffer = require 'string.buffer' local sb = buffer.new() for i = 1, 1000 do sb:put(i, ',') end print(#sb, buffer.decode(buffer.encode({1, 'two', {three = 3}}))[3].three)
local co = coroutine.wrap(function() for i = 1, 100000 do coroutine.yield(i) end end) local cs = 0 for i = 1, 100000 do cs = cs + co() end print(cs)
local ok, e = pcall(function() for i = 1, 1000 do if i == 777 then error({i}) end end end) print(ok, e[1])
