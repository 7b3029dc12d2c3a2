//! Confirmation of names, birth years and gender against the results of the primary examination (2.3.25): imported by the
//! council, compared register by register; what differs is a case. Owns the comparison; refuses to change an entry.

use std::collections::BTreeSet;
use std::sync::Arc;

use intake::delimited::Delimited;
use intake::workbook::Workbook;
use intake::{Family, Format, IntakeError, Options, RowOutcome, Scratch};
use regulations::{Field, FieldSet};
use serde_json::{Value, json};
use sync::{CandidateId, RegisterId};

use crate::console::projection::{Found, key, put_found, put_gone};
use crate::console::scoped::Scoped;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::candidates::words;
use crate::stores::console::kcpe::{self, Beside, Sat};
use crate::stores::console::{cases, projected};
use crate::stores::{Council, Lane, StoreError};

/// The queue.
const QUEUE: &str = "kcpe";

/// Results written in one transaction.
const AT_ONCE: usize = 5_000;

/// Registers compared in one transaction.
const REGISTERS: usize = 20;

const READ: FieldSet =
    FieldSet::of(&[Field::Name, Field::Gender, Field::YearOfBirth, Field::QualifyingIndex, Field::CandidateNo]);

/// `GET kcpe`.
pub(in crate::console) async fn look(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    asked.caller()?;
    let counts = office.transact(Lane::Read, |council| kcpe::counts(council)).await?;
    let rows: Vec<Value> = counts.iter().map(|(year, count)| json!({ "year": year, "results": count })).collect();
    Reply::json(&json!({ "rows": rows }))
}

/// `POST kcpe/import`: the file is the body.
pub(in crate::console) async fn import(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let year: u16 =
        asked.query("year").and_then(|year| year.parse().ok()).ok_or_else(|| invalid("year: four digits."))?;
    let (body, who, now) = (asked.body.clone(), asked.caller()?.who(), office.now());
    let read = tokio::task::spawn_blocking(move || read(&body)).await.map_err(|_| sync::RefusalCode::Busy)?;
    let Read { results, refused } = read.map_err(|error| invalid(&format!("The file: {error}.")))?;
    let count = results.len();
    for part in results.chunks(AT_ONCE) {
        let part = part.to_vec();
        office.transact(Lane::Write, move |council| kcpe::put(council, year, &part)).await?;
    }
    let work = move |council: &mut dyn Council| {
        crate::audit::note(council, now, &who, "kcpe.import", &format!("{year} {count}"))
    };
    office.transact(Lane::Write, work).await?;
    Reply::json(&json!({ "year": year, "results": count, "refused": refused }))
}

#[derive(Default)]
struct Read {
    results: Vec<Sat>,
    refused: usize,
}

impl Read {
    fn row(&mut self, outcome: &RowOutcome<'_>) {
        match outcome {
            RowOutcome::Entry { fields, .. } => {
                let get = |field: Field| fields[field as usize];
                // A table of results calls the number its own, or the index.
                let number =
                    [Field::QualifyingIndex, Field::CandidateNo].into_iter().map(get).find(|text| !text.is_empty());
                match number {
                    Some(number) => self.results.push(Sat {
                        number: number.to_owned(),
                        name: get(Field::Name).to_owned(),
                        gender: get(Field::Gender).to_owned(),
                        birth_year: get(Field::YearOfBirth).to_owned(),
                    }),
                    None => self.refused += 1,
                }
            }
            RowOutcome::Refused { .. } => self.refused += 1,
            RowOutcome::Skipped { .. } => {}
        }
    }
}

/// Reads a text file or a workbook of any size, row by row.
fn read(bytes: &[u8]) -> Result<Read, IntakeError> {
    let (mut read, mut scratch) = (Read::default(), Scratch::default());
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if Family::of(head)? == Family::Delimited {
        let mut file = intake::contained(Format::Delimited, || Delimited::open(bytes, &Options::default()))?;
        let (layout, mut buffer) = (file.layout().clone(), Vec::new());
        while let Some(block) = file.next_block(buffer)? {
            block.for_each_row_of(&layout, READ, &mut scratch, |outcome| read.row(&outcome));
            buffer = block.into_buffer();
        }
        return Ok(read);
    }
    let mut book = Workbook::open(bytes, &Options::default())?;
    book.for_each_row_of(READ, &mut scratch, |outcome| read.row(&outcome))?;
    Ok(read)
}

