//! How many operations a second the council takes in: opened, verified, chained, signed for and durable, in batches of
//! 200, against bare SQLite in the same run. One JSON line a figure. PostgreSQL too, where its programs are.
//!
//! `cargo run --release -p sync-server --example bench_store [FOLDER]`

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use sync::authority::{Here, Opened, push_opened};
use sync::frame::Frame;
use sync::message::Answer;
use sync::{
    About, CandidateId, FieldWrite, Kind, Record, RegisterId, Role, SecretKey, StreamId, UnixMillis, WriterId,
    chain_next, chain_start,
};
use sync_server::stores::postgres::Postgres;
use sync_server::stores::postgres::cluster::Cluster;
use sync_server::stores::sqlite::{Setup, Sqlite};
use sync_server::stores::{Council, Database, Device, Job, Lane, Scope, StoreError};

/// Operations of a batch.
const BATCH: usize = 200;
/// Batches of each run, all streams together.
const BATCHES: usize = 1_500;
/// Streams of the run with many.
const MANY: usize = 100;

fn main() {
    let folder = match std::env::args().nth(1) {
        Some(folder) => tempfile::tempdir_in(folder).unwrap(),
        None => tempfile::tempdir().unwrap(),
    };
    let streams = [1, MANY].map(|count| (0..count).map(|seed| Stream::of(seed, BATCHES / count)).collect::<Vec<_>>());
    let bare = bare(&folder.path().join("bare.db"), &streams[0][0]);
    for (streams, name) in streams.iter().zip(["one", "many"]) {
        let place = folder.path().join(name);
        std::fs::create_dir(&place).unwrap();
        let sqlite = Sqlite::open(&place.join("council.db"), &place.join("epoch"), Setup::of(council().public()));
        run(&format!("sqlite_{name}"), &Arc::new(sqlite.unwrap()), streams, Some(bare));
    }
    match Cluster::start() {
        Ok(cluster) => postgres(&cluster, folder.path(), &streams),
        Err(error) => eprintln!("no PostgreSQL measured: {error}"),
    }
    say("memory_peak_kib", &[("kib", peak_memory())]);
}

fn postgres(cluster: &Cluster, folder: &Path, streams: &[Vec<Stream>; 2]) {
    for (streams, name) in streams.iter().zip(["one", "many"]) {
        let (url, epoch) = (cluster.database().unwrap(), folder.join(format!("epoch-{name}")));
        let postgres = Postgres::open(&url, &epoch, council().public()).unwrap();
        run(&format!("postgres_{name}"), &Arc::new(postgres), streams, None);
    }
}

fn council() -> SecretKey {
    SecretKey::of(&[9; 32])
}

fn say(what: &str, figures: &[(&str, f64)]) {
    let figures: Vec<_> = figures.iter().map(|(name, value)| format!("\"{name}\":{value:.6}")).collect();
    println!("{{\"what\":\"store_{what}\",{}}}", figures.join(","));
}

fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// A computer that enters candidates: its batches, sealed before the clock starts.
struct Stream {
    device: Device,
    batches: Vec<Vec<u8>>,
    records: Vec<Vec<u8>>,
}

impl Stream {
    fn of(seed: usize, count: usize) -> Stream {
        let register = RegisterId { centre: 10_101_001 + seed as u32, year: 2026 };
        let mut secret = [1; 32];
        secret[..8].copy_from_slice(&(seed as u64).to_le_bytes());
        let key = SecretKey::of(&secret);
        let stream = StreamId { writer: WriterId::of(key.public().device(), register), incarnation: 1 };
        let mut before = chain_start(stream.writer, stream.incarnation);
        let records: Vec<_> = (1..=count * BATCH).map(|n| record(n as u64).to_bytes()).collect();
        let batches = records.chunks(BATCH).zip((1..).step_by(BATCH)).map(|(records, first)| {
            let sealed = Frame::seal(&key, register, 1, first, before, records).unwrap();
            before = records.iter().fold(before, |h, record| chain_next(h, record));
            sealed
        });
        let batches = batches.collect();
        let device = Device {
            key: key.public(),
            name: "a computer".into(),
            recipient: String::new(),
            role: Role::Clerk,
            scope: Scope::Centres(vec![register.centre]),
            at: UnixMillis(0),
            by: "server".into(),
            revoked: None,
        };
        Stream { device, batches, records }
    }
}

/// A new candidate, as a register writes one.
fn record(n: u64) -> Record {
    const FIRST: [&str; 8] = ["AKINYI", "WANJIKU", "KIPTOO", "MUTUA", "ATIENO", "NJERI", "CHEBET", "OTIENO"];
    let drawn = blake3::hash(&n.to_le_bytes());
    let (a, b) = (usize::from(drawn.as_bytes()[0]), usize::from(drawn.as_bytes()[1]));
    let number = u32::from_le_bytes([drawn.as_bytes()[2], drawn.as_bytes()[3], drawn.as_bytes()[4], 0]) % 9_000_000;
    let name = format!("{} {} {}", FIRST[a % 8], FIRST[b % 8], FIRST[n as usize % 8]);
    let fields = [
        ("name", name),
        ("admission_no", n.to_string()),
        ("gender", if a.is_multiple_of(2) { "F" } else { "M" }.into()),
        ("year_of_birth", (2006 + b % 4).to_string()),
        ("birth_certificate_no", (1_000_000 + number).to_string()),
        ("citizenship", "C".into()),
        ("entry_code", "1".into()),
        ("qualification", "KCPE".into()),
        ("qualifying_index", format!("101010{:05}", number % 100_000)),
        ("qualifying_year", "2022".into()),
        ("subjects", "101 102 121 231 233 311 443 565".into()),
        ("candidate_number", format!("{:03}", n % 499 + 1)),
    ];
    let write = |(field, value): (&str, String)| FieldWrite { field: field.into(), value, base: None };
    let mut id = [0; 16];
    id.copy_from_slice(&drawn.as_bytes()[16..]);
    Record {
        n,
        about: About::Candidate(CandidateId(id)),
        kind: Kind::Enter,
        fields: fields.map(write).to_vec(),
        actor: "clerk".into(),
        at: UnixMillis(1_767_225_600_000 + n as i64 * 1_000),
        schema: 4,
    }
}

