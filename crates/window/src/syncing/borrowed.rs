//! The open register, lent to an exchange with the council for one question at a time: who types is answered in between.
//! Owns the borrowing and the news of what came in.

use std::path::{Path, PathBuf};

use desk::sync::Lend;
use desk::{Desk, Error};

use crate::{Event, Outcome, Window};

/// The register that was open when the exchange began. Should another one be opened meanwhile, the exchange ends: what
/// went through by then stays.
pub(crate) struct Borrowed<'w> {
    window: &'w Window,
    path: PathBuf,
}

impl<'w> Borrowed<'w> {
    /// Of the register that is open now.
    pub(crate) fn of(window: &'w Window) -> Outcome<Borrowed<'w>> {
        let path = window.reading(|at_work| Ok(at_work.desk.register().path().to_owned()))?;
        Ok(Borrowed { window, path })
    }

    /// Of the register at this path, if it is open.
    pub(crate) fn at(window: &'w Window, path: &Path) -> Option<Borrowed<'w>> {
        window.lend(path, |_| ()).map(|()| Borrowed { window, path: path.to_owned() })
    }
}

impl Lend for Borrowed<'_> {
    fn lend<T>(&self, work: impl FnOnce(&mut Desk) -> desk::Result<T>) -> desk::Result<T> {
        self.window.lend(&self.path, |at_work| work(&mut at_work.desk)).unwrap_or(Err(Error::Stopped))
    }

    fn changed(&self) {
        self.window.lend(&self.path, crate::at_work::AtWork::changed);
        self.window.tell(&Event::Changed { candidates: Vec::new() });
    }
}
