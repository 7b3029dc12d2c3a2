//! Own operations on their way to the council: anchored, committed to where there are many, a batch at a time. Owns
//! that order; refuses to offer what is not anchored and to send what the council has.

use super::council::{Asked, Council, Pushed, Word};
use super::{Place, Replica, Session};
use crate::fault::{Fault, planted};
use crate::head::SignedHead;
use crate::message::{Request, StreamEnd};
use crate::replica::batch::Batch;
use crate::replica::store::OwnStream;
use crate::replica::trouble::Trouble;

impl Session {
    /// The next of what the council has not, oldest stream first.
    pub(super) fn push<R: Replica>(
        &mut self,
        replica: &mut R,
        place: &Place,
        council: &mut Council,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        for own in &place.streams {
            let end = council.end(own.stream);
            if own.n > end && !self.blocked.contains(&own.stream) {
                let asked = self.offer(replica, place, own, end + 1, council)?;
                if asked.is_some() {
                    return Ok(asked);
                }
            }
        }
        Ok(None)
    }

    /// Asks again for a receipt that was lost on its way, with the stream's last operation: the council has it all.
    pub(super) fn ask_receipt<R: Replica>(
        &mut self,
        replica: &mut R,
        place: &Place,
        council: &mut Council,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        for own in &place.streams {
            let end = council.end(own.stream);
            let there = own.n > 0 && own.n <= end && own.acknowledged < own.n && !self.blocked.contains(&own.stream);
            if there && replica.hash_at(own.stream, end)?.is_some() && council.receipts.insert(own.stream) {
                return self.offer(replica, place, own, own.n, council);
            }
        }
        Ok(None)
    }

    fn offer<R: Replica>(
        &mut self,
        replica: &mut R,
        place: &Place,
        own: &OwnStream,
        first: u64,
        council: &mut Council,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        let Some(batch) = Batch::choose(replica, place.register, own.stream, (first, own.n), &self.limits)? else {
            self.block(own, Trouble::TooLarge { stream: own.stream, n: first });
            return Ok(None);
        };
        self.anchor(replica, place)?;
        if batch.last < own.n && own.committed < own.n && council.commitments.insert(own.stream) {
            let head = SignedHead::sign(replica.key(), place.register, own.stream.incarnation, own.n, own.h);
            return Ok(Some((Asked::Commit(head), Request::Commit(head))));
        }
        let pushed = Pushed { stream: own.stream, first: batch.first, last: batch.last };
        Ok(Some((Asked::Push(pushed), Request::Push(batch.bytes))))
    }

    /// Once for each end that the stream written now has come to. It stands for the older ones, which grow no more; an
    /// anchor never goes back to one of them.
    fn anchor<R: Replica>(&mut self, replica: &mut R, place: &Place) -> Result<(), R::Error> {
        let Some(end) = place.streams.last().map(OwnStream::end) else { return Ok(()) };
        if self.anchored.is_none_or(|anchored| anchored < (end.stream, end.n)) {
            if !planted(Fault::AnchorAfterOffering) {
                replica.anchor(end)?;
            }
            self.anchored = Some((end.stream, end.n));
        }
        Ok(())
    }

    pub(super) fn block(&mut self, own: &OwnStream, trouble: Trouble) {
        self.blocked.insert(own.stream);
        self.summary.note(trouble);
    }

    /// Operations are missing at the council before the batch: it goes on from there, if that is the same stream.
    pub(super) fn gap<R: Replica>(
        &mut self,
        replica: &R,
        batch: &Pushed,
        end: StreamEnd,
        council: &mut Council,
    ) -> Result<Word, R::Error> {
        if end.stream != batch.stream || end.n + 1 >= batch.first {
            self.blocked.insert(batch.stream);
            self.nonsense();
            return Ok(Word::Void);
        }
        let place = replica.place()?;
        let acknowledged =
            place.streams.iter().find(|own| own.stream == batch.stream).map_or(0, |own| own.acknowledged);
        if end.n < acknowledged {
            // It had more: it was restored, and hello shows it the receipt.
            return Ok(Word::Void);
        }
        let here = if end.n == 0 { None } else { replica.hash_at(end.stream, end.n)? };
        if end.n > 0 && here.is_none_or(|h| h.tag() != end.tag) {
            return self.doubted(replica, batch.stream, council);
        }
        council.ends.insert(batch.stream, end.n);
        Ok(Word::Holds)
    }
}
