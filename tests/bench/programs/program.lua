-- SPDX-License-Identifier: MIT
-- For lua and luajit: tables, closures, strings, floating point.
local rounds = tonumber(arg[1])

local function permutations(n)
	local p, count, flips = {}, 0, 0
	for i = 1, n do p[i] = i end
	local function go(k)
		if k == 0 then
			count = count + 1
			flips = (flips * 31 + p[1] * p[n]) % 1000003
			return
		end
		for i = 1, k do
			p[i], p[k] = p[k], p[i]
			go(k - 1)
			p[i], p[k] = p[k], p[i]
		end
	end
	go(n)
	return count, flips
end

local function spectral(n)
	local u, v = {}, {}
	for i = 1, n do u[i] = 1 end
	for _ = 1, 4 do
		for i = 1, n do
			local sum = 0
			for j = 1, n do
				sum = sum + u[j] / ((i + j) * (i + j - 1) / 2 + i)
			end
			v[i] = sum
		end
		u, v = v, u
	end
	return u[1]
end

local function strings(n)
	local parts = {}
	for i = 1, n do
		parts[#parts + 1] = ("%d:%s"):format(i, ("ab"):rep(i % 7))
	end
	local s = table.concat(parts, " ")
	local _, replaced = s:gsub("(%d)a", "%1-")
	return #s, replaced, s:find("99:", 1, true)
end

local Animal = {}
Animal.__index = Animal
function Animal.new(n) return setmetatable({n = n}, Animal) end
function Animal:grow(k) self.n = (self.n * k + 1) % 65521 end

for _ = 1, rounds do
	local a = Animal.new(3)
	for i = 1, 30000 do a:grow(i) end
	print(a.n, permutations(6))
	print(("%.9f"):format(spectral(50)), strings(2000))
end
