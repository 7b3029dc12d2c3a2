//! What was written of a candidate: who, when, what, from what to what. Each change once, latest first.

use register::{About, HistoryEntry};
use serde::Serialize;
use ts_rs::TS;

use super::{One, id_of};
use crate::{Outcome, Window};

/// One change of the candidate.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "CandidatePast")]
pub(crate) struct Past {
    /// When, in milliseconds.
    at: i64,
    /// Who.
    actor: String,
    /// What was done, as `change` or `import`.
    kind: &'static str,
    /// For an import, the file's name.
    note: String,
    /// For what came from the council, what it was where it was done.
    merged: Option<&'static str>,
    /// Each field that was written.
    writes: Vec<PastWrite>,
}

/// One field of a change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "CandidateWrite")]
pub(crate) struct PastWrite {
    /// The field's name in the register: a field's of the entry, or as `state`, `paper.medical_report`.
    field: String,
    /// The value before; empty: none.
    old: String,
    /// The value written; empty: none.
    new: String,
}

pub(crate) fn history(window: &Window, One { id }: One) -> Outcome<Vec<Past>> {
    let about = About::Candidate(id_of(&id)?);
    window.reading(|at_work| Ok(grouped(at_work.desk.register().read().history(about)?)))
}

fn grouped(entries: Vec<HistoryEntry>) -> Vec<Past> {
    let mut changes: Vec<(i64, Past)> = Vec::new();
    for entry in entries {
        let write = PastWrite { field: entry.field, old: entry.old, new: entry.new };
        match changes.last_mut().filter(|(change, _)| *change == entry.change) {
            Some((_, past)) => past.writes.push(write),
            None => changes.push((
                entry.change,
                Past {
                    at: entry.at.0,
                    actor: entry.actor,
                    kind: entry.kind.name(),
                    note: entry.note,
                    merged: entry.merged.map(register::Kind::name),
                    writes: vec![write],
                },
            )),
        }
    }
    changes.into_iter().map(|(_, past)| past).collect()
}
