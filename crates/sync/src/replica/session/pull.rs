//! The council's log on its way into the copy. Owns when to ask and what a piece that does not verify leads to; refuses
//! to take any of such a piece.

use super::council::{Asked, Council, Word};
use super::verify::{Verdict, verify};
use super::{Place, Replica, Session};
use crate::log::LogEnd;
use crate::message::{Pull, Pulled, Request, StreamEnd};
use crate::replica::trouble::Trouble;

/// How the log is asked for, after what came of it before. A copy is given up only for one that verified from the
/// first position on: a council that speaks nonsense blanks no register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// From where the copy ends.
    Whole,
    /// Likewise, once more: an answer did not verify and may have been damaged.
    Again,
    /// From the first position: the copy may be damaged. What verifies takes its place.
    Afresh,
    /// From where the new copy ends, the last time.
    Renewed,
    /// Not any more in this session.
    Off,
}

impl Trust {
    fn less(self) -> Trust {
        match self {
            Trust::Whole => Trust::Again,
            Trust::Again => Trust::Afresh,
            Trust::Afresh | Trust::Renewed | Trust::Off => Trust::Off,
        }
    }

    fn more(self) -> Trust {
        if self == Trust::Again { Trust::Whole } else { self }
    }
}

impl Session {
    pub(super) fn pull<R: Replica>(
        &self,
        replica: &R,
        place: &Place,
        council: &Council,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        if self.trust == Trust::Off || council.log <= place.log.position {
            return Ok(None);
        }
        let pull = Pull {
            register: place.register,
            after: if self.trust == Trust::Afresh { 0 } else { place.log.position },
            have: have(replica, place, council)?,
            limit: self.limits.pull_bytes,
        };
        Ok(Some((Asked::Pull(pull.clone()), Request::Pull(pull))))
    }

    pub(super) fn pulled<R: Replica>(
        &mut self,
        replica: &mut R,
        asked: &Pull,
        pulled: Pulled,
        council: &mut Council,
    ) -> Result<Word, R::Error> {
        let place = replica.place()?;
        let afresh = self.trust == Trust::Afresh && asked.after == 0;
        if pulled.epoch != council.epoch || !(afresh || asked.after == place.log.position) {
            return Ok(Word::Void);
        }
        let more = pulled.more;
        let taking = match verify(replica, &place, afresh, pulled)? {
            Verdict::Sound(taking) if more && taking.operations.is_empty() => return Ok(self.distrust()),
            Verdict::Sound(taking) => taking,
            Verdict::Unsound => return Ok(self.distrust()),
            // A stream that waits for another day stays as it is here until then.
            Verdict::Otherwise if !self.blocked.is_empty() => {
                self.trust = Trust::Off;
                return Ok(Word::Holds);
            }
            Verdict::Otherwise => return Ok(Word::Void),
        };
        if afresh {
            replica.rewind(0, council.epoch)?;
            (self.trust, self.summary.rewound) = (Trust::Renewed, true);
        }
        if !taking.operations.is_empty() {
            replica.take(&taking.operations, &taking.carried, taking.end)?;
        }
        self.trust = self.trust.more();
        self.summary.operations_taken += taking.operations.len() as u64;
        council.log = said_end(council, taking.end, more);
        Ok(Word::Holds)
    }

    fn distrust(&mut self) -> Word {
        self.summary.note(Trouble::FalseLog);
        self.trust = self.trust.less();
        Word::Holds
    }
}

/// What need not come again: own streams, as far as the council is known to have the same.
fn have<R: Replica>(replica: &R, place: &Place, council: &Council) -> Result<Vec<StreamEnd>, R::Error> {
    let mut have = Vec::with_capacity(place.streams.len());
    for own in &place.streams {
        let (stream, n) = (own.stream, own.n.min(council.end(own.stream)));
        let h = if n == 0 { None } else { replica.hash_at(stream, n)? };
        have.extend(h.map(|h| StreamEnd { stream, n, tag: h.tag() }));
    }
    Ok(have)
}

/// The last position of the council's log, as far as it was said.
fn said_end(council: &Council, end: LogEnd, more: bool) -> u64 {
    if more { council.log.max(end.position + 1) } else { end.position }
}
