//! `cargo xtask test`: every test of the workspace and of the interface, on a machine that had nothing. Owns the counting
//! of what cargo and node report; refuses to call a run good that they did not. The keyring's own test unlocks one in a
//! session of its own; here its programs are only installed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail, ensure};

use crate::interface::{self, Entry, npm};
use crate::program::{cargo, target};
use crate::setup::{self, Need};

/// The interface's own tests, by their names in `ui/package.json`.
const INTERFACE: &[&str] = &["test", "test:gallery", "test:walks"];

/// How many tests did what.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Count {
    /// Adds what a summary line of cargo, of vitest or of node's own runner says; other lines say nothing.
    fn add(&mut self, line: &str) {
        let line = line.trim();
        let node = |what: &str| line.strip_prefix(what).and_then(|number| number.trim().parse().ok()).unwrap_or(0);
        self.passed += node("# pass") + node("ℹ pass");
        self.failed += node("# fail") + node("ℹ fail");
        self.ignored += node("# skipped") + node("ℹ skipped") + node("# todo") + node("ℹ todo");
        let summary = line.strip_prefix("test result: ").or_else(|| line.strip_prefix("Tests  "));
        let Some(summary) = summary else { return };
        let counted = |what: &str| {
            let words: Vec<&str> = summary.split([' ', ';', '.', '|']).filter(|word| !word.is_empty()).collect();
            words.windows(2).find(|pair| pair[1] == what).and_then(|pair| pair[0].parse::<u32>().ok()).unwrap_or(0)
        };
        self.passed += counted("passed");
        self.failed += counted("failed");
        self.ignored += counted("ignored") + counted("skipped") + counted("todo");
    }
}

/// How much is tried.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Cut the line at every byte, kill at every call, put back every pair of states: some minutes more.
    #[arg(long)]
    thorough: bool,
}

pub(crate) fn test(options: &Options) -> anyhow::Result<()> {
    use Need::{Browser, Build, Database, Keyring, Pages, Screen, Tracing, Window};
    setup::ensure(&[Build, Pages, Keyring, Database, Tracing, Window, Screen, Browser])?;
    let started = Instant::now();
    interface::build(&[Entry::Desk, Entry::Console, Entry::Gallery])?;
    let (mut count, mut good) = (Count::default(), true);
    let mut tests = once(&["test", "--workspace", "--no-fail-fast"]);
    if options.thorough {
        tests.env("DAFTARI_THOROUGH", "1");
    }
    good &= counted(&mut tests, &mut count)?;
    for script in INTERFACE {
        good &= counted(&mut interface_test(script), &mut count)?;
    }
    println!("\n{} passed, {} failed, in {} s", count.passed, count.failed, started.elapsed().as_secs());
    ensure!(count.ignored == 0, "{} tests are ignored: a test runs or goes", count.ignored);
    if !good || count.failed > 0 {
        bail!("The tests did not pass; the words of cargo and node are above.");
    }
    Ok(())
}

/// One of the interface's scripts, told where the programs are that it starts.
fn interface_test(script: &str) -> Command {
    let built = |name: &str| target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let mut npm = npm(&["run", "--silent", script]);
    npm.env("DAFTARI_TWIN_PROGRAM", built("twin")).env("DAFTARI_COUNCIL_PROGRAM", built("sync-server"));
    npm
}

/// Cargo for a tree that is built once: what continuous integration builds is not built upon, so the third of the disk
/// that would make the next build shorter is saved.
fn once(arguments: &[&str]) -> Command {
    let mut cargo = cargo(arguments);
    if std::env::var_os("CI").is_some() {
        cargo.env("CARGO_INCREMENTAL", "0");
    }
    cargo
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
    fn only_summary_lines_are_counted() {
        let mut count = Count::default();
        for line in [
            "test a_name_with_passed_in_it ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s",
            " Test Files  1 failed | 2 passed (3)",
            "      Tests  1 failed | 7 passed | 1 skipped (9)",
            "ℹ tests 5",
            "ℹ pass 4",
            "ℹ fail 1",
        ] {
            count.add(line);
        }
        assert_eq!(count, Count { passed: 26, failed: 4, ignored: 2 });
    }
}
