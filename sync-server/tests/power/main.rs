//! Power cuts: the embedded store on a disk that loses and tears what was not waited for. A child works under strace,
//! which writes down every write and every wait for the disk; after each of them the power is cut on a copy of the disk
//! as it may then be, and the store opened there has everything that had been acknowledged. A store that does not wait
//! for the disk is tried too, and must be seen to lose: else this would see nothing.
//!
//! A program of its own, because it is also the child.

#![allow(clippy::unwrap_used, clippy::panic)]

mod disk;
#[path = "../stores/school.rs"]
#[allow(dead_code)]
mod school;
mod trace;

use std::path::{Path, PathBuf};
use std::process::Command;

use sync::authority::{Here, Ledger, answer};
use sync::message::{Answer, Request};
use sync::{Role, SecretKey, UnixMillis, log_next, log_start};
use sync_server::stores::sqlite::{Setup, Store};
use sync_server::stores::{Access, Scope};

use disk::{Chance, Disk};
use school::{REGISTER, School};
use trace::{Event, events};

/// The store is closed and opened again after so many batches: what is in its journal moves into the database.
const LIVES: [u64; 3] = [1, 6, 12];
const BATCH: u64 = 4;
/// Ways of losing that are tried after each event.
const WAYS: u64 = 3;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let [_, word, folder, durable] = &words[..]
        && word == "work-under-strace"
    {
        return work(Path::new(folder), durable == "durable");
    }
    let (cuts, lost) = tried(true);
    assert_eq!(lost, 0, "acknowledged batches were lost in {lost} of {cuts} power cuts");
    let (careless, seen) = tried(false);
    assert!(
        seen > 0,
        "a store that does not wait for the disk lost nothing in {careless} power cuts: nothing is tried"
    );
    println!(
        "{cuts} power cuts: nothing acknowledged lost; without waiting for the disk, lost in {seen} of {careless}"
    );
}

fn council() -> SecretKey {
    SecretKey::of(&[9; 32])
}

fn school() -> School {
    let mut school = School::with(1, REGISTER);
    school.writes((LIVES.iter().sum::<u64>() * BATCH) as usize, "A");
    school
}

fn open(folder: &Path, durable: bool) -> Store {
    let setup = Setup { durable, ..Setup::of(council().public()) };
    Store::open(&folder.join("council.db"), &folder.join("epoch"), setup).unwrap()
}

/// The child: takes in batches, and says on standard output how far it acknowledged.
fn work(folder: &Path, durable: bool) {
    let (key, school, mut next) = (council(), school(), 1);
    for batches in LIVES {
        let mut store = open(folder, durable);
        let device = school.device(Role::Clerk, Scope::All);
        store.transaction(|transaction| transaction.put_device(&device)).unwrap();
        for _ in 0..batches {
            let batch = school.batch(next, next + BATCH - 1);
            let stored = store.transaction(|transaction| {
                let here = Here { epoch: transaction.epoch()?, now: UnixMillis(1), key: &key };
                answer(transaction, &here, Request::Push(batch.clone()))
            });
            assert!(matches!(stored, Ok(Answer::Stored(_))), "{stored:?}");
            next += BATCH;
            println!("acknowledged {}", next - 1);
        }
    }
}

/// How often the power was cut, and how often something acknowledged was missing then.
fn tried(durable: bool) -> (u64, u64) {
    // In memory where there is such a place: what a disk does is played here.
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let (place, log) = (folder.path().join("disk"), folder.path().join("trace"));
    std::fs::create_dir(&place).unwrap();
    under_strace(&place, &log, durable);
    let events = events(&std::fs::read_to_string(&log).unwrap(), &place);
    assert!(events.iter().any(|event| matches!(event, Event::Acknowledged(n) if *n == school().n())));
    let (mut disk, mut acknowledged, mut chance) = (Disk::default(), 0, Chance(1));
    let (mut cuts, mut lost) = (0, 0);
    for event in &events {
        match event {
            Event::Acknowledged(n) => acknowledged = *n,
            event => disk.does(event),
        }
        for way in 0..WAYS {
            let after: PathBuf = folder.path().join("after");
            disk.after_a_cut(&after, way, &mut chance);
            cuts += 1;
            lost += u64::from(!is_there(&after, acknowledged));
        }
    }
    (cuts, lost)
}

fn under_strace(place: &Path, log: &Path, durable: bool) {
    let calls =
        "trace=openat,close,read,lseek,write,pwrite64,pwritev,fsync,fdatasync,ftruncate,fallocate,unlink,rename";
    let mut command = Command::new("strace");
    command.args(["-f", "-xx", "-s", "10000000", "-e", calls, "-e", "signal=none", "-o"]).arg(log);
    command.arg(std::env::current_exe().unwrap()).arg("work-under-strace").arg(place);
    command.arg(if durable { "durable" } else { "careless" });
    let said = command.output().unwrap_or_else(|e| panic!("no strace: install the package strace: {e}"));
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}

/// Whether the store in this folder opens, is sound, and has everything up to `acknowledged`, once.
fn is_there(folder: &Path, acknowledged: u64) -> bool {
    let school = school();
    let setup = Setup { durable: false, ..Setup::of(council().public()) };
    let Ok(mut store) = Store::open(&folder.join("council.db"), &folder.join("epoch"), setup) else { return false };
    let stream = school.stream();
    let found = store.transaction(|transaction| {
        let runs = transaction.runs(REGISTER, 0, usize::MAX)?;
        let last = transaction.hash_at(stream, acknowledged)?;
        Ok((runs, transaction.log_end(REGISTER)?, last))
    });
    let Ok((runs, end, last)) = found else { return false };
    let (mut l, mut as_it_came) = (log_start(REGISTER), true);
    for (first, run) in (1..).step_by(BATCH as usize).zip(&runs) {
        let mark = run.marks[0].1.to_bytes();
        l = (run.first..=run.last).fold(l, |l, n| log_next(l, school.hash(n), mark));
        as_it_came &= (run.first, run.position, run.log.l) == (first, first, l);
    }
    as_it_came &= (end.position, end.l) == (runs.len() as u64 * BATCH, l);
    as_it_came && end.position >= acknowledged && (acknowledged == 0 || last == Some(school.hash(acknowledged)))
}
