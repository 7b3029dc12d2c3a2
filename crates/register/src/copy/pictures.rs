//! Pictures on their way: to the council, and from it. One is shown only when its bytes hash to its name.

use sync::Hash;

use crate::error::{Error, Result};
use crate::read::Reading;
use crate::register::Register;
use crate::table::{council, photographs};

impl Reading<'_> {
    /// Pictures that the register shows and has, and of which no word has come in the present life of the council's
    /// database that it has them, with their sizes in bytes.
    ///
    /// # Errors
    /// When they cannot be read; so for every method here.
    pub fn pictures_to_send(&self) -> Result<Vec<(Hash, u32)>> {
        let epoch = council::read(self.connection)?.and_then(|council| council.epoch);
        photographs::to_send(self.connection, epoch)
    }

    /// Pictures that the register shows and has not, with how many bytes of each are here.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn pictures_to_fetch(&self) -> Result<Vec<(Hash, u32)>> {
        photographs::to_fetch(self.connection)
    }

    /// A picture's bytes.
    ///
    /// # Errors
    /// [`Error::DoesNotContinue`] when it is not here; [`Error::Corrupt`] when the bytes are not those of the name.
    pub fn picture(&self, hash: Hash) -> Result<Vec<u8>> {
        self.photograph(hash)?.ok_or_else(|| Error::does_not_continue(format!("picture {hash} is not here")))
    }
}

impl Register {
    /// The council has this picture, whole and verified (or, `false`, has it no longer).
    ///
    /// # Errors
    /// [`Error::NotEnrolled`]; or when it cannot be written.
    pub fn picture_sent(&mut self, hash: Hash, there: bool) -> Result<()> {
        let epoch = self.epoch()?;
        self.at_once(|connection| photographs::sent(connection, hash, epoch, there))
    }

    /// Keeps the next bytes of a picture. When `size` is reached they are checked against the name and, if they are not
    /// of it, thrown away. Tells whether the picture is whole now.
    ///
    /// # Errors
    /// [`Error::DoesNotContinue`] when they begin beyond those here, or go beyond the size.
    pub fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> Result<bool> {
        self.at_once(|connection| {
            let mut here = photographs::parts(connection, hash)?;
            let (from, end) = (offset as usize, u64::from(offset) + bytes.len() as u64);
            if from > here.len() || end > u64::from(size) {
                return Err(Error::does_not_continue(format!("picture {hash}: byte {offset} is not the next")));
            }
            // What came twice counts once.
            let (first, new) = (here.len(), bytes.get(here.len() - from..).unwrap_or_default());
            here.extend_from_slice(new);
            if here.len() as u64 != u64::from(size) {
                let first = u32::try_from(first).unwrap_or(u32::MAX);
                return if new.is_empty() {
                    Ok(false)
                } else {
                    photographs::keep_part(connection, hash, first, new).map(|()| false)
                };
            }
            photographs::drop_parts(connection, hash)?;
            let whole = blake3::hash(&here).as_bytes() == &hash.0;
            if whole {
                photographs::keep(connection, &here)?;
            }
            Ok(whole)
        })
    }
}
