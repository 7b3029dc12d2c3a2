//! The register as a spreadsheet. Owns the workbook of all candidates in the template's columns, which imports again;
//! refuses to choose the candidates (the caller does).
//!
//! Workbooks are built in memory: the writer's way of using less puts every row into a plain temporary file first, and
//! no candidate's data may lie in one (ARCHITECTURE.md, invariant 8).

mod sheet;

use regulations::{Draft, Field};

pub use sheet::SheetNotWritten;
pub(crate) use sheet::{MOST_CHARACTERS, Styles, column, column_width, new_workbook};

/// The heading of the column after the template's.
const FINDINGS: &str = "findings";

/// One candidate of the export.
#[derive(Clone, Copy, Debug)]
pub struct ExportRow<'a> {
    /// The entry.
    pub draft: &'a Draft,
    /// How many findings it has.
    pub findings: usize,
}

/// All candidates as the bytes of an .xlsx workbook, one a row, in the order given.
///
/// # Errors
/// When there are more rows than a sheet holds.
pub fn export<'a>(rows: impl IntoIterator<Item = ExportRow<'a>>) -> Result<Vec<u8>, SheetNotWritten> {
    let mut workbook = new_workbook()?;
    let styles = Styles::default();
    let sheet = workbook.add_worksheet().set_name("Candidates")?;
    for field in Field::ALL {
        sheet.write_string_with_format(0, column(field as usize), field.name(), &styles.heading)?;
        sheet.set_column_format(column(field as usize), &styles.text)?;
        sheet.set_column_width(column(field as usize), column_width(field))?;
    }
    sheet.write_string_with_format(0, column(Field::COUNT), FINDINGS, &styles.heading)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut last = 0;
    for row in rows {
        last += 1;
        write_candidate(sheet, last, &row, &styles)?;
    }
    sheet.autofilter(0, 0, last, column(Field::COUNT))?;
    Ok(workbook.save_to_buffer()?)
}

fn write_candidate(
    sheet: &mut rust_xlsxwriter::Worksheet,
    at: u32,
    row: &ExportRow<'_>,
    styles: &Styles,
) -> Result<(), SheetNotWritten> {
    for field in Field::ALL {
        let value = row.draft.get(field);
        if !value.is_empty() {
            let shown: String = value.chars().take(MOST_CHARACTERS).collect();
            sheet.write_string_with_format(at, column(field as usize), shown, &styles.text)?;
        }
    }
    sheet.write_number(at, column(Field::COUNT), row.findings as f64)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Table;
    use crate::{Options, Outcome};

    #[test]
    fn what_was_exported_imports_again_value_for_value() {
        let drafts = [
            Draft::with([
                (Field::Centre, "04112003"),
                (Field::CandidateNo, "007"),
                (Field::Name, "AKINYI JANE"),
                (Field::Gender, "F"),
                (Field::QualifyingIndex, "04112003007"),
                (Field::Subjects, "101 102 121 231 232 311 313"),
                (Field::Phone, "0700000001"),
            ]),
            Draft::with([(Field::Name, "=SUM(A1)"), (Field::AdmissionNo, "00012")]),
        ];
        let bytes = export(drafts.iter().map(|draft| ExportRow { draft, findings: 2 })).unwrap();
        let table = Table::read(&bytes, &Options::default()).unwrap();
        let read: Vec<&Outcome> = table.data().map(|(_, outcome)| outcome).collect();
        assert_eq!(read, [&Outcome::Entry(drafts[0].clone().into()), &Outcome::Entry(drafts[1].clone().into())]);
    }

    #[test]
    fn an_export_of_nobody_has_headings_and_the_same_bytes_each_time() {
        let bytes = export([]).unwrap();
        assert_eq!(Table::read(&bytes, &Options::default()).unwrap().data().count(), 0);
        assert_eq!(bytes, export([]).unwrap());
    }
}
