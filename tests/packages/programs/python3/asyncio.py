# SPDX-License-Identifier: MIT
"""asyncio: tasks, streams, subprocesses, signals, executors."""
import asyncio, os, signal, socket, sys, time

async def sq(x): await asyncio.sleep(0.001 * (x % 3)); return x * x
async def main():
    print(await asyncio.gather(*map(sq, range(10)))); t = asyncio.create_task(asyncio.sleep(60)); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    try: await asyncio.wait_for(asyncio.sleep(60), 0.02)
    except TimeoutError: print("timeout")
    async with asyncio.TaskGroup() as g: ts = [g.create_task(sq(i)) for i in range(3)]
    print([t.result() for t in ts])
    try:
        async with asyncio.TaskGroup() as g: g.create_task(asyncio.sleep(60)); g.create_task(asyncio.to_thread(int, "x"))
    except* ValueError as e: print("group", len(e.exceptions))
    q = asyncio.Queue(3)
    async def prod(): [await q.put(i) for i in range(10)]; await q.put(None)
    async def cons():
        r = []
        while (x := await q.get()) is not None: r.append(x)
        return r
    print((await asyncio.gather(prod(), cons()))[1]); l, e, s = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2)
    async with l: print(l.locked())
    async def echo(r, w):
        while d := await r.readline(): w.write(d.upper()); await w.drain()
        w.close()
    srv = await asyncio.start_server(echo, "127.0.0.1", 0); port = srv.sockets[0].getsockname()[1]
    async def client(i):
        r, w = await asyncio.open_connection("127.0.0.1", port); w.write(f"line {i}\n".encode() * 3); w.write_eof(); d = await r.read(); w.close(); return d
    print(sorted(await asyncio.gather(*map(client, range(20))))[:2]); srv.close(); u = await asyncio.start_unix_server(echo, "sock"); r, w = await asyncio.open_unix_connection("sock"); w.write(b"unix\n"); print(await r.readline()); w.close(); u.close()
    p = await asyncio.create_subprocess_exec("sh", "-c", "cat; uname -m; echo err >&2; exit 3", stdin=-1, stdout=-1, stderr=-1); print(await p.communicate(b"in\n"), p.returncode); ps = await asyncio.gather(*(asyncio.create_subprocess_shell(f"exit {i}") for i in range(6))); print(await asyncio.gather(*(p.wait() for p in ps))); p = await asyncio.create_subprocess_exec("sleep", "30"); p.terminate(); print(await p.wait())
    loop = asyncio.get_running_loop(); f = loop.create_future(); loop.add_signal_handler(signal.SIGUSR1, f.set_result, "signal"); os.kill(os.getpid(), signal.SIGUSR1); print(await f); f = loop.create_future(); loop.call_later(0.01, f.set_result, "later"); print(await f, await loop.run_in_executor(None, pow, 2, 20)); a, b = socket.socketpair(); a.setblocking(False); b.setblocking(False); await loop.sock_sendall(a, b"raw"); print(await loop.sock_recv(b, 9))
    class P(asyncio.DatagramProtocol):
        def connection_made(self, t): self.t = t
        def datagram_received(self, d, a): self.t.sendto(d[::-1], a)
    t, _ = await loop.create_datagram_endpoint(P, local_addr=("127.0.0.1", 0)); c = socket.socket(type=socket.SOCK_DGRAM); c.setblocking(False); await loop.sock_sendto(c, b"abc", t.get_extra_info("sockname")); print((await loop.sock_recvfrom(c, 9))[0]); t.close()
    async def agen():
        for i in range(3): yield i; await asyncio.sleep(0)
    print([x async for x in agen()], len(asyncio.all_tasks()), await asyncio.shield(sq(5)), (await asyncio.wait([asyncio.create_task(sq(i)) for i in range(3)], return_when="FIRST_COMPLETED"))[0] != set(), await asyncio.to_thread(lambda: 7)); rs = await asyncio.gather(sq(1), asyncio.to_thread(int, "bad"), return_exceptions=True); print(rs[0], type(rs[1]).__name__); n = 0
    async def spin():
        nonlocal n
        for _ in range(200): n += 1; await asyncio.sleep(0)
    await asyncio.gather(*(spin() for _ in range(100))); print(n)
asyncio.run(main()); print(asyncio.run(sq(12)), sys.platform)
