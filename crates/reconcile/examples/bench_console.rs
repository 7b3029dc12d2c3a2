//! Measures the finding of duplicates in a table with known truth: `bench_console TABLE TRUTH`. Prints lines of JSON: the
//! full run (time, memory, recall at two precisions, whether a score is a probability), recall by kind of slip, one
//! candidate checked as it arrives, names searched.

// A measuring program has a clock and files.
#![allow(clippy::disallowed_methods)]

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::time::Instant;

use intake::delimited::Delimited;
use intake::{Options, RowOutcome, Scratch};
use reconcile::{Entry, Index, Match, Run};
use serde_json::json;

/// Pairs less likely than this are not looked at.
const LEAST: f64 = 1e-4;

type Truth = HashMap<[u128; 2], Vec<String>>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(table), Some(truth)) = (arguments.next(), arguments.next()) else {
        return Err("a table and its truth are wanted".into());
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let truth = truth_of(&std::fs::read_to_string(truth)?);
    let started = Instant::now();
    let entries = entries(&table)?;
    let read = started.elapsed().as_secs_f64();
    let some: Vec<(u128, Entry)> = entries.iter().step_by(entries.len().div_ceil(2_000).max(1)).cloned().collect();
    let mut index = Index::of(entries, threads)?;
    let run = index.full_run(LEAST, threads);
    let seconds = started.elapsed().as_secs_f64();
    let cut = |precision: f64| cut(&run, &truth, precision);
    let (high, low) = (cut(0.99), cut(0.90));
    println!(
        "{}",
        json!({ "what": format!("duplicates, {} candidates", index.len()), "seconds": seconds, "read_s": read,
            "processor_s": processor_seconds(), "peak_bytes": peak_bytes(), "index_bytes": index.bytes(),
            "compared": run.compared, "parted": run.parted, "recall_at_99": high.0, "score_at_99": high.1,
            "recall_at_90": low.0, "score_at_90": low.1 })
    );
    calibration(&run, &truth);
    by_slip(&run, &truth, high.1, low.1);
    incremental(&mut index, &run, &some)?;
    search(&index, &some, &table)?;
    Ok(())
}

fn entries(table: &str) -> Result<Vec<(u128, Entry)>, Box<dyn std::error::Error>> {
    let mut file = Delimited::open(File::open(table)?, &Options::default())?;
    let layout = file.layout().clone();
    let (mut entries, mut scratch, mut buffer) = (Vec::new(), Scratch::default(), Vec::new());
    while let Some(block) = file.next_block(buffer)? {
        block.for_each_row(&layout, &mut scratch, |outcome| {
            if let RowOutcome::Entry { row, fields } = outcome {
                entries.push((u128::from(row), Entry::read(fields)));
            }
        });
        buffer = block.into_buffer();
    }
    Ok(entries)
}

/// Lines `row,double,slips`, headed or not.
fn truth_of(text: &str) -> Truth {
    let mut truth = Truth::new();
    for line in text.lines() {
        let mut parts = line.splitn(3, ',');
        let mut row = || parts.next().and_then(|part| part.parse::<u128>().ok());
        if let (Some(one), Some(two)) = (row(), row()) {
            let slips = parts.next().unwrap_or_default().split(' ').map(str::to_owned).collect();
            truth.insert([one.min(two), one.max(two)], slips);
        }
    }
    truth
}

/// The greatest recall at which so many of those above are right, and the score there.
fn cut(run: &Run, truth: &Truth, precision: f64) -> (f64, f64) {
    let (mut right, mut best) = (0, (0.0, 1.0));
    for (seen, found) in run.matches.iter().enumerate() {
        right += usize::from(truth.contains_key(&found.ids));
        if right as f64 >= precision * (seen + 1) as f64 {
            best = (right as f64 / truth.len() as f64, found.score);
        }
    }
    best
}

