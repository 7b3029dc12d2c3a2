use super::*;

const ID: About = About::Candidate(CandidateId([1; 16]));

fn change(told: &mut Told, device: u8, value: &str, base: Option<Tag>) -> Tag {
    told.say(device, Kind::Change, ID, &[("name", value, base)])
}

#[test]
fn a_write_on_top_of_the_value_shown_replaces_it() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let b = change(&mut told, 2, "B", Some(a));
    assert_eq!((told.name(1), told.conflicts()), ("B", vec![]));
    assert_eq!(told.fold.tag(&ID, "name"), Some(b));
    assert_eq!(told.fold.tag(&ID, "state"), Some(a));
}

#[test]
fn two_writes_on_the_same_value_are_kept_side_by_side_and_the_first_is_shown() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let b = change(&mut told, 1, "B", Some(a));
    let c = change(&mut told, 2, "C", Some(a));
    assert_eq!((told.name(1), told.conflicts()), ("B", vec!["name: B | C".to_owned()]));
    let conflict = told.fold.conflicts().remove(0);
    let who = conflict.branches.iter().map(|branch| (branch.tags.clone(), branch.written[0].actor.as_str()));
    assert!(who.eq([(vec![b], "person 1"), (vec![c], "person 2")]));
    assert_eq!(conflict.why, ConflictBecause::Field);
}

#[test]
fn writes_of_different_fields_both_apply() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    change(&mut told, 1, "B", Some(a));
    told.say(2, Kind::Change, ID, &[("gender", "F", None)]);
    assert_eq!((told.name(1), told.fold.value(&ID, "gender"), told.conflicts()), ("B", Some("F"), vec![]));
}

#[test]
fn equal_values_converge_and_either_tag_is_a_base() {
    for base in [0, 1] {
        let mut told = told();
        let a = told.enter(1, 1, "A");
        let tags = [change(&mut told, 1, "B", Some(a)), change(&mut told, 2, "B", Some(a))];
        assert_eq!(told.conflicts(), [""; 0]);
        change(&mut told, 3, "C", Some(tags[base]));
        assert_eq!((told.name(1), told.conflicts()), ("C", vec![]));
    }
}

#[test]
fn branches_that_come_to_have_equal_values_become_one() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let b = change(&mut told, 1, "B", Some(a));
    let c = change(&mut told, 2, "C", Some(a));
    change(&mut told, 1, "C", Some(b));
    assert_eq!((told.name(1), told.conflicts()), ("C", vec![]));
    change(&mut told, 2, "D", Some(c));
    assert_eq!((told.name(1), told.conflicts()), ("D", vec![]));
}

#[test]
fn a_write_without_base_where_there_is_a_value_is_a_conflict() {
    let mut told = told();
    told.say(1, Kind::Change, ID, &[("phone", "0700", None)]);
    told.say(2, Kind::Change, ID, &[("phone", "0711", None)]);
    assert_eq!(told.conflicts(), ["phone: 0700 | 0711"]);
}

#[test]
fn a_resolution_closes_what_it_names_and_no_more() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let tags = [("B", 1), ("C", 2), ("D", 3)].map(|(value, device)| change(&mut told, device, value, Some(a)));
    let named = [("name", "E", Some(tags[1])), ("resolved.name", "", Some(tags[0])), ("reason", "certificate", None)];
    told.say(4, Kind::Resolve, ID, &named);
    assert_eq!(told.conflicts(), ["name: E | D"]);
    let left = told.fold.tag(&ID, "name").unwrap();
    told.say(4, Kind::Resolve, ID, &[("name", "D", Some(left)), ("resolved.name", "", Some(tags[2]))]);
    assert_eq!((told.name(1), told.conflicts()), ("D", vec![]));
}

#[test]
fn a_branch_that_changed_since_it_was_named_is_not_closed() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let b = change(&mut told, 1, "B", Some(a));
    let c = change(&mut told, 2, "C", Some(a));
    change(&mut told, 2, "C2", Some(c));
    told.say(4, Kind::Resolve, ID, &[("name", "B", Some(b)), ("resolved.name", "", Some(c))]);
    assert_eq!(told.conflicts(), ["name: B | C2"]);
}

#[test]
fn a_resolution_that_chooses_nothing_closes_nothing() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let b = change(&mut told, 1, "B", Some(a));
    let c = change(&mut told, 2, "C", Some(a));
    told.say(4, Kind::Resolve, ID, &[("resolved.name", "", Some(b)), ("resolved.name", "", Some(c))]);
    assert_eq!(told.conflicts(), ["name: B | C"]);
}

