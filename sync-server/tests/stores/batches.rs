//! Batches, the log and what belongs to it.

use sync::authority::{Append, QuarantinedBecause};
use sync::message::{Answer, Lease, Request, StreamEnd};
use sync::{DeviceId, LogEnd, Receipt, RegisterId, Timing, UnixMillis, log_next, log_start, short_code};
use sync_server::stores::{Lane, RegisterEnd, ShortCode};

use crate::bed::{Bed, queue};
use crate::school::{REGISTER, School};

fn stored(answer: Answer) -> Receipt {
    match answer {
        Answer::Stored(receipt) => receipt,
        other => panic!("not stored: {other:?}"),
    }
}

pub(crate) fn a_batch_is_found_again_at_every_place(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(12, "A");
    for (first, last) in [(1, 5), (6, 6), (7, 12)] {
        stored(bed.ask(Request::Push(school.batch(first, last))));
    }
    let (stream, hashes) = (school.stream(), (0..=12).map(|n| school.hash(n)).collect::<Vec<_>>());
    let expected = hashes.clone();
    let found = bed.read(move |council| (1..=12).map(|n| council.hash_at(stream, n)).collect::<Result<Vec<_>, _>>());
    assert_eq!(found, expected[1..].iter().copied().map(Some).collect::<Vec<_>>());
    for (first, limit) in [(1, 100), (1, 5), (3, 5), (6, 1), (12, 2), (13, 2), (u64::MAX, 9)] {
        let all = hashes.iter().skip(usize::try_from(first).unwrap_or(99)).take(limit).copied().collect::<Vec<_>>();
        assert_eq!(bed.read(move |council| council.hashes_from(stream, first, limit)), all, "{first} {limit}");
    }
    for n in [0, 13, u64::MAX] {
        assert_eq!(bed.read(move |council| council.hash_at(stream, n)), None, "{n}");
    }
    the_log_is_chained(bed, &school);
    runs_come_in_order_up_to_a_size(bed);
    let end = StreamEnd { stream, n: 12, tag: school.hash(12).tag() };
    assert_eq!(bed.read(|council| council.streams_of(REGISTER)), [end]);
}

fn the_log_is_chained(bed: &Bed, school: &School) {
    let runs = bed.read(|council| council.runs(REGISTER, 0, usize::MAX));
    let mark = runs[0].marks[0].1;
    let mut l = log_start(REGISTER);
    assert_eq!(bed.read(|council| council.log_at(REGISTER, 0)), Some(l));
    for position in 1..=12 {
        l = log_next(l, school.hash(position), mark.to_bytes());
        assert_eq!(bed.read(move |council| council.log_at(REGISTER, position)), Some(l), "{position}");
    }
    assert_eq!(bed.read(|council| council.log_at(REGISTER, 13)), None);
    assert_eq!(bed.read(|council| council.log_end(REGISTER)), LogEnd { position: 12, l });
    let log = LogEnd { position: 12, l };
    assert_eq!(bed.read(|council| council.registers(None, 10)), [RegisterEnd { register: REGISTER, log }]);
    assert!(bed.read(|council| council.registers(Some(REGISTER), 10)).is_empty());
}

fn runs_come_in_order_up_to_a_size(bed: &Bed) {
    for (after, limit, expected) in
        [(0, usize::MAX, &[1, 6, 7][..]), (0, 1, &[1]), (4, 1, &[1]), (5, 1, &[6]), (6, 9_999, &[7]), (12, 1, &[])]
    {
        let runs = bed.read(move |council| council.runs(REGISTER, after, limit));
        let firsts: Vec<_> = runs.iter().map(|run| run.position).collect();
        assert_eq!(firsts, expected, "{after} {limit}");
        assert!(runs.iter().all(|run| run.first == run.position && run.at == bed.now));
    }
}

