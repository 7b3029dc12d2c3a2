//! Whether a row is a candidate at all. Owns the telling of totals, signatures and repeated headings; where in doubt,
//! a row is a candidate, for its findings will show what is wrong.

use regulations::Field;

use crate::layout::{Layout, Step};
use crate::meanings::Meanings;
use crate::outcome::Skip;
use crate::values::{Tidied, tidy};
use crate::words::{fold, squeeze};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    Empty,
    Entry,
    Skipped(Skip),
}

/// Tells what a row is from all its cells, those of columns without meaning too.
#[cold]
pub(crate) fn kind_of<'a>(layout: &Layout, cells: impl Iterator<Item = &'a str>) -> RowKind {
    let cells: Vec<(usize, String)> =
        cells.map(fold).enumerate().take(crate::layout::MOST_COLUMNS).filter(|(_, text)| !text.is_empty()).collect();
    if cells.is_empty() {
        return RowKind::Empty;
    }
    if repeats_headings(layout, &cells) {
        return RowKind::Skipped(Skip::RepeatedHeadings);
    }
    let first = cells.iter().map(|(_, text)| text).find(|text| text.chars().any(char::is_alphabetic));
    if let Some(what) = first.and_then(|text| Meanings::get().foot(text))
        && evidence(layout, &cells) < 2
    {
        return RowKind::Skipped(if what == "total" { Skip::Total } else { Skip::Signature });
    }
    let means_something = |(column, _): &(usize, String)| layout.steps.get(*column).is_some_and(|s| *s != Step::Ignore);
    if cells.iter().any(means_something) { RowKind::Entry } else { RowKind::Skipped(Skip::NoEntry) }
}

/// Whether a row says the headings again: half its cells or more, marks of subjects (which may be their code) apart.
fn repeats_headings(layout: &Layout, cells: &[(usize, String)]) -> bool {
    let is_mark = |column: usize| matches!(layout.steps.get(column), Some(Step::Subject(_)));
    layout.heading_keys.iter().any(|keys| {
        let says = |(column, text): &&(usize, String)| {
            keys.get(*column).is_some_and(|key| !key.is_empty() && *key == squeeze(text))
        };
        let others = cells.iter().filter(|(column, _)| !is_mark(*column)).count();
        let said = cells.iter().filter(|(column, _)| !is_mark(*column)).filter(says).count();
        if others == 0 {
            cells.len() >= 2 && cells.iter().all(|cell| says(&cell))
        } else {
            said >= 2 && said * 2 >= others
        }
    })
}

/// How many cells hold what only a candidate's row holds.
fn evidence(layout: &Layout, cells: &[(usize, String)]) -> usize {
    let holds = |(column, text): &&(usize, String)| {
        let Some(Step::Field(field)) = layout.steps.get(*column) else { return false };
        let mut out = String::new();
        let value = match tidy(*field, text, &layout.subjects, &mut out) {
            Ok(Tidied::Is(value)) => value,
            Ok(Tidied::Written) => &out,
            Err(_) => return false,
        };
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        match field {
            Field::Gender => matches!(value, "M" | "F"),
            Field::Citizenship => matches!(value, "C" | "N"),
            Field::EntryCode => matches!(value, "1" | "2" | "3"),
            Field::YearOfBirth => value.len() == 4 && digits == 4,
            Field::BirthCertificateNo => digits >= 4,
            Field::QualifyingIndex | Field::LastKcseIndex => digits >= 8,
            Field::Subjects => digits >= 6,
            _ => false,
        }
    };
    cells.iter().filter(holds).count()
}
