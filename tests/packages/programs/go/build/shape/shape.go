// SPDX-License-Identifier: MIT

// Package shape has things with an area.
package shape

import "math"

// A Shape has an area.
type Shape interface{ Area() float64 }

type Square float64
type Circle struct{ R float64 }
type Rect struct{ W, H int }

func (s Square) Area() float64 { return float64(s * s) }
func (c Circle) Area() float64 { return math.Pi * c.R * c.R }
func (r Rect) Area() float64   { return float64(r.W * r.H) }

// Largest returns the shape of the greatest area.
func Largest(all []Shape) (best Shape) {
	for _, s := range all {
		if best == nil || s.Area() > best.Area() {
			best = s
		}
	}
	return best
}
