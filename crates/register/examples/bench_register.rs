//! What a register costs, against bare plain SQLite in the same run: one JSON line a figure.
//!
//! `cargo run --release -p register --example bench_register [FOLDER]`

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use std::path::Path;
use std::time::{Duration, Instant};

use register::{
    CandidateId, CentreField, Epoch, Filter, Founding, ImportedRow, Key, NumberRanges, Operation, Register, RegisterId,
    Stamp, StreamId, UnixMillis, WriterId,
};
use regulations::{Draft, Field};
use rusqlite::{Connection, params_from_iter};
use sync::replica::Taken;
use sync::{LogEnd, Mark, Role, SecretKey, Standing, Timing, log_next, log_start};

const CANDIDATES: usize = 600;
const SAVES: usize = 300;
const OPENS: usize = 20;
const TAKEN: usize = 1000;

fn main() {
    let folder = match std::env::args().nth(1) {
        Some(folder) => tempfile::tempdir_in(folder).unwrap(),
        None => tempfile::tempdir().unwrap(),
    };
    let rows: Vec<Draft> = (0..CANDIDATES).map(draft).collect();
    register(folder.path(), &rows);
    merges(folder.path(), &rows);
    floor(folder.path(), &rows);
}

fn draft(i: usize) -> Draft {
    const FIRST: [&str; 10] =
        ["AKINYI", "WANJIKU", "KIPTOO", "MUTUA", "ATIENO", "NJERI", "CHEBET", "OTIENO", "KAMAU", "NG'ANG'A"];
    let name = format!("{} {} MADE UP{i}", FIRST[i % 10], FIRST[i / 10 % 10]);
    let (number, year) = (format!("{:07}", 1_000_000 + i * 37), (2006 + i % 4).to_string());
    let kcpe = format!("245051{:05}", i);
    let entry_code = if i < 499 { "1" } else { "3" };
    Draft::with([
        (Field::Name, &name),
        (Field::AdmissionNo, &number),
        (Field::Gender, if i.is_multiple_of(2) { "F" } else { "M" }),
        (Field::YearOfBirth, &year),
        (Field::BirthCertificateNo, &number),
        (Field::Citizenship, "C"),
        (Field::EntryCode, entry_code),
        (Field::Qualification, "KCPE"),
        (Field::QualifyingIndex, &kcpe),
        (Field::QualifyingYear, "2022"),
        (Field::Subjects, "101 102 121 231 233 311 443 565"),
        (Field::Photo, "picture.jpg"),
    ])
}

fn say(what: &str, seconds: Duration) {
    println!("{{\"what\":\"{what}\",\"seconds\":{:.6}}}", seconds.as_secs_f64());
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let since = Instant::now();
    let result = work();
    (result, since.elapsed())
}

fn say_spread(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    say(&format!("{what}_p50"), times[times.len() / 2]);
    say(&format!("{what}_p95"), times[times.len() * 95 / 100]);
}

fn stamp() -> Stamp {
    let numbers = NumberRanges { whole: (1, 499), partial: (801, 899) };
    Stamp { actor: "clerk".into(), at: UnixMillis(1_767_225_600_000), numbers }
}

fn register(folder: &Path, rows: &[Draft]) {
    let (path, key) = (folder.join("24505105-2026.daftari"), Key::raw([7; 32]));
    let centre = vec![(CentreField::Code, "24505105".to_owned())];
    let founding = Founding { writer: WriterId([1; 16]), salt: [2; 16], centre };
    let (made, took) = timed(|| Register::create(&path, &key, &founding, &stamp()));
    say("create", took);
    let mut register = made.unwrap();
    let imported = rows.iter().map(|draft| ImportedRow { candidate: None, draft: draft.clone() }).collect();
    let operation = Operation::ImportDrafts { source: "bench.xlsx".into(), rows: imported };
    let (receipt, took) = timed(|| register.transact(operation, &stamp()).unwrap());
    say("import_600", took);
    let photographs = receipt.entered.iter().map(|id| (*id, photograph(*id))).collect();
    let (_, took) = timed(|| register.transact(Operation::AttachPhotographs(photographs), &stamp()).unwrap());
    say("photographs_600_of_25_kb", took);
    saves(&mut register, &receipt.entered);
    searches(&register);
    reads(&register);
    drop(register);
    let open = || {
        let (register, took) = timed(|| Register::open(&path, &key).unwrap());
        let (all, and_list) = timed(|| register.read().candidates(&Filter::default()).unwrap());
        assert_eq!(all.len(), CANDIDATES);
        (took, took + and_list)
    };
    let (opened, listed): (Vec<_>, Vec<_>) = (0..OPENS).map(|_| open()).unzip();
    say_spread("open_600", opened);
    say_spread("open_600_and_read_all", listed);
}

fn photograph(id: CandidateId) -> Vec<u8> {
    id.0.iter().copied().cycle().take(25_000).collect()
}

fn saves(register: &mut Register, ids: &[CandidateId]) {
    let save = |i: usize| {
        let fields = vec![(Field::Phone, format!("07{i:08}"))];
        let operation = Operation::ChangeFields { candidate: ids[i * 7 % ids.len()], fields };
        timed(|| register.transact(operation, &stamp()).unwrap()).1
    };
    say_spread("save_field", (0..SAVES).map(save).collect());
    let undo = |_| timed(|| register.undo(&stamp()).unwrap().unwrap()).1;
    say_spread("undo_field", (0..SAVES / 3).map(undo).collect());
}

