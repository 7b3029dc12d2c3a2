//! The import template and the export of a register. Owns what goes into them; cells are `intake`'s.

use intake::export::{ExportRow, export as workbook_of};
use intake::template::template as template_of;

use crate::error::{Error, Result};
use crate::judgement::Judgement;
use crate::rulebook::Rulebook;

/// The import template as the bytes of an .xlsx workbook.
///
/// # Errors
/// When it cannot be made.
pub fn template(book: &Rulebook) -> Result<Vec<u8>> {
    let subjects = book.pack.subjects().all().iter().map(|subject| (subject.code.as_str(), subject.name.as_str()));
    template_of(&subjects.collect::<Vec<_>>()).map_err(|error| Error::Workbook(error.to_string()))
}

/// Every candidate on the roll as the bytes of an .xlsx workbook in the template's columns.
///
/// # Errors
/// When it cannot be made.
pub fn export(judgement: &Judgement) -> Result<Vec<u8>> {
    let rows = judgement
        .candidates
        .iter()
        .map(|judged| ExportRow { draft: &judged.candidate.draft, findings: judged.findings.len() });
    workbook_of(rows).map_err(|error| Error::Workbook(error.to_string()))
}
