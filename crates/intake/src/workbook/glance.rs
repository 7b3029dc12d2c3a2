//! The sheets of a workbook before it is known which one is wanted. Owns what is told of each; refuses to choose.

use std::sync::Arc;

use super::{Book, Sheet, package};
use crate::layout::detect;
use crate::subjects::SubjectIndex;
use crate::{IntakeError, SubjectHeading, contained};

/// A sheet, looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetGlance {
    /// The sheet.
    pub sheet: Sheet,
    /// Whether anything stands on it.
    pub has_data: bool,
    /// Whether headings of candidates were recognised on it.
    pub has_headings: bool,
}

/// Every sheet of a workbook, in order.
///
/// # Errors
/// As [`super::Workbook::open`], but for headings that are missing.
pub fn glance(bytes: &[u8], subjects: &[SubjectHeading]) -> Result<Vec<SheetGlance>, IntakeError> {
    let format = package::format_of(bytes)?;
    contained(format, || {
        let mut book = Book::open(format, bytes, None)?;
        let subjects = Arc::new(SubjectIndex::new(subjects));
        let mut seen = Vec::new();
        for (place, sheet) in book.sheets().into_iter().enumerate() {
            let merges = book.merges(place)?;
            let has_headings = detect(&book.head(place, &merges)?, &subjects, None).is_some();
            let has_data = has_headings || book.has_data(place)?;
            seen.push(SheetGlance { sheet, has_data, has_headings });
        }
        Ok(seen)
    })
}
