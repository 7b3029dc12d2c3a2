//! Checking a file without any register. Owns the two passes: the first finds what rows share, the second judges
//! and writes, in the file's order, whatever thread a block was judged on. A text file is never held in memory.

mod delimited;
mod gathered;
mod judging;
mod keys;
mod line;
mod ordered;
mod tally;
mod text;

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;

use intake::{Family, Options};
use regulations::{Centre, CentreCase, CentreKind, Finding, Language, Messages, Pack, Severity, judge_centre};

use crate::error::{Error, Result};
use crate::rulebook::Rulebook;
use judging::Counted;
use line::Lines;
use tally::Tally;

/// What to check and how to say it.
#[derive(Debug)]
pub struct Request<'a> {
    /// The file.
    pub file: &'a Path,
    /// The centre of rows that name none; may be empty.
    pub centre: &'a str,
    /// The kind of centre.
    pub kind: CentreKind,
    /// The sheet, where it is not the first with headings.
    pub sheet: Option<&'a str>,
    /// The subjects the centre offers, as codes.
    pub offered: Option<&'a str>,
    /// Whether the clearance letter of 2.8.4(vi) is on record.
    pub clearance: bool,
    /// How findings are said.
    pub format: Format,
}

/// How findings are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// To a person.
    Text(Language),
    /// One line of JSON a row, then one a centre.
    Jsonl,
}

/// What came of a check.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Whether a row was refused or a finding of error level exists.
    pub errors: bool,
    /// Sheets with data that were not read.
    pub other_sheets: Vec<String>,
}

/// What every worker of one check shares.
struct Ground<'a> {
    pack: &'a Pack,
    messages: &'a Messages,
    centre: Centre,
    default_centre: &'a str,
    format: Format,
}

/// Told how many rows were judged so far.
pub type Progress<'a> = dyn Fn(u64) + Sync + 'a;

/// Checks a file and writes what was found.
///
/// # Errors
/// When the file cannot be read or the findings cannot be written.
pub fn check(book: &Rulebook, request: &Request<'_>, out: &mut dyn Write, progress: &Progress<'_>) -> Result<Outcome> {
    let ground = Ground {
        pack: &book.pack,
        messages: &book.messages,
        centre: Centre {
            kind: request.kind,
            offered: request.offered.map(|codes| book.pack.subjects().set(codes)),
            clearance: request.clearance,
        },
        default_centre: request.centre,
        format: request.format,
    };
    let headings = book.subject_headings();
    let options = Options { sheet: request.sheet, subjects: &headings, mapping: None };
    let (mut counted, other_sheets) = match family_of(request.file)? {
        Family::Delimited => (delimited::check(&ground, request.file, &options, out, progress)?, Vec::new()),
        Family::Workbook => gathered::check(&ground, request.file, &options, out, progress)?,
    };
    if counted.tallies.is_empty() && !request.centre.is_empty() {
        counted.tallies.insert(request.centre.to_owned(), Tally::default());
    }
    let errors = write_centres(&ground, request, &counted, out)? || counted.errors;
    out.flush().map_err(|error| unwritten(&error))?;
    Ok(Outcome { errors, other_sheets })
}

fn family_of(path: &Path) -> Result<Family> {
    let mut file = open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(4096).read_to_end(&mut head).map_err(|error| Error::unopened(path, &error))?;
    Family::of(&head).map_err(|source| unreadable(path, source))
}

/// Opens a file for reading; a folder is not a file.
fn open(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path).map_err(|error| Error::unopened(path, &error))?;
    let mut reader = BufReader::with_capacity(256 * 1024, file);
    // Values that repeat fire on their first row too, so the file is read twice.
    reader.seek(SeekFrom::Start(0)).map_err(|_| {
        Error::Usage(format!(
            "{}: a file is read twice, so it must be a file and not a pipe: save it first",
            path.display()
        ))
    })?;
    Ok(reader)
}

fn unreadable(path: &Path, source: intake::IntakeError) -> Error {
    Error::Intake { path: path.to_owned(), source }
}

fn unwritten(error: &std::io::Error) -> Error {
    Error::Unwritten { path: "standard output".into(), reason: error.to_string() }
}

/// Writes the centres by code; true where one has an error.
fn write_centres(ground: &Ground<'_>, request: &Request<'_>, counted: &Counted, out: &mut dyn Write) -> Result<bool> {
    let mut codes: Vec<&String> = counted.tallies.keys().collect();
    codes.sort();
    let mut lines = Lines::new(ground.pack, ground.messages);
    let (mut errors, mut buffer) = (false, Vec::new());
    for code in codes {
        let tally = &counted.tallies[code];
        let case = CentreCase {
            code,
            kind: request.kind,
            candidates: tally.candidates,
            exhausted: tally.exhausted,
            ..CentreCase::default()
        };
        let mut findings: Vec<Finding> = Vec::new();
        judge_centre(ground.pack, &case, &mut findings);
        errors |= findings.iter().any(|finding| finding.severity == Severity::Error);
        match ground.format {
            Format::Jsonl => lines.centre(&mut buffer, code, tally, &findings),
            Format::Text(language) => text::centre(&mut buffer, ground, language, code, tally, &findings),
        }
    }
    out.write_all(&buffer).map_err(|error| unwritten(&error))?;
    Ok(errors)
}
