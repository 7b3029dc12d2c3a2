//! The program where no window can be.

#![allow(clippy::expect_used)]

use std::process::Command;

#[test]
fn without_a_display_it_says_so_in_one_sentence_and_ends() {
    for display in ["", ":4321"] {
        let mut window = Command::new(env!("CARGO_BIN_EXE_daftari-window"));
        window.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY").env("RUST_BACKTRACE", "1");
        let ended = window.output().expect("the program starts");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(said.contains("daftari: the window cannot be opened: "), "{said}");
        assert!(!said.contains("stack backtrace"), "{said}");
    }
}
