# SPDX-License-Identifier: MIT
"""threading, queue, concurrent.futures, thread-local data."""
import concurrent.futures as cf, contextvars, os, queue, signal, sys, threading, time, hashlib, warnings
warnings.simplefilter("ignore")

n = 0; lock = threading.Lock()
def add(k):
    global n
    for _ in range(k):
        with lock: n += 1
ts = [threading.Thread(target=add, args=(2000,), name=f"t{i}") for i in range(8)]; [t.start() for t in ts]; [t.join() for t in ts]; print(n, ts[0].name, ts[0].is_alive(), threading.active_count(), threading.main_thread() is threading.current_thread())
q = queue.Queue(10); out = []
def producer(): [q.put(i) for i in range(500)]; q.put(None)
def consumer():
    while (x := q.get()) is not None: out.append(x * x)
ts = [threading.Thread(target=f) for f in (producer, consumer)]; [t.start() for t in ts]; [t.join() for t in ts]; print(len(out), sum(out), q.empty()); pq = queue.PriorityQueue(); [pq.put(x) for x in (3, 1, 2)]; print([pq.get() for _ in range(3)])
try: q.get(timeout=0.05)
except queue.Empty: print("empty")
with cf.ThreadPoolExecutor(4) as ex: print(list(ex.map(lambda x: x ** 3, range(10))), ex.submit(pow, 2, 10).result(), sorted(f.result() for f in cf.as_completed([ex.submit(lambda x=x: x) for x in range(5)]))); f = ex.submit(lambda: 1 / 0); print(repr(f.exception()))
ev, bar, sem, cond = threading.Event(), threading.Barrier(4), threading.Semaphore(2), threading.Condition(); local = threading.local(); local.x = "main"; seen = []
def t1(i): local.x = i; ev.wait(); bar.wait(); seen.append(local.x)
ts = [threading.Thread(target=t1, args=(i,)) for i in range(4)]; [t.start() for t in ts]; ev.set(); [t.join() for t in ts]; print(sorted(seen), local.x, bar.n_waiting, lock.acquire(), lock.acquire(timeout=0.05), lock.release()); rl = threading.RLock(); print(rl.acquire(), rl.acquire(), rl.release(), rl.release())
items = []
def cw():
    with cond: cond.wait_for(lambda: len(items) == 3, 30); items.append("done")
t = threading.Thread(target=cw); t.start()
for i in range(3):
    with cond: items.append(i); cond.notify_all()
t.join(); print(items); r = []; tm = threading.Timer(0.05, lambda: r.append("timer")); tm.start(); tm.join(); print(r); errs = []; threading.excepthook = lambda a: errs.append(a.exc_type.__name__); t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join(); print(errs); d = threading.Thread(target=lambda: time.sleep(60), daemon=True); d.start(); print(d.daemon, d.ident > 0, d.native_id != os.getpid(), len(os.listdir("/proc/self/task")))
got = []; signal.signal(signal.SIGUSR1, lambda *a: got.append(threading.current_thread() is threading.main_thread())); t = threading.Thread(target=lambda: os.kill(os.getpid(), signal.SIGUSR1)); t.start(); t.join(); time.sleep(0.01); print(got); signal.pthread_kill(threading.get_ident(), signal.SIGUSR1); print(got)
def sha(b):
    return hashlib.sha256(b * 200000).hexdigest()[:8]
with cf.ThreadPoolExecutor(4) as ex: print(list(ex.map(sha, [b"a", b"b", b"c", b"d"])))
res = []; ts = [threading.Thread(target=lambda i=i: res.append(sum(range(i * 1000)))) for i in range(60)]; [t.start() for t in ts]; [t.join() for t in ts]; print(len(res), sum(res)); threading.stack_size(1 << 18); t = threading.Thread(target=lambda: res.append("small stack")); t.start(); t.join(); print(res[-1]); pid = os.fork()
if not pid: print("child", threading.active_count()); sys.stdout.flush(); os._exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])); cv = contextvars.ContextVar("v", default=0); t = threading.Thread(target=lambda: (cv.set(5), res.append(cv.get()))); t.start(); t.join(); print(cv.get(), res[-1]); print(sys.getswitchinterval(), threading.TIMEOUT_MAX > 1e6)
