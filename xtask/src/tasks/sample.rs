//! `cargo xtask sample`: a made-up country's entries as one CSV file.

use std::fs::File;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
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
    /// Where to write.
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn sample(options: &Options) -> anyhow::Result<()> {
    let Options { centres, candidates, seed, year, findings_percent, ref out } = *options;
    let started = Instant::now();
    write(&Country { centres, candidates, seed, year, findings_percent }, out)?;
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
