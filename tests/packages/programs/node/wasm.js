// SPDX-License-Identifier: MIT
// WebAssembly: modules are assembled here, and run in both of V8's tiers.
// Traps are signals in generated code; threads share one memory.
'use strict';
const { Worker, isMainThread, workerData, parentPort } = require('worker_threads');
const leb = n => { const b = []; for (;;) { const low = Number(BigInt(n) & 127n); n = BigInt(n) >> 7n; if ((n === 0n && !(low & 64)) || (n === -1n && low & 64)) { b.push(low); return b; } b.push(low | 128); } };
const uleb = n => { const b = []; do { b.push((n & 127) | (n > 127 ? 128 : 0)); n >>>= 7; } while (n); return b; };
const vec = items => [...uleb(items.length), ...items.flat()];
const name = s => vec([...Buffer.from(s)]);
const section = (id, body) => [id, ...uleb(body.length), ...body];
const i32 = 0x7f, i64 = 0x7e, f32 = 0x7d, f64 = 0x7c;
const get = n => [0x20, n], set = n => [0x21, n], tee = n => [0x22, n];
const num = n => [0x41, ...leb(n)], num64 = n => [0x42, ...leb(n)];
const float = x => [0x44, ...new Uint8Array(new Float64Array([x]).buffer)];
const loop = (...body) => [0x03, 0x40, ...body.flat(), 0x0b], again = n => [0x0d, n];

// functions: { name: [parameters, results, locals, code] }
function assemble(functions, { memory = [0, 1], table = [], imports = [] } = {}) {
    const names = Object.keys(functions), all = Object.values(functions);
    const types = [...imports, ...all].map(f => [0x60, ...vec(f[0].map(t => [t])), ...vec(f[1].map(t => [t]))]);
    return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
        ...section(1, vec(types)),
        ...section(2, vec([...imports.map((f, i) => [...name('js'), ...name('f' + i), 0, ...uleb(i)]), ...(memory === 'imported' ? [[...name('js'), ...name('memory'), 2, 3, 1, 4]] : [])])),
        ...section(3, vec(all.map((_, i) => uleb(i + imports.length)))),
        ...section(4, vec([[0x70, 0, ...uleb(table.length)]])),
        ...(memory === 'imported' ? [] : section(5, vec([memory]))),
        ...section(7, vec([...names.map((n, i) => [...name(n), 0, ...uleb(i + imports.length)]), ...(memory === 'imported' ? [] : [[...name('memory'), 2, 0]])])),
        ...section(9, vec([[0, 0x41, 0, 0x0b, ...vec(table.map(n => uleb(n + imports.length)))]])),
        ...section(10, vec(all.map(f => { const body = [...vec(f[2].map(t => [1, t])), ...f[3].flat(), 0x0b]; return [...uleb(body.length), ...body]; })))]);
}
// A memory that workers share.
const shared = {
    add: [[i32, i32], [i32], [], [get(0), get(1), 0xfe, 0x1e, 2, 0]],
    // count n times, by atomic additions of each width
    count: [[i32], [], [], [loop(num(0), num(1), 0xfe, 0x1e, 2, 0, 0x1a, num(8), num64(1), 0xfe, 0x1f, 3, 0, 0x1a, num(16), num(1), 0xfe, 0x20, 0, 0, 0x1a, get(0), num(1), 0x6b, tee(0), again(0))]],
    // a counter behind a lock of compare-and-exchange, wait and notify
    locked: [[i32], [], [], [loop(
        loop(num(32), num(0), num(1), 0xfe, 0x48, 2, 0, 0x04, 0x40, num(32), num(1), num64(-1), 0xfe, 0x01, 2, 0, 0x1a, again(1), 0x0b),
        num(36), num(36), 0x28, 2, 0, num(1), 0x6a, 0x36, 2, 0,
        num(32), num(0), 0xfe, 0x17, 2, 0, num(32), num(1), 0xfe, 0x00, 2, 0, 0x1a,
        get(0), num(1), 0x6b, tee(0), again(0))]],
    wait: [[i32, i64], [i32], [], [num(64), get(0), get(1), 0xfe, 0x01, 2, 0]],
    notify: [[i32], [i32], [], [num(64), get(0), 0xfe, 0x00, 2, 0]],
    xchg: [[i32, i64, i64], [i64], [], [get(0), get(1), get(2), 0xfe, 0x4e, 0, 0]],
};

