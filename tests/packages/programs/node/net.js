// SPDX-License-Identifier: MIT
// Sockets of each kind over loopback: net, http, https, http2, dgram, fetch.
'use strict';
const net = require('net'), http = require('http'), https = require('https'), http2 = require('http2'), dgram = require('dgram'), tls = require('tls'), fs = require('fs'), crypto = require('crypto'), cp = require('child_process'), dns = require('dns');
const once = (e, n) => new Promise((yes, no) => { e.once(n, (...a) => yes(a.length > 1 ? a : a[0])); if (n !== 'error') e.once('error', no); });
const listen = async (server, ...at) => { server.listen(...(at.length ? at : [0, '127.0.0.1'])); await once(server, 'listening'); return server.address().port; };
const body = async r => { const parts = []; for await (const p of r) parts.push(p); return Buffer.concat(parts.map(p => Buffer.from(p))); };
const hash = b => crypto.createHash('sha1').update(b).digest('hex');
const big = Buffer.alloc(3000000);
for (let i = 0, x = 1; i < big.length; i++) { x = (x * 69069 + 1) >>> 0; big[i] = x >>> 24; }

async function sockets(...at) {
    const server = net.createServer({ allowHalfOpen: true }, s => s.pipe(s));
    const port = await listen(server, ...at);
    const connect = () => port ? net.connect(port, '127.0.0.1') : net.connect(at[0]);
    const socket = connect();
    socket.end(big);
    console.log(hash(await body(socket)) === hash(big), socket.bytesWritten, socket.bytesRead);
    const many = await Promise.all(Array.from({ length: 40 }, async (_, i) => { const s = connect(); s.end(`hello ${i} `.repeat(i * 20)); return (await body(s)).length; }));
    console.log(many.reduce((p, q) => p + q));
    const reset = connect();
    await once(reset, 'connect');
    if (port) reset.resetAndDestroy(); else reset.destroy();
    await once(reset, 'close');
    server.close();
    await once(server, 'close');
    console.log(await once(connect(), 'error').then(e => e.code));
}

async function web() {
    const server = http.createServer(async (q, r) => {
        const url = new URL(q.url, 'http://x');
        if (url.pathname === '/big') { r.writeHead(200, { 'Content-Length': big.length }); r.end(big); }
        else if (url.pathname === '/chunks') { r.setHeader('Trailer', 'X-Sum'); for (let i = 0; i < 100; i++) { r.write('chunk ' + i); if (i % 10 === 0) await new Promise(setImmediate); } r.addTrailers({ 'X-Sum': '100' }); r.end(); }
        else if (url.pathname === '/post') { const b = await body(q); r.end(`${q.method} ${b.length} ${hash(b)} ${q.headers['content-type']}`); }
        else if (url.pathname === '/drop') q.socket.destroy();
        else if (url.pathname === '/redirect') { r.writeHead(302, { Location: '/echo?redirected' }); r.end(); }
        else { r.statusCode = url.pathname === '/echo' ? 200 : 404; r.setHeader('Set-Cookie', ['a=1', 'b=2']); r.end(`${q.method} ${q.url} ${q.headers.host !== undefined}`); }
    });
    server.on('upgrade', (q, s) => { s.write('HTTP/1.1 101 Switching\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n'); s.pipe(s); });
    const port = await listen(server), base = `http://127.0.0.1:${port}`;
    const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
    const ask = (path, options = {}, data) => new Promise((yes, no) => { const q = http.request(base + path, { agent, ...options }, async r => yes({ status: r.statusCode, headers: r.headers, body: await body(r), trailers: r.trailers })); q.on('error', no); q.end(data); });
    const r = await ask('/echo?x=1');
    console.log(r.status, r.body.toString(), r.headers['set-cookie'], (await ask('/none')).status, (await ask('/echo', { method: 'HEAD' })).body.length);
    const chunks = await ask('/chunks');
    console.log(chunks.body.length, chunks.trailers, chunks.headers['transfer-encoding']);
    console.log(hash((await ask('/big')).body) === hash(big), (await ask('/post', { method: 'POST', headers: { 'Content-Type': 'x/y' } }, big)).body.toString(), await ask('/drop').catch(e => e.code));
    const replies = await Promise.all(Array.from({ length: 300 }, (_, i) => ask(`/echo?${i}`)));
    console.log(replies.every((q, i) => q.body.toString() === `GET /echo?${i} true`));
    const f = await fetch(base + '/redirect');
    console.log(f.url === base + '/echo?redirected', f.redirected, await f.text(), await (await fetch(base + '/post', { method: 'PUT', body: 'fetched' })).text());
    const stop = new AbortController();
    const gone = fetch(base + '/big', { signal: stop.signal }).then(q => { stop.abort(); return q.arrayBuffer(); });
    console.log(await gone.catch(e => e.name));
    const q = http.request(base, { headers: { Connection: 'Upgrade', Upgrade: 'echo' } }).end();
    const [response, socket] = await once(q, 'upgrade');
    socket.write('upgraded');
    console.log(response.statusCode, String(await once(socket, 'data')));
    socket.destroy(); agent.destroy();
    const raw = net.connect(port, '127.0.0.1');
    raw.end('NONSENSE\r\n\r\n');
    console.log((await body(raw)).toString().split('\r\n')[0]);
    server.closeAllConnections(); server.close();
    await once(server, 'close');
}

