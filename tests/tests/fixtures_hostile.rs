//! Broken, disguised and harmful files end in a sentence: no panic, no hour, no swallowed memory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::fs;

use acceptance::fixtures;
use intake::{IntakeError, Options, table::Table};
use serde::Deserialize;
use xtask::fixtures::hostile::bomb;

#[derive(Deserialize)]
struct Ending {
    file: String,
    exit: u8,
}

fn read(bytes: &[u8]) -> Result<Table, IntakeError> {
    Table::read(bytes, &Options::default())
}

/// The most memory this process has held, in kB, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

#[test]
fn every_hostile_file_is_refused_with_a_sentence_or_read() {
    let endings: Vec<Ending> =
        serde_json::from_slice(&fs::read(fixtures::folder().join("hostile/expected.json")).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for Ending { file, exit } in endings {
        match (read(&fs::read(fixtures::folder().join(&file)).unwrap()), exit) {
            (Ok(_), 0) => {}
            (Err(error), 3) if error.to_string().len() > 20 => {}
            (outcome, exit) => {
                wrong.push(format!("{file} should end with {exit}: {:?}", outcome.map(|t| t.rows.len())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_small_file_that_unpacks_to_a_big_one_is_refused_in_bounded_memory() {
    let bytes = bomb(40).unwrap();
    assert!(bytes.len() < 1_000_000, "{} bytes", bytes.len());
    let before = peak();
    assert!(read(&bytes).is_err());
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after - before < 64 * 1024, "{} kB more", after - before);
    }
}
