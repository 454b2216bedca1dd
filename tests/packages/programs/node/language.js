// SPDX-License-Identifier: MIT
// The language and its library: what V8's interpreter, its regular
// expressions' own code generator, and its garbage collector make of it.
'use strict';
const arch = { x64: 'x86_64', arm64: 'aarch64' }[process.arch];
console.log(arch, process.version, process.versions.v8);

// Numbers: conversions and printing in every range.
console.log(0.1 + 0.2, 1e21, 1e-7, 5e-324, -0, 1 / -0, 0 / 0, 2 ** 53 + 1);
console.log([1.005, 123.456, -1.5, 1e21, 0.000001].map(x => [x.toFixed(2), x.toPrecision(4), x.toExponential(3), x.toString(2).slice(0, 40), x | 0, x >>> 0]));
console.log([NaN, Infinity, -Infinity, 2147483648, -2147483649, 4294967296.5, 1e300].map(x => [x | 0, x >>> 0, Math.round(x), Math.trunc(x), Math.fround(x), Math.clz32(x), Math.sign(x)]));
console.log([2.5, -2.5, 0.5, -0.5, 1.5, 4503599627370497.5].map(x => [Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x)]));
console.log(Math.imul(0x12345678, 0x9abcdef0), Math.hypot(3, 4), Math.cbrt(27), Math.max(), Math.min(1, NaN), Math.sqrt(2), Math.abs(-0));
console.log(['sin', 'cos', 'tan', 'exp', 'log', 'log2', 'atan', 'sinh', 'expm1', 'log1p'].map(f => Math[f](1.25).toFixed(12)).join(' '));
console.log(parseInt('0x1f'), parseInt('12px'), parseFloat('3.14abc'), Number('0b101'), Number(''), Number(' 12 '), (255).toString(36), (0.5).toString(16));
const n = 123456789012345678901234567890n;
console.log(n * n, n ** 5n % 1000000007n, -n / 7n, -n % 7n, n >> 20n, n << 70n, n & 0xffffffffffffn, ~n, BigInt.asIntN(64, n), BigInt.asUintN(64, -n), n.toString(36), BigInt('0x' + 'f'.repeat(50)));
let factorial = 1n;
for (let i = 1n; i < 300n; i++) factorial *= i;
console.log(factorial.toString().length, factorial % 1000003n, factorial.toString().slice(0, 40));

// Strings and regular expressions.
const text = 'The quick brown fox, 42 jumps; over 7 lazy dogs: naïve café 日本語 🦊 end. '.repeat(40);
for (const re of [/\b(\w)(\w*)\b/g, /(\d+)\s+(?<what>\w+)/g, /(?<=\d )\w+(?!s)/g, /[^\x00-\x7f]+/gu, /\p{Lu}\p{Ll}+/gu, /(a|e|i|o|u)\1*/gi, /(?:[a-z]+\s)*?fox/g, /^.{5,20}?o(.)/s, /(?<y>o)[^]*?\k<y>/g, /\u{1F98A}/gu])
    console.log(String(re), [...text.matchAll(new RegExp(re, re.flags.includes('g') ? re.flags : re.flags + 'g'))].length, JSON.stringify(text.match(re)?.slice(0, 3)));
console.log(text.replace(/(?<a>\w+) (?<b>\w+)/g, '$<b> $<a>').slice(0, 60), text.split(/[,;:]\s*/).length, 'x'.padStart(5, 'ab'), 'aXbX'.replaceAll('X', () => '-'));
console.log('ß'.toUpperCase(), 'İ'.toLowerCase().length, 'e\u0301'.normalize('NFC').length, '🦊'.codePointAt(0), 'a\u{10ffff}'.isWellFormed?.(), 'ä'.localeCompare('z', 'de'), 'ä'.localeCompare('z', 'sv'));
console.log(new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(1234567.891), new Intl.DateTimeFormat('ja-JP', { dateStyle: 'full', timeZone: 'UTC' }).format(0), new Intl.PluralRules('ar').select(11), new Intl.ListFormat('en').format(['a', 'b', 'c']));
console.log(new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 250)).toISOString(), new Date('2020-02-30').getTime(), new Date(0).toString(), new Date(8.64e15 + 1).getTime());

