//! Drives a session against the council over a link that the test bends, and checks at every request what must hold of
//! any: what is offered is anchored.

use super::copy::Copy;
use super::council::Council;
use crate::frame::Frame;
use crate::message::{Answer, Request};
use crate::replica::{Limits, Session, Step, Summary, Trouble};

/// What becomes of a request.
pub(super) enum Way {
    /// It is answered.
    Through,
    /// It never comes to the council.
    CutThere,
    /// Of several parts of pictures so many come to the council.
    CutAmid(usize),
    /// The council answers, and the answer is lost.
    CutBack,
    /// It never comes to the council, and somebody else answers.
    Instead(Answer),
    /// The council answers, and somebody changes the answer.
    Changed(fn(&mut Answer)),
}

/// What a round came to.
#[derive(Debug)]
pub(super) struct Round {
    pub(super) asked: Vec<Request>,
    pub(super) end: Result<Summary, Trouble>,
}

impl Round {
    pub(super) fn kinds(&self) -> Vec<&'static str> {
        self.asked.iter().map(kind).collect()
    }

    pub(super) fn summary(&self) -> &Summary {
        self.end.as_ref().unwrap()
    }

    pub(super) fn pushed_bytes(&self) -> usize {
        let bytes = |request: &Request| if let Request::Push(frame) = request { frame.len() } else { 0 };
        self.asked.iter().map(bytes).sum()
    }
}

pub(super) fn kind(request: &Request) -> &'static str {
    match request {
        Request::Hello(_) => "hello",
        Request::Commit(_) => "commit",
        Request::Push(_) => "push",
        Request::Pull(_) => "pull",
        Request::Locate(_) => "locate",
        Request::PicturesHave(..) => "have",
        Request::PicturePart(_) => "part",
        Request::PictureParts(_) => "parts",
        Request::PictureGet(..) => "get",
        Request::Circulars(_) => "circulars",
    }
}

pub(super) fn round(copy: &mut Copy, council: &mut Council) -> Round {
    round_over(copy, council, |_, _| Way::Through)
}

pub(super) fn round_over(copy: &mut Copy, council: &mut Council, way: impl FnMut(usize, &Request) -> Way) -> Round {
    drive(&mut Session::new(Limits::default()), copy, council, way)
}

pub(super) fn drive(
    session: &mut Session,
    copy: &mut Copy,
    council: &mut Council,
    mut way: impl FnMut(usize, &Request) -> Way,
) -> Round {
    let mut asked = Vec::new();
    loop {
        assert!(asked.len() < 500, "it goes on and on: {:?}", asked.iter().map(kind).collect::<Vec<_>>());
        let Step::Ask(ticket, request) = (match session.next(copy).unwrap() {
            Step::Done(summary) => return Round { asked, end: Ok(summary) },
            Step::Stop(trouble) => return Round { asked, end: Err(trouble) },
            ask @ Step::Ask(..) => ask,
        }) else {
            unreachable!()
        };
        assert_anchored(copy, &request);
        let way = way(asked.len(), &request);
        asked.push(request.clone());
        match way {
            Way::Through => session.answered(copy, ticket, council.answer(request)).unwrap(),
            Way::Instead(answer) => session.answered(copy, ticket, answer).unwrap(),
            Way::CutThere => session.failed(ticket),
            Way::CutAmid(came) => {
                let Request::PictureParts(parts) = request else { panic!("only parts come by halves") };
                council.answer(Request::PictureParts(parts[..came].to_vec()));
                session.failed(ticket);
            }
            Way::CutBack => {
                council.answer(request);
                session.failed(ticket);
            }
            Way::Changed(change) => {
                let mut answer = council.answer(request);
                change(&mut answer);
                session.answered(copy, ticket, answer).unwrap();
            }
        }
    }
}

fn assert_anchored(copy: &Copy, request: &Request) {
    let head = match request {
        Request::Push(frame) => Frame::open(frame).unwrap().head,
        Request::Commit(head) => *head,
        _ => return,
    };
    if head.device == copy.key.public().device() && copy.streams.iter().any(|own| own.stream == head.stream()) {
        assert!(copy.anchor >= Some((head.stream(), head.n)), "offered before it was anchored");
    }
}