fn searches(register: &Register) {
    let words =
        ["akinyi", "wanjku kamau", "up77 akiniy", "nganga", "1000", "24505105123", "zzzzzz", "ma", "kiptoo 801"];
    let search = |i: usize| timed(|| register.read().search(words[i % words.len()], 20).unwrap()).1;
    say_spread("search", (0..words.len() * 20).map(search).collect());
}

fn reads(register: &Register) {
    let read = register.read();
    say_spread("read_all_600", (0..20).map(|_| timed(|| read.candidates(&Filter::default()).unwrap()).1).collect());
    say_spread("digest", (0..10).map(|_| timed(|| read.digest().unwrap()).1).collect());
    say("verify", timed(|| read.verify().unwrap()).1);
}

/// The same rows and saves in plain SQLite: a table of the entry's columns, no encryption, history, undo or outbox.
fn floor(folder: &Path, rows: &[Draft]) {
    let path = folder.join("plain.sqlite");
    let mut connection = plain(&path);
    let columns: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
    let table = format!("CREATE TABLE candidates (id INTEGER PRIMARY KEY, {} TEXT)", columns.join(" TEXT, "));
    connection.execute_batch(&table).unwrap();
    let insert = format!("INSERT INTO candidates VALUES (NULL{})", ", ?".repeat(Field::COUNT));
    let (_, took) = timed(|| {
        let transaction = connection.transaction().unwrap();
        for draft in rows {
            transaction.prepare_cached(&insert).unwrap().execute(params_from_iter(draft.fields())).unwrap();
        }
        transaction.commit().unwrap();
    });
    say("floor_insert_600", took);
    let save = |i: usize| {
        let values = (format!("07{i:08}"), (i * 7 % CANDIDATES + 1) as i64);
        let sql = "UPDATE candidates SET phone = ?1 WHERE id = ?2";
        timed(|| connection.prepare_cached(sql).unwrap().execute(values).unwrap()).1
    };
    say_spread("floor_save_field", (0..SAVES).map(save).collect());
    drop(connection);
    let open = |_| timed(|| plain(&path).query_row("SELECT count(*) FROM candidates", [], |_| Ok(())).unwrap()).1;
    say_spread("floor_open_600", (0..OPENS).map(open).collect());
}

fn plain(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    connection.pragma_update(None, "synchronous", "FULL").unwrap();
    connection
}

/// A log of another computer's operations, taken by a register that has a roll of its own.
fn merges(folder: &Path, rows: &[Draft]) {
    let register_id = RegisterId { centre: 24_505_105, year: 2026 };
    let made = |name: &str, writer: u8| {
        let centre = vec![(CentreField::Code, "24505105".to_owned()), (CentreField::Year, "2026".to_owned())];
        let founding = Founding { writer: WriterId([writer; 16]), salt: [2; 16], centre };
        let mut register = Register::create(&folder.join(name), &Key::raw([7; 32]), &founding, &stamp()).unwrap();
        register.enrol(register_id, SecretKey::of(&[9; 32]).public()).unwrap();
        register.rewind(0, Epoch([1; 8])).unwrap();
        register
    };
    let (mut here, mut there) = (made("here.daftari", 1), made("there.daftari", 2));
    let imported = rows.iter().map(|draft| ImportedRow { candidate: None, draft: draft.clone() }).collect();
    let operation = Operation::ImportDrafts { source: "bench.xlsx".into(), rows: imported };
    let ids = there.transact(operation, &stamp()).unwrap().entered;
    for i in 0..2 * TAKEN {
        let fields = vec![(Field::Phone, format!("07{i:08}"))];
        there.transact(Operation::ChangeFields { candidate: ids[i * 7 % ids.len()], fields }, &stamp()).unwrap();
    }
    let entries = there.read().outbox(1, 1, u32::MAX).unwrap();
    let mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Head };
    let (mut l, mut log) = (log_start(register_id), Vec::new());
    for (entry, position) in entries.into_iter().zip(1..) {
        l = log_next(l, entry.h, mark.to_bytes());
        let stream = StreamId { writer: WriterId([2; 16]), incarnation: 1 };
        let (n, h, at, bytes) = (entry.record.n, entry.h, UnixMillis(1), Some(entry.bytes));
        log.push((Taken { position, epoch: Epoch([1; 8]), stream, n, h, mark, at, bytes }, LogEnd { position, l }));
    }
    for (chunk, what) in log.chunks(TAKEN).zip(["take_first_1000", "take_second_1000"]) {
        let taken: Vec<_> = chunk.iter().map(|(taken, _)| taken.clone()).collect();
        say(what, timed(|| here.take(&taken, &[], chunk.last().unwrap().1).unwrap()).1);
    }
    let save = |i: usize| {
        let fields = vec![(Field::Name, format!("MADE UP {i}"))];
        let operation = Operation::ChangeFields { candidate: ids[i * 7 % ids.len()], fields };
        timed(|| here.transact(operation, &stamp()).unwrap()).1
    };
    say_spread("save_field_after_merge", (0..SAVES).map(save).collect());
    say("conflicts", timed(|| here.read().conflicts().unwrap()).1);
    say("sync_state", timed(|| here.read().sync_state().unwrap()).1);
    drop(here);
    let path = folder.join("here.daftari");
    let open = |_| timed(|| Register::open(&path, &Key::raw([7; 32])).unwrap()).1;
    say_spread("open_after_merge", (0..OPENS).map(open).collect());
}
