//! Files for the council's other systems. Candidates come as a stream, register by register, so that a country of them is
//! never in memory; a workbook is for what somebody opens.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_DISPOSITION;
use regulations::Field;
use rust_xlsxwriter::Workbook;
use serde::Deserialize;
use serde_json::{Value, json};
use sync::RegisterId;

use crate::access::scope;
use crate::console::cases::QUEUES;
use crate::console::projection::Summary;
use crate::console::scoped::{Scoped, code};
use crate::console::table::Table;
use crate::console::whom::brief;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::candidates::{self, Candidate};
use crate::stores::console::cases::{self, Page};
use crate::stores::{Council, Lane, StoreError};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv; charset=utf-8";

/// Rows of a workbook, at most: of more, a text file is asked for.
const MOST: usize = 100_000;

/// Registers read at a time.
const AT_ONCE: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Export {
    what: String,
    format: String,
    year: Option<u32>,
    county: Option<u32>,
    centre: Option<String>,
}

/// `POST exports`.
pub(in crate::console) async fn export(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Export { what, format, year, county, centre } = asked.json()?;
    let scoped = Scoped::at(office, asked, year, county).await?;
    let centre = centre.map(|centre| scope::centre(&centre).ok_or_else(|| invalid("centre: eight digits.")));
    let centre = centre.transpose()?;
    let own = || scoped.registers().filter(|(register, _)| centre.is_none_or(|centre| register.centre == centre));
    let registers: Vec<RegisterId> = own().map(|(register, _)| register).collect();
    if centre.is_some() && registers.is_empty() {
        return Err(sync::RefusalCode::ForeignCentre.into());
    }
    note(office, asked, &what).await?;
    let name = format!("{what}-{}", scoped.year);
    match (what.as_str(), format.as_str()) {
        ("candidates", "csv") => {
            let name = format!("attachment; filename=\"{name}.csv\"");
            Ok(Reply::of(CSV, streamed(office, &registers)).with(CONTENT_DISPOSITION, &name))
        }
        ("candidates", "xlsx") => {
            let rows = |summary: &Summary| summary.candidates + summary.withdrawn + summary.moved;
            let many: u32 = own().map(|(_, kept)| rows(&kept.summary)).sum();
            if many as usize > MOST {
                return Err(invalid("format: so many are taken as csv."));
            }
            workbook(&name, all(office, registers).await?).await
        }
        ("centres" | "fees", "csv" | "xlsx") => file(&name, &format, centres(&scoped)).await,
        ("cases", "csv" | "xlsx") => file(&name, &format, listed(office, &scoped).await?).await,
        _ => Err(invalid("what: candidates, centres, fees, cases; format: csv, xlsx.")),
    }
}

async fn note(office: &Arc<Office>, asked: &Asked, what: &str) -> Result<(), Problem> {
    let (who, now, what) = (asked.caller()?.who(), office.now(), what.chars().take(20).collect::<String>());
    let work = move |council: &mut dyn Council| crate::audit::note(council, now, &who, "export", &what);
    Ok(office.transact(Lane::Write, work).await?)
}

async fn file(name: &str, format: &str, table: Table) -> Result<Reply, Problem> {
    match format {
        "csv" => Ok(Reply::file(CSV, &format!("{name}.csv"), table.csv().into_bytes())),
        _ => workbook(name, table).await,
    }
}

fn heading() -> Table {
    let mut columns: Vec<&'static str> = vec!["id", "state"];
    columns.extend(Field::ALL.iter().filter(|field| **field != Field::Photo).map(|field| field.name()));
    Table { columns, rows: Vec::new() }
}

fn row(one: &Candidate) -> Vec<Value> {
    let draft = one.draft();
    let fields = Field::ALL.iter().filter(|field| **field != Field::Photo);
    let mut row = vec![json!(sync::CandidateId(one.id).to_string()), json!(one.state)];
    row.extend(fields.map(|field| json!(draft.get(*field))));
    row
}

