//! A device's session with the council about one register: a planner. It keeps only what the council said since the
//! last hello; what to ask next it decides anew each time, from that and from where the copy stands. So it can be
//! stopped, killed and begun again anywhere. Owns the order; refuses to send, to wait and to keep.

mod account;
mod carry;
mod circulars;
mod council;
mod doubt;
mod hello;
mod limits;
mod pictures;
mod pull;
mod push;
mod receipt;
mod refused;
#[cfg(test)]
mod tests;
mod verify;

use std::collections::BTreeSet;

use super::store::{Place, Replica};
use super::trouble::Trouble;
use crate::fault::{Fault, planted};
use crate::identity::StreamId;
use crate::message::{Answer, Request, to_bytes};
use crate::receipt::Receipt;

use carry::Offered;
use council::{Asked, Council, Word};
use pictures::Gallery;
use pull::Trust;

pub use account::{Progress, Summary};
pub use limits::Limits;

/// How often a session may begin anew, and how often open an incarnation, before it leaves the rest to another day.
const MOST_BEGINNINGS: u32 = 6;

/// Names a request within its session, so that an answer to another one is known as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u32);

/// What to do now.
#[expect(clippy::large_enum_variant, reason = "one at a time, and short-lived")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask the council this; then [`Session::answered`] or [`Session::failed`] with the ticket.
    Ask(Ticket, Request),
    /// Nothing is left to ask.
    Done(Summary),
    /// It makes no sense to go on now. When it does again, [`Session::next`] begins with hello.
    Stop(Trouble),
}

/// A session. One for each round of a register; what it could not bring through in its round it does not try again.
#[derive(Debug)]
pub struct Session {
    limits: Limits,
    /// What is out, and under which ticket.
    asked: Option<(Ticket, Asked)>,
    tickets: u32,
    /// What the council said since hello; `None`: say hello.
    council: Option<Council>,
    /// The receipt that shows the council that it was restored, for the next hello.
    proof: Option<Receipt>,
    proved: bool,
    /// What ends the round.
    stop: Option<Trouble>,
    beginnings: u32,
    /// Own streams that wait for another day.
    blocked: BTreeSet<StreamId>,
    /// Own streams of which a receipt of another life came.
    stale: BTreeSet<StreamId>,
    /// Up to where this session has anchored what it offers.
    anchored: Option<(StreamId, u64)>,
    trust: Trust,
    offered: Offered,
    circulars_asked: bool,
    gallery: Gallery,
    summary: Summary,
    progress: Progress,
}

impl Session {
    /// A session that has not asked anything.
    #[must_use]
    pub fn new(limits: Limits) -> Session {
        Session {
            gallery: Gallery::new(&limits),
            limits,
            asked: None,
            tickets: 0,
            council: None,
            proof: None,
            proved: false,
            stop: None,
            beginnings: 0,
            blocked: BTreeSet::new(),
            stale: BTreeSet::new(),
            anchored: None,
            trust: Trust::Whole,
            offered: Offered::default(),
            circulars_asked: false,
            summary: Summary::default(),
            progress: Progress::default(),
        }
    }

    /// What to ask now. A request that is still out when this is called counts as failed.
    ///
    /// # Errors
    /// When the copy cannot be read or written; the session may go on after that.
    pub fn next<R: Replica>(&mut self, replica: &mut R) -> Result<Step, R::Error> {
        if let Some((ticket, _)) = self.asked {
            self.failed(ticket);
        }
        let asked = if self.stop.is_none() { self.plan(replica)? } else { None };
        if let Some(trouble) = self.stop.take() {
            (self.council, self.beginnings) = (None, 0);
            return Ok(Step::Stop(trouble));
        }
        let Some((asked, request)) = asked else { return Ok(Step::Done(self.summary.clone())) };
        self.tickets = self.tickets.wrapping_add(1);
        self.asked = Some((Ticket(self.tickets), asked));
        self.progress.bytes_up += to_bytes(&request).len() as u64;
        Ok(Step::Ask(Ticket(self.tickets), request))
    }

    /// Takes an answer. One to another request than the last is ignored.
    ///
    /// # Errors
    /// When the copy cannot be read or written; the session may go on after that.
    pub fn answered<R: Replica>(&mut self, replica: &mut R, ticket: Ticket, answer: Answer) -> Result<(), R::Error> {
        let late = planted(Fault::StaleAnswerApplied);
        let Some((_, asked)) = self.asked.take_if(|(asked, _)| *asked == ticket || late) else { return Ok(()) };
        self.progress.bytes_down += to_bytes(&answer).len() as u64;
        // Should the copy fail here, nothing of what the council said is left, and hello comes again.
        let council = self.council.take();
        match (asked, answer) {
            (asked, Answer::Refused(refusal)) => self.refused(replica, asked, refusal, council),
            (Asked::Hello(told), Answer::Welcome(welcome)) => self.welcomed(replica, &told, &welcome),
            (asked, answer) => {
                let Some(mut council) = council else {
                    self.nonsense();
                    return Ok(());
                };
                if self.said(replica, asked, answer, &mut council)? == Word::Holds {
                    self.council = Some(council);
                }
                Ok(())
            }
        }
    }

