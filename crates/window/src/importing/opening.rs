//! Choosing the file and its sheet.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use desk::import::{Mapping, SheetGlance, Spreadsheet};
use intake::SubjectHeading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Session;
use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

/// A file: by its path, or as bytes dropped on a page.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportChoice")]
pub(crate) struct Choice {
    /// Its path.
    path: Option<String>,
    /// Its name, where it comes as bytes.
    name: Option<String>,
    /// Its bytes, as base64.
    base64: Option<String>,
}

/// A file that was opened.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportOpened")]
pub(crate) struct Opened {
    /// Its name.
    name: String,
    /// Its sheets; none for a text file.
    sheets: Vec<SheetView>,
}

/// A sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportSheet")]
pub(crate) struct SheetView {
    /// Its name.
    name: String,
    /// Whether it is hidden in the workbook.
    hidden: bool,
    /// Whether anything stands on it.
    has_data: bool,
    /// Whether headings of candidates were recognised on it.
    has_headings: bool,
}

pub(crate) fn open(window: &Window, choice: Choice) -> Outcome<Opened> {
    let spreadsheet = read(choice)?;
    let sheets = spreadsheet.sheets(&subjects(window)?)?;
    let name = spreadsheet.name.clone();
    window.reading(|at_work| {
        at_work.import = Some(Session { spreadsheet, sheet: None, mapping: Mapping::default(), staging: None });
        Ok(())
    })?;
    Ok(Opened { name, sheets: sheets.into_iter().map(view).collect() })
}

pub(crate) fn close(window: &Window, _: Nothing) -> Outcome<()> {
    window.reading(|at_work| {
        at_work.import = None;
        Ok(())
    })
}

fn read(choice: Choice) -> Outcome<Spreadsheet> {
    if let Some(path) = choice.path {
        return Ok(Spreadsheet::at(Path::new(&path))?);
    }
    let bytes = STANDARD.decode(choice.base64.unwrap_or_default());
    let bytes = bytes.map_err(|error| Problem::new("window.malformed", "usage", error.to_string()))?;
    Ok(Spreadsheet::of(&choice.name.unwrap_or_default(), bytes))
}

/// What the subjects are called under the rules of the open register.
pub(super) fn subjects(window: &Window) -> Outcome<Vec<SubjectHeading>> {
    window.reading(|at_work| Ok(at_work.desk.book().subject_headings()))
}

fn view(seen: SheetGlance) -> SheetView {
    let SheetGlance { sheet, has_data, has_headings } = seen;
    SheetView { name: sheet.name, hidden: sheet.hidden, has_data, has_headings }
}
