//! I16: stick and network in any order come to the same state: the operations of a log, taken in in another order (each
//! stream in its own), leave the same values standing in every cell that people did not fill at odds, and the same
//! things held for good.

use std::collections::{BTreeMap, BTreeSet};

use sync::fold::Fold;
use sync::{About, Kind, RegisterId, Timing};

use super::{Kept, broken};
use crate::mirror::Seen;

/// Checks a log against another order of it. Logs with moves and with what came after closing are left out: there the
/// moment is part of what was said.
///
/// # Errors
/// When a cell without conflict in both orders has two values.
pub fn any_order_comes_to_the_same(register: RegisterId, log: &[Seen]) -> Kept {
    let timed = |seen: &Seen| {
        let moves = seen
            .record
            .as_ref()
            .is_some_and(|one| matches!(one.kind, Kind::Depart | Kind::Arrive | Kind::Withdraw | Kind::Reinstate));
        moves || seen.logged.mark.timing == Timing::Late
    };
    if log.iter().any(timed) {
        return Ok(());
    }
    let other = by_streams(log);
    let (here, there) = (folded(register, log.iter()), folded(register, other.into_iter()));
    let odds: BTreeSet<_> = at_odds(&here).chain(at_odds(&there)).collect();
    let doubled = written_twice(log);
    let steady = |fold: &Fold| -> BTreeMap<(About, String), String> {
        fold.values().into_iter().filter(|(cell, _)| !odds.contains(cell) && !doubled.contains(cell)).collect()
    };
    if steady(&here) == steady(&there) { Ok(()) } else { broken(16, "another order of arrival comes to another state") }
}

/// Checks a desk that was handed an answer to a question that it no longer asks, by its durable steps.
///
/// # Errors
/// When it wrote something because of it.
pub fn nothing_stale_is_believed(before: u64, after: u64) -> Kept {
    if before == after { Ok(()) } else { broken(16, "a desk believed an answer to a question of before") }
}

/// One stream after the other: the order that is furthest from how things came.
fn by_streams(log: &[Seen]) -> Vec<&Seen> {
    let mut other: Vec<&Seen> = log.iter().collect();
    other.sort_by_key(|seen| std::cmp::Reverse(seen.logged.stream));
    other
}

fn folded<'l>(register: RegisterId, log: impl Iterator<Item = &'l Seen>) -> Fold {
    let mut fold = Fold::new(register);
    (1..).zip(log).for_each(|(position, seen)| seen.apply(&mut fold, position));
    fold
}

fn at_odds(fold: &Fold) -> impl Iterator<Item = (About, String)> {
    fold.conflicts().into_iter().map(|conflict| (conflict.about, conflict.field))
}

/// Cells to which a value was written twice by people who had not seen each other's: which of the two a third wrote
/// upon, and when, decides whether there is a conflict to resolve.
fn written_twice(log: &[Seen]) -> BTreeSet<(About, String)> {
    let mut seen = BTreeSet::new();
    let writes = log
        .iter()
        .filter_map(|one| one.record.as_ref())
        .flat_map(|record| record.fields.iter().map(|write| (record.about, write.field.clone(), write.value.clone())));
    writes.filter(|write| !seen.insert(write.clone())).map(|(about, field, _)| (about, field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Logged, Written};
    use std::rc::Rc;
    use sync::{Epoch, FieldWrite, Hash, Mark, Record, Role, Standing, StreamId, Tag, UnixMillis, WriterId};

    const REGISTER: RegisterId = RegisterId { centre: 1, year: 2026 };

    fn seen(writer: u8, n: u64, h: u8, value: &str, base: Option<u8>) -> Seen {
        let fields =
            vec![FieldWrite { field: "address".into(), value: value.into(), base: base.map(|byte| Tag([byte; 8])) }];
        let (about, at) = (About::Centre, UnixMillis(0));
        let record = Record { n, about, kind: Kind::Centre, fields, actor: "a".into(), at, schema: 4 };
        let written = Written { bytes: record.to_bytes().into(), h: Hash([h; 32]) };
        let mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Clerk };
        let (epoch, l) = (Epoch([0; 8]), Hash([0; 32]));
        let stream = StreamId { writer: WriterId([writer; 16]), incarnation: 1 };
        Seen { logged: Logged { epoch, stream, n, written, mark, at, l }, record: Some(Rc::new(record)) }
    }

    #[test]
    fn it_fails_when_a_late_answer_moves_a_desk() {
        assert!(nothing_stale_is_believed(3, 3).is_ok());
        assert!(nothing_stale_is_believed(3, 4).is_err());
    }

    #[test]
    fn what_waits_for_its_base_comes_to_the_same() {
        let log = [seen(1, 1, 1, "A", None), seen(2, 1, 2, "B", Some(1)), seen(3, 1, 3, "C", Some(2))];
        assert!(any_order_comes_to_the_same(REGISTER, &log).is_ok());
        assert_eq!(by_streams(&log)[0].logged.stream.writer, WriterId([3; 16]));
    }

    #[test]
    fn it_fails_where_the_last_to_come_wins() {
        sync::fault::plant(Some(sync::fault::Fault::LastWriterWins));
        let log = [seen(1, 1, 1, "A", None), seen(2, 1, 2, "B", None)];
        let found = any_order_comes_to_the_same(REGISTER, &log);
        sync::fault::plant(None);
        assert!(found.is_err());
    }
}
