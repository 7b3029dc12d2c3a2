use super::*;

const ID: About = About::Candidate(CandidateId([1; 16]));

/// A candidate who was entered in time.
fn entered() -> (Told, Tag) {
    let mut told = told();
    let tag = told.enter(1, 1, "A");
    (told, tag)
}

fn late(told: &mut Told, kind: Kind, fields: &[(&str, &str, Option<Tag>)]) -> Tag {
    told.say_marked(LATE, 1, kind, ID, fields)
}

fn of_operation(told: &mut Told, device: u8, kind: Kind, field: &str, tag: Tag) {
    told.say_marked(LATE, device, kind, ID, &[(field, &tag.to_string(), None)]);
}

#[test]
fn a_late_entry_waits_until_it_is_admitted_and_what_builds_on_it_waits_too() {
    let mut told = told();
    let entry = late(&mut told, Kind::Enter, &[("state", "entered", None), ("name", "A", None)]);
    let reason = ("amendment_reason", "misspelt", None);
    late(&mut told, Kind::Change, &[("phone", "0700", None), ("name", "A", Some(entry)), reason]);
    assert!(told.fold.values_of(&ID).is_empty());
    assert_eq!(told.held(), [HeldBecause::Late, HeldBecause::BaseMissing]);
    of_operation(&mut told, 7, Kind::Admit, "admitted", entry);
    assert_eq!((told.name(1), told.fold.value(&ID, "phone")), ("A", Some("0700")));
    assert_eq!(told.held(), [HeldBecause::Countersign]);
}

#[test]
fn an_admission_that_comes_first_counts_when_the_entry_comes() {
    let mut told = told();
    let entry = told.write(1, Kind::Enter, ID, &[("state", "entered", None)]);
    of_operation(&mut told, 7, Kind::Admit, "admitted", entry.h.tag());
    told.take(&Logged { mark: LATE, ..entry });
    assert_eq!((told.fold.value(&ID, "state"), told.held()), (Some("entered"), vec![]));
}

#[test]
fn an_amendment_takes_effect_with_a_reason_only() {
    for (reason, effect) in [(None, false), (Some(" "), false), (Some("new telephone"), true)] {
        let (mut told, _) = entered();
        let mut fields = vec![("phone", "0700", None)];
        fields.extend(reason.map(|reason| ("amendment_reason", reason, None)));
        late(&mut told, Kind::Change, &fields);
        assert_eq!(told.fold.value(&ID, "phone").is_some(), effect, "{reason:?}");
        assert_eq!(told.held(), vec![HeldBecause::Unsigned; usize::from(!effect)]);
    }
}

#[test]
fn of_an_amendment_the_fields_of_identity_wait_for_another_person() {
    let (mut told, a) = entered();
    let fields = [("name", "B", Some(a)), ("phone", "0700", None), ("amendment_reason", "misspelt", None)];
    let amendment = late(&mut told, Kind::Change, &fields);
    assert_eq!((told.name(1), told.fold.value(&ID, "phone")), ("A", Some("0700")));
    let held = told.fold.held().remove(0);
    assert_eq!((held.why, held.tag, held.writes.len()), (HeldBecause::Countersign, amendment, 1));
    of_operation(&mut told, 1, Kind::Countersign, "countersigned", amendment);
    assert_eq!(told.name(1), "A");
    of_operation(&mut told, 2, Kind::Countersign, "countersigned", amendment);
    assert_eq!((told.name(1), told.held(), told.conflicts()), ("B", vec![], vec![]));
}

#[test]
fn a_countersignature_without_right_is_none() {
    let (mut told, a) = entered();
    let amendment = late(&mut told, Kind::Change, &[("name", "B", Some(a)), ("amendment_reason", "misspelt", None)]);
    let no_right = Mark { standing: Standing::NoRight, ..LATE };
    told.say_marked(no_right, 2, Kind::Countersign, ID, &[("countersigned", &amendment.to_string(), None)]);
    told.say_marked(LATE, 3, Kind::Change, ID, &[("countersigned", &amendment.to_string(), None)]);
    assert_eq!((told.name(1), told.held()), ("A", vec![HeldBecause::Countersign, HeldBecause::NoRight]));
}

