//! Backups, daily copies, restoring, and the shelf.
#![allow(unreachable_pub)]

use std::fs;
use std::path::{Path, PathBuf};

use register::{Error, Filter, Key, Operation, Register, Restoring, Seal, Shelf, UnixMillis, WriterId, restore};
use regulations::{CentreCode, Draft, Field};

use crate::support::{Desk, KEY, founding, stamp};

/// The length of a page.
const PAGE: usize = 4096;

pub fn restoring<'k>(backup_key: &'k Key, key: &'k Key) -> Restoring<'k> {
    let writer = WriterId([3; 16]);
    Restoring { backup_key, key, salt: [4; 16], writer, at: UnixMillis(77), known_incarnation: 0 }
}

fn names(register: &Register) -> Vec<String> {
    let all = register.read().candidates(&Filter::default()).unwrap();
    all.iter().map(|candidate| candidate.draft.get(Field::Name).to_owned()).collect()
}

fn backed_up(desk: &mut Desk) -> PathBuf {
    desk.enter([(Field::Name, "A"), (Field::EntryCode, "1")]);
    let to = desk.folder().join("stick.backup");
    desk.register().backup(&to, Seal::SameKey).unwrap();
    desk.enter([(Field::Name, "B"), (Field::EntryCode, "1")]);
    to
}

#[test]
fn a_restored_register_is_as_it_was_backed_up_and_the_replaced_one_is_kept_aside() {
    let mut desk = Desk::new();
    let backup = backed_up(&mut desk);
    desk.close();
    let aside = restore(&backup, desk.path(), &restoring(&KEY, &KEY)).unwrap().unwrap();
    desk.restart();
    assert_eq!(names(desk.register()), ["A"]);
    assert_eq!(names(&Register::open(&aside, &KEY).unwrap()), ["A", "B"]);
}

#[test]
fn a_restored_register_goes_on_as_a_new_incarnation_with_other_ids() {
    let mut desk = Desk::new();
    let backup = backed_up(&mut desk);
    let lost = desk.register().read().search("b", 1).unwrap()[0].id;
    desk.close();
    restore(&backup, desk.path(), &Restoring { known_incarnation: 4, ..restoring(&KEY, &KEY) }).unwrap();
    desk.restart();
    assert_eq!(desk.register().read().writer().unwrap(), (WriterId([3; 16]), 5));
    let receipt = desk.transact(Operation::EnterCandidate(Draft::with([(Field::EntryCode, "1")])));
    assert_ne!(receipt.entered[0], lost);
    assert_eq!((receipt.head.incarnation, receipt.head.n), (5, 1));
    assert_eq!(desk.value(receipt.entered[0], Field::CandidateNo), "002");
    desk.register().read().verify().unwrap();
    desk.register().undo(&stamp()).unwrap();
    desk.register().undo(&stamp()).unwrap();
    desk.register().read().verify().unwrap();
}

#[test]
fn a_backup_under_a_passphrase_opens_on_another_computer() {
    let mut desk = Desk::new();
    desk.enter([(Field::Name, "A")]);
    let words = Key::passphrase("made-up words of the backup");
    let stick = desk.folder().join("stick.backup");
    desk.register().backup(&stick, Seal::Other(&words, [9; 16])).unwrap();
    assert!(matches!(Register::open(&stick, &KEY), Err(Error::WrongKey { .. })));
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("24505105-2026.daftari");
    let key_there = Key::raw([8; 32]);
    assert_eq!(restore(&stick, &path, &restoring(&words, &key_there)).unwrap(), None);
    assert_eq!(names(&Register::open(&path, &key_there).unwrap()), ["A"]);
}

#[test]
fn a_backup_that_is_damaged_or_of_another_key_replaces_nothing() {
    let mut desk = Desk::new();
    let backup = backed_up(&mut desk);
    desk.close();
    let mut bytes = fs::read(&backup).unwrap();
    let wrong = Key::raw([1; 32]);
    let refused = restore(&backup, desk.path(), &restoring(&wrong, &KEY)).unwrap_err();
    assert!(matches!(&refused, Error::WrongKey { path } if *path == backup), "{refused}");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&backup, bytes).unwrap();
    assert_eq!(restore(&backup, desk.path(), &restoring(&KEY, &KEY)).unwrap_err().code(), "register.corrupt");
    fs::write(&backup, b"not a register at all").unwrap();
    assert_eq!(restore(&backup, desk.path(), &restoring(&KEY, &KEY)).unwrap_err().code(), "register.not-a-register");
    fs::remove_file(&backup).unwrap();
    assert_eq!(restore(&backup, desk.path(), &restoring(&KEY, &KEY)).unwrap_err().code(), "register.not-found");
    desk.restart();
    assert_eq!(names(desk.register()), ["A", "B"]);
    assert_eq!(leftovers(desk.folder()), Vec::<String>::new());
}

