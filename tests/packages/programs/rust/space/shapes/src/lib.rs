// SPDX-License-Identifier: MIT
//! Things with an area.

/// What has an area.
pub trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        let n = std::any::type_name::<Self>();
        n.rsplit("::").next().unwrap_or(n).to_string()
    }
}

pub struct Square(pub f64);
pub struct Rect {
    pub w: f64,
    pub h: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

impl Shape for Rect {
    fn area(&self) -> f64 {
        self.w * self.h
    }
    fn name(&self) -> String {
        if cfg!(feature = "loud") {
            "RECT".into()
        } else {
            "rect".into()
        }
    }
}

/// The shape of the greatest area.
///
/// ```
/// use shapes::*;
/// let all: Vec<Box<dyn Shape>> = vec![Box::new(Square(2.0)), Box::new(Square(3.0))];
/// assert_eq!(largest(&all).unwrap().area(), 9.0);
/// ```
pub fn largest(all: &[Box<dyn Shape>]) -> Option<&dyn Shape> {
    all.iter()
        .map(|s| s.as_ref())
        .max_by(|a, b| a.area().total_cmp(&b.area()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares() {
        assert_eq!(Square(4.0).area(), 16.0);
    }

    #[test]
    #[should_panic(expected = "index out of bounds")]
    fn panics() {
        let v: Vec<i32> = Vec::new();
        let _ = v[v.len() + std::hint::black_box(1)];
    }

    #[test]
    #[ignore]
    fn ignored() {}

    #[test]
    fn fails() {
        println!("about to fail");
        assert_eq!(Rect { w: 1.0, h: 2.0 }.name(), "RECT", "not loud");
    }

    #[test]
    fn results() -> Result<(), std::num::ParseIntError> {
        "12".parse::<i32>().map(|_| ())
    }
}
