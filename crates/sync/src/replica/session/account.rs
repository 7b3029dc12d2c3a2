//! What a session did and how far it is. Owns the counting; refuses to word it.

use super::council::Council;
use super::{Place, Replica, Session};
use crate::replica::trouble::Trouble;

/// The most troubles that are worth listing.
const MOST_TROUBLES: usize = 64;

/// What a session did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Own operations that a receipt came for.
    pub operations_sent: u64,
    /// Operations of the log taken.
    pub operations_taken: u64,
    /// Pictures that the council has since.
    pub pictures_sent: u32,
    /// Pictures fetched whole.
    pub pictures_fetched: u32,
    /// Batches carried for others that the council took.
    pub batches_carried: u32,
    /// Circulars taken.
    pub circulars: u32,
    /// Incarnations opened because a stream forked or the copy was behind the council.
    pub reopened: u32,
    /// Whether the copy of the log was taken back, for the council's database lives another life.
    pub rewound: bool,
    /// What was not as it should be, each once.
    pub troubles: Vec<Trouble>,
}

impl Summary {
    pub(super) fn note(&mut self, trouble: Trouble) {
        if self.troubles.len() < MOST_TROUBLES && !self.troubles.contains(&trouble) {
            self.troubles.push(trouble);
        }
    }
}

/// How far a session is, for a bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Own operations acknowledged in this session.
    pub operations_sent: u64,
    /// These and those that wait.
    pub operations: u64,
    /// Positions of the council's log in the copy.
    pub log_taken: u64,
    /// Positions of the council's log, as far as is known.
    pub log: u64,
    /// Bytes of pictures that the council took in this session.
    pub picture_bytes_sent: u64,
    /// These and those that wait.
    pub picture_bytes: u64,
    /// Pictures sent in this session.
    pub pictures_sent: u32,
    /// These and those that wait.
    pub pictures: u32,
    /// Bytes of requests handed out in this session, before the transport's own.
    pub bytes_up: u64,
    /// Bytes of answers taken, likewise.
    pub bytes_down: u64,
}

impl Session {
    /// Brings the progress up to where the copy stands. Pictures are counted once, before the first is sent.
    pub(super) fn count<R: Replica>(&mut self, replica: &R, place: &Place, council: &Council) -> Result<(), R::Error> {
        let waiting: u64 = place.streams.iter().map(|own| own.n.saturating_sub(own.acknowledged)).sum();
        self.progress.operations_sent = self.summary.operations_sent;
        self.progress.operations = self.summary.operations_sent + waiting;
        self.progress.log_taken = place.log.position;
        self.progress.log = council.log.max(place.log.position);
        if self.limits.pictures && self.progress.pictures == 0 {
            let pictures = replica.pictures_to_send()?;
            self.progress.pictures = pictures.len() as u32;
            self.progress.picture_bytes = pictures.iter().map(|(_, size)| u64::from(*size)).sum();
        }
        Ok(())
    }
}
