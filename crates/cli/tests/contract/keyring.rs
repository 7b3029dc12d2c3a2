//! The key in the system's keyring: a real Secret Service, unlocked for the test in a session of its own. And without
//! one: the passphrase, or a refusal that says so.

use std::process::Command;

use crate::program::{Desk, Ran};

/// Unlocks a keyring of nobody's and runs what follows.
const SESSION: &str =
    r#"printf practice | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 && exec "$@""#;

/// The program without any passphrase, within a session bus that has an unlocked keyring in this home.
fn in_session(desk: &Desk, home: &str, arguments: &[&str]) -> Ran {
    let home = desk.path(home);
    std::fs::create_dir_all(&home).unwrap();
    let mut session = Command::new("dbus-run-session");
    session.args(["--", "sh", "-c", SESSION, "session", env!("CARGO_BIN_EXE_daftari")]).args(arguments);
    session.env("XDG_DATA_HOME", &home).env("XDG_RUNTIME_DIR", &home).env("HOME", &home);
    session.env("DAFTARI_DATA", desk.path("data")).env_remove("DAFTARI_PASSPHRASE");
    Ran::of(&session.output().expect("dbus-run-session is installed by `cargo xtask test`"))
}

#[test]
fn a_random_key_is_kept_in_the_keyring_and_opens_the_register_again() {
    let desk = Desk::new();
    let init = ["init", "--centre", "24505105", "--name", "X", "--kind", "school", "--year", "2026"];
    let made = in_session(&desk, "home", &init);
    assert_eq!(made.code, 0, "{}", made.err);
    assert_eq!(in_session(&desk, "home", &["enter", "name=AKINYI JANE", "entry_code=1"]).code, 0);
    assert!(in_session(&desk, "home", &["list"]).out.contains("AKINYI JANE"));
    let stranger = in_session(&desk, "another-home", &["list"]);
    assert_eq!(stranger.code, 4, "{}", stranger.err);
    assert!(stranger.err.contains("no key for"), "{}", stranger.err);
}

#[test]
fn without_a_keyring_a_passphrase_is_asked_for_and_no_register_is_made() {
    let desk = Desk::new();
    let mut command = desk.command();
    command.env_remove("DAFTARI_PASSPHRASE").env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    command.args(["init", "--centre", "24505105", "--name", "X", "--kind", "school", "--year", "2026"]);
    let ran = Ran::of(&command.output().unwrap());
    assert_eq!(ran.code, 4, "{}", ran.err);
    assert!(ran.err.contains("DAFTARI_PASSPHRASE"), "{}", ran.err);
    assert!(!desk.path("data/24505105-2026.daftari").exists());
}