/// The same records as bare rows, with one durable commit for each 200.
fn bare(path: &Path, stream: &Stream) -> f64 {
    let connection = Connection::open(path).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    connection.pragma_update(None, "synchronous", "FULL").unwrap();
    connection.execute("CREATE TABLE rows (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)", []).unwrap();
    let since = Instant::now();
    for rows in stream.records.chunks(BATCH) {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut insert = connection.prepare_cached("INSERT INTO rows (bytes) VALUES (?1)").unwrap();
        rows.iter().for_each(|row| assert_eq!(insert.execute([row]).unwrap(), 1));
        connection.execute_batch("COMMIT").unwrap();
    }
    let rate = stream.records.len() as f64 / since.elapsed().as_secs_f64();
    say("sqlite_bare", &[("operations_a_second", rate)]);
    rate
}

/// The first half of taking in a batch, beside those who write: opened, its signature checked.
struct Opening<D> {
    database: Arc<D>,
    batch: Vec<u8>,
    opened: Option<Opened>,
    push: Push,
}

impl<D: Database + 'static> Job for Opening<D> {
    fn run(&mut self, council: &mut dyn Council) -> Result<(), StoreError> {
        let mut opened = Opened::open(self.batch.clone()).unwrap();
        opened.check(&council.device(opened.device())?.unwrap().key);
        self.opened = Some(opened);
        Ok(())
    }

    fn done(self: Box<Self>, outcome: Result<(), StoreError>) {
        outcome.unwrap();
        self.database.submit(Lane::Write, Box::new(Push { opened: self.opened, ..self.push }));
    }
}

/// The second half: taken in.
struct Push {
    stream: usize,
    opened: Option<Opened>,
    stored: bool,
    since: Instant,
    done: Sender<(usize, Duration)>,
}

impl Job for Push {
    fn run(&mut self, council: &mut dyn Council) -> Result<(), StoreError> {
        let key = self::council();
        let here = Here { epoch: council.epoch()?, now: UnixMillis(1), key: &key };
        let opened = self.opened.as_ref().unwrap();
        self.stored = matches!(push_opened(council, &here, opened)?, Answer::Stored(_));
        Ok(())
    }

    fn done(self: Box<Self>, outcome: Result<(), StoreError>) {
        outcome.unwrap();
        assert!(self.stored);
        self.done.send((self.stream, self.since.elapsed())).unwrap();
    }
}

/// Each stream sends its next batch when the receipt for the one before has come.
fn run<D: Database + 'static>(name: &str, database: &Arc<D>, streams: &[Stream], bare: Option<f64>) {
    enrol(database, streams);
    let (done, receipts) = channel();
    let since = Instant::now();
    let mut sent = vec![0; streams.len()];
    (0..streams.len()).for_each(|stream| send(database, streams, &mut sent, stream, &done));
    let mut waits = Vec::new();
    while waits.len() < streams.iter().map(|stream| stream.batches.len()).sum() {
        let (stream, wait) = receipts.recv().unwrap();
        waits.push(wait);
        send(database, streams, &mut sent, stream, &done);
    }
    let seconds = since.elapsed().as_secs_f64();
    waits.sort_unstable();
    let rate = (waits.len() * BATCH) as f64 / seconds;
    let at = |share: usize| waits[(waits.len() - 1) * share / 1000].as_secs_f64();
    let mut figures = vec![
        ("operations_a_second", rate),
        ("receipt_p50_seconds", at(500)),
        ("receipt_p99_seconds", at(990)),
        ("receipt_p999_seconds", at(999)),
    ];
    figures.extend(bare.map(|bare| ("share_of_bare", rate / bare)));
    say(name, &figures);
}

fn send<D: Database + 'static>(
    database: &Arc<D>,
    streams: &[Stream],
    sent: &mut [usize],
    stream: usize,
    done: &Sender<(usize, Duration)>,
) {
    if let Some(batch) = streams[stream].batches.get(sent[stream]) {
        sent[stream] += 1;
        let push = Push { stream, opened: None, stored: false, since: Instant::now(), done: done.clone() };
        let opening = Opening { database: database.clone(), batch: batch.clone(), opened: None, push };
        database.submit(Lane::Read, Box::new(opening));
    }
}

struct Enrolment(Vec<Device>, Sender<()>);

impl Job for Enrolment {
    fn run(&mut self, council: &mut dyn Council) -> Result<(), StoreError> {
        self.0.iter().try_for_each(|device| council.put_device(device))
    }

    fn done(self: Box<Self>, outcome: Result<(), StoreError>) {
        outcome.unwrap();
        self.1.send(()).unwrap();
    }
}

fn enrol<D: Database>(database: &Arc<D>, streams: &[Stream]) {
    let (done, waits): (_, Receiver<()>) = channel();
    let devices = streams.iter().map(|stream| stream.device.clone()).collect();
    database.submit(Lane::Write, Box::new(Enrolment(devices, done)));
    waits.recv().unwrap();
}
