//! `cargo xtask sample`: a made-up country's entries as one CSV file; with `--duplicates`, some of them entered twice and
//! the truth beside it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use xtask::sample::doubles::{self, Rates};
use xtask::sample::national::{self, Country};

/// What country to make.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many centres.
    #[arg(long, default_value_t = 10_800)]
    centres: u64,
    /// How many candidates in all.
    #[arg(long, default_value_t = 1_000_000)]
    candidates: u64,
    /// The same seed makes the same file.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The examination's year.
    #[arg(long, default_value_t = 2026)]
    year: u16,
    /// Of a hundred candidates, how many have findings.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=100))]
    findings_percent: u8,
    /// Enter some people twice, with traps; the truth goes to a file of the same name that ends in `.truth.csv`.
    #[arg(long)]
    duplicates: bool,
    /// Where to write.
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn sample(options: &Options) -> anyhow::Result<()> {
    let Options { centres, candidates, seed, year, findings_percent, duplicates, ref out } = *options;
    let started = Instant::now();
    let country = Country { centres, candidates, seed, year, findings_percent };
    if duplicates {
        write_duplicates(&country, out)?;
    } else {
        write(&country, out)?;
    }
    let size = std::fs::metadata(out)?.len();
    eprintln!(
        "{}: {candidates} candidates of {centres} centres, {size} bytes, in {:.1} s",
        out.display(),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Writes a country into a file.
pub(crate) fn write(country: &Country, out: &PathBuf) -> anyhow::Result<()> {
    let file = File::create(out).with_context(|| format!("{} cannot be written", out.display()))?;
    national::write(country, file)
}

/// Where the truth of a table with duplicates stands.
pub(crate) fn truth_of(table: &Path) -> PathBuf {
    table.with_extension("truth.csv")
}

/// Writes a country with duplicates into a file, and the truth beside it.
pub(crate) fn write_duplicates(country: &Country, out: &Path) -> anyhow::Result<()> {
    let create = |path: &Path| File::create(path).with_context(|| format!("{} cannot be written", path.display()));
    doubles::write(country, Rates::default(), create(out)?, create(&truth_of(out))?)
}
