//! The practice council's process. Owns its start, its words and its end; it ends with its value.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};

use super::Programs;
use crate::program::{root, shown};

/// A running server for trying out, and what it said as it began.
pub(super) struct Council {
    process: Child,
    data: PathBuf,
    server: PathBuf,
    pub(super) url: String,
    /// Who can sign in at the console.
    pub(super) logins: Vec<Login>,
}

/// A name and a password for practice.
pub(super) struct Login {
    pub(super) name: String,
    pub(super) password: String,
    pub(super) role: String,
}

impl Council {
    /// One of which nobody knows anything yet.
    pub(super) fn start(programs: &Programs, data: &Path) -> anyhow::Result<Council> {
        Council::serve(programs, data, &["--dev"])
    }

    /// One that has made-up centres, with something in every queue of the console.
    pub(super) fn practising(programs: &Programs, data: &Path) -> anyhow::Result<Council> {
        println!("\n=== A practice country for the console");
        Council::serve(programs, data, &["--dev", "--practice"])
    }

    fn serve(programs: &Programs, data: &Path, how: &[&str]) -> anyhow::Result<Council> {
        let mut serve = Command::new(&programs.server);
        serve.args(how).args(["--listen", "127.0.0.1:0", "--log", "error", "--data"]).arg(data);
        println!("$ {}", told(&serve));
        let mut process = serve.stdout(Stdio::piped()).spawn().context("the council's server could not be started")?;
        let said = process.stdout.take().context("the server's words were not given")?;
        let (data, server) = (data.to_owned(), programs.server.clone());
        let mut council = Council { process, data, server, url: String::new(), logins: Vec::new() };
        for line in BufReader::new(said).lines() {
            if !council.hear(&line?) {
                break;
            }
        }
        ensure!(council.url.starts_with("http"), "the server did not say where it listens");
        Ok(council)
    }

    /// Takes in a line of the beginning; the last one names the data folder.
    fn hear(&mut self, line: &str) -> bool {
        if let Some(url) = line.strip_prefix("sync-server listens on ") {
            println!("{line}");
            self.url = url.trim().to_owned();
        }
        self.logins.extend(line.strip_prefix("login ").and_then(Login::read));
        !line.starts_with("data ")
    }

    /// A one-time code for a desk, asked for aloud.
    pub(super) fn code(&self, role: &str, centre: &str) -> anyhow::Result<String> {
        Ok(self.order(&code(role, centre))?.trim().to_owned())
    }

    pub(super) fn order(&self, order: &[&str]) -> anyhow::Result<String> {
        let mut command = self.ordered(order);
        println!("$ {}", told(&command));
        answer(&mut command)
    }

    fn ordered(&self, order: &[&str]) -> Command {
        let mut command = Command::new(&self.server);
        command.args(order).arg("--data").arg(&self.data);
        command
    }
}

fn code<'a>(role: &'a str, centre: &'a str) -> [&'a str; 5] {
    let reach = if role == "scde" { ["--sub-county", &centre[..5]] } else { ["--centre", centre] };
    ["code", "--role", role, reach[0], reach[1]]
}

fn answer(command: &mut Command) -> anyhow::Result<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{} failed ({})", told(command), output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

impl Login {
    /// `NAME PASSWORD (ROLE)`
    fn read(line: &str) -> Option<Login> {
        let mut words = line.split_whitespace();
        let (name, password, role) = (words.next()?, words.next()?, words.next()?);
        let role = role.trim_matches(['(', ')']).to_owned();
        Some(Login { name: name.to_owned(), password: password.to_owned(), role })
    }
}

impl Drop for Council {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn told(command: &Command) -> String {
    shown(command).replace(&format!("{}/", root().display()), "")
}
