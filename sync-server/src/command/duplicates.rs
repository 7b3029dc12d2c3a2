//! `duplicates`: who stands twice in a table of candidates. Owns the reading of the file and what is printed; who is whom
//! is `reconcile`'s. Needs no server and no data folder.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use intake::delimited::Delimited;
use intake::workbook::Workbook;
use intake::{Family, IntakeError, Options, RowOutcome, Scratch};
use reconcile::{Entry, Index, Match, Model, Run, Weight};
use regulations::{Field, FieldSet};

use super::{OrderError, Outcome};

/// What is asked.
#[derive(Clone, Debug, PartialEq, clap::Args)]
pub struct Asked {
    /// The candidates: a text file or a workbook (.csv, .tsv, .xlsx, .xlsm, .xls, .ods) with the columns of the import
    /// template
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
    /// Write here what each level of each field is worth in this table, in bits, and by how much that may be off nineteen
    /// times of twenty (.csv)
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
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
    if let Some(path) = &asked.weights {
        std::fs::write(path, weights(&run.model)).map_err(|error| OrderError::File(path.clone(), error))?;
    }
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

impl Read {
    fn row(&mut self, outcome: &RowOutcome<'_>) {
        match outcome {
            RowOutcome::Entry { row, fields } => self.entries.push((u128::from(*row), Entry::read(fields))),
            RowOutcome::Refused { .. } => self.refused += 1,
            RowOutcome::Skipped { .. } => {}
        }
    }
}

/// Reads the file, whatever its first bytes say it is. Rows come in the file's order.
fn read(path: &Path, threads: usize) -> Result<Read, OrderError> {
    let file_error = |error| OrderError::File(path.to_owned(), error);
    let unreadable = |error: IntakeError| OrderError::Input(format!("{}: {error}", path.display()));
    let mut head = Vec::with_capacity(4096);
    let mut opened = File::open(path).map_err(file_error)?;
    std::io::Read::take(&opened, 4096).read_to_end(&mut head).map_err(file_error)?;
    if Family::of(&head).map_err(unreadable)? == Family::Delimited {
        opened.rewind().map_err(file_error)?;
        return read_text(opened, threads).map_err(unreadable);
    }
    let bytes = std::fs::read(path).map_err(file_error)?;
    let (mut read, mut scratch) = (Read::default(), Scratch::default());
    let mut book = Workbook::open(&bytes, &Options::default()).map_err(unreadable)?;
    book.for_each_row_of(COMPARED, &mut scratch, |outcome| read.row(&outcome)).map_err(unreadable)?;
    Ok(read)
}

/// Reads a text file on all threads.
fn read_text(opened: File, threads: usize) -> Result<Read, IntakeError> {
    let file = intake::contained(intake::Format::Delimited, || {
        Delimited::open(BufReader::with_capacity(1 << 18, opened), &Options::default())
    })?;
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
            block.for_each_row_of(&layout, COMPARED, &mut scratch, |outcome| read.row(&outcome));
            buffer = block.into_buffer();
        }
    };
    let parts: Vec<Result<Read, IntakeError>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
    });
    let mut whole = Read::default();
    for part in parts {
        let part = part?;
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

/// What was learned, as a person may look at it and dispute it.
fn weights(model: &Model) -> String {
    let mut table = "field,level,of 1000 of one person,of 1000 namesakes,bits,give or take\n".to_owned();
    for Weight { field, level, same, namesakes, bits, give_or_take } in model.weights() {
        table += &format!("{field},\"{level}\",{same:.3},{namesakes:.3},{bits:.2},{give_or_take:.2}\n");
    }
    table
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Six who differ in everything, and one of them again with names in another order and a digit transposed.
    const TABLE: &str = "name,gender,year_of_birth,birth_certificate_no,citizenship,entry_code,qualification,qualifying_index,qualifying_year,subjects
WANJIKU MARY ACHIENG,F,2008,482915337,C,1,KCPE,11200105003,2021,101 102 121 231 232 233 311
KAMAU JOHN MWANGI,M,2007,300123457,C,1,KCPE,20700100977,2021,101 102 121 231 232 233 312
OTIENO PETER ODUYA,M,2008,300246914,C,1,KCPE,20700101954,2021,101 102 121 231 233 311 443
CHEBET FAITH JEPKOECH,F,2009,300370371,C,1,KCPE,20700102931,2021,101 102 121 231 232 311 565
ACHIENG MARY WANJIKU,F,2008,482915373,C,1,KCPE,11200105003,2021,101 102 121 231 232 233 311
MUTUA BRIAN KIOKO,M,2006,300493828,C,1,KCPE,20700103908,2021,101 102 121 232 233 311 565
HASSAN AMINA ABDI,F,2008,300617285,C,1,KCPE,20700104885,2021,101 102 121 231 232 313 443
";

    fn found(path: &Path) -> Vec<String> {
        let mut index = Index::of(read(path, 2).unwrap().entries, 2).unwrap();
        index.full_run(0.5, 2).matches.iter().map(line).collect()
    }

    #[test]
    fn a_double_is_printed_by_its_rows_from_a_text_file_and_from_a_workbook() {
        let folder = tempfile::tempdir().unwrap();
        let (text, book) = (folder.path().join("table.csv"), folder.path().join("table.xlsx"));
        std::fs::write(&text, TABLE).unwrap();
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, line) in (0..).zip(TABLE.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        workbook.save(&book).unwrap();
        for path in [text, book] {
            let lines = found(&path);
            assert_eq!(lines.len(), 1, "{lines:?}");
            let line: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
            assert_eq!(line["rows"], serde_json::json!([2, 6]));
            assert!(line["score"].as_f64().unwrap() > 0.9 && !line["reasons"].as_array().unwrap().is_empty(), "{line}");
        }
    }

    #[test]
    fn what_was_learned_says_what_each_level_is_worth_and_how_sure_that_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, TABLE).unwrap();
        let mut index = Index::of(read(&path, 1).unwrap().entries, 1).unwrap();
        let table = weights(&index.full_run(0.5, 1).model);
        let line = table.lines().find(|line| line.starts_with("birth_certificate_no,\"same\",")).unwrap();
        let numbers: Vec<f32> = line.split(',').skip(2).map(|cell| cell.parse().unwrap()).collect();
        assert!(numbers[2] > 5.0 && numbers[3] > 0.0, "{line}");
    }

    #[test]
    fn a_file_that_is_no_table_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("picture.csv");
        std::fs::write(&path, [0xff, 0xd8, 0xff, 0xe0, 0, 16]).unwrap();
        assert!(matches!(read(&path, 1), Err(OrderError::Input(text)) if text.contains("picture.csv")));
        assert!(matches!(read(&folder.path().join("none.csv"), 1), Err(OrderError::File(..))));
    }
}
