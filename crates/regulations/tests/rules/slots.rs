//! The slots of each pathway: which are filled, which are missing, what has no place.

use regulations::{Entry, Field, Pack, Slots};

use crate::baseline::clean;

/// The slots of an entry as `PATHWAY id=codes/need ... room=n misfits=codes`, and whether they are complete.
fn drawn(code: &str, needs: &str, subjects: &str) -> Option<(String, bool)> {
    let pack = Pack::bundled(2026).unwrap();
    let mut draft = clean();
    draft.set(Field::EntryCode, code);
    draft.set(Field::SpecialNeeds, needs);
    draft.set(Field::Subjects, subjects);
    let fields = draft.fields();
    let slots = Slots::of(&pack, &Entry::read(&pack, "24505105", &fields))?;
    let codes = |set| pack.subjects().codes(set, "+");
    let parts: Vec<_> =
        slots.slots.iter().map(|slot| format!("{}={}/{}", slot.id, codes(slot.filled), slot.need)).collect();
    let text = format!("{} {} room={} misfits={}", slots.pathway, parts.join(" "), slots.room, codes(slots.misfits));
    Some((text, slots.complete()))
}

#[test]
fn each_pathway_is_filled_in_its_order() {
    let cases = [
        (
            "1",
            "",
            "101 102 121 231 233 311 443",
            "A english=101/1 kiswahili=102/1 mathematics=121/1 sciences=231+233/2 humanity=311/1 rest=443/1 room=2 misfits=",
            true,
        ),
        (
            "2",
            "",
            "101 102 121 231 232 233 311 312 313",
            "A english=101/1 kiswahili=102/1 mathematics=121/1 sciences=231+232/2 humanity=311/1 rest=233+312+313/1 room=0 misfits=",
            true,
        ),
        (
            "1",
            "",
            "101 102 122 237 311 443 565",
            "B english=101/1 kiswahili=102/1 mathematics=122/1 general-science=237/1 humanity=311/1 rest=443+565/2 room=2 misfits=",
            true,
        ),
        (
            "1",
            "BLIND",
            "101 102 121 236 311 441 565",
            "BLIND english=101/1 kiswahili=102/1 mathematics=121/1 blind-biology=236/1 humanity=311/1 rest=441+565/2 room=2 misfits=",
            true,
        ),
        (
            "1",
            "HEARING",
            "101 504 121 231 233 311 443",
            "A english=101/1 kiswahili=504/1 mathematics=121/1 sciences=231+233/2 humanity=311/1 rest=443/1 room=2 misfits=",
            true,
        ),
        (
            "1",
            "HEARING",
            "101 102 504 121 231 233 311",
            "A english=101/1 kiswahili=102/1 mathematics=121/1 sciences=231+233/2 humanity=311/1 rest=504/1 room=2 misfits=",
            true,
        ),
        (
            "1",
            "HEARING",
            "101 504 122 237 311 443 565",
            "B english=101/1 kiswahili=504/1 mathematics=122/1 general-science=237/1 humanity=311/1 rest=443+565/2 room=2 misfits=",
            true,
        ),
        (
            "1",
            "BLIND HEARING",
            "101 504 121 236 311 441 565",
            "BLIND english=101/1 kiswahili=504/1 mathematics=121/1 blind-biology=236/1 humanity=311/1 rest=441+565/2 room=2 misfits=",
            true,
        ),
        (
            "1",
            "",
            "101 504 121 231 233 311 443",
            "A english=101/1 kiswahili=/1 mathematics=121/1 sciences=231+233/2 humanity=311/1 rest=443+504/1 room=2 misfits=",
            false,
        ),
        (
            "1",
            "",
            "101 102 122 237 311 231 443",
            "B english=101/1 kiswahili=102/1 mathematics=122/1 general-science=237/1 humanity=311/1 rest=443/2 room=2 misfits=231",
            false,
        ),
        (
            "1",
            "",
            "101 102 121 122 237 311 443",
            "B english=101/1 kiswahili=102/1 mathematics=122/1 general-science=237/1 humanity=311/1 rest=443/2 room=2 misfits=121",
            false,
        ),
        (
            "1",
            "",
            "101 102 121 231 233 311 236",
            "A english=101/1 kiswahili=102/1 mathematics=121/1 sciences=231+233/2 humanity=311/1 rest=/1 room=2 misfits=236",
            false,
        ),
        (
            "1",
            "BLIND",
            "101 102 121 236 311 441 231",
            "BLIND english=101/1 kiswahili=102/1 mathematics=121/1 blind-biology=236/1 humanity=311/1 rest=441/2 room=2 misfits=231",
            false,
        ),
        (
            "1",
            "",
            "",
            "A english=/1 kiswahili=/1 mathematics=/1 sciences=/2 humanity=/1 rest=/1 room=9 misfits=",
            false,
        ),
    ];
    for (code, needs, subjects, expected, complete) in cases {
        assert_eq!(drawn(code, needs, subjects), Some((expected.to_owned(), complete)), "{subjects}");
    }
}

#[test]
fn a_partial_repeater_and_an_invalid_entry_code_have_no_pathway() {
    assert_eq!(drawn("3", "", "101"), None);
    assert_eq!(drawn("", "", "101"), None);
}

#[test]
fn a_slot_offers_what_could_still_fill_it() {
    let pack = Pack::bundled(2026).unwrap();
    let mut draft = clean();
    draft.set(Field::SpecialNeeds, "HEARING");
    draft.set(Field::Subjects, "101 121 231");
    let fields = draft.fields();
    let slots = Slots::of(&pack, &Entry::read(&pack, "24505105", &fields)).unwrap();
    let offered = |id: &str| {
        let slot = slots.slots.iter().find(|slot| slot.id == id).unwrap();
        (slot.missing(), pack.subjects().codes(slot.options, " "))
    };
    assert_eq!(offered("kiswahili"), (1, "102 504".to_owned()));
    assert_eq!(offered("sciences"), (1, "232 233".to_owned()));
    assert_eq!(offered("english"), (0, String::new()));
}
