//! A council restored from a backup: what a surviving device has, it has again.

use super::link::round;
use super::{Council, device, met};
use crate::Epoch;

/// A council of which `since` was lost: its backup, in another life if it is `noticed`.
fn restored(backup: &Council, noticed: bool) -> Council {
    let mut council = backup.clone();
    if noticed {
        council.lives.push(Epoch([9; 8]));
    }
    council
}

#[test]
fn own_operations_that_the_council_lost_are_sent_again() {
    for noticed in [true, false] {
        let (mut copy, mut council) = met();
        copy.write("a", 2);
        round(&mut copy, &mut council);
        let backup = council.clone();
        copy.write("b", 3);
        round(&mut copy, &mut council);
        let mut council = restored(&backup, noticed);
        let round_1 = round(&mut copy, &mut council);
        assert!(round_1.summary().rewound, "{noticed}");
        assert_eq!(council.lives.len(), 2, "a receipt shows what nobody noticed");
        assert_eq!(copy.epoch, Some(council.epoch()));
        assert_eq!(copy.said(), ["a 1", "a 2", "b 1", "b 2", "b 3"]);
        assert_eq!(copy.end(), council.end());
        assert!(copy.all_acknowledged());
        assert_eq!(round(&mut copy, &mut council).kinds(), ["hello"]);
    }
}

#[test]
fn what_a_lost_computer_wrote_comes_back_from_another_that_took_it_in() {
    for noticed in [true, false] {
        let (mut a, mut council) = met();
        let mut lost = device(2, &mut council);
        a.write("a", 1);
        round(&mut a, &mut council);
        let backup = council.clone();
        lost.write("b", 250);
        round(&mut lost, &mut council);
        a.write("c", 1);
        round(&mut a, &mut council);
        let mut council = restored(&backup, noticed);
        let again = round(&mut a, &mut council);
        assert!(again.summary().batches_carried >= 2);
        assert_eq!((council.end().position, a.end()), (252, council.end()));
        let mut c = device(3, &mut council);
        round(&mut c, &mut council);
        assert_eq!(c.end(), council.end());
        assert_eq!(round(&mut a, &mut council).kinds(), ["hello"]);
    }
}

/// The copy is rewound, the device is killed, and nothing that the council says names what it lost any more.
#[test]
fn carried_batches_are_offered_although_the_device_was_killed_after_rewinding() {
    let (mut a, mut council) = met();
    let mut lost = device(2, &mut council);
    lost.write("b", 5);
    let backup = council.clone();
    round(&mut lost, &mut council);
    round(&mut a, &mut council);
    let mut council = restored(&backup, true);
    let mut session = crate::replica::Session::new(crate::replica::Limits::default());
    let crate::replica::Step::Ask(ticket, request) = session.next(&mut a).unwrap() else { panic!() };
    session.answered(&mut a, ticket, council.answer(request)).unwrap();
    assert_eq!(a.end().position, 0);
    round(&mut a, &mut council);
    assert_eq!((council.end().position, a.end()), (5, council.end()));
}

#[test]
fn receipts_of_an_earlier_life_do_not_count_and_come_again() {
    let (mut copy, mut council) = met();
    copy.write("a", 3);
    round(&mut copy, &mut council);
    let mut council = restored(&council, true);
    let again = round(&mut copy, &mut council);
    assert!(!again.summary().rewound);
    assert!(copy.all_acknowledged());
    assert_eq!(copy.receipts.last().unwrap().received.epoch, council.epoch());
    assert_eq!(round(&mut copy, &mut council).kinds(), ["hello"]);
}

#[test]
fn pictures_that_the_council_lost_are_sent_again() {
    let (mut copy, mut council) = met();
    copy.write("a", 1);
    let backup = council.clone();
    let hash = copy.photograph(vec![5; 70_000]);
    round(&mut copy, &mut council);
    assert!(council.whole.contains(&hash));
    let mut council = restored(&backup, true);
    round(&mut copy, &mut council);
    assert!(council.whole.contains(&hash) && copy.sent.contains(&hash));
}

/// Another wrote in the lost one's name since: the batch is kept aside at the council, and not offered for ever.
#[test]
fn a_carried_batch_that_contradicts_the_council_is_offered_once() {
    let (mut a, mut council) = met();
    let mut b = device(2, &mut council);
    let backup = (council.clone(), b.clone());
    b.write("b", 2);
    round(&mut b, &mut council);
    round(&mut a, &mut council);
    let (council_then, mut b) = backup;
    let mut council = restored(&council_then, true);
    b.write("other", 1);
    round(&mut b, &mut council);
    let offered = round(&mut a, &mut council);
    assert!(matches!(offered.summary().troubles[..], [crate::replica::Trouble::CarriedForked(_)]));
    assert_eq!(council.aside.len(), 1);
    assert_eq!(round(&mut a, &mut council).kinds(), ["hello"]);
}
