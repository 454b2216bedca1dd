// SPDX-License-Identifier: MIT
//! Threads, channels, locks, atomics, panics that unwind, children, sockets.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::panic;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{mpsc, Arc, Barrier, Condvar, Mutex, OnceLock, RwLock};
use std::thread;

static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct Loud(u32);
impl Drop for Loud {
    fn drop(&mut self) {
        DROPPED.fetch_add(self.0 as usize, Ordering::SeqCst);
    }
}

thread_local!(static MINE: std::cell::Cell<u64> = const { std::cell::Cell::new(1) });

fn dive(n: u32) -> u32 {
    let l = Loud(n);
    if n == 0 {
        let v: Vec<u32> = vec![];
        return v[std::hint::black_box(3)];
    }
    dive(n - 1) + l.0
}

fn locks() {
    let m = Arc::new(Mutex::new(0u64));
    let a = Arc::new(AtomicU64::new(0));
    let r = Arc::new(RwLock::new(vec![0u32; 10]));
    let b = Arc::new(Barrier::new(8));
    let leaders: usize = (0..8u64)
        .map(|i| {
            let (m, a, r, b) = (m.clone(), a.clone(), r.clone(), b.clone());
            thread::spawn(move || {
                for k in 0..1000 {
                    *m.lock().unwrap() += k;
                    a.fetch_add(i, Ordering::Relaxed);
                    MINE.with(|c| c.set(c.get() * 3 % 1009));
                    if k % 100 == 0 {
                        r.write().unwrap()[i as usize] += 1;
                    } else {
                        assert!(r.read().unwrap().len() == 10);
                    }
                }
                b.wait().is_leader() as usize
            })
        })
        .collect::<Vec<_>>()
        .into_iter()
        .map(|t| t.join().unwrap())
        .sum();
    println!("{} {} {:?} {leaders} {}", m.lock().unwrap(), a.load(Ordering::SeqCst), r.read().unwrap(), MINE.get());
    let pair = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        for i in 0..6 {
            let pair = &pair;
            s.spawn(move || {
                let mut turn = pair.1.wait_while(pair.0.lock().unwrap(), |t| *t != i).unwrap();
                *turn += 1;
                pair.1.notify_all();
            });
        }
    });
    println!("turns {}", pair.0.into_inner().unwrap());
}

fn channels() {
    let (tx, rx) = mpsc::sync_channel(4);
    for i in 0..8u64 {
        let tx = tx.clone();
        thread::spawn(move || (0..300).for_each(|k| tx.send(i * k).unwrap()));
    }
    drop(tx);
    println!("{}", rx.iter().sum::<u64>());
    let (tx, rx) = mpsc::channel::<Box<dyn FnOnce() -> u32 + Send>>();
    let worker = thread::Builder::new().name("worker".into()).stack_size(1 << 20).spawn(move || {
        rx.into_iter().map(|f| f()).sum::<u32>() + thread::current().name().unwrap().len() as u32
    });
    (0..10).for_each(|i| tx.send(Box::new(move || i * i)).unwrap());
    drop(tx);
    println!("{}", worker.unwrap().join().unwrap());
}

fn panics() {
    panic::set_hook(Box::new(|i| {
        let what = i.payload().downcast_ref::<String>().cloned();
        println!("hook: {:?} line {}", what, i.location().unwrap().line());
    }));
    let r = thread::spawn(|| dive(10)).join();
    println!("{} dropped {}", r.is_err(), DROPPED.load(Ordering::SeqCst));
    let m = Arc::new(Mutex::new(5));
    let n = m.clone();
    let _ = thread::spawn(move || {
        let _guard = n.lock().unwrap();
        panic!("{}", "with the lock");
    })
    .join();
    println!("poisoned {} {}", m.is_poisoned(), m.lock().unwrap_or_else(|e| e.into_inner()));
    let mut caught = 0;
    panic::set_hook(Box::new(|_| {}));
    for i in 0..200 {
        let r = panic::catch_unwind(|| {
            let _l = Loud(1);
            if i % 3 == 0 {
                panic::resume_unwind(Box::new(i));
            }
            std::hint::black_box(10u32) / std::hint::black_box(i % 2)
        });
        caught += match r {
            Ok(v) => v,
            Err(e) => e.downcast::<u32>().map_or(1000, |i| *i),
        };
    }
    println!("{caught} {}", DROPPED.load(Ordering::SeqCst));
    let _ = panic::take_hook();
}

fn children() {
    let mut c = Command::new("sh")
        .args(["-c", "tr a-z A-Z; echo done >&2; exit 7"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = c.stdin.take().unwrap();
    let writer = thread::spawn(move || (0..5000).try_for_each(|i| writeln!(stdin, "line {i}")));
    let out = c.wait_with_output().unwrap();
    println!("{:?} {} {:?} {}", out.status.code(), out.stdout.len(), out.stderr, writer.join().unwrap().is_ok());
    println!("{}", Command::new("sh").args(["-c", "kill -9 $$"]).status().unwrap());
    println!("{:?}", Command::new("nothing-of-this-name").spawn().map_err(|e| e.kind()).err());
    let out = Command::new("sh").arg("-c").arg("echo $A; pwd").env_clear().env("A", "b").env("PATH", "/usr/bin").current_dir("/tmp").output();
    println!("{:?}", String::from_utf8(out.unwrap().stdout));
    let mut sleeper = Command::new("sleep").arg("100").spawn().unwrap();
    println!("{:?}", sleeper.try_wait().unwrap());
    sleeper.kill().unwrap();
    println!("{}", sleeper.wait().unwrap());
}

fn sockets() -> std::io::Result<()> {
    static PORT: OnceLock<u16> = OnceLock::new();
    let l = TcpListener::bind("127.0.0.1:0")?;
    PORT.set(l.local_addr()?.port()).unwrap();
    let server = thread::spawn(move || {
        for s in l.incoming().take(10) {
            thread::spawn(move || {
                let mut s = s.unwrap();
                let mut line = String::new();
                BufReader::new(s.try_clone().unwrap()).read_line(&mut line).unwrap();
                s.write_all(line.trim().chars().rev().collect::<String>().as_bytes()).unwrap();
            });
        }
    });
    let mut all: Vec<_> = thread::scope(|t| {
        let h: Vec<_> = (0..10)
            .map(|i| {
                t.spawn(move || {
                    let mut s = TcpStream::connect(("127.0.0.1", *PORT.get().unwrap())).unwrap();
                    writeln!(s, "hello {i}").unwrap();
                    let mut back = String::new();
                    s.read_to_string(&mut back).unwrap();
                    back
                })
            })
            .collect();
        h.into_iter().map(|t| t.join().unwrap()).collect()
    });
    all.sort();
    println!("{all:?}");
    server.join().unwrap();
    Ok(())
}

fn main() {
    locks();
    channels();
    panics();
    children();
    sockets().unwrap();
    let n: Option<u32> = std::hint::black_box(None);
    n.expect("the last panic");
}
