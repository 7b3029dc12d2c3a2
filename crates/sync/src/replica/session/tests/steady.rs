//! Nothing strange: sending, taking in, being cut and beginning again.

use proptest::prelude::*;

use super::link::{Way, drive, round, round_over};
use super::{device, met};
use crate::message::Request;
use crate::replica::{Limits, Session, estimate};

#[test]
fn a_fresh_device_commits_to_what_it_has_and_sends_it_in_batches() {
    let (mut copy, mut council) = met();
    copy.write("a", 500);
    let first = round(&mut copy, &mut council);
    assert_eq!(first.kinds()[..3], ["hello", "commit", "push"]);
    assert_eq!(council.heads[0].n, 500);
    assert_eq!(first.kinds().last(), Some(&"pull"));
    assert!(copy.all_acknowledged());
    assert_eq!((copy.end(), copy.said().len()), (council.end(), 500));
    let summary = first.summary();
    assert_eq!((summary.operations_sent, summary.operations_taken), (500, 500));
    assert!(summary.troubles.is_empty(), "{:?}", summary.troubles);
}

#[test]
fn a_copy_in_step_asks_one_hello_and_is_done() {
    let (mut copy, mut council) = met();
    copy.write("a", 3);
    round(&mut copy, &mut council);
    let before = copy.rewinds.len();
    assert_eq!(round(&mut copy, &mut council).kinds(), ["hello"]);
    assert_eq!(copy.rewinds.len(), before);
}

#[test]
fn one_batch_goes_without_a_commitment() {
    let (mut copy, mut council) = met();
    copy.write("a", 3);
    assert_eq!(round(&mut copy, &mut council).kinds(), ["hello", "push", "pull"]);
}

#[test]
fn two_devices_come_to_the_same_log() {
    let (mut a, mut council) = met();
    let mut b = device(2, &mut council);
    a.write("a", 3);
    b.write("b", 2);
    round(&mut a, &mut council);
    round(&mut b, &mut council);
    round(&mut a, &mut council);
    assert_eq!(a.end(), b.end());
    assert_eq!(a.said(), ["a 1", "a 2", "a 3", "b 1", "b 2"]);
    assert_eq!(b.said(), a.said());
}

#[test]
fn what_is_written_during_a_session_goes_with_it() {
    let (mut copy, mut council) = met();
    copy.write("a", 1);
    let mut session = Session::new(Limits::default());
    drive(&mut session, &mut copy, &mut council, |_, _| Way::Through);
    copy.write("b", 1);
    let then = drive(&mut session, &mut copy, &mut council, |_, _| Way::Through);
    assert_eq!(then.kinds(), ["push", "pull"]);
    assert!(copy.all_acknowledged());
}

/// At every request, there and back, with the session going on and with the program killed.
#[test]
fn a_cut_anywhere_costs_at_most_one_batch_again() {
    let whole = {
        let (mut copy, mut council) = met();
        copy.write("a", 450);
        round(&mut copy, &mut council)
    };
    for at in 0..whole.asked.len() {
        for back in [false, true] {
            for killed in [false, true] {
                let (mut copy, mut council) = met();
                copy.write("a", 450);
                let mut session = Session::new(Limits::default());
                let mut cut = 0;
                if killed {
                    let (ticket, request) = to_request(&mut session, &mut copy, &mut council, at);
                    cut = push_bytes(&request);
                    if back {
                        council.answer(request);
                    }
                    let _ = ticket;
                    session = Session::new(Limits::default());
                }
                let way = |n: usize, _: &Request| match (n == at && !killed, back) {
                    (false, _) => Way::Through,
                    (true, true) => Way::CutBack,
                    (true, false) => Way::CutThere,
                };
                let round = drive(&mut session, &mut copy, &mut council, way);
                assert!(copy.all_acknowledged(), "{at} {back} {killed}");
                assert_eq!(copy.end(), council.end());
                assert_eq!(council.end().position, 450);
                assert!(round.summary().troubles.is_empty());
                let repeated = (round.pushed_bytes() + cut).saturating_sub(whole.pushed_bytes());
                assert!(repeated <= 17 << 10, "{repeated} bytes again");
            }
        }
    }
}