pub(crate) fn a_repeated_batch_is_kept_once_and_has_the_same_receipt(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(4, "A");
    let batch = school.batch(1, 4);
    let receipt = stored(bed.ask(Request::Push(batch.clone())));
    assert!(receipt.is_of(&bed.council.public()));
    bed.now = UnixMillis(2_000);
    assert_eq!(stored(bed.ask(Request::Push(batch))), receipt);
    assert_eq!(bed.read(|council| council.runs(REGISTER, 0, usize::MAX)).len(), 1);
    assert_eq!(bed.read(|council| council.receipts(REGISTER)), [receipt]);
}

pub(crate) fn of_an_overlap_only_the_new_part_is_appended(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(9, "A");
    stored(bed.ask(Request::Push(school.batch(1, 5))));
    stored(bed.ask(Request::Push(school.batch(3, 9))));
    let runs = bed.read(|council| council.runs(REGISTER, 0, usize::MAX));
    let places: Vec<_> = runs.iter().map(|run| (run.first, run.last, run.position, run.log.position)).collect();
    assert_eq!(places, [(1, 5, 1, 5), (6, 9, 6, 9)]);
    let stream = school.stream();
    assert_eq!(bed.read(move |council| council.hash_at(stream, 7)), Some(school.hash(7)));
    let within = bed.read(|council| council.log_at(REGISTER, 7)).unwrap();
    let marks = runs[1].marks[0].1.to_bytes();
    assert_eq!(log_next(log_next(runs[0].log.l, school.hash(6), marks), school.hash(7), marks), within);
}

pub(crate) fn a_gap_is_told_and_a_fork_is_kept_aside_once(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(3, "A");
    let mut copy = school.copy();
    school.writes(5, "A");
    copy.writes(5, "B");
    stored(bed.ask(Request::Push(school.batch(1, 5))));
    let end = StreamEnd { stream: school.stream(), n: 5, tag: school.hash(5).tag() };
    assert_eq!(bed.ask(Request::Push(school.batch(7, 8))), Answer::Gap(end));
    for _ in 0..2 {
        assert_eq!(bed.ask(Request::Push(copy.batch(2, 8))), Answer::Forked { next_incarnation: 2 });
    }
    let aside = bed.read(|council| council.quarantined(0, 10));
    assert_eq!(aside.len(), 1);
    let (number, batch) = &aside[0];
    assert_eq!((batch.why, batch.register, batch.stream), (QuarantinedBecause::Forked, REGISTER, copy.stream()));
    assert_eq!((batch.first, batch.last, &batch.frame), (2, 8, &copy.batch(2, 8)));
    let number = *number;
    assert!(bed.read(move |council| council.quarantined(number, 10)).is_empty());
    let stream = school.stream();
    for (n, there) in [(1, 0), (2, 1), (8, 1), (9, 0)] {
        assert_eq!(bed.read(move |council| council.forked_at(stream, n)).len(), there, "{n}");
    }
    let writer = school.stream().writer;
    assert_eq!(bed.read(move |council| council.last_incarnation(writer)), 1);
    an_incarnation_known_from_quarantine_only_counts(bed, copy);
}

fn an_incarnation_known_from_quarantine_only_counts(bed: &Bed, mut copy: School) {
    let mut batch = bed.read(|council| council.quarantined(0, 1)).remove(0).1;
    copy.incarnation = 5;
    (batch.stream, batch.frame) = (copy.stream(), b"another".to_vec());
    bed.write(move |council| council.quarantine(&batch)).unwrap();
    let writer = copy.stream().writer;
    assert_eq!(bed.read(move |council| council.last_incarnation(writer)), 5);
}