#[test]
fn what_builds_on_an_amendment_that_waits_does_so_behind_it() {
    let (mut told, a) = entered();
    let why = ("amendment_reason", "misspelt", None);
    let first = late(&mut told, Kind::Change, &[("name", "B", Some(a)), why]);
    let second = late(&mut told, Kind::Change, &[("name", "C", Some(first)), ("phone", "0700", None), why]);
    of_operation(&mut told, 2, Kind::Countersign, "countersigned", second);
    assert_eq!((told.name(1), told.held()), ("A", vec![HeldBecause::Countersign, HeldBecause::BaseMissing]));
    of_operation(&mut told, 2, Kind::Countersign, "countersigned", first);
    assert_eq!((told.name(1), told.held(), told.conflicts()), ("C", vec![], vec![]));
}

#[test]
fn to_choose_among_values_needs_a_reason_and_to_write_another_a_second_person() {
    for (value, why, held) in [
        ("B", "certificate", None),
        ("B", "", Some(HeldBecause::Unsigned)),
        ("D", "certificate", Some(HeldBecause::Countersign)),
    ] {
        let (mut told, a) = entered();
        let b = told.say(1, Kind::Change, ID, &[("name", "B", Some(a))]);
        let c = told.say(2, Kind::Change, ID, &[("name", "C", Some(a))]);
        late(
            &mut told,
            Kind::Resolve,
            &[("name", value, Some(b)), ("resolved.name", "", Some(c)), ("reason", why, None)],
        );
        assert_eq!(told.held(), Vec::from_iter(held), "{value} {why}");
        assert_eq!(told.conflicts().is_empty(), held.is_none(), "{value} {why}");
    }
}

#[test]
fn signatures_acknowledgements_slips_and_the_centre_are_no_amendments() {
    let (mut told, _) = entered();
    let signed = [("signed", "yes", None), ("acknowledged.subjects.number", "as the parents wish", None)];
    late(&mut told, Kind::Sign, &signed);
    told.say_marked(LATE, 1, Kind::Centre, About::Centre, &[("slips_returned", "2026-03-01", None)]);
    assert_eq!((told.held(), told.fold.value(&ID, "signed")), (vec![], Some("yes")));
    let disguised = [("name", "B", None)];
    late(&mut told, Kind::Sign, &disguised);
    assert_eq!((told.name(1), told.held()), ("A", vec![HeldBecause::Unsigned]));
}

#[test]
fn a_commitment_proved_by_a_later_batch_lets_go_what_came_before_it_in_its_stream() {
    let mut told = told();
    late(&mut told, Kind::Enter, &[("state", "entered", None), ("name", "A", None)]);
    told.say_marked(LATE, 2, Kind::Enter, candidate(2), &[("state", "entered", None)]);
    let committed = Mark { timing: Timing::ByCommitment, ..CLERK };
    told.say_marked(committed, 1, Kind::Change, ID, &[("phone", "0700", None)]);
    assert_eq!((told.name(1), told.fold.value(&ID, "phone")), ("A", Some("0700")));
    assert_eq!(told.held(), [HeldBecause::Late]);
    late(&mut told, Kind::Enter, &[("name", "B", None)]);
    assert_eq!(told.held(), [HeldBecause::Late; 2]);
}

#[test]
fn an_operation_that_does_not_read_is_listed_and_blocks_nothing() {
    let (mut told, a) = entered();
    told.fold.apply_unreadable(9, stream(3), 1, Hash([5; 32]), CLERK, UnixMillis(0));
    told.say(2, Kind::Change, ID, &[("name", "B", Some(Hash([5; 32]).tag()))]);
    assert_eq!(told.held(), [HeldBecause::Invalid]);
    assert_eq!(told.conflicts(), ["name: A | B"]);
    assert!(told.fold.knows(a));
}

#[test]
fn a_transfer_is_asked_for_and_the_council_answered_after_closing_without_an_amendment() {
    let (mut told, _) = entered();
    let asked = [("transfer.to", "31101007", None), ("notice.9f2c.answer", "object", None)];
    late(&mut told, Kind::Change, &asked);
    assert_eq!((told.held(), told.fold.value(&ID, "transfer.to")), (vec![], Some("31101007")));
    let disguised = [("transfer.reason", "moved house", None), ("name", "B", None)];
    late(&mut told, Kind::Change, &disguised);
    assert_eq!((told.name(1), told.held()), ("A", vec![HeldBecause::Unsigned]));
}
