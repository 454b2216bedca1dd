// SPDX-License-Identifier: MIT

// Loops without calls are preempted by signals, so that others run on the one
// processor that there is, and a collection can stop the world.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

//go:noinline
func spin(stop *bool, n *int) {
	for i := 0; !*stop; i++ {
		*n = *n*3 + i&7
	}
}

func main() {
	for _, procs := range []int{1, 2, 4} {
		runtime.GOMAXPROCS(procs)
		for round := range 5 {
			var wg sync.WaitGroup
			stop := make([]bool, procs+1)
			sums := make([]int, procs+1)
			for g := range stop {
				wg.Add(1)
				go func() {
					defer wg.Done()
					spin(&stop[g], &sums[g])
				}()
			}
			// Each of these needs the processors that the loops are on.
			for range 3 {
				runtime.Gosched()
				runtime.GC()
			}
			for g := range stop {
				stop[g] = true
			}
			wg.Wait()
			fmt.Println(procs, round)
		}
	}
}
