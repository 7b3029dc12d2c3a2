//! Refusals hold up nothing but themselves; pictures come last and go on at their byte.

use super::copy::REGISTER;
use super::link::{Way, drive, round, round_over};
use super::steady::noise;
use super::{device, met};
use crate::message::{Answer, PicturePart, Request};
use crate::replica::{Limits, Replica, Session, Trouble};
use crate::*;

fn refused(code: RefusalCode) -> Answer {
    Answer::Refused(code.into())
}

#[test]
fn a_refused_batch_is_reported_and_everything_else_goes_on() {
    for code in [RefusalCode::BadBatch, RefusalCode::BadSignature, RefusalCode::ForeignCentre, RefusalCode::NoRight] {
        let (mut copy, mut council) = met();
        let mut b = device(2, &mut council);
        b.write("b", 1);
        round(&mut b, &mut council);
        copy.write("a", 1);
        let first = copy.streams[0].stream;
        copy.reopen(&[(first, 1)], 2).unwrap();
        copy.write("c", 1);
        copy.photograph(vec![1; 100]);
        let bad = |request: &Request| match request {
            Request::Push(frame) => frame::Frame::open(frame).unwrap().head.incarnation == 1,
            _ => false,
        };
        let way = |_: usize, request: &Request| if bad(request) { Way::Instead(refused(code)) } else { Way::Through };
        let round = round_over(&mut copy, &mut council, way);
        assert_eq!(round.summary().troubles, [Trouble::BatchRefused { stream: first, first: 1, code }]);
        assert_eq!((copy.streams[0].acknowledged, copy.streams[1].acknowledged), (0, 1));
        assert_eq!((copy.said(), copy.sent.len()), (vec!["b 1".to_owned(), "c 1".to_owned()], 1));
    }
}

#[test]
fn what_passes_stops_the_session_and_the_next_goes_on() {
    let cases = [
        (Refusal { code: RefusalCode::Busy, retry_after: Some(30) }, Trouble::Later(RefusalCode::Busy, Some(30))),
        (RefusalCode::TooMany.into(), Trouble::Later(RefusalCode::TooMany, None)),
        (RefusalCode::Store.into(), Trouble::Later(RefusalCode::Store, None)),
        (RefusalCode::NoSession.into(), Trouble::SignIn),
        (RefusalCode::Revoked.into(), Trouble::Refused(RefusalCode::Revoked)),
    ];
    for (refusal, trouble) in cases {
        let (mut copy, council) = met();
        copy.write("a", 500);
        copy.photograph(vec![1; 100]);
        let whole = {
            let mut copy = copy.clone();
            round(&mut copy, &mut council.clone()).asked.len()
        };
        for at in 0..whole {
            let (mut copy, mut council, mut session) = (copy.clone(), council.clone(), Session::new(Limits::default()));
            let way =
                |n: usize, _: &Request| if n == at { Way::Instead(Answer::Refused(refusal)) } else { Way::Through };
            assert_eq!(drive(&mut session, &mut copy, &mut council, way).end, Err(trouble), "{at}");
            drive(&mut session, &mut copy, &mut council, |_, _| Way::Through).end.unwrap();
            assert!(copy.all_acknowledged() && copy.end() == council.end() && copy.sent.len() == 1, "{at}");
        }
    }
}

#[test]
fn a_batch_too_large_for_the_council_goes_in_halves() {
    let (mut copy, mut council) = met();
    copy.write("a", 150);
    let way = |_: usize, request: &Request| match request {
        Request::Push(frame) if frame::Frame::open(frame).unwrap().operations.len() > 40 => {
            Way::Instead(refused(RefusalCode::TooLarge))
        }
        _ => Way::Through,
    };
    let round = round_over(&mut copy, &mut council, way);
    assert!(round.summary().troubles.is_empty() && copy.all_acknowledged());
}

#[test]
fn an_operation_too_large_for_any_batch_is_reported_and_what_stands_before_it_goes() {
    let (mut copy, mut council) = met();
    let mut b = device(2, &mut council);
    b.write("b", 1);
    round(&mut b, &mut council);
    copy.write("a", 2);
    copy.write(&noise(1, 200_000), 1);
    let stream = copy.streams[0].stream;
    let round = round(&mut copy, &mut council);
    assert_eq!(round.summary().troubles, [Trouble::TooLarge { stream, n: 3 }]);
    assert_eq!((copy.streams[0].acknowledged, copy.log.len()), (2, 3));
}

