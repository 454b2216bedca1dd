// SPDX-License-Identifier: MIT
// Hot functions: each is optimised, its answer is that of the interpreter, it
// is thrown back when its assumptions break, and optimised again. With
// --allow-natives-syntax it is V8 that says what state a function is in.
'use strict';
const OPTIMISED = 1 << 4;
const state = f => (%GetOptimizationStatus(f) & OPTIMISED) !== 0;
const natives = process.execArgv.includes('--allow-natives-syntax');

// Runs f cold, then optimised, on `usual`; then on each of `unusual`, of which
// V8 must throw it back for at least one.
function check(name, f, usual, unusual) {
    const cold = usual.map(a => f(...a));
    %PrepareFunctionForOptimization(f);
    for (let i = 0; i < 20; i++) for (const a of usual) f(...a);
    %OptimizeFunctionOnNextCall(f);
    f(...usual[0]);
    const optimised = state(f);
    const hot = usual.map(a => f(...a));
    const odd = unusual.map(a => { try { return f(...a); } catch (e) { return e.message; } });
    console.log(name, optimised, String(hot) === String(cold), hot.map(String).join(), '|', odd.map(v => Object.is(v, -0) ? '-0' : String(v)).join(), '|', unusual.length ? state(f) : '');
}

check('add', (a, b) => a + b, [[1, 2], [3, 4]], [[2 ** 30, 2 ** 30], [1.5, 2], ['a', 1], [1n, 2n], [{}, []]]);
check('smi overflow', (a, b) => (a * b) | 0, [[3, 5], [100, 200]], [[2 ** 31 - 1, 2], [-1, 0], [65536, 65536], [1e20, 3]]);
check('minus zero', (a, b) => a * b, [[3, 5], [7, 2]], [[-1, 0], [0, -5]]);
check('divide', (a, b) => a / b, [[6, 3], [8, 2]], [[1, 0], [-1, 0], [0, 0], [1, 3]]);
check('modulus', (a, b) => a % b, [[7, 3], [8, 5]], [[-7, 7], [5, 0], [5.5, 2], [-0, 3]]);
check('shift', (a, b) => [a >> b, a >>> b, a << b].join(':'), [[5, 1], [80, 3]], [[-1, 0], [-1, 33], [1.9, 31], [2 ** 32 + 5, 1]]);
check('shape', o => o.x * 2 + o.y, [[{ x: 1, y: 2 }], [{ x: 3, y: 4 }]], [[{ y: 1, x: 2 }], [{ x: 1.5, y: 2 }], [{ x: 'a' }], [null], [Object.create({ x: 1, y: 1 })]]);
check('elements', (a, i) => a[i], [[[1, 2, 3], 1], [[4, 5, 6], 2]], [[[1, 2], 5], [[1.5, 2], 0], [['s', , 1], 1], [[1, 2], -1], ['string', 2], [new Uint8Array([7, 8]), 1]]);
check('store', (a, i, v) => { a[i] = v; return a.join('.'); }, [[[1, 2, 3], 1, 9], [[1, 2, 3], 0, 8]], [[[1], 3, 1], [[1, 2], 0, 1.5], [[1, 2], 1, 'x'], [Object.freeze([1, 2]), 0, 1]]);
check('call', (f, v) => f(v) + 1, [[Math.abs, -4], [Math.abs, 4]], [[x => x * 3, 2], [() => { throw new Error('thrown in a callee'); }, 0], [5, 1]]);
check('truncate', x => ~~x, [[1.5], [-2.7]], [[NaN], [1e10], [-1e100], [Infinity], ['7.9'], [{ valueOf: () => 3.3 }]]);
check('compare', (a, b) => [a < b, a === b, a == b].join(':'), [[1, 2], [2, 2]], [[NaN, NaN], ['a', 'b'], [null, undefined], ['1', 1], [1n, 1]]);
check('typeof', v => typeof v + (v ? 1 : 0), [[1], [2]], [[''], ['a'], [0n], [Symbol()], [undefined], [NaN], [document => 0]]);
check('string', (s, i) => s.charCodeAt(i) + s[i] + s.length, [['abc', 1], ['def', 2]], [['é', 0], ['日本', 1], ['', 0], ['a' + 'b'.repeat(20), 19]]);
check('closure', (() => { let n = 0; return k => (n += k, n % 1000 < 0 ? n : k); })(), [[1], [2]], [[1.5], ['s']]);
check('float', (a, b) => Math.sqrt(a * a + b * b) - Math.floor(a) + Math.fround(b), [[3, 4], [1.5, 2.5]], [[NaN, 1], [1e308, 1e308], [-0, -0], ['3', null]]);
check('bigint', (a, b) => BigInt.asIntN(64, a * b + 7n), [[3n, 5n], [1n << 40n, 3n]], [[1n << 63n, -1n], [1n, 1], [-(1n << 62n), 2n]]);
check('try', o => { try { return o.f(); } catch (e) { return 'caught ' + e; } finally { o.n++; } }, [[{ f: () => 1, n: 0 }], [{ f: () => 2, n: 0 }]], [[{ f() { throw 3; }, n: 0 }], [{}], [null]]);
check('arguments', function () { let s = 0; for (const v of arguments) s += v; return s + arguments.length; }, [[1, 2, 3], [4, 5]], [[], [1.5], ['a', 2]]);
check('switch', v => { switch (v) { case 0: return 'zero'; case 1: return 'one'; case 'a': return 'A'; case 5: case 6: return 'five'; default: return 'other'; } }, [[0], [1]], [[5], [6], ['a'], [1.5], [{}]]);

