//! How many entries a second the rules and fees judge, and the reading of an entry takes, on one core. Prints one line
//! of JSON each. Entries are as a national file has them: 95 % clean, the rest with something wrong.
//! Run it in release: `cargo run --release -p regulations --example bench_rules`.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::time::Instant;

use regulations::{
    Case, Centre, CentreKind, Draft, Entry, Fee, Field, Fields, Finding, Language, Messages, Pack, Rule, Shared, judge,
};

const ENTRIES: usize = 10_000;
const ROUNDS: usize = 200;

const NAMES: [&str; 6] =
    ["AKINYI JANE OTIENO", "KIPTOO PETER", "WANJIRU ANNE-MARIE", "NG'ANG'A MARY WAMBUI", "MUTUA JOHN", "NJERŨ ANITA"];
const SUBJECTS: [&str; 6] = [
    "101 102 121 231 233 311 443",
    "101 102 121 231 232 233 312 565",
    "101 102 121 231 233 313 441 501",
    "101 102 121 232 233 312 451",
    "101 102 121 231 233 314 565 443",
    "101 102 121 231 232 233 311 313 565",
];
const WRONGS: [(Field, &str); 8] = [
    (Field::Subjects, "101 102 121 231 311 443 565"),
    (Field::Subjects, "101 102 121 231 233 311"),
    (Field::BirthCertificateNo, "0000"),
    (Field::QualifyingIndex, "2450510101"),
    (Field::QualifyingYear, "2023"),
    (Field::CandidateNo, "500"),
    (Field::Name, "AKINYI"),
    (Field::Gender, ""),
];

fn draft(i: usize) -> Draft {
    let mut draft = Draft::with([
        (Field::Name, NAMES[i % NAMES.len()]),
        (Field::Gender, if i.is_multiple_of(2) { "F" } else { "M" }),
        (Field::YearOfBirth, "2008"),
        (Field::Citizenship, "C"),
        (Field::EntryCode, "1"),
        (Field::Qualification, "KCPE"),
        (Field::QualifyingYear, "2022"),
        (Field::Subjects, SUBJECTS[i * 7 / 3 % SUBJECTS.len()]),
    ]);
    draft.set(Field::CandidateNo, format!("{:03}", i % 499 + 1));
    draft.set(Field::BirthCertificateNo, format!("{}", 4_000_000 + i * 37));
    draft.set(Field::QualifyingIndex, format!("245051{:05}", i % 100_000));
    if i.is_multiple_of(20) {
        let (field, value) = WRONGS[i / 20 % WRONGS.len()];
        draft.set(field, value);
    }
    draft
}

/// Entries a second, the best of five runs, for the machine may be shared.
fn measure(what: &str, mut round: impl FnMut() -> usize) {
    let mut best = f64::MAX;
    let mut found = 0;
    for _ in 0..5 {
        let start = Instant::now();
        found = (0..ROUNDS).map(|_| round()).sum();
        best = best.min(start.elapsed().as_secs_f64());
    }
    let count = ENTRIES * ROUNDS;
    let per_second = (count as f64 / best) as u64;
    println!(r#"{{"what":"{what}","entries":{count},"found":{found},"seconds":{best:.3},"per_second":{per_second}}}"#);
}

fn main() -> Result<(), regulations::PackError> {
    let pack = Pack::bundled(2026)?;
    let drafts: Vec<Draft> = (0..ENTRIES).map(draft).collect();
    let texts: Vec<Fields<'_>> = drafts.iter().map(Draft::fields).collect();
    let entries: Vec<Entry<'_>> = texts.iter().map(|text| Entry::read(&pack, "24505105", text)).collect();
    let centre = Centre { kind: CentreKind::School, offered: None, clearance: false };
    let mut findings = Vec::new();
    measure("rules and fees on read entries", || {
        let mut found = 0;
        for entry in &entries {
            findings.clear();
            let case = Case { pack: &pack, centre: &centre, entry, shared: Shared::default(), held: None };
            judge(&case, &mut findings);
            found += findings.len();
            black_box(Fee::of(&pack, centre.kind, entry));
        }
        found
    });
    measure("reading of entries", || {
        texts.iter().filter(|text| black_box(Entry::read(&pack, "24505105", text)).unknown_subject).count()
    });
    measure_messages(&pack);
    Ok(())
}

/// The commonest findings that have something to tell, in both languages: how many texts are filled in a second.
fn measure_messages(pack: &Pack) {
    let messages = Messages::default();
    let counted = Finding::against(Rule::SubjectsTooFew, 6, 7);
    let coded = Finding::about_subjects(Rule::SubjectsCompulsory, pack.subjects().set("101"));
    let start = Instant::now();
    let texts = (0..20_000)
        .flat_map(|_| [counted, coded])
        .flat_map(|finding| Language::ALL.map(|language| black_box(messages.text(language, pack, &finding)).len()));
    let count = texts.count();
    let seconds = start.elapsed().as_secs_f64();
    let per_second = (count as f64 / seconds) as u64;
    println!(r#"{{"what":"messages filled in","texts":{count},"seconds":{seconds:.3},"per_second":{per_second}}}"#);
}
