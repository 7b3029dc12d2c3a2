//! Measures intake against its floors in the same run, one JSON line each: a pass of the csv crate, a bare loop over
//! calamine's cells. `cargo run --release -p intake --example bench_intake`
//!
//! Each measurement runs in a process of its own, so that the most memory held is its own. `seconds` is the best wall
//! time; `cpu_seconds` the mean processor time of all threads, which a busy machine disturbs less.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]

use std::fmt::Write as _;
use std::io::Cursor;
use std::time::Instant;

use calamine::{Reader, Xlsx};
use intake::delimited::Delimited;
use intake::workbook::Workbook;
use intake::{Options, RowOutcome, Scratch, SubjectHeading};
use regulations::{Field, FieldSet};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const KEYS: [Field; 6] = [
    Field::Centre,
    Field::CandidateNo,
    Field::BirthCertificateNo,
    Field::Qualification,
    Field::QualifyingIndex,
    Field::QualifyingYear,
];

/// A made-up candidate, in the template's order.
fn values(i: u32) -> [String; Field::COUNT] {
    let mut values: [String; Field::COUNT] = Default::default();
    let mut set = |field: Field, value: String| values[field as usize] = value;
    set(Field::Centre, format!("{:08}", 24_505_105 + i / 400));
    set(Field::CandidateNo, format!("{:03}", i % 400 + 1));
    set(Field::AdmissionNo, format!("{}", 4000 + i % 900));
    set(Field::Name, format!("AKINYI OTIENO JANE {}", ["WAMBUI", "CHEBET", "MWENDE"][(i % 3) as usize]));
    set(Field::Gender, ["M", "F"][(i % 2) as usize].into());
    set(Field::YearOfBirth, format!("{}", 2005 + i % 4));
    set(Field::BirthCertificateNo, format!("{}", 10_000_000 + i));
    set(Field::Citizenship, "C".into());
    set(Field::EntryCode, "1".into());
    set(Field::Qualification, "KCPE".into());
    set(Field::QualifyingIndex, format!("{:011}", 20_400_000_000_u64 + u64::from(i)));
    set(Field::QualifyingYear, "2020".into());
    set(Field::Subjects, "101 102 121 231 233 311 313 443".into());
    set(Field::Photo, format!("{:08}{:03}.jpg", 24_505_105 + i / 400, i % 400 + 1));
    values
}

fn csv_of(rows: u32) -> Outcome<Vec<u8>> {
    let mut text = Field::ALL.map(Field::name).join(",");
    for i in 0..rows {
        write!(text, "\n{}", values(i).join(","))?;
    }
    text.push('\n');
    Ok(text.into_bytes())
}

fn xlsx_of(rows: u32) -> Outcome<Vec<u8>> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, field) in (0_u16..).zip(Field::ALL) {
        sheet.write_string(0, column, field.name())?;
    }
    for i in 0..rows {
        for (column, value) in (0_u16..).zip(values(i)).filter(|(_, value)| !value.is_empty()) {
            match column {
                5 | 11 => sheet.write_number(i + 1, column, value.parse::<f64>()?)?,
                _ => sheet.write_string(i + 1, column, value)?,
            };
        }
    }
    Ok(book.save_to_buffer()?)
}

/// A line of a file of the system about this process; empty where there is none.
fn own_status(file: &str, line: &str) -> String {
    let text = std::fs::read_to_string(format!("/proc/self/{file}")).unwrap_or_default();
    text.lines().find_map(|l| l.strip_prefix(line)).unwrap_or("").to_owned()
}

/// The most memory held, in bytes.
fn peak_bytes() -> u64 {
    own_status("status", "VmHWM:").split_whitespace().next().and_then(|n| n.parse().ok()).map_or(0, |kb: u64| kb * 1024)
}

/// Processor time of all threads, in seconds.
fn cpu_seconds() -> f64 {
    let stat = own_status("stat", "");
    let after_name = stat.rsplit(')').next().unwrap_or("");
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum();
    ticks / 100.0
}

fn measure<T>(what: &str, times: u32, mut work: impl FnMut() -> Outcome<T>) -> Outcome<()> {
    let mut best = f64::INFINITY;
    let before = cpu_seconds();
    for _ in 0..times {
        let start = Instant::now();
        std::hint::black_box(work()?);
        best = best.min(start.elapsed().as_secs_f64());
    }
    let cpu = (cpu_seconds() - before) / f64::from(times);
    println!("{{\"what\":\"{what}\",\"seconds\":{best:.4},\"cpu_seconds\":{cpu:.4},\"peak_bytes\":{}}}", peak_bytes());
    Ok(())
}

