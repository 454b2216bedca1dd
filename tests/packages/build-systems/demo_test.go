// SPDX-License-Identifier: MIT
package demo

import (
	"os"
	"runtime"
	"syscall"
	"testing"
)

func TestPasses(t *testing.T) {
	t.Log("this is", runtime.GOARCH)
}

func TestFails(t *testing.T) {
	t.Error("as it should")
}

func TestIsSkipped(t *testing.T) {
	t.Skip("as it should")
}

// The program's own end, which go test reports.
func TestMain(m *testing.M) {
	status := m.Run()
	if os.Getenv("DEMO") == "kill" {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
	os.Exit(status)
}
