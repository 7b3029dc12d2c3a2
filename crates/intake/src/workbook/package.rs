//! What a workbook's bytes are, and whether its parts can be read safely. Owns the limits on parts; counts the bytes that
//! really come out of a part, whatever it declares.

use std::io::{BufRead, BufReader, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use crate::format::is_zip;
use crate::{Format, IntakeError};

pub(crate) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The largest file taken.
const LARGEST_FILE: usize = 256 << 20;
/// The largest sheet, decompressed: over a million rows are not a workbook's business.
pub(crate) const LARGEST_SHEET: u64 = 768 << 20;
/// The largest table of shared strings, decompressed.
pub(crate) const LARGEST_STRINGS: u64 = 128 << 20;
/// The most shared strings.
const MOST_STRINGS: u64 = 4_000_000;
/// The largest of the other parts.
const LARGEST_PART: u64 = 16 << 20;
/// The longest tag or text.
const LONGEST_TOKEN: usize = 1 << 20;
const MOST_PARTS: usize = 10_000;
/// How much is looked at in one go.
const WINDOW: usize = 256 << 10;

/// Tells the format of a workbook by its container and parts.
pub(crate) fn format_of(bytes: &[u8]) -> Result<Format, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::Empty);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(IntakeError::too_large("the file", "256 MiB"));
    }
    if !is_zip(bytes) {
        return match crate::Family::of(bytes)? {
            crate::Family::Workbook => Ok(Format::Xls),
            crate::Family::Delimited => Err(IntakeError::NotASpreadsheet { found: "a text file, not a workbook" }),
        };
    }
    let archive = open(bytes, Format::Xlsx)?;
    let has = |name: &str| archive.file_names().any(|part| part.is_ok_and(|part| part.eq_ignore_ascii_case(name)));
    let holds = |folder: &str| archive.file_names().any(|part| part.is_ok_and(|part| part.starts_with(folder)));
    Ok(if has("xl/workbook.bin") {
        Format::Xlsb
    } else if has("xl/workbook.xml") || (has("_rels/.rels") && holds("xl/")) {
        Format::Xlsx
    } else if has("content.xml") && has("mimetype") {
        Format::Ods
    } else {
        let found = match () {
            () if holds("word/") => "a Word document",
            () if holds("ppt/") => "a presentation",
            () if holds("Index/") => "an Apple Numbers document",
            () => "an archive (ZIP)",
        };
        return Err(IntakeError::NotASpreadsheet { found });
    })
}

/// Opens the container.
pub(crate) fn open(bytes: &[u8], format: Format) -> Result<Archive<'_>, IntakeError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| IntakeError::damaged(format, "it was cut short"))?;
    if archive.len() > MOST_PARTS {
        return Err(IntakeError::too_large("the list of the file's parts", "10,000 parts"));
    }
    Ok(archive)
}

/// What a part was found to hold.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// The text from the part's list of merged cells on.
    pub(crate) merges: Vec<u8>,
    /// How many tags of shared strings stand in it: two a string.
    strings: u64,
}

/// What a part may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    bytes: u64,
    xml: bool,
    strings: bool,
}

impl Limit {
    pub(crate) const SHEET: Limit = Limit { bytes: LARGEST_SHEET, xml: true, strings: false };
    pub(crate) const PART: Limit = Limit { bytes: LARGEST_PART, xml: true, strings: false };
    pub(crate) const STRINGS: Limit = Limit { bytes: LARGEST_STRINGS, xml: true, strings: true };
}

/// Decompresses a part without keeping it, and refuses what would exhaust a reader.
pub(crate) fn scan(archive: &mut Archive<'_>, name: &str, limit: Limit, format: Format) -> Result<Facts, IntakeError> {
    match scan_as(archive, name, limit, format, false)? {
        Some(facts) => Ok(facts),
        None => scan_as(archive, name, limit, format, true)?
            .ok_or_else(|| IntakeError::damaged(format, format!("part {name} cannot be read"))),
    }
}

/// `None`: something stands there for which the part must be looked at tag by tag (`exact`).
fn scan_as(
    archive: &mut Archive<'_>,
    name: &str,
    limit: Limit,
    format: Format,
    exact: bool,
) -> Result<Option<Facts>, IntakeError> {
    let damaged = |_| IntakeError::damaged(format, format!("part {name} is missing or was cut short"));
    let part = archive.by_name(name).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
            IntakeError::Encrypted { format }
        }
        _ => IntakeError::damaged(format, format!("part {name} is missing or was cut short")),
    })?;
    if part.size() > limit.bytes {
        return Err(too_large(name, limit));
    }
    let mut part = BufReader::with_capacity(WINDOW, part.take(limit.bytes + 1));
    let (mut facts, mut total, mut tokens) = (Facts::default(), 0, Tokens::default());
    let mut window: Vec<u8> = Vec::with_capacity(WINDOW + 64);
    loop {
        let kept = keep_tail(&mut window);
        read_window(&mut part, &mut window).map_err(damaged)?;
        let fresh = &window[kept..];
        total += fresh.len() as u64;
        if total > limit.bytes {
            return Err(too_large(name, limit));
        }
        if fresh.is_empty() {
            return Ok(Some(facts));
        }
        if limit.xml {
            if memmem::find(&window, b"<!DOCTYPE").is_some() || memmem::find(&window, b"<!ENTITY").is_some() {
                return Err(IntakeError::DocumentType { part: name.to_owned() });
            }
            if exact {
                tokens.feed(fresh).map_err(|()| IntakeError::too_large(format!("a cell of part {name}"), "1 MiB"))?;
            } else if is_odd(fresh, total == fresh.len() as u64) {
                return Ok(None);
            }
            facts.note(&window, kept, name)?;
            if limit.strings {
                facts.count_strings(&window, kept, total == window.len() as u64, name)?;
            }
        }
    }
}

