//! `cargo xtask test`: every test of the workspace, on a machine that had nothing. Owns the counting of what cargo
//! reports; refuses to call a run good that cargo did not. The keyring's own test unlocks one in a session of its own;
//! here its programs are only installed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail, ensure};

use crate::program::cargo;
use crate::setup::{self, Need};

/// How many tests did what.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Count {
    /// Adds what one of cargo's summary lines says; other lines say nothing.
    fn add(&mut self, line: &str) {
        let Some(summary) = line.strip_prefix("test result: ") else { return };
        let counted = |what: &str| {
            let words: Vec<&str> = summary.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
            words.windows(2).find(|pair| pair[1] == what).and_then(|pair| pair[0].parse::<u32>().ok()).unwrap_or(0)
        };
        self.passed += counted("passed");
        self.failed += counted("failed");
        self.ignored += counted("ignored");
    }
}

pub(crate) fn test() -> anyhow::Result<()> {
    setup::ensure(&[Need::Build, Need::Pages, Need::Keyring, Need::Database, Need::Tracing])?;
    let started = Instant::now();
    let mut count = Count::default();
    let good = counted(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), &mut count)?;
    println!("\n{} passed, {} failed, in {} s", count.passed, count.failed, started.elapsed().as_secs());
    ensure!(count.ignored == 0, "{} tests are ignored: a test runs or goes", count.ignored);
    if !good || count.failed > 0 {
        bail!("The tests did not pass; cargo's own words are above.");
    }
    Ok(())
}

/// Runs it with its lines visible, counting the tests they tell of; whether it succeeded.
fn counted(command: &mut Command, count: &mut Count) -> anyhow::Result<bool> {
    let mut running = command.stdout(Stdio::piped()).spawn().context("the tests could not be started")?;
    let lines = running.stdout.take().context("the tests' output was not given")?;
    for line in BufReader::new(lines).lines() {
        let line = line?;
        println!("{line}");
        count.add(&line);
    }
    Ok(running.wait()?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cargos_summary_lines_are_counted() {
        let mut count = Count::default();
        for line in [
            "test a_name_with_passed_in_it ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s",
        ] {
            count.add(line);
        }
        assert_eq!(count, Count { passed: 15, failed: 2, ignored: 1 });
    }
}
