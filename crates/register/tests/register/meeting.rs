//! Registers that meet through the council's log: merged history, conflicts, what is held, numbers.

use register::{
    About, CandidateId, ConflictBecause, Filter, HeldBecause, Kind, Operation, Register, Stamp, Standing, UnixMillis,
};
use regulations::{Draft, Field};
use sync::message::Lease;
use sync::{FieldWrite, Record, Role, StreamId, Timing, WriterId, chain_next, chain_start};

use crate::council::{Council, last_tag};
use crate::support::{Desk, stamp};

fn two() -> (Council, Desk, Desk) {
    let (council, mut a, mut b) = (Council::new(), Desk::new(), Desk::new());
    council.enrol(a.register(), 1);
    council.enrol(b.register(), 2);
    (council, a, b)
}

fn by(actor: &str, at: i64) -> Stamp {
    Stamp { actor: actor.into(), at: UnixMillis(at), ..stamp() }
}

fn change(register: &mut Register, id: CandidateId, field: Field, value: &str, stamp: &Stamp) {
    let fields = vec![(field, value.to_owned())];
    register.transact(Operation::ChangeFields { candidate: id, fields }, stamp).unwrap();
}

fn amend(id: CandidateId, field: Field, value: &str) -> Operation {
    let fields = vec![(field, value.to_owned())];
    let what = Box::new(Operation::ChangeFields { candidate: id, fields });
    Operation::Amend { what, reason: "the certificate says so".into() }
}

fn meet_all(council: &mut Council, desks: &mut [&mut Desk]) {
    for _ in 0..2 {
        desks.iter_mut().for_each(|desk| council.meet(desk.register()));
    }
    let digest = |desk: &mut &mut Desk| {
        desk.register().read().verify().unwrap();
        desk.register().read().digest().unwrap()
    };
    let digests: Vec<_> = desks.iter_mut().map(digest).collect();
    assert!(digests.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn two_registers_that_meet_hold_the_same_and_say_who_wrote_what() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A"), (Field::Gender, "F")]);
    b.enter([(Field::Name, "B")]);
    meet_all(&mut council, &mut [&mut a, &mut b]);
    change(a.register(), id, Field::Name, "AA", &by("mary", 11));
    change(a.register(), id, Field::Name, "AAA", &by("mary", 12));
    meet_all(&mut council, &mut [&mut a, &mut b]);
    let history = b.register().read().history(About::Candidate(id)).unwrap();
    let told =
        |n: usize| (history[n].actor.as_str(), history[n].at.0, history[n].old.as_str(), history[n].new.as_str());
    assert_eq!([told(0), told(1)], [("mary", 12, "AA", "AAA"), ("mary", 11, "A", "AA")]);
    assert_eq!((history[0].kind, history[0].merged), (Kind::Merge, Some(Kind::Change)));
    assert_eq!(b.register().read().candidates(&Filter::default()).unwrap().len(), 2);
}

#[test]
fn the_base_of_the_next_write_is_the_operation_that_wrote_the_value_on_whatever_computer() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A")]);
    change(a.register(), id, Field::Phone, "", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    change(a.register(), id, Field::Name, "AA", &stamp());
    let tag = last_tag(a.register());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    change(b.register(), id, Field::Name, "AAA", &stamp());
    let head = b.register().head().unwrap();
    let sent = b.register().read().outbox(head.incarnation, head.n, 1).unwrap();
    assert_eq!(sent[0].record.fields[0].base, Some(tag));
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert!(a.register().read().conflicts().unwrap().is_empty());
    assert_eq!(a.value(id, Field::Name), "AAA");
}

#[test]
fn what_two_people_wrote_apart_is_kept_and_a_resolution_closes_it_everywhere() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A")]);
    meet_all(&mut council, &mut [&mut a, &mut b]);
    change(a.register(), id, Field::Name, "OF A", &by("mary", 1));
    change(b.register(), id, Field::Name, "OF B", &by("john", 2));
    meet_all(&mut council, &mut [&mut a, &mut b]);
    for desk in [&mut a, &mut b] {
        let conflicts = desk.register().read().conflicts().unwrap();
        let values: Vec<_> = conflicts[0].branches.iter().map(|branch| branch.value.as_str()).collect();
        assert_eq!((conflicts.len(), values), (1, vec!["OF A", "OF B"]));
        assert_eq!(desk.value(id, Field::Name), "OF A");
    }
    let about = About::Candidate(id);
    let resolve = |value: &str, reason: &str| Operation::Resolve {
        about,
        field: "name".into(),
        value: value.into(),
        reason: reason.into(),
    };
    assert_eq!(b.register().transact(resolve("OF B", " "), &stamp()).unwrap_err().code(), "register.reason-missing");
    b.transact(resolve("OF B", "seen on the certificate"));
    assert!(b.register().read().conflicts().unwrap().is_empty());
    assert_eq!(b.value(id, Field::Name), "OF B");
    b.register().read().verify().unwrap();
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert!(a.register().read().conflicts().unwrap().is_empty());
    assert_eq!(a.value(id, Field::Name), "OF B");
    let history = a.register().read().history(about).unwrap();
    assert!(history.iter().any(|entry| entry.field == "reason" && entry.new == "seen on the certificate"));
}

