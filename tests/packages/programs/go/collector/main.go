// SPDX-License-Identifier: MIT

// The collector: trees made and dropped by several goroutines, finalizers,
// weak pointers, pools, memory given back, limits.
package main

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"weak"
)

type tree struct {
	left, right *tree
	payload     []byte
	n           int
}

func grow(depth int) *tree {
	t := &tree{payload: make([]byte, depth*8), n: depth}
	if depth > 0 {
		t.left, t.right = grow(depth-1), grow(depth-1)
	}
	for i := range t.payload {
		t.payload[i] = byte(i * depth)
	}
	return t
}

func (t *tree) sum() (s int) {
	if t == nil {
		return 1
	}
	for _, b := range t.payload {
		s += int(b)
	}
	return s + t.n + t.left.sum() + t.right.sum()
}

func main() {
	debug.SetGCPercent(20)
	runtime.GOMAXPROCS(3)
	keep := grow(10)
	var wg sync.WaitGroup
	sums := make([]int, 6)
	pool := sync.Pool{New: func() any { return new([4096]byte) }}
	for g := range sums {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 8 {
				b := pool.Get().(*[4096]byte)
				b[g] = 1
				sums[g] += grow(9).sum()
				pool.Put(b)
			}
		}()
	}
	wg.Wait()
	fmt.Println(sums, keep.sum())
	done := make(chan int, 100)
	for i := range 100 {
		t := &tree{n: i}
		runtime.SetFinalizer(t, func(t *tree) { done <- t.n })
	}
	total := 0
	for range 100 {
		for received := false; !received; {
			select {
			case n := <-done:
				total += n
				received = true
			default:
				runtime.GC()
			}
		}
	}
	fmt.Println("finalized", total)
	strong := grow(3)
	w := weak.Make(strong)
	fmt.Println(w.Value() == strong)
	runtime.KeepAlive(strong)
	strong = nil
	for w.Value() != nil {
		runtime.GC()
	}
	m := map[string][]string{}
	for i := range 20000 {
		k := fmt.Sprint("key", i%3000)
		m[k] = append(m[k], strings.Repeat("v", i%17))
		if i%7 == 0 {
			delete(m, fmt.Sprint("key", i%1000))
		}
	}
	h := sha256.New()
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Fprintln(h, k, m[k])
	}
	fmt.Printf("%x\n", h.Sum(nil))
	debug.SetMemoryLimit(64 << 20)
	for i := range 50 {
		b := make([]byte, 4<<20)
		b[i] = 1
	}
	debug.FreeOSMemory()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	fmt.Println(s.NumGC > 10, s.HeapAlloc < 64<<20)
}