/// A text file that is written as it is read.
fn streamed(office: &Arc<Office>, registers: &[RegisterId]) -> Body {
    let head = heading().csv();
    let parts: Vec<Vec<RegisterId>> = registers.chunks(AT_ONCE).map(<[RegisterId]>::to_vec).collect();
    let start = (office.clone(), parts.into_iter(), Some(head));
    let stream = futures_util::stream::unfold(start, |(office, mut parts, head)| async move {
        if let Some(head) = head {
            return Some((Ok(Bytes::from(head)), (office, parts, None)));
        }
        let part = parts.next()?;
        let text = match some(&office, part).await {
            Ok(table) => table.csv().lines().skip(1).map(|line| format!("{line}\r\n")).collect::<String>(),
            // What was sent so far is cut off, which the receiver sees.
            Err(error) => return Some((Err(error), (office, Vec::new().into_iter(), None))),
        };
        Some((Ok(Bytes::from(text)), (office, parts, None)))
    });
    Body::from_stream(stream)
}

async fn some(office: &Arc<Office>, registers: Vec<RegisterId>) -> Result<Table, StoreError> {
    let work = move |council: &mut dyn Council| {
        let mut table = heading();
        for register in &registers {
            table.rows.extend(candidates::of(council, *register)?.iter().map(row));
        }
        Ok(table)
    };
    office.transact(Lane::Read, work).await
}

async fn all(office: &Arc<Office>, registers: Vec<RegisterId>) -> Result<Table, StoreError> {
    let mut table = heading();
    for part in registers.chunks(AT_ONCE) {
        table.rows.extend(some(office, part.to_vec()).await?.rows);
    }
    Ok(table)
}

fn centres(scoped: &Scoped) -> Table {
    let mut table = Table::new([
        "centre",
        "name",
        "sub_county",
        "state",
        "candidates",
        "withdrawn",
        "errors",
        "photographs",
        "owed_by_state",
        "owed_by_candidates",
        "slips",
        "paid",
    ]);
    for (register, kept) in scoped.registers() {
        let summary = &kept.summary;
        table.row([
            code(register.centre),
            json!(summary.name),
            json!(format!("{:05}", kept.sub_county)),
            json!(summary.state()),
            json!(summary.candidates),
            json!(summary.withdrawn),
            json!(summary.with_errors),
            json!(summary.photographs),
            json!(summary.owed_by_state),
            json!(summary.owed_by_candidates),
            json!(summary.slips),
            json!(summary.paid),
        ]);
    }
    table
}

async fn listed(office: &Arc<Office>, scoped: &Scoped) -> Result<Table, Problem> {
    let columns = ["id", "queue", "kind", "state", "score", "centres", "decision", "decided_by", "at"];
    let (mut table, sub_county) = (Table::new(columns), scoped.sub_county());
    for queue in QUEUES {
        for state in ["open", "decided"] {
            let (queue, state) = (queue.to_owned(), state.to_owned());
            let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
            let page = Page { queue, state, limit, sub_county, ..Page::default() };
            let found = office.transact(Lane::Read, move |council| cases::page(council, &page)).await?;
            for case in found {
                let said = brief(&case);
                let row = columns.iter().map(|column| match *column {
                    "decision" => said["decision"]["decision"].clone(),
                    column => said[column].clone(),
                });
                table.rows.push(row.collect());
            }
        }
    }
    Ok(table)
}

async fn workbook(name: &str, table: Table) -> Result<Reply, Problem> {
    let written = tokio::task::spawn_blocking(move || write(&table)).await;
    let bytes = written.map_err(|_| sync::RefusalCode::Busy)?.ok_or(Problem::from(Code::Invalid))?;
    Ok(Reply::file(XLSX, &format!("{name}.xlsx"), bytes))
}

/// Texts stay texts: a number that begins with 0 keeps it, and nothing is a formula.
fn write(table: &Table) -> Option<Vec<u8>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0_u16..).zip(&table.columns) {
        sheet.write_string(0, column, *name).ok()?;
    }
    for (at, row) in (1_u32..).zip(&table.rows) {
        for (column, value) in (0_u16..).zip(row) {
            match value {
                Value::Null => {}
                Value::Number(number) => drop(sheet.write_number(at, column, number.as_f64()?).ok()?),
                Value::String(text) => drop(sheet.write_string(at, column, text).ok()?),
                other => drop(sheet.write_string(at, column, other.to_string()).ok()?),
            }
        }
    }
    sheet.set_freeze_panes(1, 0).ok()?;
    workbook.save_to_buffer().ok()
}
