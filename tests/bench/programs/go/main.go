// SPDX-License-Identifier: MIT

// Program is what `go build` builds, and then runs: goroutines, maps, garbage.
package main

import "fmt"

type node struct {
	left, right *node
}

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{tree(depth - 1), tree(depth - 1)}
}

func (n *node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func filter(in <-chan int, out chan<- int, prime int) {
	for i := range in {
		if i%prime != 0 {
			out <- i
		}
	}
	close(out)
}

func primes(limit int) (sum int) {
	in := make(chan int)
	go func(c chan<- int) {
		for i := 2; i < limit; i++ {
			c <- i
		}
		close(c)
	}(in)
	for prime, more := <-in; more; prime, more = <-in {
		sum += prime
		out := make(chan int)
		go filter(in, out, prime)
		in = out
	}
	return sum
}

func words(count int) int {
	seen := map[int]int{}
	for i := 0; i < count; i++ {
		seen[i*7919%4999] += i
	}
	return len(seen) + seen[42]
}

func main() {
	nodes := 0
	for i := 0; i < 60; i++ {
		nodes += tree(12).count()
	}
	fmt.Println(nodes, primes(1000), words(300000))
}
