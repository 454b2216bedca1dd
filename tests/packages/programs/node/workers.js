// SPDX-License-Identifier: MIT
// worker_threads: memory that is shared, Atomics, messages, ends of each kind.
'use strict';
const { Worker, isMainThread, parentPort, workerData, MessageChannel, threadId, receiveMessageOnPort, BroadcastChannel, resourceLimits } = require('worker_threads');
const THREADS = 6, ROUNDS = 20000, TURNS = 200;

const roles = {
    count({ memory, me }) {
        const a = new Int32Array(memory), wide = new BigInt64Array(memory, 64, 2), bytes = new Uint8Array(memory, 128, 4);
        for (let k = 0; k < ROUNDS; k++) { Atomics.add(a, 0, 1); Atomics.sub(wide, 0, 1n); Atomics.xor(bytes, me & 3, 1); }
        for (let k = 0; k < 500; k++) {
            while (Atomics.compareExchange(a, 1, 0, 1) !== 0) Atomics.wait(a, 1, 1);
            a[2] = a[2] + 1;
            Atomics.store(a, 1, 0);
            Atomics.notify(a, 1, 1);
        }
        // Whose turn it is goes round.
        for (let k = 0; k < TURNS; k++) {
            for (let v; (v = Atomics.load(a, 3)) % THREADS !== me;) Atomics.wait(a, 3, v);
            Atomics.add(a, 3, 1);
            Atomics.notify(a, 3);
        }
        parentPort.postMessage(me);
    },
    echo() { parentPort.on('message', m => { if (m === null) parentPort.close(); else parentPort.postMessage({ got: m, type: Object.prototype.toString.call(m) }); }); },
    sort({ port, data }) { data.sort(); port.postMessage(data, [data.buffer]); port.close(); },
    throws() { setImmediate(() => { throw Object.assign(new RangeError('thrown in a worker'), { code: 'E_OWN' }); }); },
    exits() { process.exit(7); },
    rejects() { Promise.reject(new Error('nobody looks')); },
    spins() { parentPort.postMessage('spinning'); for (;;); },
    waits({ memory }) { parentPort.postMessage('waiting'); Atomics.wait(new Int32Array(memory), 50, 0); },
    greedy() { const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length)); },
    nested() { const w = new Worker(__filename, { workerData: { role: 'deeper' } }); w.on('message', m => parentPort.postMessage(m + 1)); },
    deeper() { parentPort.postMessage(40 + require('worker_threads').isMainThread); },
    broadcast() { const c = new BroadcastChannel('all'); c.onmessage = e => { parentPort.postMessage(e.data * 2); c.close(); }; parentPort.postMessage('ready'); },
    async imports() { const { createHash } = await import('node:crypto'); parentPort.postMessage(createHash('sha256').update('worker').digest('hex')); },
};
if (!isMainThread) {
    roles[workerData.role](workerData);
    return;
}

const start = (role, data = {}, options = {}) => new Worker(__filename, { workerData: { role, ...data }, ...options });
const ended = w => new Promise(yes => w.on('exit', yes));
const said = w => new Promise(yes => w.once('message', yes));
(async () => {
    const memory = new SharedArrayBuffer(4096);
    const all = Array.from({ length: THREADS }, (_, me) => start('count', { memory, me })), ends = all.map(ended);
    console.log((await Promise.all(all.map(said))).sort(), await Promise.all(ends));
    const a = new Int32Array(memory);
    console.log(a[0] === THREADS * ROUNDS, a[1], a[2], a[3] === THREADS * TURNS, new BigInt64Array(memory, 64, 1)[0] === -BigInt(THREADS * ROUNDS), new Uint8Array(memory, 128, 4));
    console.log(Atomics.wait(a, 60, 1), Atomics.wait(a, 60, 0, 5), Atomics.notify(a, 60), Atomics.isLockFree(4), Atomics.exchange(a, 60, 9), Atomics.and(a, 60, 8), Atomics.or(a, 60, 1), a[60]);

    const echo = start('echo');
    for (const m of [1, 'text', [1, [2]], new Map([[1, { a: new Date(0) }]]), new Uint8Array([1, 2, 3]), 12n ** 20n, /x/gi, new Error('e')]) { echo.postMessage(m); const { got, type } = await said(echo); console.log(type, got instanceof Error ? got.message : got); }
    let answers = 0;
    const done = new Promise(yes => echo.on('message', ({ got }) => { answers += got; if (got === 1999) yes(); }));
    for (let i = 0; i < 2000; i++) echo.postMessage(i);
    await done;
    echo.postMessage(null);
    console.log(answers, await ended(echo));

    const { port1, port2 } = new MessageChannel();
    const data = Float64Array.from({ length: 50000 }, (_, i) => i * 7919 % 50021);
    start('sort', { port: port2, data }, { transferList: [port2, data.buffer] });
    const sorted = await new Promise(yes => port1.once('message', yes));
    console.log(data.length, sorted.length, sorted[0], sorted.every((v, i) => !i || sorted[i - 1] <= v), receiveMessageOnPort(port1));

    for (const role of ['throws', 'exits', 'rejects', 'greedy']) {
        const w = start(role, {}, { resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 } });
        w.on('error', e => console.log(role, e.name, e.message, e.code));
        console.log(role, await ended(w));
    }
    for (const role of ['spins', 'waits'])
        for (let i = 0; i < 3; i++) { const w = start(role, { memory }); const first = await said(w); console.log(first, await w.terminate()); }
    console.log(await said(start('nested')), threadId);
    const w = start('broadcast');
    await said(w);
    const channel = new BroadcastChannel('all'), twice = said(w);
    channel.postMessage(21);
    console.log(await twice);
    channel.close();
    console.log(await said(start('imports')));
    const out = start('echo', {}, { stdin: true, stdout: true, eval: false });
    out.postMessage(null);
    console.log(await ended(out), (await said(new Worker('require("worker_threads").parentPort.postMessage(process.argv.slice(2))', { eval: true, argv: ['x', 'y'] }))));
    // Started and ended by the dozen.
    console.log((await Promise.all(Array.from({ length: 12 }, (_, i) => ended(new Worker(`process.exit(${i})`, { eval: true }))))).join());
})();
