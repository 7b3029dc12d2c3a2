//! Restored and copied computers: nothing that was written is lost, nothing is sent twice.

use super::link::{Way, round, round_over};
use super::{Copy, device, met};
use crate::message::{Locate, Request};

/// What both kinds of copy must come to.
fn assert_in_step(copy: &Copy, council: &super::Council, said: &[&str]) {
    assert_eq!(copy.end(), council.end());
    assert!(copy.all_acknowledged());
    let mut came = copy.said();
    came.sort();
    let mut said: Vec<String> = said.iter().map(|said| (*said).to_owned()).collect();
    said.sort();
    assert_eq!(came, said);
}

#[test]
fn a_restored_copy_goes_on_in_another_incarnation_and_gets_its_rest_from_the_council() {
    let (mut copy, mut council) = met();
    copy.write("a", 2);
    round(&mut copy, &mut council);
    let backup = copy.clone();
    copy.write("b", 2);
    round(&mut copy, &mut council);
    let mut restored = Copy { anchor: copy.anchor, ..backup };
    let back = round(&mut restored, &mut council);
    assert_eq!((back.summary().reopened, back.summary().operations_sent), (1, 0));
    restored.write("c", 1);
    round(&mut restored, &mut council);
    assert_eq!(restored.streams.last().unwrap().stream.incarnation, 2);
    assert_in_step(&restored, &council, &["a 1", "a 2", "b 1", "b 2", "c 1"]);
    assert!(council.aside.is_empty());
    assert_eq!(round(&mut restored, &mut council).kinds(), ["hello"]);
}

#[test]
fn a_restored_copy_without_the_receipt_gets_it_again() {
    let (mut copy, mut council) = met();
    copy.write("a", 2);
    let backup = copy.clone();
    copy.write("b", 2);
    round(&mut copy, &mut council);
    let mut restored = backup;
    round(&mut restored, &mut council);
    assert_in_step(&restored, &council, &["a 1", "a 2", "b 1", "b 2"]);
    assert_eq!(round(&mut restored, &mut council).kinds(), ["hello"]);
}

#[test]
fn a_register_made_anew_on_an_enrolled_computer_keeps_both_lives() {
    let (mut first, mut council) = met();
    first.write("a", 3);
    round(&mut first, &mut council);
    let mut anew = device(1, &mut council);
    anew.write("b", 1);
    round(&mut anew, &mut council);
    assert_in_step(&anew, &council, &["a 1", "a 2", "a 3", "b 1"]);
}

#[test]
fn copied_computers_that_both_write_lose_nothing() {
    let (mut a, mut council) = met();
    a.write("both", 5);
    round(&mut a, &mut council);
    let mut b = a.clone();
    a.write("a", 3);
    b.write("b", 2);
    round(&mut a, &mut council);
    let forked = round(&mut b, &mut council);
    assert_eq!(forked.summary().reopened, 1);
    assert_eq!(b.aside, 2);
    round(&mut a, &mut council);
    let said = ["both 1", "both 2", "both 3", "both 4", "both 5", "a 1", "a 2", "a 3", "b 1", "b 2"];
    assert_in_step(&b, &council, &said);
    assert_in_step(&a, &council, &said);
}

/// The copy is longer than the council's stream, and differs at its end: the push tells.
#[test]
fn a_fork_behind_the_councils_end_is_found_before_anything_is_sent() {
    let (mut a, mut council) = met();
    a.write("both", 2);
    round(&mut a, &mut council);
    let mut b = a.clone();
    a.write("a", 1);
    b.write("b", 4);
    round(&mut a, &mut council);
    let forked = round(&mut b, &mut council);
    assert_eq!(forked.kinds()[..2], ["hello", "locate"]);
    assert!(council.aside.is_empty());
    assert_in_step(&b, &council, &["both 1", "both 2", "a 1", "b 1", "b 2", "b 3", "b 4"]);
}

#[test]
fn a_fork_that_a_twin_makes_after_hello_is_kept_aside_and_carried_over() {
    let (mut a, mut council) = met();
    a.write("both", 2);
    round(&mut a, &mut council);
    let mut b = a.clone();
    a.write("a", 1);
    b.write("b", 1);
    let mut session = crate::replica::Session::new(crate::replica::Limits::default());
    let crate::replica::Step::Ask(ticket, request) = session.next(&mut b).unwrap() else { panic!() };
    let welcome = council.answer(request);
    round(&mut a, &mut council);
    session.answered(&mut b, ticket, welcome).unwrap();
    let rest = super::link::drive(&mut session, &mut b, &mut council, |_, _| Way::Through);
    assert_eq!(rest.kinds()[..3], ["push", "locate", "push"]);
    assert_eq!(council.aside.len(), 1);
    assert_in_step(&b, &council, &["both 1", "both 2", "a 1", "b 1"]);
}

#[test]
fn a_fork_is_located_over_more_operations_than_one_question_holds() {
    let (mut a, mut council) = met();
    a.write("both", Locate::MOST as u64 + 100);
    let mut b = a.clone();
    a.write("a", 1);
    b.write("b", 1);
    round(&mut a, &mut council);
    let forked = round(&mut b, &mut council);
    let located = forked.kinds().iter().filter(|kind| **kind == "locate").count();
    assert_eq!((located, b.aside), (2, 1));
    assert_eq!(council.end().position, Locate::MOST as u64 + 102);
    assert!(b.all_acknowledged());
}

/// A third life begins so that what the second wrote on top of the forked end still finds what it is based on.
#[test]
fn a_fork_of_an_older_incarnation_takes_what_was_written_since_with_it() {
    let (mut a, mut council) = met();
    a.write("both", 2);
    round(&mut a, &mut council);
    let mut b = a.clone();
    a.write("a", 1);
    round(&mut a, &mut council);
    b.write("b", 1);
    let writer = b.streams[0].stream.writer;
    // Found behind its anchor, it opened another incarnation by itself.
    crate::replica::Replica::reopen(&mut b, &[(crate::StreamId { writer, incarnation: 1 }, 3)], 2).unwrap();
    b.write("c", 1);
    round(&mut b, &mut council);
    let last = b.streams.last().unwrap();
    assert_eq!((last.stream.incarnation, last.n()), (3, 2));
    assert_in_step(&b, &council, &["both 1", "both 2", "a 1", "b 1", "c 1"]);
}

#[test]
fn an_older_incarnation_that_was_not_all_sent_is_sent_first() {
    let (mut copy, mut council) = met();
    copy.write("a", 2);
    let first = copy.streams[0].stream;
    crate::replica::Replica::reopen(&mut copy, &[(first, 2)], 2).unwrap();
    copy.write("b", 1);
    round(&mut copy, &mut council);
    assert_eq!(copy.said(), ["a 1", "a 2", "b 1"]);
    assert!(copy.all_acknowledged());
}

/// At every request, there and back.
#[test]
fn a_cut_while_a_fork_is_mended_loses_and_doubles_nothing() {
    for at in 0..8 {
        for back in [false, true] {
            let (mut a, mut council) = met();
            a.write("both", 2);
            round(&mut a, &mut council);
            let mut b = a.clone();
            a.write("a", 1);
            b.write("b", 2);
            round(&mut a, &mut council);
            round_over(&mut b, &mut council, |n, _: &Request| match (n == at, back) {
                (false, _) => Way::Through,
                (true, true) => Way::CutBack,
                (true, false) => Way::CutThere,
            });
            assert_in_step(&b, &council, &["both 1", "both 2", "a 1", "b 1", "b 2"]);
        }
    }
}
