//! Candidates who were withdrawn, and candidates who moved.

use super::*;

const ID: About = About::Candidate(CandidateId([1; 16]));
const COUNCIL: Mark = Mark { role: Role::Council, ..LATE };

fn withdraw(told: &mut Told, device: u8) -> Tag {
    let state = told.fold.tag(&ID, "state");
    told.say(device, Kind::Withdraw, ID, &[("state", "withdrawn", state), ("withdrawn_because", "left school", None)])
}

#[test]
fn a_change_by_one_who_had_not_seen_the_withdrawal_is_a_conflict_in_its_cell() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    withdraw(&mut told, 1);
    told.say(2, Kind::Change, ID, &[("name", "B", Some(a)), ("gender", "F", None)]);
    assert_eq!(told.conflicts(), ["gender:  | F", "name: A | B"]);
    assert!(told.fold.conflicts().iter().all(|conflict| conflict.why == ConflictBecause::Withdrawn));
    assert_eq!(told.fold.value(&ID, "gender"), Some(""));
}

#[test]
fn changes_that_follow_such_a_change_go_on_in_its_branch() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    withdraw(&mut told, 1);
    let b = told.say(2, Kind::Change, ID, &[("name", "B", Some(a))]);
    told.say(2, Kind::Change, ID, &[("name", "C", Some(b))]);
    assert_eq!(told.conflicts(), ["name: A | C"]);
}

#[test]
fn such_a_conflict_is_closed_by_naming_the_withdrawal_too() {
    let mut told = told();
    told.enter(1, 1, "A");
    let gone = withdraw(&mut told, 1);
    let mine = told.say(2, Kind::Change, ID, &[("gender", "F", None)]);
    assert_eq!(told.fold.conflicts()[0].branches[0].tags, [gone]);
    told.say(3, Kind::Resolve, ID, &[("gender", "F", Some(mine)), ("resolved.gender", "", Some(gone))]);
    assert_eq!((told.fold.value(&ID, "gender"), told.conflicts()), (Some("F"), vec![]));
}

#[test]
fn who_withdrew_and_who_reinstates_has_seen_it() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    let gone = withdraw(&mut told, 2);
    told.say(2, Kind::Undo, ID, &[("name", "B", Some(a))]);
    told.say(3, Kind::Redo, ID, &[("state", "entered", Some(gone)), ("gender", "F", None)]);
    assert_eq!((told.name(1), told.fold.value(&ID, "state"), told.conflicts()), ("B", Some("entered"), vec![]));
}

#[test]
fn a_change_before_the_withdrawal_in_the_log_is_none() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    told.say(2, Kind::Change, ID, &[("name", "B", Some(a))]);
    withdraw(&mut told, 1);
    assert_eq!((told.name(1), told.conflicts()), ("B", vec![]));
}

fn depart(told: &mut Told) -> Tag {
    let state = told.fold.tag(&ID, "state");
    told.say_marked(COUNCIL, 9, Kind::Depart, ID, &[("state", "moved", state), ("moved_to", "24505106", None)])
}

#[test]
fn what_is_written_to_a_candidate_after_they_departed_is_held() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    depart(&mut told);
    told.say(1, Kind::Change, ID, &[("name", "B", Some(a))]);
    told.say(2, Kind::Reinstate, ID, &[("state", "entered", Some(a))]);
    assert_eq!((told.name(1), told.fold.value(&ID, "state")), ("A", Some("moved")));
    assert_eq!(told.held(), [HeldBecause::Departed; 2]);
}

/// A council that was restored is brought what it had lost, in another order.
#[test]
fn who_departed_is_gone_whatever_came_before_it_and_whether_or_not_its_base_did() {
    let mut told = told();
    let a = told.enter(1, 1, "A");
    told.say(2, Kind::Reinstate, ID, &[("state", "entered", Some(a))]);
    let marked = |told: &mut Told, base| {
        told.say_marked(COUNCIL, 9, Kind::Depart, ID, &[("state", "moved", base), ("moved_to", "24505106", None)])
    };
    marked(&mut told, Some(a));
    assert_eq!((told.fold.value(&ID, "state"), told.held()), (Some("moved"), vec![]));
    let mut told = super::told();
    marked(&mut told, Some(Tag([7; 8])));
    told.enter(1, 1, "A");
    assert_eq!((told.fold.value(&ID, "state"), told.held()), (Some("moved"), vec![HeldBecause::Departed]));
}

#[test]
fn a_candidate_who_comes_back_is_as_they_come() {
    let mut told = told();
    told.say(1, Kind::Enter, ID, &[("state", "entered", None), ("name", "A", None), ("signed", "yes", None)]);
    depart(&mut told);
    let here = told.say_marked(COUNCIL, 9, Kind::Arrive, ID, &[("state", "entered", None), ("name", "B", None)]);
    assert_eq!(told.conflicts(), [""; 0]);
    assert_eq!(told.fold.values_of(&ID).into_iter().collect::<Vec<_>>(), [("name", "B"), ("state", "entered")]);
    told.say(1, Kind::Change, ID, &[("name", "C", Some(here))]);
    assert_eq!((told.name(1), told.held()), ("C", vec![]));
}
