//! What every workbook written has in common: its properties, its styles and the widths of its columns.

use regulations::Field;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// The most characters of a cell. The format's own bound is 32,767 units of UTF-16.
pub(crate) const MOST_CHARACTERS: usize = 16_000;

/// A workbook that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetNotWritten {
    /// The writer refused: more rows or columns than a sheet has.
    #[error("the workbook could not be written ({0}): split the rows over several files")]
    Refused(#[from] XlsxError),
}

/// A workbook with the same bytes whenever it is made: it tells no time of its making.
pub(crate) fn new_workbook() -> Result<Workbook, SheetNotWritten> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author("Daftari").set_creation_datetime(&made));
    Ok(workbook)
}

/// A column's number in the writer's type. No column of ours is beyond it.
pub(crate) fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// How cells look.
#[derive(Debug)]
pub(crate) struct Styles {
    /// Headings.
    pub(crate) heading: Format,
    /// Headings of columns that the program fills.
    pub(crate) added: Format,
    /// Values that keep their zeros.
    pub(crate) text: Format,
    /// Sentences over several lines.
    pub(crate) wrapped: Format,
    /// Titles of a page.
    pub(crate) title: Format,
}

impl Default for Styles {
    fn default() -> Self {
        let heading = Format::new()
            .set_bold()
            .set_num_format("@")
            .set_font_color(Color::White)
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin);
        Styles {
            added: heading.clone().set_background_color(Color::RGB(0x5B_4A_1F)),
            heading: heading.set_background_color(Color::RGB(0x1F_4E_5B)),
            text: Format::new().set_num_format("@"),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            title: Format::new().set_bold().set_font_size(14),
        }
    }
}

/// How wide a field's column is, in characters.
pub(crate) const fn column_width(field: Field) -> f64 {
    match field {
        Field::Name => 32.0,
        Field::Subjects | Field::LastKcseSubjects => 38.0,
        Field::BirthCertificateNo | Field::SpecialNeeds | Field::QualifyingTestYear => 21.0,
        Field::Gender => 9.0,
        _ => 17.0,
    }
}
