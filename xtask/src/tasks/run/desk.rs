//! A computer with one register, worked by the built program. Owns the showing of what it says.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, bail};
use serde_json::Value;

use super::{Centre, PASSPHRASE, Programs, REGISTER, YEAR};
use crate::program::shown;

/// A computer with one register.
pub(super) struct Desk<'p> {
    pub(super) name: String,
    programs: &'p Programs,
    data: PathBuf,
    register: PathBuf,
}

impl<'p> Desk<'p> {
    /// The computer whose register is in this folder of `out`.
    pub(super) fn new(name: &str, programs: &'p Programs, out: &Path, folder: &str) -> Desk<'p> {
        let data = out.join(folder);
        Desk { name: name.to_owned(), programs, register: data.join(REGISTER), data }
    }

    pub(super) fn found(&self, centre: &Centre) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.data)?;
        let (year, kind) = (YEAR.to_string(), centre.kind.as_str());
        self.says(&["init", "--centre", &centre.centre, "--name", &centre.name, "--kind", kind, "--year", &year], 0)
    }

    pub(super) fn enrol(&self, url: &str, code: &str) -> anyhow::Result<()> {
        self.says(&["enrol", url, code, "--name", &self.name], 0)
    }

    /// The candidate number of somebody on the roll.
    pub(super) fn someone(&self, place: usize) -> anyhow::Result<String> {
        let listed = self.run(&["list", "--json"])?;
        let lines = String::from_utf8_lossy(&listed.stdout).into_owned();
        let mut indexes = lines.lines().filter_map(|line| {
            let facts: Value = serde_json::from_str(line).ok()?;
            Some(facts["index"].as_str()?.to_owned())
        });
        indexes.nth(place).context("nobody on the roll has a number")
    }

    /// Runs a command that is to end with this exit code, and shows what it says.
    pub(super) fn says(&self, arguments: &[&str], expected: i32) -> anyhow::Result<()> {
        println!("\n[{}] $ daftari {}", self.name, arguments.join(" "));
        let output = self.run(arguments)?;
        print!("{}{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
        if output.status.code() != Some(expected) {
            bail!("daftari {} ended with {}, not {expected}", arguments.join(" "), output.status);
        }
        Ok(())
    }

    pub(super) fn run(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        let mut daftari = Command::new(&self.programs.daftari);
        daftari.args(arguments).arg("--register").arg(&self.register);
        super::at_home(&mut daftari, &self.data).env("DAFTARI_PASSPHRASE", PASSPHRASE);
        daftari.output().with_context(|| format!("{} could not be started", shown(&daftari)))
    }
}
