//! The part of `cargo xtask run` that needs more than one computer: a council, two desks of one centre and the sub-county's
//! office, over a line that is cut in the middle, with a conflict that is decided. Owns the story; every word of it is
//! what the programs really said.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use anyhow::{Context, bail, ensure};
use crash::proxy::{Proxy, Way};
use serde_json::Value;

use super::{Centre, PASSPHRASE, YEAR};
use crate::program::{root, shown};

/// The built programs.
pub(super) struct Programs {
    pub(super) daftari: PathBuf,
    pub(super) server: PathBuf,
}

/// The council's process; stopped when dropped.
struct Council {
    process: Child,
    data: PathBuf,
    server: PathBuf,
    url: String,
}

/// A computer with one register.
struct Desk<'p> {
    name: &'static str,
    programs: &'p Programs,
    data: PathBuf,
    register: PathBuf,
}

/// The centre's register in `register` meets a second desk and the sub-county's office at the council.
pub(super) fn meet(programs: &Programs, centre: &Centre, register: &Path, out: &Path) -> anyhow::Result<()> {
    println!("\n=== Three computers and the council ({}, {})", centre.name, centre.centre);
    let council = Council::start(programs, &out.join("council"))?;
    let address = council.url.trim_start_matches("http://").parse()?;
    let line = Proxy::to(address).context("no line to the council")?;
    let url = format!("http://{}", line.address);
    let home = register.parent().unwrap_or(out).to_owned();
    let first = Desk { name: "first desk", programs, data: home, register: register.to_owned() };
    let second = Desk::new("second desk", programs, out, "second-desk");
    let scde = Desk::new("sub-county", programs, out, "sub-county");
    for desk in [&second, &scde] {
        desk.found(centre)?;
    }
    for (desk, role) in [(&first, "head"), (&second, "clerk"), (&scde, "scde")] {
        desk.enrol(&url, &council.code(role, &centre.centre)?)?;
        desk.says(&["sync"], 0)?;
    }
    cut_in_the_middle(&line, &first)?;
    disagree(&first, &second)?;
    for desk in [&first, &scde] {
        desk.says(&["sync"], 0)?;
    }
    first.says(&["status"], 0)?;
    same_everywhere(&council, &centre.centre, &[&first, &second, &scde])
}

fn cut_in_the_middle(line: &Proxy, desk: &Desk<'_>) -> anyhow::Result<()> {
    println!("\n--- The network goes in the middle of sending, and comes back");
    let number = desk.someone(0)?;
    desk.says(&["set", &number, "phone=0700000000"], 0)?;
    line.cut_after(Way::Up, 700);
    desk.says(&["sync"], 5)?;
    line.heal();
    desk.says(&["sync"], 0)
}

fn disagree(first: &Desk<'_>, second: &Desk<'_>) -> anyhow::Result<()> {
    println!("\n--- Two people write one field without knowing of each other, and a head decides");
    second.says(&["sync"], 0)?;
    let number = first.someone(1)?;
    first.says(&["set", &number, "admission_no=7001"], 0)?;
    second.says(&["set", &number, "admission_no=7010"], 0)?;
    first.says(&["sync"], 0)?;
    second.says(&["sync"], 0)?;
    first.says(&["sync"], 0)?;
    first.says(&["conflicts"], 1)?;
    let because = "as in the school's admission book";
    first.says(&["conflicts", "resolve", &number, "admission_no", "--value", "7010", "--reason", because], 0)?;
    first.says(&["sync"], 0)?;
    second.says(&["sync"], 0)
}

