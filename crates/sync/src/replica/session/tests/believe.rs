//! What is not believed: receipts, logs, circulars and answers that are not what they say.

use super::copy::{Copy, REGISTER};
use super::link::{Way, drive, kind, round, round_over};
use super::{device, met};
use crate::circular::Circular;
use crate::message::{Answer, Pulled, Request};
use crate::replica::{Limits, Session, Step, Trouble};
use crate::*;

/// A receipt for what is pushed, changed before it is signed, by this key.
fn receipt(request: &Request, council: &super::Council, key: &SecretKey, change: fn(&mut Received)) -> Answer {
    let Request::Push(frame) = request else { panic!("{}", kind(request)) };
    let head = frame::Frame::open(frame).unwrap().head;
    let (stream, n, h, at) = (head.stream(), head.n, head.h, UnixMillis(5));
    let log = LogEnd { position: n, l: Hash([4; 32]) };
    let mut received = Received { epoch: council.epoch(), register: REGISTER, stream, n, h, log, at };
    change(&mut received);
    Answer::Stored(received.sign(key))
}

#[test]
fn only_a_receipt_that_verifies_and_is_of_these_operations_acknowledges() {
    let forger = SecretKey::of(&[66; 32]);
    let council_key = SecretKey::of(&[200; 32]);
    type Change = fn(&mut Received);
    let cases: [(&str, &SecretKey, Change); 6] = [
        ("another key", &forger, |_| {}),
        ("an earlier life", &council_key, |received| received.epoch = Epoch([0; 8])),
        ("another register", &council_key, |received| received.register.centre += 1),
        ("another stream", &council_key, |received| received.stream.incarnation += 1),
        ("less than was sent", &council_key, |received| received.n -= 1),
        ("another hash", &council_key, |received| received.h = Hash([1; 32])),
    ];
    for (case, key, change) in cases {
        let (mut copy, mut council) = met();
        let mut b = device(2, &mut council);
        b.write("b", 1);
        round(&mut b, &mut council);
        copy.write("a", 2);
        copy.photograph(vec![1; 100]);
        let told = council.clone();
        let way = |_: usize, request: &Request| match request {
            Request::Push(_) => Way::Instead(receipt(request, &told, key, change)),
            Request::Locate(_) => Way::Instead(Answer::Located(2)),
            _ => Way::Through,
        };
        let lied_to = round_over(&mut copy, &mut council, way);
        assert!(!copy.all_acknowledged() && copy.receipts.is_empty(), "{case}");
        let seen = |summary: &crate::replica::Summary| !summary.troubles.is_empty() || summary.reopened > 0;
        assert!(lied_to.end.as_ref().map_or(true, seen), "{case}");
        round(&mut copy, &mut council);
        assert!(copy.all_acknowledged() && copy.end() == council.end() && copy.sent.len() == 1, "{case}");
    }
}

#[test]
fn a_false_receipt_holds_up_neither_the_log_nor_pictures() {
    let (mut copy, mut council) = met();
    let mut b = device(2, &mut council);
    b.write("b", 1);
    round(&mut b, &mut council);
    copy.write("a", 1);
    copy.photograph(vec![1; 100]);
    let told = council.clone();
    let forger = SecretKey::of(&[66; 32]);
    let way = |_: usize, request: &Request| match request {
        Request::Push(_) => Way::Instead(receipt(request, &told, &forger, |_| {})),
        _ => Way::Through,
    };
    round_over(&mut copy, &mut council, way);
    assert_eq!((copy.said(), copy.sent.len()), (vec!["b 1".to_owned()], 1));
}

fn flip(answer: &mut Answer) {
    if let Answer::Pulled(Pulled { log, .. }) = answer {
        log.l.0[0] ^= 1;
    }
}

fn other_mark(answer: &mut Answer) {
    if let Answer::Pulled(Pulled { runs, .. }) = answer {
        runs[0].marks[0].1.timing = Timing::Late;
    }
}

