//! Text files split by comma, semicolon or tab, in the encodings that spreadsheet programs write.

use anyhow::ensure;

use super::Sheet;

/// How text becomes bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 as it is.
    Utf8,
    /// UTF-8 after a byte order mark, as Excel saves it.
    Utf8Marked,
    /// UTF-16, low byte first, after a byte order mark: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first, after a byte order mark.
    Utf16Be,
    /// Windows-1252, as Excel saves plain "CSV" in western countries.
    Windows1252,
}

/// A sheet as text, a line a row, empty rows kept as lines of separators.
///
/// # Errors
/// When the encoding lacks a letter.
pub fn delimited(sheet: &Sheet, separator: u8, encoding: Encoding) -> anyhow::Result<Vec<u8>> {
    let mut rows = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    let (height, width) = sheet.size();
    for row in 0..height {
        let mut texts = vec![String::new(); usize::from(width)];
        for (column, cell) in sheet.row(row) {
            texts[usize::from(column)] = cell.text();
        }
        rows.write_record(&texts)?;
    }
    encoded(&String::from_utf8(rows.into_inner()?)?, encoding)
}

fn encoded(text: &str, encoding: Encoding) -> anyhow::Result<Vec<u8>> {
    Ok(match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Marked => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        Encoding::Utf16Le => "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1252 => {
            let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
            ensure!(!lost, "a letter has no place in Windows-1252");
            bytes.into_owned()
        }
    })
}
