//! A small made-up country for the practice console: centres that send their registers, some people entered twice, and
//! desks at which happens what a council must look at. Owns these doings; what becomes a case is the server's to say.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Context;
use xtask::sample::doubles::{self, Rates};
use xtask::sample::national::Country;

use super::council::Council;
use super::desk::Desk;
use super::{Centre, Programs, YEAR};

/// Few enough for a minute, many enough for every chart.
const COUNTRY: Country = Country { centres: 12, candidates: 600, seed: 7, year: YEAR, findings_percent: 5 };

/// Twice as many doubles as the country of the benchmarks has.
const RATES: Rates = Rates { doubles: 200, namesakes: 60, twins: 80, strangers: 25, placeholders: 30 };

/// Everybody's entries, in one file.
struct Entries {
    path: PathBuf,
    /// How many candidates each centre has.
    centres: BTreeMap<String, u32>,
}

/// The country's centres meet at the council.
pub(super) fn send(programs: &Programs, council: &Council, out: &Path) -> anyhow::Result<()> {
    println!("\n=== A practice country for the console");
    let entries = Entries::make(out)?;
    let mut desks = Vec::new();
    for (place, (code, candidates)) in entries.centres.iter().enumerate() {
        let centre = Centre::made_up(code, &format!("Practice Centre {}", place + 1));
        let desk = Desk::new(&centre.name, programs, out, code);
        desk.begins(&centre)?;
        desk.does(&["import", &entries.path.to_string_lossy()])?;
        joins(council, &desk, "head", code)?;
        println!("{code} {:<20} {candidates:>4} candidates are at the council", centre.name);
        desks.push((centre, desk));
    }
    let (centre, desk) = desks.first().context("the country has no centre")?;
    let second = Desk::new("second desk", programs, out, "second-desk");
    second.begins(centre)?;
    joins(council, &second, "clerk", &centre.centre)?;
    left_undecided(desk, &second)?;
    after_closing(council, desk)
}

fn joins(council: &Council, desk: &Desk<'_>, role: &str, centre: &str) -> anyhow::Result<()> {
    let code = council.draws(role, centre)?;
    desk.does(&["enrol", &council.url, &code, "--name", &desk.name])?;
    desk.does(&["sync"])
}

impl Entries {
    fn make(out: &Path) -> anyhow::Result<Entries> {
        std::fs::create_dir_all(out)?;
        let path = out.join("country.csv");
        doubles::write(&COUNTRY, RATES, File::create(&path)?, File::create(out.join("country.truth.csv"))?)?;
        let mut centres = BTreeMap::new();
        for row in csv::Reader::from_path(&path)?.records() {
            *centres.entry(row?.get(0).unwrap_or_default().to_owned()).or_default() += 1;
        }
        Ok(Entries { path, centres })
    }
}

fn left_undecided(first: &Desk<'_>, second: &Desk<'_>) -> anyhow::Result<()> {
    println!("\n--- Two desks of one centre write one field, and leave it so");
    let number = first.someone(2)?;
    first.says(&["set", &number, "admission_no=7001"], 0)?;
    second.says(&["set", &number, "admission_no=7010"], 0)?;
    first.says(&["sync"], 0)?;
    second.says(&["sync"], 0)
}

fn after_closing(council: &Council, desk: &Desk<'_>) -> anyhow::Result<()> {
    println!("\n--- Registration closes: an entry arrives late, and a name is amended without a second person");
    desk.says(&["enter", "name=LIMO PASCALIA WENDE", "gender=F", "year_of_birth=2008", "entry_code=1"], 0)?;
    council.order(&["window", "set", &YEAR.to_string(), "2026-03-31T23:59:59+03:00"])?;
    desk.says(&["sync"], 0)?;
    let number = desk.someone(3)?;
    desk.says(&["set", &number, "name=KIPLAGAT MERCY AMENDED", "--reason", "as on the certificate"], 0)?;
    desk.says(&["sync"], 0)
}
