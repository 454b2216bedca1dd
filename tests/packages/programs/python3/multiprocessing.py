# SPDX-License-Identifier: MIT
"""multiprocessing in all start methods: pools, queues, managers, executors."""
import concurrent.futures as cf, multiprocessing as mp, os, sys, time

def square(x): return x * x
def fail(x): raise ValueError(x)
def put(q, k): [q.put((k, i)) for i in range(20)]
def count(v, l):
    for _ in range(100):
        with l: v.value += 1
def managed(d, k): d[k] = k * 2
def main(method):
    c = mp.get_context(method); print(method)
    with c.Pool(3) as p: print(p.map(square, range(20)), p.apply(square, (9,)), list(p.imap(square, range(5), 2)), sorted(p.imap_unordered(square, range(5))), p.starmap(pow, [(2, 3), (3, 2)]), p.apply_async(square, (4,)).get(60)); r = p.map_async(fail, [1]); print(type(r._value) is not None, end=" ")
    with c.Pool(2) as p:
        try: p.map(fail, [7])
        except ValueError as e: print("error", e)
    q = c.Queue(); ps = [c.Process(target=put, args=(q, k)) for k in range(3)]; [p.start() for p in ps]; got = sorted(q.get(timeout=60) for _ in range(60)); [p.join() for p in ps]; print(got[0], got[-1], [p.exitcode for p in ps]); v, l = c.Value("i", 0), c.Lock(); ps = [c.Process(target=count, args=(v, l)) for _ in range(4)]; [p.start() for p in ps]; [p.join() for p in ps]; print(v.value)
    with c.Manager() as m: d = m.dict(); ps = [c.Process(target=managed, args=(d, k)) for k in range(3)]; [p.start() for p in ps]; [p.join() for p in ps]; print(dict(sorted(d.items())), list(m.list([1, 2])))
    with cf.ProcessPoolExecutor(2, mp_context=c) as ex: print(list(ex.map(square, range(6))), repr(ex.submit(fail, 3).exception())); p = c.Process(target=time.sleep, args=(60,)); p.start(); p.terminate(); p.join(); print(p.exitcode)
if __name__ == "__main__":
    for m in ("fork", "spawn", "forkserver"): main(m)
