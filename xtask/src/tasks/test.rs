//! `cargo xtask test`: every test of the workspace, on a machine that had nothing. Owns the counting of what cargo
//! reports; refuses to call a run good that cargo did not.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail, ensure};

use crate::program::{cargo, program, target};
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

/// A session of its own: bus, unlocked keyring and home, gone when the tests are done. Its single argument is the
/// command's own line; the keyring's password is nobody's.
const SESSION: &str =
    r#"printf practice | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 && exec "$@""#;

pub(crate) fn test() -> anyhow::Result<()> {
    setup::ensure(&[Need::Build, Need::Pages, Need::Keyring])?;
    let started = Instant::now();
    // Built outside the session, so that cargo and rustup see the real home.
    crate::program::run(&mut cargo(&["test", "--workspace", "--no-run"]))?;
    let mut count = Count::default();
    let good = counted(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), &mut count)?;
    let keyring = counted(&mut in_session(&["test", "--package", "desk", "keyring"])?, &mut count)?;
    println!("\n{} passed, {} failed, in {} s", count.passed, count.failed, started.elapsed().as_secs());
    ensure!(count.ignored == 0, "{} tests are ignored: a test runs or goes", count.ignored);
    if !(good && keyring && count.failed == 0) {
        bail!("The tests did not pass; cargo's own words are above.");
    }
    Ok(())
}

/// Cargo within a session bus that has an unlocked Secret Service.
fn in_session(arguments: &[&str]) -> anyhow::Result<Command> {
    let home = target().join("session");
    std::fs::create_dir_all(&home).with_context(|| format!("{} cannot be made", home.display()))?;
    let cargo = cargo(arguments);
    let mut session = program("dbus-run-session", &["--", "sh", "-c", SESSION, "session"]);
    session.arg(cargo.get_program()).args(cargo.get_args());
    session.env("XDG_DATA_HOME", &home).env("XDG_RUNTIME_DIR", &home).env("DAFTARI_TEST_SECRET_SERVICE", "1");
    Ok(session)
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
