//! The fold: what a register is, computed alike by everybody from the council's log. Owns merging: values, conflicts,
//! what is held and what waits for its base. Refuses to choose between two people's values (it keeps both), and to
//! know where the log comes from.
//!
//! A register at position `k` is a function of the first `k` operations and of nothing else: neither of how they were
//! cut into pieces nor of any clock.

mod amendment;
mod cell;
mod conflicts;
mod digest;
mod effect;
mod gate;
mod held;
mod names;
mod numbers;
mod thing;

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::identity::{About, CandidateId, Hash, RegisterId, StreamId, Tag, UnixMillis};
use crate::kind::Kind;
use crate::log::{Mark, Timing};
use crate::record::Record;

pub use amendment::is_identity;
pub use cell::is_remark;
pub use conflicts::{Branch, Conflict, ConflictBecause, Writing};
pub use held::{Held, HeldBecause};

use cell::Cell;
use held::Waiting;
use names::Names;
use thing::Things;

/// A register's state, and how it came about. Operations are applied in the order of the log.
#[derive(Clone, Debug)]
pub struct Fold {
    register: RegisterId,
    fields: Names,
    actors: Names,
    written: Vec<Written>,
    by_tag: FxHashMap<Tag, u32>,
    things: Things,
    numbers: BTreeMap<u16, CandidateId>,
    waiting: BTreeMap<u32, Waiting>,
    awaited: FxHashMap<Tag, Vec<u32>>,
    late: FxHashMap<StreamId, Vec<u32>>,
    committed: FxHashMap<StreamId, u64>,
    admitted: FxHashSet<Tag>,
    countersigned: FxHashMap<Tag, Vec<u32>>,
    ready: VecDeque<u32>,
}

/// An operation that came, whether it took effect or not.
#[derive(Clone, Copy, Debug)]
struct Written {
    position: Option<u64>,
    stream: StreamId,
    n: u64,
    tag: Tag,
    about: About,
    kind: Kind,
    actor: u32,
    at: UnixMillis,
    received: Option<UnixMillis>,
    mark: Option<Mark>,
}

impl Fold {
    /// A register of which nothing is known yet.
    #[must_use]
    pub fn new(register: RegisterId) -> Fold {
        Fold {
            register,
            fields: Names::default(),
            actors: Names::default(),
            written: Vec::new(),
            by_tag: FxHashMap::default(),
            things: Things::default(),
            numbers: BTreeMap::new(),
            waiting: BTreeMap::new(),
            awaited: FxHashMap::default(),
            late: FxHashMap::default(),
            committed: FxHashMap::default(),
            admitted: FxHashSet::default(),
            countersigned: FxHashMap::default(),
            ready: VecDeque::new(),
        }
    }

    /// Which register it is.
    #[must_use]
    pub const fn register(&self) -> RegisterId {
        self.register
    }

    /// Applies the log's next operation: the `n`-th of its stream, with its chain hash, what the council said of it,
    /// and the council's clock when it came.
    #[expect(clippy::too_many_arguments, reason = "they are what the log says of one operation")]
    pub fn apply(
        &mut self,
        position: u64,
        stream: StreamId,
        n: u64,
        h: Hash,
        record: &Record,
        mark: Mark,
        at: UnixMillis,
    ) {
        let came = Some((position, mark, at));
        self.take(stream, n, h.tag(), record, came);
        if mark.timing == Timing::ByCommitment {
            self.prove(stream, n);
        }
        self.settle();
    }

    /// Notes the log's next operation where its bytes do not read as a record: it has no effect and is listed.
    pub fn apply_unreadable(&mut self, position: u64, stream: StreamId, n: u64, h: Hash, mark: Mark, at: UnixMillis) {
        let mark = Mark { standing: crate::log::Standing::Invalid, ..mark };
        let (about, kind, actor) = (About::Centre, Kind::Other(0), String::new());
        let record = Record { n, about, kind, fields: Vec::new(), actor, at: UnixMillis(0), schema: 0 };
        self.apply(position, stream, n, h, &record, mark, at);
    }

    /// Applies an own operation that is not in the log yet, on top of it: as if it took effect. The log's next
    /// operation belongs before it, so that a fold with own operations is extended no more, but made anew.
    pub fn apply_own(&mut self, stream: StreamId, n: u64, h: Hash, record: &Record) {
        self.take(stream, n, h.tag(), record, None);
        self.settle();
    }

