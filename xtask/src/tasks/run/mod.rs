//! `cargo xtask run`: the whole way from spreadsheets to documents on the fixtures, on to the council over a line that is
//! cut, and into its console; with a display, into the window. Owns the practice registers in `out/` and nothing else: it empties that folder only where it made it.

mod console;
mod council;
mod desk;
mod meeting;
mod window;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use council::Council;
use desk::Desk;
use serde::Deserialize;
use xtask::fixtures::YEAR;

use crate::interface::{self, Entry};
use crate::program::{cargo, root, run as run_program, shown, target};
use crate::setup::{self, Need};

/// Opens the practice registers, and protects nothing: everybody may read it here.
const PASSPHRASE: &str = "practice centre";

/// The file of each practice register.
const REGISTER: &str = "practice.daftari";

/// Marks the folder as ours.
const MARK: &str = ".made-by-xtask-run";

/// The built programs.
struct Programs {
    daftari: PathBuf,
    server: PathBuf,
}

#[derive(Deserialize)]
struct Centre {
    centre: String,
    name: String,
    kind: String,
    file: String,
    photos: String,
}

/// One centre's register, and the program that works on it.
struct Practice<'a> {
    program: &'a Path,
    folder: PathBuf,
}

pub(crate) fn run() -> anyhow::Result<()> {
    setup::ensure(&[Need::Build])?;
    let programs = Programs::build()?;
    let out = emptied(root().join("out"))?;
    let centres: Vec<Centre> = serde_json::from_slice(&fs::read(root().join("fixtures/centres.json"))?)?;
    println!("The practice registers open with DAFTARI_PASSPHRASE=\"{PASSPHRASE}\".");
    for centre in &centres {
        let practice = Practice { program: &programs.daftari, folder: out.join(&centre.centre) };
        practice.centre(centre).with_context(|| format!("centre {} ({})", centre.centre, centre.name))?;
    }
    meet(&programs, &centres, &out).context("the meeting at the council")?;
    println!("\nEverything is in {}:", out.display());
    listed(&out, 2)?;
    let council = Council::practising(&programs, &out.join("console"))?;
    console::show(&council)?;
    let registers = centres.iter().map(|centre| (centre.centre.as_str(), out.join(&centre.centre).join(REGISTER)));
    window::open(registers, &out.join("window"))?;
    console::stay()
}

impl Programs {
    /// Builds them, the console into the server.
    fn build() -> anyhow::Result<Programs> {
        interface::build(&[Entry::Console])?;
        eprintln!("Building daftari and sync-server …");
        run_program(&mut cargo(&["build", "--release", "--quiet", "--bin", "daftari", "--bin", "sync-server"]))?;
        let built = |name: &str| target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        Ok(Programs { daftari: built("daftari"), server: built("sync-server") })
    }
}

fn meet(programs: &Programs, centres: &[Centre], out: &Path) -> anyhow::Result<()> {
    let centre = centres.first().context("the fixtures have no centre")?;
    let meeting = out.join("meeting");
    let council = Council::start(programs, &meeting.join("council"))?;
    let first = Desk::new("first desk", programs, out, &centre.centre);
    let second = Desk::new("second desk", programs, &meeting, "second-desk");
    let scde = Desk::new("sub-county", programs, &meeting, "sub-county");
    meeting::meet(&council, centre, [&first, &second, &scde])
}

/// The folder, new and empty.
fn emptied(out: PathBuf) -> anyhow::Result<PathBuf> {
    if out.exists() {
        let ours = out.join(MARK).exists() || fs::read_dir(&out)?.next().is_none();
        ensure!(ours, "{} holds something that this task did not make: move it away first.", out.display());
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    fs::write(out.join(MARK), "")?;
    Ok(out)
}

impl Practice<'_> {
    fn centre(&self, centre: &Centre) -> anyhow::Result<()> {
        let Centre { centre: code, name, kind, file, photos } = centre;
        println!("\n=== {name} ({code}, {kind})");
        fs::create_dir_all(&self.folder)?;
        let fixtures = root().join("fixtures");
        let year = YEAR.to_string();
        self.daftari(&["init", "--centre", code, "--name", name, "--kind", kind, "--year", &year], None)?;
        let errors = self.folder.join("errors.xlsx");
        self.daftari(&["import", "--errors", &errors.to_string_lossy()], Some(&fixtures.join(file)))?;
        if !photos.is_empty() {
            self.daftari(&["photos"], Some(&fixtures.join(photos)))?;
        }
        self.daftari(&["readiness"], None)?;
        self.documents()
    }

    fn documents(&self) -> anyhow::Result<()> {
        for (command, file) in [
            ("roll", "nominal-roll.pdf"),
            ("photo-register", "photo-register.pdf"),
            ("proforma", "fee-proforma.pdf"),
            ("returns", "return-forms"),
        ] {
            self.daftari(&[command, "--out"], Some(&self.folder.join(file)))?;
        }
        self.daftari(&["export"], Some(&self.folder.join("candidates.xlsx")))
    }

    /// Runs a command on the register. Findings of error level (exit code 1) are what the fixtures are for.
    fn daftari(&self, arguments: &[&str], path: Option<&Path>) -> anyhow::Result<()> {
        let mut daftari = Command::new(self.program);
        daftari.args(arguments).args(path);
        let shown = shown(&daftari);
        println!("$ {}", shown.replace(&format!("{}/", root().display()), ""));
        daftari.arg("--register").arg(self.folder.join(REGISTER));
        at_home(&mut daftari, &self.folder).env("DAFTARI_PASSPHRASE", PASSPHRASE);
        let status = daftari.status().with_context(|| format!("{shown} could not be started"))?;
        ensure!(matches!(status.code(), Some(0 | 1)), "{shown} failed ({status})");
        Ok(())
    }
}

/// A practice computer keeps everything in its own folder and nothing in the account's.
fn at_home<'c>(daftari: &'c mut Command, folder: &Path) -> &'c mut Command {
    daftari.env("DAFTARI_DATA", folder).env("DAFTARI_ANCHORS", folder.join("anchors"))
}

/// Every file that a person may want to open; of what a program keeps for itself, folders further in, how much it is.
fn listed(folder: &Path, levels: u32) -> anyhow::Result<()> {
    for entry in sorted(folder)?.into_iter().filter(|entry| entry.file_name() != MARK) {
        let path = entry.path();
        if !entry.file_type()?.is_dir() {
            println!("{:>10} {}", entry.metadata()?.len(), path.display());
        } else if levels > 0 {
            listed(&path, levels - 1)?;
        } else {
            let (files, bytes) = held(&path)?;
            println!("{bytes:>10} {} (files: {files})", path.display());
        }
    }
    Ok(())
}

/// How many files a folder holds, and their bytes.
fn held(folder: &Path) -> anyhow::Result<(u64, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in sorted(folder)? {
        let more = if entry.file_type()?.is_dir() { held(&entry.path())? } else { (1, entry.metadata()?.len()) };
        (files, bytes) = (files + more.0, bytes + more.1);
    }
    Ok((files, bytes))
}

fn sorted(folder: &Path) -> anyhow::Result<Vec<fs::DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}