// Loops that are entered by the interpreter and left by optimised code.
function sieve(n) { const a = new Uint8Array(n + 1); let c = 0; for (let i = 2; i <= n; i++) if (!a[i]) { c++; for (let j = i * 2; j <= n; j += i) a[j] = 1; } return c; }
function collatz(n) { let best = 0, at = 0; for (let i = 1; i < n; i++) { let k = i, s = 0; while (k !== 1) { k = k & 1 ? 3 * k + 1 : k / 2; s++; } if (s > best) { best = s; at = i; } } return at + ':' + best; }
function matrix(n) { const a = new Float64Array(n * n), b = new Float64Array(n * n), c = new Float64Array(n * n); for (let i = 0; i < n * n; i++) { a[i] = i % 7 - 3; b[i] = i % 5 / 4; } for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += a[i * n + k] * b[k * n + j]; c[i * n + j] = s; } return c.reduce((p, q) => p + q * q, 0); }
function mandelbrot(n) { let sum = 0; for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) { let r = 0, i = 0, k = 0; const cr = 3 * x / n - 2, ci = 2 * y / n - 1; for (; k < 100 && r * r + i * i < 4; k++) { const t = r * r - i * i + cr; i = 2 * r * i + ci; r = t; } sum += k; } return sum; }
function crc(n) { const t = new Int32Array(256); for (let i = 0; i < 256; i++) { let c = i; for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1; t[i] = c; } let c = -1; for (let i = 0; i < n; i++) c = t[(c ^ (i * 31)) & 255] ^ (c >>> 8); return ~c >>> 0; }
console.log(sieve(200000), collatz(30000), matrix(60), mandelbrot(120), crc(500000));

// A site that sees ever more shapes; objects that escape and that don't.
const shapes = [v => ({ v }), v => ({ a: 1, v }), v => ({ b: 1, a: 2, v }), v => ({ c: 1, v, d: 2 }), v => ({ v, e: 1 }), v => new (class { constructor() { this.v = v; } })(), v => ({ get v() { return v; } }), v => [v].map(v => ({ v }))[0]];
const take = o => o.v;
let sum = 0;
for (let k = 1; k <= shapes.length; k++) for (let i = 0; i < 5000; i++) sum = (sum + take(shapes[i % k](i))) % 1000003;
console.log(sum);
function points(n) { let x = 0, y = 0, kept = null; for (let i = 0; i < n; i++) { const p = { x: i, y: -i }, q = { x: p.y, y: p.x, p }; x += q.x; y += q.y; if (i % 1000 === 999) kept = q; } return [x, y, kept.p.x]; }
console.log(points(100000));
// Functions without number: each is compiled, used, and becomes garbage.
let made = 0;
for (let i = 0; i < 3000; i++) { const f = new Function('a', `let s = ${i}; for (let k = 0; k < 50; k++) s = (s * ${i % 97 + 3} + a) | 0; return s;`); made = (made + f(i)) | 0; if (i % 10 === 0) for (let k = 0; k < 300; k++) made = (made + f(k)) | 0; }
console.log(made);
// Exceptions out of optimised code, and through it.
function thrower(i) { if (i % 3 === 0) throw new RangeError('r' + i); return i; }
function through(i) { return thrower(i) + 1; }
let caught = 0;
for (let i = 0; i < 30000; i++) try { caught += through(i); } catch (e) { caught += e.message.length; }
console.log(caught, natives);
function* squares(n) { for (let i = 0; i < n; i++) yield i * i; }
let g = 0;
for (const v of squares(50000)) g = (g + v) % 99991;
console.log(g, [...Array(20000).keys()].filter(v => v % 3).map(v => v * 2).reduce((p, q) => (p * 31 + q) % 1000003));
