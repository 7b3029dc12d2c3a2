//! A spreadsheet into the register, and the error workbook beside it. Owns the way of the command line, in one step, in
//! which every row that can be read is taken in, findings or not (invariant 5). [`Staging`] is the way of the window: row
//! by row before anything is taken in.

mod leftover;
mod mappings;
mod reading;
mod report;
mod sorting;
mod staging;

use std::collections::BTreeMap;
use std::path::Path;

use intake::error_workbook::{SheetCells, error_workbook};
use intake::{Options, Outcome};
use register::{CandidateId, ImportedRow, Operation, Reading};
use regulations::{Draft, Field, Language};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::files;
use crate::judgement::Judged;
use crate::rulebook::Rulebook;

pub use intake::table::Table;
pub use intake::table::{GivenValues, SeenValue, ValueOf, same_value};
pub use intake::{Column, Confidence, GivenMapping, Refusal, Role, Skip};
pub use mappings::{Mapping, Mappings, role_name, role_named, value_of_name, value_of_named};
pub use reading::{SheetGlance, Spreadsheet, Watch};
pub use sorting::Known;
pub use staging::{Applied, Fate, Staged, Staging};

use report::reports;
use sorting::{Sorted, Whose, sort};

/// What became of a spreadsheet.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Rows below the headings that are not empty.
    pub read: usize,
    /// Rows that are candidates of the register now.
    pub imported: usize,
    /// Of these, rows that changed a candidate who was there already.
    pub updated: usize,
    /// Rows of which a cell cannot be read, with the cell and the reason.
    pub refused: Vec<(u32, String)>,
    /// Rows that are no candidates: totals, signatures, headings again.
    pub skipped: Vec<(u32, &'static str)>,
    /// Rows of other centres, with the centre; they belong into that centre's register.
    pub elsewhere: Vec<(u32, String)>,
    /// Whether an imported row has a finding of error level.
    pub errors: bool,
    /// Sheets with data that were not read.
    pub other_sheets: Vec<String>,
}

struct Taken {
    row: u32,
    draft: Draft,
    known: Option<CandidateId>,
}

/// Takes a spreadsheet in, in one operation that one undo takes back; with `errors`, writes the error workbook there.
///
/// # Errors
/// When the file cannot be read, the register refuses, or the error workbook cannot be written.
pub fn import(
    desk: &mut Desk,
    path: &Path,
    sheet: Option<&str>,
    errors: Option<&Path>,
    language: Language,
) -> Result<Imported> {
    import_rows(desk, path, sheet, errors, language, Whose::Own)
}

/// Takes in, of a workbook that holds several centres, the rows that name this register's.
///
/// # Errors
/// As [`import`].
pub fn import_of_several(
    desk: &mut Desk,
    path: &Path,
    sheet: Option<&str>,
    errors: Option<&Path>,
    language: Language,
) -> Result<Imported> {
    import_rows(desk, path, sheet, errors, language, Whose::Named)
}

/// How many rows of a workbook name which centre, by its code; those that name none under an empty one.
///
/// # Errors
/// When the file cannot be read.
pub fn centres_in(book: &Rulebook, path: &Path, sheet: Option<&str>) -> Result<BTreeMap<String, usize>> {
    let table = read(book, path, sheet)?;
    let mut centres = BTreeMap::new();
    for (_, outcome) in table.data() {
        if let Outcome::Entry(draft) = outcome {
            *centres.entry(draft.get(Field::Centre).to_owned()).or_default() += 1;
        }
    }
    Ok(centres)
}

fn read(book: &Rulebook, path: &Path, sheet: Option<&str>) -> Result<Table> {
    let headings = book.subject_headings();
    let options = Options { sheet, subjects: &headings, mapping: None };
    let bytes = files::whole(path)?;
    Table::read(&bytes, &options).map_err(|source| Error::Intake { path: path.to_owned(), source })
}

fn import_rows(
    desk: &mut Desk,
    path: &Path,
    sheet: Option<&str>,
    errors: Option<&Path>,
    language: Language,
    whose: Whose,
) -> Result<Imported> {
    let table = read(desk.book(), path, sheet)?;
    let (mut imported, taken) = sort_out(&table, &desk.register().read(), whose)?;
    let ids = take_in(desk, path, &taken)?;
    let judgement = desk.judge()?;
    let judged = |id: CandidateId| judgement.candidates.iter().find(|judged| judged.candidate.id == id);
    let of_rows: Vec<(u32, &Judged)> =
        taken.iter().zip(&ids).filter_map(|(taken, id)| Some((taken.row, judged(*id)?))).collect();
    imported.errors = of_rows.iter().any(|(_, judged)| judged.has_errors());
    if let Some(out) = errors {
        let reports = reports(desk, language, &imported, &of_rows);
        let workbook = error_workbook(&SheetCells::of(&table), &reports);
        files::put(out, &workbook.map_err(|error| Error::Workbook(error.to_string()))?)?;
    }
    Ok(imported)
}

/// What becomes of each row, before anything is written.
fn sort_out(table: &Table, reading: &Reading<'_>, whose: Whose) -> Result<(Imported, Vec<Taken>)> {
    let mut imported = Imported {
        read: 0,
        imported: 0,
        updated: 0,
        refused: Vec::new(),
        skipped: Vec::new(),
        elsewhere: Vec::new(),
        errors: false,
        other_sheets: table.other_sheets.clone(),
    };
    let mut taken = Vec::new();
    for (row, sorted) in sort(table.data().map(|(row, outcome)| (row.row, outcome)), reading, whose)? {
        imported.read += 1;
        match sorted {
            Sorted::Refused { cell, reason } => imported.refused.push((row, format!("{cell}: {reason}"))),
            Sorted::Skipped(what) => imported.skipped.push((row, what.name())),
            Sorted::Elsewhere { centre, .. } => imported.elsewhere.push((row, centre)),
            Sorted::Taken { draft, known } => {
                imported.imported += 1;
                imported.updated += usize::from(known.is_some());
                taken.push(Taken { row, draft, known });
            }
        }
    }
    Ok((imported, taken))
}

fn take_in(desk: &mut Desk, path: &Path, taken: &[Taken]) -> Result<Vec<CandidateId>> {
    let source = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let rows: Vec<ImportedRow> =
        taken.iter().map(|taken| ImportedRow { candidate: taken.known, draft: taken.draft.clone() }).collect();
    let mut entered = desk.transact(Operation::ImportDrafts { source, rows })?.entered.into_iter();
    Ok(taken.iter().filter_map(|taken| taken.known.or_else(|| entered.next())).collect())
}
