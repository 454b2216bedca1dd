// SPDX-License-Identifier: MIT

package shape

// Add is in assembly.
func Add(a, b int64) int64
