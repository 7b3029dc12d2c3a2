//! One exchange with the council, begun by a person or by the clock: one at a time, and a person's goes first. Owns that
//! order and what is told of how it goes; the exchange itself is `desk`'s.

use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use desk::sync::{
    Cancel, Council, Ended, Failure, Lend, Options, Patience, Progress, Report, estimate, synchronise_lent,
};
use serde::Serialize;
use ts_rs::TS;

use super::borrowed::Borrowed;
use crate::{Event, Outcome, Problem, Window};

/// The exchange that is under way, if any.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    taken: Mutex<()>,
    quiet: Mutex<Option<Cancel>>,
}

impl Turn {
    /// A person's turn: a quiet exchange makes way, another person's is told to be under way.
    pub(crate) fn take(&self) -> Outcome<MutexGuard<'_, ()>> {
        if let Some(quiet) = self.quiet().take() {
            quiet.stop();
            return Ok(self.taken.lock().unwrap_or_else(PoisonError::into_inner));
        }
        match self.taken.try_lock() {
            Ok(turn) => Ok(turn),
            Err(TryLockError::Poisoned(poisoned)) => Ok(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => {
                Err(Problem::new("sync.under-way", "usage", "an exchange with the council is under way already"))
            }
        }
    }

    /// The clock's turn, where nobody has it.
    pub(crate) fn take_quietly(&self, cancel: &Cancel) -> Option<MutexGuard<'_, ()>> {
        let turn = self.taken.try_lock().ok()?;
        *self.quiet() = Some(cancel.clone());
        Some(turn)
    }

    /// The quiet exchange is over.
    pub(crate) fn quiet_is_over(&self) {
        self.quiet().take();
    }

    fn quiet(&self) -> MutexGuard<'_, Option<Cancel>> {
        self.quiet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What came of an exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Exchanged {
    /// `done`, `stopped`, `offline`, `refused` or `unsafe`.
    pub(crate) ended: String,
    /// The council's code, where it refused.
    pub(crate) code: Option<String>,
    /// What ended it before its time, in English.
    pub(crate) reason: Option<String>,
    /// Own changes for which a receipt came.
    pub(crate) sent: u64,
    /// Changes of others taken in.
    pub(crate) taken: u64,
    /// Photographs that the council has since.
    pub(crate) pictures_sent: u32,
    /// Photographs that came.
    pub(crate) pictures_fetched: u32,
    /// New circulars.
    pub(crate) circulars: u32,
    /// The register had been restored or copied, and goes on under another number.
    pub(crate) reopened: bool,
    /// The council had been restored from a backup.
    pub(crate) rewound: bool,
    /// Bytes to the council.
    pub(crate) bytes_up: u64,
    /// Bytes from it.
    pub(crate) bytes_down: u64,
    /// What was not as it should be, in English.
    pub(crate) troubles: Vec<String>,
}

impl From<&Report> for Exchanged {
    fn from(report: &Report) -> Exchanged {
        let summary = &report.summary;
        let code = if let Ended::Cut(failure) = &report.ended { failure.code() } else { None };
        Exchanged {
            ended: ended(&report.ended).to_owned(),
            code: code.map(|code| code.code().to_owned()),
            reason: report.error().map(|error| error.to_string()),
            sent: summary.operations_sent,
            taken: summary.operations_taken.saturating_sub(summary.operations_sent),
            pictures_sent: summary.pictures_sent,
            pictures_fetched: summary.pictures_fetched,
            circulars: summary.circulars,
            reopened: summary.reopened > 0,
            rewound: summary.rewound,
            bytes_up: report.traffic.sent,
            bytes_down: report.traffic.received,
            troubles: summary.troubles.iter().map(ToString::to_string).collect(),
        }
    }
}

const fn ended(ended: &Ended) -> &'static str {
    match ended {
        Ended::Done => "done",
        Ended::Cut(Failure::Cancelled) => "stopped",
        Ended::Cut(Failure::Unreachable(_) | Failure::Strange(_)) => "offline",
        Ended::Cut(Failure::Unsafe(_)) => "unsafe",
        Ended::Cut(Failure::Refused { .. } | Failure::Declined { .. }) => "refused",
    }
}

/// Text first, then photographs, each told as it goes; nothing of the second where the first was cut.
pub(crate) fn exchange(
    window: &Window,
    cancel: &Cancel,
    options: &Options,
    tell: &dyn Fn(&str, u64, u64),
) -> Outcome<Report> {
    let lend = Borrowed::of(window)?;
    let mut council = Council::of(&window.office, cancel.clone())?;
    carry(window, &mut council, &lend, options, tell)
}

/// As [`exchange`], with a register and a council at hand.
pub(crate) fn carry<L: Lend>(
    window: &Window,
    council: &mut Council,
    lend: &L,
    options: &Options,
    tell: &dyn Fn(&str, u64, u64),
) -> Outcome<Report> {
    let waiting = lend.lend(|desk| estimate(&window.office, council, desk, options))?;
    let total = waiting.operation_bytes + waiting.picture_bytes;
    tell("connecting", 0, total);
    let mut watch = |progress: &Progress| tell(step(progress), progress.bytes_up.min(total), total);
    Ok(synchronise_lent(&window.office, council, lend, options, &mut watch)?)
}

const fn step(progress: &Progress) -> &'static str {
    match () {
        () if progress.operations_sent < progress.operations => "text",
        () if progress.log_taken < progress.log => "news",
        () if progress.pictures_sent < progress.pictures => "photographs",
        () => "finishing",
    }
}

/// A person waits for it, so a short patience.
pub(crate) fn options(pictures: bool) -> Options {
    Options::with_pictures(pictures)
}

/// Nobody waits for it: what fails is tried again by the clock.
pub(crate) fn quiet_options(pictures: bool) -> Options {
    Options {
        patience: Patience { unheard: 1, failures: 2, ..Patience::default() },
        ..Options::with_pictures(pictures)
    }
}

impl Window {
    /// The exchange is over: who shows how things stand asks anew.
    pub(crate) fn exchanged(&self) {
        self.tell(&Event::Sync);
    }
}