/// Whatever the authority decides, a log is never written over and has no gap.
pub(crate) fn a_batch_decided_on_what_is_no_longer_so_is_not_written(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(9, "A");
    let receipt = stored(bed.ask(Request::Push(school.batch(1, 5))));
    let good = Append {
        register: REGISTER,
        stream: school.stream(),
        first: 6,
        last: 9,
        h: school.hash(9),
        position: 6,
        marks: bed.read(|council| council.runs(REGISTER, 0, 1))[0].marks.clone(),
        log: LogEnd { position: 9, l: school.hash(0) },
        receipt,
    };
    let end = |position| LogEnd { position, ..good.log };
    let wrong = [
        Append { position: 5, log: end(8), ..good.clone() },
        Append { position: 7, log: end(10), ..good.clone() },
        Append { position: 1, log: end(4), ..good.clone() },
        Append { first: 5, ..good.clone() },
        Append { first: 7, ..good.clone() },
        Append { first: 1, ..good.clone() },
    ];
    for append in wrong {
        let (said, batch) = (format!("{append:?}"), school.batch(6, 9));
        assert!(bed.write(move |council| council.append(&append, &batch)).is_err(), "{said}");
    }
    assert_eq!(bed.read(|council| council.log_end(REGISTER)).position, 5);
    let batch = school.batch(6, 9);
    bed.write(move |council| council.append(&good, &batch)).unwrap();
}

pub(crate) fn commitments_and_short_codes_count_from_the_first_moment(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(2, "A");
    let (stream, head) = (school.stream(), school.head(2));
    let code = short_code(REGISTER, stream, 2, head.h);
    for at in [10, 20] {
        let kept = ShortCode { register: REGISTER, code: code.clone(), at: UnixMillis(at), by: "an operator".into() };
        bed.write(move |council| council.keep_head(&head, UnixMillis(at))).unwrap();
        bed.write(move |council| council.keep_short_code(&kept)).unwrap();
    }
    for (before, count) in [(10, 0), (11, 1), (99, 1)] {
        let heads = bed.read(move |council| council.commitments(stream, UnixMillis(before)));
        assert_eq!(heads, vec![(2, head.h); count], "{before}");
        let codes = bed.read(move |council| council.short_codes(REGISTER, UnixMillis(before)));
        assert_eq!(codes, vec![code.clone(); count], "{before}");
    }
    let other = RegisterId { year: 2027, ..REGISTER };
    assert!(bed.read(move |council| council.short_codes(other, UnixMillis(99))).is_empty());
    bed.write(|council| council.set_closes(2026, Some(UnixMillis(500)))).unwrap();
    stored(bed.ask(Request::Push(school.batch(1, 2))));
    let run = bed.read(|council| council.runs(REGISTER, 0, 1)).remove(0);
    assert_eq!(run.marks[0].1.timing, Timing::ByCommitment);
    bed.write(|council| council.set_closes(2026, None)).unwrap();
    assert_eq!(bed.read(|council| council.closes(2026)), None);
}

pub(crate) fn numbers_leased_replace_those_before(bed: &mut Bed) {
    let (a, b) = (DeviceId([1; 16]), DeviceId([2; 16]));
    let lease = |first, last| Lease { first, last };
    let asked: [(DeviceId, Vec<Lease>); 4] = [
        (a, vec![lease(1, 499), lease(801, 899)]),
        (b, vec![lease(450, 499)]),
        (a, vec![lease(1, 449), lease(801, 899)]),
        (b, vec![lease(400, 449), lease(450, 499)]),
    ];
    for (device, leases) in asked {
        bed.write(move |council| council.lease(REGISTER, device, &leases)).unwrap();
    }
    let mut found = bed.read(|council| council.leases(REGISTER));
    found.sort_by_key(|(device, lease)| (*device, *lease));
    let expected = [(a, lease(1, 449)), (a, lease(801, 899)), (b, lease(400, 449)), (b, lease(450, 499))];
    assert_eq!(found, expected);
}

pub(crate) fn everything_is_there_when_the_store_is_opened_again(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(8, "A");
    let epoch = bed.epoch();
    let receipt = stored(bed.ask(Request::Push(school.batch(1, 4))));
    bed.reopen();
    assert_eq!(bed.epoch(), epoch, "nothing was lost, so the same life goes on");
    assert_eq!(stored(bed.ask(Request::Push(school.batch(1, 4)))), receipt);
    let waits = queue(&*bed.database, Lane::Urgent, |council| council.log_end(REGISTER));
    assert_eq!(waits.recv().unwrap().unwrap().position, 4);
    stored(bed.ask(Request::Push(school.batch(5, 8))));
}
