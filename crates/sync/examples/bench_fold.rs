//! How long the fold of a log takes: `cargo run --release -p sync --example bench_fold`. The median of 21 runs of each.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a measurement reads the clock")]

use std::time::Instant;

use sync::fold::Fold;
use sync::{
    About, CandidateId, FieldWrite, Hash, Kind, Mark, Record, RegisterId, Role, Standing, StreamId, Tag, Timing,
    UnixMillis, WriterId,
};

const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };
const MARK: Mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Clerk };

/// Fields of an entry as a clerk fills them.
const FIELDS: [(&str, &str); 18] = [
    ("state", "entered"),
    ("centre", "24505105"),
    ("candidate_no", "001"),
    ("admission_no", "4711"),
    ("name", "AKINYI JANE WANJIRU"),
    ("gender", "F"),
    ("year_of_birth", "2008"),
    ("birth_certificate_no", "1234567890"),
    ("citizenship", "C"),
    ("entry_code", "1"),
    ("qualification", "KCPE"),
    ("qualifying_index", "24505105001"),
    ("qualifying_year", "2021"),
    ("special_needs", ""),
    ("subjects", "101 102 121 231 232 233 311 443"),
    ("photo", "001.jpg"),
    ("phone", "0700000001"),
    ("photograph", "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"),
];

fn main() {
    let entries: Vec<_> = (0..5_000).map(|n| operation(n, Kind::Enter, n, &FIELDS, None)).collect();
    let edits: Vec<_> = (0..5_000).map(|n| edit(&entries, n)).collect();
    measure("5,000 entries of 18 fields", || fold(&entries, &[]));
    measure("500 entries, then 4,500 edits", || fold(&entries[..500], &edits[..4_500]));
    let folded = fold(&entries, &[]);
    measure("a copy of 5,000 entries", || folded.clone());
    measure("the digest of 5,000 entries", || folded.digest());
    measure("the values of 5,000 entries", || folded.values());
}

fn operation(n: u64, kind: Kind, id: u64, fields: &[(&str, &str)], base: Option<Tag>) -> (Hash, Record) {
    let write = |(field, value): &(&str, &str)| FieldWrite { field: (*field).into(), value: (*value).into(), base };
    let (fields, actor, at) = (fields.iter().map(write).collect(), "clerk".into(), UnixMillis(0));
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(blake3_like(id).get(..8).unwrap());
    let about = About::Candidate(CandidateId(bytes));
    let h = Hash(blake3_like(n << 8 | u64::from(kind.code())));
    (h, Record { n: n + 1, about, kind, fields, actor, at, schema: 1 })
}

/// Edits of the first 500 candidates in turn, each on top of the one before.
fn edit(entries: &[(Hash, Record)], n: u64) -> (Hash, Record) {
    let id = n % 500;
    let before = if n < 500 { entries[id as usize].0 } else { Hash(blake3_like((n - 500) << 8 | 3)) };
    operation(n, Kind::Change, id, &[("phone", &format!("07{n:08}"))], Some(before.tag()))
}

fn blake3_like(n: u64) -> [u8; 32] {
    sync::chain_next(Hash([0; 32]), &n.to_le_bytes()).0
}

fn fold(entries: &[(Hash, Record)], edits: &[(Hash, Record)]) -> Fold {
    let mut fold = Fold::new(REGISTER);
    for (position, (h, record)) in (1..).zip(entries.iter().chain(edits)) {
        let stream = StreamId { writer: WriterId([record.kind.code(); 16]), incarnation: 1 };
        fold.apply(position, stream, record.n, *h, record, MARK, UnixMillis(0));
    }

    fold
}

fn measure<T>(what: &str, mut run: impl FnMut() -> T) {
    let mut took: Vec<_> = (0..21)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    took.sort_unstable();
    println!("{}", serde_json::json!({ "what": what, "seconds": took[10].as_secs_f64() }));
}
