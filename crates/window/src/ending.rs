//! How the program ended the last time. Owns a mark that lies in the registers' folder while one is open: where it lies as
//! the program starts, the power went or the program was killed. Refuses to hinder anybody: a mark that cannot be written
//! is none.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

const FILE: &str = "at-work";

/// The mark.
#[derive(Debug)]
pub(crate) struct Ending {
    mark: PathBuf,
    cut_short: AtomicBool,
}

impl Ending {
    pub(crate) fn of(folder: &Path) -> Ending {
        let mark = folder.join(FILE);
        Ending { cut_short: mark.exists().into(), mark }
    }

    /// Whether the last time ended without the register being closed; until one has been opened and closed again.
    pub(crate) fn cut_short(&self) -> bool {
        self.cut_short.load(Ordering::Relaxed)
    }

    /// A register is open.
    pub(crate) fn working(&self) {
        drop(desk::files::put(&self.mark, b""));
    }

    /// None is open any more.
    pub(crate) fn over(&self) {
        self.cut_short.store(false, Ordering::Relaxed);
        drop(std::fs::remove_file(&self.mark));
    }
}
