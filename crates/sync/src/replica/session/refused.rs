//! What a refusal leads to: to stop, or to go on without what was refused. Owns that table; refuses to let one bad
//! thing hold up the others, and to count as sent what was refused.

use super::council::{Asked, Council, Pushed, Word};
use super::{Replica, Session};
use crate::fault::{Fault, planted};
use crate::keys::Signature;
use crate::receipt::{Receipt, Received};
use crate::refusal::{Refusal, RefusalCode};
use crate::replica::trouble::Trouble;

impl Session {
    pub(super) fn refused<R: Replica>(
        &mut self,
        replica: &mut R,
        asked: Asked,
        refusal: Refusal,
        council: Option<Council>,
    ) -> Result<(), R::Error> {
        if let (Asked::Push(batch), Some(council), true) = (&asked, &council, planted(Fault::DropOnRefusal)) {
            pretend(replica, batch, council)?;
        }
        self.stop = ending(&asked, refusal);
        if self.stop.is_some() {
            self.gallery.forget();
            self.offered.forget();
            return Ok(());
        }
        if self.go_on(replica, asked, refusal.code)? == Word::Holds {
            self.council = council;
        }
        Ok(())
    }

    /// Goes on without what was refused.
    fn go_on<R: Replica>(&mut self, replica: &mut R, asked: Asked, code: RefusalCode) -> Result<Word, R::Error> {
        match asked {
            Asked::Push(batch) => self.batch_refused(&batch, code),
            Asked::Carry(batch) => return self.carried_refused(replica, &batch, code),
            Asked::Locate(asked) => {
                self.blocked.insert(asked.stream);
                self.summary.note(Trouble::BatchRefused { stream: asked.stream, first: asked.first, code });
                return Ok(Word::Holds);
            }
            // One of them, or that there are several: it shows when each goes by itself.
            Asked::Parts(parts) if parts.len() > 1 => self.gallery.go_singly(),
            Asked::Parts(parts) if code == RefusalCode::BadPicture => {
                for (hash, _) in parts {
                    self.gallery.refused(hash);
                    self.summary.note(Trouble::Picture(hash));
                }
            }
            Asked::Get(hash, _) => {
                self.gallery.fetched(hash);
                self.summary.note(Trouble::PartRefused(code));
            }
            Asked::Pull(_) => {
                self.trust = super::Trust::Off;
                self.summary.note(Trouble::PartRefused(code));
            }
            Asked::Parts(_) | Asked::Have(_) => {
                self.gallery.close();
                self.summary.note(Trouble::PartRefused(code));
            }
            Asked::Commit(_) | Asked::Circulars(_) | Asked::Hello(_) => self.summary.note(Trouble::PartRefused(code)),
        }
        Ok(Word::Holds)
    }

    /// A batch that is too large for the council goes again in halves; any other waits, and its stream with it.
    fn batch_refused(&mut self, batch: &Pushed, code: RefusalCode) {
        let count = batch.last - batch.first + 1;
        if code == RefusalCode::TooLarge && count > 1 {
            self.limits.batch_operations = usize::try_from(count / 2).unwrap_or(1);
        } else {
            self.blocked.insert(batch.stream);
            self.summary.note(Trouble::BatchRefused { stream: batch.stream, first: batch.first, code });
        }
    }
}

/// What ends the round: what passes, and what would be said to anything else too. A batch carried for another is
/// refused for the other's sake.
fn ending(asked: &Asked, refusal: Refusal) -> Option<Trouble> {
    let code = refusal.code;
    let ours = !matches!(asked, Asked::Carry(_));
    match code {
        RefusalCode::NoSession => Some(Trouble::SignIn),
        _ if code.passes() => Some(Trouble::Later(code, refusal.retry_after)),
        RefusalCode::Protocol => Some(Trouble::Refused(code)),
        RefusalCode::Revoked | RefusalCode::UnknownDevice if ours => Some(Trouble::Refused(code)),
        _ if matches!(asked, Asked::Hello(_)) => Some(Trouble::Refused(code)),
        _ => None,
    }
}

/// What a program does that drops on refusal: it takes the batch for received.
fn pretend<R: Replica>(replica: &mut R, batch: &Pushed, council: &Council) -> Result<(), R::Error> {
    let (place, h) = (replica.place()?, replica.hash_at(batch.stream, batch.last)?);
    let received = h.map(|h| Received {
        epoch: council.epoch,
        register: place.register,
        stream: batch.stream,
        n: batch.last,
        h,
        log: place.log,
        at: crate::identity::UnixMillis(0),
    });
    let receipt = received.map(|received| Receipt { received, signature: Signature([0; 64]) });
    receipt.map_or(Ok(()), |receipt| replica.acknowledge(&receipt))
}
