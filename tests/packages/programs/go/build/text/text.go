// SPDX-License-Identifier: MIT

// Package text counts words, and more.
package text

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Counted is a word and how often it stands there.
type Counted struct {
	Word string
	N    int
}

// Count counts the words of a text, the most frequent first.
func Count(s string) (all []Counted) {
	m := map[string]int{}
	for _, w := range strings.Fields(s) {
		m[w]++
	}
	for w, n := range m {
		all = append(all, Counted{w, n})
	}
	slices.SortFunc(all, func(a, b Counted) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Word, b.Word))
	})
	return all
}

// ErrInput is what an Error wraps.
var ErrInput = errors.New("bad input")

// An Error says where.
type Error struct{ At int }

func (e *Error) Error() string { return fmt.Sprintf("at %d: %v", e.At, ErrInput) }
func (e *Error) Unwrap() error { return ErrInput }

// Check refuses a text with a space.
func Check(s string) error {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return fmt.Errorf("check %q: %w", s, &Error{i})
	}
	return nil
}

// Map applies f to each.
func Map[T, U any](in []T, f func(T) U) (out []U) {
	for _, x := range in {
		out = append(out, f(x))
	}
	return out
}
