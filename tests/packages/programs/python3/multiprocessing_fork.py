# SPDX-License-Identifier: MIT
"""Processes without threads: fork, semaphores, shared values, pipes."""
import multiprocessing as mp, os, sys, signal, time, array
ctx = mp.get_context("fork")

def work(n, conn): conn.send((n, n * n, os.getppid() == parent)); conn.close(); sys.exit(n % 4)
parent = os.getpid(); ps = []
for n in range(8):
    r, w = ctx.Pipe(False); p = ctx.Process(target=work, args=(n, w), name=f"p{n}"); p.start(); w.close(); ps.append((p, r))
for p, r in ps: print(p.name, r.recv(), p.join(), p.exitcode, p.is_alive())
v, a, lock = ctx.Value("i", 0), ctx.Array("d", 5), ctx.Lock()
def add(k):
    for _ in range(300):
        with v.get_lock(): v.value += 1
    with lock: a[k] = k * 1.5
qs = [ctx.Process(target=add, args=(k,)) for k in range(5)]; [q.start() for q in qs]; [q.join() for q in qs]; print(v.value, a[:])
sem, ev, cond, bar = ctx.Semaphore(2), ctx.Event(), ctx.Condition(), ctx.Barrier(3)
def waiter(i, c): ev.wait(30); i = bar.wait(30) >= 0; c.send(i)
rs = []
for i in range(3): r, w = ctx.Pipe(False); p = ctx.Process(target=waiter, args=(i, w)); p.start(); rs.append((p, r))
ev.set(); print([r.recv() for p, r in rs], [p.join() for p, r in rs], sem.acquire(), sem.acquire(), sem.acquire(timeout=0.1), sem.get_value())
p = ctx.Process(target=time.sleep, args=(30,)); p.start(); p.terminate(); p.join(); print(p.exitcode); p = ctx.Process(target=time.sleep, args=(30,)); p.start(); p.kill(); p.join(); print(p.exitcode); p = ctx.Process(target=lambda: 1 / 0); sys.stderr.flush(); e = os.dup(2); n = os.open(os.devnull, os.O_WRONLY); os.dup2(n, 2); p.start(); p.join(); os.dup2(e, 2); print(p.exitcode); p = ctx.Process(target=time.sleep, args=(30,), daemon=True); p.start(); print(p.join(0.05), p.exitcode, p.sentinel > 2, mp.connection.wait([p.sentinel], 0.01)); p.kill(); print(mp.connection.wait([p.sentinel], 30) == [p.sentinel])
sq = ctx.SimpleQueue(); ps = [ctx.Process(target=lambda k=k: [sq.put((k, i)) for i in range(50)]) for k in range(3)]; [p.start() for p in ps]; got = sorted(sq.get() for _ in range(150)); [p.join() for p in ps]; print(got[0], got[-1], len(got)); c, d = ctx.Pipe(); p = ctx.Process(target=lambda: d.send_bytes(d.recv_bytes()[::-1])); p.start(); c.send_bytes(bytes(range(256)) * 1000); b = c.recv_bytes(); p.join(); print(len(b), b[:3], c.poll(0.01)); rl = ctx.RLock(); print(rl.acquire(), rl.acquire(), rl.release(), rl.release(), mp.cpu_count() > 0, mp.current_process().name, [x.name for x in mp.active_children()])
