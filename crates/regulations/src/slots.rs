//! Which slots of its pathway an entry fills and which are missing (2.8.2-2.8.4), as a value an interface can draw.
//! Owns the choice of pathway and the filling; the rules themselves do not use it.

use crate::entry::Entry;
use crate::pack::{Pack, Pathway, PathwaySlot};
use crate::subjects::SubjectSet;

/// A slot with what fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name, as `sciences`; `rest` for the further subjects.
    pub id: String,
    /// The paragraph.
    pub paragraph: String,
    /// How many subjects it needs at least.
    pub need: u32,
    /// The subjects entered that fill it.
    pub filled: SubjectSet,
    /// The subjects not entered that could.
    pub options: SubjectSet,
}

impl Slot {
    /// How many subjects are still missing.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.need.saturating_sub(self.filled.len())
    }
}

/// The slots of an entry's pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    /// The pathway: `A`, `B` or `BLIND`.
    pub pathway: String,
    /// Its slots in order, `rest` last.
    pub slots: Vec<Slot>,
    /// Subjects entered that have no place in the pathway.
    pub misfits: SubjectSet,
    /// How many more subjects may be entered.
    pub room: u32,
}

impl Slots {
    /// Fills the pathway that the entry's subjects and declared needs point to. `None` for a partial repeater and
    /// where the pack has no such pathway.
    #[must_use]
    pub fn of(pack: &Pack, entry: &Entry<'_>) -> Option<Slots> {
        if !entry.takes_whole() {
            return None;
        }
        let pathway = pack.pathways().iter().find(|pathway| pathway.id == pathway_id(pack, entry))?;
        Some(fill(pack, pathway, entry))
    }

    /// Whether every slot has what it needs and nothing is out of place.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.misfits.is_empty() && self.slots.iter().all(|slot| slot.missing() == 0)
    }
}

fn pathway_id(pack: &Pack, entry: &Entry<'_>) -> &'static str {
    let option_b = pack.sets.mathematics_b.or(pack.sets.general_science);
    match (entry.blind, entry.subjects.meets(option_b)) {
        (true, _) => "BLIND",
        (false, true) => "B",
        (false, false) => "A",
    }
}

fn fill(pack: &Pack, pathway: &Pathway, entry: &Entry<'_>) -> Slots {
    let limits = &pack.data().entry;
    let mut left = entry.subjects;
    let mut slots: Vec<Slot> = Vec::with_capacity(pathway.slots.len() + 1);
    for slot in &pathway.slots {
        let filled = filling(slot, left, entry.hearing);
        left = left.without(filled);
        let hearing = if entry.hearing { slot.hearing } else { SubjectSet::EMPTY };
        let options = slot.from.or(hearing).without(entry.subjects);
        slots.push(Slot { id: slot.id.clone(), paragraph: slot.source.clone(), need: slot.need, filled, options });
    }
    let fixed: u32 = pathway.slots.iter().map(|slot| slot.need).sum();
    let filled = left.and(pathway.rest);
    slots.push(Slot {
        id: "rest".to_owned(),
        paragraph: pathway.rest_source.clone(),
        need: limits.minimum_subjects.value.saturating_sub(fixed),
        filled,
        options: pathway.rest.without(entry.subjects),
    });
    Slots {
        pathway: pathway.id.clone(),
        slots,
        misfits: left.without(pathway.rest),
        room: limits.maximum_subjects.value.saturating_sub(entry.subjects.len()),
    }
}

/// The slot's own subjects first; what may stand in for them only where none is there.
fn filling(slot: &PathwaySlot, left: SubjectSet, hearing: bool) -> SubjectSet {
    let own = left.and(slot.from);
    if own.is_empty() && hearing { left.and(slot.hearing).first(slot.need) } else { own.first(slot.need) }
}