#[test]
fn a_resolution_may_keep_the_value_shown_and_closes_three_branches_at_once() {
    let (mut council, mut a, mut b) = two();
    let mut c = Desk::new();
    council.enrol(c.register(), 3);
    let id = a.enter([(Field::Name, "A")]);
    meet_all(&mut council, &mut [&mut a, &mut b, &mut c]);
    for (desk, value) in [(&mut a, "OF A"), (&mut b, "OF B"), (&mut c, "OF C")] {
        change(desk.register(), id, Field::Name, value, &stamp());
    }
    meet_all(&mut council, &mut [&mut a, &mut b, &mut c]);
    assert_eq!(c.register().read().conflicts().unwrap()[0].branches.len(), 3);
    let (about, field) = (About::Candidate(id), "name".to_owned());
    c.transact(Operation::Resolve { about, field, value: "OF A".into(), reason: "so it is".into() });
    meet_all(&mut council, &mut [&mut a, &mut b, &mut c]);
    assert!(a.register().read().conflicts().unwrap().is_empty());
    assert_eq!(b.value(id, Field::Name), "OF A");
}

#[test]
fn an_undo_leaves_alone_what_a_merge_has_changed_and_a_merge_is_not_undone() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A"), (Field::Gender, "F")]);
    let fields = vec![(Field::Name, "AA".to_owned()), (Field::Gender, "M".to_owned())];
    a.transact(Operation::ChangeFields { candidate: id, fields });
    meet_all(&mut council, &mut [&mut a, &mut b]);
    change(b.register(), id, Field::Name, "OF B", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.register().read().next_undo().unwrap().unwrap().kind, Kind::Change);
    assert_eq!(a.register().undo(&stamp()).unwrap().unwrap().left_alone, 1);
    assert_eq!((a.value(id, Field::Name).as_str(), a.value(id, Field::Gender).as_str()), ("OF B", "F"));
    meet_all(&mut council, &mut [&mut a, &mut b]);
}

#[test]
fn an_undo_does_not_write_to_one_who_was_withdrawn_elsewhere() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A")]);
    change(a.register(), id, Field::Name, "AA", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    b.transact(Operation::Withdraw { candidate: id, reason: "moved away".into() });
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.register().undo(&stamp()).unwrap().unwrap().left_alone, 1);
    assert!(matches!(a.register().read().candidate(id).unwrap().standing, Standing::Withdrawn { .. }));
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert!(a.register().read().conflicts().unwrap().is_empty());
}

#[test]
fn a_change_to_one_who_was_withdrawn_elsewhere_is_a_conflict() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A")]);
    meet_all(&mut council, &mut [&mut a, &mut b]);
    b.transact(Operation::Withdraw { candidate: id, reason: "moved away".into() });
    council.meet(b.register());
    change(a.register(), id, Field::Name, "AA", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.register().read().conflicts().unwrap()[0].why, ConflictBecause::Withdrawn);
    assert_eq!(a.value(id, Field::Name), "A");
}

#[test]
fn a_number_is_whose_operation_the_log_has_first_and_the_clash_is_told() {
    let (mut council, mut a, mut b) = two();
    let first = b.enter([(Field::EntryCode, "1")]);
    let second = a.enter([(Field::EntryCode, "1")]);
    council.receive(b.register());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    let read = a.register().read();
    assert_eq!(read.candidate(second).unwrap().number_issued_to, Some(first));
    assert_eq!(read.conflicts().unwrap()[0].why, ConflictBecause::NumberTaken { by: first });
    assert_eq!(a.value(second, Field::CandidateNo), "001");
    change(a.register(), second, Field::CandidateNo, "", &stamp());
    assert_eq!(a.value(second, Field::CandidateNo), "002");
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert!(b.register().read().conflicts().unwrap().is_empty());
}

#[test]
fn numbers_come_from_the_leased_blocks_and_the_receipt_tells_when_they_are_used_up() {
    let mut desk = Desk::new();
    Council::new().enrol(desk.register(), 1);
    desk.register().told(UnixMillis(9), None, &[Lease { first: 450, last: 451 }]).unwrap();
    let enter = || Operation::EnterCandidate(Draft::with([(Field::EntryCode, "1")]));
    let receipts = [desk.transact(enter()), desk.transact(enter()), desk.transact(enter())];
    let given: Vec<_> = receipts.iter().map(|receipt| receipt.allocated[0].1.value()).collect();
    assert_eq!(given, [450, 451, 1]);
    assert!(receipts[1].beyond_leases.is_empty());
    assert_eq!(receipts[2].beyond_leases, receipts[2].allocated);
}

