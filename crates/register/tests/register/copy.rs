//! What the register keeps of the council's word, and the guarantees that a session builds on: each method of a replica
//! by name.

use register::{CandidateId, Epoch, Filter, Hash, Operation, Seal, StreamId, Tag, UnixMillis, WriterId, restore};
use regulations::Field;
use sync::circular::Circular;
use sync::frame::Frame;
use sync::replica::{Carried, Taken};
use sync::{DeviceId, LogEnd, Received, SecretKey, SignedHead, chain_start};

use crate::copies::restoring;
use crate::council::{Council, REGISTER};
use crate::support::{Desk, KEY, stamp};

fn enrolled() -> (Council, Desk) {
    let (council, mut desk) = (Council::new(), Desk::new());
    council.enrol(desk.register(), 1);
    (council, desk)
}

fn change(desk: &mut Desk, id: CandidateId, value: &str) {
    let fields = vec![(Field::Name, value.to_owned())];
    desk.transact(Operation::ChangeFields { candidate: id, fields });
}

fn streams(desk: &mut Desk) -> Vec<(u64, u64, u64, u64)> {
    let place = desk.register().read().place().unwrap();
    place.streams.iter().map(|own| (own.stream.incarnation, own.n, own.acknowledged, own.committed)).collect()
}

#[test]
fn a_register_that_is_not_enrolled_has_no_place_and_takes_nothing() {
    let mut desk = Desk::new();
    assert_eq!(desk.register().read().place().unwrap_err().code(), "register.not-enrolled");
    let end = LogEnd { position: 0, l: Hash([0; 32]) };
    assert_eq!(desk.register().take(&[], &[], end).unwrap_err().code(), "register.not-enrolled");
    assert_eq!(desk.register().rewind(0, Epoch([1; 8])).unwrap_err().code(), "register.not-enrolled");
    assert_eq!(desk.register().read().council().unwrap(), None);
}

#[test]
fn enrolment_carries_what_was_written_before_over_under_the_devices_own_hand() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    let digest = desk.register().read().digest().unwrap();
    Council::new().enrol(desk.register(), 1);
    let writer = WriterId::of(DeviceId([1; 16]), REGISTER);
    assert_eq!(desk.register().read().writer().unwrap(), (writer, 2));
    assert_eq!(streams(&mut desk), [(2, 2, 0, 0)]);
    assert_eq!(desk.register().read().digest().unwrap(), digest);
    assert_eq!(desk.register().read().sync_state().unwrap().set_aside, 2);
    assert!(!desk.register().adopt(writer, UnixMillis(6)).unwrap());
    desk.register().undo(&stamp()).unwrap().unwrap();
    assert!(desk.register().read().candidate(id).is_err());
    desk.register().read().verify().unwrap();
}

#[test]
fn a_place_tells_the_ends_of_the_devices_streams_and_the_log() {
    let (mut council, mut desk) = enrolled();
    desk.enter([(Field::Name, "A")]);
    council.meet(desk.register());
    let place = desk.register().read().place().unwrap();
    assert_eq!((place.register, place.council, place.epoch), (REGISTER, council.public(), Some(council.epoch)));
    assert_eq!((place.log, place.lineage[0].until), (council.end(), 2));
    let own = place.streams[0];
    assert_eq!((own.n, own.acknowledged), (2, 2));
    assert_eq!(desk.register().read().hash_at(own.stream, 2).unwrap(), Some(own.h));
    assert_eq!(desk.register().read().hash_at(own.stream, 3).unwrap(), None);
    assert_eq!(desk.register().read().hash_at(own.stream, 0).unwrap(), None);
}

#[test]
fn operations_come_with_the_hash_before_the_first() {
    let (_, mut desk) = enrolled();
    for name in ["A", "B", "C"] {
        desk.enter([(Field::Name, name)]);
    }
    let own = desk.register().read().place().unwrap().streams[0].stream;
    let read = desk.register().read();
    let (before, two) = read.operations(own, 1, 2).unwrap();
    assert_eq!((before, two.len()), (chain_start(own.writer, own.incarnation), 2));
    let (before, rest) = read.operations(own, 3, 200).unwrap();
    assert_eq!((Some(before), rest.len()), (read.hash_at(own, 2).unwrap(), 2));
    assert!(read.operations(own, 5, 200).unwrap().1.is_empty());
    assert!(read.operations(own, 7, 1).is_err());
    assert!(read.operations(StreamId { incarnation: 9, ..own }, 1, 1).is_err());
}

