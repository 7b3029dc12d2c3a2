//! Every situation in which a batch comes, as docs/sync.md has them.

use super::*;
use crate::chain::log_start;
use crate::head::{SignedHead, short_code};
use crate::log::{LogEnd, Mark, Standing, Timing};
use crate::message::StreamEnd;
use crate::receipt::{Receipt, Received};
use crate::refusal::RefusalCode;

/// Where the log stands before the batch.
fn log() -> LogEnd {
    LogEnd { position: 10, l: log_start(REGISTER) }
}

fn receipt(of: &Hand, n: u64) -> Receipt {
    let epoch = Epoch([1; 8]);
    let (stream, h) = (of.stream(), of.h(n));
    Received { epoch, register: REGISTER, stream, n, h, log: log(), at: BEFORE }.sign(&council())
}

/// What is known when `stored` operations of the hand are there.
fn facts(of: &Hand, stored: u64, last: u64) -> PushFacts {
    let stream = StoredStream { n: stored, h: of.h(stored), receipt: receipt(of, stored) };
    PushFacts {
        device: Some(enrolled(of.seed, Role::Clerk)),
        signed_by: None,
        stream: (stored > 0).then_some(stream),
        h_at_last: (last <= stored).then(|| of.h(last)),
        behind_fork: false,
        log: log(),
        last_incarnation: u64::from(stored > 0),
        closes: Some(CLOSES),
        commitments: Vec::new(),
        short_codes: Vec::new(),
    }
}

fn receive_at(now: UnixMillis, frame: &Frame, facts: &PushFacts) -> Outcome {
    receive(frame, facts, &here(&council(), now))
}

/// What was appended, as `first..=last at position`, or what else was decided.
fn short(outcome: Outcome) -> String {
    match outcome {
        Outcome::Append(append) => format!("append {}..={} at {}", append.first, append.last, append.position),
        Outcome::Repeat(receipt) => format!("repeat {}", receipt.received.n),
        Outcome::Gap(end) => format!("gap {}", end.n),
        Outcome::Fork { next_incarnation } => format!("fork {next_incarnation}"),
        Outcome::Refuse(code) => code.code().to_owned(),
    }
}

#[test]
fn a_batch_is_judged_by_where_it_stands_to_what_is_stored() {
    let (mine, other) = (hand(1).changes(9), hand(1).bytes(b"another first").changes(8));
    for (stored, batch, (first, last), decision) in [
        (0, &mine, (1, 3), "append 1..=3 at 11"),
        (3, &mine, (4, 9), "append 4..=9 at 11"),
        (3, &mine, (1, 5), "append 4..=5 at 11"),
        (3, &mine, (3, 4), "append 4..=4 at 11"),
        (3, &mine, (1, 3), "repeat 3"),
        (9, &mine, (4, 5), "repeat 9"),
        (0, &mine, (2, 3), "gap 0"),
        (3, &mine, (5, 6), "gap 3"),
        (3, &other, (5, 6), "gap 3"),
        (3, &other, (4, 6), "fork 2"),
        (3, &other, (1, 3), "fork 2"),
        (3, &other, (2, 9), "fork 2"),
        (9, &other, (4, 5), "fork 2"),
    ] {
        let outcome = receive_at(BEFORE, &batch.frame(first, last), &facts(&mine, stored, last));
        assert_eq!(short(outcome), decision, "{stored} stored, {first}..={last}");
    }
}

#[test]
fn a_gap_tells_the_stored_end_and_a_repeat_the_kept_receipt() {
    let mine = hand(1).changes(9);
    let end = StreamEnd { stream: mine.stream(), n: 3, tag: mine.h(3).tag() };
    assert_eq!(receive_at(BEFORE, &mine.frame(5, 6), &facts(&mine, 3, 6)), Outcome::Gap(end));
    let repeat = receive_at(AFTER, &mine.frame(1, 2), &facts(&mine, 3, 2));
    assert_eq!(repeat, Outcome::Repeat(receipt(&mine, 3)));
}

#[test]
fn what_goes_on_from_a_fork_is_one_and_nothing_is_missing_before_it() {
    let (mine, other) = (hand(1).changes(9), hand(1).bytes(b"another").changes(9));
    let behind = PushFacts { behind_fork: true, ..facts(&mine, 3, 6) };
    assert_eq!(short(receive_at(BEFORE, &other.frame(5, 6), &behind)), "fork 2");
    assert_eq!(short(receive_at(BEFORE, &mine.frame(4, 6), &behind)), "append 4..=6 at 11");
}

