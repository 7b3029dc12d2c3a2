//! A desk's session with the council over a line that loses, doubles, delays, alters and dies. Owns the weather; refuses
//! to decide what is asked (the session does).

use std::mem::{Discriminant, discriminant};

use sync::message::{Answer, Request};
use sync::replica::{Session, Step, Ticket};
use sync::{LogEnd, Receipt, Received, Refusal, RefusalCode, SecretKey, SignedHead, UnixMillis};

use super::World;
use crate::council::CouncilStore;
use crate::desk::Fuse;
use crate::invariant::i16_order::nothing_stale_is_believed;
use crate::invariant::{Violation, broken};
use crate::opened::opened;
use crate::plan::Weather;

/// No session of so small a world asks so often.
const ENDLESS: usize = 400;

/// Parts of pictures that a request of so small a world has at most: what goes again when another computer sent the same
/// picture meanwhile.
const MOST_PARTS: u32 = 16;

/// How a meeting stands.
struct Meeting {
    session: Session,
    /// An answer that is late: it comes just before that to another question of its kind.
    late: Option<(Ticket, Discriminant<Request>, Answer)>,
    /// A cut that waits for a request of which a part can come.
    cut: Option<Weather>,
}

impl Meeting {
    /// The weather for this request.
    fn weather(&mut self, request: &Request, weather: Option<Weather>) -> Option<Weather> {
        match (request, weather) {
            (Request::PictureParts(_), None) => self.cut.take(),
            (Request::PictureParts(_), weather) => weather,
            (_, Some(Weather::RequestCut(_))) => {
                self.cut = weather;
                None
            }
            (_, weather) => weather,
        }
    }
}

impl<S: CouncilStore> World<S> {
    /// A session, at most so many steps of it. `depth` keeps desks that meet meanwhile from nesting further.
    pub(crate) fn meet(&mut self, at: usize, weather: &[(u8, Weather)], most: u8, depth: u8) -> Result<(), Violation> {
        let mut meeting = Meeting { session: Session::new(self.limits), late: None, cut: None };
        for step in 0..ENDLESS {
            if step >= usize::from(most) && most < 250 {
                return self.after(at);
            }
            let now = weather.iter().find(|(when, _)| usize::from(*when) == step).map(|(_, what)| *what);
            if !self.step(at, &mut meeting, step, now, depth)? {
                return self.after(at);
            }
        }
        broken(9, format!("a session of desk {at} asks without end"))
    }

    fn after(&mut self, at: usize) -> Result<(), Violation> {
        self.desks[at].fuse = None;
        self.check_again(at)?;
        self.check_copy(at)?;
        self.check_desk(at)
    }

    /// One step of a session. `false`: it is over.
    fn step(
        &mut self,
        at: usize,
        meeting: &mut Meeting,
        step: usize,
        weather: Option<Weather>,
        depth: u8,
    ) -> Result<bool, Violation> {
        if let Some(Weather::DeskCrash(steps, after)) = weather {
            self.desks[at].fuse = Some(Fuse { steps, after });
        }
        let next = meeting.session.next(&mut self.desks[at]);
        self.check_written(at);
        let (ticket, request) = match next {
            Ok(Step::Ask(ticket, request)) => (ticket, request),
            Ok(Step::Done(summary)) => {
                self.note(|| format!("    desk {at} is done: {:?}", summary.troubles));
                return Ok(false);
            }
            Ok(Step::Stop(trouble)) => {
                self.note(|| format!("    desk {at} stops: {trouble}"));
                return Ok(false);
            }
            Err(crashed) => {
                self.note(|| format!("    desk {at}: {crashed:?}"));
                self.reopen(at);
                return Ok(false);
            }
        };
        let weather = meeting.weather(&request, weather);
        self.check_offer(at, &request)?;
        let answer = self.through(at, step, &request, weather, depth)?;
        self.mishap(at, &request, weather);
        if self.hand_over_late(at, meeting, discriminant(&request))? {
            return Ok(false);
        }
        match answer {
            Some(answer) if weather == Some(Weather::AnswerLate) => {
                meeting.session.failed(ticket);
                meeting.late = Some((ticket, discriminant(&request), answer));
                Ok(true)
            }
            Some(answer) => {
                if weather == Some(Weather::Twice) {
                    meeting.late = Some((ticket, discriminant(&request), answer.clone()));
                }
                self.answered(at, meeting, ticket, answer)
            }
            None => {
                meeting.session.failed(ticket);
                Ok(true)
            }
        }
    }

    /// An answer that is late comes before the one that is waited for: it must change nothing. `true`: it is over.
    fn hand_over_late(
        &mut self,
        at: usize,
        meeting: &mut Meeting,
        kind: Discriminant<Request>,
    ) -> Result<bool, Violation> {
        let Some((ticket, _, answer)) = meeting.late.take_if(|(_, of, _)| *of == kind) else { return Ok(false) };
        self.meets("an answer that came after its time");
        let before = self.desks[at].steps;
        let goes_on = self.answered(at, meeting, ticket, answer)?;
        nothing_stale_is_believed(before, self.desks[at].steps)?;
        Ok(!goes_on)
    }

