//! Reads a table, runs over it, holds the pairs against a truth file. For measuring.

use std::collections::HashMap;
use std::fs::File;
use std::time::Instant;

use intake::delimited::Delimited;
use intake::{Options, RowOutcome, Scratch};
use reconcile::{Entry, Index};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(table), Some(truth)) = (arguments.next(), arguments.next()) else { return };
    let show: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(0);
    let started = Instant::now();
    let lap = |what: &str| eprintln!("{what}: {:.2} s", started.elapsed().as_secs_f64());
    let Ok(file) = File::open(&table) else { return };
    let Ok(mut file) = Delimited::open(file, &Options::default()) else { return };
    let layout = file.layout().clone();
    let (mut entries, mut scratch, mut buffer) = (Vec::new(), Scratch::default(), Vec::new());
    while let Ok(Some(block)) = file.next_block(buffer) {
        block.for_each_row(&layout, &mut scratch, |outcome| {
            if let RowOutcome::Entry { row, fields } = outcome {
                entries.push((u128::from(row), Entry::read(fields)));
            }
        });
        buffer = block.into_buffer();
    }
    lap("read");
    let Ok(mut index) = Index::of(entries, 2) else { return };
    lap("index");
    let run = index.full_run(1e-4, 2);
    lap("run");
    eprintln!(
        "{} MB, compared {}, parted {}, matches {}",
        index.bytes() / 1_000_000,
        run.compared,
        run.parted,
        run.matches.len()
    );
    let text = std::fs::read_to_string(&truth).unwrap_or_default();
    let mut kinds: HashMap<[u128; 2], Vec<String>> = HashMap::new();
    for line in text.lines() {
        let parts: Vec<&str> = line.split(',').collect();
        let mut ids: [u128; 2] = [parts[0].parse().unwrap_or(0), parts[1].parse().unwrap_or(0)];
        ids.sort_unstable();
        kinds.insert(ids, parts.get(2).unwrap_or(&"").split(' ').map(str::to_owned).collect());
    }
    let total = kinds.len() as f64;
    let (mut right, mut seen) = (0.0, 0.0);
    let (mut at99, mut at90) = ((0.0, 1.0), (0.0, 1.0));
    for found in &run.matches {
        seen += 1.0;
        right += f64::from(u8::from(kinds.contains_key(&found.ids)));
        if right / seen >= 0.99 {
            at99 = (right / total, found.score);
        }
        if right / seen >= 0.90 {
            at90 = (right / total, found.score);
        }
    }
    println!(
        "recall at .99: {:.4} (score {:.5}); at .90: {:.4} (score {:.5}); kept {:.4}",
        at99.0,
        at99.1,
        at90.0,
        at90.1,
        right / total
    );
    for (from, to) in [
        (0.0, 0.01),
        (0.01, 0.1),
        (0.1, 0.3),
        (0.3, 0.5),
        (0.5, 0.7),
        (0.7, 0.9),
        (0.9, 0.97),
        (0.97, 0.995),
        (0.995, 0.9999),
        (0.9999, 1.1),
    ] {
        let bin: Vec<_> = run.matches.iter().filter(|f| f.score >= from && f.score < to).collect();
        let right = bin.iter().filter(|f| kinds.contains_key(&f.ids)).count();
        let mean = bin.iter().map(|f| f.score).sum::<f64>() / bin.len().max(1) as f64;
        println!(
            "  {from:>6}-{to:<6} {:>8} pairs, mean score {mean:.4}, right {:.4}",
            bin.len(),
            right as f64 / bin.len().max(1) as f64
        );
    }
    let scores: HashMap<[u128; 2], f64> = run.matches.iter().map(|f| (f.ids, f.score)).collect();
    let mut by: HashMap<&str, [usize; 4]> = HashMap::new();
    for (ids, kinds) in &kinds {
        let score = scores.get(ids).copied().unwrap_or(0.0);
        for kind in kinds {
            let entry = by.entry(kind).or_default();
            entry[0] += 1;
            entry[1] += usize::from(score >= at99.1);
            entry[2] += usize::from(score >= at90.1);
            entry[3] += usize::from(score > 0.0);
        }
    }
    let mut by: Vec<_> = by.into_iter().collect();
    by.sort();
    for (kind, [all, high, low, any]) in by {
        let share = |n: usize| n as f64 / all as f64;
        println!("  {kind:<16} {all:>6}  {:.3}  {:.3}  {:.3}", share(high), share(low), share(any));
    }
    for found in run.matches.iter().filter(|f| !kinds.contains_key(&f.ids)).take(show) {
        println!(
            "WRONG {:?} {:.5} {:?} {:?}",
            found.ids,
            found.score,
            found.otherwise,
            found.reasons.iter().map(|r| format!("{} [{:.1}]", r.text, r.bits)).collect::<Vec<_>>()
        );
    }
    let mut low: Vec<_> = kinds.keys().filter(|ids| scores.get(*ids).copied().unwrap_or(0.0) < at90.1).collect();
    low.sort();
    for ids in low.iter().take(show) {
        match run.matches.iter().find(|f| f.ids == **ids) {
            Some(found) => println!(
                "LOW {:?} {:.5} {:?} {:?}",
                found.ids,
                found.score,
                found.otherwise,
                found.reasons.iter().map(|r| format!("{} [{:.1}]", r.text, r.bits)).collect::<Vec<_>>()
            ),
            None => println!("NONE {ids:?} {:?}", kinds.get(*ids)),
        }
    }
    if show > 0 {
        for line in run.model.weights() {
            println!("{line:?}");
        }
    }
}
