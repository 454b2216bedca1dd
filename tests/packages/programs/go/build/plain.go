// SPDX-License-Identifier: MIT

//go:build !special

package main

const kind = "plain"
