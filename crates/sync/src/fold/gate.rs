//! Whether an operation takes effect now, is held, or waits for its base. Owns that verdict, a function of what came
//! before; refuses to apply it.

use crate::fault::{Fault, planted};
use crate::identity::Tag;
use crate::kind::Kind;
use crate::log::{Standing, Timing};
use crate::record::{FieldWrite, Record};
use crate::role::Role;

use super::amendment::{is_amendment, is_identity, is_signed};
use super::held::HeldBecause;
use super::{Fold, Written};

/// What becomes of an operation.
pub(super) enum Verdict {
    /// It takes effect, but for the writes named (by their places in the record), which wait for a second person.
    Effect(Vec<usize>),
    /// It is held.
    Held(HeldBecause),
    /// It waits for this operation.
    Awaits(Tag),
}

impl Fold {
    /// Judges an operation, or those of its writes that are left.
    pub(super) fn judge(&self, written: &Written, record: &Record, left: Option<&[usize]>) -> Verdict {
        let moved = self.things.get(&written.about).is_some_and(|thing| thing.departed);
        let council = written.mark.is_some_and(|mark| mark.role == Role::Council);
        match written.mark.map(|mark| mark.standing) {
            Some(Standing::NoRight) => return Verdict::Held(HeldBecause::NoRight),
            Some(Standing::Invalid) => return Verdict::Held(HeldBecause::Invalid),
            _ if moved && !council && !planted(Fault::MovedStaysWritable) => {
                return Verdict::Held(HeldBecause::Departed);
            }
            _ => {}
        }
        let alone =
            if council || !self.is_late(written) { Ok(Vec::new()) } else { self.judge_late(written, record, left) };
        match (alone, self.awaits(record, left)) {
            (Err(why), _) => Verdict::Held(why),
            (_, Some(base)) if !council => Verdict::Awaits(base),
            (Ok(waiting), _) => Verdict::Effect(waiting),
        }
    }

    /// Late, and neither admitted nor covered by a commitment that was proved since.
    fn is_late(&self, written: &Written) -> bool {
        let late = written.mark.is_some_and(|mark| mark.timing == Timing::Late);
        let proved = self.committed.get(&written.stream).is_some_and(|n| written.n <= *n);
        late && !proved && !self.admitted.contains(&written.tag) && !planted(Fault::HeldTakesEffect)
    }

    /// The writes that wait for a second person, or why all of it is held.
    fn judge_late(
        &self,
        written: &Written,
        record: &Record,
        left: Option<&[usize]>,
    ) -> Result<Vec<usize>, HeldBecause> {
        if matches!(record.kind, Kind::Enter | Kind::Import) {
            return Err(HeldBecause::Late);
        }
        if !is_amendment(record) {
            return Ok(Vec::new());
        }
        if !is_signed(record) {
            return Err(HeldBecause::Unsigned);
        }
        let by_another =
            self.countersigned.get(&written.tag).is_some_and(|by| by.iter().any(|one| *one != written.actor));
        if by_another {
            return Ok(Vec::new());
        }
        let waits = |index: &usize| record.fields.get(*index).is_some_and(|write| self.wants_second(record, write));
        let waiting: Vec<usize> = (0..record.fields.len()).filter(waits).collect();
        if left.is_some() && !waiting.is_empty() { Err(HeldBecause::Countersign) } else { Ok(waiting) }
    }

    /// Whether a write is one of identity. To choose among what others wrote is not.
    fn wants_second(&self, record: &Record, write: &FieldWrite) -> bool {
        let field = write.field.strip_prefix("resolved.").unwrap_or(&write.field);
        let chosen = record.fields.iter().find(|other| other.field == field);
        let chooses = |chosen: &FieldWrite| {
            let cell = self.cell(&record.about, field);
            cell.is_some_and(|cell| cell.branches().iter().any(|branch| branch.value == chosen.value))
        };
        is_identity(field) && !(record.kind == Kind::Resolve && chosen.is_some_and(chooses))
    }

    /// A base of the record that has not come, or has come and waits itself. One that has come and is held for good
    /// (no right, invalid) is awaited by nobody.
    fn awaits(&self, record: &Record, left: Option<&[usize]>) -> Option<Tag> {
        let writes = record.fields.iter().enumerate().filter(|(index, _)| left.is_none_or(|left| left.contains(index)));
        let mut bases = writes.filter_map(|(_, write)| write.base.map(|base| (write, base)));
        bases.find(|(write, base)| self.is_awaited(write, *base)).map(|(_, base)| base)
    }

    fn is_awaited(&self, write: &FieldWrite, base: Tag) -> bool {
        let field = write.field.strip_prefix("resolved.").unwrap_or(&write.field);
        match self.by_tag.get(&base) {
            None => true,
            Some(index) => self.waiting.get(index).is_some_and(|waiting| waiting.may_write(field)),
        }
    }
}