fn one_run_less(answer: &mut Answer) {
    if let Answer::Pulled(Pulled { runs, .. }) = answer {
        runs.remove(0);
    }
}

fn broken_frame(answer: &mut Answer) {
    if let Answer::Pulled(Pulled { runs, .. }) = answer {
        let message::Source::Frame(bytes) = &mut runs[0].source else { return };
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
    }
}

fn other_stream(answer: &mut Answer) {
    if let Answer::Pulled(Pulled { runs, .. }) = answer {
        runs[0].stream.incarnation += 1;
    }
}

fn known_that_is_not(answer: &mut Answer) {
    if let Answer::Pulled(Pulled { runs, .. }) = answer {
        runs[0].source = message::Source::Known;
    }
}

fn none_and_more(answer: &mut Answer) {
    if let Answer::Pulled(pulled) = answer {
        (pulled.runs, pulled.more) = (Vec::new(), true);
    }
}

type Lie = fn(&mut Answer);

const LIES: [(&str, Lie); 7] = [
    ("another end", flip),
    ("another mark", other_mark),
    ("a run left out", one_run_less),
    ("a broken batch", broken_frame),
    ("another stream", other_stream),
    ("operations that are not here", known_that_is_not),
    ("nothing, and more of it", none_and_more),
];

/// A copy with something in its log, and a council that has more of another's.
fn behind() -> (Copy, super::Council) {
    let (mut copy, mut council) = met();
    let mut b = device(2, &mut council);
    b.write("b", 2);
    round(&mut b, &mut council);
    copy.write("a", 1);
    round(&mut copy, &mut council);
    b.write("c", 2);
    round(&mut b, &mut council);
    copy.photograph(vec![1; 100]);
    (copy, council)
}

#[test]
fn a_damaged_piece_of_the_log_is_asked_for_again() {
    for (case, lie) in LIES {
        let (mut copy, mut council) = behind();
        let mut first = true;
        let way = |_: usize, request: &Request| match request {
            Request::Pull(_) if std::mem::take(&mut first) => Way::Changed(lie),
            _ => Way::Through,
        };
        round_over(&mut copy, &mut council, way);
        assert_eq!(copy.end(), council.end(), "{case}");
        assert_eq!(copy.rewinds.len(), 1, "{case}: only at the first hello");
    }
}

#[test]
fn a_council_that_speaks_nonsense_blanks_no_register() {
    for (case, lie) in LIES {
        let (mut copy, mut council) = behind();
        let before = copy.said();
        let way = |_: usize, request: &Request| match request {
            Request::Pull(_) => Way::Changed(lie),
            _ => Way::Through,
        };
        let lied_to = round_over(&mut copy, &mut council, way);
        assert_eq!(lied_to.summary().troubles, [Trouble::FalseLog], "{case}");
        assert_eq!((copy.said(), copy.sent.len()), (before, 1), "{case}");
        round(&mut copy, &mut council);
        assert_eq!(copy.end(), council.end(), "{case}");
    }
}

#[test]
fn a_copy_that_does_not_go_on_gives_way_to_a_log_that_verifies_from_its_beginning() {
    let (mut copy, mut council) = behind();
    let mut lies = 2;
    let way = |_: usize, request: &Request| match request {
        Request::Pull(pull) if pull.after > 0 && lies > 0 => {
            lies -= 1;
            Way::Changed(flip)
        }
        _ => Way::Through,
    };
    let mended = round_over(&mut copy, &mut council, way);
    assert!(mended.summary().rewound);
    assert_eq!((copy.rewinds.last(), copy.end()), (Some(&0), council.end()));
}

#[test]
fn a_damaged_copy_of_the_log_is_mended() {
    let (mut copy, mut council) = behind();
    copy.log[0].1.0[0] ^= 1;
    copy.log[2].1.0[0] ^= 1;
    round(&mut copy, &mut council);
    round(&mut copy, &mut council);
    assert_eq!(copy.end(), council.end());
}

