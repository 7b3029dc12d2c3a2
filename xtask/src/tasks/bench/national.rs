//! The check of a whole country's file against a bare pass of the csv crate, run in turn. Owns the file and the processes;
//! what they write goes nowhere, so that no disk is measured.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, ensure};
use serde_json::json;
use wait4::Wait4;
use xtask::sample::national::Country;

use super::Figure;
use crate::program::{cargo, run, target};
use crate::sample::write;

/// A centre of this many candidates is an average one.
const MEAN: u64 = 92;

pub(super) fn measured(rows: u64, runs: usize) -> anyhow::Result<Vec<Figure>> {
    eprintln!("check …");
    run(&mut cargo(&["build", "--release", "--quiet", "--package", "cli", "--bin", "daftari"]))?;
    run(&mut cargo(&["build", "--release", "--quiet", "--package", "cli", "--example", "floor_csv_json"]))?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = |rows: u64| -> anyhow::Result<std::path::PathBuf> {
        let path = folder.join(format!("national-{rows}.csv"));
        let country =
            Country { centres: rows.div_ceil(MEAN), candidates: rows, seed: 1, year: 2026, findings_percent: 5 };
        write(&country, &path)?;
        Ok(path)
    };
    let (national, small) = (file(rows)?, file(1000.min(rows))?);
    let mut ours = Vec::new();
    let mut floors = Vec::new();
    for _ in 0..runs.max(1) {
        floors.push(once(&mut floor(&national))?);
        ours.push(once(&mut check(&national))?);
    }
    let base = once(&mut check(&small))?;
    let bytes = std::fs::metadata(&national)?.len();
    let (ours, floor) = (median(ours), median(floors));
    let row = ours.peak.saturating_sub(base.peak) as f64 / rows as f64;
    let figure = |what: String, run: &Run, more: serde_json::Value| {
        let mut values = json!({ "seconds": run.seconds, "peak_bytes": run.peak, "file_bytes": bytes });
        if let (Some(values), Some(more)) = (values.as_object_mut(), more.as_object()) {
            values.extend(more.clone());
        }
        Figure { suite: "check", what, values: values.as_object().cloned().unwrap_or_default() }
    };
    Ok(vec![
        figure(format!("daftari check, {rows} rows"), &ours, json!({ "bytes_a_row": row.round(), "runs": runs })),
        figure(format!("csv crate, {rows} rows"), &floor, json!({ "runs": runs })),
    ])
}

/// Workbooks of these many rows to findings, against a bare loop over their cells.
const WORKBOOKS: [u64; 2] = [5_000, 100_000];

/// The check of workbooks against a bare calamine loop, process against process.
pub(super) fn workbooks(runs: usize) -> anyhow::Result<Vec<Figure>> {
    run(&mut cargo(&["build", "--release", "--quiet", "--package", "intake", "--example", "bench_intake"]))?;
    let mut figures = Vec::new();
    for rows in WORKBOOKS {
        let path = target().join("bench").join(format!("workbook-{rows}.xlsx"));
        run(cells("make", &path, rows).stdout(Stdio::null()))?;
        let (mut ours, mut floors) = (Vec::new(), Vec::new());
        for _ in 0..runs.max(1) {
            floors.push(once(&mut cells("once", &path, rows))?);
            ours.push(once(&mut check(&path))?);
        }
        for (what, run) in [("workbook checked", median(ours)), ("bare calamine loop", median(floors))] {
            let values = json!({ "seconds": run.seconds, "peak_bytes": run.peak });
            let values = values.as_object().cloned().unwrap_or_default();
            figures.push(Figure { suite: "check", what: format!("{what}, {rows} rows"), values });
        }
    }
    Ok(figures)
}

fn cells(what: &str, file: &Path, rows: u64) -> Command {
    let mut cells = Command::new(target().join("release").join("examples").join("bench_intake"));
    cells.arg(what).arg(file).arg(rows.to_string());
    cells
}

fn check(file: &Path) -> Command {
    let mut check = Command::new(target().join("release").join("daftari"));
    check.arg("check").arg(file);
    check.args(["--year", "2026", "--centre", "20401001", "--kind", "school", "--format", "jsonl"]);
    check
}

fn floor(file: &Path) -> Command {
    let mut floor = Command::new(target().join("release").join("examples").join("floor_csv_json"));
    floor.arg(file);
    floor
}

/// What one run took.
#[derive(Clone, Copy)]
struct Run {
    seconds: f64,
    peak: u64,
}

/// Runs a program to its end. Exit code 1 says that there are findings, as there should be.
fn once(command: &mut Command) -> anyhow::Result<Run> {
    let started = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().with_context(|| crate::program::shown(command))?;
    let used = child.wait4()?;
    ensure!(matches!(used.status.code(), Some(0 | 1)), "{} failed", crate::program::shown(command));
    Ok(Run { seconds: started.elapsed().as_secs_f64(), peak: used.rusage.maxrss })
}

fn median(mut runs: Vec<Run>) -> Run {
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    runs[runs.len() / 2]
}
