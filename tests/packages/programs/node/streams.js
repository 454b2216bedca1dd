// SPDX-License-Identifier: MIT
// Streams, zlib, crypto, fs: what libuv's pool of threads works on.
'use strict';
const fs = require('fs'), fsp = fs.promises, path = require('path'), zlib = require('zlib'), crypto = require('crypto'), { Readable, Transform, PassThrough, pipeline, finished } = require('stream'), { promisify } = require('util'), readline = require('readline');
const pipe = promisify(pipeline);
const hash = (b, a = 'sha1') => crypto.createHash(a).update(b).digest('hex');
const data = Buffer.alloc(2000000);
for (let i = 0, x = 7; i < data.length; i++) { x = (x * 69069 + 1) >>> 0; data[i] = (x >>> 24) & (i >> 12 & 63 | 3); }

async function compress() {
    for (const [to, from] of [['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw'], ['brotliCompress', 'brotliDecompress']]) {
        const options = to === 'brotliCompress' ? { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } } : {};
        const packed = zlib[to + 'Sync'](data, options);
        console.log(to, packed.length, hash(packed), zlib[from + 'Sync'](packed).equals(data), (await promisify(zlib[from])(await promisify(zlib[to])(data, options))).equals(data));
    }
    await pipe(Readable.from([data.subarray(0, 700000), data.subarray(700000)]), zlib.createGzip({ level: 9 }), fs.createWriteStream('packed.gz'));
    await pipe(fs.createReadStream('packed.gz', { highWaterMark: 777 }), zlib.createGunzip(), fs.createWriteStream('unpacked'));
    console.log(hash(fs.readFileSync('unpacked')) === hash(data), fs.statSync('packed.gz').size);
    try { zlib.gunzipSync(Buffer.from('nothing packed')); } catch (e) { console.log(e.code, e.errno); }
    const cut = fs.readFileSync('packed.gz').subarray(0, 1000);
    console.log(await promisify(zlib.gunzip)(cut).catch(e => e.code), zlib.crc32?.('abc'));
}

async function ciphers() {
    for (const name of ['md5', 'sha1', 'sha256', 'sha512', 'sha3-256', 'blake2b512', 'ripemd160', 'shake128']) console.log(name, hash(data, name));
    const key = Buffer.alloc(32, 5), iv = Buffer.alloc(16, 9);
    for (const name of ['aes-256-cbc', 'aes-256-ctr', 'aes-256-gcm', 'chacha20-poly1305', 'aes-128-xts', 'camellia-256-cbc']) {
        const v = name.includes('gcm') || name.includes('chacha') ? iv.subarray(0, 12) : iv, k = name.includes('xts') ? Buffer.from(Array(32).keys()) : key, o = { authTagLength: 16 };
        const c = crypto.createCipheriv(name, k, v, o), out = Buffer.concat([c.update(data), c.final()]);
        const d = crypto.createDecipheriv(name, k, v, o);
        if (v.length === 12) d.setAuthTag(c.getAuthTag());
        console.log(name, hash(out), v.length === 12 ? c.getAuthTag().toString('hex') : '', Buffer.concat([d.update(out), d.final()]).equals(data));
    }
    console.log(crypto.createHmac('sha256', 'key').update(data).digest('base64'), crypto.pbkdf2Sync('password', 'salt', 1000, 32, 'sha512').toString('hex'), (await promisify(crypto.scrypt)('password', 'salt', 32)).toString('hex'), Buffer.from(crypto.hkdfSync('sha256', 'key', 'salt', 'info', 16)).toString('hex'));
    for (const [type, options] of [['rsa', { modulusLength: 1024 }], ['ec', { namedCurve: 'P-384' }], ['ed25519', {}]]) {
        const { publicKey, privateKey } = await promisify(crypto.generateKeyPair)(type, options);
        const algorithm = type === 'ed25519' ? null : 'sha256', signature = crypto.sign(algorithm, data, privateKey);
        console.log(type, crypto.verify(algorithm, data, publicKey, signature), crypto.verify(algorithm, data.subarray(1), publicKey, signature), publicKey.export({ type: 'spki', format: 'pem' }).split('\n')[0]);
    }
    const [alice, bob] = [crypto.createECDH('secp256k1'), crypto.createECDH('secp256k1')];
    alice.generateKeys(); bob.generateKeys();
    console.log(alice.computeSecret(bob.getPublicKey()).equals(bob.computeSecret(alice.getPublicKey())), crypto.timingSafeEqual(key, key), new Set(Array.from({ length: 100 }, () => crypto.randomUUID())).size, crypto.randomBytes(16).length);
    const web = await crypto.webcrypto.subtle.digest('SHA-256', data);
    console.log(Buffer.from(web).toString('hex') === hash(data, 'sha256'), crypto.generatePrimeSync(64, { bigint: true }) > 2n ** 63n, crypto.checkPrimeSync(2n ** 127n - 1n));
}

