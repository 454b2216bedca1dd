// SPDX-License-Identifier: MIT
// The order in which things happen: microtasks, timers, immediates, promises,
// events, asynchronous contexts.
'use strict';
const { AsyncLocalStorage } = require('async_hooks'), EventEmitter = require('events'), timers = require('timers/promises'), vm = require('vm'), util = require('util'), { performance } = require('perf_hooks'), assert = require('assert');
const log = [];
const say = s => log.push(s);

(async () => {
    await new Promise(done => {
        setImmediate(() => { say('immediate'); process.nextTick(say, 'tick in immediate'); Promise.resolve().then(() => say('promise in immediate')); setImmediate(() => { say('second immediate'); done(); }); });
        process.nextTick(() => { say('tick'); process.nextTick(say, 'tick in tick'); });
        queueMicrotask(() => say('microtask'));
        Promise.resolve().then(() => { say('then'); process.nextTick(say, 'tick in then'); }).finally(() => say('finally'));
        (async () => { say('async starts'); await null; say('after await'); try { await Promise.reject(1); } catch { say('caught'); } })();
        say('synchronous');
    });
    console.log(log.splice(0).join('; '));
    await new Promise(done => { for (const t of 'abcd') setTimeout(() => { say(t); if (t === 'd') setTimeout(done, 1); }, 10); const c = setTimeout(say, 5, 'cancelled'); clearTimeout(c); setTimeout(say, 10, 'e', 'ignored'); });
    console.log(log.splice(0).join());
    let n = 0;
    await new Promise(done => { const i = setInterval(() => { if (++n === 5) { clearInterval(i); done(); } }, 1); });
    const before = performance.now();
    console.log(n, await timers.setTimeout(20, 'value'), performance.now() - before >= 19, process.hrtime.bigint() > 0n);
    const unref = setTimeout(() => console.log('never'), 1e6).unref();
    console.log(unref.hasRef(), await timers.setTimeout(1e6, 0, { signal: AbortSignal.timeout(5) }).catch(e => e.code));

    console.log(await Promise.allSettled([1, Promise.reject('r'), timers.setTimeout(1, 'late')]), await Promise.race([new Promise(() => 0), 'first']), await Promise.any([Promise.reject(1), 2]), await Promise.any([Promise.reject(1)]).catch(e => e.constructor.name + e.errors));
    const storage = new AsyncLocalStorage();
    console.log(await Promise.all([1, 2, 3].map(v => storage.run(v, async () => { await timers.setTimeout(4 - v); await null; return storage.getStore(); }))), storage.getStore());
    async function* ticker(k) { try { for (let i = 0; i < k; i++) { await timers.setImmediate(); yield i; } } finally { say('closed'); } }
    for await (const v of ticker(100)) if (v === 40) break;
    console.log(log.splice(0));
    let sum = 0;
    for (let i = 0; i < 100000; i++) sum += await i;
    console.log(sum, (await Promise.all(Array.from({ length: 5000 }, async (_, i) => { await null; return i; }))).length);

    const emitter = new EventEmitter({ captureRejections: true });
    emitter.on('e', async v => { throw new Error('rejected ' + v); });
    emitter.on('error', e => say(e.message));
    emitter.once('e', () => say('once'));
    emitter.emit('e', 1); emitter.emit('e', 2);
    await timers.setImmediate();
    console.log(log.splice(0), emitter.listenerCount('e'), (() => { try { new EventEmitter().emit('error', new Error('unheard')); } catch (e) { return e.message; } })());
    const target = new EventTarget();
    target.addEventListener('x', e => say(e.type), { once: true });
    target.dispatchEvent(new Event('x')); target.dispatchEvent(new Event('x'));
    console.log(log.splice(0), util.inspect({ a: [1, { b: new Map([[{ c: 1 }, Symbol('s')]]) }], f() {}, g: class X {}, [Symbol('k')]: 1n, get h() { return 1; } }, { depth: 4, breakLength: 60 }), util.format('%s %d %i %j %o %%', 'a', 1.5, '42px', { x: 1 }, [1]), util.types.isPromise(sum));

    const context = vm.createContext({ x: 2, say });
    console.log(vm.runInContext('x ** 10 + [1, 2].length', context), vm.runInNewContext('typeof require + typeof globalThis'), (() => { try { vm.runInContext('for (;;);', context, { timeout: 30 }); } catch (e) { return e.code; } })());
    console.log((() => { try { assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }); } catch (e) { return e.message.split('\n').length > 5; } })());
    process.on('exit', c => console.log('exit', c));
    process.on('beforeExit', () => { if (!n--) return; if (n === 2) setImmediate(() => console.log('more to do')); });
    process.on('uncaughtException', (e, origin) => console.log(e.message, origin));
    process.on('unhandledRejection', e => console.log('unhandled', e));
    Promise.reject('nobody');
    setTimeout(() => { throw new Error('thrown by a timer'); }, 1);
})();
