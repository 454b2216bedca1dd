// SPDX-License-Identifier: MIT
//! Tests that pass, fail, panic and are ignored.

fn main() {
    println!("this is {}", std::env::consts::ARCH);
    std::process::exit(3)
}

#[cfg(test)]
mod tests {
    #[test]
    fn passes() {
        println!("this is {}", std::env::consts::ARCH);
    }

    #[test]
    fn fails() {
        assert_eq!(6 * 7, 43);
    }

    #[test]
    #[should_panic(expected = "as it should")]
    fn panics() {
        let thread = std::thread::spawn(|| panic!("as it should"));
        std::panic::resume_unwind(thread.join().unwrap_err());
    }

    #[test]
    #[ignore]
    fn is_ignored() {}
}
