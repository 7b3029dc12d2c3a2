//! `.xlsx` and `.xlsm`, through rust_xlsxwriter.

use std::io::{Cursor, Read};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::{Cell, Sheet, zipped};

/// A workbook of these sheets.
///
/// # Errors
/// When a sheet is not one that the format can hold.
pub fn xlsx(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2026, 1, 5)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The same workbook as one that may hold macros (it holds none).
///
/// # Errors
/// As [`xlsx`].
pub fn xlsm(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(xlsx(sheets)?))?;
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place)?;
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        let plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        let text = text.replace(plain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
        parts.push((part.name()?.into_owned(), text));
    }
    zipped(&parts.iter().map(|(name, text)| (name.as_str(), text)).collect::<Vec<_>>())
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> anyhow::Result<()> {
    page.set_name(&sheet.name)?.set_hidden(sheet.hidden);
    for (first_row, first_column, last_row, last_column) in &sheet.merged {
        page.merge_range(*first_row, *first_column, *last_row, *last_column, "", &Format::new())?;
    }
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for ((row, column), cell) in &sheet.cells {
        let (row, column) = (*row, *column);
        match cell {
            Cell::Text(text) => page.write_string(row, column, text)?,
            Cell::Number(number) => page.write_number(row, column, *number)?,
            Cell::Date(y, m, d) => page.write_number_with_format(row, column, Cell::serial(*y, *m, *d), &date)?,
            Cell::Formula(formula, value) => {
                page.write_formula(row, column, Formula::new(formula).set_result(value.text()))?
            }
            Cell::NotAvailable => page.write_formula(row, column, Formula::new("NA()").set_result("#N/A"))?,
        };
    }
    page.autofit();
    Ok(())
}
