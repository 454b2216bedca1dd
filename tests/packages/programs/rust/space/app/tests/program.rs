// SPDX-License-Identifier: MIT
use std::process::Command;

#[test]
fn runs() {
    let out = Command::new(env!("CARGO_BIN_EXE_app")).arg("x").output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8(out.stdout).unwrap().contains("361 linux"));
}
