//! What is true of the embedded database alone: its files.

use std::fs;

use sync::message::{Answer, Request};
use sync_server::stores::sqlite::{Setup, Store};
use sync_server::stores::{Access, StoreError};

use crate::bed::{self, files, open_sqlite};
use crate::school::{REGISTER, School};

#[test]
fn a_database_put_back_from_a_copy_begins_another_life() {
    let mut bed = bed::sqlite();
    let mut school = School::enrolled(&bed, 1, REGISTER);
    school.writes(9, "A");
    bed.ask(Request::Push(school.batch(1, 4)));
    let epoch = bed.epoch();
    let backup = bed.folder.path().join("backup");
    bed.database.back_up(&backup).unwrap();
    bed.ask(Request::Push(school.batch(5, 9)));
    bed.reopen_after(|folder| {
        let (database, _) = files(folder);
        fs::copy(backup.join("council.db"), database).unwrap();
        let _ = fs::remove_file(folder.join("council.db-wal"));
        let _ = fs::remove_file(folder.join("council.db-shm"));
    });
    assert_ne!(bed.epoch(), epoch);
    assert_eq!(bed.read(move |council| council.last_position_in(REGISTER, epoch)), Some(4));
    assert!(matches!(bed.ask(Request::Push(school.batch(5, 9))), Answer::Stored(_)));
}

#[test]
fn a_database_without_its_file_came_from_elsewhere_and_begins_another_life() {
    let mut bed = bed::sqlite();
    let epoch = bed.epoch();
    bed.reopen_after(|folder| fs::remove_file(files(folder).1).unwrap());
    let second = bed.epoch();
    assert_ne!(second, epoch);
    bed.reopen_after(|folder| fs::write(files(folder).1, "half a li").unwrap());
    assert_ne!(bed.epoch(), second);
}

#[test]
fn a_database_beside_a_file_of_an_earlier_life_begins_another_life() {
    let mut bed = bed::sqlite();
    let first = fs::read(files(bed.folder.path()).1).unwrap();
    bed.reopen_after(|folder| fs::remove_file(files(folder).1).unwrap());
    let second = bed.epoch();
    bed.reopen();
    assert_eq!(bed.epoch(), second, "as it was left");
    bed.reopen_after(|folder| fs::write(files(folder).1, first).unwrap());
    assert_ne!(bed.epoch(), second);
}

#[test]
fn a_database_that_was_lost_begins_another_life_and_not_the_same() {
    let mut bed = bed::sqlite();
    let epoch = bed.epoch();
    bed.reopen_after(|folder| fs::remove_file(files(folder).0).unwrap());
    assert_ne!(bed.epoch(), epoch);
    assert_eq!(bed.read(move |council| council.last_position_in(REGISTER, epoch)), None);
}

#[test]
fn a_second_server_on_the_same_database_is_refused() {
    let bed = bed::sqlite();
    assert!(matches!(open_sqlite(bed.folder.path()), Err(StoreError::Unavailable(_))));
}

#[test]
fn what_is_no_database_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (database, _) = files(folder.path());
    fs::write(&database, "this is a letter, not a database. ".repeat(100)).unwrap();
    assert!(open_sqlite(folder.path()).is_err());
    assert!(fs::read_to_string(&database).unwrap().starts_with("this is a letter"));
}

#[test]
fn a_copy_made_while_work_goes_on_is_whole() {
    let bed = bed::sqlite();
    let mut school = School::enrolled(&bed, 1, REGISTER);
    school.writes(40, "A");
    std::thread::scope(|scope| {
        let copies = scope.spawn(|| {
            for turn in 0..5 {
                bed.database.back_up(&bed.folder.path().join(format!("{turn}"))).unwrap();
            }
        });
        for n in 1..=40 {
            assert!(matches!(bed.ask(Request::Push(school.batch(n, n))), Answer::Stored(_)));
        }
        copies.join().unwrap();
    });
    for turn in 0..5 {
        let folder = bed.folder.path().join(format!("{turn}"));
        let copy = open_sqlite(&folder).unwrap();
        let (sent, end) = bed::queue(&copy, sync_server::stores::Lane::Read, |council| {
            Ok((council.runs(REGISTER, 0, usize::MAX)?, council.log_end(REGISTER)?))
        })
        .recv()
        .unwrap()
        .unwrap();
        assert_eq!(sent.len() as u64, end.position, "{turn}");
        assert_eq!(sent.last().map_or(0, |run| run.log.position), end.position);
    }
}

#[test]
fn the_simulation_has_one_hand_on_it_without_threads() {
    let folder = tempfile::tempdir().unwrap();
    let (database, epoch) = files(folder.path());
    let mut drawn = 0;
    let draw = Box::new(move || {
        drawn += 1;
        Ok(sync::Epoch([drawn; 8]))
    });
    let setup = Setup { council: bed::council().public(), draw, durable: false };
    let mut store = Store::open(&database, &epoch, setup).unwrap();
    assert_eq!(store.epoch(), sync::Epoch([1; 8]));
    let failed: Result<(), _> = store.transaction(|transaction| {
        transaction.set_sub_county(1, 5)?;
        sync::authority::Ledger::begin_epoch(transaction)?;
        Err(StoreError::Unavailable("on purpose".into()))
    });
    assert!(failed.is_err());
    assert_eq!(store.epoch(), sync::Epoch([1; 8]), "a life that was not committed did not begin");
    assert_eq!(store.transaction(|transaction| transaction.sub_county(1)).unwrap(), 0);
    assert_eq!(store.transaction(|transaction| transaction.epoch()).unwrap(), sync::Epoch([1; 8]));
}