async function files() {
    fs.mkdirSync('d/e/f', { recursive: true });
    await Promise.all(Array.from({ length: 60 }, async (_, i) => { const f = `d/${i}`; await fsp.writeFile(f, data.subarray(0, i * 1000)); const b = await fsp.readFile(f); if (!b.equals(data.subarray(0, i * 1000))) console.log('different', i); }));
    console.log((await fsp.readdir('d')).length, fs.readdirSync('d', { withFileTypes: true }).filter(e => e.isDirectory()).map(e => e.name), fs.readdirSync('d', { recursive: true }).length);
    fs.symlinkSync('../0', 'd/e/link'); fs.linkSync('d/1', 'd/hard'); fs.renameSync('d/2', 'd/e/two'); fs.copyFileSync('d/59', 'd/copy'); fs.chmodSync('d/copy', 0o640); fs.utimesSync('d/copy', 1e9, 1.5e9); fs.truncateSync('d/copy', 100); fs.appendFileSync('d/copy', 'appended');
    const s = fs.statSync('d/copy', { bigint: true });
    console.log(fs.readlinkSync('d/e/link'), fs.statSync('d/1').nlink, (s.mode & 0o777n).toString(8), s.mtimeNs, s.atime.toISOString(), s.size, fs.realpathSync('d/e/link').endsWith('/d/0'), fs.lstatSync('d/e/link').isSymbolicLink());
    for (const f of [() => fs.readFileSync('none'), () => fs.readFileSync('d'), () => fs.mkdirSync('d'), () => fs.rmdirSync('d'), () => fs.openSync('d/1', 'wx'), () => fs.readlinkSync('d/1'), () => fs.readdirSync('d/1'), () => fs.accessSync('none', fs.constants.R_OK), () => fs.linkSync('none', 'x'), () => fs.readSync(999, Buffer.alloc(1)), () => fs.writeFileSync('d/1/x', '')])
        try { f(); console.log('no error'); } catch (e) { console.log(e.code, e.errno, e.syscall); }
    const h = await fsp.open('file', 'w+');
    await h.writev([Buffer.from('one '), Buffer.from('two '), Buffer.from('three')]);
    await h.write('X', 4); await h.sync(); await h.truncate(12);
    console.log((await h.read(Buffer.alloc(20), 0, 20, 2)).buffer.toString().replace(/\0/g, '.'), (await h.stat()).size);
    await h.close();
    await fsp.writeFile('lines', Array.from({ length: 1000 }, (_, i) => `line ${i}\n`).join(''));
    let n = 0;
    for await (const line of readline.createInterface({ input: fs.createReadStream('lines') })) n += line.length;
    console.log(n, (await fsp.mkdtemp('tmp-')).length, fs.existsSync('none'), path.relative('/a/b', '/a/c/d'));
    const watcher = fs.watch('d/e'), events = [];
    const seen = new Promise(yes => watcher.on('change', (kind, file) => { events.push(`${kind} ${file}`); if (file === 'last') yes(); }));
    fs.writeFileSync('d/e/new', 'x'); fs.unlinkSync('d/e/new'); fs.writeFileSync('d/e/last', '');
    await seen;
    watcher.close();
    console.log([...new Set(events)].filter(e => !e.startsWith('change last')).join());
    fs.rmSync('d', { recursive: true });
    console.log(fs.existsSync('d'), (await fsp.statfs('.')).bsize > 0);
}

async function flow() {
    const upper = () => new Transform({ transform(c, e, done) { done(null, c.toString().toUpperCase()); } });
    let out = '';
    await pipe(Readable.from(async function* () { for (let i = 0; i < 100; i++) { if (i % 9 === 0) await new Promise(setImmediate); yield `part ${i};`; } }()), upper(), new PassThrough(), async function* (source) { for await (const c of source) yield c.toString().split('').reverse().join(''); }, async source => { for await (const c of source) out += c; });
    console.log(out.length, hash(out));
    console.log(await pipe(Readable.from(['a']), new Transform({ transform(c, e, done) { done(new Error('in the middle')); } }), new PassThrough()).catch(e => e.message));
    const slow = new Transform({ highWaterMark: 10, transform(c, e, done) { setImmediate(done, null, c); } });
    let waits = 0;
    (async () => { for (let i = 0; i < 50; i++) if (!slow.write('0123456789')) { waits++; await new Promise(yes => slow.once('drain', yes)); } slow.end(); })();
    let length = 0;
    for await (const c of slow) length += c.length;
    console.log(length, waits, await Readable.from([1, 2, 3, 4]).filter(v => v % 2).map(v => v * 10).toArray(), await Readable.from(['x']).on('end', () => 0).first?.());
    const reader = new Blob(['a blob ', 'of ', 'parts']).stream().pipeThrough(new TextDecoderStream()).pipeThrough(new TransformStream({ transform: (c, t) => t.enqueue(c.length) })).getReader();
    let total = 0;
    for (let r; !(r = await reader.read()).done;) total += r.value;
    console.log(total, new TextDecoder('utf-16le').decode(Buffer.from('häß', 'utf16le')), Buffer.from('aGk', 'base64').toString(), Buffer.from('ÿ', 'latin1')[0], Buffer.concat([Buffer.from('a'), Buffer.from('b')]).compare(Buffer.from('ac')), data.indexOf(Buffer.from([3, 2, 1])), data.readDoubleBE(100).toPrecision(6), data.subarray(0, 8).swap64().toString('hex'));
}
(async () => { await compress(); await ciphers(); await files(); await flow(); })();
