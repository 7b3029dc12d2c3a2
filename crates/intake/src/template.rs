//! The import template: an empty sheet for candidates with drop-downs and columns that keep zeros, a page of
//! explanations in English and Kiswahili, and the list of subjects. Owns its words; refuses to hold a single candidate,
//! so that a template sent back untouched imports nobody.

mod explanations;

use explanations::explanation;
use regulations::Field;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Workbook};

use crate::export::{SheetNotWritten, Styles, column, column_width, new_workbook};

/// The last row, from 0, that drop-downs reach: more than any centre has candidates.
const LAST_ROW: u32 = 5_000;

/// The import template as the bytes of an .xlsx workbook. `subjects` are pairs of code and name, in the order to list.
///
/// # Errors
/// When there are more subjects than a sheet has rows.
pub fn template(subjects: &[(&str, &str)]) -> Result<Vec<u8>, SheetNotWritten> {
    let mut workbook = new_workbook()?;
    let styles = Styles::default();
    entry_sheet(&mut workbook, &styles)?;
    explanations_sheet(&mut workbook, &styles)?;
    subjects_sheet(&mut workbook, &styles, subjects)?;
    Ok(workbook.save_to_buffer()?)
}

fn entry_sheet(workbook: &mut Workbook, styles: &Styles) -> Result<(), SheetNotWritten> {
    let sheet = workbook.add_worksheet().set_name("Candidates")?;
    for field in Field::ALL {
        let place = column(field as usize);
        sheet.write_string_with_format(0, place, field.name(), &styles.heading)?;
        sheet.set_column_format(place, &styles.text)?;
        sheet.set_column_width(place, column_width(field))?;
        if let Some(help) = cell_help(field)? {
            sheet.add_data_validation(1, place, LAST_ROW, place, &help)?;
        }
    }
    sheet.set_row_height(0, 24)?;
    // The name stays in sight while the columns to its right are filled in.
    sheet.set_freeze_panes(1, Field::Name as u16 + 1)?;
    sheet.set_landscape();
    Ok(())
}

/// The drop-down or the hint of a column. Other values may be typed after a warning: an import judges, a template does not.
fn cell_help(field: Field) -> Result<Option<DataValidation>, SheetNotWritten> {
    let choices: &[&str] = match field {
        Field::Gender => &["M", "F"],
        Field::Citizenship => &["C", "N"],
        Field::EntryCode => &["1", "2", "3"],
        Field::Qualification => &["KCPE", "CPE", "KCE", "EACE", "FOREIGN"],
        Field::SpecialNeeds | Field::Subjects | Field::LastKcseSubjects => &[],
        _ => return Ok(None),
    };
    let rule = if choices.is_empty() {
        DataValidation::new().allow_any_value()
    } else {
        DataValidation::new().allow_list_strings(choices)?.set_error_style(DataValidationErrorStyle::Warning)
    };
    let words = explanation(field);
    let message = format!("{}\n{}", words.en, words.sw);
    Ok(Some(rule.set_input_title(field.name())?.set_input_message(message)?.set_error_message(words.en)?))
}

fn explanations_sheet(workbook: &mut Workbook, styles: &Styles) -> Result<(), SheetNotWritten> {
    let sheet = workbook.add_worksheet().set_name("Explanations - Maelezo")?;
    sheet.write_string_with_format(0, 0, "How to fill in the sheet Candidates", &styles.title)?;
    sheet.write_string_with_format(1, 0, "Jinsi ya kujaza karatasi ya Candidates", &styles.title)?;
    for (row, (english, kiswahili)) in (2..).zip(explanations::STEPS) {
        sheet.merge_range(row, 0, row, 1, english, &styles.wrapped)?;
        sheet.merge_range(row, 2, row, 3, kiswahili, &styles.wrapped)?;
        sheet.set_row_height(row, 48)?;
    }
    let top = 3 + explanations::STEPS.len() as u32;
    for (place, heading) in (0..).zip(["Column / Safu", "What to write", "Andika nini", "Example / Mfano"]) {
        sheet.write_string_with_format(top, place, heading, &styles.heading)?;
    }
    for (row, field) in (top + 1..).zip(Field::ALL) {
        let words = explanation(field);
        for (place, text) in (0..).zip([field.name(), words.en, words.sw, words.example]) {
            sheet.write_string_with_format(row, place, text, &styles.wrapped)?;
        }
    }
    for (place, width) in [(0, 24), (1, 58), (2, 58), (3, 34)] {
        sheet.set_column_width(place, width)?;
    }
    sheet.set_landscape();
    Ok(())
}

fn subjects_sheet(workbook: &mut Workbook, styles: &Styles, list: &[(&str, &str)]) -> Result<(), SheetNotWritten> {
    let sheet = workbook.add_worksheet().set_name("Subjects - Masomo")?;
    sheet.write_string_with_format(0, 0, "Code / Msimbo", &styles.heading)?;
    sheet.write_string_with_format(0, 1, "Subject / Somo", &styles.heading)?;
    for (row, (code, name)) in (1..).zip(list) {
        sheet.write_string_with_format(row, 0, *code, &styles.text)?;
        sheet.write_string(row, 1, *name)?;
    }
    sheet.set_column_width(0, 16)?.set_column_width(1, 36)?.set_freeze_panes(1, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests;
