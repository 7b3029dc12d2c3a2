//! I5: no value is overwritten without a matching base or a resolution. Each write that took effect and that nobody wrote
//! upon (nor upon an equal value, after it) is among the values that the register shows or lists as a conflict. Worked
//! out from the log without the fold's cells; the fold only says what is held, and what it has to show for itself.

use std::collections::{BTreeMap, BTreeSet};

use sync::fold::{Fold, is_remark};
use sync::{About, FieldWrite, Kind, Role, Tag, Timing};

use super::{Kept, broken};
use crate::mirror::Seen;

/// A write that took effect.
struct Effective<'l> {
    position: usize,
    tag: Tag,
    value: &'l str,
    base: Option<Tag>,
    /// Its position says nothing of when it took effect.
    late: bool,
}

type Cells<'l> = BTreeMap<(About, &'l str), Vec<Effective<'l>>>;

/// Checks a register at the end of its log.
///
/// # Errors
/// When a value is nowhere that nobody replaced.
pub fn nothing_is_overwritten(fold: &Fold, log: &[Seen]) -> Kept {
    let shown = shown(fold);
    for ((about, field), writes) in &effective(fold, log) {
        if fold.value(about, "state") == Some("moved") {
            continue;
        }
        let visible = shown.get(&(*about, (*field).to_owned()));
        for write in writes {
            let is_there = write.value.is_empty() && visible.is_none()
                || visible.is_some_and(|values| values.contains(write.value));
            if !is_there && !is_covered(write, writes) {
                let found =
                    format!("{:?} written to {field} at position {} is nowhere", write.value, write.position + 1);
                return broken(5, found);
            }
        }
    }
    Ok(())
}

/// Whether somebody wrote upon it, or upon an equal value after it.
fn is_covered(write: &Effective<'_>, writes: &[Effective<'_>]) -> bool {
    let value_at = |base: Tag| writes.iter().find(|other| other.tag == base);
    writes.iter().any(|other| match other.base {
        Some(base) if base == write.tag => true,
        Some(base) => {
            let after = other.position > write.position || other.late || write.late;
            after && value_at(base).is_some_and(|below| below.value == write.value)
        }
        None => false,
    })
}

fn shown(fold: &Fold) -> BTreeMap<(About, String), BTreeSet<String>> {
    let mut shown: BTreeMap<(About, String), BTreeSet<String>> = BTreeMap::new();
    for (about, field, value, _) in fold.cells() {
        shown.entry((about, field.to_owned())).or_default().insert(value.to_owned());
    }
    for conflict in fold.conflicts() {
        let values = shown.entry((conflict.about, conflict.field)).or_default();
        values.extend(conflict.branches.into_iter().map(|branch| branch.value));
    }
    shown
}

/// The writes that took effect, by cell. An arrival begins the candidate anew.
fn effective<'l>(fold: &Fold, log: &'l [Seen]) -> Cells<'l> {
    let held: BTreeMap<Tag, Vec<FieldWrite>> = fold.held().into_iter().map(|held| (held.tag, held.writes)).collect();
    let mut cells = Cells::new();
    for (position, seen) in log.iter().enumerate() {
        let Some(record) = &seen.record else { continue };
        if record.kind == Kind::Arrive {
            // What waited for this, or for something after it, takes effect later.
            let before = |base: Tag| log[..position].iter().any(|seen| seen.logged.written.h.tag() == base);
            let of_them = cells.iter_mut().filter(|((about, _), _)| *about == record.about);
            of_them.for_each(|(_, writes)| writes.retain(|write| write.late && !write.base.is_none_or(before)));
        }
        let tag = seen.logged.written.h.tag();
        let waits = held.get(&tag).map_or(&[][..], Vec::as_slice);
        let council = seen.logged.mark.role == Role::Council;
        let waited = record.fields.iter().any(|write| is_ahead(write, log, position));
        let late = !council && (seen.logged.mark.timing == Timing::Late || waited);
        for write in record.fields.iter().filter(|write| !waits.contains(write)) {
            let field = write.field.strip_prefix("resolved.").unwrap_or(&write.field);
            let resolves = field.len() != write.field.len();
            if is_remark(&write.field) && !resolves {
                continue;
            }
            // What a resolution closes has the value chosen in place of its own; as a base it is as good as any.
            let chosen = || record.fields.iter().find(|other| other.field == field).map_or("", |other| &other.value);
            let value = if resolves { chosen() } else { write.value.as_str() };
            let cell = cells.entry((record.about, field)).or_default();
            cell.push(Effective { position, tag, value, base: write.base, late });
        }
    }
    cells
}

/// Whether its base came after it.
fn is_ahead(write: &FieldWrite, log: &[Seen], position: usize) -> bool {
    write.base.is_some_and(|base| !log[..position].iter().any(|seen| seen.logged.written.h.tag() == base))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(position: usize, tag: u8, value: &'static str, base: Option<u8>) -> Effective<'static> {
        let tag_of = |byte| Tag([byte; 8]);
        Effective { position, tag: tag_of(tag), value, base: base.map(tag_of), late: false }
    }

    #[test]
    fn it_fails_unless_somebody_wrote_upon_the_value_or_upon_its_equal_before() {
        let first = write(0, 1, "A", None);
        assert!(!is_covered(&first, &[write(1, 2, "B", None)]));
        assert!(is_covered(&first, &[write(1, 2, "B", Some(1))]));
        let equal = [write(0, 1, "A", None), write(1, 2, "A", None), write(2, 3, "B", Some(1))];
        assert!(is_covered(&equal[1], &equal));
        let too_late = [write(0, 1, "A", None), write(1, 3, "B", Some(1)), write(2, 2, "A", None)];
        assert!(!is_covered(&too_late[2], &too_late));
    }
}
