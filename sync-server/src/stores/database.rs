//! How work reaches a database: as jobs, each one transaction, answered only when what it wrote is durable. Owns the
//! seam between the server's async side and the databases' blocking one; refuses to know what a job does.

use std::path::Path;
use std::time::SystemTime;

use sync::authority::Pictures;

use super::access::{Council, StoreError};

/// Which queue a job waits in. A lane before another is served first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Commitments and revocations: small, and nothing may keep them waiting.
    Urgent,
    /// Batches, sign-ins, and all else that writes or may write.
    Write,
    /// What only reads. A job here that writes fails with [`StoreError::Unavailable`].
    Read,
}

/// One transaction's work, and who waits for it.
pub trait Job: Send {
    /// Does the work. When it errs nothing of it is kept, and jobs that share the commit lose nothing by it. It may be
    /// run again from the start, on another transaction, when the first could not be committed.
    ///
    /// # Errors
    /// When the store does not answer.
    fn run(&mut self, council: &mut dyn Council) -> Result<(), StoreError>;

    /// Called once, at the end: the transaction is durable, or nothing of it is kept.
    fn done(self: Box<Self>, outcome: Result<(), StoreError>);
}

/// A database of the council. SQLite commits many jobs of a queue at once; PostgreSQL runs several side by side.
pub trait Database: Send + Sync {
    /// Queues a job; never blocks. A queue that is full, or a database that was closed, answers
    /// [`StoreError::Unavailable`] at once.
    fn submit(&self, lane: Lane, job: Box<dyn Job>);

    /// Jobs that wait, by lane: for metrics and for turning away what would wait too long.
    fn waiting(&self, lane: Lane) -> usize;

    /// Writes a copy of the database, consistent in itself, into a folder while work goes on. Blocks.
    ///
    /// # Errors
    /// When it cannot be copied, or this kind of database has tools of its own for that (the text names them).
    fn back_up(&self, folder: &Path) -> Result<(), StoreError>;

    /// Finishes what is queued and closes. Blocks.
    fn close(&self);
}

/// Where pictures are kept: a folder or S3. Its methods block.
pub trait Photographs: Send + Sync {
    /// A hand on them, for one request.
    fn hand(&self) -> Box<dyn Pictures<Error = StoreError> + Send>;

    /// Whether the place answers.
    ///
    /// # Errors
    /// When it does not.
    fn ready(&self) -> Result<(), StoreError>;

    /// Throws away parts of pictures to which nothing was added since then; tells of how many pictures. Whoever still has
    /// one sends it from its first byte.
    ///
    /// # Errors
    /// When the place does not answer.
    fn sweep(&self, since: SystemTime) -> Result<u64, StoreError>;
}
