-- SPDX-License-Identifier: MIT
-- What 5.4 has and 5.1 has not: integers, bit operators, utf8, pack, goto.
print(1 // 2, 7 // 2, -7 // 2, 7.0 // 2, 3 | 4, 6 & 3, 6 ~ 3, ~0, 1 << 62, 1 << 64, -1 >> 60)
print(math.maxinteger, math.mininteger, math.maxinteger + 1 == math.mininteger, math.type(1), math.type(1.0), math.type('1'))
print(1 == 1.0, 2^53 == 2^53 + 1, 10 / 2, 3 % -2, -3 % 2, 5.5 % 2, math.tointeger(3.0), math.tointeger(3.5), math.ult(1, -1))
print(0x7fffffffffffffff, 0xffffffffffffffff, 1e15, 1e100, 2^63, string.format('%d %s %.14g', 3.0, 3.0, 0.1))
print(utf8.char(72, 228, 8364, 128512), utf8.len('häß€'), utf8.codepoint('€', 1), #utf8.char(0x10FFFF))
for p, c in utf8.codes('aé€') do io.write(p, ':', c, ' ') end print(utf8.offset('aé€', 3), utf8.len('\xff'))
local s = string.pack('<i4 >I2 z s1 d f j', -5, 258, 'zero', 'len', 1.5, 0.25, -1) print(#s, string.unpack('<i4 >I2 z s1 d f j', s))
print(string.packsize('i1 i2 i4 i8'), (string.pack('!8 b i8', 1, 2)):byte(1, -1))
for i = 1, 3 do for j = 1, 3 do if j == 2 then goto continue end io.write(i, j, ' ') ::continue:: end end print()
local x <const> = 5; do local c <close> = setmetatable({}, {__close = function() print('closed') end}) print('open', x) end
print(table.unpack(table.move({1, 2, 3}, 1, 3, 2, {0}))); print(table.pack(1, nil, 3).n, select(-1, 1, 2, 3))
print(string.format('%q', 1 / 3), string.format('%a', 1), ('x'):rep(3, ','), ('abc'):find('b', 1, true), ('%d'):format(2^31))
print(load('return ...', 'chunk', 't', {})(9), load(string.dump(function(a) return a * 2 end))(21), pcall(load, 'x', 'n', 'q'))
local t = setmetatable({}, {__index = table, __len = function() return 42 end, __band = function() return 'band' end, __idiv = function() return 'idiv' end, __pairs = function() return function(_, k) if not k then return 1, 'one' end end, nil, nil end}) print(#t, t & 1, t // 1) for k, v in pairs(t) do print(k, v) end
print(pcall(function() return 1 // 0 end)); print(1 // 0.0, pcall(function() return 1 < 'x' end)); print(pcall(string.rep)); print(math.floor(2^31 + 0.5), 5 // 0.3, 1e308 * 10 // 1)
collectgarbage('generational'); local g = {} for i = 1, 100000 do g[i % 100] = {i} end collectgarbage('incremental'); print(#g, collectgarbage('count') > 10)
local h = 5381 for i = 1, 100000 do h = h * 33 ~ i end print(h); local r = 0 for i = 1, 100000 do r = r + (i * 2654435761 >> 7 & 0xff) end print(r)
math.randomseed(42); local m = {} for i = 1, 5 do m[i] = math.random(1000) end print(table.concat(m, ' ')); print(warn and 'warn', require('string') == string, package.path:match('5%.4'))
local co = coroutine.create(function() local y <close> = setmetatable({}, {__close = function() print('co closed') end}) coroutine.yield() end) coroutine.resume(co) print(coroutine.close(co), coroutine.isyieldable())
