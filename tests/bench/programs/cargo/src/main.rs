// SPDX-License-Identifier: MIT
// What cargo builds.

fn main() {
    let sum: u64 = (0..1000u64).filter(|i| i % 7 == 0).sum();
    println!("{sum}");
}
