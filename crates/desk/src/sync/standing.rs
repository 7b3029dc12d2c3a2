//! How a register stands with the council, from what is on this computer: no network is asked. Owns the next step that
//! it comes to; the numbers are the register's.

use ::sync::short_code;
use register::{Register, RegisterId, SyncState};

use super::enrolment::Enrolment;
use crate::desk::Desk;
use crate::error::Result;
use crate::office::{Office, named_by};

/// How a register stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its name, where its centre's code reads.
    pub register: Option<RegisterId>,
    /// What is known of the council; `None`: this computer is not enrolled.
    pub enrolment: Option<Enrolment>,
    /// The numbers.
    pub state: SyncState,
    /// Fields that two people wrote apart.
    pub conflicts: usize,
    /// Operations without effect, or not yet.
    pub held: usize,
    /// Photographs that the council is not known to have.
    pub pictures: u64,
    /// What to do next.
    pub next: Next,
}

/// The next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Make this computer known to the council.
    Enrol,
    /// Decide which of two values is right.
    Resolve,
    /// Send what waits; it is not even committed.
    Sync,
    /// Send what waits; it is committed, so it is in time.
    SyncCommitted,
    /// Send the photographs.
    SyncPictures,
    /// Look at what is held.
    Held,
    /// Nothing.
    Nothing,
}

impl Next {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Next::Enrol => "ask KNEC or the sub-county's office for an enrolment code, then `daftari enrol URL CODE`",
            Next::Resolve => "decide what two people wrote differently: `daftari conflicts`",
            Next::Sync => {
                "send what waits: `daftari sync`; without a network, `daftari bundle export` to a stick, or `daftari short-code` by SMS"
            }
            Next::SyncCommitted => {
                "what waits is committed and so in time; send it with the next network: `daftari sync`"
            }
            Next::SyncPictures => "send the photographs: `daftari sync`, where data is cheap",
            Next::Held => "look at what is held: `daftari conflicts`",
            Next::Nothing => "nothing: the council has everything",
        }
    }

    fn of(standing: &Standing) -> Next {
        let state = &standing.state;
        match () {
            () if standing.enrolment.is_none() => Next::Enrol,
            () if state.waiting > 0 || state.contact.is_none() => Next::Sync,
            () if standing.conflicts > 0 => Next::Resolve,
            () if state.committed > 0 => Next::SyncCommitted,
            () if standing.pictures > 0 => Next::SyncPictures,
            () if standing.held > 0 => Next::Held,
            () => Next::Nothing,
        }
    }
}

/// How a register stands.
///
/// # Errors
/// When it cannot be read.
pub fn standing(office: &Office, desk: &Desk) -> Result<Standing> {
    let reading = desk.register().read();
    let state = reading.sync_state()?;
    let mut standing = Standing {
        register: named_by(desk.register())?,
        enrolment: Enrolment::read(office.folder())?,
        conflicts: reading.conflicts()?.len(),
        held: reading.held()?.len(),
        pictures: state.pictures_to_send,
        state,
        next: Next::Nothing,
    };
    standing.next = Next::of(&standing);
    Ok(standing)
}

/// The letters that commit, by SMS, to all that was written so far; `None` where nothing was, or the centre has no name.
///
/// # Errors
/// When the register cannot be read.
pub fn short_code_of(register: &Register) -> Result<Option<String>> {
    let Some(id) = named_by(register)? else { return Ok(None) };
    let (head, (writer, _)) = (register.head()?, register.read().writer()?);
    let stream = register::StreamId { writer, incarnation: head.incarnation };
    Ok((head.n > 0).then(|| short_code(id, stream, head.n, head.h)))
}