#[test]
fn received_is_what_a_receipt_of_the_present_life_covers() {
    let (council, mut desk) = enrolled();
    desk.enter([(Field::Name, "A")]);
    let own = desk.register().read().place().unwrap().streams[0];
    let said = |n, h, epoch| Received {
        epoch,
        register: REGISTER,
        stream: own.stream,
        n,
        h,
        log: council.end(),
        at: UnixMillis(7),
    };
    let wrong = said(2, Hash([1; 32]), council.epoch).sign(&council.key);
    assert_eq!(desk.register().acknowledge(&wrong).unwrap_err().code(), "register.does-not-continue");
    let of_another_life = said(2, own.h, Epoch([9; 8])).sign(&council.key);
    desk.register().acknowledge(&of_another_life).unwrap();
    assert_eq!(streams(&mut desk)[0].2, 0);
    let head = SignedHead::sign(&SecretKey::of(&[1; 32]), REGISTER, own.stream.incarnation, own.n, own.h);
    desk.register().committed(&head, UnixMillis(8)).unwrap();
    let first = desk.register().read().hash_at(own.stream, 1).unwrap().unwrap();
    let receipt = said(1, first, council.epoch).sign(&council.key);
    desk.register().acknowledge(&receipt).unwrap();
    assert_eq!(streams(&mut desk)[0].2, 1);
    assert_eq!(desk.register().read().proof().unwrap(), Some(receipt));
    assert_eq!(desk.register().read().receipts().unwrap().len(), 2);
    let state = desk.register().read().sync_state().unwrap();
    assert_eq!(state.received + state.committed + state.waiting, 2);
    desk.register().rewind(0, Epoch([9; 8])).unwrap();
    assert_eq!((streams(&mut desk)[0].2, streams(&mut desk)[0].3), (2, 0));
}

#[test]
fn a_log_that_does_not_continue_the_copy_is_refused_and_nothing_of_it_is_kept() {
    let (mut council, mut desk) = enrolled();
    let mut other = Desk::new();
    council.enrol(other.register(), 2);
    other.enter([(Field::Name, "B")]);
    council.meet(other.register());
    let taken: Vec<Taken> = council.log.iter().map(|(taken, _)| taken.clone()).collect();
    let (first, second) = (taken[0].clone(), taken[1].clone());
    let end = council.end();
    let without_bytes = Taken { bytes: None, ..first.clone() };
    for (what, wrong, end) in [
        ("a gap in the log", vec![second.clone()], end),
        ("a gap in the stream", vec![Taken { n: 2, ..first.clone() }, second.clone()], end),
        ("an operation twice", vec![first.clone(), Taken { position: 2, ..first.clone() }], end),
        ("no bytes", vec![without_bytes, second.clone()], end),
        ("another end", taken.clone(), LogEnd { l: Hash([0; 32]), ..end }),
        ("an end too far", vec![first.clone()], end),
        (
            "another mark",
            vec![Taken { mark: sync::Mark { role: sync::Role::Clerk, ..first.mark }, ..first }, second],
            end,
        ),
    ] {
        let before = desk.register().read().digest().unwrap();
        let refused = desk.register().take(&wrong, &[], end).unwrap_err();
        assert_eq!(refused.code(), "register.does-not-continue", "{what}");
        assert_eq!(desk.register().read().place().unwrap().log.position, 0, "{what}");
        assert_eq!(desk.register().read().digest().unwrap(), before, "{what}");
    }
    council.give(desk.register());
    desk.register().read().verify().unwrap();
}