#[test]
fn a_fork_opens_an_incarnation_above_every_one_known() {
    let (mine, other) = (hand(1).changes(3), hand(1).bytes(b"another"));
    let facts = PushFacts { last_incarnation: 7, ..facts(&mine, 3, 1) };
    assert_eq!(short(receive_at(BEFORE, &other.frame(1, 1), &facts)), "fork 8");
}

#[test]
fn an_append_is_chained_to_the_log_with_what_is_said_and_receipted() {
    let mine = hand(1).changes(2);
    let facts = PushFacts { device: Some(enrolled(1, Role::Head)), ..facts(&mine, 0, 2) };
    let Outcome::Append(append) = receive_at(BEFORE, &mine.frame(1, 2), &facts) else { panic!() };
    let mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Head };
    let l = (1..=2).fold(log().l, |l, n| crate::log_next(l, mine.h(n), mark.to_bytes()));
    assert_eq!((append.marks.as_slice(), append.log), ([(2, mark)].as_slice(), LogEnd { position: 12, l }));
    assert!(append.receipt.is_of(&council().public()));
    let said = append.receipt.received;
    assert_eq!((said.n, said.h, said.log, said.at), (2, mine.h(2), append.log, BEFORE));
}

#[test]
fn whom_the_council_does_not_listen_to_is_refused_whole() {
    let mine = hand(1).changes(1);
    let device = enrolled(1, Role::Clerk);
    for (device, code) in [
        (None, RefusalCode::UnknownDevice),
        (Some(enrolled(2, Role::Clerk)), RefusalCode::BadSignature),
        (Some(Enrolled { in_scope: false, ..device }), RefusalCode::ForeignCentre),
        (Some(Enrolled { revoked: true, ..device }), RefusalCode::Revoked),
        (Some(Enrolled { revoked: true, in_scope: false, ..device }), RefusalCode::ForeignCentre),
        (Some(Enrolled { revoked: true, ..enrolled(2, Role::Clerk) }), RefusalCode::BadSignature),
    ] {
        let facts = PushFacts { device, ..facts(&mine, 0, 1) };
        assert_eq!(receive_at(BEFORE, &mine.frame(1, 1), &facts), Outcome::Refuse(code));
    }
}

#[test]
fn a_head_signed_for_other_operations_does_not_carry_these() {
    let mine = hand(1).changes(2);
    for forged in [
        SignedHead { n: 3, ..mine.frame(1, 2).head },
        SignedHead { h: Hash([1; 32]), ..mine.frame(1, 2).head },
        SignedHead { register: OTHER, ..mine.frame(1, 2).head },
        SignedHead { incarnation: 2, ..mine.frame(1, 2).head },
    ] {
        let frame = Frame { head: forged, ..mine.frame(1, 2) };
        let outcome = receive_at(BEFORE, &frame, &facts(&mine, 0, 2));
        assert_eq!(outcome, Outcome::Refuse(RefusalCode::BadSignature), "{forged:?}");
    }
}

#[test]
fn a_stream_that_does_not_begin_where_streams_begin_is_malformed() {
    let mine = hand(1).changes(1);
    let record = mine.records[0].clone();
    for (incarnation, before) in [(1, Hash([7; 32])), (0, chain_start(mine.stream().writer, 0))] {
        let bytes = Frame::seal(&key(1), REGISTER, incarnation, 1, before, std::slice::from_ref(&record)).unwrap();
        let outcome = receive_at(BEFORE, &Frame::open(&bytes).unwrap(), &facts(&mine, 0, 1));
        assert_eq!(outcome, Outcome::Refuse(RefusalCode::BadBatch));
    }
}

/// Runs of timings of the appended operations.
fn timings(outcome: Outcome) -> Vec<(u32, Timing)> {
    let Outcome::Append(append) = outcome else { panic!() };
    append.marks.iter().map(|(count, mark)| (*count, mark.timing)).collect()
}

#[test]
fn what_comes_after_closing_is_late_but_for_what_a_commitment_covers() {
    use Timing::{ByCommitment, InTime, Late};
    let (mine, other) = (hand(1).changes(9), hand(1).bytes(b"another").changes(8));
    let of = |hand: &Hand, n| (n, hand.h(n));
    for (now, stored, commitments, expected) in [
        (BEFORE, 0, vec![], vec![(6, InTime)]),
        (CLOSES, 0, vec![], vec![(6, Late)]),
        (AFTER, 0, vec![of(&mine, 4)], vec![(4, ByCommitment), (2, Late)]),
        (AFTER, 0, vec![of(&mine, 2), of(&mine, 6)], vec![(6, ByCommitment)]),
        (AFTER, 3, vec![of(&mine, 4)], vec![(1, ByCommitment), (2, Late)]),
        (AFTER, 3, vec![of(&mine, 2)], vec![(3, Late)]),
        (AFTER, 0, vec![of(&other, 4)], vec![(6, Late)]),
        (AFTER, 0, vec![of(&mine, 9)], vec![(6, Late)]),
        (AFTER, 0, vec![(6, mine.h(5))], vec![(6, Late)]),
    ] {
        let facts = PushFacts { commitments: commitments.clone(), ..facts(&mine, stored, 6) };
        assert_eq!(timings(receive_at(now, &mine.frame(1, 6), &facts)), expected, "{commitments:?}");
    }
}

