# SPDX-License-Identifier: MIT
# node: each program of node/ is about a part of it.
# root: runtimes
# smoke: jit wasm
# seconds: 120
# shellcheck shell=dash disable=SC1091,SC2317
. "${0%/*}/../prelude"

script() # NAME [OPTION...]
{
	name=$1
	shift
	node "$@" "/tmp/scripts/programs/node/$name.js" 2>&1
	echo "status $?"
}

t_language()
{
	script language
}
t_jit()
{
	script jit --allow-natives-syntax
}
t_gc()
{
	script gc --expose-gc
}
t_wasm()
{
	script wasm
}
t_workers()
{
	script workers
}
t_children()
{
	script children
}
t_net()
{
	script net
}
t_streams()
{
	script streams
}
t_async()
{
	script async
}
t_options()
{
	# The same program by each way that V8 has to run it.
	for option in --jitless --no-opt --always-sparkplug --maglev \
	    --no-lazy-feedback-allocation --stress-inline --gc-interval=5000 \
	    --single-threaded --no-concurrent-recompilation \
	    '--stress-compaction --gc-interval=20000' --stack-size=500 \
	    --predictable '--parallel-scavenge --semi-space-growth-factor=2'; do
		# Its words are meant to be split.
		# shellcheck disable=SC2086
		node $option /tmp/scripts/programs/node/language.js 2>&1 |
		    sed s/x86_64/aarch64/g | cksum
		echo "$option"
	done
}
t_command_line()
{
	node -p '[process.argv.length, process.execArgv]' a b
	echo 'console.log("stdin", process.stdin.isTTY)' | node
	echo 'process.stdin.pipe(process.stdout)' >cat.js
	seq 60000 | node cat.js | cksum
	printf '1 + 1\nlet a = [1, 2]\na.map(v => v * 2)\nthrow 1\nawait 5\n.exit\n' | node -i 2>&1
	node -e 'process.exit(300)'
	echo $?
	node -e 'throw new TypeError("x")' 2>&1 | grep TypeError
	node -e 'process.kill(process.pid, "SIGKILL")'
	echo $?
	node nothing.js 2>&1 | grep -o "Cannot find module"
	node -e '(' 2>&1 | grep SyntaxError
	node --no-such-option
	echo $?
	node -c cat.js && echo good
	cat >m.mjs <<-'END'
		import fs, { readFileSync } from 'node:fs';
		import { b } from './b.mjs';
		import c from './c.cjs';
		console.log(b, c, fs.readFileSync === readFileSync, import.meta.url.endsWith('/m.mjs'));
		console.log((await import('./b.mjs')).b === b, await import('./none.mjs').catch(e => e.code));
	END
	echo 'export const b = await Promise.resolve("b"); export * as self from "./b.mjs"' >b.mjs
	echo 'exports.c = require("path").basename(__filename); module.exports.d = require.main === undefined' >c.cjs
	node m.mjs
	printf '{"n": [1, {"x": "y"}]}' >d.json
	node -p 'require("./d.json").n[1].x' -r ./c.cjs
	NODE_OPTIONS=--stack-trace-limit=1 node -p 'new Error("e").stack.split("\n").length'
	cat >t.test.js <<-'END'
		const { test } = require('node:test'), assert = require('assert');
		test('adds', () => assert.equal(1 + 1, 2));
		test('group', async t => { await t.test('inner', () => { }); await t.test('bad', () => { throw new Error('on purpose'); }); });
		test('skipped', { skip: true }, () => { });
	END
	node --test --test-reporter=tap t.test.js | grep -E '^ *(not )?ok|^# (pass|fail|skip)'
	node --enable-source-maps --trace-uncaught -e 'setTimeout(() => { null.x }, 1)' 2>&1 | grep -c TypeError
	node --cpu-prof --cpu-prof-name=p.json -e 'for (let i = 0; i < 3e6; i++) Math.sqrt(i)' && node -p 'require("./p.json").nodes.length > 1'
	node --prof --logfile=v8.log --no-logfile-per-isolate -e '1' && grep -c '^v8-version' v8.log
	node --heapsnapshot-signal=SIGUSR2 -e 'process.kill(process.pid, "SIGUSR2"); setTimeout(() => 0, 1)' && for f in Heap*.heapsnapshot; do node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).nodes.length > 1000' "$f"; done
	timeout 0.3 node -e 'for (;;);'
	echo $?
	node --report-on-fatalerror --max-old-space-size=20 -e 'const a = []; for (;;) a.push(new Array(1000).fill(1))' >/dev/null 2>&1
	echo $?
}

run "$1"
