//! The council's word as it comes in: enrolment, receipts, commitments, what it said of time and numbers, circulars,
//! and its say on batches carried for others.

use sync::circular::SignedCircular;
use sync::message::Lease;
use sync::replica::Carried;
use sync::{Epoch, PublicKey, Receipt, RegisterId, SignedHead, UnixMillis};

use crate::error::{Error, Result};
use crate::read::Reading;
use crate::register::Register;
use crate::table::{carried, circulars, council, leases, receipts};

impl Register {
    /// Notes under which name the register is enrolled, and the council's key, which is believed from now on.
    ///
    /// # Errors
    /// When it cannot be written; so for every method here.
    pub fn enrol(&mut self, register: RegisterId, council: PublicKey) -> Result<()> {
        self.at_once(|connection| council::set(connection, register, council))
    }

    /// Keeps a receipt that verified, and whose hash is the stream's own.
    ///
    /// # Errors
    /// [`Error::DoesNotContinue`] when the hash is not the stream's.
    pub fn acknowledge(&mut self, receipt: &Receipt) -> Result<()> {
        let said = receipt.received;
        if self.read().hash_at(said.stream, said.n)? != Some(said.h) {
            return Err(Error::does_not_continue("the receipt is for another operation than is here"));
        }
        self.at_once(|connection| receipts::keep(connection, receipt))
    }

    /// Notes that the council keeps this head.
    ///
    /// # Errors
    /// [`Error::NotEnrolled`], also while the council was never asked.
    pub fn committed(&mut self, head: &SignedHead, at: UnixMillis) -> Result<()> {
        let epoch = self.epoch()?;
        self.at_once(|connection| receipts::keep_head(connection, epoch, head, at))
    }

    /// Takes what the council said of time and numbers.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn told(&mut self, now: UnixMillis, closes: Option<UnixMillis>, leases: &[Lease]) -> Result<()> {
        self.at_once(|connection| {
            council::set_told(connection, now, closes)?;
            leases::replace(connection, leases)
        })
    }

    /// The council has had its say on a batch carried for another.
    ///
    /// # Errors
    /// [`Error::NotEnrolled`].
    pub fn settled(&mut self, batch: &Carried) -> Result<()> {
        let epoch = self.epoch()?;
        self.at_once(|connection| carried::settle(connection, batch, epoch))
    }

    /// Keeps circulars whose signatures verified.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn keep_circulars(&mut self, new: &[SignedCircular]) -> Result<()> {
        self.at_once(|connection| new.iter().try_for_each(|circular| circulars::keep(connection, circular)))
    }

    pub(super) fn epoch(&self) -> Result<Epoch> {
        council::read(&self.connection)?.and_then(|council| council.epoch).ok_or(Error::NotEnrolled)
    }
}

impl Reading<'_> {
    /// Batches carried for others that reach beyond what the copy of the log has of their streams, each stream's in
    /// order, without those settled in the present life of the council's database; and of those from before that life
    /// the ones that end otherwise than the log has it.
    ///
    /// # Errors
    /// When they cannot be read; so for every method here.
    pub fn carried(&self) -> Result<Vec<Carried>> {
        let epoch = council::read(self.connection)?.and_then(|council| council.epoch);
        carried::beyond_log(self.connection, epoch)
    }

    /// Of the receipts of the present life of the council's database, the one furthest in the log.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn proof(&self) -> Result<Option<Receipt>> {
        let epoch = council::read(self.connection)?.and_then(|council| council.epoch);
        Ok(epoch.map(|epoch| receipts::furthest(self.connection, epoch)).transpose()?.flatten())
    }

    /// Every receipt kept, latest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn receipts(&self) -> Result<Vec<Receipt>> {
        receipts::all(self.connection)
    }

    /// The circulars that the council signed, oldest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn circulars(&self) -> Result<Vec<SignedCircular>> {
        circulars::all(self.connection)
    }

    /// The register's name and the council's key, once it is enrolled.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn council(&self) -> Result<Option<(RegisterId, PublicKey)>> {
        Ok(council::read(self.connection)?.map(|council| (council.register, council.key)))
    }
}