    /// The request on its way, and what comes back.
    fn through(
        &mut self,
        at: usize,
        step: usize,
        request: &Request,
        weather: Option<Weather>,
        depth: u8,
    ) -> Result<Option<Answer>, Violation> {
        match weather {
            Some(Weather::RequestLost) => Ok(None),
            Some(Weather::RequestCut(came)) => {
                if let Request::PictureParts(parts) = request {
                    self.meets("a request with parts of pictures cut amid");
                    let came = parts[..usize::from(came) % parts.len().max(1)].to_vec();
                    self.ask(step, &Request::PictureParts(came), None)?;
                }
                Ok(None)
            }
            Some(Weather::Busy) => Ok(Some(Answer::Refused(Refusal { code: RefusalCode::Busy, retry_after: Some(1) }))),
            Some(Weather::AnswerLost) => {
                self.ask(step, request, None)?;
                Ok(None)
            }
            Some(Weather::Twice) => {
                let answer = self.ask(step, request, None)?;
                self.ask(step + 1, request, None)?;
                Ok(answer)
            }
            Some(Weather::CouncilCrash(after)) => self.ask(step, request, Some(after)),
            Some(Weather::Smudge) => self.ask(step, &smudged(request), None).map(|answer| answer.map(smudged_picture)),
            Some(Weather::Lie) => match self.forged_receipt(at, request) {
                Some(receipt) => Ok(Some(Answer::Stored(receipt))),
                _ => Ok(self.ask(step, request, None)?.map(|answer| self.lie(answer))),
            },
            Some(Weather::Meanwhile(other)) if depth == 0 => {
                let answer = self.ask(step, request, None)?;
                self.again.iter_mut().for_each(|again| {
                    again.cut_batches += 1;
                    again.cut_parts += MOST_PARTS;
                });
                if self.pick(other) != at {
                    self.meet(self.pick(other), &[], 250, 1)?;
                }
                Ok(answer)
            }
            _ => self.ask(step, request, None),
        }
    }

    /// What a stroke of weather may cost again: one batch or one part.
    fn mishap(&mut self, at: usize, request: &Request, weather: Option<Weather>) {
        let again = &mut self.again[at];
        match (request, weather) {
            (_, None | Some(Weather::Twice)) => {}
            (Request::Push(_), Some(_)) => again.cut_batches += 1,
            (Request::PicturePart(_) | Request::PictureParts(_), Some(_)) => again.cut_parts += 1,
            _ => {}
        }
    }

    fn answered(
        &mut self,
        at: usize,
        meeting: &mut Meeting,
        ticket: Ticket,
        answer: Answer,
    ) -> Result<bool, Violation> {
        let done = meeting.session.answered(&mut self.desks[at], ticket, answer);
        self.check_written(at);
        if done.is_err() {
            self.note(|| format!("    desk {at} crashes"));
            self.reopen(at);
        }
        self.check_receipts(at)?;
        Ok(done.is_ok())
    }

    /// What somebody on the line would answer to a batch that they let nobody see.
    fn forged_receipt(&self, at: usize, request: &Request) -> Option<Receipt> {
        let Request::Push(bytes) = request else { return None };
        let head = opened(bytes)?.head;
        let SignedHead { register, n, h, .. } = head;
        let (epoch, stream, at) = (self.desks[at].kept.epoch?, head.stream(), UnixMillis(self.now));
        let received = Received { epoch, register, stream, n, h, log: LogEnd { position: 99, l: h }, at };
        Some(received.sign(&SecretKey::of(&[0xEE; 32])))
    }

    /// The answer with something in it that is not so.
    fn lie(&self, answer: Answer) -> Answer {
        match answer {
            Answer::Stored(mut receipt) => {
                receipt.received.n += 1;
                Answer::Stored(receipt)
            }
            Answer::Pulled(mut pulled) => {
                match pulled.runs.first_mut().and_then(|run| run.marks.first_mut()) {
                    Some((_, mark)) if mark.timing == sync::Timing::InTime => mark.timing = sync::Timing::Late,
                    Some((_, mark)) => mark.timing = sync::Timing::InTime,
                    None => pulled.log.position += 1,
                }
                Answer::Pulled(pulled)
            }
            other => other,
        }
    }

    /// Own operations that the session carried over into a new incarnation were written by this desk too.
    fn check_written(&mut self, at: usize) {
        let desk = &self.desks[at];
        let own = desk.kept.written_now();
        if !own.operations.last().is_some_and(|last| self.chains.contains(&(own.stream, own.n(), last.h))) {
            let all = (1..).zip(&own.operations).map(|(n, written): (u64, _)| (own.stream, n, written.h));
            self.chains.extend(all.collect::<Vec<_>>());
        }
    }
}

/// A part of a picture with a bit altered on its way.
fn smudged(request: &Request) -> Request {
    let mut request = request.clone();
    let part = match &mut request {
        Request::PicturePart(part) => Some(part),
        Request::PictureParts(parts) => parts.last_mut(),
        _ => None,
    };
    if let Some(byte) = part.and_then(|part| part.bytes.last_mut()) {
        *byte ^= 1;
    }
    request
}

fn smudged_picture(mut answer: Answer) -> Answer {
    if let Answer::Picture(Some((_, bytes))) = &mut answer
        && let Some(byte) = bytes.last_mut()
    {
        *byte ^= 1;
    }
    answer
}