#[test]
fn an_open_register_is_not_replaced() {
    let mut desk = Desk::new();
    let backup = backed_up(&mut desk);
    let refused = restore(&backup, desk.path(), &restoring(&KEY, &KEY)).unwrap_err();
    assert_eq!(refused.code(), "register.locked");
}

#[test]
fn a_register_that_no_longer_opens_is_replaced_all_the_same() {
    let mut desk = Desk::new();
    let backup = backed_up(&mut desk);
    desk.close();
    fs::write(desk.path(), b"burnt").unwrap();
    fs::write(desk.folder().join("24505105-2026.daftari-wal"), b"a log left by a crash").unwrap();
    let aside = restore(&backup, desk.path(), &restoring(&KEY, &KEY)).unwrap().unwrap();
    assert_eq!(fs::read(aside).unwrap(), b"burnt");
    desk.restart();
    assert_eq!(names(desk.register()), ["A"]);
}

#[test]
fn a_backup_into_a_missing_folder_is_refused_and_the_register_goes_on() {
    let mut desk = Desk::new();
    let nowhere = desk.folder().join("none").join("x.backup");
    assert_eq!(desk.register().backup(&nowhere, Seal::SameKey).unwrap_err().code(), "register.not-found");
    desk.enter([(Field::Name, "A")]);
    let to = desk.folder().join("x.backup");
    desk.register().backup(&to, Seal::SameKey).unwrap();
    desk.register().backup(&to, Seal::SameKey).unwrap();
    assert_eq!(leftovers(desk.folder()), Vec::<String>::new());
}

#[test]
fn one_copy_is_kept_for_each_of_the_last_days() {
    let mut desk = Desk::new();
    let copies = desk.folder().join("copies");
    for day in ["2026-03-01", "2026-03-02", "2026-03-02", "2026-03-03"] {
        desk.register().daily_copy(&copies, day, 2).unwrap();
    }
    let mut kept: Vec<_> =
        fs::read_dir(&copies).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    kept.retain(|name| name.ends_with("-copy"));
    kept.sort();
    assert_eq!(kept, ["24505105-2026.2026-03-02.daftari-copy", "24505105-2026.2026-03-03.daftari-copy"]);
}

/// Files that an operation should have cleared away.
fn leftovers(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".new")).collect()
}

#[test]
fn a_shelf_lists_its_registers_and_finds_one_by_name_or_centre() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::at(folder.path());
    let code = CentreCode::parse("24505105").unwrap();
    for year in [2027, 2026] {
        drop(Register::create(&shelf.place(code, year), &KEY, &founding(), &stamp()).unwrap());
    }
    fs::write(folder.path().join("practice.daftari"), b"").unwrap();
    fs::write(folder.path().join("letter.txt"), b"").unwrap();
    let volumes = shelf.list().unwrap();
    let names: Vec<_> = volumes.iter().map(|volume| volume.name.as_str()).collect();
    assert_eq!(names, ["24505105-2026", "24505105-2027", "practice"]);
    assert_eq!((volumes[0].centre, volumes[0].year, volumes[2].centre), (Some(code), Some(2026), None));
    for (name, found) in [("24505105", "24505105-2027"), ("24505105-2026", "24505105-2026"), ("practice", "practice")] {
        assert_eq!(shelf.find(name).unwrap().name, found);
    }
    assert_eq!(shelf.find("24505106").unwrap_err().code(), "register.not-found");
    assert!(Shelf::at(folder.path().join("none")).list().unwrap().is_empty());
}

/// The power goes while the pages of the log beside the register are being moved into it: one is half written there.
#[test]
fn a_page_half_moved_into_the_register_is_taken_whole_from_beside_it() {
    let mut desk = Desk::new();
    desk.restart();
    desk.enter([(Field::Name, "A")]);
    let beside = |path: &Path| path.with_extension("daftari-wal");
    let copy = desk.folder().join("copy.daftari");
    let mut file = fs::read(desk.path()).unwrap();
    let log = fs::read(beside(desk.path())).unwrap();
    let in_file = |page: &usize| (2..=file.len() / PAGE).contains(page);
    let frames = log[32..].chunks_exact(24 + PAGE);
    let page = frames.map(|frame| u32::from_be_bytes(frame[..4].try_into().unwrap()) as usize).find(in_file).unwrap();
    file[(page - 1) * PAGE..][..512].fill(0);
    fs::write(&copy, file).unwrap();
    fs::write(beside(&copy), log).unwrap();
    let register = Register::open(&copy, &KEY).unwrap();
    register.read().verify().unwrap();
    assert_eq!(names(&register), ["A"]);
}
