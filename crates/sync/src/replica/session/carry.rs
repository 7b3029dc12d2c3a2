//! Batches of others that the council lost, offered once the copy is in step. Owns which were offered; refuses to
//! judge them: they prove themselves.

use std::collections::VecDeque;

use super::council::{Asked, Council, Word};
use super::{Replica, Session};
use crate::fault::{Fault, planted};
use crate::identity::StreamId;
use crate::message::Request;
use crate::receipt::Receipt;
use crate::refusal::RefusalCode;
use crate::replica::store::Carried;
use crate::replica::trouble::Trouble;

/// What is left to offer; `None`: the copy has not been asked.
#[derive(Debug, Default)]
pub(super) struct Offered(Option<VecDeque<Carried>>);

impl Offered {
    pub(super) fn is_under_way(&self) -> bool {
        self.0.as_ref().is_some_and(|left| !left.is_empty())
    }

    /// The copy is asked again.
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }

    /// What stands behind a batch that was not taken would not be either.
    pub(super) fn drop_stream(&mut self, stream: StreamId) -> Word {
        if let Some(left) = self.0.as_mut() {
            left.retain(|batch| batch.stream != stream);
        }
        Word::Holds
    }
}

impl Session {
    pub(super) fn carry<R: Replica>(&mut self, replica: &R) -> Result<Option<(Asked, Request)>, R::Error> {
        if planted(Fault::CarriedNotOffered) {
            return Ok(None);
        }
        if self.offered.0.is_none() {
            self.offered.0 = Some(replica.carried()?.into());
        }
        let next = self.offered.0.as_mut().and_then(VecDeque::pop_front);
        Ok(next.map(|batch| (Asked::Carry(batch.clone()), Request::Push(batch.frame))))
    }

    /// The council's log has grown; the pull that follows brings the batch into the copy of it.
    pub(super) fn carried(&mut self, batch: &Carried, receipt: &Receipt, council: &mut Council) -> Word {
        if receipt.received.stream != batch.stream || receipt.received.n < batch.last {
            self.summary.note(Trouble::FalseReceipt(batch.stream));
            return self.offered.drop_stream(batch.stream);
        }
        self.summary.batches_carried += 1;
        council.log = council.log.max(receipt.received.log.position);
        Word::Holds
    }

    pub(super) fn carried_forked<R: Replica>(&mut self, replica: &mut R, batch: &Carried) -> Result<Word, R::Error> {
        self.summary.note(Trouble::CarriedForked(batch.stream));
        replica.settled(batch)?;
        Ok(Word::Holds)
    }

    pub(super) fn carried_refused<R: Replica>(
        &mut self,
        replica: &mut R,
        batch: &Carried,
        code: RefusalCode,
    ) -> Result<Word, R::Error> {
        self.summary.note(Trouble::CarriedRefused { stream: batch.stream, code });
        replica.settled(batch)?;
        Ok(Word::Holds)
    }
}