async function secure() {
    cp.execSync('openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -days 30 2>/dev/null');
    const cert = fs.readFileSync('cert.pem'), key = fs.readFileSync('key.pem');
    const server = https.createServer({ cert, key }, async (q, r) => r.end(hash(await body(q))));
    const port = await listen(server);
    for (const maxVersion of ['TLSv1.3', 'TLSv1.2']) {
        const q = https.request({ host: '127.0.0.1', port, method: 'POST', ca: cert, maxVersion, agent: false });
        q.end(big);
        const r = await once(q, 'response');
        console.log(r.socket.getProtocol(), r.socket.getCipher().name, (await body(r)).toString() === hash(big), r.socket.authorized);
    }
    console.log(await once(tls.connect({ port, host: '127.0.0.1' }), 'error').then(e => e.code));
    server.close();
    const second = http2.createSecureServer({ cert, key });
    second.on('stream', (s, h) => { s.respond({ ':status': 200, 'x-path': h[':path'] }); s.end(h[':path'] === '/big' ? big : h[':path']); });
    const session = http2.connect(`https://127.0.0.1:${await listen(second)}`, { ca: cert });
    const paths = await Promise.all(Array.from({ length: 50 }, async (_, i) => { const s = session.request({ ':path': `/${i}` }); return (await body(s)).toString() === `/${i}`; }));
    console.log(paths.every(Boolean), hash(await body(session.request({ ':path': '/big' }))) === hash(big), session.alpnProtocol);
    session.close(); second.close();
    await once(second, 'close');
}

async function datagrams() {
    const server = dgram.createSocket('udp4'), client = dgram.createSocket('udp4');
    server.on('message', (m, { port, address }) => server.send(m.toString().toUpperCase(), port, address));
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
    for (let i = 0; i < 50; i++) { const reply = once(client, 'message'); client.send(`datagram ${i}`, server.address().port, '127.0.0.1'); const [m] = await reply; if (i === 49) console.log(m.toString()); }
    server.close(); client.close();
}

(async () => {
    await sockets();
    await sockets(`${process.cwd()}/socket`);
    await sockets('\0abstract' + process.pid);
    await web();
    await secure();
    await datagrams();
    console.log(await dns.promises.lookup('127.0.0.1'), net.isIP('::1'), net.isIPv4('1.2.3'), await once(net.connect(1, '127.0.0.1'), 'error').then(e => e.code));
})();
