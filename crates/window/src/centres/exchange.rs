//! All registers on this computer and the council, one after the other. Owns the order and when to give up for all of
//! them; each exchange is as the open register's.

use std::cell::RefCell;

use desk::sync::{Cancel, Council, Lend, Report};
use desk::{Desk, Error};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::elsewhere::Taken;
use crate::syncing::{Borrowed, Exchanged, carry, options};
use crate::tasks::Task;
use crate::{Outcome, Problem, Window};

/// All registers are to be synced.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentresSync")]
pub(crate) struct All {
    /// The name under which it can be stopped.
    pub(crate) task: String,
    /// Whether photographs travel too.
    pub(crate) pictures: bool,
}

/// What came of one of them.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CentreSynced")]
pub(crate) struct OfCentre {
    /// The register's name.
    pub(crate) register: String,
    /// What was exchanged.
    pub(crate) exchanged: Option<Exchanged>,
    /// What hindered it on this computer.
    pub(crate) problem: Option<Problem>,
}

pub(super) fn all(window: &Window, All { task, pictures }: All) -> Outcome<Vec<OfCentre>> {
    let _turn = window.turn.take()?;
    let task = window.begin(&task);
    let volumes = window.office.registers()?;
    let mut council = Council::of(&window.office, task.cancel.clone())?;
    let (mut came, total) = (Vec::new(), volumes.len() as u64);
    for (volume, done) in volumes.into_iter().zip(0..) {
        task.progress(&volume.name, done, total);
        let report = one(window, &mut council, &volume, &task, pictures);
        let goes_on =
            report.as_ref().map_or(true, |report| report.error().is_none() || report.concerns_this_register());
        came.push(OfCentre {
            register: volume.name,
            exchanged: report.as_ref().ok().map(Exchanged::from),
            problem: report.err(),
        });
        // No network for one is none for any.
        if !goes_on || task.cancel.is_stopped() {
            break;
        }
    }
    window.exchanged();
    Ok(came)
}

fn one(
    window: &Window,
    council: &mut Council,
    volume: &register::Volume,
    task: &Task<'_>,
    pictures: bool,
) -> Outcome<Report> {
    if let Some(lend) = Borrowed::at(window, &volume.path) {
        return carry(window, council, &lend, &options(pictures), &|_, _, _| {});
    }
    let wanted = Cancel::default();
    let mut taken = Taken::of(window, &volume.name, &wanted)?;
    let lend = Interruptible { desk: RefCell::new(&mut taken.at_work()?.desk), wanted: &wanted, stopped: &task.cancel };
    carry(window, council, &lend, &options(pictures), &|_, _, _| {})
}

/// A register that is let go at once when a person wants it.
struct Interruptible<'d> {
    desk: RefCell<&'d mut Desk>,
    wanted: &'d Cancel,
    stopped: &'d Cancel,
}

impl Lend for Interruptible<'_> {
    fn lend<T>(&self, work: impl FnOnce(&mut Desk) -> desk::Result<T>) -> desk::Result<T> {
        if self.wanted.is_stopped() || self.stopped.is_stopped() {
            return Err(Error::Stopped);
        }
        work(&mut self.desk.borrow_mut())
    }
}
