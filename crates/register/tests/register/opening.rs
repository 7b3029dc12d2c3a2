//! What a register is opened by, and what it refuses.

use std::fs;

use register::{Error, Filter, Key, Operation, Register};
use regulations::{Draft, Field};

use crate::support::{Desk, KEY, founding, stamp};

fn code(result: Result<Register, Error>) -> &'static str {
    result.err().map_or("opened", |e| e.code())
}

#[test]
fn a_register_under_a_passphrase_opens_with_it_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("24505105-2026.daftari");
    let right = Key::passphrase("made-up words");
    drop(Register::create(&path, &right, &founding(), &stamp()).unwrap());
    assert_eq!(code(Register::open(&path, &Key::passphrase("made-up word"))), "register.wrong-key");
    assert_eq!(code(Register::open(&path, &KEY)), "register.wrong-key");
    assert!(Register::open(&path, &right).is_ok());
}

#[test]
fn what_is_no_register_is_refused_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, expected) in [
        ("empty", Vec::new(), "register.not-a-register"),
        ("short", vec![7; 600], "register.not-a-register"),
        ("plain", [b"SQLite format 3\0".to_vec(), vec![0; 4080]].concat(), "register.not-a-register"),
        ("zeros", vec![0; 8192], "register.wrong-key"),
        ("noise", (0..8192_u32).map(|i| (i * i % 251) as u8).collect(), "register.wrong-key"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).unwrap();
        assert_eq!(code(Register::open(&path, &KEY)), expected, "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
    assert_eq!(code(Register::open(&folder.path().join("none"), &KEY)), "register.not-found");
    assert_eq!(code(Register::open(folder.path(), &KEY)), "register.not-a-register");
}

#[test]
fn a_register_is_not_made_over_another_nor_in_a_folder_that_is_not_there() {
    let mut desk = Desk::new();
    desk.enter([(Field::Name, "A")]);
    desk.close();
    assert_eq!(code(Register::create(desk.path(), &KEY, &founding(), &stamp())), "register.already-exists");
    let nowhere = desk.folder().join("none").join("x.daftari");
    assert_eq!(code(Register::create(&nowhere, &KEY, &founding(), &stamp())), "register.not-found");
    desk.restart();
    assert_eq!(desk.register().read().candidates(&Filter::default()).unwrap().len(), 1);
}

#[test]
fn a_register_that_is_open_is_refused_until_it_is_closed() {
    let mut desk = Desk::new();
    assert_eq!(code(Register::open(desk.path(), &KEY)), "register.locked");
    let reader = desk.register().reader().unwrap();
    desk.close();
    assert_eq!(code(Register::open(desk.path(), &KEY)), "register.locked");
    drop(reader);
    assert_eq!(code(Register::open(desk.path(), &KEY)), "opened");
}

#[test]
fn a_reader_on_another_thread_sees_each_operation_once_it_is_complete() {
    let mut desk = Desk::new();
    let reader = desk.register().reader().unwrap();
    desk.enter([(Field::Name, "A")]);
    let count = move || reader.read().candidates(&Filter::default()).unwrap().len();
    assert_eq!(std::thread::spawn(count).join().unwrap(), 1);
}

#[test]
fn no_value_stands_readable_in_any_file_of_the_register() {
    let mut desk = Desk::new();
    let secret = "AKINYI WHO IS MADE UP";
    let id = desk.enter([(Field::Name, secret)]);
    desk.transact(Operation::AttachPhotograph { candidate: id, jpeg: secret.as_bytes().to_vec() });
    for entry in fs::read_dir(desk.folder()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{path:?}");
    }
}

#[test]
fn a_file_damaged_anywhere_is_told_to_be_damaged() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    desk.transact(Operation::AttachPhotograph { candidate: id, jpeg: vec![5; 20_000] });
    desk.close();
    let whole = fs::read(desk.path()).unwrap();
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(desk.path(), &damaged).unwrap();
        let verified = Register::open(desk.path(), &KEY).and_then(|register| {
            let read = register.read().candidates(&Filter::default()).and_then(|_| register.read().digest());
            assert!(read.is_ok() || read.is_err_and(|e| e.code() == "register.corrupt"), "byte {at}");
            register.read().verify()
        });
        let code = verified.unwrap_err().code();
        assert!(matches!(code, "register.corrupt" | "register.wrong-key"), "byte {at}: {code}");
    }
    for end in (0..whole.len()).step_by(whole.len() / 20) {
        fs::write(desk.path(), &whole[..end]).unwrap();
        let verified = Register::open(desk.path(), &KEY).and_then(|register| register.read().verify());
        assert!(verified.is_err(), "cut at {end}");
    }
}

#[test]
fn a_crash_while_making_one_does_not_stand_in_the_way_of_the_next_attempt() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("24505105-2026.daftari");
    fs::write(folder.path().join("24505105-2026.daftari.new"), b"half a register").unwrap();
    let mut register = Register::create(&path, &KEY, &founding(), &stamp()).unwrap();
    register.transact(Operation::EnterCandidate(Draft::default()), &stamp()).unwrap();
    register.read().verify().unwrap();
}
