//! The council's side: takes in batches, answers, orders everything into one log for each register. Owns the decisions;
//! refuses to keep anything (a store reads the facts and writes the decision, in one transaction), and to know who
//! asks beyond what the message itself proves (the server's sessions and roles do).

mod facts;
mod lease;
mod ledger;
mod locate;
mod log_fold;
mod mark;
mod own;
mod pictures;
mod pull;
mod push;
mod receive;
mod transfer;
mod welcome;

pub use facts::{Append, Enrolled, Here, PushFacts, StoredStream};
pub use lease::{PARTIAL_NUMBERS, WHOLE_NUMBERS};
pub use ledger::{Ledger, Pictures, Quarantined, QuarantinedBecause, StoredRun};
pub use log_fold::folded;
pub use own::{Own, write_own};
pub use pictures::{MOST_PART, MOST_PICTURE, answer_picture, take_part};
pub use push::{Opened, push_opened, release};
pub use receive::{Outcome, receive};
pub use transfer::{NotMoved, Transfer, transfer};

use crate::identity::DeviceId;
use crate::message::{Answer, Request};
use crate::refusal::RefusalCode;

/// Answers a request, within one transaction: what it changes is durable when the store commits, and the answer leaves
/// only after that. Requests for pictures are [`answer_picture`]'s.
///
/// # Errors
/// When the store does not answer; nothing is kept then.
pub fn answer<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, request: Request) -> Result<Answer, L::Error> {
    match request {
        Request::Hello(hello) => welcome::hello(ledger, here, &hello),
        Request::Commit(head) => push::commit(ledger, here, &head),
        Request::Push(frame) => push::push(ledger, here, frame),
        Request::Pull(asked) => pull::pull(ledger, here, &asked),
        Request::Locate(asked) => locate::locate(ledger, &asked),
        Request::Circulars(after) => Ok(Answer::Circulars(ledger.circulars(after)?)),
        Request::PicturesHave(..) | Request::PicturePart(_) | Request::PictureParts(_) | Request::PictureGet(..) => {
            refuse(ledger, here, None, RefusalCode::Malformed)
        }
    }
}

/// A refusal, noted for the audit.
fn refuse<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    device: Option<DeviceId>,
    code: RefusalCode,
) -> Result<Answer, L::Error> {
    ledger.refused(device, code, here.now)?;
    Ok(Answer::Refused(code.into()))
}

impl Enrolled {
    /// Why a device of which this is known has no say in the register, if it has none. A foreign centre comes before
    /// a revocation: nothing for it is kept, not even aside.
    fn barred(enrolled: Option<&Enrolled>) -> Option<RefusalCode> {
        match enrolled {
            None => Some(RefusalCode::UnknownDevice),
            Some(device) if !device.in_scope => Some(RefusalCode::ForeignCentre),
            Some(device) if device.revoked => Some(RefusalCode::Revoked),
            Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