#[test]
fn a_late_entry_is_held_until_it_is_admitted() {
    let (mut council, mut a, mut b) = two();
    council.mark.timing = Timing::Late;
    let id = a.enter([(Field::Name, "LATE")]);
    let tag = last_tag(a.register());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    let held = a.register().read().held().unwrap();
    assert_eq!((held.len(), held[0].why, held[0].tag), (1, HeldBecause::Late, tag));
    assert_eq!(a.register().read().candidate(id).unwrap_err().code(), "register.unknown-candidate");
    council.mark.role = Role::Operator;
    b.transact(Operation::Admit(tag));
    assert_eq!(b.value(id, Field::Name), "LATE");
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.value(id, Field::Name), "LATE");
    let again = a.register().transact(Operation::Admit(tag), &stamp()).unwrap_err();
    assert_eq!(again.code(), "register.nothing-held");
}

#[test]
fn an_amendment_after_closing_takes_effect_with_a_reason_and_of_identity_with_a_second_person() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A"), (Field::Phone, "1")]);
    meet_all(&mut council, &mut [&mut a, &mut b]);
    council.mark.timing = Timing::Late;
    change(a.register(), id, Field::Phone, "2", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.value(id, Field::Phone), "1");
    a.transact(amend(id, Field::Phone, "3"));
    a.transact(amend(id, Field::Name, "AA"));
    let tag = last_tag(a.register());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!((a.value(id, Field::Phone).as_str(), a.value(id, Field::Name).as_str()), ("3", "A"));
    b.register().transact(Operation::Countersign(tag), &by("the head", 3)).unwrap();
    assert_eq!(b.value(id, Field::Name), "AA");
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.value(id, Field::Name), "AA");
    a.register().undo(&stamp()).unwrap();
    let head = a.register().head().unwrap();
    let undone = a.register().read().outbox(head.incarnation, head.n, 1).unwrap();
    assert!(undone[0].record.fields.iter().any(|write| write.field == "amendment_reason"));
}

#[test]
fn what_has_no_right_is_taken_back_where_it_was_written() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A")]);
    meet_all(&mut council, &mut [&mut a, &mut b]);
    council.mark.standing = sync::Standing::NoRight;
    change(a.register(), id, Field::Name, "AA", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(a.value(id, Field::Name), "A");
    assert_eq!(a.register().read().held().unwrap()[0].why, HeldBecause::NoRight);
    council.mark.standing = sync::Standing::Effective;
    change(a.register(), id, Field::Name, "AAA", &stamp());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_eq!(b.value(id, Field::Name), "AAA");
}

/// A stream of somebody whose program is not this one.
struct Stranger {
    stream: StreamId,
    n: u64,
    h: register::Hash,
}

impl Stranger {
    fn new() -> Stranger {
        let stream = StreamId { writer: WriterId([77; 16]), incarnation: 1 };
        Stranger { stream, n: 0, h: chain_start(stream.writer, 1) }
    }

    fn write(&mut self, council: &mut Council, about: About, kind: Kind, fields: &[(&str, &str)]) {
        self.n += 1;
        let write = |(field, value): &(&str, &str)| FieldWrite {
            field: (*field).to_owned(),
            value: (*value).to_owned(),
            base: None,
        };
        let (fields, at) = (fields.iter().map(write).collect(), UnixMillis(3));
        let record = Record { n: self.n, about, kind, fields, actor: "somebody".into(), at, schema: 9 };
        self.send(council, record.to_bytes());
    }

    fn send(&mut self, council: &mut Council, bytes: Vec<u8>) {
        self.h = chain_next(self.h, &bytes);
        council.append(self.stream, self.n, self.h, bytes);
    }
}

#[test]
fn fields_of_a_newer_version_are_kept_and_count_in_the_digest() {
    let (mut council, mut a, mut b) = two();
    let id = CandidateId([5; 16]);
    let before = a.register().read().digest().unwrap();
    let mut stranger = Stranger::new();
    let fields = [("state", "entered"), ("shoe_size", "42"), ("state", "entered"), ("shoe_size", "43")];
    stranger.write(&mut council, About::Candidate(id), Kind::Other(99), &fields);
    stranger.n += 1;
    stranger.send(&mut council, b"no record of this version".to_vec());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    assert_ne!(a.register().read().digest().unwrap(), before);
    assert_eq!(a.register().read().candidate(id).unwrap().standing, Standing::Entered);
    let history = a.register().read().history(About::Candidate(id)).unwrap();
    assert!(history.iter().any(|entry| entry.field == "shoe_size"));
    a.restart();
    a.register().read().verify().unwrap();
}