    fn take(&mut self, stream: StreamId, n: u64, tag: Tag, record: &Record, came: Option<(u64, Mark, UnixMillis)>) {
        let index = self.written.len() as u32;
        let (position, mark, received) =
            came.map_or((None, None, None), |(p, mark, at)| (Some(p), Some(mark), Some(at)));
        let actor = self.actors.of(&record.actor);
        let (about, kind, at) = (record.about, record.kind, record.at);
        self.written.push(Written { position, stream, n, tag, about, kind, actor, at, received, mark });
        self.by_tag.insert(tag, index);
        self.process(index, record, None);
    }

    /// Judges what became ready because of the last operation, in the order in which it had come.
    fn settle(&mut self) {
        while let Some(index) = self.ready.pop_front() {
            if let Some(Waiting { record, writes, .. }) = self.waiting.remove(&index) {
                self.process(index, &record, writes);
            }
        }
    }

    /// The value shown of a field; `None` where nothing was written.
    #[must_use]
    pub fn value(&self, about: &About, field: &str) -> Option<&str> {
        self.cell(about, field)?.shown().map(|shown| shown.value.as_str())
    }

    /// The tag of the operation that wrote the value shown: the base of a write that replaces it.
    #[must_use]
    pub fn tag(&self, about: &About, field: &str) -> Option<Tag> {
        let last = self.cell(about, field)?.shown()?.by.last()?;
        self.at(*last).map(|written| written.tag)
    }

    /// Whether the operation of this tag is among those that wrote the value shown: its name is a base as good as
    /// [`Fold::tag`].
    #[must_use]
    pub fn wrote(&self, tag: Tag, about: &About, field: &str) -> bool {
        let shown = self.cell(about, field).and_then(Cell::shown);
        self.by_tag.get(&tag).is_some_and(|index| shown.is_some_and(|shown| shown.by.contains(index)))
    }

    /// Every value shown that is not empty.
    #[must_use]
    pub fn values(&self) -> BTreeMap<(About, String), String> {
        self.shown().map(|(about, field, value)| ((about, field.to_owned()), value.to_owned())).collect()
    }

    /// The values shown of one thing that are not empty, by field.
    #[must_use]
    pub fn values_of(&self, about: &About) -> BTreeMap<&str, &str> {
        let cells = self.things.get(about).map(|thing| thing.cells.as_slice()).unwrap_or_default();
        let values = cells.iter().filter_map(|(field, cell)| Some((*field, cell.shown()?.value.as_str())));
        values.filter(|(_, value)| !value.is_empty()).map(|(field, value)| (self.fields.name(field), value)).collect()
    }

    /// Every value shown, empty ones too, with the tag of the operation that wrote it, in an order that does not differ
    /// from run to run.
    pub fn cells(&self) -> impl Iterator<Item = (About, &str, &str, Option<Tag>)> {
        self.things.iter().flat_map(|thing| {
            thing.cells.iter().filter_map(|(field, cell)| {
                let shown = cell.shown()?;
                let tag = shown.by.last().and_then(|last| self.at(*last)).map(|written| written.tag);
                Some((thing.about, self.fields.name(*field), shown.value.as_str(), tag))
            })
        })
    }

    /// The numbers issued, to whom: for ever.
    #[must_use]
    pub const fn numbers(&self) -> &BTreeMap<u16, CandidateId> {
        &self.numbers
    }

    /// Whether an operation of this tag has come, with or without effect.
    #[must_use]
    pub fn knows(&self, tag: Tag) -> bool {
        self.by_tag.contains_key(&tag)
    }

    fn shown(&self) -> impl Iterator<Item = (About, &str, &str)> {
        self.things.iter().flat_map(|thing| {
            let cells = thing.cells.iter().filter_map(|(field, cell)| {
                Some((thing.about, self.fields.name(*field), cell.shown()?.value.as_str()))
            });
            cells.filter(|(_, _, value)| !value.is_empty())
        })
    }

    fn cell(&self, about: &About, field: &str) -> Option<&Cell> {
        self.things.get(about)?.cell(self.fields.find(field)?)
    }

    fn at(&self, index: u32) -> Option<&Written> {
        self.written.get(index as usize)
    }
}

#[cfg(test)]
mod tests;
