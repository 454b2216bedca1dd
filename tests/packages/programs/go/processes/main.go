// SPDX-License-Identifier: MIT

// Signals and children: delivered, ignored, reset, by hundreds; commands with
// pipes, from many goroutines, killed by a context.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"
)

func signals() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1, syscall.SIGHUP, syscall.Signal(40))
	n := 0
	for i := range 300 {
		s := []syscall.Signal{syscall.SIGUSR1, syscall.SIGHUP, 40}[i%3]
		syscall.Kill(os.Getpid(), s)
		if <-c == s {
			n++
		}
	}
	fmt.Println("signals", n)
	signal.Ignore(syscall.SIGHUP)
	syscall.Kill(os.Getpid(), syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), len(c))
	signal.Reset()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	<-ctx.Done()
	stop()
}

func children() {
	var wg sync.WaitGroup
	good := make([]bool, 24)
	for i := range good {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cmd := exec.Command("sh", "-c", fmt.Sprintf("cat; echo %d >&2; exit %d", i, i%5))
			cmd.Stdin = strings.NewReader(strings.Repeat("in", i*1000))
			var out, err bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &err
			cmd.Run()
			good[i] = out.Len() == i*2000 && err.String() == fmt.Sprintln(i) &&
				cmd.ProcessState.ExitCode() == i%5
		}()
	}
	wg.Wait()
	fmt.Println(good)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	fmt.Println(exec.CommandContext(ctx, "sleep", "100").Run())
	_, err := exec.Command("nothing-of-this-name").Output()
	fmt.Println(errors.Is(err, exec.ErrNotFound), err)
	_, err = exec.Command("/etc/passwd").Output()
	fmt.Println(errors.Is(err, os.ErrPermission))
	r, w, _ := os.Pipe()
	cmd := exec.Command("sh", "-c", "echo to the pipe >&3; pwd; echo $A; kill -9 $$")
	cmd.ExtraFiles, cmd.Dir, cmd.Env = []*os.File{w}, "/tmp", []string{"A=b"}
	out, err := cmd.Output()
	w.Close()
	line := make([]byte, 100)
	n, _ := r.Read(line)
	fmt.Printf("%q %v %q\n", out, err, line[:n])
	self, _ := os.Executable()
	machine, err := exec.Command(self, "child").CombinedOutput()
	lines := strings.SplitN(string(machine), "\n", 3)
	fmt.Println(lines[:2], err)
}

func main() {
	if len(os.Args) > 1 {
		out, _ := exec.Command("uname", "-m").Output()
		fmt.Printf("child %s", out)
		panic("in the child")
	}
	signals()
	children()
	os.Stdout.Sync()
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
	select {}
}
