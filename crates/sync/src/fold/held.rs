//! What came and has no effect, or not yet. Owns the list and what wakes each; refuses to forget one.

use crate::identity::{About, StreamId, Tag, UnixMillis};
use crate::kind::Kind;
use crate::record::{FieldWrite, Record};

use super::Fold;

/// An operation, or some of its writes, without effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its position in the log; `None`: of this computer, on its way.
    pub position: Option<u64>,
    /// The stream that wrote it.
    pub stream: StreamId,
    /// Its place in the stream.
    pub n: u64,
    /// Its name: what `admitted` and `countersigned` say.
    pub tag: Tag,
    /// What it writes about.
    pub about: About,
    /// The named operation that it belongs to.
    pub kind: Kind,
    /// Who did it.
    pub actor: String,
    /// The device's clock then.
    pub at: UnixMillis,
    /// Why it has no effect.
    pub why: HeldBecause,
    /// The writes without effect: all of it, or those that wait for a second person.
    pub writes: Vec<FieldWrite>,
}

/// Why an operation has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeldBecause {
    /// It enters a candidate after closing; the council admits it or leaves it.
    Late,
    /// The role of its device has no right to it.
    NoRight,
    /// It makes no sense, or speaks of what only the council writes.
    Invalid,
    /// It amends an entry after closing and does not say why.
    Unsigned,
    /// It amends who a candidate is, after closing; a second person has to stand for it.
    Countersign,
    /// What it builds on has not come yet, or waits itself.
    BaseMissing,
    /// The candidate has left for another centre.
    Departed,
}

impl HeldBecause {
    /// Whether it may take effect yet.
    #[must_use]
    pub const fn may_pass(self) -> bool {
        matches!(self, HeldBecause::Late | HeldBecause::Unsigned | HeldBecause::Countersign | HeldBecause::BaseMissing)
    }
}

/// An operation that is held, with what is left of it.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) record: Record,
    pub(super) why: HeldBecause,
    /// The places of the writes that are left; `None`: all.
    pub(super) writes: Option<Vec<usize>>,
}

impl Waiting {
    fn left(&self) -> impl Iterator<Item = &FieldWrite> {
        let left = |(index, _): &(usize, &FieldWrite)| self.writes.as_ref().is_none_or(|left| left.contains(index));
        self.record.fields.iter().enumerate().filter(left).map(|(_, write)| write)
    }

    /// Whether this field's write may still take effect.
    pub(super) fn may_write(&self, field: &str) -> bool {
        self.why.may_pass() && self.left().any(|write| write.field == field)
    }
}

impl Fold {
    /// What came and has no effect, or not yet, in the order in which it came.
    #[must_use]
    pub fn held(&self) -> Vec<Held> {
        let held = |(index, waiting): (&u32, &Waiting)| {
            let written = self.at(*index)?;
            Some(Held {
                position: written.position,
                stream: written.stream,
                n: written.n,
                tag: written.tag,
                about: written.about,
                kind: written.kind,
                actor: self.actors.name(written.actor).to_owned(),
                at: written.at,
                why: waiting.why,
                writes: waiting.left().cloned().collect(),
            })
        };
        self.waiting.iter().filter_map(held).collect()
    }

    /// A commitment covers the stream up to `n`: what was held as late may pass.
    pub(super) fn prove(&mut self, stream: StreamId, n: u64) {
        let until = self.committed.entry(stream).or_default();
        *until = n.max(*until);
        self.ready.extend(self.late.remove(&stream).unwrap_or_default());
    }

    /// The operation of this tag may pass, if it is held for what was given now.
    pub(super) fn wake(&mut self, tag: Tag) {
        self.ready.extend(self.by_tag.get(&tag));
    }

    /// Those who wait for the operation of this tag look again.
    pub(super) fn wake_those_after(&mut self, tag: Tag) {
        if !self.awaited.is_empty() {
            self.ready.extend(self.awaited.remove(&tag).unwrap_or_default());
        }
    }
}
