//! Taking rows in, and what stays out as a workbook that imports again. The one place from which an import touches the
//! register.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::nothing_open;
use super::rows::{RowView, views};
use crate::{Outcome, Window};

/// Which rows.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(rename = "ImportWhich")]
pub(crate) struct Which {
    /// Every row that can be read, or those without errors only.
    all: bool,
}

/// What came of it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportApplied")]
pub(crate) struct Applied {
    /// Candidates entered.
    entered: usize,
    /// Candidates who were there already.
    updated: usize,
    /// Rows that stayed out.
    left: usize,
    /// The rows as they are now.
    rows: Vec<RowView>,
}

/// Where to write.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportTarget")]
pub(crate) struct Target {
    /// The file's path.
    path: String,
}

pub(crate) fn apply(window: &Window, Which { all }: Which) -> Outcome<Applied> {
    window.changing(|at_work| {
        at_work.changed();
        let staging = at_work.import.as_mut().ok_or_else(nothing_open)?.staging()?;
        let desk::import::Applied { entered, updated, left } = staging.apply(&mut at_work.desk, all)?;
        let rows = views(staging, &staging.fields());
        if left == 0 {
            // Nothing is left to mend or to save, and a long sheet is held whole.
            at_work.import = None;
        }
        Ok((Applied { entered, updated, left, rows }, Vec::new()))
    })
}

pub(crate) fn save_leftover(window: &Window, Target { path }: Target) -> Outcome<()> {
    let language = window.settings().language();
    let bytes = window.reading(|at_work| {
        let staging = at_work.import.as_mut().ok_or_else(nothing_open)?.staging()?;
        Ok(staging.leftover(at_work.desk.book(), language)?)
    })?;
    Ok(desk::files::put(Path::new(&path), &bytes)?)
}

pub(crate) fn save_template(window: &Window, Target { path }: Target) -> Outcome<()> {
    let bytes = window.reading(|at_work| Ok(desk::spreadsheets::template(at_work.desk.book())?))?;
    Ok(desk::files::put(Path::new(&path), &bytes)?)
}
