//! `cargo xtask bench`: figures beside a floor or a peer measured in the same run. Owns the list of suites and targets,
//! the table and target/bench/bench.json; refuses to fail on a slow machine: a person reads the ratios.

mod deadline;
mod desk;
mod duplicates;
mod national;
mod targets;

use std::fs;

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};

use crate::program::{cargo, output, run, target};
use crate::setup::{self, Need};

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// One suite alone: check, rules, register, intake, roll, sync, desk or console.
    name: Option<String>,
    /// Rows of the national file that is checked.
    #[arg(long, default_value_t = 1_000_000)]
    rows: u64,
    /// How often the check and its floor are run in turn.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Seconds over which the country's centres come on the last evening (suite sync).
    #[arg(long, default_value_t = 600)]
    deadline: u64,
}

/// A suite, the package it belongs to, and the example program that prints its figures.
type Suite = (&'static str, &'static str, &'static str);

const SUITES: [Suite; 9] = [
    ("rules", "regulations", "bench_rules"),
    ("register", "register", "bench_register"),
    ("intake", "intake", "bench_intake"),
    ("roll", "documents", "bench_roll"),
    ("sync", "sync", "bench_wire"),
    ("sync", "sync", "bench_fold"),
    ("sync", "sync-server", "bench_store"),
    ("sync", "crash", "bench_link"),
    ("console", "sync-server", "bench_pages"),
];

/// One measured line: what was measured, in seconds where it is a time, and whatever else was counted.
pub(crate) struct Figure {
    pub(crate) suite: &'static str,
    pub(crate) what: String,
    pub(crate) values: Map<String, Value>,
}

impl Figure {
    pub(crate) fn value(&self, key: &str) -> Option<f64> {
        self.values.get(key)?.as_f64()
    }
}

pub(crate) fn bench(options: &Options) -> anyhow::Result<()> {
    let known = |name: &String| {
        ["check", "console", "desk"].contains(&name.as_str()) || SUITES.iter().any(|(suite, ..)| suite == name)
    };
    ensure!(
        options.name.as_ref().is_none_or(known),
        "There is no such suite: check, rules, register, intake, roll, sync, desk, console."
    );
    let wanted = |suite: &str| options.name.as_deref().is_none_or(|name| name == suite);
    setup::ensure(&needs(wanted))?;
    let mut figures = Vec::new();
    if wanted("check") {
        figures.extend(national::measured(options.rows, options.runs)?);
        figures.extend(national::workbooks(options.runs)?);
    }
    if wanted("console") {
        figures.extend(duplicates::measured(options.rows)?);
    }
    for suite in SUITES.iter().filter(|(name, ..)| wanted(name)) {
        figures.extend(example(suite)?);
    }
    if wanted("sync") {
        figures.extend(deadline::measured(options.deadline)?);
    }
    if wanted("desk") {
        figures.extend(desk::measured()?);
    }
    let judged = targets::judged(&figures);
    for figure in &figures {
        print(figure);
    }
    println!("\n{:<52}{:>12}  {:>12}", "against floor, peer or target", "measured", "at most");
    for (what, measured, limit) in &judged {
        let mark = if measured <= limit { "" } else { "  over" };
        // Bytes are told whole, times and ratios to a thousandth.
        let digits = if *limit < 1000.0 { 3 } else { 0 };
        println!("{what:<52}{measured:>12.digits$}  {limit:>12.digits$}{mark}");
    }
    save(&figures, &judged)
}

/// What the suites wanted need: sync and console measure a PostgreSQL beside the embedded store, desk opens windows.
fn needs(wanted: impl Fn(&str) -> bool) -> Vec<Need> {
    let sync = (wanted("sync") || wanted("console")).then_some([Need::Database].as_slice());
    let desk = wanted("desk").then_some([Need::Window, Need::Screen, Need::Keyring].as_slice());
    [Some([Need::Build].as_slice()), sync, desk].into_iter().flatten().flatten().copied().collect()
}

fn example((suite, package, example): &Suite) -> anyhow::Result<Vec<Figure>> {
    eprintln!("{suite} …");
    let asked = ["--release", "--quiet", "--package", package, "--example", example];
    // What the server's benches stand on is a feature of its tests.
    let features: &[&str] = if *package == "sync-server" { &["--features", "test-support"] } else { &[] };
    run(cargo(&["build"]).args(asked).args(features))?;
    let lines = output(cargo(&["run"]).args(asked).args(features))?;
    read(suite, &lines).with_context(|| (*example).to_owned())
}

/// The lines of JSON among what a program printed.
fn read(suite: &'static str, lines: &str) -> anyhow::Result<Vec<Figure>> {
    let read = |line: &str| {
        let mut values: Map<String, Value> = serde_json::from_str(line).with_context(|| line.to_owned())?;
        let what = values.remove("what").and_then(|what| Some(what.as_str()?.to_owned())).unwrap_or_default();
        Ok(Figure { suite, what, values })
    };
    lines.lines().filter(|line| line.starts_with('{')).map(read).collect()
}

fn print(figure: &Figure) {
    let seconds = figure.value("seconds").map_or(String::new(), |seconds| format!("{:>10.3} ms", seconds * 1000.0));
    let others = figure.values.iter().filter(|(key, _)| *key != "seconds");
    let others: Vec<String> = others.map(|(key, value)| format!("{key} {value}")).collect();
    println!("{:<10}{:<42}{seconds:>14}  {}", figure.suite, figure.what, others.join(", "));
}

fn save(figures: &[Figure], judged: &[(String, f64, f64)]) -> anyhow::Result<()> {
    let line = |figure: &Figure| json!({ "suite": figure.suite, "what": figure.what, "values": figure.values });
    let verdict =
        |(what, measured, limit): &(String, f64, f64)| json!({ "what": what, "measured": measured, "at_most": limit });
    let figures: Vec<Value> = figures.iter().map(line).collect();
    let targets: Vec<Value> = judged.iter().map(verdict).collect();
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    let path = folder.join("bench.json");
    fs::write(&path, serde_json::to_vec_pretty(&json!({ "figures": figures, "targets": targets }))?)?;
    println!("\n{}", path.display());
    Ok(())
}
