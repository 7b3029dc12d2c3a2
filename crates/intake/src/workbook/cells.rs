//! A workbook's cell as text. Owns how numbers, dates and errors are written out, so that all formats' rows are alike.

use std::fmt::Write;

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    Continue,
    Stop,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    Text(&'a str),
    Number(f64),
    Date(ExcelDateTime),
    /// A date or a time as ISO 8601.
    Iso(&'a str),
    Bool(bool),
    Error(&'static str),
}

impl<'a> From<&'a DataRef<'_>> for Cell<'a> {
    fn from(data: &'a DataRef<'_>) -> Self {
        match data {
            DataRef::Empty => Cell::Empty,
            DataRef::String(text) => Cell::Text(text),
            DataRef::SharedString(text) => Cell::Text(text),
            DataRef::Int(number) => Cell::Number(*number as f64),
            DataRef::Float(number) => Cell::Number(*number),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTime(date) => Cell::Date(*date),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Iso(text),
            DataRef::Error(error) => Cell::Error(error_name(error)),
        }
    }
}

impl<'a> From<&'a Data> for Cell<'a> {
    fn from(data: &'a Data) -> Self {
        match data {
            Data::Empty => Cell::Empty,
            Data::String(text) => Cell::Text(text),
            Data::Int(number) => Cell::Number(*number as f64),
            Data::Float(number) => Cell::Number(*number),
            Data::Bool(value) => Cell::Bool(*value),
            Data::DateTime(date) => Cell::Date(*date),
            Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Iso(text),
            Data::Error(error) => Cell::Error(error_name(error)),
        }
    }
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

impl Cell<'_> {
    /// Appends the cell as text: a whole number without a fraction, a date as `yyyy-mm-dd`.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Cell::Empty => {}
            Cell::Text(text) | Cell::Iso(text) => out.push_str(text),
            Cell::Number(number) => write_number(*number, out),
            Cell::Date(date) => write_date(date, out),
            Cell::Bool(value) => out.push_str(if *value { "TRUE" } else { "FALSE" }),
            Cell::Error(name) => out.push_str(name),
        }
    }
}

/// The largest number whose digits a spreadsheet keeps.
const EXACT: f64 = 1e15;

pub(crate) fn write_number(number: f64, out: &mut String) {
    if number.fract() == 0.0 && (0.0..EXACT).contains(&number) {
        let mut left = number as u64;
        let mut digits = [0_u8; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or(""));
    } else if number.abs() >= EXACT {
        write_shortened(number, out);
    } else {
        // Writing to a String cannot fail.
        let _ = write!(out, "{number}");
    }
}

/// A number of which digits are lost, as a spreadsheet shows it: `1.23456789012346E+17`.
fn write_shortened(number: f64, out: &mut String) {
    let shown = format!("{number:.14E}");
    match shown.split_once('E') {
        Some((mantissa, power)) => {
            let _ = write!(out, "{mantissa}E+{power}");
        }
        None => out.push_str(&shown),
    }
}

fn write_date(date: &ExcelDateTime, out: &mut String) {
    let days = date.as_f64();
    if !date.is_datetime() || !(0.0..2_958_466.0).contains(&days) {
        return write_number(days, out);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let _ = write!(out, "{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        let _ = write!(out, " {hour:02}:{minute:02}:{second:02}");
    }
}
