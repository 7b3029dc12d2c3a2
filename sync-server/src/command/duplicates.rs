//! `duplicates`: who stands twice in a table of candidates. Owns the reading of the file and what is printed; who is whom
//! is `reconcile`'s. Needs no server and no data folder.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use intake::delimited::Delimited;
use intake::{IntakeError, Options, RowOutcome, Scratch};
use reconcile::{Entry, Index, Match, Run};
use regulations::{Field, FieldSet};

use super::{OrderError, Outcome};

/// What is asked.
#[derive(Clone, Debug, PartialEq, clap::Args)]
pub struct Asked {
    /// The candidates: a text file with the columns of the import template
    #[arg(long, value_name = "FILE")]
    csv: PathBuf,
    /// One line of JSON a pair
    #[arg(long)]
    json: bool,
    /// The least probability of a pair that is printed
    #[arg(long, default_value_t = 0.01, value_name = "PROBABILITY", value_parser = probability)]
    least: f64,
    /// How many threads to use; without it, as many as there are cores
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=64))]
    threads: Option<u16>,
}

fn probability(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a number from 0 to 1 is wanted".to_owned())
}

/// The fields that are compared.
const COMPARED: FieldSet = FieldSet::of(&[
    Field::Centre,
    Field::AdmissionNo,
    Field::Name,
    Field::Gender,
    Field::YearOfBirth,
    Field::BirthCertificateNo,
    Field::Citizenship,
    Field::EntryCode,
    Field::Qualification,
    Field::QualifyingIndex,
    Field::QualifyingYear,
    Field::PassportNo,
    Field::IdDocument,
    Field::WaitingCard,
    Field::SpecialNeeds,
    Field::LastKcseIndex,
    Field::LastKcseYear,
    Field::Subjects,
    Field::Phone,
]);

pub(super) fn duplicates(asked: &Asked) -> Result<Outcome, OrderError> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = asked.threads.map_or(cores, usize::from);
    let read = read(&asked.csv, threads)?;
    let (candidates, refused) = (read.entries.len(), read.refused);
    let mut index = Index::of(read.entries, threads).map_err(|full| OrderError::Input(full.to_string()))?;
    let run = index.full_run(asked.least, threads);
    drop(index);
    match print(&run, asked.json) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            return Err(OrderError::File(PathBuf::from("standard output"), error));
        }
        _ => {}
    }
    Ok(Outcome { exit: 0, out: String::new(), err: summary(candidates, refused, &run) })
}

/// What a file holds.
#[derive(Default)]
struct Read {
    entries: Vec<(u128, Entry)>,
    refused: usize,
}

/// Reads the file on all threads. Rows come in the file's order.
fn read(path: &Path, threads: usize) -> Result<Read, OrderError> {
    let opened = File::open(path).map_err(|error| OrderError::File(path.to_owned(), error))?;
    let unreadable = |error: IntakeError| OrderError::Input(format!("{}: {error}", path.display()));
    let file = intake::contained(intake::Format::Delimited, || {
        Delimited::open(BufReader::with_capacity(1 << 18, opened), &Options::default())
    });
    let file = file.map_err(unreadable)?;
    let layout = file.layout().clone();
    let source = Mutex::new(file);
    let work = || -> Result<Read, IntakeError> {
        let (mut read, mut scratch, mut buffer) = (Read::default(), Scratch::default(), Vec::new());
        loop {
            let block = match source.lock() {
                Ok(mut source) => source.next_block(buffer)?,
                Err(_) => return Ok(read),
            };
            let Some(block) = block else { return Ok(read) };
            block.for_each_row_of(&layout, COMPARED, &mut scratch, |outcome| match outcome {
                RowOutcome::Entry { row, fields } => read.entries.push((u128::from(row), Entry::read(fields))),
                RowOutcome::Refused { .. } => read.refused += 1,
                RowOutcome::Skipped { .. } => {}
            });
            buffer = block.into_buffer();
        }
    };
    let parts: Vec<Result<Read, IntakeError>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
    });
    let mut whole = Read::default();
    for part in parts {
        let part = part.map_err(unreadable)?;
        whole.entries.extend(part.entries);
        whole.refused += part.refused;
    }
    whole.entries.sort_by_key(|(row, _)| *row);
    Ok(whole)
}

fn print(run: &Run, json: bool) -> std::io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 18, std::io::stdout().lock());
    for found in &run.matches {
        match json {
            true => writeln!(out, "{}", line(found))?,
            false => {
                let [one, two] = found.ids;
                let reasons: Vec<&str> = found.reasons.iter().map(|reason| reason.text.as_str()).collect();
                writeln!(out, "{:.4}  rows {one} and {two}  {}", found.score, reasons.join("; "))?;
            }
        }
    }
    out.flush()
}

/// A pair as it is printed.
#[derive(serde::Serialize)]
struct Line<'a> {
    rows: [u64; 2],
    score: f64,
    reasons: Vec<&'a str>,
}

fn line(found: &Match) -> String {
    let rows = found.ids.map(|id| u64::try_from(id).unwrap_or(u64::MAX));
    let reasons = found.reasons.iter().map(|reason| reason.text.as_str()).collect();
    serde_json::to_string(&Line { rows, score: found.score, reasons }).unwrap_or_default()
}

fn summary(candidates: usize, refused: usize, run: &Run) -> String {
    let expected = run.matches.iter().fold(0.0, |sum, found| sum + found.score);
    let mut text = format!(
        "{candidates} candidates, {} pairs compared, {} printed, of which about {expected:.0} are one person\n",
        run.compared,
        run.matches.len(),
    );
    if run.parted > 0 {
        text += &format!(
            "{} groups that share one key were too large and were parted by place, subjects and name\n",
            run.parted
        );
    }
    if refused > 0 {
        text +=
            &format!("{refused} rows have a cell that cannot be read and were left out; `daftari check` names them\n");
    }
    text
}
