//! `cargo xtask dictionary`: trains the dictionary that batches are packed with. Owns the made-up centres that it is
//! trained on, which are no others' (fixtures and benchmarks have other seeds); the same centres make the same bytes.
//! A dictionary that was released is never written again: `crates/sync/dictionary` takes another beside it.

use std::fs;

use xtask::sample::national::Country;

use crate::program::{cargo, root, run, target};
use crate::sample;

/// More makes little smaller: twice as much saves a quarter of a byte a candidate.
const BYTES: &str = "16384";

pub(crate) fn dictionary() -> anyhow::Result<()> {
    let folder = target().join("dictionary");
    fs::create_dir_all(&folder)?;
    let out = root().join("crates/sync/dictionary/1.zstd-dictionary");
    let mut train = cargo(&["run", "--release", "--quiet", "--package", "sync", "--example", "train_dictionary", "--"]);
    train.arg(out).arg(BYTES);
    for seed in 7_001..7_013 {
        let path = folder.join(format!("{seed}.csv"));
        sample::write(&Country { centres: 80, candidates: 10_000, seed, year: 2026, findings_percent: 2 }, &path)?;
        train.arg(path);
    }
    run(&mut train)
}
