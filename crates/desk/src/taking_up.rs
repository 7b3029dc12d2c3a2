//! A register is taken up by this computer: it writes there as itself, and as what comes after all that it ever offered
//! to anybody. Owns when a register goes on as a new incarnation; how, the register knows.

use register::{Register, WriterId};

use crate::clock::Moment;
use crate::error::Result;
use crate::identity::PublicIdentity;
use crate::office::{Office, named_by};

/// Why a register goes on as a new incarnation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenUp {
    /// Another computer wrote in it before, or this one before it had keys.
    FromAnother {
        /// The new one.
        incarnation: u64,
    },
    /// It is older than what this computer offered to the council: it was restored from a copy.
    Restored {
        /// The new one.
        incarnation: u64,
    },
}

impl Office {
    /// Sees to it that this computer writes in a register as itself and as what comes after all that it ever offered to
    /// anybody: a register of another computer, or one behind its anchor, goes on as a new incarnation. Tells which, where
    /// it opened one. A computer without keys has offered nothing.
    ///
    /// # Errors
    /// When the register or the anchor cannot be written.
    pub fn take_up(&self, register: &mut Register) -> Result<Option<TakenUp>> {
        let Some(public) = PublicIdentity::read(self.folder())? else { return Ok(None) };
        let Some(id) = named_by(register)? else { return Ok(None) };
        let (writer, at) = (WriterId::of(public.device(), id), Moment::now().millis());
        if register.read().writer()?.0 != writer {
            let known = self.anchors().of(writer).map_or(0, |anchor| anchor.end.stream.incarnation);
            let incarnation = register.continue_as(writer, known, at)?;
            self.anchors().begin(id, writer, incarnation)?;
            return Ok(Some(TakenUp::FromAnother { incarnation }));
        }
        match self.anchors().of(writer) {
            Some(anchor) if anchor.is_ahead_of(register)? => {
                let incarnation = register.continue_as(writer, anchor.end.stream.incarnation, at)?;
                self.anchors().begin(id, writer, incarnation)?;
                Ok(Some(TakenUp::Restored { incarnation }))
            }
            _ => Ok(None),
        }
    }
}
