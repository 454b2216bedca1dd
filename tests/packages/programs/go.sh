# SPDX-License-Identifier: MIT
# Go: what the guest's compiler builds is what the native one builds for arm64,
# byte by byte; programs with goroutines, the collector, signals, servers; the
# tests of the standard library that are about signals, processes and threads.
# root: compilers
# smoke: tiny
# seconds: 900
# shellcheck shell=dash disable=SC1091,SC2034,SC2086,SC2317
. "${0%/*}/../prelude"

sources=${0%/*}/go
# The cache is the place's; a test's results are never taken from it.
export GOCACHE=/tmp/gocache GOPATH=/tmp/w/go GOFLAGS='-mod=mod -trimpath'
export GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off GO111MODULE=on

# Builds for arm64, shows that, and runs it, or natively what is built for the
# machine itself.
program()
{ # NAME
	cp -r "$sources/$1" /tmp/w/ && cd "/tmp/w/$1" || return
	[ -f go.mod ] || go mod init "example.org/$1" 2>/dev/null
	GOARCH=arm64 CGO_ENABLED=0 go build -o program && sha256sum program
	[ "$(uname -m)" = aarch64 ] || go build -o program
	./program >out 2>err
	status=$?
	cat out
	# Of a panic the first line; addresses and stacks are the machine's.
	head -n 1 err
	echo "status $status"
}

t_tiny()
{
	mkdir tiny && cd tiny && go mod init tiny 2>/dev/null
	cat >main.go <<-'END'
		package main

		import "runtime"

		func main() {
			done := make(chan int)
			for i := range 50 {
				go func() { done <- i }()
			}
			sum := 0
			for range 50 {
				sum += <-done
			}
			runtime.GC()
			println(sum)
			panic("end")
		}
	END
	GOARCH=arm64 CGO_ENABLED=0 go build -o program && sha256sum program
	[ "$(uname -m)" = aarch64 ] || CGO_ENABLED=0 go build -o program
	./program 2>&1 | head -n 2
}

t_build()
{
	program build
	GOARCH=arm64 CGO_ENABLED=0 go build -tags special \
	    -ldflags '-s -w -X main.version=1.2' -o special && sha256sum special
	go run -tags special -ldflags '-X main.version=1.2' . 2>&1 | sed -n 4p
	GOARCH=arm64 CGO_ENABLED=0 go build -race=false -gcflags=all='-N -l' -o slow
	sha256sum slow
	go list -f '{{.ImportPath}} {{.Imports}}' ./...
	go vet ./... && echo vetted
	gofmt -l .
	printf 'package main\nfunc  init( ) {\nvar x int;println( "%%d" ) }\n' >bad.go
	gofmt bad.go
	go build 2>&1
	echo "status $?"
	rm bad.go
	go doc ./text | head -n 3
	go version program | cut -d' ' -f2
	go tool nm program | grep -c ' T main\.'
}

# Lines of a test's verbose output, without times.
results()
{
	grep -E '^ *(---|ok|FAIL|PASS|panic)|^exit status' |
	    sed 's/[[:space:]]*(*[0-9.]*s)*$//' | LC_ALL=C sort
}

t_test()
{
	cp -r "$sources/build" /tmp/w/ && cd /tmp/w/build || return
	go test -count=1 -v ./... >log 2>&1
	echo "status $?"
	results <log
	grep text_test.go: log
	go test -count=1 -run Count -cover ./text | sed 's/[0-9.]*s//'
	go test -count=1 -run none -bench . -benchtime 5x ./text | grep -c ns/op
	go test -count=1 -run none -fuzz Check -fuzztime 200x ./text | grep -c '^PASS'
	go test -count=1 -run Fails -json ./text | grep -c '"Action":"fail"'
}

t_goroutines()
{
	program goroutines
}
t_preemption()
{
	program preemption
}
t_collector()
{
	program collector
}
t_web()
{
	program web
}
t_processes()
{
	program processes
}

t_cgo()
{
	mkdir cgo && cd cgo && go mod init cgo 2>/dev/null
	cat >main.go <<-'END'
		package main

		/*
		#include <errno.h>
		#include <stdlib.h>
		static int twice(int x) { if (x < 0) errno = EDOM; return 2 * x; }
		typedef int (*f)(const void *, const void *);
		int compare(void *, void *);
		static void sort(int *v, int n) { qsort(v, n, sizeof *v, (f)compare); }
		*/
		import "C"
		import (
			"fmt"
			"sync"
			"unsafe"
		)

		//export compare
		func compare(a, b unsafe.Pointer) C.int { return *(*C.int)(a) - *(*C.int)(b) }

		func main() {
			var wg sync.WaitGroup
			for g := range 20 {
				wg.Add(1)
				go func() {
					defer wg.Done()
					v := []C.int{5, 3, 9, 1, C.int(g)}
					C.sort(&v[0], 5)
					for i := range v[1:] {
						if v[i] > v[i+1] {
							fmt.Println("wrong", v)
						}
					}
				}()
			}
			wg.Wait()
			_, err := C.twice(-1)
			fmt.Println(C.twice(21), err)
		}
	END
	go build -o program && ./program
}

# The standard library's own tests: each must end as it does natively. Some ask
# for what the places differ in: an /etc/hosts, user namespaces.
elsewhere='ExampleAfterFunc_connection|User[Nn]|NEWUSER|Setgroups'
standard()
{ # PACKAGE...
	cd /usr/lib/go-1.24/src || return
	go test -count=1 -v -short -skip "$elsewhere" "$@" >/tmp/w/log 2>&1
	echo "status $?"
	results </tmp/w/log
}

t_os_signal()
{
	standard os/signal
}
t_os_exec()
{
	standard os/exec
}
t_sync()
{
	standard sync sync/atomic context time
}
t_syscall()
{
	standard syscall os/user internal/poll
}

run "$1"
