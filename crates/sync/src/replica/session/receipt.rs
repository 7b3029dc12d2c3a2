//! Receipts as they come. Owns the question whether one is believed; refuses every one that the council did not sign,
//! of another life of its database than the present, or of other operations than these.

use super::council::{Council, Pushed, Word};
use super::{Replica, Session};
use crate::fault::{Fault, planted};
use crate::receipt::{Receipt, Received};
use crate::replica::trouble::Trouble;

impl Session {
    pub(super) fn stored<R: Replica>(
        &mut self,
        replica: &mut R,
        batch: &Pushed,
        receipt: &Receipt,
        council: &mut Council,
    ) -> Result<Word, R::Error> {
        let place = replica.place()?;
        let received = &receipt.received;
        let ours = received.register == place.register && received.stream == batch.stream && received.n >= batch.last;
        if !(ours && (receipt.is_of(&place.council) || planted(Fault::ReceiptUnverified))) {
            self.blocked.insert(batch.stream);
            self.summary.note(Trouble::FalseReceipt(batch.stream));
            return Ok(Word::Holds);
        }
        if received.epoch != council.epoch && !planted(Fault::ReceiptUnverified) {
            return Ok(self.stale(batch));
        }
        let own = place.streams.iter().find(|own| own.stream == batch.stream);
        match replica.hash_at(batch.stream, received.n)? {
            Some(h) if h == received.h => {
                let known = own.map_or(0, |own| own.acknowledged);
                let end = own.map_or(0, |own| own.n).min(received.n);
                replica.acknowledge(receipt)?;
                self.summary.operations_sent += end.saturating_sub(known);
                Ok(took(council, batch, received))
            }
            Some(_) => self.doubted(replica, batch.stream, council),
            // It has more than this copy: hello tells what to do.
            None => Ok(Word::Void),
        }
    }

    /// The council's database began another life since hello: hello again. Should it then give the same receipt, the
    /// stream waits.
    fn stale(&mut self, batch: &Pushed) -> Word {
        self.summary.note(Trouble::StaleReceipt(batch.stream));
        if !self.stale.insert(batch.stream) {
            self.blocked.insert(batch.stream);
        }
        Word::Void
    }
}

fn took(council: &mut Council, batch: &Pushed, received: &Received) -> Word {
    let n = if planted(Fault::CutResendsAll) { batch.last } else { received.n };
    let end = council.ends.entry(received.stream).or_insert(0);
    *end = n.max(*end);
    council.log = council.log.max(received.log.position);
    Word::Holds
}
