//! How far the register and the council are in step, in numbers; and what people have to decide.

use std::collections::BTreeSet;

use sync::fold::{Conflict, Held};
use sync::message::Lease;
use sync::{CandidateId, StreamId, UnixMillis};

use crate::error::Result;
use crate::read::Reading;
use crate::table::{council, incarnations, leases, log, outbox, receipts};

/// How far the register and the council are in step. Operations are own ones: each is in one of the first three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncState {
    /// Covered by a receipt of the present life of the council's database.
    pub received: u64,
    /// Not received, but covered by a head that the council keeps.
    pub committed: u64,
    /// Neither.
    pub waiting: u64,
    /// Written again in another incarnation, and kept aside.
    pub set_aside: u64,
    /// The last position in the copy of the council's log.
    pub log: u64,
    /// The council's clock at the last contact; `None`: there was none.
    pub contact: Option<UnixMillis>,
    /// When registration closes, as the council said.
    pub closes: Option<UnixMillis>,
    /// The numbers that this device may give out; none: all.
    pub leases: Vec<Lease>,
    /// Pictures that the council is not known to have.
    pub pictures_to_send: u64,
    /// Pictures that are shown and are not here.
    pub pictures_to_fetch: u64,
}

impl Reading<'_> {
    /// How far the register and the council are in step.
    ///
    /// # Errors
    /// When it cannot be read; so for every method here.
    pub fn sync_state(&self) -> Result<SyncState> {
        let council = council::read(self.connection)?;
        let epoch = council.as_ref().and_then(|council| council.epoch);
        let mut state = SyncState {
            set_aside: outbox::aside(self.connection)?,
            log: log::end(self.connection)?.map_or(0, |end| end.position),
            contact: council.as_ref().and_then(|council| council.contact),
            closes: council.as_ref().and_then(|council| council.closes),
            leases: leases::all(self.connection)?,
            pictures_to_send: self.pictures_to_send()?.len() as u64,
            pictures_to_fetch: self.pictures_to_fetch()?.len() as u64,
            ..SyncState::default()
        };
        for stream in incarnations::all(self.connection)? {
            let received = receipts::acknowledged(self.connection, epoch, stream)?;
            let committed = receipts::committed(self.connection, epoch, stream)?;
            state.count(self.last_of(stream)?, received, committed);
        }
        Ok(state)
    }

    /// The candidates of whom something was written here that no receipt covers.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn unsent(&self) -> Result<BTreeSet<CandidateId>> {
        let epoch = council::read(self.connection)?.and_then(|council| council.epoch);
        let mut unsent = BTreeSet::new();
        for stream in incarnations::all(self.connection)? {
            let received = receipts::acknowledged(self.connection, epoch, stream)?;
            unsent.extend(
                outbox::about_after(self.connection, stream.incarnation, received)?.into_iter().map(CandidateId),
            );
        }
        Ok(unsent)
    }

    fn last_of(&self, stream: StreamId) -> Result<u64> {
        Ok(outbox::head(self.connection, stream.incarnation)?.map_or(0, |(n, _)| n))
    }

    /// What two people wrote apart, side by side.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn conflicts(&self) -> Result<Vec<Conflict>> {
        Ok(super::fold(self.connection)?.conflicts())
    }

    /// What came and has no effect, or not yet.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn held(&self) -> Result<Vec<Held>> {
        Ok(super::fold(self.connection)?.held())
    }
}

impl SyncState {
    fn count(&mut self, last: u64, received: u64, committed: u64) {
        let received = received.min(last);
        let committed = committed.min(last).saturating_sub(received);
        self.received += received;
        self.committed += committed;
        self.waiting += last - received - committed;
    }
}
