// SPDX-License-Identifier: MIT
//! Makes a table, and says where it was made.

use std::{env, fs, path::Path};

fn main() {
    let squares: Vec<u32> = (0..20).map(|i| i * i).collect();
    let out = env::var("OUT_DIR").unwrap();
    fs::write(
        Path::new(&out).join("table.rs"),
        format!("pub const SQUARES: [u32; {}] = {squares:?};\n", squares.len()),
    )
    .unwrap();
    println!("cargo::rustc-env=MADE_FOR={}", env::var("CARGO_CFG_TARGET_OS").unwrap());
    println!("cargo::rustc-check-cfg=cfg(made)");
    println!("cargo::rustc-cfg=made");
    println!("cargo::rerun-if-changed=build.rs");
}
