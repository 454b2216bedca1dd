-- SPDX-License-Identifier: MIT
-- The language as 5.1 and 5.4 have it: tables, closures, metatables,
-- coroutines, errors, strings.
local unpack = table.unpack or unpack
local load = loadstring or load

local t = {10, 20, 30, x = 1, ['y z'] = 2}
print(#t, t[2], t.x, t['y z'])
table.insert(t, 40); table.insert(t, 1, 5); print(table.concat(t, ','), table.remove(t), #t)
local words = {}
for w in ('the quick brown fox jumps over the lazy dog'):gmatch('%a+') do words[#words + 1] = w end
table.sort(words); print(table.concat(words, ' '))
table.sort(words, function(a, b) if #a ~= #b then return #a > #b end return a < b end); print(table.concat(words, ' '))
print(select('#', 1, nil, 3), select(2, 'a', 'b', 'c'), unpack({1, 2, 3}))
print(('hello'):upper(), ('HELLO'):lower(), ('abc'):rep(3), ('abc'):reverse(), #'abc', ('x'):byte(), string.char(72, 105))
print(('hello world'):find('wor'), ('hello'):find('l', 1, true), ('key=val'):match('(%w+)=(%w+)'), ('abc'):sub(-2))
print(('hello'):gsub('l', 'L'), ('abc'):gsub('%w', '%0%0'), ('a b c'):gsub(' ', {[' '] = '-'}), ('123'):gsub('%d', function(d) return d + 1 end))
print(('  trim '):match('^%s*(.-)%s*$') .. '|', ('f(a(b)c)'):match('%b()'), ('THE (quick) fox'):find('%((%a+)%)'))
print(string.format('%5d|%-5d|%05d|%x|%X|%o|%e|%.3f|%g|%s|%q|%c|%%|%10s|%-10s|', 42, 42, 42, 255, 255, 8, 12345.678, 3.14159, 1e20, 'str', 'q"\n', 65, 'r', 'l'))
print(tostring(nil), tostring(true), tonumber('0x1F'), tonumber('z', 36), tonumber('12', 8), tonumber('x'), tonumber('1e2'))
print(7 % 3, -7 % 3, 7 % -3, 2 ^ 10, 7 / 2, math.floor(-3.5), math.ceil(-3.5), math.max(3, 9, 2), math.abs(-4))
print(math.huge, -math.huge, 1 / 0 > 1e308, 0 / 0 ~= 0 / 0, math.sqrt(2), math.pi)
local function counter() local n = 0; return function() n = n + 1; return n end end
local a, b = counter(), counter(); a(); a(); print(a(), b())
local V = {}; V.__index = V
V.__add = function(p, q) return setmetatable({x = p.x + q.x}, V) end
V.__eq = function(p, q) return p.x == q.x end
V.__lt = function(p, q) return p.x < q.x end
V.__le = function(p, q) return p.x <= q.x end
V.__tostring = function(p) return 'V(' .. p.x .. ')' end
V.__call = function(p, n) return p.x * n end
V.__concat = function(p, q) return tostring(p) .. tostring(q) end
V.__unm = function(p) return setmetatable({x = -p.x}, V) end
V.__newindex = function(p, k, v) rawset(p, k, v * 2) end
function V.new(x) return setmetatable({x = x}, V) end
local p, q = V.new(3), V.new(4)
print(tostring(p + q), p == V.new(3), p < q, p <= q, p(5), p .. q, tostring(-p)); p.k = 5; print(p.k)
local defaults = setmetatable({}, {__index = function(_, k) return k .. '!' end}); print(defaults.foo, rawget(defaults, 'foo'))
local co = coroutine.create(function(x, y) for i = 1, 3 do x, y = coroutine.yield(x + y, i) end return 'done' end)
print(coroutine.resume(co, 1, 2)); print(coroutine.resume(co, 3, 4)); print(coroutine.resume(co, 5, 6)); print(coroutine.resume(co, 7, 8)); print(coroutine.resume(co)); print(coroutine.status(co))
local gen = coroutine.wrap(function() for i = 1, 5 do coroutine.yield(i * i) end end)
for v in gen do io.write(v, ' ') end print()
local function perm(l, n) n = n or #l if n <= 1 then coroutine.yield(table.concat(l)) else for i = 1, n do l[n], l[i] = l[i], l[n]; perm(l, n - 1); l[n], l[i] = l[i], l[n] end end end
local n, last = 0; for s in coroutine.wrap(function() perm{'a', 'b', 'c', 'd', 'e', 'f'} end) do n = n + 1; last = s end print(n, last)
print(pcall(error, 'message')); print(pcall(error, {code = 1})  == false); print(pcall(function() error('at level', 0) end)); print(select(2, pcall(function() local x = nil; return x.y end)):gsub('^.-:%d+: ', ''))
print(xpcall(function() error('handled', 0) end, function(m) return 'handler: ' .. m end)); print(select('#', pcall(function() return 1, 2, 3 end)))
print(select(2, pcall(function() return 1 + {} end)):gsub('^.-:%d+: ', '')); print(select(2, pcall(function() return #5 end)):gsub('^.-:%d+: ', ''))
print(load('return 1 + 1')(), (load('syntax error here'))); local env = {}
print(type(print), type({}), type('') , type(1), type(nil), type(co))
local weak = setmetatable({}, {__mode = 'k'}); weak[{}] = 1; collectgarbage(); local c = 0; for _ in pairs(weak) do c = c + 1 end print(c)
local ok, deep = pcall(function() local function r(k) return r(k + 1) + 1 end return r(1) end); print(ok, tostring(deep):match('overflow'))
local function tail(k) if k == 0 then return 'tail' end return tail(k - 1) end print(tail(100000))
for i = 10, 1, -3 do io.write(i, ' ') end for i = 0.5, 2 do io.write(i, ' ') end print()
local i = 0 repeat local j = i; i = i + 1 until j >= 3 print(i); while true do i = i - 1 if i < 0 then break end end print(i)
local s = {} for k, v in pairs({a = 1, b = 2, c = 3}) do s[#s + 1] = k .. v end table.sort(s) print(table.concat(s, ' ')); for k, v in ipairs({1, 2, nil, 4}) do io.write(k, '=', v, ' ') end print()
print(next({}), rawequal(t, t), rawlen and rawlen(t) or #t, #arg, arg[0]:match('[^/]+$'))
local f = assert(io.open('file', 'w')); f:write('line 1\n', 2, '\n', 3.5, '\nlast'); f:close()
for l in io.lines('file') do io.write('[', l, ']') end print(); f = io.open('file'); print(f:read('*l'), f:read('*n'), f:read('*a'):gsub('\n', '/')); print(f:seek('set', 2), f:read(3), f:seek('end'), f:read(1)); f:close(); print(io.type(f), io.open('nothing'))
local pr = io.popen('uname -m; exit 3'); print(pr:read('*a')); pr:close(); print((os.execute('exit 0'))); print(os.getenv('HOME') ~= nil, os.getenv('NOTHING'), os.rename('file', 'file2'), os.remove('file2'), (os.remove('nothing')))
print(os.time{year = 2000, month = 1, day = 1, hour = 12}, os.date('!%Y-%m-%d %H:%M:%S', 86400), os.clock() >= 0, type(os.tmpname()), os.difftime(5, 3))
io.stderr:write('to stderr\n'); print(debug.getinfo(1, 'l').currentline > 1, debug.traceback('tb'):match('^tb'))
os.exit(5)
