//! Numbers that a clerk made up to get on: counted up from line to line, copied down the roll, or what only fills a cell.
//! A pure function of a register's rows. Owns what counts as such; whether they are wrong, people say.

use std::collections::BTreeMap;

use serde_json::json;
use sync::{About, CandidateId, RegisterId};

use crate::console::projection::{Found, key, member};
use crate::console::reason::reason;
use crate::stores::console::candidates::Candidate;

/// The queue, and the kind of its cases.
pub(crate) const KIND: (&str, &str) = ("centre", "series");

/// Numbers that rise by one from each line of the roll to the next, at least: siblings and neighbours come in fewer.
const RISING: usize = 5;

/// Bearers of one number, or numbers that only fill a cell, at least. Two who share a number are doubles, or a slip.
const BEARERS: usize = 3;

/// Candidates that a case names, at most.
const NAMED: usize = 60;

/// Reads a column.
type Read = fn(&Candidate) -> &str;

/// A number of candidates that is looked at.
struct Looked {
    field: &'static str,
    name: &'static str,
    score: i64,
    read: Read,
    /// What two bearers of one number have in common, if it is one number.
    within: Read,
}

const LOOKED: [Looked; 2] = [
    Looked {
        field: "birth_certificate_no",
        name: "birth certificate numbers",
        score: 900,
        read: |one| &one.birth_certificate,
        within: |_| "",
    },
    // Classmates of one primary school have numbers near each other.
    Looked {
        field: "qualifying_index",
        name: "index numbers",
        score: 700,
        read: |one| &one.qualifying_index,
        within: |one| &one.qualifying_year,
    },
];

/// The series of a register, one case for each field and manner.
pub(crate) fn series(register: RegisterId, candidates: &[Candidate]) -> Vec<Found> {
    let mut roll: Vec<&Candidate> = candidates.iter().filter(|one| one.state == "entered").collect();
    roll.sort_by(|a, b| (&a.number, a.id).cmp(&(&b.number, b.id)));
    let of = |looked: &Looked| {
        let found = [
            ("rising", rising(&roll, looked)),
            ("repeated", repeated(&roll, looked)),
            ("filler", filler(&roll, looked)),
        ];
        found.into_iter().filter_map(|(how, bearers)| case(register, looked, how, &bearers)).collect::<Vec<_>>()
    };
    LOOKED.iter().flat_map(of).collect()
}

fn case(register: RegisterId, looked: &Looked, how: &'static str, bearers: &[&Candidate]) -> Option<Found> {
    let Looked { field, name, score, read, .. } = *looked;
    let [first, .., last] = bearers else { return None };
    let count = bearers.len();
    let text = match how {
        "rising" => format!("The {name} of {count} candidates rise by one from line to line."),
        "repeated" => format!("{count} candidates share {name}."),
        _ => format!("The {name} of {count} candidates only fill the cell."),
    };
    let why = reason(how, json!({ "field": field, "count": count }), text);
    Some(Found {
        key: key(KIND.0, &[register.to_string().as_bytes(), KIND.1.as_bytes(), field.as_bytes(), how.as_bytes()]),
        queue: KIND.0,
        kind: KIND.1.to_owned(),
        score,
        reasons: vec![why],
        members: bearers.iter().take(NAMED).map(|one| about(register, one)).collect(),
        evidence: json!({ "field": field, "how": how, "count": count, "first": read(first), "last": read(last) }),
        registers: vec![register],
    })
}

fn about(register: RegisterId, one: &Candidate) -> serde_json::Value {
    member(register, &About::Candidate(CandidateId(one.id)))
}

/// The digits as a number; `None`: there are none, or too many.
fn value(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// All who are in a run.
fn rising<'c>(roll: &[&'c Candidate], looked: &Looked) -> Vec<&'c Candidate> {
    let next = |one: &Candidate| value((looked.read)(one)).and_then(|value| value.checked_add(1));
    let follows =
        |one: &&Candidate, other: &&Candidate| next(one).is_some_and(|next| value((looked.read)(other)) == Some(next));
    roll.chunk_by(follows).filter(|run| run.len() >= RISING).flatten().copied().collect()
}

fn repeated<'c>(roll: &[&'c Candidate], looked: &Looked) -> Vec<&'c Candidate> {
    let mut bearers: BTreeMap<(String, &str), Vec<&'c Candidate>> = BTreeMap::new();
    for one in roll {
        let number = (looked.read)(one);
        if !number.is_empty() && !reconcile::is_filler(number) {
            bearers.entry((number.to_uppercase(), (looked.within)(one))).or_default().push(one);
        }
    }
    bearers.into_values().filter(|all| all.len() >= BEARERS).flatten().collect()
}

fn filler<'c>(roll: &[&'c Candidate], looked: &Looked) -> Vec<&'c Candidate> {
    let all: Vec<&Candidate> = roll.iter().filter(|one| reconcile::is_filler((looked.read)(one))).copied().collect();
    if all.len() >= BEARERS { all } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

    fn roll(certificates: &[&str]) -> Vec<Candidate> {
        let one = |(place, certificate): (usize, &&str)| Candidate {
            id: [place as u8 + 1; 16],
            number: format!("{:03}", place + 1),
            birth_certificate: (*certificate).to_owned(),
            state: "entered".into(),
            ..Candidate::default()
        };
        certificates.iter().enumerate().map(one).collect()
    }

    #[test]
    fn numbers_counted_up_copied_down_or_filled_in_are_series_and_others_are_not() {
        for (certificates, found) in [
            (vec!["1", "2", "3", "4", "5", "6"], vec![("rising", 6), ("filler", 6)]),
            (vec!["482915337", "482915338", "482915339", "482915340", "482915341"], vec![("rising", 5)]),
            (vec!["482915337", "482915338", "482915339", "482915340", "7", "482915341"], vec![]),
            (vec!["482915337", "5", "482915337", "6", "482915337"], vec![("repeated", 3)]),
            (vec!["482915337", "482915337", "12", "13", "999999999"], vec![("filler", 3)]),
            (vec!["482915337", "482915337", "", "", ""], vec![]),
            (vec!["B 482915337", "b482915337", "B-482915337"], vec![]),
        ] {
            let all = series(REGISTER, &roll(&certificates));
            let hows: Vec<(&str, u64)> = all
                .iter()
                .map(|one| (one.evidence["how"].as_str().unwrap(), one.evidence["count"].as_u64().unwrap()))
                .collect();
            assert_eq!(hows, found, "{certificates:?}");
        }
    }

    #[test]
    fn who_withdrew_is_in_no_series_and_a_case_names_its_candidates() {
        let mut all = roll(&["11", "12", "13", "14", "15"]);
        let found = series(REGISTER, &all);
        assert_eq!((found[0].members.len(), &found[0].evidence["first"]), (5, &json!("11")));
        all[2].state = "withdrawn".into();
        assert!(series(REGISTER, &all).iter().all(|one| one.evidence["how"] == "filler"));
    }
}
