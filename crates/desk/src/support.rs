//! The support bundle: what helps to find out why something does not work, and nothing of anybody. Owns what goes into
//! it: versions, counts and codes; it takes no text that a person typed, so that none can slip in.

use std::io::{Cursor, Write as _};
use std::path::Path;

use serde::Serialize;
use zip::write::SimpleFileOptions;

use crate::clock::{Moment, printed};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::files;
use crate::judgement::Judgement;
use crate::readiness::readiness;

/// What is told of the program and the computer.
#[derive(Clone, Debug, Serialize)]
pub struct Program {
    /// Its version.
    pub version: String,
    /// As `linux x86_64`.
    pub system: String,
    /// `keyring` or `passphrase`.
    pub secrets: &'static str,
    /// Registers on this computer.
    pub registers: usize,
    /// `en` or `sw`.
    pub language: String,
}

/// What is told of the register that is open: counts only.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// The examination's year.
    pub year: i32,
    /// `school`, `private`, `prison` or `special`.
    pub kind: &'static str,
    /// The rule pack.
    pub pack: String,
    /// Circulars that do not read.
    pub candidates: usize,
    /// With nothing left to do for their entry.
    pub ready: usize,
    /// What is left, by rule.
    pub findings: Vec<(&'static str, usize)>,
    /// Operations waiting, committed, received.
    pub sync: [u64; 3],
    /// Bytes of its file.
    pub bytes: u64,
    /// Whether it was found sound.
    pub sound: bool,
}

/// One thing that went wrong in a run of the program: codes only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// When.
    pub at: register::UnixMillis,
    /// The command.
    pub command: String,
    /// Its code.
    pub code: String,
}

/// Counts a register.
///
/// # Errors
/// When it cannot be read.
pub fn counted(desk: &Desk, judgement: &Judgement) -> Result<Counted> {
    let (ready, reading) = (readiness(judgement), desk.register().read());
    let state = reading.sync_state()?;
    let data = desk.book().pack.data();
    Ok(Counted {
        year: desk.book().pack.year(),
        kind: judgement.kind.name(),
        pack: data.examination.clone(),
        candidates: ready.candidates,
        ready: ready.ready,
        findings: ready.left.iter().map(|left| (left.rule.id(), left.candidates.len().max(1))).collect(),
        sync: [state.waiting, state.committed, state.received],
        bytes: std::fs::metadata(desk.register().path()).map_or(0, |facts| facts.len()),
        sound: reading.verify().is_ok(),
    })
}

/// Writes the bundle.
///
/// # Errors
/// When the file cannot be written.
pub fn bundle(to: &Path, program: &Program, register: Option<&Counted>, incidents: &[Incident]) -> Result<()> {
    let lines = incidents.iter().map(|one| format!("{} {} {}\n", printed(one.at), one.command, one.code));
    let when = format!("{}\n", printed(Moment::now().millis()));
    let files = [
        ("program.json", json(program)),
        ("register.json", json(&register)),
        ("codes.txt", lines.collect::<String>().into_bytes()),
        ("made.txt", when.into_bytes()),
    ];
    let unwritten = |error: &dyn std::fmt::Display| Error::Unwritten { path: to.to_owned(), reason: error.to_string() };
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, SimpleFileOptions::default()).map_err(|error| unwritten(&error))?;
        archive.write_all(&bytes).map_err(|error| unwritten(&error))?;
    }
    let bytes = archive.finish().map_err(|error| unwritten(&error))?.into_inner();
    files::put(to, &bytes)
}

fn json(facts: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(facts).unwrap_or_default()
}
