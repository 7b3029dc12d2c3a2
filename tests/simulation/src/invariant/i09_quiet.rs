//! I9: when faults stop, all queues are empty within three rounds, a round being one session of each device.

use std::collections::BTreeSet;

use sync::Tag;
use sync::fold::{Held, HeldBecause};

use super::{Kept, broken, i10_blocked};

/// What is left at a desk after the rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which desk.
    pub desk: usize,
    /// Own operations that its copy of the log has not got.
    pub unsent: usize,
    /// Own streams without a receipt of the council's present life for all of them; and one more for a desk that has not
    /// heard of that life.
    pub unreceived: usize,
    /// Whether one of these has no standing.
    pub foul: bool,
    /// Batches of others that the council lost.
    pub carried: usize,
    /// Pictures to send.
    pub to_send: usize,
    /// Pictures to fetch that the council has.
    pub fetchable: usize,
    /// The end of its copy of the log.
    pub taken: u64,
    /// The end of the log.
    pub log: u64,
}

/// Says what is left, as a broken promise: I10, where something without standing is in front.
///
/// # Errors
/// Always, but for a desk with nothing left.
pub fn all_is_quiet(left: &Left) -> Kept {
    let nothing =
        left.unsent + left.unreceived + left.carried + left.to_send + left.fetchable == 0 && left.taken == left.log;
    match nothing {
        true if left.foul => Ok(()),
        true => broken(9, format!("after three rounds the copy is of another log: {left:?}")),
        false => i10_blocked::nothing_blocks(left).and_then(|()| broken(9, format!("after three rounds: {left:?}"))),
    }
}

/// Checks what is held at the end: nothing waits for an operation that goes under another name since it was carried over.
///
/// # Errors
/// When something does: it would wait for ever.
pub fn nobody_waits_for(old_names: &BTreeSet<Tag>, held: &[Held]) -> Kept {
    let waits = |held: &&Held| {
        let bases = held.writes.iter().filter_map(|write| write.base);
        held.why == HeldBecause::BaseMissing && bases.into_iter().any(|base| old_names.contains(&base))
    };
    match held.iter().find(waits) {
        Some(held) => broken(9, format!("{} of {:?} waits for what was carried over", held.n, held.stream)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::{About, FieldWrite, Kind, StreamId, UnixMillis, WriterId};

    #[test]
    fn it_fails_when_something_waits_for_an_old_name() {
        let (old, stream) = (Tag([1; 8]), StreamId { writer: WriterId([1; 16]), incarnation: 2 });
        let writes = vec![FieldWrite { field: "name".into(), value: "A".into(), base: Some(old) }];
        let (about, kind, why, at) = (About::Centre, Kind::Change, HeldBecause::BaseMissing, UnixMillis(0));
        let held =
            Held { position: Some(1), stream, n: 1, tag: Tag([2; 8]), about, kind, actor: "a".into(), at, why, writes };
        assert!(nobody_waits_for(&BTreeSet::from([old]), std::slice::from_ref(&held)).is_err());
        assert!(nobody_waits_for(&BTreeSet::new(), &[held]).is_ok());
    }

    #[test]
    fn it_fails_on_each_queue_that_is_not_empty() {
        let none = Left {
            desk: 0,
            unsent: 0,
            unreceived: 0,
            foul: false,
            carried: 0,
            to_send: 0,
            fetchable: 0,
            taken: 5,
            log: 6,
        };
        let left = [
            none,
            Left { unsent: 1, ..none },
            Left { carried: 1, ..none },
            Left { unreceived: 1, ..none },
            Left { to_send: 1, ..none },
            Left { fetchable: 1, ..none },
        ];
        assert!(left.iter().all(|left| all_is_quiet(left).is_err()));
    }
}
