// SPDX-License-Identifier: MIT
// child_process, cluster, and the process's own signals and ends.
'use strict';
const cp = require('child_process'), fs = require('fs'), http = require('http'), cluster = require('cluster'), os = require('os');
const self = role => [__filename, role];
const roles = {
    echo() { process.on('message', m => m === 'end' ? process.disconnect() : process.send({ n: m.n + 1, pid: m.pid ?? process.pid })); },
    server() { process.on('message', (m, server) => { server.on('connection', s => s.end('from a child')); process.send('listening'); process.on('disconnect', () => server.close()); }); },
    exit() { process.on('exit', c => fs.writeSync(1, `exiting ${c}\n`)); process.exitCode = 9; },
    throw() { process.on('uncaughtExceptionMonitor', e => fs.writeSync(1, `seen ${e.message}\n`)); setImmediate(() => { throw new Error('not caught'); }); },
    reject() { Promise.reject(new TypeError('nobody')); },
    signals() { process.on('SIGTERM', () => { console.log('terminated'); process.exit(3); }); process.on('SIGHUP', (s, n) => console.log(s, n)); console.log('ready'); setInterval(() => 0, 1000); },
    abort() { process.abort(); },
    stdin() { let n = 0; process.stdin.on('data', d => n += d.length).on('end', () => console.log(n)); },
    work() { http.createServer((q, r) => r.end(`${cluster.worker.id} ${q.url}`)).listen(0, '127.0.0.1'); },
};
if (process.argv[2]) {
    roles[process.argv[2]]();
    return;
}

const end = c => new Promise(yes => c.on('close', (code, signal) => yes([code, signal])));
const text = s => { let t = ''; s.setEncoding('utf8').on('data', d => t += d); return () => t; };
async function run(role, options) { const c = cp.spawn(process.execPath, self(role), options), out = text(c.stdout), err = text(c.stderr); const status = await end(c); return [role, ...status, out().trim(), err().split('\n').filter(l => /Error:|code/.test(l)).join()]; }
const attempt = f => { try { return f(); } catch (e) { return `${e.code ?? ''} ${e.status ?? ''} ${e.signal ?? ''}`; } };