fn same_everywhere(council: &Council, centre: &str, desks: &[&Desk<'_>]) -> anyhow::Result<()> {
    println!("\n--- Digests of the state on all sides");
    let proof = council.order(&["proof", centre])?;
    let of_council = digest(&proof).context("the council gave no digest")?;
    println!("{:<12} {of_council}", "council");
    for desk in desks {
        let verified = desk.run(&["verify", "--json"])?;
        let own = digest(&String::from_utf8_lossy(&verified.stdout)).context("no digest")?;
        println!("{:<12} {own}", desk.name);
        ensure!(own == of_council, "the {} does not hold what the council holds", desk.name);
    }
    println!("All hold the same.");
    Ok(())
}

fn digest(json: &str) -> Option<String> {
    let facts: Value = serde_json::from_str(json).ok()?;
    Some(facts["digest"].as_str()?.to_owned())
}

impl Council {
    fn start(programs: &Programs, data: &Path) -> anyhow::Result<Council> {
        let mut serve = Command::new(&programs.server);
        serve.args(["serve", "--listen", "127.0.0.1:0", "--log", "error", "--data"]).arg(data);
        println!("$ {}", told(&serve));
        let mut process = serve.stdout(Stdio::piped()).spawn().context("the council's server could not be started")?;
        let mut first = String::new();
        let said = process.stdout.take().context("the server's words were not given")?;
        BufReader::new(said).read_line(&mut first)?;
        let url = first.trim().rsplit(' ').next().unwrap_or_default().to_owned();
        let council = Council { process, data: data.to_owned(), server: programs.server.clone(), url };
        ensure!(council.url.starts_with("http"), "the server did not say where it listens");
        println!("{}", first.trim());
        Ok(council)
    }

    fn code(&self, role: &str, centre: &str) -> anyhow::Result<String> {
        let reach = if role == "scde" { ["--sub-county", &centre[..5]] } else { ["--centre", centre] };
        Ok(self.order(&[&["code", "--role", role], &reach[..]].concat())?.trim().to_owned())
    }

    fn order(&self, order: &[&str]) -> anyhow::Result<String> {
        let mut command = Command::new(&self.server);
        command.args(order).arg("--data").arg(&self.data);
        println!("$ {}", told(&command));
        let output = command.stderr(Stdio::inherit()).output()?;
        ensure!(output.status.success(), "{} failed ({})", told(&command), output.status);
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

impl Drop for Council {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl<'p> Desk<'p> {
    fn new(name: &'static str, programs: &'p Programs, out: &Path, folder: &str) -> Desk<'p> {
        let data = out.join(folder);
        Desk { name, programs, register: data.join("practice.daftari"), data }
    }

    fn found(&self, centre: &Centre) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.data)?;
        let (year, kind) = (YEAR.to_string(), centre.kind.as_str());
        self.says(&["init", "--centre", &centre.centre, "--name", &centre.name, "--kind", kind, "--year", &year], 0)
    }

    fn enrol(&self, url: &str, code: &str) -> anyhow::Result<()> {
        self.says(&["enrol", url, code, "--name", self.name], 0)
    }

    /// The candidate number of somebody on the roll.
    fn someone(&self, place: usize) -> anyhow::Result<String> {
        let listed = self.run(&["list", "--json"])?;
        let lines = String::from_utf8_lossy(&listed.stdout).into_owned();
        let mut indexes = lines.lines().filter_map(|line| {
            let facts: Value = serde_json::from_str(line).ok()?;
            Some(facts["index"].as_str()?.to_owned())
        });
        indexes.nth(place).context("nobody on the roll has a number")
    }

    /// Runs a command that is to end with this exit code, and shows what it says.
    fn says(&self, arguments: &[&str], expected: i32) -> anyhow::Result<()> {
        println!("\n[{}] $ daftari {}", self.name, arguments.join(" "));
        let output = self.run(arguments)?;
        print!("{}{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
        if output.status.code() != Some(expected) {
            bail!("daftari {} ended with {}, not {expected}", arguments.join(" "), output.status);
        }
        Ok(())
    }

    fn run(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        let mut daftari = Command::new(&self.programs.daftari);
        daftari.args(arguments).arg("--register").arg(&self.register);
        super::at_home(&mut daftari, &self.data).env("DAFTARI_PASSPHRASE", PASSPHRASE);
        daftari.output().with_context(|| format!("{} could not be started", shown(&daftari)))
    }
}

fn told(command: &Command) -> String {
    shown(command).replace(&format!("{}/", root().display()), "")
}