#[test]
fn the_log_is_taken_back_and_own_operations_stay() {
    let (mut council, mut desk) = enrolled();
    let mut other = Desk::new();
    council.enrol(other.register(), 2);
    let id = other.enter([(Field::Name, "B")]);
    council.meet(other.register());
    council.meet(desk.register());
    let own = desk.enter([(Field::Name, "A")]);
    change(&mut desk, id, "BB");
    desk.register().rewind(0, Epoch([2; 8])).unwrap();
    desk.register().read().verify().unwrap();
    assert_eq!(desk.register().read().place().unwrap().log.position, 0);
    assert!(desk.register().read().candidate(id).is_err());
    assert_eq!(desk.value(own, Field::Name), "A");
    assert_eq!(desk.register().read().held().unwrap().len(), 1);
    council.epoch = Epoch([2; 8]);
    council.meet(desk.register());
    assert_eq!(desk.value(id, Field::Name), "BB");
    council.meet(other.register());
    assert_eq!(other.register().read().digest().unwrap(), desk.register().read().digest().unwrap());
}

#[test]
fn batches_of_others_are_offered_again_after_the_council_lost_them_until_they_are_settled() {
    let (mut council, mut desk) = enrolled();
    let mut other = Desk::new();
    council.enrol(other.register(), 2);
    other.enter([(Field::Name, "B")]);
    council.meet(other.register());
    council.meet(desk.register());
    assert!(desk.register().read().carried().unwrap().is_empty());
    desk.register().rewind(1, Epoch([2; 8])).unwrap();
    let lost: Vec<Carried> = desk.register().read().carried().unwrap();
    assert_eq!(lost.iter().map(|batch| batch.last).collect::<Vec<_>>(), [2]);
    desk.register().settled(&lost[0]).unwrap();
    assert!(desk.register().read().carried().unwrap().is_empty());
    desk.register().rewind(1, Epoch([3; 8])).unwrap();
    assert_eq!(desk.register().read().carried().unwrap(), lost);
}

/// Of two copies of a computer the council, restored, got the other's operations first.
#[test]
fn a_batch_that_says_something_else_than_the_log_is_offered_after_a_rewind() {
    let (mut council, mut desk) = enrolled();
    let mut other = Desk::new();
    council.enrol(other.register(), 2);
    other.enter([(Field::Name, "B")]);
    council.meet(other.register());
    council.meet(desk.register());
    let mark = council.log.last().unwrap().0.clone();
    let record = [mark.bytes.clone().unwrap()];
    let batch = Frame::seal(&SecretKey::of(&[9; 32]), REGISTER, 1, mark.n, Hash([5; 32]), &record).unwrap();
    let carried = [Carried { stream: mark.stream, last: mark.n, frame: batch }];
    let end = desk.register().read().place().unwrap().log;
    desk.register().take(&[], &carried, end).unwrap();
    assert!(desk.register().read().carried().unwrap().is_empty());
    desk.register().rewind(0, Epoch([2; 8])).unwrap();
    council.epoch = Epoch([2; 8]);
    council.meet(desk.register());
    assert_eq!(desk.register().read().carried().unwrap(), carried);
    desk.register().settled(&carried[0]).unwrap();
    assert!(desk.register().read().carried().unwrap().is_empty());
    desk.register().rewind(9, Epoch([3; 8])).unwrap();
    assert_eq!(desk.register().read().carried().unwrap(), carried, "another life, although nothing is taken back");
}