#[test]
fn only_a_resolution_closes_a_branch_by_naming_it() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let b = change(&mut told, 1, "B", Some(a));
    let c = change(&mut told, 2, "C", Some(a));
    told.say(2, Kind::Change, ID, &[("name", "C2", Some(c)), ("resolved.name", "", Some(b))]);
    assert_eq!(told.conflicts(), ["name: B | C2"]);
}

#[test]
fn remarks_are_no_values() {
    let mut told = told();
    told.say(1, Kind::Change, ID, &[("reason", "x", None), ("amendment_reason", "y", None), ("admitted", "z", None)]);
    assert!(told.fold.values().is_empty());
    assert_eq!(told.fold.digest(), Fold::new(REGISTER).digest());
}

#[test]
fn an_operation_whose_base_still_travels_waits_whole_and_is_listed() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let first = told.write(1, Kind::Change, ID, &[("name", "B", Some(a))]);
    told.say(2, Kind::Change, ID, &[("name", "C", Some(first.h.tag())), ("gender", "F", None)]);
    assert_eq!(
        (told.name(1), told.fold.value(&ID, "gender"), told.held()),
        ("A", None, vec![HeldBecause::BaseMissing])
    );
    told.take(&first);
    assert_eq!((told.name(1), told.fold.value(&ID, "gender"), told.held()), ("C", Some("F"), vec![]));
}

#[test]
fn what_waits_for_something_without_effect_for_good_waits_no_longer() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let no_right = Mark { standing: Standing::NoRight, ..CLERK };
    let first = Logged { mark: no_right, ..told.write(1, Kind::Change, ID, &[("name", "B", Some(a))]) };
    told.say(2, Kind::Change, ID, &[("name", "C", Some(first.h.tag()))]);
    told.take(&first);
    assert_eq!((told.name(1), told.held()), ("A", vec![HeldBecause::NoRight]));
    assert_eq!(told.conflicts(), ["name: A | C"]);
}

#[test]
fn a_number_is_of_the_first_who_had_it_for_ever_and_another_bearer_is_a_clash() {
    let mut told = told();
    let number = |told: &mut Told, id, number, base| {
        told.say(id, Kind::Change, candidate(id), &[("state", "entered", None), ("candidate_no", number, base)])
    };
    let first = number(&mut told, 1, "007", None);
    number(&mut told, 2, "007", None);
    let clash = told.fold.conflicts().remove(0);
    assert_eq!((clash.about, clash.why), (candidate(2), ConflictBecause::NumberTaken { by: CandidateId([1; 16]) }));
    told.say(1, Kind::Change, candidate(1), &[("candidate_no", "008", Some(first))]);
    assert_eq!(told.fold.conflicts().len(), 1);
    assert_eq!(told.fold.numbers().keys().copied().collect::<Vec<_>>(), [7, 8]);
    number(&mut told, 3, "007", None);
    assert_eq!(told.fold.numbers()[&7], CandidateId([1; 16]));
    let third = told.fold.tag(&candidate(3), "candidate_no");
    told.say(3, Kind::Change, candidate(3), &[("candidate_no", "010", third)]);
    let second = told.fold.tag(&candidate(2), "candidate_no");
    told.say(2, Kind::Change, candidate(2), &[("candidate_no", "009", second)]);
    assert_eq!(told.conflicts(), [""; 0]);
}

#[test]
fn own_operations_are_shown_on_top_and_an_undo_of_an_entry_is_no_conflict() {
    let mut told = told();
    let entered = told.enter(1, 1, "A");
    let mine = told.write(1, Kind::Change, ID, &[("name", "B", Some(entered))]);
    let undo = told.write(1, Kind::Undo, ID, &[("name", "A", Some(mine.h.tag()))]);
    let gone = told.write(1, Kind::Undo, ID, &[("state", "", Some(entered))]);
    for (own, name, state) in [(&mine, "B", "entered"), (&undo, "A", "entered"), (&gone, "A", "")] {
        told.fold.apply_own(own.stream, own.record.n, own.h, &own.record);
        assert_eq!((told.name(1), told.fold.value(&ID, "state")), (name, Some(state)));
    }
    assert_eq!(told.conflicts(), [""; 0]);
    assert_eq!(told.fold.values_of(&ID).into_iter().collect::<Vec<_>>(), [("name", "A")]);
}
