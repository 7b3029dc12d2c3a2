//! What operations take on the wire and how fast they are opened, beside peers in the same run: one JSON line a figure.
//!
//! `cargo run --release -p sync --example bench_wire [CSV]`; without a file, the fixtures' large centre.

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod centre;

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use centre::{Row, Stream};
use regulations::Field;
use serde_json::json;
use sync::frame::{Frame, MOST_OPERATIONS};
use sync::{About, CandidateId, Hash, Record, RegisterId, SecretKey, StreamId, Tag, WriterId, chain_next};

const CANDIDATES: usize = 500;
const LARGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/large/candidates.csv");
const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| LARGE.into());
    let rows: Vec<Row> = centre::centres(&path).into_iter().find(|rows| rows.len() >= CANDIDATES).unwrap();
    let rows = &rows[..CANDIDATES];
    for (what, typed) in [("new candidate, typed", true), ("new candidate, imported", false)] {
        let mut stream = device();
        for row in rows {
            stream.enter(row, typed);
        }
        measure(what, &stream, 0);
    }
    for (what, field, value) in [
        ("edit of a name", "name", Field::Name),
        ("edit of a birth certificate number", "birth_certificate_no", Field::BirthCertificateNo),
        ("edit of the subjects", "subjects", Field::Subjects),
    ] {
        let mut stream = device();
        let entered: Vec<(CandidateId, Tag)> = rows.iter().map(|row| stream.enter(row, true)).collect();
        for ((id, base), place) in entered.iter().zip(1..) {
            // The value of somebody else: corrections are as varied as entries.
            let value = rows.iter().cycle().skip(place * 7).map(|row| &row[value as usize]).find(|v| !v.is_empty());
            stream.edit(*id, field, value.unwrap(), Some(*base));
        }
        measure(what, &stream, CANDIDATES);
    }
    let mut stream = device();
    let entered: Vec<(CandidateId, Tag)> = rows.iter().map(|row| stream.enter(row, true)).collect();
    for (id, _) in entered {
        let hash = blake3_of(&id.0);
        stream.edit(id, "photograph", &hash, None);
    }
    measure("photograph attached, its hash included", &stream, CANDIDATES);
}

fn blake3_of(bytes: &[u8]) -> String {
    chain_next(Hash([0; 32]), bytes).to_string()
}

fn device() -> Stream {
    Stream::new(StreamId { writer: WriterId::of(key().public().device(), REGISTER), incarnation: 1 })
}

fn key() -> SecretKey {
    SecretKey::of(&[1; 32])
}

/// Batches from a place on, with the place and hash that each begins at.
fn batches(stream: &Stream, from: usize) -> Vec<(u64, Hash, &[Vec<u8>])> {
    let mut h = stream.records[..from].iter().fold(stream.start, |h, bytes| chain_next(h, bytes));
    let mut batches = Vec::new();
    for (place, records) in stream.records[from..].chunks(MOST_OPERATIONS).enumerate() {
        batches.push(((from + place * MOST_OPERATIONS) as u64 + 1, h, records));
        h = records.iter().fold(h, |h, bytes| chain_next(h, bytes));
    }
    batches
}

fn measure(what: &str, stream: &Stream, from: usize) {
    let batches = batches(stream, from);
    let operations = (stream.records.len() - from) as f64;
    let seal = |batch: &(u64, Hash, &[Vec<u8>])| Frame::seal(&key(), REGISTER, 1, batch.0, batch.1, batch.2).unwrap();
    let frames: Vec<Vec<u8>> = batches.iter().map(seal).collect();
    let each = |bytes: usize| (bytes as f64 / operations * 100.0).round() / 100.0;
    let plain: Vec<Vec<u8>> = batches.iter().map(|batch| json_of(batch.2)).collect();
    let zipped = |bytes: &Vec<u8>| zstd::bulk::compress(bytes, 19).unwrap().len();
    let compact: Vec<Vec<u8>> = batches.iter().map(|batch| postcard_of(batch.2)).collect();
    let opened = rate(operations, || {
        for frame in &frames {
            assert!(black_box(Frame::open(frame).unwrap()).head.is_of(&key().public()));
        }
    });
    let sealed = rate(operations, || drop(black_box(batches.iter().map(seal).collect::<Vec<_>>())));
    let line = json!({
        "what": what,
        "bytes": each(frames.iter().map(Vec::len).sum()),
        "json": each(plain.iter().map(Vec::len).sum()),
        "json_zstd": each(plain.iter().map(zipped).sum()),
        "postcard": each(compact.iter().map(Vec::len).sum()),
        "postcard_zstd": each(compact.iter().map(zipped).sum()),
        "opened_and_verified_a_processor_second": opened.round(),
        "sealed_a_processor_second": sealed.round(),
    });
    println!("{line}");
}

/// Operations a second of the processor's time, for at least 0.3 seconds; the best of five.
fn rate(operations: f64, mut work: impl FnMut()) -> f64 {
    let mut once = || {
        let (since, mut rounds) = (spent(), 0.0);
        while spent() < since + Duration::from_millis(300) {
            work();
            rounds += 1.0;
        }
        rounds * operations / (spent() - since).as_secs_f64()
    };
    (0..5).map(|_| once()).fold(0.0, f64::max)
}

/// What this program has had of a processor, where the system tells (others may be at work here); else the time.
fn spent() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/self/schedstat");
    let nanoseconds = told.ok().and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

/// What peers send: every record with its fields by name.
fn json_of(records: &[Vec<u8>]) -> Vec<u8> {
    let one = |bytes: &Vec<u8>| {
        let record = Record::from_bytes(bytes).unwrap();
        let write = |write: &sync::FieldWrite| {
            (write.field.clone(), json!([write.value, write.base.map(|base| base.to_string())]))
        };
        let fields: serde_json::Map<_, _> = record.fields.iter().map(write).collect();
        let about = About::key(&record.about).map(|byte| format!("{byte:02x}")).concat();
        json!({ "n": record.n, "candidate": about, "kind": record.kind.name(), "at": record.at.0, "actor": record.actor, "schema": record.schema, "fields": fields })
    };
    serde_json::to_vec(&records.iter().map(one).collect::<Vec<_>>()).unwrap()
}

fn postcard_of(records: &[Vec<u8>]) -> Vec<u8> {
    let one = |bytes: &Vec<u8>| {
        let record = Record::from_bytes(bytes).unwrap();
        let fields: Vec<_> = record.fields.into_iter().map(|write| (write.field, write.value, write.base)).collect();
        (record.n, record.about, record.kind.code(), record.at, record.actor, record.schema, fields)
    };
    postcard::to_allocvec(&records.iter().map(one).collect::<Vec<_>>()).unwrap()
}
