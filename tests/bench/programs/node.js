// SPDX-License-Identifier: MIT
// Objects, closures, strings, JSON, typed arrays: enough that the JIT works.
'use strict';

class Shape {
	constructor(n) { this.n = n; }
	area() { return this.n; }
}
class Square extends Shape {
	area() { return this.n * this.n % 1000; }
}

function shapes(count) {
	let sum = 0;
	for (let i = 0; i < count; i++) {
		const s = i % 3 ? new Square(i) : new Shape(i);
		sum = (sum + s.area()) | 0;
	}
	return sum;
}

function sieve(n) {
	const composite = new Uint8Array(n);
	let count = 0;
	for (let i = 2; i < n; i++) {
		if (composite[i])
			continue;
		count++;
		for (let j = i * 2; j < n; j += i)
			composite[j] = 1;
	}
	return count;
}

function words(count) {
	const map = new Map();
	for (let i = 0; i < count; i++) {
		const word = `w${i * 7919 % 997}`;
		map.set(word, (map.get(word) || 0) + i);
	}
	const sorted = [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	const text = JSON.stringify(Object.fromEntries(sorted));
	return [text.length, Object.keys(JSON.parse(text))[0],
		text.replace(/w(\d)(\d+)/g, '$2$1').length];
}

function spectral(n) {
	const u = new Float64Array(n).fill(1);
	let sum = 0;
	for (let i = 0; i < n; i++)
		for (let j = 0; j < n; j++)
			sum += u[j] / ((i + j) * (i + j + 1) / 2 + i + 1);
	return sum.toFixed(9);
}

console.log(shapes(300000), sieve(300000), words(20000), spectral(500));
