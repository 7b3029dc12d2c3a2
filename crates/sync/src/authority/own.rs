//! What the council itself writes to a register: departures and arrivals, and what its operators decide. Owns the council's
//! stream; refuses to judge what is written (the fold does, as it does everybody's).

use crate::chain::chain_start;
use crate::frame::Frame;
use crate::identity::{About, RegisterId, StreamId, WriterId};
use crate::kind::Kind;
use crate::receipt::Receipt;
use crate::record::{FieldWrite, Record};

use super::facts::Here;
use super::ledger::Ledger;
use super::push;
use super::receive::{Outcome, receive};

/// An operation of the council's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// What it writes about.
    pub about: About,
    /// The named operation.
    pub kind: Kind,
    /// The fields written.
    pub fields: Vec<FieldWrite>,
    /// Who at the council asks, for the history.
    pub actor: String,
}

/// Appends one operation to the council's own stream of a register, within one transaction. `None`: it is larger than a
/// batch holds, and nothing was written.
///
/// # Errors
/// When the store does not answer.
pub fn write_own<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    register: RegisterId,
    own: Own,
) -> Result<Option<Receipt>, L::Error> {
    let stream = own_stream(here, register);
    let start = chain_start(stream.writer, stream.incarnation);
    let (n, h) = ledger.stream(stream)?.map_or((0, start), |stored| (stored.n, stored.h));
    let Own { about, kind, fields, actor } = own;
    let record = Record { n: n + 1, about, kind, fields, actor, at: here.now, schema: 0 };
    let sealed = Frame::seal(here.key, register, stream.incarnation, n + 1, h, &[record.to_bytes()]);
    let Some((bytes, frame)) = sealed.ok().and_then(|bytes| Frame::open(&bytes).ok().map(|frame| (bytes, frame)))
    else {
        return Ok(None);
    };
    let facts = push::facts(ledger, here, &frame)?;
    let Outcome::Append(append) = receive(&frame, &facts, here) else { return Ok(None) };
    ledger.append(&append, &bytes)?;
    Ok(Some(append.receipt))
}

/// The council writes in another stream in each life of its database: a restored one does not know how far it was.
fn own_stream(here: &Here<'_>, register: RegisterId) -> StreamId {
    let writer = WriterId::of(here.key.public().device(), register);
    StreamId { writer, incarnation: u64::from_le_bytes(here.epoch.0).max(1) }
}
