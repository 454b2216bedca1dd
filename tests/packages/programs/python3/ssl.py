# SPDX-License-Identifier: MIT
"""ssl: contexts, certificates, a handshake of each version with a child."""
import os, signal, socket, ssl, subprocess, hashlib

subprocess.run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key -out cert -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -days 30".split(), check=True, stderr=subprocess.DEVNULL)
subprocess.run("openssl req -x509 -newkey rsa:2048 -nodes -keyout rkey -out rcert -subj /CN=localhost -addext subjectAltName=DNS:localhost -days 30".split(), check=True, stderr=subprocess.DEVNULL)
def serve(version, cert="cert", key="key", client=False):
    l = socket.create_server(("127.0.0.1", 0)); pid = os.fork()
    if not pid:
        signal.alarm(60); c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); c.minimum_version = c.maximum_version = version; c.load_cert_chain(cert, key); c.set_alpn_protocols(["h2", "http/1.1"])
        if client: c.verify_mode = ssl.CERT_REQUIRED; c.load_verify_locations("rcert")
        try:
            s = c.wrap_socket(l.accept()[0], server_side=True)
            while d := s.recv(100000): s.sendall(d.upper())
            s.unwrap()
        except (ssl.SSLError, OSError): os._exit(1)
        os._exit(0)
    a = l.getsockname(); l.close(); return a, pid
for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
    for cert, key in (("cert", "key"), ("rcert", "rkey")):
        a, pid = serve(version, cert, key); c = ssl.create_default_context(cafile=cert); c.set_alpn_protocols(["http/1.1"])
        with c.wrap_socket(socket.create_connection(a), server_hostname="localhost") as s:
            s.sendall(b"hello"); print(s.recv(100), s.version(), s.cipher()[0].split("_")[0], s.selected_alpn_protocol(), s.getpeercert()["subject"], s.compression()); big = os.urandom(50).hex().encode() * 2000; s.sendall(big); n = b""
            while len(n) < len(big): n += s.recv(65536)
            print(n == big.upper(), s.session is not None); s.unwrap().close()
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for what in ("wrong name", "unknown authority", "version", "no client certificate"):
    a, pid = serve(ssl.TLSVersion.TLSv1_3, client=what.startswith("no")); c = ssl.create_default_context(cafile="rcert" if what.startswith("unk") else "cert")
    if what == "version": c.maximum_version = ssl.TLSVersion.TLSv1_2
    try:
        s = c.wrap_socket(socket.create_connection(a), server_hostname="other" if what == "wrong name" else "localhost"); s.sendall(b"x"); s.recv(1); print("connected")
    except OSError as e:
        # The server's alert may be overtaken by the end of the connection.
        print(what, "refused" if what.startswith("no") else (type(e).__name__, getattr(e, "reason", None)))
    os.waitpid(pid, 0)
c = ssl.create_default_context(cafile="cert"); c.load_cert_chain("rcert", "rkey"); a, pid = serve(ssl.TLSVersion.TLSv1_3, client=True); s = c.wrap_socket(socket.create_connection(a), server_hostname="localhost"); s.sendall(b"mutual"); print(s.recv(10)); s.close(); os.waitpid(pid, 0)
i, o = ssl.MemoryBIO(), ssl.MemoryBIO(); srv = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); srv.load_cert_chain("cert", "key"); x = ssl.create_default_context(cafile="cert").wrap_bio(i, o, server_hostname="localhost"); y = srv.wrap_bio(o, i, server_side=True); done = set()
while len(done) < 2:
    for z in (x, y):
        try: z.do_handshake(); done.add(z)
        except ssl.SSLWantReadError: pass
x.write(b"memory"); print(y.read(), x.version())
print(len(ssl.create_default_context().get_ciphers()) > 5, ssl.OPENSSL_VERSION.split()[0], ssl.HAS_TLSv1_3, hashlib.sha256(ssl.PEM_cert_to_DER_cert(open("cert").read())).digest_size, ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"), len(ssl.RAND_bytes(9)), ssl.get_default_verify_paths().openssl_cafile)
for bad in (lambda: srv.load_cert_chain("key"), lambda: srv.load_cert_chain("cert", "rkey"), lambda: srv.set_ciphers("NONE"), lambda: srv.load_verify_locations("nothing")):
    try: bad()
    except (ssl.SSLError, OSError) as e: print(type(e).__name__, getattr(e, "reason", None))
for k in range(5):
    a, pid = serve(ssl.TLSVersion.TLSv1_3); c = ssl.create_default_context(cafile="cert"); s = c.wrap_socket(socket.create_connection(a), server_hostname="localhost"); s.sendall(b"again"); print(s.recv(10)); s.close(); os.waitpid(pid, 0)
