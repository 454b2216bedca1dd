# SPDX-License-Identifier: MIT
# cargo build: plans, calls rustc, which compiles and calls the linker. Runs
# what it made.
# shellcheck shell=dash
export CARGO_HOME=/tmp/w/home CARGO_TARGET_DIR=/tmp/w/target CARGO_NET_OFFLINE=1
export RUSTFLAGS="-C linker=gcc-14"
cd /tmp/programs/cargo && cargo build -q --locked && /tmp/w/target/debug/program
