// SPDX-License-Identifier: MIT

// Goroutines: many of them, channels, select, locks, contexts, stacks that
// grow, locked threads, panics in all of them.
package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func sieve(n int) (last int) {
	c := make(chan int)
	go func(c chan<- int) {
		for i := 2; ; i++ {
			c <- i
		}
	}(c)
	in := (<-chan int)(c)
	for range n {
		last = <-in
		out := make(chan int)
		go func(in <-chan int, out chan<- int, p int) {
			for i := range in {
				if i%p != 0 {
					out <- i
				}
			}
		}(in, out, last)
		in = out
	}
	return last
}

func grow(n int) int {
	var room [200]byte
	room[n%200] = byte(n)
	if n == 0 {
		return 0
	}
	return grow(n-1) + int(room[n%200]) - int(byte(n)) + 1
}

func faults(n int) (caught int) {
	for i := range n {
		func() {
			defer func() {
				if e := recover(); e != nil {
					if _, ok := e.(runtime.Error); ok {
						caught++
					}
				}
			}()
			var p *[1000]int
			var s []int
			switch i % 3 {
			case 0:
				p[i%1000] = 1
			case 1:
				s[i] = 1
			case 2:
				caught += 1 / len(s)
			}
		}()
	}
	return caught
}

func main() {
	runtime.GOMAXPROCS(4)
	fmt.Println("sieve", sieve(150))
	var wg sync.WaitGroup
	var total, stacks, caught atomic.Int64
	var mutex sync.RWMutex
	once := sync.OnceValue(func() int { total.Add(1000000); return 7 })
	shared := map[int]int{}
	results := make(chan int, 16)
	for g := range 2000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 20 {
				mutex.Lock()
				shared[(g+i)%100]++
				mutex.Unlock()
				mutex.RLock()
				_ = shared[i]
				mutex.RUnlock()
			}
			total.Add(int64(g + once()))
			if g%50 == 0 {
				stacks.Add(int64(grow(3000)))
				caught.Add(int64(faults(60)))
			}
			if g%100 == 0 {
				runtime.LockOSThread()
				runtime.Gosched()
			}
			results <- g
		}()
	}
	go func() { wg.Wait(); close(results) }()
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println("sum", sum, total.Load(), stacks.Load(), caught.Load(), len(shared), shared[50])
	ctx, cancel := context.WithCancel(context.Background())
	ticks, stopped := 0, make(chan bool)
	ticker := time.NewTicker(time.Millisecond)
	go func() {
		<-ctx.Done()
		close(stopped)
	}()
	for run := true; run; {
		select {
		case <-ticker.C:
			if ticks++; ticks == 20 {
				cancel()
			}
		case <-stopped:
			run = false
		}
	}
	late, end := context.WithTimeout(context.Background(), time.Millisecond)
	defer end()
	<-late.Done()
	fmt.Println("ticks", ticks >= 20, ctx.Err(), late.Err())
	cond := sync.NewCond(&sync.Mutex{})
	turn := 0
	for g := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cond.L.Lock()
			for turn != g {
				cond.Wait()
			}
			turn++
			cond.L.Unlock()
			cond.Broadcast()
		}()
	}
	wg.Wait()
	fmt.Println("turns", turn)
	blocked := make(chan int)
	<-blocked
}
