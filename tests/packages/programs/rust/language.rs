// SPDX-License-Identifier: MIT
//! Generics, traits, iterators, closures, pattern matching, collections,
//! strings, numbers, formatting.

use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet, VecDeque};
use std::fmt;
use std::ops::{Add, Index, Mul};
use std::rc::{Rc, Weak};

#[derive(Clone, Copy, PartialEq, Debug)]
struct Matrix<const N: usize>([[i64; N]; N]);

impl<const N: usize> Mul for Matrix<N> {
    type Output = Self;
    fn mul(self, o: Self) -> Self {
        let mut m = [[0; N]; N];
        for (i, row) in m.iter_mut().enumerate() {
            for (j, x) in row.iter_mut().enumerate() {
                *x = (0..N).map(|k| self.0[i][k] * o.0[k][j] % 1_000_007).sum::<i64>() % 1_000_007;
            }
        }
        Matrix(m)
    }
}

fn power<T: Mul<Output = T> + Copy>(x: T, n: u32) -> T {
    match n {
        1 => x,
        n if n % 2 == 0 => power(x * x, n / 2),
        n => x * power(x, n - 1),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    Op(char),
    Open,
    Close,
}

#[derive(Debug)]
enum Wrong {
    Character(char, usize),
    End,
    Number(std::num::ParseFloatError),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Wrong::Character(c, at) => write!(f, "{c:?} at {at}"),
            Wrong::End => f.write_str("the end"),
            Wrong::Number(e) => write!(f, "number: {e}"),
        }
    }
}
impl std::error::Error for Wrong {}
impl From<std::num::ParseFloatError> for Wrong {
    fn from(e: std::num::ParseFloatError) -> Self {
        Wrong::Number(e)
    }
}

fn tokens(s: &str) -> Result<Vec<Token>, Wrong> {
    let mut out = vec![];
    let mut it = s.char_indices().peekable();
    while let Some((at, c)) = it.next() {
        out.push(match c {
            ' ' => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            '+' | '-' | '*' | '/' => Token::Op(c),
            '0'..='9' | '.' => {
                let mut end = at + 1;
                while let Some(&(i, '0'..='9' | '.')) = it.peek() {
                    end = i + 1;
                    it.next();
                }
                Token::Number(s[at..end].parse()?)
            }
            _ => return Err(Wrong::Character(c, at)),
        });
    }
    Ok(out)
}

fn expression(t: &mut VecDeque<Token>, level: usize) -> Result<f64, Wrong> {
    if level == 2 {
        return match t.pop_front() {
            Some(Token::Number(n)) => Ok(n),
            Some(Token::Open) => {
                let v = expression(t, 0)?;
                t.pop_front().filter(|t| *t == Token::Close).ok_or(Wrong::End)?;
                Ok(v)
            }
            Some(Token::Op(c)) => Err(Wrong::Character(c, 0)),
            _ => Err(Wrong::End),
        };
    }
    let mut v = expression(t, level + 1)?;
    while let Some(&Token::Op(c)) = t.front() {
        if ["+-", "*/"][level].contains(c) {
            t.pop_front();
            let r = expression(t, level + 1)?;
            match c {
                '+' => v += r,
                '-' => v -= r,
                '*' => v *= r,
                _ => v /= r,
            }
        } else {
            break;
        }
    }
    Ok(v)
}

struct Node {
    name: String,
    parent: Option<Weak<Node>>,
    children: std::cell::RefCell<Vec<Rc<Node>>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        print!("-{} ", self.name);
    }
}

struct Grid<T> {
    w: usize,
    v: Vec<T>,
}
impl<T: Default + Clone> Grid<T> {
    fn new(w: usize, h: usize) -> Self {
        Grid { w, v: vec![T::default(); w * h] }
    }
}
impl<T> Index<(usize, usize)> for Grid<T> {
    type Output = T;
    fn index(&self, (x, y): (usize, usize)) -> &T {
        &self.v[y * self.w + x]
    }
}

