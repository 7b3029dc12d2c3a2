//! The checklist of centres (2.17.1(v)): every register on this computer in one line, on the screen and as a document.
//! Owns what is remembered of registers that did not change since they were looked at.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use desk::glance::{Glance, glance};
use desk::sync::Cancel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::elsewhere::Taken;
use crate::{Outcome, Problem, Window};

/// All centres are to be listed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentresListing")]
pub(crate) struct Listing {
    /// The name under which it can be stopped.
    pub(crate) task: String,
}

/// The checklist is to be written.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentresChecklist")]
pub(crate) struct Checklist {
    /// The name under which it can be stopped.
    pub(crate) task: String,
    /// Where to, as PDF.
    pub(crate) path: String,
}

/// A centre in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct CentreRow {
    /// Its register's name on the shelf.
    pub(crate) register: String,
    /// Whether it is the one that is open.
    pub(crate) open: bool,
    /// What stands in it; nothing where it does not open.
    pub(crate) glance: Option<CentreGlance>,
    /// The code of what hinders opening it.
    pub(crate) problem: Option<String>,
}

/// What stands in a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct CentreGlance {
    /// Eight digits.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// `school`, `private`, `prison` or `special`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The examination's year.
    pub(crate) year: String,
    /// Candidates on the roll.
    pub(crate) candidates: usize,
    /// Those with nothing left to do.
    pub(crate) ready: usize,
    /// Findings of error level.
    pub(crate) errors: usize,
    /// Candidates without a photograph.
    pub(crate) without_photograph: usize,
    /// Whole shillings that candidates owe themselves.
    pub(crate) owed: u32,
    /// What the slips on record amount to.
    pub(crate) paid: u32,
    /// Whether the head has approved the roll as it stands.
    pub(crate) approved: bool,
    /// The documents asked of the centre (2.19.2).
    pub(crate) documents: Vec<DocumentView>,
    /// Own changes on this computer only.
    pub(crate) waiting: u64,
    /// Photographs on this computer only.
    pub(crate) pictures: u64,
    /// The council's clock at the last contact, in milliseconds since 1970 UTC.
    pub(crate) contact: Option<i64>,
    /// The last change, likewise.
    pub(crate) changed: Option<i64>,
}

/// A document of the return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CentreDocument")]
pub(crate) struct DocumentView {
    /// As `nominal-roll`.
    pub(crate) document: String,
    /// The day it was handed in, as `2026-03-31`.
    pub(crate) day: Option<String>,
}

impl From<&Glance> for CentreGlance {
    fn from(glance: &Glance) -> CentreGlance {
        let document = |(document, day): &(desk::returned::ReturnDocument, Option<String>)| DocumentView {
            document: document.name().to_owned(),
            day: day.clone(),
        };
        CentreGlance {
            code: glance.code.clone(),
            name: glance.name.clone(),
            kind: glance.kind.name().to_owned(),
            year: glance.year.clone(),
            candidates: glance.candidates,
            ready: glance.ready,
            errors: glance.errors,
            without_photograph: glance.without_photograph,
            owed: glance.owed,
            paid: glance.paid,
            approved: glance.approved,
            documents: glance.documents.iter().map(document).collect(),
            waiting: glance.waiting,
            pictures: glance.pictures,
            contact: glance.contact.map(|at| at.0),
            changed: glance.changed.map(|at| at.0),
        }
    }
}

/// What was seen of registers that lie as they were: opening each costs a key.
#[derive(Debug, Default)]
pub(crate) struct Known(Mutex<HashMap<PathBuf, (Mark, Glance)>>);

/// When a register's file was last written, and its size.
type Mark = (SystemTime, u64);

impl Known {
    fn get(&self, path: &Path) -> Option<Glance> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(path).filter(|(mark, _)| Some(*mark) == mark_of(path)).map(|(_, glance)| glance.clone())
    }

    fn keep(&self, path: &Path, glance: &Glance) {
        if let Some(mark) = mark_of(path) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), (mark, glance.clone()));
        }
    }
}

fn mark_of(path: &Path) -> Option<Mark> {
    let found = std::fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}

pub(super) fn list(window: &Window, Listing { task }: Listing) -> Outcome<Vec<CentreRow>> {
    let (seen, _) = look(window, &task)?;
    let row = |(volume, open, found): (register::Volume, bool, Outcome<Glance>)| CentreRow {
        register: volume.name,
        open,
        glance: found.as_ref().ok().map(CentreGlance::from),
        problem: found.err().map(|problem| problem.code),
    };
    Ok(seen.into_iter().map(row).collect())
}

type Seen = (register::Volume, bool, Outcome<Glance>);

/// Looks at each register on the shelf; the second value tells whether it was stopped on the way.
fn look(window: &Window, task: &str) -> Outcome<(Vec<Seen>, bool)> {
    let task = window.begin(task);
    let volumes = window.office.registers()?;
    let total = volumes.len() as u64;
    let mut seen = Vec::new();
    for (volume, done) in volumes.into_iter().zip(0..) {
        if task.cancel.is_stopped() {
            return Ok((seen, true));
        }
        task.progress("looking", done, total);
        let here = window.lend(&volume.path, |at_work| Ok(glance(&mut at_work.desk)?));
        let open = here.is_some();
        let found = here.unwrap_or_else(|| look_elsewhere(window, &volume));
        seen.push((volume, open, found));
    }
    Ok((seen, false))
}

fn look_elsewhere(window: &Window, volume: &register::Volume) -> Outcome<Glance> {
    if let Some(known) = window.known.get(&volume.path) {
        return Ok(known);
    }
    let mut taken = Taken::of(window, &volume.name, &Cancel::default())?;
    let found = glance(&mut taken.at_work()?.desk)?;
    drop(taken);
    window.known.keep(&volume.path, &found);
    Ok(found)
}

pub(super) fn checklist(window: &Window, Checklist { task, path }: Checklist) -> Outcome<()> {
    let (seen, stopped) = look(window, &task)?;
    if stopped {
        return Err(Problem::from(desk::Error::Stopped));
    }
    let found: Vec<Glance> = seen.into_iter().filter_map(|(_, _, found)| found.ok()).collect();
    let language = window.settings().language();
    Ok(desk::files::put(Path::new(&path), &desk::glance::checklist(&found, language)?)?)
}
