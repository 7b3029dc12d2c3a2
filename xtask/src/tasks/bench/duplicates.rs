//! The finding of duplicates in a made-up country with known truth. Owns the table and its size; the figures come from an
//! example program that knows what to compare.

use std::path::PathBuf;

use xtask::sample::national::Country;

use super::Figure;
use crate::program::{cargo, output, run, target};
use crate::sample::{truth_of, write_duplicates};

/// A centre of this many candidates is an average one.
const MEAN: u64 = 92;

pub(super) fn measured(rows: u64) -> anyhow::Result<Vec<Figure>> {
    eprintln!("console …");
    let example = ["--release", "--quiet", "--package", "reconcile", "--example", "bench_console"];
    run(cargo(&["build"]).args(example))?;
    let table = table(rows)?;
    let mut program = cargo(&["run"]);
    program.args(example).arg("--").arg(&table).arg(truth_of(&table));
    super::read("console", &output(&mut program)?)
}

fn table(rows: u64) -> anyhow::Result<PathBuf> {
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("duplicates-{rows}.csv"));
    let country = Country { centres: rows.div_ceil(MEAN), candidates: rows, seed: 1, year: 2026, findings_percent: 0 };
    write_duplicates(&country, &path)?;
    Ok(path)
}