// Objects, classes, generators, proxies, destructuring.
class Animal { #secret = 1; static count = 0; constructor(name) { this.name = name; Animal.count++; } get secret() { return this.#secret++; } static { this.made = true; } [Symbol.toPrimitive](hint) { return hint === 'number' ? this.name.length : this.name; } }
class Dog extends Animal { constructor(...a) { super(...a); } speak() { return `${this} says ${super.secret}${this?.tail ?? ' nothing'}`; } }
const dog = new Dog('Rex');
console.log(dog.speak(), dog.speak(), +dog, Animal.count, Animal.made, dog instanceof Animal, Object.getOwnPropertyNames(dog));
function* tree(n) { if (n) { yield* tree(n - 1); const got = yield n; if (got) yield got * 100; } return n; }
const it = tree(4);
console.log(it.next(), it.next(7), it.next(9), [...tree(5)], it.return(5), it.next());
const log = [];
const proxy = new Proxy({}, { get: (t, k) => (log.push(`get ${String(k)}`), k in t ? t[k] : 0), set: (t, k, v) => (log.push(`set ${k}`), t[k] = v, true), has: (t, k) => (log.push(`has ${k}`), false), deleteProperty: (t, k) => (log.push(`delete ${k}`), delete t[k]) });
proxy.a++; 'b' in proxy; delete proxy.a;
console.log(log.join(), Reflect.ownKeys({ b: 1, 2: 1, a: 1, 1: 1, [Symbol.iterator]: 1 }));
const { a: [x, , ...rest], b: { c = 'default' } = {}, ...others } = { a: [1, 2, 3, 4], d: 5, e: 6 };
console.log(x, rest, c, others, [..."añ🦊"], ((...v) => v.length)(...'abc', ...[1, 2]));
label: for (let i = 0; ; i++) for (let j = 0; j < 5; j++) { if (j === 3) continue label; if (i === 3) { console.log('left at', i, j); break label; } }
console.log([3, 1, 10, 2].sort(), [3, 1, 10, 2].toSorted((a, b) => a - b), [1, [2, [3, [4]]]].flat(Infinity), Array.from({ length: 3 }, (_, i) => i * i), [1, 2, 3].at(-1), [5, 6].entries().next(), Object.groupBy?.([1, 2, 3], v => v % 2 ? 'odd' : 'even'));
const big = Array.from({ length: 5000 }, (_, i) => ({ key: i * 7919 % 997, i }));
big.sort((p, q) => p.key - q.key);
console.log(big.every((v, i) => !i || big[i - 1].key < v.key || (big[i - 1].key === v.key && big[i - 1].i < v.i)));
const map = new Map([[NaN, 1], [0, 2], ['0', 3]]);
console.log(map.get(NaN), map.get(-0), map.get('0'), new Set([1, 1, '1', NaN, NaN]).size, structuredClone({ d: new Date(0), m: new Map([[1, { a: 1n }]]), r: /x/g, e: new RangeError('r') }).m);

// Typed arrays and their views.
const buffer = new ArrayBuffer(64, { maxByteLength: 128 });
const view = new DataView(buffer);
view.setFloat32(0, 1.1); view.setFloat64(8, -Math.PI, true); view.setBigInt64(16, -(2n ** 63n)); view.setInt16(24, -2); view.setUint32(28, 0xdeadbeef, true);
console.log(Buffer.from(buffer).toString('hex', 0, 32), view.getFloat32(0), view.getInt8(28), view.getBigUint64(16, true));
const clamped = new Uint8ClampedArray([300, -5, 1.5, 2.5, NaN]);
console.log(clamped, new Int8Array([128, 255, -129]), new Float32Array([1.1, 1e40]), new Uint16Array([70000]).join());
if (buffer.resize) { buffer.resize(128); console.log(buffer.byteLength, new Uint8Array(buffer).length); }

// Errors, with their stacks' first line and position.
for (const bad of [() => null.x, () => undefined.f(), () => (void 0)(), () => x.y.z, () => { x = 1; }, () => new (class { constructor() { this.#p; } #p = nothing; })(), () => [].reduce((p, q) => p), () => 'x'.repeat(-1), () => new Array(-1), () => JSON.parse('{"a":}'), () => decodeURIComponent('%'), () => 1n + 1, () => BigInt(1.5), () => Symbol() + '', () => structuredClone(() => 0), () => new RegExp('('), () => eval('1 +')])
    try { bad(); console.log('no error', String(bad)); } catch (e) { console.log(e.name, e.message); }
let depth = 0;
for (let i = 0; i < 10; i++) try { (function deep(k) { depth = k; return deep(k + 1) + 1; })(0); } catch (e) { if (i === 9) console.log(e instanceof RangeError, e.message, depth > 1000); }
try { (() => { try { throw new Error('inner'); } finally { log.length = 0; } })(); } catch (e) { console.log(new Error('outer', { cause: e }).cause.message, log.length); }
console.log((() => { for (const v of [1, 2]) try { return v; } finally { continue; } return 'end'; })());
console.log(JSON.stringify({ u: undefined, n: null, d: new Date(0), nan: NaN, nested: { toJSON: k => `json ${k}` }, '\u2028"': '\ud800' }, null, 1), JSON.parse('[1e3, "\\u0041", {"__proto__": 1}]', (k, v) => v === 1000 ? 'big' : v));
