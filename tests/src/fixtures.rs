//! The committed fixtures and what their generator knows of them (`xtask/src/fixtures/expected.rs`).

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One way of checking one file, and what comes out.
#[derive(Debug, Deserialize)]
pub struct Expected {
    /// The file's path within the fixtures.
    pub file: String,
    /// What `--sheet` names.
    pub sheet: Option<String>,
    /// What `--centre` names.
    pub centre: Option<String>,
    /// `school` or `private`.
    pub kind: String,
    /// The examination's year.
    pub year: u16,
    /// The exit code of `daftari check`.
    pub exit: u8,
    /// Each row below the headings.
    pub rows: Vec<Row>,
    /// Each centre that has rows.
    pub centres: Vec<Centre>,
}

/// One row: a candidate's values and findings, or the cell it is refused for, or what it is instead.
#[derive(Debug, Deserialize)]
pub struct Row {
    /// Its number.
    pub row: u32,
    /// A candidate's fields by name.
    pub values: Option<BTreeMap<String, String>>,
    /// The rules it breaks, sorted.
    pub findings: Option<Vec<String>>,
    /// The cell that cannot be read.
    pub refused: Option<String>,
    /// What it is, being no candidate.
    pub skipped: Option<String>,
}

/// One centre's line.
#[derive(Debug, Deserialize)]
pub struct Centre {
    /// Its code.
    pub centre: String,
    /// How many candidates it has.
    pub candidates: u64,
    /// The rules it breaks, sorted.
    pub findings: Vec<String>,
}

/// The folder of the fixtures.
///
/// # Panics
/// Never: this package lies beside it.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("fixtures")
}

/// What is expected of every fixture that can be read.
///
/// # Panics
/// When the fixtures cannot be read.
#[must_use]
pub fn expected() -> Vec<Expected> {
    let mut found = Vec::new();
    gather(&folder(), &mut found);
    assert!(found.len() > 30, "only {} fixtures found", found.len());
    found
}

fn gather(folder: &Path, found: &mut Vec<Expected>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && name != "hostile" {
            gather(&path, found);
        } else if name.ends_with("expected.json") {
            found.extend(serde_json::from_slice::<Vec<Expected>>(&fs::read(&path).unwrap()).unwrap());
        }
    }
}