#[test]
fn a_log_of_another_life_is_not_taken_before_hello() {
    let (mut copy, mut council) = behind();
    let mut first = true;
    let way = |_: usize, request: &Request| match request {
        Request::Pull(_) if std::mem::take(&mut first) => Way::Changed(|answer| {
            let Answer::Pulled(pulled) = answer else { panic!() };
            pulled.epoch = Epoch([7; 8]);
        }),
        _ => Way::Through,
    };
    let kinds = round_over(&mut copy, &mut council, way).kinds();
    assert_eq!(kinds[..4], ["hello", "pull", "hello", "pull"]);
    assert_eq!(copy.end(), council.end());
}

#[test]
fn circulars_are_taken_as_far_as_they_are_the_councils() {
    let (mut copy, mut council) = met();
    for number in 1..=3 {
        let circular = Circular { number, year: 2026, text: format!("{number}"), at: UnixMillis(0) };
        council.circulars.push(circular.sign(&council.key));
    }
    let forged = |answer: &mut Answer| {
        let Answer::Circulars(circulars) = answer else { panic!() };
        circulars[1].circular.text = "fee = 0".into();
    };
    let way = |_: usize, request: &Request| match request {
        Request::Circulars(_) => Way::Changed(forged),
        _ => Way::Through,
    };
    let lied_to = round_over(&mut copy, &mut council, way);
    assert_eq!((copy.circulars.len(), lied_to.summary().circulars), (1, 1));
    assert_eq!(lied_to.summary().troubles, [Trouble::FalseCircular(2)]);
    assert_eq!(round(&mut copy, &mut council).kinds(), ["hello", "circulars"]);
    assert_eq!(copy.circulars, council.circulars);
}

#[test]
fn late_and_doubled_answers_change_nothing() {
    let (mut copy, mut council) = met();
    copy.write("a", 500);
    let mut session = Session::new(Limits::default());
    let mut past: Vec<(crate::replica::Ticket, Answer)> = Vec::new();
    while let Step::Ask(ticket, request) = session.next(&mut copy).unwrap() {
        for (ticket, answer) in &past {
            session.answered(&mut copy, *ticket, answer.clone()).unwrap();
        }
        let answer = council.answer(request);
        session.answered(&mut copy, ticket, answer.clone()).unwrap();
        session.failed(ticket);
        past.push((ticket, answer));
    }
    assert!(copy.all_acknowledged() && copy.end() == council.end());
    assert_eq!(council.end().position, 500);
    assert!(session.summary().troubles.is_empty());
}

#[test]
fn answers_that_do_not_fit_are_not_taken_and_end_the_session_after_some_of_them() {
    let answers = [
        Answer::Committed(UnixMillis(0)),
        Answer::Located(9),
        Answer::PicturesHad(Vec::new()),
        Answer::PictureTaken(0),
        Answer::PicturesTaken(vec![0]),
        Answer::Picture(None),
        Answer::Circulars(Vec::new()),
    ];
    for answer in answers {
        let (mut copy, mut council) = met();
        copy.write("a", 2);
        let way = |_: usize, request: &Request| match request {
            Request::Hello(_) => Way::Through,
            _ => Way::Instead(answer.clone()),
        };
        let end = round_over(&mut copy, &mut council, way).end;
        assert_eq!(end, Err(Trouble::Unsteady));
        round(&mut copy, &mut council);
        assert!(copy.all_acknowledged());
    }
}

#[test]
fn a_session_goes_on_after_its_copy_could_not_be_asked_what_it_had_asked() {
    let (mut copy, mut council) = met();
    copy.write("a", 2);
    let mut session = Session::new(Limits::default());
    session.next(&mut copy).unwrap();
    let rest = drive(&mut session, &mut copy, &mut council, |_, _| Way::Through);
    assert_eq!(rest.kinds(), ["hello", "push", "pull"]);
}