/// Runs a session up to its request of this number, which is out when this returns.
fn to_request(
    session: &mut Session,
    copy: &mut super::Copy,
    council: &mut super::Council,
    at: usize,
) -> (crate::replica::Ticket, Request) {
    for _ in 0..at {
        let crate::replica::Step::Ask(ticket, request) = session.next(copy).unwrap() else { panic!("done early") };
        session.answered(copy, ticket, council.answer(request)).unwrap();
    }
    let crate::replica::Step::Ask(ticket, request) = session.next(copy).unwrap() else { panic!("done early") };
    (ticket, request)
}

fn push_bytes(request: &Request) -> usize {
    if let Request::Push(frame) = request { frame.len() } else { 0 }
}

#[test]
fn batches_are_at_most_200_operations_and_16_kb() {
    let (mut copy, mut council) = met();
    for n in 0..60 {
        copy.write(&noise(n, 900), 1);
    }
    copy.write("short", 450);
    let round = round(&mut copy, &mut council);
    let pushes = round.asked.iter().filter_map(|request| match request {
        Request::Push(frame) => Some(frame),
        _ => None,
    });
    for frame in pushes {
        let opened = crate::frame::Frame::open(frame).unwrap();
        assert!(opened.operations.len() <= 200 && frame.len() <= 16 << 10);
    }
    assert_eq!(council.end().position, 510);
}

/// Text that does not pack.
pub(super) fn noise(seed: u64, bytes: usize) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    let mut noise = vec![0; bytes];
    hasher.finalize_xof().fill(&mut noise);
    noise.iter().map(|byte| char::from(b' ' + byte % 95)).collect()
}

#[test]
fn what_a_session_would_send_is_known_before() {
    let (mut copy, mut council) = met();
    copy.write("a", 450);
    copy.photograph(vec![7; 9_000]);
    let estimate = estimate(&copy, &Limits::default()).unwrap();
    assert_eq!((estimate.operations, estimate.pictures, estimate.picture_bytes), (450, 1, 9_000));
    assert!(copy.anchor.is_none());
    assert_eq!(round(&mut copy, &mut council).pushed_bytes() as u64, estimate.operation_bytes);
    assert_eq!(super::super::super::estimate(&copy, &Limits::default()).unwrap(), Default::default());
}

#[test]
fn progress_grows_to_its_end() {
    let (mut copy, mut council) = met();
    copy.write("a", 450);
    copy.photograph(vec![7; 40_000]);
    let mut session = Session::new(Limits::default());
    drive(&mut session, &mut copy, &mut council, |_, _| Way::Through);
    let progress = session.progress();
    assert_eq!((progress.operations_sent, progress.operations), (450, 450));
    assert_eq!((progress.log_taken, progress.log), (450, 450));
    assert_eq!((progress.pictures_sent, progress.pictures), (1, 1));
    assert_eq!((progress.picture_bytes_sent, progress.picture_bytes), (40_000, 40_000));
    assert!(progress.bytes_up > 40_000 && progress.bytes_down > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn whatever_is_cut_everything_arrives_once(cuts in proptest::collection::vec(0_u8..6, 0..40), count in 1_u64..600) {
        let (mut a, mut council) = met();
        let mut b = device(2, &mut council);
        a.write("a", count);
        b.write("b", 1);
        let way = |n: usize, _: &Request| match cuts.get(n) {
            Some(0) => Way::CutThere,
            Some(1) => Way::CutBack,
            _ => Way::Through,
        };
        round_over(&mut a, &mut council, way);
        round_over(&mut b, &mut council, way);
        round(&mut a, &mut council);
        prop_assert!(a.all_acknowledged() && b.all_acknowledged());
        prop_assert_eq!(a.end(), council.end());
        prop_assert_eq!(council.end().position, count + 1);
    }
}