fn pass(csv: &[u8], options: &Options<'_>, keys: bool) -> Outcome<(u32, u64)> {
    let mut file = Delimited::open(csv, options)?;
    let layout = file.layout().clone();
    let (mut scratch, mut buffer, mut entries, mut sum) = (Scratch::default(), Vec::new(), 0, 0);
    let mut visit = |outcome: RowOutcome<'_>| {
        if let RowOutcome::Entry { fields, .. } = outcome {
            entries += 1;
            sum += fields.iter().map(|field| field.len() as u64).sum::<u64>();
        }
    };
    while let Some(block) = file.next_block(std::mem::take(&mut buffer))? {
        if keys {
            block.for_each_row_of(&layout, FieldSet::of(&KEYS), &mut scratch, &mut visit);
        } else {
            block.for_each_row(&layout, &mut scratch, &mut visit);
        }
        buffer = block.into_buffer();
    }
    Ok((entries, sum))
}

fn bare_csv(csv: &[u8]) -> Outcome<u64> {
    let mut reader = csv::ReaderBuilder::new().buffer_capacity(512 << 10).from_reader(csv);
    let (mut record, mut cells) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record)? {
        cells += record.iter().map(|cell| cell.len() as u64).sum::<u64>();
    }
    Ok(cells)
}

fn bare_calamine(bytes: &[u8]) -> Outcome<u64> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let name = book.sheet_names().first().cloned().unwrap_or_default();
    let mut reader = book.worksheet_cells_reader(&name)?;
    let mut cells = 0;
    while let Some(cell) = reader.next_cell()? {
        std::hint::black_box(cell.get_value());
        cells += 1;
    }
    Ok(cells)
}

fn outcomes(bytes: &[u8], options: &Options<'_>) -> Outcome<u64> {
    let mut book = Workbook::open(bytes, options)?;
    let mut entries = 0;
    book.for_each_row(&mut Scratch::default(), |outcome| {
        if let RowOutcome::Entry { fields, .. } = outcome {
            std::hint::black_box(fields);
            entries += 1;
        }
    })?;
    Ok(entries)
}

/// Runs one measurement on a file, in this process.
fn run(kind: &str, path: &str, rows: &str) -> Outcome<()> {
    let subjects: Vec<SubjectHeading> = ["101", "102", "121", "231", "233", "311", "313", "443"]
        .map(|code| SubjectHeading { code: code.into(), names: Vec::new() })
        .into();
    let options = Options { subjects: &subjects, ..Options::default() };
    if kind == "make" {
        return Ok(std::fs::write(path, xlsx_of(rows.parse()?)?)?);
    }
    let bytes = std::fs::read(path)?;
    let measure = |what: &str, times, work: &mut dyn FnMut() -> Outcome<u64>| {
        measure(&format!("{what}, {rows} rows"), times, work)
    };
    match kind {
        "once" => {
            std::hint::black_box(bare_calamine(&bytes)?);
            Ok(())
        }
        "bare-csv" => measure("csv crate", 5, &mut || bare_csv(&bytes).map(|_| 0)),
        "csv" => measure("csv rows to outcomes", 5, &mut || pass(&bytes, &options, false).map(|_| 0)),
        "csv-keys" => measure("csv rows to keys", 5, &mut || pass(&bytes, &options, true).map(|_| 0)),
        "bare-xlsx" => measure("calamine cells", 5, &mut || bare_calamine(&bytes).map(|_| 0)),
        "xlsx-open" => measure("xlsx opened", 5, &mut || Ok(Workbook::open(&bytes, &options)?.sheets().len() as u64)),
        _ => measure("xlsx rows to outcomes", 5, &mut || outcomes(&bytes, &options).map(|_| 0)),
    }
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, kind, path, rows] = arguments.as_slice() {
        return run(kind, path, rows);
    }
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("table");
    let mut files = vec![(1_000_000, &["bare-csv", "csv", "csv-keys"][..])];
    files.extend([5_000, 100_000].map(|rows| (rows, &["bare-xlsx", "xlsx-open", "xlsx"][..])));
    for (rows, kinds) in files {
        std::fs::write(&path, if rows == 1_000_000 { csv_of(rows)? } else { xlsx_of(rows)? })?;
        for kind in kinds {
            std::process::Command::new(std::env::current_exe()?).arg(kind).arg(&path).arg(rows.to_string()).status()?;
        }
    }
    Ok(())
}
