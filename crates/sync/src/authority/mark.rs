//! What the council says of each operation when it takes it in: in time or not, to take effect or not. Owns the rules;
//! refuses to hold anything back (the fold does).

use std::collections::BTreeSet;

use crate::fault::{Fault, planted};
use crate::frame::{Chained, Frame};
use crate::head::short_code;
use crate::identity::{About, UnixMillis};
use crate::kind::Kind;
use crate::log::{Mark, Standing, Timing};
use crate::record::Record;
use crate::role::Role;

use super::facts::{Here, PushFacts};

/// Runs of equal marks for the operations of the batch from `first` on.
pub(super) fn marks(frame: &Frame, first: u64, facts: &PushFacts, here: &Here<'_>) -> Vec<(u32, Mark)> {
    let role = facts.device.as_ref().map_or(Role::Auditor, |device| device.role);
    let committed = committed_until(frame, facts);
    let mut runs: Vec<(u32, Mark)> = Vec::new();
    for (n, operation) in (frame.first..).zip(&frame.operations).filter(|(n, _)| *n >= first) {
        let record = Record::from_bytes(&operation.bytes).ok().filter(|record| record.n == n);
        let timing = timing(n, record.as_ref(), committed, facts.closes, here.now);
        let mark = Mark { timing, standing: standing(role, record.as_ref()), role };
        match runs.last_mut() {
            Some((count, same)) if *same == mark => *count += 1,
            _ => runs.push((1, mark)),
        }
    }
    runs
}

fn timing(n: u64, record: Option<&Record>, committed: u64, closes: Option<UnixMillis>, now: UnixMillis) -> Timing {
    let now = record.filter(|_| planted(Fault::DeviceClock)).map_or(now, |record| record.at);
    match closes {
        Some(closes) if now >= closes && !planted(Fault::LateInTime) => {
            if n <= committed {
                Timing::ByCommitment
            } else {
                Timing::Late
            }
        }
        _ => Timing::InTime,
    }
}

/// The last operation of the batch that a head or a short code of before closing covers. A head for an operation
/// behind the batch proves nothing yet: it does when that operation comes, and the fold then lets go what was held.
fn committed_until(frame: &Frame, facts: &PushFacts) -> u64 {
    if planted(Fault::CommitmentUnchained) {
        return facts.commitments.iter().map(|(n, _)| *n).max().unwrap_or(0);
    }
    let by_head = facts.commitments.iter().filter(|(n, h)| *n >= frame.first && frame.hash_at(*n) == Some(*h));
    by_head.map(|(n, _)| *n).chain(by_short_code(frame, facts)).max().unwrap_or(0)
}

fn by_short_code(frame: &Frame, facts: &PushFacts) -> Option<u64> {
    let codes: BTreeSet<&str> = facts.short_codes.iter().map(String::as_str).collect();
    if codes.is_empty() {
        return None;
    }
    let code = |(n, operation): &(u64, &Chained)| {
        codes.contains(short_code(frame.head.register, frame.head.stream(), *n, operation.h).as_str())
    };
    (frame.first..).zip(&frame.operations).filter(code).map(|(n, _)| n).last()
}

fn standing(role: Role, record: Option<&Record>) -> Standing {
    match record {
        _ if planted(Fault::NoStanding) => Standing::Effective,
        None => Standing::Invalid,
        Some(record) if is_about_nobody(record) => Standing::Invalid,
        Some(record) if role != Role::Council && is_the_councils(record) => Standing::Invalid,
        Some(record) if !role.may_write(record.kind) => Standing::NoRight,
        Some(_) => Standing::Effective,
    }
}

/// Whether it names a candidate or a slip by the zeros that stand for the centre.
fn is_about_nobody(record: &Record) -> bool {
    record.about != About::Centre && record.about.key() == About::Centre.key()
}

/// Whether it speaks of what only the council writes: where a candidate is at home.
fn is_the_councils(record: &Record) -> bool {
    let moves = record.fields.iter().any(|write| match write.field.as_str() {
        "state" => write.value == "moved",
        field => matches!(field, "moved_to" | "moved_from"),
    });
    moves || matches!(record.kind, Kind::Depart | Kind::Arrive | Kind::Merge)
}
