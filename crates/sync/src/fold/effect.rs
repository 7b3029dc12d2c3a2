//! An operation taking effect: its writes into their cells, and what it says of other operations. Owns the order of
//! both; refuses to judge whether it may (the gate does).

use crate::fault::{Fault, planted};
use crate::identity::{About, Tag};
use crate::kind::Kind;
use crate::log::Timing;
use crate::record::{FieldWrite, Record};
use crate::role::Role;

use super::cell::{self, is_remark};
use super::gate::Verdict;
use super::held::{HeldBecause, Waiting};
use super::{Fold, Written};

impl Fold {
    /// Judges an operation, or those of its writes that are `left`, and does what comes of it.
    pub(super) fn process(&mut self, index: u32, record: &Record, left: Option<Vec<usize>>) {
        let Some(written) = self.at(index).copied() else { return };
        match self.judge(&written, record, left.as_deref()) {
            Verdict::Effect(waiting) => {
                self.effect(index, &written, record, left.as_deref(), &waiting);
                if !waiting.is_empty() {
                    self.hold(index, &written, record, HeldBecause::Countersign, Some(waiting));
                }
                self.wake_those_after(written.tag);
            }
            Verdict::Held(why) => {
                self.hold(index, &written, record, why, left);
                if !why.may_pass() {
                    self.wake_those_after(written.tag);
                }
            }
            Verdict::Awaits(_) if planted(Fault::ParkedForgotten) => {}
            Verdict::Awaits(base) => {
                self.awaited.entry(base).or_default().push(index);
                self.hold(index, &written, record, HeldBecause::BaseMissing, left);
            }
        }
    }

    fn hold(&mut self, index: u32, written: &Written, record: &Record, why: HeldBecause, writes: Option<Vec<usize>>) {
        if written.mark.is_some_and(|mark| mark.timing == Timing::Late) && why.may_pass() {
            self.late.entry(written.stream).or_default().push(index);
        }
        self.waiting.insert(index, Waiting { record: record.clone(), why, writes });
    }

    fn effect(&mut self, index: u32, written: &Written, record: &Record, left: Option<&[usize]>, except: &[usize]) {
        let now = |place: usize| left.is_none_or(|left| left.contains(&place)) && !except.contains(&place);
        let writes = record.fields.iter().enumerate().filter(|(place, _)| now(*place)).map(|(_, write)| write);
        let writes: Vec<&FieldWrite> = writes.collect();
        let withdrawal = self.unseen_withdrawal(written, record);
        if record.kind == Kind::Arrive {
            self.arrive(index, written.about);
        }
        let values: Vec<&FieldWrite> = writes.iter().copied().filter(|write| !is_remark(&write.field)).collect();
        if !values.is_empty() {
            self.write(index, written, &values, withdrawal.as_deref());
        }
        match record.kind {
            Kind::Resolve => self.close(index, written, &writes),
            Kind::Admit => self.admit(&writes),
            Kind::Countersign => self.countersign(written, &writes),
            Kind::Depart => self.things.get_mut(written.about).departed = true,
            _ => {}
        }
    }

    /// Writes values into their cells, and issues the number among them.
    fn write(&mut self, index: u32, written: &Written, values: &[&FieldWrite], withdrawal: Option<&[u32]>) {
        let thing = self.things.get_mut(written.about);
        thing.expect(values.len());
        for write in values {
            let base = write.base.and_then(|base| self.by_tag.get(&base).copied());
            let cell = thing.cell_mut(self.fields.of(&write.field));
            let into = cell::Written { by: index, base, value: &write.value };
            match withdrawal {
                // The council's word on where somebody is at home: whatever else came, and in whatever order.
                _ if matches!(written.kind, Kind::Arrive | Kind::Depart) => cell.begin(index, &write.value),
                Some(withdrawal) if !is_of_the_withdrawal(&write.field) => cell.write_despite(into, withdrawal),
                _ => cell.write(into),
            }
        }
        let number = values.iter().find(|write| write.field == "candidate_no");
        if let (Some(number), About::Candidate(id)) = (number, written.about) {
            self.issue(&number.value, id);
        }
    }

    /// The operations that withdrew the candidate, where whoever wrote this had not seen it. Who resolves has seen it,
    /// and so has who withdrew, and who writes the state on top of the withdrawal.
    fn unseen_withdrawal(&self, written: &Written, record: &Record) -> Option<Vec<u32>> {
        let council = written.mark.is_some_and(|mark| mark.role == Role::Council);
        let state = self.cell(&written.about, "state")?.shown()?;
        if state.value != "withdrawn" || record.kind == Kind::Resolve || council {
            return None;
        }
        let on_top = |base: Tag| self.by_tag.get(&base).is_some_and(|base| state.by.contains(base));
        let by_same = |index: &u32| self.at(*index).is_some_and(|other| other.stream.writer == written.stream.writer);
        let own = record.fields.iter().find(|write| write.field == "state").and_then(|write| write.base);
        (!own.is_some_and(on_top) && !state.by.iter().any(by_same)).then(|| state.by.to_vec())
    }

    /// What is known of the candidate from before they left counts no more.
    fn arrive(&mut self, index: u32, about: About) {
        let thing = self.things.get_mut(about);
        thing.departed = false;
        thing.cells.iter_mut().for_each(|(_, cell)| cell.begin(index, ""));
    }

    /// Closes the branches named, of fields that the resolution itself writes.
    fn close(&mut self, index: u32, written: &Written, writes: &[&FieldWrite]) {
        for write in writes {
            let Some(field) = write.field.strip_prefix("resolved.") else { continue };
            let chosen = writes.iter().any(|other| other.field == field);
            let closed = write.base.and_then(|base| self.by_tag.get(&base).copied());
            if let (true, Some(closed), Some(field)) = (chosen, closed, self.fields.find(field)) {
                self.things.get_mut(written.about).cell_mut(field).close(closed, index);
            }
        }
    }

    fn admit(&mut self, writes: &[&FieldWrite]) {
        for tag in named(writes, "admitted") {
            self.admitted.insert(tag);
            self.wake(tag);
        }
    }

    fn countersign(&mut self, written: &Written, writes: &[&FieldWrite]) {
        for tag in named(writes, "countersigned") {
            self.countersigned.entry(tag).or_default().push(written.actor);
            self.wake(tag);
        }
    }
}

fn is_of_the_withdrawal(field: &str) -> bool {
    matches!(field, "state" | "withdrawn_because")
}

/// The operations that a remark names.
fn named(writes: &[&FieldWrite], field: &str) -> Vec<Tag> {
    writes.iter().filter(|write| write.field == field).filter_map(|write| Tag::parse(&write.value)).collect()
}
