//! The error workbook: the user's own sheet as it stands, each row under its own number, with three columns added.
//! Owns the added columns and the colours; refuses to change what the user wrote, and to say what is wrong (the caller
//! brings the messages).
//!
//! The added columns are headed [`ADDED_HEADINGS`]; the detection of headings ignores them, so a corrected workbook
//! imports again as it is. Where they are there already, from an earlier round, they are replaced.

mod cells;

use regulations::{Field, FieldSet};
use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet};

use crate::export::{MOST_CHARACTERS, SheetNotWritten, Styles, column, new_workbook};

pub use cells::{CellValue, SheetCells};

/// Headings of the added columns, in their order.
pub const ADDED_HEADINGS: [&str; 3] = ["Validation result", "Errors", "Paragraphs"];

/// What is said of a row as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is wrong with it.
    Ok,
    /// It has errors.
    Errors,
    /// It has warnings and no errors.
    Warnings,
    /// A cell of it cannot be read; it was not imported.
    Refused,
    /// It is not a candidate: a total, a signature, headings again.
    Skipped,
}

impl Verdict {
    /// The word in the first added column.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Ok => "OK",
            Verdict::Errors => "Errors",
            Verdict::Warnings => "Warnings",
            Verdict::Refused => "Refused",
            Verdict::Skipped => "Skipped",
        }
    }

    const fn colour(self) -> Option<Color> {
        match self {
            Verdict::Ok => Some(Color::RGB(0xD9_F0_DC)),
            Verdict::Errors | Verdict::Refused => Some(Color::RGB(0xF8_CC_C8)),
            Verdict::Warnings => Some(Color::RGB(0xFD_E9_B8)),
            Verdict::Skipped => None,
        }
    }
}

/// What is said of one row of the user's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReport {
    /// The row, as a spreadsheet program shows it.
    pub row: u32,
    /// As a whole.
    pub verdict: Verdict,
    /// Sentences, in the user's language.
    pub messages: Vec<String>,
    /// The paragraphs of the manual behind them.
    pub paragraphs: Vec<String>,
    /// Fields whose cells are coloured as wrong.
    pub errors: FieldSet,
    /// Fields whose cells are coloured as doubtful.
    pub warnings: FieldSet,
}

/// The error workbook as the bytes of an .xlsx workbook. Rows without a report keep their added columns empty; a report
/// on a row that the sheet does not have is written all the same.
///
/// # Errors
/// When the sheet has more rows or columns than an .xlsx sheet holds.
pub fn error_workbook(sheet: &SheetCells, reports: &[RowReport]) -> Result<Vec<u8>, SheetNotWritten> {
    let mut workbook = new_workbook()?;
    let page = workbook.add_worksheet();
    page.set_name(sheet.usable_name())?;
    let looks = Looks::new();
    let added = sheet.place_of_added(&ADDED_HEADINGS);
    for (row, cells) in &sheet.rows {
        let report = reports.binary_search_by_key(row, |report| report.row).ok().map(|place| &reports[place]);
        write_cells(page, sheet, *row, &cells[..cells.len().min(added)], report, &looks)?;
    }
    for report in reports {
        write_report(page, report, added, &looks)?;
    }
    headings(page, sheet, added, reports, &looks)?;
    Ok(workbook.save_to_buffer()?)
}

/// How the cells look.
struct Looks {
    styles: Styles,
    wrong: Shades,
    doubtful: Shades,
    plain: Shades,
}

/// One colour for every kind of value.
struct Shades {
    text: Format,
    number: Format,
    long_number: Format,
    date: Format,
}

impl Shades {
    fn of(paint: Option<Color>) -> Self {
        let base = paint.map_or_else(Format::new, |colour| Format::new().set_background_color(colour));
        Shades {
            text: base.clone().set_num_format("@"),
            number: base.clone(),
            long_number: base.clone().set_num_format("0"),
            date: base.set_num_format("dd/mm/yyyy"),
        }
    }
}

impl Looks {
    fn new() -> Self {
        Looks {
            styles: Styles::default(),
            wrong: Shades::of(Verdict::Errors.colour()),
            doubtful: Shades::of(Verdict::Warnings.colour()),
            plain: Shades::of(None),
        }
    }

