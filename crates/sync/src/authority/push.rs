//! Batches and commitments as they come: reads the facts, lets them be judged, writes the decision. Owns which facts
//! are read; refuses to judge.

use crate::fault::{Fault, planted};
use crate::frame::Frame;
use crate::head::SignedHead;
use crate::identity::DeviceId;
use crate::keys::PublicKey;
use crate::message::Answer;
use crate::refusal::RefusalCode;
use crate::role::Role;

use super::facts::{Enrolled, Here, PushFacts};
use super::ledger::{Ledger, Quarantined, QuarantinedBecause};
use super::receive::{Outcome, receive};
use super::refuse;

/// Keeps a signed head whose operations follow.
pub(super) fn commit<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    head: &SignedHead,
) -> Result<Answer, L::Error> {
    let enrolled = ledger.enrolled(head.device, head.register)?;
    let forged = enrolled.is_some_and(|device| !head.is_of(&device.key));
    let code = if forged { Some(RefusalCode::BadSignature) } else { Enrolled::barred(enrolled.as_ref()) };
    if let Some(code) = code {
        return refuse(ledger, here, Some(head.device), code);
    }
    ledger.keep_head(head, here.now)?;
    Ok(Answer::Committed(here.now))
}

/// A batch that was opened, and its signature checked, before the transaction that takes it in: what takes time and asks
/// nothing of the store.
#[derive(Clone, Debug)]
pub struct Opened {
    bytes: Vec<u8>,
    frame: Frame,
    signed_by: Option<PublicKey>,
}

impl Opened {
    /// Unpacks a batch within its limits and computes its chain.
    ///
    /// # Errors
    /// When it does not read: the code of the refusal.
    pub fn open(bytes: Vec<u8>) -> Result<Opened, RefusalCode> {
        let frame = Frame::open(&bytes).map_err(crate::frame::FrameError::code)?;
        Ok(Opened { bytes, frame, signed_by: None })
    }

    /// The device that is said to have signed it.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.frame.head.device
    }

    /// Checks the signature. One that is not good under this key is checked again, and refused, when it is taken in.
    pub fn check(&mut self, key: &PublicKey) {
        self.signed_by = Some(*key).filter(|key| self.frame.head.is_of(key));
    }
}

/// Takes in a batch.
pub(super) fn push<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, bytes: Vec<u8>) -> Result<Answer, L::Error> {
    match Opened::open(bytes) {
        Ok(opened) => push_opened(ledger, here, &opened),
        Err(code) => refuse(ledger, here, None, code),
    }
}

/// Takes in an opened batch, as [`super::answer`] does.
///
/// # Errors
/// When the store does not answer; nothing is kept then.
pub fn push_opened<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, opened: &Opened) -> Result<Answer, L::Error> {
    let facts = PushFacts { signed_by: opened.signed_by, ..facts(ledger, here, &opened.frame)? };
    decide(ledger, here, &opened.frame, &facts, &opened.bytes)
}

/// Takes in a batch that was kept aside because its device was revoked: an operator looked at it and answers for it.
/// A forked batch stays aside, for its place is taken.
///
/// # Errors
/// When the store does not answer; nothing is kept then.
pub fn release<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, bytes: &[u8]) -> Result<Answer, L::Error> {
    match Frame::open(bytes) {
        Ok(frame) => {
            let mut facts = facts(ledger, here, &frame)?;
            facts.device = facts.device.map(|device| Enrolled { revoked: false, ..device });
            decide(ledger, here, &frame, &facts, bytes)
        }
        Err(error) => refuse(ledger, here, None, error.code()),
    }
}

/// What is known of a batch. The council's own, lost with a database and offered again, is known by its key.
pub(super) fn facts<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, frame: &Frame) -> Result<PushFacts, L::Error> {
    let (register, stream) = (frame.head.register, frame.head.stream());
    let key = here.key.public();
    let council = Some(Enrolled { key, role: Role::Council, revoked: false, in_scope: true });
    let closes = ledger.closes(register.year)?;
    let closed = closes.filter(|closes| here.now >= *closes);
    let stored = ledger.stream(stream)?;
    Ok(PushFacts {
        device: if key.device() == frame.head.device {
            council
        } else {
            ledger.enrolled(frame.head.device, register)?
        },
        signed_by: None,
        stream: stored,
        behind_fork: is_behind_fork(ledger, frame, stored.map_or(0, |stored| stored.n))?,
        h_at_last: ledger.hash_at(stream, frame.head.n)?,
        log: ledger.log_end(register)?,
        last_incarnation: ledger.last_incarnation(stream.writer)?,
        closes,
        commitments: closed.map_or(Ok(Vec::new()), |closes| ledger.commitments(stream, closes))?,
        short_codes: closed.map_or(Ok(Vec::new()), |closes| ledger.short_codes(register, closes))?,
    })
}

/// Whether what stands before the batch is kept aside: then nothing is missing before it, for its stream forked there.
fn is_behind_fork<L: Ledger + ?Sized>(ledger: &mut L, frame: &Frame, stored: u64) -> Result<bool, L::Error> {
    if frame.first <= stored.saturating_add(1) {
        return Ok(false);
    }
    let aside = ledger.forked_at(frame.head.stream(), frame.first - 1)?;
    let ends_so = |aside: Frame| aside.hash_at(frame.first - 1) == Some(frame.before);
    Ok(aside.iter().any(|bytes| Frame::open(bytes).is_ok_and(ends_so)))
}

fn decide<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    frame: &Frame,
    facts: &PushFacts,
    bytes: &[u8],
) -> Result<Answer, L::Error> {
    match receive(frame, facts, here) {
        Outcome::Append(append) => {
            ledger.append(&append, bytes)?;
            Ok(Answer::Stored(append.receipt))
        }
        Outcome::Repeat(receipt) => Ok(Answer::Stored(receipt)),
        Outcome::Gap(end) => Ok(Answer::Gap(end)),
        Outcome::Fork { next_incarnation } => {
            aside(ledger, here, frame, QuarantinedBecause::Forked, bytes)?;
            Ok(Answer::Forked { next_incarnation })
        }
        Outcome::Refuse(code) => {
            if code == RefusalCode::Revoked {
                aside(ledger, here, frame, QuarantinedBecause::Revoked, bytes)?;
            }
            refuse(ledger, here, Some(frame.head.device), code)
        }
    }
}

fn aside<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    frame: &Frame,
    why: QuarantinedBecause,
    bytes: &[u8],
) -> Result<(), L::Error> {
    if planted(Fault::QuarantineDropped) {
        return Ok(());
    }
    let (device, register, stream) = (frame.head.device, frame.head.register, frame.head.stream());
    let (first, last, at) = (frame.first, frame.head.n, here.now);
    ledger.quarantine(&Quarantined { why, device, register, stream, first, last, at, frame: bytes.to_vec() })
}
