// SPDX-License-Identifier: MIT
// What rustc compiles by itself: an enum, a trait, generic functions.

pub enum Expr {
    Number(i64),
    Sum(Box<Expr>, Box<Expr>),
    Product(Box<Expr>, Box<Expr>),
}

pub trait Value {
    fn value(&self) -> Option<i64>;
}

impl Value for Expr {
    fn value(&self) -> Option<i64> {
        match self {
            Expr::Number(n) => Some(*n),
            Expr::Sum(a, b) => a.value()?.checked_add(b.value()?),
            Expr::Product(a, b) => a.value()?.checked_mul(b.value()?),
        }
    }
}

pub fn total<T: Value>(all: &[T]) -> Option<i64> {
    let mut sum = 0;
    for e in all {
        sum += e.value()?;
    }
    Some(sum)
}

pub fn squares(count: i64) -> Option<i64> {
    let all: Vec<Expr> = (0..count)
        .map(|i| Expr::Product(Box::new(Expr::Number(i)), Box::new(Expr::Number(i))))
        .collect();
    total(&all)
}