#[test]
fn a_reopened_register_writes_again_what_the_council_has_not_got_under_the_same_ids() {
    let (mut council, mut desk) = enrolled();
    let known = desk.enter([(Field::Name, "A")]);
    council.meet(desk.register());
    change(&mut desk, known, "AA");
    let id = desk.enter([(Field::Name, "B")]);
    change(&mut desk, id, "BB");
    change(&mut desk, id, "BBB");
    let digest = desk.register().read().digest().unwrap();
    let history = desk.register().read().history(register::About::Candidate(id)).unwrap();
    let stream = desk.register().read().place().unwrap().streams[0].stream;
    let before: Vec<Tag> = (3..=6).map(|n| desk.register().read().hash_at(stream, n).unwrap().unwrap().tag()).collect();
    for wrong in [stream.incarnation, 1] {
        assert!(desk.register().reopen(&[(stream, 2)], wrong).is_err());
    }
    desk.register().reopen(&[(stream, 2)], 7).unwrap();
    assert_eq!(streams(&mut desk), [(2, 2, 2, 0), (7, 4, 0, 0)]);
    assert_eq!(desk.register().read().hash_at(stream, 3).unwrap(), None);
    assert!(desk.register().read().operations(stream, 3, 9).unwrap().1.is_empty());
    assert_eq!(desk.register().read().digest().unwrap(), digest);
    let after = desk.register().read().history(register::About::Candidate(id)).unwrap();
    let told = |entry: &register::HistoryEntry| (entry.field.clone(), entry.old.clone(), entry.new.clone());
    assert_eq!(after.iter().map(told).collect::<Vec<_>>(), history.iter().map(told).collect::<Vec<_>>());
    let carried = desk.register().read().outbox(7, 1, 9).unwrap();
    let bases: Vec<Tag> = carried.iter().flat_map(|o| o.record.fields.iter().filter_map(|write| write.base)).collect();
    assert!(bases.iter().all(|base| !before.contains(base)));
    assert_eq!(carried[1].record.about, register::About::Candidate(id));
    let last = carried[3].record.fields[0].base;
    assert_eq!(last, Some(carried[2].h.tag()));
    desk.register().read().verify().unwrap();
    desk.restart();
    desk.register().undo(&stamp()).unwrap().unwrap();
    assert_eq!(desk.value(id, Field::Name), "BB");
    desk.register().read().verify().unwrap();
    council.meet(desk.register());
    assert_eq!(desk.register().read().sync_state().unwrap().waiting, 0);
}

#[test]
fn a_copied_register_forks_and_both_copies_work_arrives() {
    let (mut council, mut desk) = enrolled();
    let id = desk.enter([(Field::Name, "A")]);
    council.meet(desk.register());
    let copy = desk.folder().join("copied.daftari");
    desk.close();
    std::fs::copy(desk.path(), &copy).unwrap();
    desk.restart();
    let mut clone = register::Register::open(&copy, &KEY).unwrap();
    let one = desk.enter([(Field::Name, "ONE")]);
    let fields = vec![(Field::Phone, "1".to_owned())];
    clone.transact(Operation::ChangeFields { candidate: id, fields }, &stamp()).unwrap();
    council.meet(desk.register());
    council.meet(&mut clone);
    council.meet(desk.register());
    clone.read().verify().unwrap();
    assert_eq!(clone.read().digest().unwrap(), desk.register().read().digest().unwrap());
    assert_eq!(desk.value(id, Field::Phone), "1");
    assert!(clone.read().candidate(one).is_ok());
}

#[test]
fn a_restored_register_takes_back_from_the_log_what_its_backup_had_not() {
    let (mut council, mut desk) = enrolled();
    desk.enter([(Field::Name, "A")]);
    let backup = desk.folder().join("stick.backup");
    desk.register().backup(&backup, Seal::SameKey).unwrap();
    let lost = desk.enter([(Field::Name, "B")]);
    council.meet(desk.register());
    let digest = desk.register().read().digest().unwrap();
    let writer = desk.register().read().writer().unwrap().0;
    desk.close();
    restore(&backup, desk.path(), &register::Restoring { writer, ..restoring(&KEY, &KEY) }).unwrap();
    desk.restart();
    assert!(desk.register().read().candidate(lost).is_err());
    council.meet(desk.register());
    assert_eq!(desk.register().read().digest().unwrap(), digest);
    assert_eq!(desk.value(lost, Field::Name), "B");
    change(&mut desk, lost, "BB");
    council.meet(desk.register());
    assert_eq!(streams(&mut desk).iter().map(|(_, n, ..)| *n).collect::<Vec<_>>(), [2, 1]);
    desk.register().read().verify().unwrap();
}

#[test]
fn a_copy_behind_its_anchor_goes_on_in_an_incarnation_above_every_known_one() {
    let (mut council, mut desk) = enrolled();
    desk.enter([(Field::Name, "A")]);
    let writer = desk.register().read().writer().unwrap().0;
    assert_eq!(desk.register().continue_as(writer, 5, UnixMillis(9)).unwrap(), 6);
    let id = desk.enter([(Field::Name, "B")]);
    council.meet(desk.register());
    assert_eq!(streams(&mut desk), [(2, 2, 2, 0), (6, 1, 1, 0)]);
    assert_eq!(desk.value(id, Field::Name), "B");
}

