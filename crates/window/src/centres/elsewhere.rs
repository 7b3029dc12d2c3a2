//! A register of the shelf, at hand for a moment: the one that is open as it lies there, any other opened and closed
//! again. Owns who has which: when a person opens a register that work for all centres has just then, that work lets go.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use desk::Desk;
use desk::sync::Cancel;

use crate::at_work::AtWork;
use crate::{Event, Outcome, Window};

/// The registers that are open for work on all of them, and how that work is stopped.
#[derive(Debug, Default)]
pub(crate) struct Away {
    open: Mutex<HashMap<PathBuf, Cancel>>,
    closed: Condvar,
}

/// A register at hand; closed when this is dropped.
pub(super) struct Taken<'w> {
    away: &'w Away,
    path: PathBuf,
    at_work: Option<AtWork>,
}

impl Away {
    /// A person wants this register: whoever has it lets go, and this returns when they have.
    pub(crate) fn let_go(&self, path: &Path) {
        let is_there = |open: &mut HashMap<PathBuf, Cancel>| open.get(path).inspect(|cancel| cancel.stop()).is_some();
        drop(self.closed.wait_while(self.open(), is_there));
    }

    fn open(&self) -> MutexGuard<'_, HashMap<PathBuf, Cancel>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'w> Taken<'w> {
    /// Opens a register that is not the one in the window; `cancel` is stopped when a person wants it.
    pub(super) fn of(window: &'w Window, name: &str, cancel: &Cancel) -> Outcome<Taken<'w>> {
        let path = window.office.locate(Some(name.as_ref()))?;
        window.away.open().insert(path.clone(), cancel.clone());
        let mut taken = Taken { away: &window.away, path, at_work: None };
        taken.at_work = Some(AtWork::new(Desk::open(&window.office, Some(name.as_ref()), &window.actor(), &[])?));
        Ok(taken)
    }

    pub(super) fn at_work(&mut self) -> Outcome<&mut AtWork> {
        self.at_work.as_mut().ok_or_else(crate::Problem::nothing_open)
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        // Closed first: who waits for it opens it next.
        self.at_work.take();
        self.away.open().remove(&self.path);
        self.away.closed.notify_all();
    }
}

/// Does something to a register of the shelf, wherever it is.
pub(super) fn at<T>(window: &Window, name: &str, work: impl FnOnce(&mut AtWork) -> Outcome<T>) -> Outcome<T> {
    let path = window.office.locate(Some(name.as_ref()))?;
    let mut work = Some(work);
    let here = window.lend(&path, |at_work| {
        at_work.changed();
        work.take().map(|work| work(at_work))
    });
    if let Some(done) = here.flatten() {
        window.tell(&Event::Changed { candidates: Vec::new() });
        return done;
    }
    let mut taken = Taken::of(window, name, &Cancel::default())?;
    work.map_or_else(|| Err(crate::Problem::nothing_open()), |work| work(taken.at_work()?))
}
