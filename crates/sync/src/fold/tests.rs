mod after_closing;
mod interleavings;
mod merging;
mod whereabouts;

use std::collections::BTreeMap;

use super::*;
use crate::chain::{chain_next, chain_start};
use crate::identity::WriterId;
use crate::log::Standing;
use crate::record::FieldWrite;
use crate::role::Role;

pub(super) const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };
pub(super) const CLERK: Mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Clerk };
pub(super) const LATE: Mark = Mark { timing: Timing::Late, ..CLERK };

pub(super) fn candidate(id: u8) -> About {
    About::Candidate(CandidateId([id; 16]))
}

pub(super) fn stream(device: u8) -> StreamId {
    StreamId { writer: WriterId([device; 16]), incarnation: 1 }
}

/// An operation as it is in the log.
#[derive(Clone, Debug)]
pub(super) struct Logged {
    pub(super) stream: StreamId,
    pub(super) h: Hash,
    pub(super) record: Record,
    pub(super) mark: Mark,
}

/// Writes streams, by several devices.
#[derive(Default)]
pub(super) struct Pens {
    ends: BTreeMap<u8, (u64, Hash)>,
}

impl Pens {
    pub(super) fn write(&mut self, device: u8, kind: Kind, about: About, fields: Vec<FieldWrite>) -> Logged {
        let stream = stream(device);
        let end = self.ends.entry(device).or_insert((0, chain_start(stream.writer, 1)));
        let (actor, at) = (format!("person {device}"), UnixMillis(0));
        let record = Record { n: end.0 + 1, about, kind, fields, actor, at, schema: 1 };
        *end = (record.n, chain_next(end.1, &record.to_bytes()));
        Logged { stream, h: end.1, record, mark: CLERK }
    }
}

/// A log under way, with its fold.
pub(super) struct Told {
    pub(super) fold: Fold,
    pens: Pens,
    position: u64,
}

pub(super) fn told() -> Told {
    Told { fold: Fold::new(REGISTER), pens: Pens::default(), position: 0 }
}

pub(super) fn apply(fold: &mut Fold, position: u64, logged: &Logged) {
    let Logged { stream, h, record, mark } = logged;
    fold.apply(position, *stream, record.n, *h, record, *mark, UnixMillis(position as i64));
}

pub(super) fn field(field: &str, value: &str, base: Option<Tag>) -> FieldWrite {
    FieldWrite { field: field.into(), value: value.into(), base }
}

impl Told {
    /// Writes without sending.
    pub(super) fn write(
        &mut self,
        device: u8,
        kind: Kind,
        about: About,
        fields: &[(&str, &str, Option<Tag>)],
    ) -> Logged {
        let fields = fields.iter().map(|(name, value, base)| field(name, value, *base)).collect();
        self.pens.write(device, kind, about, fields)
    }

    pub(super) fn take(&mut self, logged: &Logged) -> Tag {
        self.position += 1;
        apply(&mut self.fold, self.position, logged);
        logged.h.tag()
    }

    pub(super) fn say(&mut self, device: u8, kind: Kind, about: About, fields: &[(&str, &str, Option<Tag>)]) -> Tag {
        let logged = self.write(device, kind, about, fields);
        self.take(&logged)
    }

    pub(super) fn say_marked(
        &mut self,
        mark: Mark,
        device: u8,
        kind: Kind,
        about: About,
        fields: &[(&str, &str, Option<Tag>)],
    ) -> Tag {
        let logged = Logged { mark, ..self.write(device, kind, about, fields) };
        self.take(&logged)
    }

    pub(super) fn enter(&mut self, device: u8, id: u8, name: &str) -> Tag {
        self.say(device, Kind::Enter, candidate(id), &[("state", "entered", None), ("name", name, None)])
    }

    /// The values side by side of each conflict: `field: a | b`.
    pub(super) fn conflicts(&self) -> Vec<String> {
        let line = |conflict: Conflict| {
            let values: Vec<_> = conflict.branches.into_iter().map(|branch| branch.value).collect();
            format!("{}: {}", conflict.field, values.join(" | "))
        };
        self.fold.conflicts().into_iter().map(line).collect()
    }

    pub(super) fn held(&self) -> Vec<HeldBecause> {
        self.fold.held().into_iter().map(|held| held.why).collect()
    }

    pub(super) fn name(&self, id: u8) -> &str {
        self.fold.value(&candidate(id), "name").unwrap_or_default()
    }
}
