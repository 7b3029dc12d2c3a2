//! What the simulation asks of a council's store, in memory or real: transactions that a crash may cut short, and older
//! states to go back to. Owns that seam; refuses every decision (`sync::authority` has them).

mod ledger;
mod memory;
#[cfg(feature = "sqlite")]
mod sqlite;
mod tables;

use sync::authority::{Ledger, Pictures, Quarantined};
use sync::circular::SignedCircular;
use sync::{DeviceId, Epoch, PublicKey, RegisterId, Role, UnixMillis};

pub use memory::Memory;
#[cfg(feature = "sqlite")]
pub use sqlite::Sqlite;

/// The store did not answer: a crash, or the transaction was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

/// A device as the council enrolled it.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its key.
    pub key: PublicKey,
    /// Its role.
    pub role: Role,
    /// The registers in its scope.
    pub registers: Vec<RegisterId>,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// A store of the council under test.
pub trait CouncilStore {
    /// What goes wrong in a transaction.
    type Error: From<Lost>;
    /// One transaction's view.
    type Ledger<'l>: Ledger<Error = Self::Error>
    where
        Self: 'l;
    /// Its pictures.
    type Pictures: Pictures<Error = Lost>;
    /// An older state to go back to.
    type Backup: Clone;

    /// Does work in one transaction. `durable` says whether it commits; otherwise a crash comes just before, and
    /// nothing is kept. What the work answered is told in both cases: whoever sends it on before the commit is wrong.
    fn transact<T>(
        &mut self,
        durable: bool,
        work: impl FnOnce(&mut Self::Ledger<'_>) -> Result<T, Self::Error>,
    ) -> Result<T, Lost>;

    /// The pictures, which have a store of their own.
    fn pictures(&mut self) -> &mut Self::Pictures;

    /// Loses the beginnings of pictures, as a store that lags behind does.
    fn lose_parts(&mut self);

    /// The present state of the database (not of the pictures).
    fn back_up(&mut self) -> Self::Backup;

    /// Goes back. `noticed`: the store's own anchor shows it, and another life begins; otherwise nothing does.
    fn restore(&mut self, backup: &Self::Backup, noticed: bool);

    /// The life of the database.
    fn epoch(&mut self) -> Epoch;

    /// Enrols a device.
    fn enrol(&mut self, member: &Member);

    /// Revokes a device.
    fn revoke(&mut self, device: DeviceId);

    /// Sets when registration closes.
    fn close(&mut self, year: u16, at: UnixMillis);

    /// Keeps a short code.
    fn short_code(&mut self, register: RegisterId, code: &str, at: UnixMillis);

    /// The number of the next circular.
    fn next_circular(&mut self) -> u32;

    /// Issues a circular.
    fn issue(&mut self, circular: &SignedCircular);

    /// The batches kept aside.
    fn quarantined(&mut self) -> Vec<Quarantined>;

    /// The devices with their standing.
    fn members(&mut self) -> Vec<Member>;
}
