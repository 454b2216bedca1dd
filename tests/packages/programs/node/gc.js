// SPDX-License-Identifier: MIT
// Garbage: many generations of it, in every space, with what is reachable
// looked at afterwards; weak references and finalizers.
'use strict';
const list = [];
let check = 0;
for (let i = 0; i < 300000; i++) {
    list.push({ i, s: 's' + i, a: [i, i + 0.5] });
    if (list.length > 3000) { const gone = list.splice(0, 2000); check = (check * 31 + gone[7].a[1] * 2 + gone[1999].s.length) % 1000003; }
}
console.log(check, list.length, list.every((o, k) => o.i === list[0].i + k && o.s === 's' + o.i && o.a[1] === o.i + 0.5));
// A structure that lives on, rewired all the time: old objects point to young.
const nodes = Array.from({ length: 2000 }, (_, i) => ({ i, next: null, data: null }));
for (let round = 0; round < 60; round++) for (const node of nodes) { node.next = nodes[(node.i * 7 + round) % 2000]; node.data = new Array(20).fill(node.i + round); }
console.log(nodes.every(n => n.next.i === (n.i * 7 + 59) % 2000 && n.data[19] === n.i + 59));
// Large objects, strings that are ropes and slices, maps that grow and shrink.
let large = 0;
for (let i = 0; i < 60; i++) { const b = new Array(100000).fill(i); large += b[99999]; const c = Buffer.alloc(1 << 20, i); large += c[1 << 19]; const d = new Float64Array(50000).fill(i); large += d[49999]; }
let rope = '';
for (let i = 0; i < 100000; i++) rope += i;
const slices = Array.from({ length: 1000 }, (_, i) => rope.slice(i * 400, i * 400 + 50));
console.log(large, rope.length, slices.join('').length, slices[999]);
const map = new Map();
for (let i = 0; i < 200000; i++) { map.set('k' + i, i); if (i >= 5000) map.delete('k' + (i - 5000)); }
console.log(map.size, [...map.values()].reduce((p, q) => p + q));

const registry = new FinalizationRegistry(held => finalized.push(held));
const finalized = [], weak = [], weakMap = new WeakMap();
let kept = { kept: true };
(function () { for (let i = 0; i < 100; i++) { const o = { i }; registry.register(o, i); weak.push(new WeakRef(o)); weakMap.set(o, new Array(1000).fill(i)); } weakMap.set(kept, 'kept'); weak.push(new WeakRef(kept)); })();
setTimeout(function wait() {
    gc();
    if (finalized.length < 100) return setTimeout(wait, 1);
    console.log(finalized.sort((a, b) => a - b).join().length, weak.filter(w => w.deref()).length, weakMap.get(kept));
    const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
    console.log(heapUsed < 80e6, heapTotal < 300e6, external < 200e6, arrayBuffers < 100e6, require('v8').getHeapStatistics().number_of_native_contexts);
}, 1);
