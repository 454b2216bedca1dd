# SPDX-License-Identifier: MIT
"""A client of an HTTP server, for tests/packages/servers.sh, that runs in the
directory of the files which the server serves.

  web.py requests PORT TLSPORT  one request of each kind, and its answer
  web.py load PORT CLIENTS N    N requests of each of CLIENTS, half of them
                                 keeping their connections; N = 0: until stdin
                                 ends, with a line "running" when all do
  web.py slow PORT              begins to read a large file, says so, and goes
                                 on when it reads a line
"""
import hashlib, http.client, os, socket, ssl, sys, threading

FILES = sorted(os.listdir("files"))
CONTENT = {name: open("files/" + name, "rb").read() for name in FILES}


def ask(connection, method, path, body=None, headers={}):
    connection.request(method, path, body, headers)
    r = connection.getresponse()
    return r, r.read()


def show(name, r, body):
    headers = sorted((k, v) for k, v in r.getheaders() if k != "Date")
    print(name, r.status, r.reason, len(body), hashlib.sha256(body).hexdigest()[:12], headers)


def raw(port, data, half=True):
    """What a server answers to bytes, until it closes the connection."""
    s = socket.create_connection(("127.0.0.1", port), timeout=60)
    s.sendall(data)
    if half:
        s.shutdown(socket.SHUT_WR)
    out = b""
    while chunk := s.recv(65536):
        out += chunk
    return b"\n".join(line for line in out.split(b"\r\n") if not line.startswith(b"Date:"))


def do_requests(port, tls_port):
    port = int(port)
    c = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for name in FILES:
        r, body = ask(c, "GET", "/files/" + name)
        show(name, r, body)
        if body != CONTENT[name]:
            print("different:", name)
    etag = ask(c, "HEAD", "/files/f65536")[0].getheader("ETag")
    for name, method, path, body, headers in [
        ("head", "HEAD", "/files/f65536", None, {}),
        ("range", "GET", "/files/f65536", None, {"Range": "bytes=100-299"}),
        ("ranges", "GET", "/files/f65536", None, {"Range": "bytes=-5"}),
        ("beyond", "GET", "/files/f65536", None, {"Range": "bytes=70000-"}),
        ("not modified", "GET", "/files/f65536", None, {"If-None-Match": etag}),
        ("since", "GET", "/files/f65536", None, {"If-Modified-Since": "Sun, 09 Sep 2001 01:46:40 GMT"}),
        ("gzip", "GET", "/files/text.txt", None, {"Accept-Encoding": "gzip"}),
        ("none", "GET", "/files/none", None, {}),
        ("directory", "GET", "/files", None, {}),
        ("listing", "GET", "/files/", None, {}),
        ("index", "GET", "/", None, {}),
        ("echo", "GET", "/echo/a%20b?x=1", None, {"X-Header": "seen"}),
        ("post", "POST", "/files/f1", b"x" * 1000, {}),
        ("proxied", "GET", "/proxy/files/f1000000", None, {}),
        ("proxied echo", "POST", "/proxy/echo/p", b"y" * 500000, {}),
        ("rewritten", "GET", "/old/f4096", None, {}),
        ("redirected", "GET", "/moved", None, {}),
        ("denied", "GET", "/denied/x", None, {}),
        ("subrequests", "GET", "/filtered", None, {}),
        ("limit", "GET", "/files/../../etc/passwd", None, {}),
    ]:
        show(name, *ask(c, method, path, body, headers))
    print(raw(port, b"NONSENSE\r\n\r\n"))
    print(raw(port, b"GET /echo/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /echo/2 HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n", False))
    print(raw(port, b"GET /files/f1 HTTP/1.0\r\n\r\n", False))
    context = ssl.create_default_context(cafile="cert.pem")
    t = http.client.HTTPSConnection("127.0.0.1", int(tls_port), context=context, timeout=60)
    for name in FILES:
        r, body = ask(t, "GET", "/files/" + name)
        print("tls", name, r.status, body == CONTENT[name], t.sock.version(), t.sock.cipher()[0])


def do_load(port, clients, n):
    port, clients, n = int(port), int(clients), int(n)
    stop, running = threading.Event(), threading.Barrier(clients + 1)
    bad, served = [], [0] * clients

    def one(i, c=None):
        k = 0
        while (k < n) if n else not stop.is_set():
            name = FILES[(i * 7 + k) % len(FILES)]
            k += 1
            path, want = ("/files/" + name, CONTENT[name]) if k % 5 else (f"/echo/{i}/{k}", None)
            fresh = c is None
            if fresh:
                c = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                r, body = ask(c, "GET", path, None, {} if i % 2 else {"Connection": "close"})
                if want is None:
                    want = f"GET {path}\n".encode()
                if r.status != 200 or body != want:
                    bad.append((path, r.status, len(body)))
                served[i] += 1
                if r.will_close or not i % 2:
                    c.close()
                    c = None
            except (ConnectionError, http.client.RemoteDisconnected) as e:
                # A server may close a connection that it has kept, and the
                # client asks again. It may not drop a new one.
                c.close()
                c = None
                if fresh:
                    bad.append((path, repr(e)))
                else:
                    k -= 1
                    continue
            except Exception as e:
                c.close()
                c = None
                bad.append((path, repr(e)))
            if k == 3:
                running.wait()
        if k < 3:
            running.wait()

    threads = [threading.Thread(target=one, args=(i,)) for i in range(clients)]
    for t in threads:
        t.start()
    running.wait()
    if not n:
        print("running", flush=True)
        sys.stdin.read()
        stop.set()
    for t in threads:
        t.join()
    print("until the end" if not n else served, bad[:5], len(bad))


def do_slow(port):
    name = max(FILES, key=lambda f: len(CONTENT[f]))
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 10000)
    s.connect(("127.0.0.1", int(port)))
    s.sendall(f"GET /files/{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    got = s.recv(1000)
    print("begun", flush=True)
    sys.stdin.readline()
    while len(got) < len(CONTENT[name]):
        chunk = s.recv(65536)
        if not chunk:
            break
        got += chunk
    head, _, body = got.partition(b"\r\n\r\n")
    while len(body) < len(CONTENT[name]) and (chunk := s.recv(65536)):
        body += chunk
    print(head.split(b"\r\n")[0].decode(), body == CONTENT[name], flush=True)
    try:
        socket.create_connection(("127.0.0.1", int(port)))
        print("still listens")
    except ConnectionRefusedError:
        print("refused")


globals()["do_" + sys.argv[1]](*sys.argv[2:])
