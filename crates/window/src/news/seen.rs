//! What people at this computer have read. Owns the small file of it beside the registers, by register; it holds names of
//! cases and numbers, nobody's data, and a file that does not read is as good as none: all is new then.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::Outcome;

const FILE: &str = "news-read.json";

type All = BTreeMap<String, BTreeSet<String>>;

/// What was read of a register's news.
pub(super) fn of(folder: &Path, register: &str) -> BTreeSet<String> {
    read(folder).remove(register).unwrap_or_default()
}

/// Keeps that these were read.
pub(super) fn mark(folder: &Path, register: &str, keys: Vec<String>) -> Outcome<()> {
    let mut all = read(folder);
    all.entry(register.to_owned()).or_default().extend(keys);
    let text = serde_json::to_vec(&all).unwrap_or_default();
    Ok(desk::files::put(&folder.join(FILE), &text)?)
}

fn read(folder: &Path) -> All {
    let text = std::fs::read(folder.join(FILE)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}
