//! The answer to a device's opening: where both stand to each other, and whether the council is the one that is
//! behind. Owns that comparison; refuses to change anything but leases and, on proof, the database's life.

use crate::chain::chain_start;
use crate::fault::{Fault, planted};
use crate::identity::{DeviceId, RegisterId, Tag, WriterId};
use crate::log::LogEnd;
use crate::message::{Answer, Hello, Lease, StreamEnd, StreamState, Welcome};
use crate::refusal::RefusalCode;
use crate::role::Role;

use super::facts::{Enrolled, Here};
use super::ledger::Ledger;
use super::{lease, refuse};

/// The most streams or lives that a device names.
const MOST_NAMED: usize = 1_000;

pub(super) fn hello<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, hello: &Hello) -> Result<Answer, L::Error> {
    let enrolled = ledger.enrolled(hello.device, hello.register)?;
    match (enrolled, Enrolled::barred(enrolled.as_ref())) {
        (_, Some(code)) => refuse(ledger, here, Some(hello.device), code),
        _ if hello.streams.len().max(hello.lineage.len()) > MOST_NAMED => {
            refuse(ledger, here, Some(hello.device), RefusalCode::TooLarge)
        }
        (enrolled, None) => {
            let epoch = if is_shown_up(ledger, here, hello)? { ledger.begin_epoch()? } else { here.epoch };
            let here = Here { epoch, ..*here };
            welcome(ledger, &here, hello, enrolled.map(|device| device.role)).map(Answer::Welcome)
        }
    }
}

/// Whether the device's receipt of this life speaks of what is not here: the database was restored under its old name.
fn is_shown_up<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, hello: &Hello) -> Result<bool, L::Error> {
    let Some(receipt) = hello.proof else { return Ok(false) };
    let of_here = receipt.received.epoch == here.epoch && receipt.received.register == hello.register;
    if planted(Fault::OldEpoch) || !of_here || !receipt.is_of(&here.key.public()) {
        return Ok(false);
    }
    let received = receipt.received;
    let stream = ledger.hash_at(received.stream, received.n)?;
    let log = ledger.log_at(hello.register, received.log.position)?;
    Ok(stream != Some(received.h) || log != Some(received.log.l))
}

fn welcome<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    hello: &Hello,
    role: Option<Role>,
) -> Result<Welcome, L::Error> {
    let writer = WriterId::of(hello.device, hello.register);
    let log = ledger.log_end(hello.register)?;
    let (common, prove) = common(ledger, here, hello, log)?;
    let named = hello.streams.iter().filter(|end| end.stream.writer == writer);
    let highest = named.map(|end| end.stream.incarnation).max().unwrap_or(0);
    let newer = ledger.circulars(hello.circular)?;
    Ok(Welcome {
        epoch: here.epoch,
        now: here.now,
        closes: ledger.closes(hello.register.year)?,
        streams: hello.streams.iter().map(|end| state(ledger, writer, end)).collect::<Result<_, _>>()?,
        next_incarnation: ledger.last_incarnation(writer)?.max(highest).saturating_add(1),
        log,
        common,
        prove,
        others: others(ledger, here, hello, common)?,
        leases: leases(ledger, hello.register, hello.device, role)?,
        circular: newer.last().map_or(hello.circular, |newest| newest.circular.number),
    })
}

/// What is here of a stream of the device. That the device is ahead is no fork; that it is behind it sees itself.
fn state<L: Ledger + ?Sized>(ledger: &mut L, writer: WriterId, asked: &StreamEnd) -> Result<StreamState, L::Error> {
    let stream = asked.stream;
    let stored = if stream.writer == writer { ledger.stream(stream)? } else { None };
    let start = chain_start(stream.writer, stream.incarnation);
    let (n, h) = stored.map_or((0, start), |stored| (stored.n, stored.h));
    let here = if (1..=n).contains(&asked.n) { ledger.hash_at(stream, asked.n)? } else { None };
    let forked = here.is_some_and(|h| h.tag() != asked.tag);
    Ok(StreamState { end: StreamEnd { stream, n, tag: h.tag() }, forked })
}

/// The last position in common, and whether the device's copy shows that this database may be behind.
fn common<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    hello: &Hello,
    end: LogEnd,
) -> Result<(u64, bool), L::Error> {
    let (position, tag) = hello.log;
    let shared = shared(ledger, hello)?.min(position).min(end.position);
    let differs = shared == position && tag_at(ledger, hello.register, position)?.is_some_and(|here| here != tag);
    let in_this_life = hello.lineage.last().is_some_and(|newest| newest.epoch == here.epoch);
    let prove = in_this_life && (position > end.position || differs);
    Ok((if differs { 0 } else { shared }, prove))
}

/// Up to where the device took in its copy within a life that this database has lived through.
fn shared<L: Ledger + ?Sized>(ledger: &mut L, hello: &Hello) -> Result<u64, L::Error> {
    for passage in hello.lineage.iter().rev() {
        if let Some(last) = ledger.last_position_in(hello.register, passage.epoch)? {
            return Ok(last.min(passage.until));
        }
    }
    Ok(0)
}

fn tag_at<L: Ledger + ?Sized>(ledger: &mut L, register: RegisterId, position: u64) -> Result<Option<Tag>, L::Error> {
    let l = if position == 0 { None } else { ledger.log_at(register, position)? };
    Ok(l.map(|l| l.tag()))
}

/// Every stream's end here, for a device that has seen another life of this database and may hold what was lost since.
/// It is told each time, for it may be cut off before it has offered everything.
fn others<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    hello: &Hello,
    common: u64,
) -> Result<Vec<StreamEnd>, L::Error> {
    let another_life = hello.lineage.iter().any(|passage| passage.epoch != here.epoch);
    if another_life || common < hello.log.0 { ledger.streams_of(hello.register) } else { Ok(Vec::new()) }
}

/// The device's numbers; those who enter candidates are given some when they first ask.
fn leases<L: Ledger + ?Sized>(
    ledger: &mut L,
    register: RegisterId,
    device: DeviceId,
    role: Option<Role>,
) -> Result<Vec<Lease>, L::Error> {
    let mut leased = ledger.leases(register)?;
    if matches!(role, Some(Role::Clerk | Role::Head | Role::Scde)) {
        for (holder, leases) in lease::changes(&leased, device) {
            ledger.lease(register, holder, &leases)?;
            leased.retain(|(other, _)| *other != holder);
            leased.extend(leases.into_iter().map(|lease| (holder, lease)));
        }
    }
    Ok(leased.into_iter().filter(|(holder, _)| *holder == device).map(|(_, lease)| lease).collect())
}
