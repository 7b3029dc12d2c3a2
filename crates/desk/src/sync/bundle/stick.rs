//! A reply from a stick, taken in: a session is held with what the council wrote down instead of with the council. What
//! the reply does not answer is refused, so that nothing counts as sent. Owns those answers; what is believed is the
//! session's decision.

use std::collections::BTreeMap;

use ::sync::bundle::Homeward;
use ::sync::message::{Answer, Hello, Pull, Pulled, Request, StreamEnd, StreamState, Welcome};
use ::sync::replica::{Limits, Place, Replica, Session, Step, Summary, Trouble};
use ::sync::{Hash, LogEnd, Receipt, RefusalCode, StreamId, UnixMillis};
use register::RegisterId;

use super::Reply;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::sync::copy::Copy;
use crate::sync::council::Council;
use crate::sync::exchange::introduce;

/// What a reply brought to a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Own operations for which a receipt came.
    pub received: u64,
    /// The rest.
    pub summary: Summary,
}

/// Takes a reply into a register.
///
/// # Errors
/// When it is older than what is here, or the register cannot be written.
pub fn take_in(office: &Office, council: &Council, desk: &mut Desk, reply: &Reply) -> Result<Arrived> {
    let id = introduce(office, council, desk)?;
    let (key, anchors) = (council.identity().key().clone(), office.anchors());
    let mut copy = Copy { register: desk.register_mut(), id, key: &key, anchors, anchored: None, by_stick: true };
    let place = copy.place()?;
    let past = place.epoch != Some(reply.0.epoch) && place.lineage.iter().any(|life| life.epoch == reply.0.epoch);
    if past {
        return Err(Error::Usage(
            "this reply is older than what the register has of the council; nothing was changed".to_owned(),
        ));
    }
    acknowledge(&mut copy, &reply.0)?;
    let before: u64 = place.streams.iter().map(|own| own.acknowledged).sum();
    let stick = Stick::of(&reply.0, id, place);
    let summary = hold(&mut copy, &stick)?;
    let after: u64 = copy.place()?.streams.iter().map(|own| own.acknowledged).sum();
    note_pictures(&mut copy, &stick)?;
    if summary.circulars > 0 {
        desk.lay_circulars()?;
    }
    Ok(Arrived { received: after.saturating_sub(before), summary })
}

/// Keeps the receipts that are the council's word on operations that are here.
fn acknowledge(copy: &mut Copy<'_>, reply: &Homeward) -> Result<()> {
    let place = copy.place()?;
    for receipt in &reply.receipts {
        let said = receipt.received;
        let own = said.register == place.register && place.streams.iter().any(|own| own.stream == said.stream);
        let holds = own && said.epoch == reply.epoch && receipt.is_of(&place.council);
        if holds && copy.hash_at(said.stream, said.n)? == Some(said.h) {
            copy.acknowledge(receipt)?;
        }
    }
    Ok(())
}

/// The reply names the pictures that the council lacks of those shown at the end of its log. Where that is what is shown
/// here, it has the others.
fn note_pictures(copy: &mut Copy<'_>, stick: &Stick<'_>) -> Result<()> {
    let place = copy.place()?;
    let all_there = place.streams.iter().all(|own| own.acknowledged == own.n);
    let same_end = stick.pieces().last().is_some_and(|piece| piece.log == place.log);
    if !(all_there && same_end) {
        return Ok(());
    }
    for (hash, _) in copy.pictures_to_send()? {
        if !stick.reply.pictures_wanted.contains(&hash) {
            copy.picture_sent(hash, true)?;
        }
    }
    Ok(())
}

fn hold(copy: &mut Copy<'_>, stick: &Stick<'_>) -> Result<Summary> {
    let mut session = Session::new(Limits { pictures: false, ..Limits::default() });
    loop {
        match session.next(copy)? {
            Step::Ask(ticket, request) => session.answered(copy, ticket, stick.answer(&request))?,
            Step::Done(mut summary) => {
                summary.troubles.retain(speaks_of_the_reply);
                return Ok(summary);
            }
            Step::Stop(trouble) => {
                return Err(Error::Usage(format!("the reply does not fit this register: {trouble}")));
            }
        }
    }
}

/// That a stick takes no batches is nothing to be told.
fn speaks_of_the_reply(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::FalseReceipt(_)
            | Trouble::StaleReceipt(_)
            | Trouble::FalseLog
            | Trouble::FalseCircular(_)
            | Trouble::Nonsense
    )
}

/// What the council wrote down for one register.
struct Stick<'r> {
    reply: &'r Homeward,
    register: RegisterId,
    place: Place,
    ends: BTreeMap<StreamId, Receipt>,
}