/// What is right among pairs of about one score.
fn calibration(run: &Run, truth: &Truth) {
    let edges = [0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.995, 1.1];
    for edge in edges.windows(2) {
        let pairs: Vec<&Match> = run.matches.iter().filter(|m| m.score >= edge[0] && m.score < edge[1]).collect();
        let count = pairs.len().max(1) as f64;
        let right = pairs.iter().filter(|m| truth.contains_key(&m.ids)).count() as f64;
        let mean = pairs.iter().map(|m| m.score).sum::<f64>() / count;
        println!(
            "{}",
            json!({ "what": format!("scores {} to {}", edge[0], edge[1].min(1.0)), "pairs": pairs.len(),
                "mean_score": mean, "right": right / count })
        );
    }
}

fn by_slip(run: &Run, truth: &Truth, high: f64, low: f64) {
    let scores: HashMap<[u128; 2], f64> = run.matches.iter().map(|found| (found.ids, found.score)).collect();
    let mut slips: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (ids, kinds) in truth {
        let score = scores.get(ids).copied().unwrap_or(0.0);
        for kind in kinds {
            let counts = slips.entry(kind).or_default();
            counts[0] += 1;
            counts[1] += usize::from(score >= high);
            counts[2] += usize::from(score >= low);
        }
    }
    for (kind, [all, high, low]) in slips {
        let share = |count: usize| count as f64 / all as f64;
        println!(
            "{}",
            json!({ "what": format!("slip {kind}"), "doubles": all, "recall_at_99": share(high), "recall_at_90": share(low) })
        );
    }
}

/// Candidates are put in again, as if they arrived, and each is checked.
fn incremental(index: &mut Index, run: &Run, some: &[(u128, Entry)]) -> Result<(), Box<dyn std::error::Error>> {
    let mut times = Vec::with_capacity(some.len());
    for (id, entry) in some {
        let started = Instant::now();
        index.put(*id, entry)?;
        let found = index.check(*id, &run.model, 0.01);
        times.push(started.elapsed().as_secs_f64());
        std::hint::black_box(found);
    }
    told("one candidate put in and checked", times);
    Ok(())
}

/// Names of the table in another order, with a letter left out or a word unfinished.
fn search(index: &Index, some: &[(u128, Entry)], table: &str) -> Result<(), Box<dyn std::error::Error>> {
    let wanted: Vec<u128> = some.iter().step_by(4).map(|(row, _)| *row).collect();
    let mut names = Vec::new();
    let mut file = Delimited::open(File::open(table)?, &Options::default())?;
    let layout = file.layout().clone();
    let mut scratch = Scratch::default();
    while let Some(block) = file.next_block(Vec::new())? {
        block.for_each_row(&layout, &mut scratch, |outcome| {
            if let RowOutcome::Entry { row, fields } = outcome
                && wanted.binary_search(&u128::from(row)).is_ok()
            {
                names.push((u128::from(row), fields[regulations::Field::Name as usize].to_owned()));
            }
        });
    }
    let (mut times, mut found) = (Vec::new(), 0);
    for (at, (id, name)) in names.iter().enumerate() {
        let typed = typed(name, at % 3);
        let started = Instant::now();
        let hits = index.search(&typed, 50);
        times.push(started.elapsed().as_secs_f64());
        found += usize::from(hits.iter().any(|hit| hit.id == *id));
    }
    println!(
        "{}",
        json!({ "what": "searched names among the first fifty", "share": found as f64 / names.len().max(1) as f64 })
    );
    told("name searched", times);
    Ok(())
}

fn typed(name: &str, how: usize) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    words.rotate_left(1);
    if let Some(word) = words.last_mut().filter(|word| word.chars().count() > 4) {
        match how {
            0 => drop(word.remove(word.char_indices().nth(2).map_or(0, |(at, _)| at))),
            1 => drop(word.pop()),
            _ => {}
        }
    }
    words.join(" ")
}

fn told(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    for (name, share) in [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)] {
        println!("{}", json!({ "what": format!("{what}, {name}"), "seconds": at(share) }));
    }
}

fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    stat.split(' ').skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}