#[test]
fn other_refusals_hold_up_only_what_was_refused() {
    for kind in ["commit", "pull", "have", "part", "get", "circulars", "locate"] {
        let (mut twin, mut council) = met();
        twin.write("both", 1);
        round(&mut twin, &mut council);
        let mut copy = twin.clone();
        twin.write("t", 1);
        round(&mut twin, &mut council);
        copy.write("a", 500);
        copy.photograph(vec![1; 100]);
        copy.wanted.insert(Hash([9; 32]), Vec::new());
        let circular = crate::circular::Circular { number: 1, year: 2026, text: String::new(), at: UnixMillis(0) };
        council.circulars.push(circular.sign(&council.key));
        let way = |_: usize, request: &Request| match super::link::kind(request) == kind {
            true => Way::Instead(refused(RefusalCode::NoRight)),
            false => Way::Through,
        };
        let refused = round_over(&mut copy, &mut council, way);
        assert_eq!(refused.summary().troubles.len(), 1, "{kind}: {:?}", refused.end);
        assert!(refused.kinds().contains(&kind));
        assert_eq!(copy.all_acknowledged(), kind != "locate", "{kind}");
        round(&mut copy, &mut council);
        assert!(copy.all_acknowledged() && copy.end() == council.end(), "{kind}");
        assert_eq!((copy.sent.len(), copy.circulars.len()), (1, 1), "{kind}");
    }
}

#[test]
fn what_is_carried_from_a_revoked_device_is_refused_once_and_the_carrier_goes_on() {
    let (mut a, mut council) = met();
    let mut b = device(2, &mut council);
    let mut backup = council.clone();
    b.write("b", 2);
    round(&mut b, &mut council);
    round(&mut a, &mut council);
    backup.lives.push(Epoch([9; 8]));
    backup.revoked.insert(b.key.public().device());
    a.write("a", 1);
    let stream = b.streams[0].stream;
    let offered = round(&mut a, &mut backup);
    assert_eq!(offered.summary().troubles, [Trouble::CarriedRefused { stream, code: RefusalCode::Revoked }]);
    assert_eq!((a.all_acknowledged(), backup.end().position), (true, 1));
    assert_eq!(round(&mut a, &mut backup).kinds(), ["hello"]);
}

/// The parts of each request that has some: where they begin, and how long they are.
fn parts(asked: &[Request]) -> Vec<Vec<(u32, usize)>> {
    let one = |part: &PicturePart| (part.offset, part.bytes.len());
    let parts = |request: &Request| match request {
        Request::PicturePart(part) => Some(vec![one(part)]),
        Request::PictureParts(parts) => Some(parts.iter().map(one).collect()),
        _ => None,
    };
    asked.iter().filter_map(parts).collect()
}

#[test]
fn more_of_a_picture_goes_at_once_as_the_link_bears_it_and_less_when_it_is_cut() {
    let (mut copy, mut council) = met();
    let hash = copy.photograph(noise(1, 200_000).into_bytes());
    let mut session = Session::new(Limits::default());
    let mut cut = 0;
    let way = |_: usize, request: &Request| match parts(std::slice::from_ref(request)).first() {
        Some(parts) if parts[0].0 == 49_152 && cut < 2 => {
            cut += 1;
            if cut == 1 { Way::CutThere } else { Way::CutBack }
        }
        _ => Way::Through,
    };
    let round = drive(&mut session, &mut copy, &mut council, way);
    let parts = parts(&round.asked);
    assert_eq!(parts[0], [(0, 16_384)]);
    assert_eq!(parts[1], [(16_384, 16_384), (32_768, 16_384)]);
    assert_eq!(parts[2], [(49_152, 16_384), (65_536, 16_384)]);
    assert_eq!(parts[3], [(49_152, 16_384)], "what was cut, half as much");
    assert_eq!(parts[4], [(65_536, 8_192)], "it had come: on from its byte");
    assert!(council.whole.contains(&hash) && copy.sent.contains(&hash));
    assert_eq!(session.picture_bytes(), 32 << 10);
}

#[test]
fn several_pictures_go_in_one_request_and_what_came_before_a_cut_is_not_sent_again() {
    let (mut copy, mut council) = met();
    let hashes: Vec<Hash> = (0..6).map(|n| copy.photograph(noise(n, 9_000).into_bytes())).collect();
    let way = |at: usize, _: &Request| if at == 3 { Way::CutAmid(2) } else { Way::Through };
    let round = round_over(&mut copy, &mut council, way);
    let parts = parts(&round.asked);
    assert_eq!(parts[0], [(0, 9_000), (0, 7_384)]);
    assert_eq!(parts[1], [(7_384, 1_616), (0, 9_000), (0, 9_000), (0, 9_000), (0, 4_152)]);
    let sent: usize = parts[2..].iter().flatten().map(|(_, length)| length).sum();
    assert_eq!(sent, 9_000 * 3, "two came of five");
    assert!(hashes.iter().all(|hash| council.whole.contains(hash) && copy.sent.contains(hash)));
    assert_eq!(round.summary().pictures_sent, 6);
}

