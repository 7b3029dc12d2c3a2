//! A computer with its copy of one register: what is on its disk, what is outside (key, anchor), its clock, and the
//! crash that waits for it. Owns opening after a restore; refuses to decide what is sent (`sync::replica` does).

mod kept;
mod replica;
mod writing;

use std::rc::Rc;

use sync::fault::{Fault, planted};
use sync::message::StreamEnd;
use sync::{PublicKey, RegisterId, Role, SecretKey, StreamId, WriterId};

pub(crate) use kept::numbers_in;
pub use kept::{Kept, Logged, Own, Written};
pub use replica::Crashed;
pub(crate) use writing::candidate;
pub use writing::{Shown, fold_of, number_of};

/// A crash that waits: before or after the so-many-th durable step from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fuse {
    /// Durable steps that still succeed.
    pub steps: u8,
    /// Whether the step at which it comes takes effect.
    pub after: bool,
}

/// A computer with one register.
#[derive(Clone)]
pub struct Desk {
    /// Its key, in the keyring. Copied with the computer.
    pub key: Rc<SecretKey>,
    /// The council's key, pinned.
    pub council: PublicKey,
    /// Whose desk it is.
    pub role: Role,
    /// The register.
    pub register: RegisterId,
    /// The disk.
    pub kept: Rc<Kept>,
    /// Outside the disk: the end of the stream as last offered.
    pub anchor: Option<StreamEnd>,
    /// By how much its clock is wrong, in milliseconds.
    pub clock: i64,
    /// The crash that waits.
    pub fuse: Option<Fuse>,
    /// Durable steps so far.
    pub steps: u64,
    /// And when a checker last looked at what it shows.
    pub looked_at: u64,
    /// What the register shows, as far as it was worked out.
    pub shown: Shown,
}

impl Desk {
    /// A new register on a new computer.
    #[must_use]
    pub fn new(key: Rc<SecretKey>, council: PublicKey, role: Role, register: RegisterId) -> Desk {
        let writer = WriterId::of(key.public().device(), register);
        let kept = Rc::new(Kept::new(register, StreamId { writer, incarnation: 1 }));
        let shown = Shown::new(register);
        Desk { key, council, role, register, kept, anchor: None, clock: 0, fuse: None, steps: 0, looked_at: 0, shown }
    }

    /// The hand that writes here.
    #[must_use]
    pub fn writer(&self) -> WriterId {
        WriterId::of(self.key.public().device(), self.register)
    }

    /// Puts an older disk in place of the present one.
    pub fn restore(&mut self, disk: &Rc<Kept>, anchor_seen: bool) {
        self.kept = Rc::clone(disk);
        self.started();
        if !anchor_seen {
            self.anchor = None;
        }
        self.open();
    }

    /// The computer started again: what was worked out is gone.
    pub fn started(&mut self) {
        self.shown = Shown::new(self.register);
    }

    /// Whether what is written now is behind what was offered once.
    #[must_use]
    pub fn is_behind_its_anchor(&self) -> bool {
        let end = self.kept.written_now();
        self.anchor.is_some_and(|anchor| (end.stream.incarnation, end.n()) < (anchor.stream.incarnation, anchor.n))
    }

    /// Opens the register: one that is behind its anchor was restored, and goes on in a new incarnation.
    pub fn open(&mut self) {
        let Some(anchor) = self.anchor.filter(|_| self.is_behind_its_anchor()) else { return };
        if !planted(Fault::AnchorIgnored) {
            let end = self.kept.written_now();
            let above = end.stream.incarnation.max(anchor.stream.incarnation) + 1;
            let stream = StreamId { incarnation: above, ..end.stream };
            Rc::make_mut(&mut self.kept).streams.push(Own::new(stream));
        }
    }
}
