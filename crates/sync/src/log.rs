//! A centre's log at the council: every operation that came, in the order it came, with what the council said of it
//! then. A register's state is a fold of it. Owns what is said; refuses to decide it (the authority does).

use serde::{Deserialize, Serialize};

use crate::identity::{Epoch, Hash};
use crate::role::Role;

/// Whether an operation was in time for the closing of registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Timing {
    /// It came before closing.
    InTime,
    /// A signed head (or its short code) that covers it came before closing.
    ByCommitment,
    /// Neither.
    Late,
}

/// Whether an operation may take effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// It may.
    Effective,
    /// The role of its device has no right to operations of its kind; kept and shown.
    NoRight,
    /// It speaks of what only the council writes, or makes no sense; kept and shown.
    Invalid,
}

/// What the council says of an operation when it takes it in. It is part of the log's chain and never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mark {
    /// In time or not.
    pub timing: Timing,
    /// To take effect or not.
    pub standing: Standing,
    /// The role under which its device wrote.
    pub role: Role,
}

impl Mark {
    /// Its bytes in the log's chain. Frozen.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 3] {
        [self.timing as u8, self.standing as u8, self.role as u8]
    }

    /// The inverse of `to_bytes`.
    #[must_use]
    pub fn read([timing, standing, role]: [u8; 3]) -> Option<Mark> {
        let timing = [Timing::InTime, Timing::ByCommitment, Timing::Late].into_iter().nth(timing.into())?;
        let standing = [Standing::Effective, Standing::NoRight, Standing::Invalid].into_iter().nth(standing.into())?;
        let role = Role::ALL.into_iter().chain([Role::Council]).nth(role.into())?;
        Some(Mark { timing, standing, role })
    }
}

/// The end of a log, or a place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEnd {
    /// The last position; 0: the log is empty.
    pub position: u64,
    /// The log's chain there.
    pub l: Hash,
}

/// Up to which position a copy of the log was taken in one life of the council's database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The life.
    pub epoch: Epoch,
    /// The last position taken in it.
    pub until: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_back_from_its_bytes_and_others_are_refused() {
        for (timing, standing, role) in (0..4_u8).flat_map(|t| (0..4).flat_map(move |s| (0..9).map(move |r| (t, s, r))))
        {
            let read = Mark::read([timing, standing, role]);
            assert_eq!(read.is_some(), timing < 3 && standing < 3 && role < 7);
            assert!(read.is_none_or(|mark| mark.to_bytes() == [timing, standing, role]));
        }
    }
}
