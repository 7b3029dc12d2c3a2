//! The council's answers, over a ledger in memory.

use super::ledger::Memory;
use super::*;
use crate::head::SignedHead;
use crate::log::{LogEnd, Passage};
use crate::message::{Hello, Locate, Pull, Pulled, Source, StreamEnd, Welcome};
use crate::receipt::Receipt;

fn memory(devices: &[u8]) -> Memory {
    let enrolled = |seed: &u8| (key(*seed).public().device(), enrolled(*seed, Role::Clerk));
    Memory { epochs: vec![Epoch([1; 8])], devices: devices.iter().map(enrolled).collect(), ..Memory::default() }
}

fn ask(memory: &mut Memory, now: UnixMillis, request: Request) -> Answer {
    let council = council();
    let epoch = *memory.epochs.last().unwrap();
    let Ok(answer) = answer(memory, &Here { epoch, now, key: &council }, request);
    answer
}

fn push(memory: &mut Memory, hand: &Hand, first: u64, last: u64) -> Receipt {
    let Answer::Stored(receipt) = ask(memory, BEFORE, Request::Push(hand.sealed(first, last))) else { panic!() };
    receipt
}

/// A hello of a device whose copy ends here.
fn hello(hand: &Hand, lineage: &[(u8, u64)], log: (u64, Hash)) -> Hello {
    let lives = lineage.iter().map(|(epoch, until)| Passage { epoch: Epoch([*epoch; 8]), until: *until });
    let n = hand.records.len() as u64;
    Hello {
        register: REGISTER,
        device: key(hand.seed).public().device(),
        streams: vec![StreamEnd { stream: hand.stream(), n, tag: hand.h(n).tag() }],
        lineage: lives.collect(),
        log: (log.0, log.1.tag()),
        proof: None,
        circular: 0,
    }
}

fn welcome(memory: &mut Memory, hello: Hello) -> Welcome {
    let Answer::Welcome(welcome) = ask(memory, BEFORE, Request::Hello(hello)) else { panic!() };
    welcome
}

fn end(memory: &mut Memory) -> LogEnd {
    let Ok(end) = memory.log_end(REGISTER);
    end
}

#[test]
fn a_revoked_devices_batch_is_kept_aside_and_refused_until_an_operator_releases_it() {
    let (mut memory, mine) = (memory(&[1]), hand(1).changes(3));
    memory.devices.values_mut().for_each(|device| device.revoked = true);
    let refused = ask(&mut memory, BEFORE, Request::Push(mine.sealed(1, 3)));
    assert_eq!(refused, Answer::Refused(RefusalCode::Revoked.into()));
    assert_eq!((memory.aside.len(), memory.runs.len()), (1, 0));
    assert_eq!(memory.aside[0].why, QuarantinedBecause::Revoked);
    let frame = memory.aside[0].frame.clone();
    let Ok(released) = release(&mut memory, &here(&council(), BEFORE), &frame);
    assert!(matches!(released, Answer::Stored(receipt) if receipt.received.n == 3));
}

#[test]
fn of_a_foreign_centre_nothing_is_kept() {
    let (mut memory, mine) = (memory(&[1]), hand(1).changes(1));
    memory.devices.values_mut().for_each(|device| *device = Enrolled { in_scope: false, revoked: true, ..*device });
    let head = SignedHead::sign(&key(1), REGISTER, 1, 1, mine.h(1));
    for request in
        [Request::Push(mine.sealed(1, 1)), Request::Commit(head), Request::Hello(hello(&mine, &[], (0, Hash([0; 32]))))]
    {
        let refused = ask(&mut memory, BEFORE, request);
        assert_eq!(refused, Answer::Refused(RefusalCode::ForeignCentre.into()));
    }
    assert_eq!((memory.aside.len(), memory.runs.len(), memory.heads.len(), memory.refusals.len()), (0, 0, 0, 3));
}

#[test]
fn a_fork_is_kept_aside_and_nothing_stored_changes() {
    let (mut memory, mine) = (memory(&[1]), hand(1).changes(3));
    push(&mut memory, &mine, 1, 3);
    let other = hand(1).bytes(b"another");
    let answer = ask(&mut memory, BEFORE, Request::Push(other.sealed(1, 1)));
    assert_eq!(answer, Answer::Forked { next_incarnation: 2 });
    assert_eq!((memory.aside[0].why, memory.runs.len()), (QuarantinedBecause::Forked, 1));
}

