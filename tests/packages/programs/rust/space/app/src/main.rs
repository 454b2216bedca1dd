// SPDX-License-Identifier: MIT
use derive::Fields;
use shapes::{largest, Rect, Shape, Square};

include!(concat!(env!("OUT_DIR"), "/table.rs"));

#[allow(dead_code)]
#[derive(Fields)]
struct Config {
    name: &'static str,
    count: u32,
}

fn main() {
    let all: Vec<Box<dyn Shape>> = vec![Box::new(Square(2.0)), Box::new(Rect { w: 3.0, h: 4.0 })];
    let best = largest(&all).unwrap();
    println!("{} {}", best.name(), best.area());
    println!("{:?} {} {}", Config::FIELDS, SQUARES[19], env!("MADE_FOR"));
    println!("{} {} {}", cfg!(made), cfg!(feature = "greeting"), env!("CARGO_PKG_VERSION"));
    std::process::exit(std::env::args().count() as i32);
}