    /// The transport failed: whether the council took the request is not known. The next step is hello.
    pub fn failed(&mut self, ticket: Ticket) {
        let Some((_, asked)) = self.asked.take_if(|(asked, _)| *asked == ticket) else { return };
        if matches!(asked, Asked::Parts(_)) {
            self.gallery.shrink();
        }
        (self.council, self.beginnings) = (None, 0);
        self.gallery.forget();
        self.offered.forget();
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// What it did so far.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Bytes of pictures in a request as the link bears now: the `first_pictures` of a later session on the same link.
    #[must_use]
    pub fn picture_bytes(&self) -> u32 {
        self.gallery.bears()
    }

    /// The order of a round.
    fn plan<R: Replica>(&mut self, replica: &mut R) -> Result<Option<(Asked, Request)>, R::Error> {
        let place = replica.place()?;
        let Some(mut council) = self.council.take() else { return Ok(self.hello(replica, &place)) };
        if self.reopen(replica, &place, &mut council)? {
            self.council = Some(council);
            return if self.stop.is_none() { self.plan(replica) } else { Ok(None) };
        }
        self.count(replica, &place, &council)?;
        let asked = self.lanes(replica, &place, &mut council)?;
        self.council = Some(council);
        Ok(asked)
    }

    fn lanes<R: Replica>(
        &mut self,
        replica: &mut R,
        place: &Place,
        council: &mut Council,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        let mut asked = self.locate(replica, place, council)?;
        if asked.is_none() {
            asked = self.push(replica, place, council)?;
        }
        if asked.is_none() && !self.offered.is_under_way() {
            asked = self.pull(replica, place, council)?;
        }
        if asked.is_none() {
            asked = self.ask_receipt(replica, place, council)?;
        }
        if asked.is_none() {
            asked = self.carry(replica)?;
        }
        if asked.is_none() {
            asked = self.ask_circulars(place, council);
        }
        if asked.is_none() && self.limits.pictures {
            asked = self.gallery.next(replica, place.register)?;
        }
        Ok(asked)
    }

    fn said<R: Replica>(
        &mut self,
        replica: &mut R,
        asked: Asked,
        answer: Answer,
        council: &mut Council,
    ) -> Result<Word, R::Error> {
        match (asked, answer) {
            (Asked::Locate(asked), Answer::Located(n)) => Ok(self.located(&asked, n, council)),
            (Asked::Commit(head), Answer::Committed(at)) => replica.committed(&head, at).map(|()| Word::Holds),
            (Asked::Push(batch), Answer::Stored(receipt)) => self.stored(replica, &batch, &receipt, council),
            (Asked::Push(batch), Answer::Gap(end)) => self.gap(replica, &batch, end, council),
            (Asked::Push(batch), Answer::Forked { next_incarnation }) => {
                council.next_incarnation = council.next_incarnation.max(next_incarnation);
                self.doubted(replica, batch.stream, council)
            }
            (Asked::Pull(asked), Answer::Pulled(pulled)) => self.pulled(replica, &asked, pulled, council),
            (Asked::Carry(batch), Answer::Stored(receipt)) => Ok(self.carried(&batch, &receipt, council)),
            (Asked::Carry(batch), Answer::Gap(_)) => Ok(self.offered.drop_stream(batch.stream)),
            (Asked::Carry(batch), Answer::Forked { .. }) => self.carried_forked(replica, &batch),
            (Asked::Circulars(after), Answer::Circulars(new)) => self.take_circulars(replica, after, new),
            (Asked::Have(asked), Answer::PicturesHad(had)) => self.had(replica, &asked, &had),
            (Asked::Parts(asked), Answer::PictureTaken(n)) => self.parts_taken(replica, &asked, &[n]),
            (Asked::Parts(asked), Answer::PicturesTaken(taken)) => self.parts_taken(replica, &asked, &taken),
            (Asked::Get(hash, from), Answer::Picture(came)) => self.picture_came(replica, hash, from, came),
            _ => {
                self.nonsense();
                Ok(Word::Void)
            }
        }
    }

    /// An answer that does not fit. What the council said before is void too: hello tells.
    fn nonsense(&mut self) {
        self.summary.note(Trouble::Nonsense);
        self.gallery.forget();
        self.offered.forget();
    }
}
