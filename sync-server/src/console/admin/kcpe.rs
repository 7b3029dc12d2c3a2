//! Results of the primary examination (2.3.25), imported by the council. Owns the reading of the file; what differs from
//! them is `finding::results`' to say.

use std::sync::Arc;

use intake::delimited::Delimited;
use intake::workbook::Workbook;
use intake::{Family, Format, IntakeError, Options, RowOutcome, Scratch};
use regulations::{Field, FieldSet};
use serde_json::{Value, json};
use sync::RegisterId;

use crate::console::finding;
use crate::console::scoped::Scoped;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::kcpe::{self, Sat};
use crate::stores::{Council, Lane};

/// Results written in one transaction.
const AT_ONCE: usize = 5_000;

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
    office.console.look_at_all();
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

/// `POST kcpe/compare`: every entry of the year with a KCPE index, in the scope and county asked for. Batches that come
/// later are compared as they come.
pub(in crate::console) async fn compare(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let scoped = Scoped::of(office, asked).await?;
    let registers: Vec<RegisterId> = scoped.registers().map(|(register, _)| register).collect();
    let counted = finding::results::compare(office, scoped.year, registers).await?;
    office.console.refresh(office).await?;
    let [confirmed, differ, unknown] = counted;
    Reply::json(&json!({ "confirmed": confirmed, "differ": differ, "unknown": unknown }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_from_text_whatever_its_headings_are_called() {
        let text = "INDEX NO,NAME,GENDER,YEAR OF BIRTH\n11200105003,OTIENO PETER,M,2008\n,NOBODY,M,2008\n";
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.results.len(), 1, "{:?}", read.results);
        assert_eq!((read.results[0].number.as_str(), read.results[0].name.as_str()), ("11200105003", "OTIENO PETER"));
    }
}
