// SPDX-License-Identifier: MIT

package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestCount(t *testing.T) {
	for i, in := range []string{"", "a", "b a b", strings.Repeat("x y ", 100)} {
		t.Run(fmt.Sprint("case", i), func(t *testing.T) {
			n := 0
			for _, c := range Count(in) {
				n += c.N
			}
			if n != len(strings.Fields(in)) {
				t.Errorf("%d", n)
			}
		})
	}
}

func TestSkipped(t *testing.T) { t.Skip("not now") }

func TestFails(t *testing.T) {
	t.Parallel()
	t.Log("about to fail")
	if Check("no") == nil {
		t.Fatal("it was expected")
	}
}

func TestPanics(t *testing.T) {
	defer func() { t.Log("recovered", recover()) }()
	var e *Error
	_ = e.At
}

func FuzzCheck(f *testing.F) {
	f.Add("a b")
	f.Fuzz(func(t *testing.T, s string) {
		if (Check(s) != nil) != strings.Contains(s, " ") {
			t.Fail()
		}
	})
}

func BenchmarkCount(b *testing.B) {
	for b.Loop() {
		Count("a b c")
	}
}

func ExampleMap() {
	fmt.Println(Map([]string{"a"}, strings.ToUpper))
	// Output: [A]
}
