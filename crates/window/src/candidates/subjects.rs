//! The choice of subjects: which slots of the pathway are filled, which are missing, and what may fill them.

use regulations::slots::Slot;
use regulations::{Entry, Pack, Slots, SubjectSet};
use serde::Serialize;
use ts_rs::TS;

/// The subjects of an entry, by the slots of its pathway.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub(crate) struct SubjectChoice {
    /// The codes entered that are offered, ascending.
    entered: Vec<String>,
    /// The pathway: `A`, `B` or `BLIND`; none for a partial repeater.
    pathway: Option<String>,
    /// Its slots in order, `rest` last.
    slots: Vec<SlotView>,
    /// Subjects entered that have no place in the pathway.
    misfits: Vec<String>,
    /// How many more subjects may be entered.
    room: Option<u32>,
    /// Whether every slot has what it needs and nothing is out of place.
    complete: bool,
}

/// A slot with what fills it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "SubjectSlot")]
pub(crate) struct SlotView {
    /// Its name, as `sciences`; `rest` for the further subjects.
    id: String,
    /// The paragraph.
    paragraph: String,
    /// How many it needs at least.
    need: u32,
    /// How many are missing.
    missing: u32,
    /// The codes that fill it.
    filled: Vec<String>,
    /// The codes not entered that could.
    options: Vec<String>,
}

/// The choice of an entry as it stands.
pub(crate) fn choice(pack: &Pack, entry: &Entry<'_>) -> SubjectChoice {
    let entered = codes(pack, entry.subjects);
    match Slots::of(pack, entry) {
        Some(slots) => SubjectChoice {
            entered,
            complete: slots.complete(),
            slots: slots.slots.iter().map(|slot| view(pack, slot)).collect(),
            misfits: codes(pack, slots.misfits),
            room: Some(slots.room),
            pathway: Some(slots.pathway),
        },
        None => SubjectChoice {
            entered,
            pathway: None,
            slots: Vec::new(),
            misfits: Vec::new(),
            room: None,
            complete: false,
        },
    }
}

fn view(pack: &Pack, slot: &Slot) -> SlotView {
    SlotView {
        id: slot.id.clone(),
        paragraph: slot.paragraph.clone(),
        need: slot.need,
        missing: slot.missing(),
        filled: codes(pack, slot.filled),
        options: codes(pack, slot.options),
    }
}

fn codes(pack: &Pack, set: SubjectSet) -> Vec<String> {
    pack.subjects().of(set).map(|subject| subject.code.clone()).collect()
}