(async () => {
    console.log(cp.execFileSync('uname', ['-m']).toString().trim(), { x64: 'x86_64', arm64: 'aarch64' }[process.arch], cp.execSync('uname -m; echo $0', { encoding: 'utf8' }).trim());
    console.log(cp.execFileSync(process.execPath, ['-p', '({x64: "x86_64", arm64: "aarch64"})[process.arch]']).toString().trim());
    console.log(attempt(() => cp.execSync('exit 3')), attempt(() => cp.execSync('kill -9 $$', { stdio: 'ignore' })), attempt(() => cp.execFileSync('/nothing')), attempt(() => cp.execFileSync('/etc/passwd')), attempt(() => cp.execSync('sleep 30', { timeout: 100 })), attempt(() => cp.execSync('yes', { maxBuffer: 1000 })));
    fs.mkdirSync('script.d');
    const s = cp.spawnSync('sh', ['-c', 'cat; echo err >&2; exit 5'], { input: 'in', encoding: 'utf8' });
    console.log(s.stdout, s.stderr, s.status, s.signal, cp.spawnSync('env', { env: { A: '1' } }).stdout.toString(), cp.spawnSync('pwd', { cwd: 'script.d' }).stdout.toString().endsWith('/script.d\n'), cp.spawnSync('sh', ['-c', 'echo $1', 'x', 'a b'], { argv0: 'named' }).stdout.toString());
    console.log(await new Promise(yes => cp.exec('echo out; echo err >&2; exit 4', (e, out, err) => yes([e.code, out, err]))), await new Promise(yes => cp.execFile('nothing-like-this', e => yes(e.code))));
    for (const signal of ['SIGTERM', 'SIGKILL', 'SIGINT', 'SIGUSR1', 'SIGALRM']) { const c = cp.spawn('sleep', ['100']); c.on('spawn', () => c.kill(signal)); console.log(signal, await end(c), c.killed, c.signalCode); }
    const cat = cp.spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
    let got = 0;
    cat.stdout.on('data', d => got += d.length);
    for (let i = 0; i < 50; i++) if (!cat.stdin.write(Buffer.alloc(65536, i))) await new Promise(yes => cat.stdin.once('drain', yes));
    cat.stdin.end();
    console.log(await end(cat), got);
    const pipe = cp.spawn('sh', ['-c', 'echo more >&3; read x <&4; echo $x'], { stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'pipe'] });
    pipe.stdio[4].end('through\n');
    const [one, three] = [text(pipe.stdout), text(pipe.stdio[3])];
    console.log(await end(pipe), one(), three());
    fs.writeFileSync('script', '#!/usr/bin/env node\nconsole.log(process.argv.slice(2), __filename.endsWith("script"));\n', { mode: 0o755 });
    console.log(cp.execFileSync('./script', ['a', 'b']).toString());
    console.log((await Promise.all(Array.from({ length: 10 }, (_, i) => end(cp.spawn('sh', ['-c', `exit ${i}`]))))).join(' '));

    for (const role of ['exit', 'throw', 'reject', 'abort']) console.log(...await run(role));
    const c = cp.spawn(process.execPath, self('signals')), out = text(c.stdout);
    c.stdout.on('data', () => { const t = out(); if (t.endsWith('ready\n')) c.kill('SIGHUP'); else if (t.endsWith('SIGHUP 1\n')) c.kill(); });
    console.log(await end(c), out());
    const stdin = cp.spawn(process.execPath, self('stdin'), { stdio: ['pipe', 'pipe', 'inherit'] }), length = text(stdin.stdout);
    stdin.stdin.end(Buffer.alloc(300000));
    console.log(await end(stdin), length());
    const detached = cp.spawn('sh', ['-c', 'cut -d" " -f5,6 /proc/self/stat'], { detached: true }), ids = text(detached.stdout);
    await end(detached);
    console.log(ids().trim() === `${detached.pid} ${detached.pid}`, os.constants.signals.SIGUSR2, attempt(() => process.kill(detached.pid, 0)));

    const echo = cp.fork(...[__filename, ['echo']]);
    echo.on('message', m => { if (m.n < 50) echo.send(m); else { console.log(m.n, m.pid === echo.pid); echo.send('end'); } });
    echo.send({ n: 0 });
    console.log(await end(echo));
    // A listening socket goes to a child.
    const server = require('net').createServer().listen(0, '127.0.0.1', () => { holder.send('server', server); });
    const holder = cp.fork(__filename, ['server']);
    await new Promise(yes => holder.once('message', yes));
    const { port } = server.address();
    server.close();
    const socket = require('net').connect(port, '127.0.0.1'), said = text(socket);
    await new Promise(yes => socket.on('close', yes));
    holder.disconnect();
    console.log(said(), await end(holder));

    let ticks = 0;
    process.on('SIGUSR2', () => ticks++);
    while (ticks < 20) { const before = ticks; process.kill(process.pid, 'SIGUSR2'); while (ticks === before) await new Promise(yes => setImmediate(yes)); }
    process.removeAllListeners('SIGUSR2');
    console.log(ticks);

    cluster.setupPrimary({ exec: __filename, args: ['work'] });
    const workers = [1, 2, 3].map(() => cluster.fork());
    const ports = await Promise.all(workers.map(w => new Promise(yes => w.on('listening', a => yes(a.port)))));
    const ask = path => new Promise((yes, no) => http.get({ host: '127.0.0.1', port: ports[0], path, agent: false }, r => { const t = text(r); r.on('end', () => yes(t())); }).on('error', no));
    const replies = await Promise.all(Array.from({ length: 60 }, (_, i) => ask(`/${i}`)));
    console.log(new Set(ports).size, replies.every((r, i) => r.endsWith(` /${i}`)), new Set(replies.map(r => r[0])).size);
    workers[0].process.kill('SIGKILL');
    workers[1].disconnect();
    console.log(await Promise.all(workers.slice(0, 2).map(w => new Promise(yes => w.on('exit', (c, s) => yes([c, s]))))), (await ask('/last')).slice(1));
    workers[2].kill();
    await new Promise(yes => workers[2].on('exit', yes));
    console.log(Object.keys(cluster.workers).length);
})();
