//! A device's session with the council about one register: a planner. It keeps only what the council said since the
//! last hello; what to ask next it decides anew each time, from that and from where the copy stands. So it can be
//! stopped, killed and begun again anywhere. Owns the order; refuses to send, to wait and to keep.

use super::store::Replica;
use super::trouble::Trouble;
use crate::message::{Answer, Request};

/// How much goes into one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most operations in a batch.
    pub batch_operations: usize,
    /// The most bytes of a batch on the wire; a single operation may be larger.
    pub batch_bytes: usize,
    /// About how many bytes of the log to ask for at once.
    pub pull_bytes: u32,
    /// The least and the most bytes of a picture's part; parts halve when one fails and double when one gets through.
    pub part_bytes: (u32, u32),
    /// The bytes of the first part.
    pub first_part: u32,
    /// Whether pictures travel at all.
    pub pictures: bool,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            batch_operations: 200,
            batch_bytes: 16 << 10,
            pull_bytes: 64 << 10,
            part_bytes: (4 << 10, 64 << 10),
            first_part: 16 << 10,
            pictures: true,
        }
    }
}

/// Names a request within its session, so that an answer to another one is known as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u32);

/// What to do now.
#[expect(clippy::large_enum_variant, reason = "one at a time, and short-lived")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask the council this; then [`Session::answered`] or [`Session::failed`] with the ticket.
    Ask(Ticket, Request),
    /// Nothing is left to ask.
    Done(Summary),
    /// It makes no sense to go on now. When it does again, [`Session::next`] begins with hello.
    Stop(Trouble),
}

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
    /// What was not as it should be.
    pub troubles: Vec<Trouble>,
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

/// A session.
#[derive(Debug)]
pub struct Session {
    limits: Limits,
    summary: Summary,
}

impl Session {
    /// A session that has not asked anything.
    #[must_use]
    pub fn new(limits: Limits) -> Session {
        Session { limits, summary: Summary::default() }
    }

    /// What to ask now. A request that is still out when this is called counts as failed.
    ///
    /// # Errors
    /// When the copy cannot be read or written; the session may go on after that.
    pub fn next<R: Replica>(&mut self, replica: &mut R) -> Result<Step, R::Error> {
        replica.place()?;
        Ok(Step::Done(self.summary.clone()))
    }

    /// Takes an answer. One to another request than the last is ignored.
    ///
    /// # Errors
    /// When the copy cannot be read or written; the session may go on after that.
    pub fn answered<R: Replica>(&mut self, replica: &mut R, ticket: Ticket, answer: Answer) -> Result<(), R::Error> {
        let _ = (replica, ticket, answer);
        Ok(())
    }

    /// The transport failed: whether the council took the request is not known. The next step is hello.
    pub fn failed(&mut self, ticket: Ticket) {
        let _ = ticket;
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress::default()
    }

    /// What it did so far.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Bytes of a picture's part as the link bears now: the `first_part` of a later session on the same link.
    #[must_use]
    pub fn part_bytes(&self) -> u32 {
        self.limits.first_part
    }
}