if (!isMainThread) {
    const { exports } = new WebAssembly.Instance(workerData.module, { js: { memory: workerData.memory } });
    exports.count(workerData.n);
    exports.locked(workerData.n / 10);
    parentPort.postMessage(exports.wait(0, -1n));
    return;
}

const plain = {
    fib: [[i32], [i32], [], [get(0), num(2), 0x48, 0x04, i32, get(0), 0x05, get(0), num(1), 0x6b, 0x10, 1, get(0), num(2), 0x6b, 0x10, 1, 0x6a, 0x0b]],
    mix: [[i64, i32], [i64], [], [loop(get(0), num64(6364136223846793005n), 0x7e, num64(1442695040888963407n), 0x7c, get(0), num64(17), 0x8a, 0x85, set(0), get(1), num(1), 0x6b, tee(1), again(0)), get(0)]],
    pi: [[i32], [f64], [f64, f64], [float(1), set(2), loop(get(1), float(4), get(2), 0xa3, 0xa0, set(1), get(2), float(-2), get(2), float(0), 0x63, 0x04, f64, float(4), 0x05, float(0), 0x0b, 0xa0, 0xa0, 0x9a, set(2), get(0), num(1), 0x6b, tee(0), again(0)), get(1)]],
    load: [[i32], [i32], [], [get(0), 0x28, 2, 0]],
    load_far: [[i32], [i64], [], [get(0), 0x29, 3, ...uleb(0x7ffffff0)]],
    store: [[i32, i64], [], [], [get(0), get(1), 0x37, 0, 4]],
    grow: [[i32], [i32], [], [get(0), 0x40, 0]],
    div: [[i32, i32], [i32], [], [get(0), get(1), 0x6d]],
    rem64: [[i64, i64], [i64], [], [get(0), get(1), 0x81]],
    trunc: [[f64], [i32], [], [get(0), 0xaa]],
    trunc_sat: [[f64], [i64], [], [get(0), 0xfc, 6]],
    unreachable: [[], [], [], [0x00]],
    forever: [[i32], [i32], [], [get(0), num(1), 0x6a, 0x10, 13, num(1), 0x6a]],
    call: [[i32, i32], [i32], [], [get(0), get(1), 0x11, 3, 0]],
    import: [[f64], [f64], [], [get(0), 0x10, 0]],
    bits: [[i64], [i64], [], [get(0), 0x79, get(0), 0x7a, 0x7c, get(0), 0x7b, 0x7c, get(0), num64(13), 0x89, 0x7c, get(0), 0xc2, 0x7c]],
    fill: [[i32, i32, i32], [], [], [get(0), get(1), get(2), 0xfc, 11, 0]],
    copy: [[i32, i32, i32], [], [], [get(0), get(1), get(2), 0xfc, 10, 0, 0]],
    minmax: [[f64, f64], [f64], [], [get(0), get(1), 0xa4, get(0), get(1), 0xa5, 0xa0, get(0), 0x9e, 0xa1, get(1), get(0), 0xa6, 0xa0]],
};
// Vectors: f(i32) stores to memory what it makes of the lanes.
const v128 = op => [0xfd, ...uleb(op)];
const vector = op => [[i32, i32], [], [], [get(0), get(0), ...v128(0), 4, 0, get(1), ...v128(0), 4, 0, ...v128(op), ...v128(11), 4, 0]];
for (const [key, op] of Object.entries({ swizzle: 14, i8x16_add_sat: 0x6f, i8x16_avgr: 0x7b, i16x8_q15mulr: 0x82, i16x8_narrow: 0x85, i32x4_mul: 0xb5, i32x4_dot: 0xba, i64x2_extmul: 0xdc, f32x4_div: 0xe7, f64x2_mul: 0xf2, f32x4_pmin: 0xea, i8x16_gt_u: 0x28, andnot: 0x4f }))
    plain[key] = vector(op);
const bytes = assemble(plain, { table: [0, 6, 2], imports: [[[f64], [f64]]] });
console.log(WebAssembly.validate(bytes), WebAssembly.validate(bytes.slice(0, -1)), bytes.length);
const module_ = new WebAssembly.Module(bytes);
console.log(WebAssembly.Module.exports(module_).length, WebAssembly.Module.imports(module_));
const attempt = f => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };

function run(e) {
    console.log(e.fib(22), e.mix(1n, 100000), e.pi(20001).toFixed(9), e.bits(-0x123456789abcden), e.import(1.5));
    console.log(e.minmax(1, 2), e.minmax(NaN, 1), e.minmax(-0, 0), e.trunc(-3.9), e.trunc_sat(1e300), e.trunc_sat(NaN));
    for (const f of [() => e.div(7, -2), () => e.div(1, 0), () => e.div(-(2 ** 31), -1), () => e.rem64(-(2n ** 63n), -1n), () => e.rem64(1n, 0n), () => e.trunc(1e10), () => e.trunc(NaN), () => e.unreachable(), () => e.load(65532), () => e.load(65533), () => e.load(-1), () => e.load_far(-1), () => e.load_far(0), () => e.store(65524, -2n), () => e.store(65525, 1n), () => e.call(10, 0), () => e.call(1, 1), () => e.call(1, 2), () => e.call(1, 9), () => e.fill(65530, 1, 7), () => e.copy(0, 65536, 1), () => e.import({ valueOf() { throw new TypeError('from JS'); } }), () => e.import('x'), () => e.forever(0)])
        console.log(attempt(f));
    // Traps by the thousand, each a signal.
    let trapped = 0;
    for (let i = 0; i < 3000; i++) try { e.load(65536 + i * 4096); } catch { trapped++; }
    console.log(trapped, e.grow(3), e.memory.buffer.byteLength, e.load(65536), e.grow(60000), attempt(() => e.load(4 * 65536)));
    const m = new Uint8Array(e.memory.buffer);
    for (let i = 0; i < 32; i++) m[i] = i * 37 + (i >> 1);
    new Float32Array(e.memory.buffer, 32, 4).set([1.5, -2, 0, 1e30]);
    new Float64Array(e.memory.buffer, 48, 2).set([Math.PI, -0]);
    for (const key of Object.keys(plain).slice(-13)) { m.copyWithin(128, 0, 16); e[key](128, key.startsWith('f32') ? 32 : key.startsWith('f64') ? 48 : 16); console.log(key, Buffer.from(m.slice(128, 144)).toString('hex')); }
    e.fill(1000, 0xab, 5000); e.copy(3000, 500, 600);
    console.log(m[3499], m[3500], m[5999], m[6000]);
}
const make = () => new WebAssembly.Instance(module_, { js: { f0: x => Math.sin(0) + x * 2 } }).exports;
run(make());
// By now what is hot has been compiled a second time.
const e = make();
for (let i = 0; i < 30; i++) e.fib(15), e.mix(3n, 1000), e.pi(101), e.bits(5n);
run(e);
console.log(attempt(() => new WebAssembly.Instance(module_, {})), attempt(() => new WebAssembly.Module(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))));

(async () => {
    const { instance } = await WebAssembly.instantiate(bytes, { js: { f0: Math.sqrt } });
    console.log(instance.exports.fib(12), instance.exports.import(2));
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 4, shared: true });
    const module = new WebAssembly.Module(assemble(shared, { memory: 'imported' }));
    const { exports } = new WebAssembly.Instance(module, { js: { memory } });
    const THREADS = 4, n = 20000;
    const workers = Array.from({ length: THREADS }, () => new Worker(__filename, { workerData: { module, memory, n } }));
    const woken = workers.map(w => new Promise((yes, no) => w.on('message', yes).on('error', no)));
    const ended = workers.map(w => new Promise(yes => w.on('exit', yes)));
    // Each ends up waiting, and is woken by one of the notifications.
    let notified = 0;
    while (notified < THREADS) { notified += exports.notify(1); await new Promise(yes => setImmediate(yes)); }
    console.log(await Promise.all(woken), await Promise.all(ended));
    const words = new Int32Array(memory.buffer);
    console.log(words[0] === THREADS * n, new BigInt64Array(memory.buffer)[1], new Uint8Array(memory.buffer)[16] === (THREADS * n & 255), words[9] === THREADS * n / 10, words[8]);
    console.log(exports.add(0, 5) === THREADS * n, exports.xchg(0, BigInt(words[0] & 255), 99n), words[0] & 255, attempt(() => exports.add(2, 1)), attempt(() => exports.wait(1, 0n)));
})();