/// `POST kcpe/compare`: every entry of the year with a KCPE index, in the scope and county asked for.
pub(in crate::console) async fn compare(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let scoped = Scoped::of(office, asked).await?;
    let registers: Vec<RegisterId> = scoped.registers().map(|(register, _)| register).collect();
    let years = office.transact(Lane::Read, |council| kcpe::counts(council)).await?;
    let years: Arc<BTreeSet<String>> = Arc::new(years.into_iter().map(|(year, _)| year.to_string()).collect());
    let (mut confirmed, mut differ, mut unknown) = (0, 0, 0);
    for part in registers.chunks(REGISTERS) {
        let (part, now, years) = (part.to_vec(), office.now(), years.clone());
        let work = move |council: &mut dyn Council| {
            let version = projected::tick(council)?;
            let mut sums = [0; 3];
            for register in &part {
                let counted = compare_register(council, *register, &years, version, now)?;
                sums.iter_mut().zip(counted).for_each(|(sum, more)| *sum += more);
            }
            Ok(sums)
        };
        let [same, other, none] = office.transact(Lane::Write, work).await?;
        (confirmed, differ, unknown) = (confirmed + same, differ + other, unknown + none);
    }
    office.console.refresh(office).await?;
    Reply::json(&json!({ "confirmed": confirmed, "differ": differ, "unknown": unknown }))
}

/// Compares a register: confirmed, different, not among the results (of years that were imported).
fn compare_register(
    council: &mut dyn Council,
    register: RegisterId,
    years: &BTreeSet<String>,
    version: i64,
    now: sync::UnixMillis,
) -> Result<[u32; 3], StoreError> {
    let (mut sums, mut found) = ([0; 3], BTreeSet::new());
    for one in kcpe::beside(council, register)?.into_iter().filter(|one| years.contains(&one.year)) {
        let differences = differences(&one);
        let place = match (&one.sat, differences.is_empty()) {
            (Some(_), true) => 0,
            (Some(_), false) => 1,
            (None, _) => 2,
        };
        sums[place] += 1;
        if place > 0 {
            let case = case_of(register, &one, &differences);
            found.insert(case.key);
            put_found(council, &case, version, now)?;
        }
    }
    for case in cases::of(council, register, QUEUE)? {
        if case.state == "open" && !found.contains(&case.key) {
            put_gone(council, case.id, version, now)?;
        }
    }
    Ok(sums)
}

/// The fields in which an entry differs from the result. The order of names does not matter: the certificate's stands.
fn differences(one: &Beside) -> Vec<(&'static str, String, String)> {
    let Some(sat) = &one.sat else { return Vec::new() };
    let mut all = Vec::new();
    if words(&one.name) != words(&sat.name) {
        all.push(("name", one.name.clone(), sat.name.clone()));
    }
    let pairs = [("gender", &one.gender, &sat.gender), ("year_of_birth", &one.birth_year, &sat.birth_year)];
    let given = pairs.into_iter().filter(|(_, entered, sat)| !sat.is_empty() && entered != sat);
    all.extend(given.map(|(field, entered, sat)| (field, entered.clone(), sat.clone())));
    all
}

fn case_of(register: RegisterId, one: &Beside, differences: &[(&'static str, String, String)]) -> Found {
    let candidate = CandidateId(one.id).to_string();
    let reasons = match &one.sat {
        None => vec!["No result bears this index number.".to_owned()],
        Some(_) => differences.iter().map(|(field, ..)| format!("The result differs: {field}.")).collect(),
    };
    let differences: Vec<Value> = differences
        .iter()
        .map(|(field, entered, result)| json!({ "field": field, "entered": entered, "result": result }))
        .collect();
    Found {
        key: key(QUEUE, &[register.to_string().as_bytes(), candidate.as_bytes(), one.number.as_bytes()]),
        queue: QUEUE,
        kind: if one.sat.is_some() { "differs" } else { "unknown" }.to_owned(),
        score: 1000,
        reasons,
        members: vec![json!({ "register": register.to_string(), "candidate": candidate })],
        evidence: json!({ "differences": differences }),
        registers: vec![register],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(name: &str, gender: &str, year: &str) -> Beside {
        let sat =
            Sat { number: "1".into(), name: "OTIENO PETER".into(), gender: "M".into(), birth_year: String::new() };
        Beside {
            id: [1; 16],
            name: name.into(),
            gender: gender.into(),
            birth_year: year.into(),
            number: "1".into(),
            year: "2021".into(),
            sat: Some(sat),
        }
    }

    #[test]
    fn order_of_names_and_what_a_result_does_not_tell_are_no_difference() {
        let fields = |one: Beside| differences(&one).into_iter().map(|(field, ..)| field).collect::<Vec<_>>();
        assert!(fields(beside("Peter Otieno", "M", "2008")).is_empty());
        assert_eq!(fields(beside("PETER OTIENO ODUYA", "F", "2008")), ["name", "gender"]);
    }

    #[test]
    fn results_are_read_from_text_whatever_its_headings_are_called() {
        let text = "INDEX NO,NAME,GENDER,YEAR OF BIRTH\n11200105003,OTIENO PETER,M,2008\n,NOBODY,M,2008\n";
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.results.len(), 1, "{:?}", read.results);
        assert_eq!((read.results[0].number.as_str(), read.results[0].name.as_str()), ("11200105003", "OTIENO PETER"));
    }
}