impl<'r> Stick<'r> {
    fn of(reply: &'r Homeward, register: RegisterId, place: Place) -> Stick<'r> {
        let of_register = reply.receipts.iter().filter(|receipt| receipt.received.register == register);
        let mut ends = BTreeMap::<StreamId, Receipt>::new();
        for receipt in of_register {
            let end = ends.entry(receipt.received.stream).or_insert(*receipt);
            if end.received.n < receipt.received.n {
                *end = *receipt;
            }
        }
        Stick { reply, register, place, ends }
    }

    fn answer(&self, request: &Request) -> Answer {
        match request {
            Request::Hello(hello) => Answer::Welcome(self.welcome(hello)),
            Request::Pull(pull) => Answer::Pulled(self.pulled(pull)),
            Request::Circulars(after) => {
                let newer = self.reply.circulars.iter().filter(|one| one.circular.number > *after);
                Answer::Circulars(newer.cloned().collect())
            }
            _ => Answer::Refused(RefusalCode::NoRight.into()),
        }
    }

    fn welcome(&self, hello: &Hello) -> Welcome {
        let incarnations = self.ends.keys().map(|stream| stream.incarnation);
        let own = self.place.streams.iter().map(|own| own.stream.incarnation);
        let circulars = self.reply.circulars.iter().map(|one| one.circular.number);
        Welcome {
            epoch: self.reply.epoch,
            now: UnixMillis(0),
            closes: None,
            streams: hello.streams.iter().map(|end| self.state(end)).collect(),
            next_incarnation: incarnations.chain(own).max().unwrap_or(0) + 1,
            log: self.pieces().last().map_or(self.place.log, |piece| piece.log),
            common: self.common(),
            prove: false,
            others: Vec::new(),
            leases: Vec::new(),
            circular: circulars.max().unwrap_or(hello.circular),
        }
    }

    /// How far the council has a stream: by its receipt, else as it is known here.
    fn state(&self, told: &StreamEnd) -> StreamState {
        let known = self.place.streams.iter().find(|own| own.stream == told.stream);
        let receipt = self.ends.get(&told.stream).map(|receipt| (receipt.received.n, receipt.received.h.tag()));
        let all_known = known.filter(|own| own.acknowledged == own.n).map(|own| (own.n, own.h.tag()));
        let (n, tag) = receipt.max(all_known).unwrap_or((0, Hash([0; 32]).tag()));
        StreamState { end: StreamEnd { stream: told.stream, n, tag }, forked: false }
    }

    /// In the same life all of the copy; in another one what stands before the first piece.
    fn common(&self) -> u64 {
        let here = self.place.log.position;
        let same_life = self.place.epoch.is_none_or(|epoch| epoch == self.reply.epoch);
        match self.pieces().next() {
            Some(piece) if !same_life => here.min(start_of(piece)),
            _ => here,
        }
    }

    fn pieces(&self) -> impl Iterator<Item = &'r Pulled> {
        let register = self.register;
        self.reply.logs.iter().filter(move |(of, _)| *of == register).map(|(_, piece)| piece)
    }

    /// The piece that goes on from there; where there is none, nothing more.
    fn pulled(&self, pull: &Pull) -> Pulled {
        let found = self.pieces().find_map(|piece| beyond(piece, pull.after));
        let end = self.pieces().last().map_or(0, |piece| piece.log.position);
        match found {
            Some(piece) => Pulled { more: piece.log.position < end, epoch: self.reply.epoch, ..piece },
            None => {
                let log = LogEnd { position: pull.after, l: self.place.log.l };
                Pulled { epoch: self.reply.epoch, runs: Vec::new(), log, more: false }
            }
        }
    }
}

fn start_of(piece: &Pulled) -> u64 {
    let count: u64 = piece.runs.iter().flat_map(|run| &run.marks).map(|(count, _)| u64::from(*count)).sum();
    piece.log.position.saturating_sub(count)
}

/// What of a piece stands behind a position; `None` where it does not reach there.
fn beyond(piece: &Pulled, after: u64) -> Option<Pulled> {
    let mut skip = after.checked_sub(start_of(piece)).filter(|_| after < piece.log.position)?;
    let mut piece = piece.clone();
    for run in &mut piece.runs {
        while let Some((count, mark)) = run.marks.first().copied().filter(|_| skip > 0) {
            let left_out = skip.min(u64::from(count));
            skip -= left_out;
            run.first += left_out;
            match u32::try_from(u64::from(count) - left_out) {
                Ok(left) if left > 0 => run.marks[0] = (left, mark),
                _ => drop(run.marks.remove(0)),
            }
        }
    }
    piece.runs.retain(|run| !run.marks.is_empty());
    Some(piece)
}

#[cfg(test)]
mod tests {
    use ::sync::message::{Run, Source};
    use ::sync::{Epoch, Mark, Role, Standing, Timing, WriterId};

    use super::*;

    const MARK: Mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Clerk };

    fn run(first: u64, counts: &[u32]) -> Run {
        let stream = StreamId { writer: WriterId([1; 16]), incarnation: 1 };
        let marks = counts.iter().map(|count| (*count, MARK)).collect();
        Run { epoch: Epoch([1; 8]), at: UnixMillis(0), stream, first, marks, source: Source::Known }
    }

    /// Positions 11 to 20: operations 1 to 4 of which two and two are marked together, then 5 to 10.
    fn piece() -> Pulled {
        let log = LogEnd { position: 20, l: Hash([0; 32]) };
        Pulled { epoch: Epoch([1; 8]), runs: vec![run(1, &[2, 2]), run(5, &[6])], log, more: false }
    }

    #[test]
    fn a_piece_goes_on_from_where_the_copy_ends_wherever_that_is() {
        for (after, runs) in [
            (10, vec![run(1, &[2, 2]), run(5, &[6])]),
            (11, vec![run(2, &[1, 2]), run(5, &[6])]),
            (12, vec![run(3, &[2]), run(5, &[6])]),
            (14, vec![run(5, &[6])]),
            (19, vec![run(10, &[1])]),
        ] {
            assert_eq!(beyond(&piece(), after).unwrap().runs, runs, "{after}");
        }
    }

    #[test]
    fn a_piece_with_a_gap_before_it_or_nothing_new_in_it_is_left() {
        assert_eq!((beyond(&piece(), 9), beyond(&piece(), 20), beyond(&piece(), 25)), (None, None, None));
    }
}