#[test]
fn only_a_head_that_its_device_signed_is_kept() {
    let (mut memory, mine) = (memory(&[1]), hand(1).changes(2));
    let head = SignedHead::sign(&key(1), REGISTER, 1, 2, mine.h(2));
    let forged = SignedHead { n: 9, ..head };
    let unknown = SignedHead::sign(&key(5), REGISTER, 1, 2, mine.h(2));
    for (head, code) in [(forged, RefusalCode::BadSignature), (unknown, RefusalCode::UnknownDevice)] {
        assert_eq!(ask(&mut memory, BEFORE, Request::Commit(head)), Answer::Refused(code.into()));
    }
    assert_eq!(ask(&mut memory, BEFORE, Request::Commit(head)), Answer::Committed(BEFORE));
    assert_eq!(memory.heads, [(head, BEFORE)]);
}

#[test]
fn a_batch_opened_and_checked_beforehand_is_judged_as_any_other_whatever_was_altered_in_it() {
    let sealed = hand(1).changes(2).sealed(1, 2);
    let altered = (0..sealed.len()).map(|place| {
        let mut bytes = sealed.clone();
        bytes[place] ^= 1;
        bytes
    });
    let mut refused = 0;
    for bytes in altered.chain([sealed.clone()]) {
        let Ok(mut opened) = Opened::open(bytes.clone()) else { continue };
        for checked in [None, Some(1), Some(2)] {
            checked.iter().for_each(|seed| opened.check(&key(*seed).public()));
            let Ok(answer) = push_opened(&mut memory(&[1, 2]), &here(&council(), BEFORE), &opened);
            assert_eq!(answer, ask(&mut memory(&[1, 2]), BEFORE, Request::Push(bytes.clone())), "{checked:?}");
            refused += usize::from(matches!(answer, Answer::Refused(_)));
            assert_eq!(matches!(answer, Answer::Stored(_)), bytes == sealed);
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn bytes_that_are_no_batch_are_refused_with_a_code() {
    let mut memory = memory(&[1]);
    let answer = ask(&mut memory, BEFORE, Request::Push(b"?".to_vec()));
    assert_eq!(answer, Answer::Refused(RefusalCode::BadBatch.into()));
    assert_eq!(memory.refusals, [RefusalCode::BadBatch]);
}

#[test]
fn a_hello_tells_what_is_here_of_each_stream_and_whether_it_forked() {
    let mut memory = memory(&[1]);
    push(&mut memory, &hand(1).changes(3), 1, 3);
    for (mine, forked) in [
        (hand(1).changes(3), false),
        (hand(1).changes(2), false),
        (hand(1).changes(9), false),
        (hand(1).bytes(b"another").changes(1), true),
    ] {
        let welcome = welcome(&mut memory, hello(&mine, &[], (0, Hash([0; 32]))));
        assert_eq!((welcome.streams[0].end.n, welcome.streams[0].forked), (3, forked), "{}", mine.records.len());
        assert_eq!((welcome.next_incarnation, welcome.log), (2, end(&mut memory)));
        assert_eq!((welcome.common, welcome.prove, welcome.others.len()), (0, false, 0));
    }
}

#[test]
fn a_hello_finds_the_last_position_in_common() {
    let mut memory = memory(&[1, 2]);
    let (mine, others) = (hand(1).changes(3), hand(2).changes(4));
    push(&mut memory, &mine, 1, 3);
    memory.epochs.push(Epoch([2; 8]));
    push(&mut memory, &others, 1, 4);
    let kept = memory.clone();
    let at = |position| kept.clone().log_at(REGISTER, position).unwrap().unwrap();
    let wrong = Hash([9; 32]);
    for (lineage, log, common, prove, others) in [
        (vec![(2, 7)], (7, at(7)), 7, false, false),
        (vec![(2, 5)], (5, at(5)), 5, false, false),
        (vec![(1, 3), (2, 5)], (5, at(5)), 5, false, true),
        (vec![(1, 2)], (2, at(2)), 2, false, true),
        (vec![(1, 6)], (6, wrong), 3, false, true),
        (vec![(1, 3), (8, 6)], (6, wrong), 3, false, true),
        (vec![(8, 6)], (6, wrong), 0, false, true),
        (vec![(1, 2)], (2, wrong), 0, false, true),
        (vec![(2, 5)], (5, wrong), 0, true, true),
        (vec![(2, 9)], (9, wrong), 7, true, true),
    ] {
        let welcome = welcome(&mut memory, hello(&mine, &lineage, log));
        let told = (welcome.common, welcome.prove, !welcome.others.is_empty());
        assert_eq!(told, (common, prove, others), "{lineage:?} {log:?}");
        assert_eq!(welcome.epoch, Epoch([2; 8]));
    }
}

#[test]
fn a_receipt_for_what_is_not_here_begins_another_life_and_no_other_does() {
    let (mut whole, mine) = (memory(&[1]), hand(1).changes(5));
    push(&mut whole, &mine, 1, 3);
    let backup = whole.clone();
    let receipt = push(&mut whole, &mine, 4, 5);
    let foreign = Receipt { received: crate::Received { epoch: Epoch([7; 8]), ..receipt.received }, ..receipt };
    let forged = crate::Received { n: 9, ..receipt.received }.sign(&key(1));
    for (memory, proof, epoch) in [
        (&whole, receipt, 1),
        (&backup, receipt, 2),
        (&backup, backup.streams[&mine.stream()].receipt, 1),
        (&backup, foreign.received.sign(&council()), 1),
        (&backup, forged, 1),
        (&backup, crate::Received { register: OTHER, ..receipt.received }.sign(&council()), 1),
    ] {
        let opening = Hello { proof: Some(proof), ..hello(&mine, &[(1, 5)], (5, receipt.received.log.l)) };
        let welcome = welcome(&mut memory.clone(), opening);
        assert_eq!(welcome.epoch, Epoch([epoch; 8]));
    }
}

fn pulled(memory: &mut Memory, after: u64, have: Vec<StreamEnd>, limit: u32) -> Pulled {
    let pull = Pull { register: REGISTER, after, have, limit };
    let Answer::Pulled(pulled) = ask(memory, BEFORE, Request::Pull(pull)) else { panic!() };
    pulled
}

#[test]
fn the_log_comes_in_pieces_without_gap_whatever_the_limit_and_wherever_it_begins() {
    let (mut memory, mine, other) = (memory(&[1, 2]), hand(1).changes(9), hand(2).changes(3));
    push(&mut memory, &mine, 1, 4);
    push(&mut memory, &other, 1, 3);
    push(&mut memory, &mine, 3, 9);
    let all: Vec<_> = (1..=4).map(|n| (1, n)).chain((1..=3).map(|n| (2, n))).chain((5..=9).map(|n| (1, n))).collect();
    for (start, limit) in (0..=12).flat_map(|start| [(start, 1), (start, 1 << 20)]) {
        let (mut after, mut told) = (start, Vec::new());
        loop {
            let pulled = pulled(&mut memory, after, Vec::new(), limit);
            for run in pulled.runs {
                let seed = if run.stream == mine.stream() { 1 } else { 2 };
                let count: u32 = run.marks.iter().map(|(count, _)| *count).sum();
                told.extend((run.first..run.first + u64::from(count)).map(|n| (seed, n)));
            }
            after = pulled.log.position;
            if !pulled.more {
                break;
            }
        }
        assert_eq!((told.as_slice(), after), (&all[start as usize..], 12), "{start} {limit}");
    }
}

#[test]
fn what_the_device_has_does_not_travel_again_unless_it_is_another() {
    let (mut memory, mine) = (memory(&[1]), hand(1).changes(4));
    push(&mut memory, &mine, 1, 2);
    push(&mut memory, &mine, 3, 4);
    let known = |n, tag| vec![StreamEnd { stream: mine.stream(), n, tag }];
    for (have, expected) in [
        (known(4, mine.h(4).tag()), [true, true]),
        (known(2, mine.h(2).tag()), [true, false]),
        (known(3, mine.h(3).tag()), [true, false]),
        (known(4, mine.h(3).tag()), [false, false]),
        (vec![], [false, false]),
    ] {
        let runs = pulled(&mut memory, 0, have, 1 << 20).runs;
        let sources: Vec<_> = runs.iter().map(|run| run.source == Source::Known).collect();
        assert_eq!(sources, expected);
    }
}

#[test]
fn a_stream_is_located_up_to_the_last_operation_in_common() {
    let (mut memory, mine) = (memory(&[1]), hand(1).changes(5));
    push(&mut memory, &mine, 1, 5);
    let tags = |first: u64, last: u64| (first..=last).map(|n| mine.h(n).tag()).collect::<Vec<_>>();
    let mut forked = tags(3, 5);
    forked[1] = crate::Tag([0; 8]);
    for (first, tags, located) in [(1, tags(1, 5), 5), (3, forked, 3), (3, vec![], 2), (9, vec![], 5), (0, vec![], 0)] {
        let locate = Locate { register: REGISTER, stream: mine.stream(), first, tags };
        assert_eq!(ask(&mut memory, BEFORE, Request::Locate(locate)), Answer::Located(located), "{first}");
    }
}

fn entered(register: RegisterId) -> Hand {
    let mut mine = Hand { register, ..hand(1) };
    let fields = [("state", "entered"), ("name", "A"), ("candidate_no", "007"), ("centre", "24505105")];
    mine.write(Kind::Enter, About::Candidate(CandidateId([1; 16])), &fields);
    mine
}

fn asked() -> Transfer {
    let (candidate, by, reason) = (CandidateId([1; 16]), "operator".to_owned(), "moved house".to_owned());
    Transfer { candidate, from: REGISTER, to: OTHER, by, reason }
}

#[test]
fn a_candidate_moves_with_all_that_is_known_but_their_number_also_after_closing() {
    let (mut memory, council) = (memory(&[1]), council());
    push(&mut memory, &entered(REGISTER), 1, 1);
    let Ok(moved) = transfer(&mut memory, &here(&council, AFTER), &asked());
    assert!(moved.is_ok());
    let about = About::Candidate(CandidateId([1; 16]));
    let (Ok(from), Ok(to)) = (folded(&mut memory, REGISTER), folded(&mut memory, OTHER));
    assert_eq!((from.value(&about, "state"), from.value(&about, "moved_to")), (Some("moved"), Some("24505106")));
    let values: Vec<_> = to.values_of(&about).into_iter().collect();
    let expected = [("centre", "24505106"), ("moved_from", "24505105"), ("name", "A"), ("state", "entered")];
    assert_eq!(values, expected);
    assert_eq!((from.conflicts(), to.conflicts(), from.held(), to.held()), (vec![], vec![], vec![], vec![]));
    let Ok(again) = transfer(&mut memory, &here(&council, AFTER), &asked());
    assert_eq!(again, Err(NotMoved::NotThere));
    let Ok(back) = transfer(&mut memory, &here(&council, AFTER), &Transfer { from: OTHER, to: REGISTER, ..asked() });
    assert!(back.is_ok());
    let Ok(from) = folded(&mut memory, REGISTER);
    assert_eq!((from.value(&about, "state"), from.value(&about, "candidate_no")), (Some("entered"), Some("")));
}

#[test]
fn what_the_centre_asked_for_ends_when_its_candidate_arrives_and_what_it_asks_for_else_stays() {
    let (mut memory, council) = (memory(&[1]), council());
    push(&mut memory, &entered(REGISTER), 1, 1);
    let mut there = Hand { register: OTHER, ..hand(1) };
    let (own, else_) = ("transfer.in.24505105007", "transfer.in.24505105008");
    there.write(Kind::Centre, About::Centre, &[(own, "{}"), (else_, "{}")]);
    push(&mut memory, &there, 1, 1);
    let Ok(moved) = transfer(&mut memory, &here(&council, AFTER), &asked());
    assert!(moved.is_ok());
    let Ok(to) = folded(&mut memory, OTHER);
    assert_eq!((to.value(&About::Centre, own), to.value(&About::Centre, else_)), (Some(""), Some("{}")));
    assert_eq!(to.conflicts(), vec![]);
}

#[test]
fn a_candidate_about_whom_people_are_at_odds_stays() {
    let mut memory = memory(&[1, 2]);
    push(&mut memory, &entered(REGISTER), 1, 1);
    let mut other = hand(2);
    other.write(Kind::Change, About::Candidate(CandidateId([1; 16])), &[("name", "B")]);
    push(&mut memory, &other, 1, 1);
    let Ok(moved) = transfer(&mut memory, &here(&council(), BEFORE), &asked());
    assert_eq!(moved, Err(NotMoved::Undecided));
    let Ok(moved) = transfer(&mut memory, &here(&council(), BEFORE), &Transfer { to: REGISTER, ..asked() });
    assert_eq!(moved, Err(NotMoved::SameCentre));
    assert_eq!(memory.runs.len(), 2);
}

#[test]
fn the_councils_own_batch_that_was_lost_is_taken_in_when_it_is_offered_again() {
    let (mut whole, council) = (memory(&[1]), council());
    push(&mut whole, &entered(REGISTER), 1, 1);
    let mut backup = whole.clone();
    let Ok(_) = transfer(&mut whole, &here(&council, BEFORE), &asked());
    let frame = whole.runs[1].1.frame.clone();
    assert!(matches!(ask(&mut backup, AFTER, Request::Push(frame)), Answer::Stored(_)));
    let Ok(from) = folded(&mut backup, REGISTER);
    assert_eq!(from.value(&About::Candidate(CandidateId([1; 16])), "state"), Some("moved"));
}
