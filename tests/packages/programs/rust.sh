# SPDX-License-Identifier: MIT
# rustc and cargo: programs of the language, of threads, panics and children;
# a workspace with a build script and a macro that is run by the compiler.
# root: compilers
# smoke: objects
# seconds: 600
# shellcheck shell=dash disable=SC1091,SC2034,SC2317
. "${0%/*}/../prelude"

sources=${0%/*}/rust
export CARGO_HOME=/tmp/w/.cargo CARGO_NET_OFFLINE=true CARGO_TERM_COLOR=never
export CARGO_TERM_QUIET=true

# Without the standard library what is made depends on the target alone: the
# native compiler is asked for the same assembly.
t_objects()
{
	cat >core.rs <<-'END'
		#![no_core]
		#![feature(no_core, lang_items, intrinsics, rustc_attrs)]
		#![crate_type = "lib"]
		#![allow(internal_features)]
		#[lang = "sized"]
		pub trait Sized {}
		#[lang = "copy"]
		pub trait Copy {}
		impl Copy for u64 {}
		impl Copy for bool {}
		#[repr(C)]
		pub struct Pair { pub a: u64, pub b: u64 }
		#[no_mangle]
		pub extern "C" fn swap(p: Pair) -> Pair { Pair { a: p.b, b: p.a } }
		#[no_mangle]
		pub extern "C" fn pick(c: bool, a: u64, b: u64) -> u64 { if c { a } else { b } }
	END
	for level in 0 1 2 3 s; do
		RUSTC_BOOTSTRAP=1 rustc --target aarch64-unknown-linux-gnu -C opt-level=$level \
		    -C panic=abort --emit obj -o core$level.o core.rs
	done
	sha256sum -- *.o
	printf 'fn main() { let x: i32 = "text"; let v = vec![1]; drop(v); v.len(); y }\n' >bad.rs
	rustc --edition 2021 bad.rs 2>&1
	echo "status $?"
	printf 'fn main() { let v: Vec<_> = (1..5).map(|x| x * x).collect(); println!("{v:?}"); }\n' >hello.rs
	rustc -C prefer-dynamic hello.rs && ./hello
	rustc --version
}

program()
{ # NAME OPTION...
	name=$1
	shift
	rustc --edition 2021 "$@" "$sources/$name.rs" -o program || return
	./program 2>err
	echo "status $?"
	sed -n "s/thread '\(.*\)'.* panicked at/\1: panicked at/p" err
}

t_language()
{
	program language
	program language -O
	program language -C opt-level=s -C panic=abort
}
t_threads()
{
	program threads
	program threads -O
}

t_cargo_build()
{
	cp -r "$sources/space" . && cd space || return
	cargo build
	target/debug/app
	echo "status $?"
	cargo build --release --features loud
	target/release/app x y
	echo "status $?"
	cargo run -p app --no-default-features -- z
	echo "status $?"
	sed -i 's/"rect"/"oblong"/' shapes/src/lib.rs
	CARGO_TERM_QUIET=false cargo build -v 2>&1 | grep -E '^ *(Fresh|Dirty|Compiling)' |
	    sed 's/ (.*//; s/: .*//' | sort
	target/debug/app | sed -n 1p
	cargo tree --offline 2>&1 | sed 's/ (.*//'
	cargo metadata --format-version 1 --offline | tr , '\n' | grep -c '"name"'
	echo 'fn f() -> u32 { "x" }' >>shapes/src/lib.rs
	cargo build 2>&1
	echo "status $?"
	cargo clean 2>&1 && ls
}

t_cargo_test()
{
	cp -r "$sources/space" . && cd space || return
	CARGO_TERM_QUIET=false cargo test --no-fail-fast 2>&1 | grep -E '^test |^test result|panicked|left|right' |
	    sed "s/; finished in.*//; s/' ([0-9]*) panicked/' panicked/" | sort
	cargo test -p shapes -- --test-threads 1 --skip fails 2>&1 | sed 's/finished in.*//'
	cargo test -p app --test program -- --list
	echo "status $?"
	cargo new --vcs none fresh 2>&1 | sed 's/(.*//'
	sed -n 1,4p fresh/Cargo.toml
}

run "$1"
