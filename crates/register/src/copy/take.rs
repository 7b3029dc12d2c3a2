//! Taking in the log, and taking it back. Each is one transaction: the copy, and what the register shows with it.

use rusqlite::Connection;
use sync::replica::{Carried, Taken};
use sync::{Epoch, LogEnd, log_next};

use super::{merge, place};
use crate::error::{Error, Result};
use crate::register::Register;
use crate::table::{carried, council, incarnations, log, outbox};

impl Register {
    /// Appends to the copy of the log and merges: the register then shows the fold of the log with own operations that
    /// are not in it on top. `carried` are the batches of others that the operations came in.
    ///
    /// # Errors
    /// [`Error::NotEnrolled`]; [`Error::DoesNotContinue`] when it does not fit the copy's end, or does not come to
    /// `end`. Nothing of it is kept then.
    pub fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> Result<()> {
        self.at_once(|connection| {
            let council = council::read(connection)?.ok_or(Error::NotEnrolled)?;
            let before = place::end(connection, council.register)?;
            let after = operations.iter().try_fold(before, |at, taken| append(connection, at, taken))?;
            if after != end {
                return Err(Error::does_not_continue("the log does not come to the end that was said"));
            }
            carried.iter().try_for_each(|batch| carried::keep(connection, batch))?;
            if operations.is_empty() { Ok(()) } else { merge::merge(connection, before.position) }
        })
    }

    /// Takes back the copy of the log beyond `common` and notes the present life of the council's database. What it said
    /// in lives that ended counts no more, but for history.
    ///
    /// # Errors
    /// [`Error::NotEnrolled`]; or when it cannot be written.
    pub fn rewind(&mut self, common: u64, epoch: Epoch) -> Result<()> {
        self.at_once(|connection| {
            let council = council::read(connection)?.ok_or(Error::NotEnrolled)?;
            council::set_epoch(connection, epoch)?;
            carried::doubt(connection)?;
            if place::end(connection, council.register)?.position <= common {
                return Ok(());
            }
            log::cut(connection, common)?;
            merge::settle(connection)
        })
    }
}

fn append(connection: &Connection, at: LogEnd, taken: &Taken) -> Result<LogEnd> {
    let refused = |what: &str| Error::does_not_continue(format!("position {}: {what}", taken.position));
    if taken.position != at.position + 1 {
        return Err(refused("it is not the next"));
    }
    if log::last_of(connection, taken.stream)? + 1 != taken.n {
        return Err(refused("its stream has a gap, or it is there already"));
    }
    let own = incarnations::is_own(connection, taken.stream)?
        && outbox::hash_at(connection, taken.stream.incarnation, taken.n)? == Some(taken.h);
    let bytes = if own { None } else { taken.bytes.as_deref() };
    if !own && bytes.is_none() {
        return Err(refused("its bytes are not here"));
    }
    let l = log_next(at.l, taken.h, taken.mark.to_bytes());
    log::insert(connection, taken, l, bytes)?;
    Ok(LogEnd { position: taken.position, l })
}
