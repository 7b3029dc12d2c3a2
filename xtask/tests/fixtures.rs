//! The committed fixtures are those that the generator makes: byte for byte, none more, none less.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use xtask::fixtures::{FOLDERS, all};

fn committed(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            committed(&entry.path(), &name, found);
        // A register's lock stays where another test tried a fixture as one; git ignores it.
        } else if !name.ends_with("-lock") {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
fn the_committed_fixtures_are_those_of_the_generator() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("fixtures");
    let mut found = BTreeMap::new();
    for folder in FOLDERS {
        committed(&root.join(folder), folder, &mut found);
    }
    found.insert("centres.json".into(), fs::read(root.join("centres.json")).unwrap());
    let files = all().unwrap();
    let made: BTreeMap<&str, &[u8]> = files.iter().collect();
    let extra: Vec<&String> = found.keys().filter(|path| !made.contains_key(path.as_str())).collect();
    let missing: Vec<&str> = made.keys().filter(|path| !found.contains_key(**path)).copied().collect();
    assert!(extra.is_empty() && missing.is_empty(), "not of the generator: {extra:?}; missing: {missing:?}");
    let drifted: Vec<&str> =
        made.iter().filter(|(path, bytes)| found[**path] != **bytes).map(|(path, _)| *path).collect();
    assert!(drifted.is_empty(), "drifted, run `cargo xtask fixtures` and look at the difference: {drifted:?}");
    let size: usize = found.values().map(Vec::len).sum();
    assert!(size < 8_000_000, "the fixtures have grown to {size} bytes");
}
