# SPDX-License-Identifier: MIT
"""socket, select, selectors: TCP, UDP, local, ancillary data, names."""
import array, errno, os, select, selectors, signal, socket, struct, sys, http.client, urllib.request, ftplib, smtplib, ipaddress

def served(handler, family=socket.AF_INET, address=("127.0.0.1", 0)):
    s = socket.socket(family); s.bind(address); s.listen(); name = s.getsockname(); pid = os.fork()
    if not pid:
        signal.alarm(60)
        handler(s); os._exit(0)
    s.close(); return name, pid
def echo(s):
    for _ in range(3):
        c, a = s.accept()
        while d := c.recv(65536): c.sendall(d.upper())
        c.close()
name, pid = served(echo)
for i in range(3):
    c = socket.create_connection(name, 10); print(c.getpeername() == name, c.getsockname()[0]); c.sendall(b"hello %d" % i); c.shutdown(socket.SHUT_WR); print(c.recv(100)); c.close()
print(os.waitpid(pid, 0)[1])
def bulk(s): c, _ = s.accept(); [c.sendall(bytes([i % 256]) * 10000) for i in range(300)]; c.close()
name, pid = served(bulk); c = socket.create_connection(name); n = total = 0
while d := c.recv(1 << 16): n += 1; total += sum(d)
print(total); os.waitpid(pid, 0); s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1); s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 2)); s.settimeout(0.05); print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), struct.unpack("ii", s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)), s.gettimeout(), s.family.name, s.type.name)
s.bind(("127.0.0.1", 0)); s.listen()
try: s.accept()
except TimeoutError as e: print("accept", e)
free = s.getsockname(); s.close(); e = socket.socket(); print(errno.errorcode[e.connect_ex(free)])
try: socket.create_connection(free)
except ConnectionRefusedError as x: print(x)
u, v = socket.socket(type=socket.SOCK_DGRAM), socket.socket(type=socket.SOCK_DGRAM); u.bind(("127.0.0.1", 0)); v.sendto(b"datagram", u.getsockname()); d, a = u.recvfrom(100); u.sendto(b"back", a); print(d, v.recv(2), a == v.getsockname() or a[1] > 0); v.connect(u.getsockname()); v.send(b"abc"); buf = bytearray(10); print(u.recv_into(buf), buf[:3]); v.send(b"long datagram"); print(u.recvmsg(4)[2] & socket.MSG_TRUNC != 0)
a, b = socket.socketpair(); a.sendmsg([b"scat", b"tered"]); print(b.recvmsg_into([bytearray(3), x := bytearray(10)])[0], bytes(x[:6])); r, w = os.pipe(); socket.send_fds(a, [b"fd"], [r, w]); m, fds, fl, ad = socket.recv_fds(b, 10, 5); os.write(fds[1], b"via"); print(m, len(fds), os.read(r, 3), os.get_inheritable(fds[0])); b.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1); a.send(b"c"); m, anc, fl, ad = b.recvmsg(10, socket.CMSG_SPACE(12)); p, uid, gid = struct.unpack("3i", anc[0][2]); print(m, anc[0][1], p == os.getpid(), uid == os.getuid()); print(struct.unpack("3i", a.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[1] == os.getuid()); b.setblocking(False)
try: b.recv(1)
except BlockingIOError as x: print(errno.errorcode[x.errno])
a.close(); print(b.recv(5))
try: b.send(b"x"); b.send(b"x")
except BrokenPipeError as x: print(x)
l = socket.socket(socket.AF_UNIX); l.bind("sock"); l.listen(); c = socket.socket(socket.AF_UNIX); c.connect("sock"); k, ad = l.accept(); k.send(b"local"); print(c.recv(9), repr(ad), c.getpeername(), os.path.exists("sock")); ab = socket.socket(socket.AF_UNIX); ab.bind(f"\0ferry-{os.getpid()}"); print(ab.getsockname()[:6])
try: socket.socket(socket.AF_UNIX).bind("x" * 200)
except OSError as x: print(x)
q1, q2 = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET); q1.send(b"one"); q1.send(b"two"); print(q2.recv(10), q2.recv(10, socket.MSG_PEEK), q2.recv(1), socket.fromfd(q1.fileno(), socket.AF_UNIX, socket.SOCK_SEQPACKET).send(b"dup"), q2.recv(9), q1.detach() > 2)
sel = selectors.DefaultSelector(); pairs = [socket.socketpair() for _ in range(20)]; [sel.register(y, selectors.EVENT_READ, i) for i, (x, y) in enumerate(pairs)]; print(type(sel).__name__, sel.select(0)); [pairs[i][0].send(b"%d" % i) for i in (3, 7, 11)]; print(sorted(k.data for k, ev in sel.select(5))); ep = select.epoll(); ep.register(pairs[0][1], select.EPOLLIN | select.EPOLLET); pairs[0][0].send(b"1"); print(len(ep.poll(5)), len(ep.poll(0)), select.select([p[1] for p in pairs], [p[0] for p in pairs[:2]], [], 1)[1] == [p[0] for p in pairs[:2]]); po = select.poll(); po.register(pairs[3][1]); print(po.poll(100)[0][1] & select.POLLIN); pairs[5][0].close(); po.register(pairs[5][1], select.POLLIN); print(sorted(e & select.POLLHUP for f, e in po.poll(100))); [x.close() for p in pairs for x in p]
def http(s):
    for _ in range(2):
        c, _a = s.accept(); rq = b""
        while b"\r\n\r\n" not in rq: rq += c.recv(1000)
        c.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: y\r\nConnection: close\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"); c.close()
name, pid = served(http); url = f"http://127.0.0.1:{name[1]}/path"; r = urllib.request.urlopen(url); print(r.status, r.headers["X"], r.read()); h = http_c = __import__("http.client").client.HTTPConnection(*name); h.request("GET", "/"); print(h.getresponse().read()); os.waitpid(pid, 0)
print(socket.inet_aton("1.2.3.4").hex(), socket.inet_pton(socket.AF_INET6, "fe80::1").hex(), socket.htons(1) == 256, socket.getservbyname("https"), socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4], socket.gethostbyname("127.0.0.3"), socket.getnameinfo(("127.0.0.1", 22), socket.NI_NUMERICHOST), socket.if_nameindex()[0], socket.has_ipv6, ipaddress.ip_network("10.0.0.0/22").num_addresses, socket.gethostname() != "")
try: socket.getaddrinfo("name.invalid", 1, flags=socket.AI_NUMERICHOST)
except socket.gaierror as x: print(x)
six = socket.socket(socket.AF_INET6); six.bind(("::1", 0)); six.listen(); c6 = socket.create_connection(six.getsockname()[:2]); print(six.accept()[1][0]); dual = socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True); print(socket.create_connection(("127.0.0.1", dual.getsockname()[1])).getpeername()[0])
open("big", "wb").write(b"sendfile" * 10000); a, b = socket.socketpair(); pid = os.fork()
if not pid: a.close(); n = sum(iter(lambda: len(b.recv(65536)), 0)); os._exit(n == 80000)
b.close(); print(a.sendfile(open("big", "rb"))); a.close(); print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for af in (socket.AF_NETLINK, socket.AF_PACKET):
    try: socket.socket(af, socket.SOCK_RAW, 0).close(); print(af.name)
    except OSError as x: print(af.name, errno.errorcode[x.errno])