fn too_large(name: &str, limit: Limit) -> IntakeError {
    IntakeError::too_large(format!("part {name} of the file"), format!("{} MiB", limit.bytes >> 20))
}

/// Keeps the end of a window, in which a word may begin.
fn keep_tail(window: &mut Vec<u8>) -> usize {
    let tail = window.len().saturating_sub(24);
    window.drain(..tail);
    window.len()
}

fn read_window(part: &mut impl BufRead, window: &mut Vec<u8>) -> std::io::Result<()> {
    let full = window.len() + WINDOW;
    while window.len() < full {
        let room = full - window.len();
        let bytes = part.fill_buf()?;
        if bytes.is_empty() {
            return Ok(());
        }
        let taken = bytes.len().min(room);
        window.extend_from_slice(&bytes[..taken]);
        part.consume(taken);
    }
    Ok(())
}

/// Whether a window could lie inside one endless tag, text or comment.
fn is_odd(window: &[u8], first: bool) -> bool {
    let has = |byte| memchr::memchr(byte, window).is_some();
    let full = window.len() >= WINDOW;
    let body = if first { memmem::find(window, b"?>").map_or(window, |at| &window[at..]) } else { window };
    (full && !(has(b'<') && has(b'>') && has(b'"')))
        || memmem::find(body, b"='").is_some()
        || memmem::find(window, b"<!").is_some()
}

impl Facts {
    fn note(&mut self, window: &[u8], kept: usize, name: &str) -> Result<(), IntakeError> {
        if !self.merges.is_empty() {
            self.merges.extend_from_slice(&window[kept..]);
        } else if let Some(at) =
            memmem::find(window, b"mergeCells").filter(|&at| at > 0 && matches!(window[at - 1], b'<' | b':'))
        {
            self.merges.extend_from_slice(&window[at..]);
        }
        if self.merges.len() > LARGEST_PART as usize {
            return Err(IntakeError::too_large(format!("the list of merged cells in {name}"), "16 MiB"));
        }
        Ok(())
    }

    /// Counts the strings that a reader will keep, and reads how many are declared, for which it may make room.
    fn count_strings(&mut self, window: &[u8], kept: usize, first: bool, name: &str) -> Result<(), IntakeError> {
        let declared = if first { declared_in(window) } else { 0 };
        self.strings += memmem::find_iter(&window[kept.saturating_sub(2)..], b"si>").count() as u64;
        if declared > MOST_STRINGS || self.strings > 2 * MOST_STRINGS {
            return Err(IntakeError::too_large(format!("the table of texts in {name}"), "4,000,000 texts"));
        }
        Ok(())
    }
}

/// Follows tags, attributes and texts through a part without keeping them.
#[derive(Default)]
struct Tokens {
    inside: Inside,
    length: usize,
    recent: [u8; 3],
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Text,
    Tag,
    Quoted(u8),
    Comment,
    Data,
}

impl Tokens {
    fn feed(&mut self, bytes: &[u8]) -> Result<(), ()> {
        for &b in bytes {
            self.length += 1;
            let next = match (self.inside, b) {
                (Inside::Text, b'<') => Inside::Tag,
                (Inside::Tag, b'>') => Inside::Text,
                (Inside::Tag, b'"' | b'\'') => Inside::Quoted(b),
                (Inside::Tag, b'-') if self.length == 4 && self.recent == *b"<!-" => Inside::Comment,
                (Inside::Tag, b'[') if self.length == 3 && self.recent[1..] == *b"<!" => Inside::Data,
                (Inside::Quoted(quote), b) if b == quote => Inside::Tag,
                (Inside::Comment, b'>') if self.recent[1..] == *b"--" => Inside::Text,
                (Inside::Data, b'>') if self.recent[1..] == *b"]]" => Inside::Text,
                (same, _) => same,
            };
            let starts = next != self.inside && (next == Inside::Text || self.inside == Inside::Text);
            self.inside = next;
            if starts {
                self.length = usize::from(next != Inside::Text);
            }
            self.recent = [self.recent[1], self.recent[2], b];
            if self.length > LONGEST_TOKEN {
                return Err(());
            }
        }
        Ok(())
    }
}

/// The largest of the counts that the table of strings declares.
fn declared_in(window: &[u8]) -> u64 {
    let head = &window[..window.len().min(64 << 10)];
    memmem::find_iter(head, b"niqueCount")
        .filter_map(|at| {
            let digits: String = head[at..]
                .iter()
                .skip_while(|b| !b.is_ascii_digit())
                .take_while(|b| b.is_ascii_digit())
                .map(|&b| char::from(b))
                .collect();
            digits.parse().ok().or((digits.len() > 19).then_some(u64::MAX))
        })
        .max()
        .unwrap_or(0)
}

/// Reads a small part whole, within its limit.
pub(crate) fn read(archive: &mut Archive<'_>, name: &str, format: Format) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    let part = archive.by_name(name).map_err(|_| IntakeError::damaged(format, format!("part {name} is missing")))?;
    part.take(LARGEST_PART + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| IntakeError::damaged(format, format!("part {name} was cut short")))?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(too_large(name, Limit::PART));
    }
    Ok(bytes)
}

/// The first part of a part: enough to see whether there is anything in it.
pub(crate) fn head(archive: &mut Archive<'_>, name: &str, format: Format) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    let part = archive.by_name(name).map_err(|_| IntakeError::damaged(format, format!("part {name} is missing")))?;
    part.take(1 << 20)
        .read_to_end(&mut bytes)
        .map_err(|_| IntakeError::damaged(format, format!("part {name} was cut short")))?;
    Ok(bytes)
}

/// The names of all parts.
pub(crate) fn names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
}
