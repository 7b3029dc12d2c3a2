//! Which format a file is in, told by its content. Owns the signatures; refuses to look at a file's name.

use std::fmt;

use crate::IntakeError;

/// A format that tables come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text split by comma, semicolon or tab.
    Delimited,
    /// Excel workbook, with macros or without.
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97-2003 workbook.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Delimited => "text file",
            Format::Xlsx => "Excel workbook",
            Format::Xlsb => "Excel binary workbook",
            Format::Xls => "Excel 97-2003 workbook",
            Format::Ods => "OpenDocument spreadsheet",
        })
    }
}

/// How a file must be read: a text as a stream of blocks, the rest whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// [`crate::delimited`] reads it.
    Delimited,
    /// [`crate::workbook`] reads it.
    Workbook,
}

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What other files begin with, and what to call them.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"Rar!", "an archive (RAR)"),
    (b"7z\xBC\xAF", "an archive (7z)"),
    (b"\x1F\x8B", "an archive (gzip)"),
    (b"PK\x05\x06", "an empty archive (ZIP)"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
];

impl Family {
    /// Tells how to read a file from its first bytes (a few kilobytes are enough).
    ///
    /// # Errors
    /// [`IntakeError::Empty`] and [`IntakeError::NotASpreadsheet`].
    pub fn of(head: &[u8]) -> Result<Self, IntakeError> {
        if head.is_empty() {
            return Err(IntakeError::Empty);
        }
        if head.starts_with(ZIP) || head.starts_with(OLE) {
            return Ok(Family::Workbook);
        }
        if let Some((_, found)) = FOREIGN.iter().find(|(signature, _)| head.starts_with(signature)) {
            return Err(IntakeError::NotASpreadsheet { found });
        }
        match markup(head) {
            Some(found) => Err(IntakeError::NotASpreadsheet { found }),
            None if is_binary(head) => Err(IntakeError::NotASpreadsheet { found: "a binary file of an unknown kind" }),
            None => Ok(Family::Delimited),
        }
    }
}

/// Pages and XML that web programs call `.xls`.
fn markup(head: &[u8]) -> Option<&'static str> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    if begins("<html") || begins("<!doctype") || begins("<table") {
        Some("a web page")
    } else if begins("<?xml") || begins("<workbook") {
        Some("an XML document")
    } else {
        None
    }
}

/// Text has no control characters but tabs and line ends, unless it is UTF-16, where every other byte is zero.
fn is_binary(head: &[u8]) -> bool {
    let sample = &head[..head.len().min(4096)];
    if crate::delimited::is_utf16(sample) {
        return false;
    }
    sample.contains(&0) || {
        let controls = sample.iter().filter(|&&b| b < 32 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A)).count();
        controls * 20 > sample.len()
    }
}

pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_not_the_name() {
        for (head, family) in [
            (&b"name,gender\n"[..], Family::Delimited),
            (b"PK\x03\x04rest", Family::Workbook),
            (OLE, Family::Workbook),
            (b"n\0a\0m\0e\0,\0s\0e\0x\0\n\0", Family::Delimited),
        ] {
            assert_eq!(Family::of(head).ok(), Some(family));
        }
    }

    #[test]
    fn what_is_no_spreadsheet_is_named() {
        for (head, word) in [
            (&b"%PDF-1.7"[..], "PDF"),
            (b"  <HTML><body>", "web page"),
            (b"\x00\x01\x02\x03\x04\x05", "binary"),
            (b"\xFF\xD8\xFF\xE0", "picture"),
        ] {
            let error = Family::of(head).expect_err("refused").to_string();
            assert!(error.contains(word), "{error}");
        }
        assert!(matches!(Family::of(b""), Err(IntakeError::Empty)));
    }
}
