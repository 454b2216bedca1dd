-- SPDX-License-Identifier: MIT
-- Programs that compute: what a translator of the language itself, or of its
-- machine code, must get right.
local floor = math.floor
local function sieve(n) local s, c = {}, 0 for i = 2, n do if not s[i] then c = c + 1 for j = i * i, n, i do s[j] = true end end end return c end
print('sieve', sieve(200000))
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print('fib', fib(25))
local function ack(m, n) if m == 0 then return n + 1 elseif n == 0 then return ack(m - 1, 1) else return ack(m - 1, ack(m, n - 1)) end end
print('ack', ack(2, 60))
local function queens(n) local count, cols, d1, d2 = 0, {}, {}, {} local function place(r) if r > n then count = count + 1 return end for c = 1, n do if not cols[c] and not d1[r + c] and not d2[r - c + n] then cols[c], d1[r + c], d2[r - c + n] = true, true, true place(r + 1) cols[c], d1[r + c], d2[r - c + n] = nil, nil, nil end end end place(1) return count end
print('queens', queens(8))
local function matmul(n) local a, b, c = {}, {}, {} for i = 1, n do a[i], b[i], c[i] = {}, {}, {} for j = 1, n do a[i][j], b[i][j] = i * j % 7, (i + j) / 3 end end for i = 1, n do for j = 1, n do local s = 0 for k = 1, n do s = s + a[i][k] * b[k][j] end c[i][j] = s end end local t = 0 for i = 1, n do t = t + c[i][i] end return t end
print('matmul', string.format('%.10g', matmul(60)))
local function nbody(n) local bodies = {{0, 0, 0, 0, 0, 0, 39.47}, {4.84, -1.16, -0.1, 0.6, 2.81, -0.02, 0.037}, {8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011}} local function energy() local e = 0 for i, b in ipairs(bodies) do e = e + 0.5 * b[7] * (b[4] ^ 2 + b[5] ^ 2 + b[6] ^ 2) for j = i + 1, #bodies do local o = bodies[j] e = e - b[7] * o[7] / math.sqrt((b[1] - o[1]) ^ 2 + (b[2] - o[2]) ^ 2 + (b[3] - o[3]) ^ 2) end end return e end for _ = 1, n do for i = 1, #bodies do local b = bodies[i] for j = i + 1, #bodies do local o = bodies[j] local dx, dy, dz = b[1] - o[1], b[2] - o[2], b[3] - o[3] local d2 = dx * dx + dy * dy + dz * dz local m = 0.001 / (d2 * math.sqrt(d2)) b[4], b[5], b[6] = b[4] - dx * o[7] * m, b[5] - dy * o[7] * m, b[6] - dz * o[7] * m o[4], o[5], o[6] = o[4] + dx * b[7] * m, o[5] + dy * b[7] * m, o[6] + dz * b[7] * m end end for _, b in ipairs(bodies) do b[1], b[2], b[3] = b[1] + 0.001 * b[4], b[2] + 0.001 * b[5], b[3] + 0.001 * b[6] end end return energy() end
print('nbody', string.format('%.9f', nbody(5000)))
local function mandel(n) local c = 0 for y = 0, n - 1 do for x = 0, n - 1 do local cr, ci, zr, zi, k = 2 * x / n - 1.5, 2 * y / n - 1, 0, 0, 0 while k < 50 and zr * zr + zi * zi < 4 do zr, zi, k = zr * zr - zi * zi + cr, 2 * zr * zi + ci, k + 1 end c = c + k end end return c end
print('mandel', mandel(80))
local function heapsort(n) local a, x = {}, 42 for i = 1, n do x = (x * 3877 + 29573) % 139968 a[i] = x end local function sift(s, e) local r = s while r * 2 <= e do local c = r * 2 if c < e and a[c] < a[c + 1] then c = c + 1 end if a[r] >= a[c] then return end a[r], a[c] = a[c], a[r] r = c end end for i = floor(n / 2), 1, -1 do sift(i, n) end for e = n, 2, -1 do a[1], a[e] = a[e], a[1] sift(1, e - 1) end local ok = true for i = 2, n do ok = ok and a[i - 1] <= a[i] end return ok, a[1], a[n] end
print('heapsort', heapsort(20000))
local function strings(n) local t = {} for i = 1, n do t[#t + 1] = ('%d:%s'):format(i, ('x'):rep(i % 10)) end local s = table.concat(t, ';') local c = 0 for _ in s:gmatch('%d+:x+') do c = c + 1 end return #s, c, (s:gsub('x', 'yy')):len() end
print('strings', strings(20000))
local function trees(d) local function make(k) if k == 0 then return {} end return {make(k - 1), make(k - 1)} end local function check(t) return 1 + (t[1] and check(t[1]) + check(t[2]) or 0) end local s = 0 for _ = 1, 10 do s = s + check(make(d)) end return s end
print('trees', trees(11)); collectgarbage()
local function collatz(n) local best, at = 0, 0 for i = 1, n do local c, k = i, 0 while c ~= 1 do if c % 2 == 0 then c = c / 2 else c = 3 * c + 1 end k = k + 1 end if k > best then best, at = k, i end end return best, at end
print('collatz', collatz(20000))
local function crc(s) local t = {} local function xor(a, b) local r, p = 0, 1 while a > 0 or b > 0 do if a % 2 ~= b % 2 then r = r + p end a, b, p = floor(a / 2), floor(b / 2), p * 2 end return r end for i = 0, 255 do local c = i for _ = 1, 8 do if c % 2 == 1 then c = xor(floor(c / 2), 3988292384) else c = floor(c / 2) end end t[i] = c end local c = 4294967295 for i = 1, #s do c = xor(t[xor(c % 256, s:byte(i))], floor(c / 256)) end return xor(c, 4294967295) end
print('crc', string.format('%08x', crc(('the quick brown fox '):rep(20))))
local function life(n, g) local a = {} for i = 0, n * n - 1 do a[i] = (i * i % 11 < 4) and 1 or 0 end for _ = 1, g do local b = {} for y = 0, n - 1 do for x = 0, n - 1 do local c = 0 for dy = -1, 1 do for dx = -1, 1 do if dx ~= 0 or dy ~= 0 then c = c + a[(y + dy) % n * n + (x + dx) % n] end end end b[y * n + x] = (c == 3 or (c == 2 and a[y * n + x] == 1)) and 1 or 0 end end a = b end local c = 0 for i = 0, n * n - 1 do c = c + a[i] end return c end
print('life', life(32, 40))
local q = {} for i = 1, 50000 do q['k' .. i % 5000] = (q['k' .. i % 5000] or 0) + i end local sum = 0 for _, v in pairs(q) do sum = sum + v end print('hash', string.format('%d', sum))
local cs = {} for i = 1, 200 do cs[i] = coroutine.wrap(function() local s = 0 while true do s = s + i coroutine.yield(s) end end) end local total = 0 for r = 1, 50 do for i = 1, 200 do total = total + cs[i]() end end print('coroutines', string.format('%d', total))
local x = 0.5 for _ = 1, 100000 do x = 3.9 * x * (1 - x) end print('logistic', string.format('%.14f', x))
local acc = 0 for i = 1, 300000 do acc = acc + math.sin(i) * math.cos(i / 3) + i % 7 - floor(i / 3) end print('math', string.format('%.6f', acc))
local errors = 0 for i = 1, 3000 do if not pcall(function() if i % 3 == 0 then error('x') end end) then errors = errors + 1 end end print('errors', errors)