#[test]
fn one_who_left_for_another_centre_is_shown_as_theirs_and_changed_no_more() {
    let (mut council, mut a, mut b) = two();
    let id = a.enter([(Field::Name, "A")]);
    meet_all(&mut council, &mut [&mut a, &mut b]);
    council.mark.role = Role::Council;
    let entered = a.register().head().unwrap().h.tag();
    let write = |field: &str, value: &str, base| FieldWrite { field: field.into(), value: value.into(), base };
    let fields = vec![write("state", "moved", Some(entered)), write("moved_to", "24505106", None)];
    let mut stranger = Stranger::new();
    stranger.n = 1;
    let (about, actor, at) = (About::Candidate(id), "council".into(), UnixMillis(3));
    stranger.send(&mut council, Record { n: 1, about, kind: Kind::Depart, fields, actor, at, schema: 4 }.to_bytes());
    meet_all(&mut council, &mut [&mut a, &mut b]);
    let standing = a.register().read().candidate(id).unwrap().standing;
    assert_eq!(standing, Standing::Moved { to: "24505106".into() });
    let refused = Operation::Withdraw { candidate: id, reason: "x".into() };
    assert_eq!(a.register().transact(refused, &stamp()).unwrap_err().code(), "register.candidate-moved");
    assert!(a.register().read().candidates(&Filter::default()).unwrap().is_empty());
}

#[test]
fn what_was_written_since_the_last_receipt_is_unsent_and_the_councils_decisions_are_listed() {
    let mut council = Council::new();
    let mut desk = Desk::new();
    council.enrol(desk.register(), 1);
    let (a, b) = (desk.enter([(Field::Name, "A")]), desk.enter([(Field::Name, "B")]));
    assert!([a, b].iter().all(|id| desk.register().read().unsent().unwrap().contains(id)));
    council.meet(desk.register());
    assert!(desk.register().read().unsent().unwrap().is_empty());
    desk.transact(Operation::ChangeFields { candidate: b, fields: vec![(Field::Name, "BB".into())] });
    assert_eq!(desk.register().read().unsent().unwrap().into_iter().collect::<Vec<_>>(), [b]);
    assert!(desk.register().read().notices().unwrap().is_empty());
    let mut operator = Stranger::new();
    for (about, text) in [(About::Candidate(a), r#"{"decision":"ask"}"#), (About::Centre, r#"{"decision":"seen"}"#)] {
        operator.write(&mut council, about, Kind::Change, &[("notice.9f2c", text)]);
    }
    council.meet(desk.register());
    let notices = desk.register().read().notices().unwrap();
    let told: Vec<_> = notices.iter().map(|notice| (notice.about, notice.case.as_str())).collect();
    assert_eq!(told.len(), 2);
    assert!(told.contains(&(About::Candidate(a), "9f2c")) && told.contains(&(About::Centre, "9f2c")), "{told:?}");
    assert!(desk.register().read().last_change().unwrap().is_some());
}

#[test]
fn a_notice_is_answered_once_and_asks_anew_when_it_comes_again() {
    let mut council = Council::new();
    let mut desk = Desk::new();
    council.enrol(desk.register(), 1);
    let id = desk.enter([(Field::Name, "A")]);
    council.meet(desk.register());
    let mut operator = Stranger::new();
    let answered = |desk: &mut Desk| desk.register().read().notices().unwrap()[0].answer.clone();
    operator.write(&mut council, About::Candidate(id), Kind::Change, &[("notice.9f2c", "first")]);
    council.meet(desk.register());
    assert_eq!(answered(&mut desk), None);
    let (answer, fields) = ("accept".to_owned(), vec![(Field::Name, "B".to_owned())]);
    desk.transact(Operation::AnswerNotice { candidate: Some(id), case: "9f2c".into(), answer, fields });
    assert_eq!(answered(&mut desk).map(|said| (said.value, said.by)), Some(("accept".into(), "clerk".into())));
    assert_eq!(desk.register().read().notices().unwrap().len(), 1, "an answer is no notice");
    assert_eq!(desk.value(id, Field::Name), "B");
    council.meet(desk.register());
    let again = FieldWrite { field: "notice.9f2c".into(), value: "second".into(), base: Some(operator.h.tag()) };
    let (about, actor, at) = (About::Candidate(id), "operator".into(), UnixMillis(4));
    let record = Record { n: 2, about, kind: Kind::Change, fields: vec![again], actor, at, schema: 4 };
    operator.n = 2;
    operator.send(&mut council, record.to_bytes());
    council.meet(desk.register());
    assert_eq!(answered(&mut desk), None, "it was said again after the answer");
    desk.register().read().verify().unwrap();
}
