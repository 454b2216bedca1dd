// SPDX-License-Identifier: MIT
//! A test program that is ended by a signal.

#[test]
fn aborts() {
    std::process::abort();
}
