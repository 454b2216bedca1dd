// SPDX-License-Identifier: MIT

// A program of several packages, with a version set by the linker, a file
// embedded, and a part that differs by build tag.
package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"example.org/build/shape"
	"example.org/build/text"
)

//go:embed words
var words string

var version = "unset"

func main() {
	shapes := []shape.Shape{shape.Square(3), shape.Circle{R: 2}, shape.Rect{W: 2, H: 5}}
	for _, s := range shapes {
		fmt.Printf("%T %v %.4f\n", s, s, s.Area())
	}
	fmt.Println(shape.Largest(shapes), version, kind)
	for _, c := range text.Count(words) {
		fmt.Println(c.Word, c.N)
	}
	err := text.Check("bad input")
	var bad *text.Error
	fmt.Println(errors.As(err, &bad), errors.Is(err, text.ErrInput), err)
	fmt.Println(text.Map([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(i * i) }))
	info, ok := debug.ReadBuildInfo()
	fmt.Println(ok, info.Main.Path, runtime.Compiler)
	defer func() {
		fmt.Println("recovered:", recover())
		defer os.Exit(3)
		var m map[string]int
		fmt.Println(m["nothing"])
		func() {
			defer func() { fmt.Println(recover()) }()
			m["a"] = 1
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(shapes[len(shapes)])
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(shapes[0].(shape.Circle))
		}()
	}()
	var p *shape.Rect
	fmt.Println(p.W)
}