    fn of(&self, sheet: &SheetCells, place: usize, report: Option<&RowReport>) -> &Shades {
        let among = |fields: FieldSet| sheet.fields_at(place).any(|field: Field| fields.contains(field));
        match report {
            Some(report) if among(report.errors) => &self.wrong,
            Some(report) if among(report.warnings) => &self.doubtful,
            _ => &self.plain,
        }
    }
}

fn write_cells(
    page: &mut Worksheet,
    sheet: &SheetCells,
    row: u32,
    cells: &[CellValue],
    report: Option<&RowReport>,
    looks: &Looks,
) -> Result<(), SheetNotWritten> {
    for (place, cell) in cells.iter().enumerate() {
        write_cell(page, (row.saturating_sub(1), column(place)), cell, looks.of(sheet, place, report))?;
    }
    // A missing value at the row's end has no cell to carry the colour, and is what many errors are about.
    for (_, place) in sheet.columns.iter().filter(|(_, place)| *place >= cells.len()) {
        page.write_blank(row.saturating_sub(1), column(*place), &looks.of(sheet, *place, report).text)?;
    }
    Ok(())
}

/// From eleven digits on a spreadsheet program would show a number in scientific notation.
const LONG_NUMBER: f64 = 1e10;

fn write_cell(
    page: &mut Worksheet,
    (row, place): (u32, u16),
    cell: &CellValue,
    shades: &Shades,
) -> Result<(), SheetNotWritten> {
    match cell {
        CellValue::Empty => page.write_blank(row, place, &shades.text)?,
        CellValue::Text(text) | CellValue::Error(text) => {
            page.write_string_with_format(row, place, shortened(text), &shades.text)?
        }
        CellValue::Number(number) if number.abs() >= LONG_NUMBER && number.is_finite() => {
            page.write_number_with_format(row, place, *number, &shades.long_number)?
        }
        CellValue::Number(number) if number.is_finite() => {
            page.write_number_with_format(row, place, *number, &shades.number)?
        }
        CellValue::Date(serial) if serial.is_finite() => {
            page.write_number_with_format(row, place, *serial, &shades.date)?
        }
        CellValue::Number(number) | CellValue::Date(number) => {
            page.write_string_with_format(row, place, number.to_string(), &shades.text)?
        }
        CellValue::Bool(value) => page.write_boolean_with_format(row, place, *value, &shades.number)?,
    };
    Ok(())
}

fn write_report(page: &mut Worksheet, report: &RowReport, added: usize, looks: &Looks) -> Result<(), SheetNotWritten> {
    let row = report.row.saturating_sub(1);
    let verdict = match report.verdict.colour() {
        Some(colour) => Format::new().set_bold().set_align(FormatAlign::Top).set_background_color(colour),
        None => Format::new().set_italic().set_align(FormatAlign::Top),
    };
    page.write_string_with_format(row, column(added), report.verdict.word(), &verdict)?;
    for (place, lines) in [(added + 1, &report.messages), (added + 2, &report.paragraphs)] {
        if !lines.is_empty() {
            let text = if place == added + 1 { lines.join("\n") } else { lines.join(", ") };
            page.write_string_with_format(row, column(place), shortened(&text), &looks.styles.wrapped)?;
        }
    }
    Ok(())
}

/// Headings of the added columns, the filter, the frozen rows and the widths.
fn headings(
    page: &mut Worksheet,
    sheet: &SheetCells,
    added: usize,
    reports: &[RowReport],
    looks: &Looks,
) -> Result<(), SheetNotWritten> {
    for (place, width) in sheet.widths().into_iter().enumerate().take(added) {
        page.set_column_width(column(place), width)?;
    }
    for (place, width) in [(added, 17.0), (added + 1, 70.0), (added + 2, 16.0)] {
        page.set_column_width(column(place), width)?;
    }
    let Some(heading) = sheet.heading_row.checked_sub(1) else { return Ok(()) };
    for (place, text) in ADDED_HEADINGS.iter().enumerate() {
        page.write_string_with_format(heading, column(added + place), *text, &looks.styles.added)?;
    }
    let last_row = sheet.rows.last().map_or(0, |(row, _)| *row).max(reports.last().map_or(0, |report| report.row));
    page.autofilter(heading, 0, last_row.saturating_sub(1).max(heading), column(added + 2))?;
    page.set_freeze_panes(heading + 1, 0)?;
    Ok(())
}

fn shortened(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}

#[cfg(test)]
mod tests;
