//! Any text laid over the rules as a circular is refused or judges entries; it never panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use regulations::{Case, Centre, Draft, Entry, Fee, Field, Pack, Shared, Slots, judge};

fuzz_target!(|circular: &str| {
    let Ok(pack) = Pack::with_circulars(2026, &[circular]) else { return };
    let draft = Draft::with([
        (Field::CandidateNo, "001"),
        (Field::YearOfBirth, "2008"),
        (Field::EntryCode, "2"),
        (Field::Citizenship, "N"),
        (Field::Qualification, "KCPE"),
        (Field::QualifyingIndex, "24505101017"),
        (Field::QualifyingYear, "2022"),
        (Field::SpecialNeeds, "BLIND HEARING"),
        (Field::Subjects, "101 102 121 122 231 237 311 443 450 504"),
    ]);
    let fields = draft.fields();
    let entry = Entry::read(&pack, "24505105", &fields);
    let centre = Centre::default();
    let mut findings = Vec::new();
    judge(&Case { pack: &pack, centre: &centre, entry: &entry, shared: Shared::default(), held: None }, &mut findings);
    let _ = (Fee::of(&pack, centre.kind, &entry), Slots::of(&pack, &entry));
});