#[test]
fn a_killed_program_goes_on_with_a_picture_at_the_byte_that_the_council_has() {
    let (mut copy, mut council) = met();
    let hash = copy.photograph(noise(1, 60_000).into_bytes());
    let bytes = copy.pictures[&hash].clone();
    council.pictures.insert(hash, bytes[..25_000].to_vec());
    let round = round(&mut copy, &mut council);
    assert_eq!(parts(&round.asked)[0][0].0, 25_000);
    assert!(council.whole.contains(&hash));
}

#[test]
fn a_picture_of_which_a_false_part_came_first_is_sent_anew() {
    let (mut copy, mut council) = met();
    let hash = copy.photograph(noise(1, 60_000).into_bytes());
    council.pictures.insert(hash, vec![0; 25_000]);
    round(&mut copy, &mut council);
    assert!(council.whole.contains(&hash));
}

#[test]
fn a_picture_that_is_not_of_its_name_holds_up_no_other() {
    let (mut copy, mut council) = met();
    let bad = Hash([1; 32]);
    copy.pictures.insert(bad, noise(1, 30_000).into_bytes());
    let good = copy.photograph(noise(2, 30_000).into_bytes());
    let round = round(&mut copy, &mut council);
    assert_eq!(round.summary().troubles, [Trouble::Picture(bad)]);
    assert!(council.whole.contains(&good) && !council.whole.contains(&bad));
}

#[test]
fn a_picture_that_is_refused_among_several_is_found_and_the_others_go_on_together() {
    let (mut copy, mut council) = met();
    let bad = Hash([1; 32]);
    copy.pictures.insert(bad, noise(9, 3_000).into_bytes());
    let good: Vec<Hash> = (0..12).map(|n| copy.photograph(noise(n, 3_000).into_bytes())).collect();
    let round = round(&mut copy, &mut council);
    assert_eq!(round.summary().troubles, [Trouble::Picture(bad)]);
    assert!(good.iter().all(|hash| council.whole.contains(hash)) && !council.whole.contains(&bad));
    assert_eq!(round.kinds(), ["hello", "have", "parts", "have", "part", "parts", "parts"]);
}

#[test]
fn text_written_while_pictures_travel_goes_first() {
    let (mut copy, mut council) = met();
    copy.photograph(noise(1, 100_000).into_bytes());
    let mut session = Session::new(Limits::default());
    let mut kinds = Vec::new();
    while let crate::replica::Step::Ask(ticket, request) = session.next(&mut copy).unwrap() {
        kinds.push(super::link::kind(&request));
        if kinds.len() == 3 {
            copy.write("a", 1);
        }
        session.answered(&mut copy, ticket, council.answer(request)).unwrap();
    }
    assert_eq!(kinds, ["hello", "have", "part", "push", "pull", "parts", "parts", "parts"]);
}

#[test]
fn many_pictures_go_and_come_and_a_session_without_them_asks_for_none() {
    let (mut a, mut council) = met();
    let mut b = device(2, &mut council);
    let hashes: Vec<Hash> = (0..70).map(|n| a.photograph(noise(n, 3_000).into_bytes())).collect();
    let none = Session::new(Limits { pictures: false, ..Limits::default() });
    let mut none = none;
    assert_eq!(drive(&mut none, &mut a, &mut council, |_, _| Way::Through).kinds(), ["hello"]);
    assert_eq!(round(&mut a, &mut council).summary().pictures_sent, 70);
    b.wanted = hashes.iter().map(|hash| (*hash, Vec::new())).collect();
    b.wanted.insert(Hash([3; 32]), Vec::new());
    b.wanted.insert(hashes[0], a.pictures[&hashes[0]][..1_000].to_vec());
    let fetched = round(&mut b, &mut council);
    assert_eq!(fetched.summary().pictures_fetched, 70);
    assert!(fetched.asked.contains(&Request::PictureGet(REGISTER, hashes[0], 1_000)));
    assert_eq!((b.pictures, b.wanted.len()), (a.pictures, 1));
}

#[test]
fn a_picture_that_comes_false_is_thrown_away_and_reported() {
    let (mut copy, mut council) = met();
    let hash = copy.photograph(vec![1; 50]);
    round(&mut copy, &mut council);
    let mut b = device(2, &mut council);
    b.wanted.insert(hash, Vec::new());
    let way = |_: usize, request: &Request| match request {
        Request::PictureGet(..) => Way::Instead(Answer::Picture(Some((50, vec![2; 50])))),
        _ => Way::Through,
    };
    let lied_to = round_over(&mut b, &mut council, way);
    assert_eq!(lied_to.summary().troubles, [Trouble::Picture(hash)]);
    assert!(b.pictures.is_empty());
    round(&mut b, &mut council);
    assert_eq!(b.pictures.len(), 1);
}