#[test]
fn a_short_code_is_as_good_as_the_head_and_a_register_without_a_closing_date_is_open() {
    let mine = hand(1).changes(6);
    let code = |n| short_code(REGISTER, mine.stream(), n, mine.h(n));
    let facts = PushFacts { short_codes: vec![code(5), code(2), "0".repeat(22)], ..facts(&mine, 0, 6) };
    let timed = timings(receive_at(AFTER, &mine.frame(1, 6), &facts));
    assert_eq!(timed, [(5, Timing::ByCommitment), (1, Timing::Late)]);
    let open = PushFacts { closes: None, ..facts };
    assert_eq!(timings(receive_at(AFTER, &mine.frame(1, 6), &open)), [(6, Timing::InTime)]);
}

#[test]
fn each_operation_stands_for_itself() {
    let id = About::Candidate(CandidateId([1; 16]));
    for (role, kind, fields, standing) in [
        (Role::Clerk, Kind::Change, ("name", "A"), Standing::Effective),
        (Role::Clerk, Kind::Other(99), ("shoe_size", "42"), Standing::Effective),
        (Role::Clerk, Kind::Approve, ("approved_by", "A"), Standing::NoRight),
        (Role::Head, Kind::Approve, ("approved_by", "A"), Standing::Effective),
        (Role::Head, Kind::Admit, ("admitted", "00"), Standing::NoRight),
        (Role::Operator, Kind::Admit, ("admitted", "00"), Standing::Effective),
        (Role::Auditor, Kind::Change, ("name", "A"), Standing::NoRight),
        (Role::Supervisor, Kind::Depart, ("state", "moved"), Standing::Invalid),
        (Role::Supervisor, Kind::Arrive, ("state", "entered"), Standing::Invalid),
        (Role::Clerk, Kind::Change, ("state", "moved"), Standing::Invalid),
        (Role::Clerk, Kind::Change, ("moved_to", "24505106"), Standing::Invalid),
        (Role::Clerk, Kind::Merge, ("name", "A"), Standing::Invalid),
        (Role::Council, Kind::Depart, ("state", "moved"), Standing::Effective),
    ] {
        let mut mine = hand(1).changes(1);
        mine.write(kind, id, &[fields]);
        let mine = mine.changes(1);
        let facts = PushFacts { device: Some(enrolled(1, role)), ..facts(&mine, 0, 3) };
        let Outcome::Append(append) = receive_at(BEFORE, &mine.frame(1, 3), &facts) else { panic!() };
        let marks: Vec<Mark> = append.marks.iter().flat_map(|(count, mark)| vec![*mark; *count as usize]).collect();
        assert_eq!((marks.len(), marks[1].standing), (3, standing), "{role:?} {kind:?} {fields:?}");
    }
}

#[test]
fn what_is_about_the_zeros_that_stand_for_the_centre_has_no_standing_unless_it_is_about_the_centre() {
    let mut mine = hand(1).changes(1);
    for about in [About::Centre, About::Candidate(CandidateId([0; 16])), About::Slip(SlipId([0; 16]))] {
        mine.write(Kind::Change, about, &[("phone", "0700 000 000")]);
    }
    let Outcome::Append(append) = receive_at(BEFORE, &mine.frame(1, 4), &facts(&mine, 0, 4)) else { panic!() };
    let standings: Vec<_> = append.marks.iter().map(|(count, mark)| (*count, mark.standing)).collect();
    assert_eq!(standings, [(2, Standing::Effective), (2, Standing::Invalid)]);
}

#[test]
fn bytes_that_read_as_no_operation_of_that_place_are_kept_and_block_nothing() {
    let misplaced = hand(1).changes(1).records.remove(0);
    let mine = hand(1).changes(1).bytes(b"of a newer version").bytes(&misplaced).changes(1);
    let Outcome::Append(append) = receive_at(BEFORE, &mine.frame(1, 4), &facts(&mine, 0, 4)) else { panic!() };
    let standings: Vec<_> = append.marks.iter().map(|(count, mark)| (*count, mark.standing)).collect();
    assert_eq!(standings, [(1, Standing::Effective), (2, Standing::Invalid), (1, Standing::Effective)]);
}
