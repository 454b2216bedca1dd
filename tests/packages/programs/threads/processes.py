# SPDX-License-Identifier: MIT
"""Threads beside forks, signals, faults and children that end in between."""
import asyncio, concurrent.futures as cf, hashlib, os, signal, subprocess
import sys, threading, zlib

def crc(i): return zlib.crc32(hashlib.sha256(b'%d' % i * 1000).digest())

def lock_and_meet(threads):
    total, lock, barrier = [0], threading.RLock(), threading.Barrier(threads)
    def body():
        for _ in range(3000):
            with lock:
                total[0] += 1
        for _ in range(20):
            barrier.wait()
    ts = [threading.Thread(target=body) for _ in range(threads)]
    [t.start() for t in ts]
    [t.join() for t in ts]
    print('locked', total[0])

def fork_among_threads():
    stop = threading.Event()
    ts = [threading.Thread(target=stop.wait) for _ in range(3)]
    [t.start() for t in ts]
    pids = []
    for i in range(20):
        pid = os.fork()
        if not pid:
            os._exit(i)
        pids.append(pid)
    codes = [os.waitstatus_to_exitcode(os.waitpid(p, 0)[1]) for p in pids]
    stop.set()
    [t.join() for t in ts]
    print('forked', codes == list(range(20)))

def fault_in_thread():
    code = ('import ctypes, threading\n'
            't = threading.Thread(target=lambda: ctypes.string_at(0))\n'
            't.start(); t.join()')
    r = subprocess.run([sys.executable, '-X', 'faulthandler', '-c', code],
                       capture_output=True)
    print('fault', r.returncode, b'Segmentation fault' in r.stderr)

def alarms_among_threads():
    got, stop = [], threading.Event()
    def work():
        while not stop.is_set():
            sum(range(100))
    ts = [threading.Thread(target=work) for _ in range(3)]
    signal.signal(signal.SIGALRM, lambda s, f: got.append(s))
    [t.start() for t in ts]
    signal.setitimer(signal.ITIMER_REAL, .002, .002)
    while len(got) < 30:
        pass
    signal.setitimer(signal.ITIMER_REAL, 0)
    stop.set()
    [t.join() for t in ts]
    print('alarms')

async def echo(reader, writer):
    writer.write(await reader.read())
    await writer.drain()
    writer.close()

async def client(port, i):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(bytes(1000 + i))
    writer.write_eof()
    data = await reader.read()
    writer.close()
    return len(data)

async def loop():
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(sum(await asyncio.gather(*(client(port, i) for i in range(50)))))
    ps = [await asyncio.create_subprocess_exec('sh', '-c', f'exit {i}')
          for i in range(5)]
    print([await p.wait() for p in ps])
    print(await asyncio.gather(*(asyncio.to_thread(crc, i) for i in range(4))))
    server.close()

with cf.ThreadPoolExecutor(8) as e:
    print(sum(e.map(crc, range(300))))
try:
    with cf.ProcessPoolExecutor(2) as e:
        e.submit(os._exit, 3).result()
except Exception as x:
    print(type(x).__name__)
lock_and_meet(6)
fork_among_threads()
fault_in_thread()
alarms_among_threads()
asyncio.run(loop())