fn sum_all<'a, T, I>(i: I) -> T
where
    I: IntoIterator<Item = &'a T>,
    T: 'a + Copy + Default + Add<Output = T>,
{
    i.into_iter().fold(T::default(), |a, &b| a + b)
}

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}

fn main() {
    println!("{:?}", power(Matrix([[1, 1, 0], [1, 0, 1], [0, 2, 1]]), 1000));
    for s in ["1 + 2 * 3", "(1+2)*3/4", "2 * (3", "1 + x", "1..2", "", "7-*2"] {
        let r = tokens(s).and_then(|t| expression(&mut t.into(), 0));
        match r {
            Ok(v) => println!("{s} = {v}"),
            Err(e) => println!("{s}: {e}"),
        }
    }
    let root = Rc::new_cyclic(|me: &Weak<Node>| Node {
        name: "root".into(),
        parent: None,
        children: (0..3)
            .map(|i| {
                Rc::new(Node {
                    name: format!("n{i}"),
                    parent: Some(me.clone()),
                    children: Default::default(),
                })
            })
            .collect::<Vec<_>>()
            .into(),
    });
    let child = root.children.borrow()[1].clone();
    let up = child.parent.as_ref().and_then(Weak::upgrade).map(|p| p.name.clone());
    println!("{up:?} {}", Rc::strong_count(&child));
    drop(root);
    println!("{}", child.parent.as_ref().unwrap().upgrade().is_none());
    let text = "the quick brown fox jumps over the lazy dog the end";
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for w in text.split_whitespace() {
        *counts.entry(w).or_default() += 1;
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    println!("{:?}", &sorted[..3]);
    let mut heap: BinaryHeap<_> = (0..50u64).map(|i| i * 7919 % 101).collect();
    let top: Vec<_> = std::iter::from_fn(|| heap.pop()).step_by(9).collect();
    println!("{top:?}");
    let mut map = BTreeMap::new();
    for (i, c) in text.chars().rev().enumerate() {
        map.entry(c).or_insert_with(Vec::new).push(i);
    }
    println!("{:?}", map.range('m'..'p').collect::<Vec<_>>());
    let set: HashSet<_> = text.bytes().collect();
    println!("{} {}", set.len(), sum_all(&[1.5, 2.25, 3.0]));
    let mut g = Grid::<u16>::new(9, 9);
    g.v.iter_mut().enumerate().for_each(|(i, x)| *x = 2 * i as u16);
    println!("{} {}", g[(4, 5)], sum_all(&g.v));
    println!("{}", compose(|x: i32| x + 1, |y| format!("<{y}>"))(41));
    println!("{:>8.3}|{:<6}|{:^7}|{:+}|{:#x}|{:#010b}|{:e}", 3.14159, "ab", "mid", 5, 255, 5, 1234.5);
    println!("{:?} {:?} {:?}", 200u8.checked_add(100), 200u8.wrapping_add(100), i32::MIN.overflowing_neg());
    println!("{} {} {}", u64::MAX.count_ones(), 40u32.leading_zeros(), (-7i32).rem_euclid(3));
    println!("{} {} {}", 300.7f32 as u8, f64::NAN as i32, -1i8 as u64);
    println!("{:?} {:?}", "12x".parse::<i32>(), "0.1".parse::<f64>().map(f64::to_bits));
    let words = ["zwei", "drei", "ärger", "日本"];
    println!("{:?} {}", words.iter().map(|w| w.chars().rev().collect::<String>()).collect::<Vec<_>>(), words.concat().len());
    let [first, .., last] = words;
    if let (Some(c @ 'a'..='z'), x) = (first.chars().next(), last.len()) {
        println!("{c} {x}");
    }
    let v: Vec<u32> = (1..=10).collect();
    let (even, odd): (Vec<u32>, Vec<u32>) = v.iter().partition(|&&x| x % 2 == 0);
    println!("{:?} {:?} {:?}", even, odd, v.windows(3).map(|w| w.iter().product::<u32>()).max());
    println!("{:?}", v.chunks(4).zip(odd.iter().cycle()).map(|(c, o)| c.len() as u32 * o).collect::<Vec<_>>());
    println!("{}", i128::MAX / 12345678901234567890);
}