#[test]
fn a_register_restored_on_another_computer_sends_what_the_first_had_not() {
    let (mut council, mut desk) = enrolled();
    desk.enter([(Field::Name, "A")]);
    council.meet(desk.register());
    let id = desk.enter([(Field::Name, "UNSENT")]);
    desk.register().adopt(WriterId::of(DeviceId([8; 16]), REGISTER), UnixMillis(9)).unwrap();
    assert_eq!(streams(&mut desk), [(3, 1, 0, 0)]);
    council.meet(desk.register());
    let mut other = Desk::new();
    council.enrol(other.register(), 2);
    council.meet(other.register());
    assert_eq!(other.value(id, Field::Name), "UNSENT");
}

#[test]
fn what_the_council_says_of_time_and_circulars_is_kept() {
    let (council, mut desk) = enrolled();
    desk.register().told(UnixMillis(100), Some(UnixMillis(200)), &[]).unwrap();
    let circular =
        |number, text: &str| Circular { number, year: 2026, text: text.into(), at: UnixMillis(1) }.sign(&council.key);
    desk.register().keep_circulars(&[circular(1, "basic = 2200"), circular(2, "basic = 2300")]).unwrap();
    desk.register().keep_circulars(&[circular(2, "basic = 0")]).unwrap();
    desk.restart();
    let state = desk.register().read().sync_state().unwrap();
    assert_eq!((state.contact, state.closes), (Some(UnixMillis(100)), Some(UnixMillis(200))));
    assert_eq!(desk.register().read().place().unwrap().circular, 2);
    let texts: Vec<_> =
        desk.register().read().circulars().unwrap().into_iter().map(|signed| signed.circular.text).collect();
    assert_eq!(texts, ["basic = 2200", "basic = 2300"]);
}

#[test]
fn pictures_are_sent_once_a_life_and_shown_only_when_they_are_those_of_their_names() {
    let (mut council, mut desk) = enrolled();
    let id = desk.enter([(Field::Name, "A")]);
    let jpeg = b"stands for a picture".to_vec();
    desk.transact(Operation::AttachPhotograph { candidate: id, jpeg: jpeg.clone() });
    let hash = Hash(*blake3::hash(&jpeg).as_bytes());
    assert_eq!(desk.register().read().pictures_to_send().unwrap(), [(hash, 20)]);
    desk.register().picture_sent(hash, true).unwrap();
    assert!(desk.register().read().pictures_to_send().unwrap().is_empty());
    desk.register().picture_sent(hash, false).unwrap();
    assert_eq!(desk.register().read().pictures_to_send().unwrap().len(), 1);
    desk.register().picture_sent(hash, true).unwrap();
    council.meet(desk.register());
    desk.register().rewind(u64::MAX, Epoch([4; 8])).unwrap();
    assert_eq!(desk.register().read().pictures_to_send().unwrap().len(), 1);
    let mut other = Desk::new();
    council.enrol(other.register(), 2);
    council.meet(other.register());
    let other = other.register();
    assert_eq!(other.read().pictures_to_fetch().unwrap(), [(hash, 0)]);
    assert!(!other.picture_part(hash, 0, 20, &jpeg[..8]).unwrap());
    assert_eq!(other.read().pictures_to_fetch().unwrap(), [(hash, 8)]);
    assert!(other.picture_part(hash, 9, 20, &jpeg[9..]).is_err());
    assert!(other.picture_part(hash, 8, 20, &jpeg).is_err());
    assert!(!other.picture_part(hash, 8, 20, &[0; 12]).unwrap());
    assert_eq!(other.read().pictures_to_fetch().unwrap(), [(hash, 0)]);
    assert!(!other.picture_part(hash, 0, 20, &jpeg[..8]).unwrap());
    assert!(!other.picture_part(hash, 4, 20, &jpeg[4..12]).unwrap());
    assert!(other.picture_part(hash, 12, 20, &jpeg[12..]).unwrap());
    assert_eq!(other.read().picture(hash).unwrap(), jpeg);
    assert!(other.read().pictures_to_fetch().unwrap().is_empty());
    assert_eq!(other.read().candidates(&Filter::default()).unwrap()[0].photograph, Some(hash));
}
