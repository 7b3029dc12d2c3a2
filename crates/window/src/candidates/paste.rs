//! A block of cells from a spreadsheet's clipboard: which cell goes where, what would come of it, and taking it in as
//! one change. Owns where cells go, by headings in the block or by the place pasted at; every value is read as an
//! import reads it, so that `Mke` is F and a cell of `#N/A` is refused by its place.

use desk::import::Known;
use intake::table::{Table, TableRow};
use intake::{Confidence, GivenMapping, IntakeError, Options, Outcome as RowOutcome, Role, SubjectHeading};
use register::{Candidate, CandidateId, ImportedRow, Operation};
use regulations::{Draft, Field};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer::{Changes, carry_out};
use super::bulk::{BulkLine, Write, line, written};
use super::entering::nobody_yet;
use super::sheet::Everybody;
use super::{amended, field_of, id_of};
use crate::at_work::AtWork;
use crate::{Outcome, Problem, Window};

/// What history calls a paste, where an import has its file's name.
const SOURCE: &str = "paste";
/// More is an import.
const MOST_ROWS: usize = 2000;

/// A block and the place it is pasted at.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PasteBlock")]
pub(crate) struct Paste {
    /// The cells, row by row.
    cells: Vec<Vec<String>>,
    /// The candidates shown from the place pasted at downwards: rows without headings fall on them in turn, those
    /// beyond are new.
    onto: Vec<String>,
    /// The fields shown from the place pasted at to the right.
    fields: Vec<String>,
    /// Why, after registration has closed.
    #[ts(optional)]
    reason: Option<String>,
}

/// What would come of a paste.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PastePreview")]
pub(crate) struct Pasted {
    /// Whether the block's own headings say which column is which.
    headings: bool,
    /// The columns in order.
    columns: Vec<PastedColumn>,
    /// The rows in order; those that would change nothing too.
    rows: Vec<PastedRow>,
    /// How many would be new candidates.
    entered: usize,
    /// How many candidates would be other than they are.
    changed: usize,
    /// How many rows cannot be read; they are left out.
    refused: usize,
}

/// A column of the block.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PasteColumn")]
pub(crate) struct PastedColumn {
    /// Its heading, where it has one.
    heading: String,
    /// The field it goes into, or `subjects` for a subject's own column; none: it is left out.
    field: Option<String>,
}

/// A row of the block.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PasteRow")]
pub(crate) struct PastedRow {
    /// Its place in the block, from 1.
    row: u32,
    /// What would become of whom; an id that nobody has stands for a new candidate.
    line: Option<BulkLine>,
    /// Whether it would be a new candidate.
    new: bool,
    /// The cell that cannot be read, as `B3` of the block, and why.
    refused: Option<RefusedCell>,
    /// What it is instead of a candidate, as `total`.
    skipped: Option<&'static str>,
}

/// A cell that cannot be read.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PasteRefused")]
pub(crate) struct RefusedCell {
    /// Its place, as `B3` of the block.
    cell: String,
    /// The field, or the column's name.
    column: &'static str,
    /// `error-value`, `digits-lost` or `too-narrow`.
    why: &'static str,
    /// What stands there.
    shown: String,
}

/// A row that can be read, and whom it is about.
struct Falling {
    row: u32,
    draft: Draft,
    onto: Option<CandidateId>,
}

pub(crate) fn preview(window: &Window, paste: Paste) -> Outcome<Pasted> {
    window.reading(|at_work| {
        let everybody = Everybody::of(at_work)?;
        let (headings, table) = read(at_work, &paste)?;
        let falling = falling(at_work, headings, &table, &paste)?;
        let lines = lines(at_work, &everybody, &falling)?;
        let columns = table.layout.columns().iter().map(|column| column_of(column, headings)).collect();
        Ok(gathered(headings, columns, &table, &falling, lines))
    })
}

pub(crate) fn apply(window: &Window, paste: Paste) -> Outcome<Changes> {
    let (headings, table) = window.reading(|at_work| read(at_work, &paste))?;
    let falling = window.reading(|at_work| falling(at_work, headings, &table, &paste))?;
    let rows = falling.into_iter().map(|one| ImportedRow { candidate: one.onto, draft: one.draft }).collect();
    let operation = Operation::ImportDrafts { source: SOURCE.to_owned(), rows };
    carry_out(window, |_| Ok(amended(operation, paste.reason)))
}

/// The block as an import reads it: by its headings where it has them, else by the place pasted at.
fn read(at_work: &AtWork, paste: &Paste) -> Outcome<(bool, Table)> {
    if paste.cells.len() > MOST_ROWS {
        return Err(Problem::new("window.paste-too-long", "input", format!("at most {MOST_ROWS} rows at once")));
    }
    let text = as_text(&paste.cells);
    let subjects = at_work.desk.book().subject_headings();
    if let Ok(table) = table(&text, &subjects, None)
        && has_headings(&table)
    {
        return Ok((true, table));
    }
    let fields = paste.fields.iter().map(|name| field_of(name)).collect::<Outcome<Vec<_>>>()?;
    let roles = fields.into_iter().map(Role::Field).enumerate().collect();
    let mapping = GivenMapping { heading_row: 0, roles };
    let table = table(&text, &subjects, Some(&mapping));
    Ok((false, table.map_err(|error| Problem::new("window.paste-unreadable", "input", error.to_string()))?))
}

fn table(text: &str, subjects: &[SubjectHeading], mapping: Option<&GivenMapping>) -> Result<Table, IntakeError> {
    Table::read(text.as_bytes(), &Options { sheet: None, subjects, mapping })
}

/// Headings are believed where the first row consists of nothing else: a name may look like one.
fn has_headings(table: &Table) -> bool {
    let known = |column: &intake::Column| column.role != Role::Ignored && column.confidence >= Confidence::Synonym;
    let columns = table.layout.columns();
    let few = columns.len() < 2;
    table.layout.heading_rows() == (1, 1) && !few && columns.iter().filter(|column| known(column)).count() >= 2
}

/// Text split by tabs, every cell in quotation marks, so that a cell of commas or lines stays one.
fn as_text(cells: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\"").replace(['\n', '\r'], " "));
    let lines = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join("\t"));
    std::iter::once("sep=\t".to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

/// The rows that can be read and whom each falls on: by the values where headings say what they are, else in turn.
fn falling(at_work: &AtWork, headings: bool, table: &Table, paste: &Paste) -> Outcome<Vec<Falling>> {
    let mut known = Known::of(&at_work.desk.register().read())?;
    let mut falling = Vec::new();
    for (row, outcome) in table.data() {
        let RowOutcome::Entry(draft) = outcome else { continue };
        let shown = paste.onto.get(row.row as usize - 1).filter(|_| !headings);
        let onto = match shown {
            Some(id) => Some(id_of(id)?),
            None if headings => known.take(draft),
            None => None,
        };
        falling.push(Falling { row: row.row, draft: (**draft).clone(), onto });
    }
    Ok(falling)
}

fn lines(at_work: &AtWork, everybody: &Everybody, falling: &[Falling]) -> Outcome<Vec<BulkLine>> {
    let planned = falling.iter().map(|one| plan(everybody, one)).collect::<Outcome<Vec<_>>>()?;
    let after = planned.iter().map(|(before, writes)| written(before, writes)).collect();
    let judged = at_work.desk.preview(&everybody.judgement, after)?;
    Ok(planned.iter().zip(&judged).map(|((before, writes), after)| line(everybody, before, writes, after)).collect())
}

/// Whom a row is about as they are, and what it would write. An empty cell leaves what is there.
fn plan(everybody: &Everybody, falling: &Falling) -> Outcome<(Candidate, Vec<Write>)> {
    let before = match falling.onto {
        Some(id) => everybody.find(id).cloned().ok_or_else(|| Problem::unknown("such candidate"))?,
        None => nobody_yet(falling.row),
    };
    let differs = |field: &Field| {
        let value = falling.draft.get(*field);
        !value.is_empty() && value != before.draft.get(*field)
    };
    let writes = Field::ALL.into_iter().filter(differs).map(|field| (field, falling.draft.get(field).to_owned()));
    let writes = writes.collect();
    Ok((before, writes))
}

fn column_of(column: &intake::Column, headings: bool) -> PastedColumn {
    let field = match &column.role {
        Role::Field(field) => Some(field.name().to_owned()),
        Role::NamePart(_) => Some(Field::Name.name().to_owned()),
        Role::Subject(_) => Some(Field::Subjects.name().to_owned()),
        Role::Ignored => None,
    };
    PastedColumn { heading: if headings { column.heading.clone() } else { String::new() }, field }
}

fn gathered(
    headings: bool,
    columns: Vec<PastedColumn>,
    table: &Table,
    falling: &[Falling],
    lines: Vec<BulkLine>,
) -> Pasted {
    let mut falls = falling.iter().zip(lines).peekable();
    let mut rows = Vec::new();
    for (row, outcome) in table.data() {
        let fall = falls.next_if(|(fall, _)| fall.row == row.row);
        rows.push(row_of(row, outcome, fall));
    }
    let count = |wanted: &dyn Fn(&PastedRow) -> bool| rows.iter().filter(|row| wanted(row)).count();
    let differs = |row: &PastedRow| row.line.as_ref().is_some_and(|line| !line.changes.is_empty());
    Pasted {
        headings,
        columns,
        entered: count(&|row| row.new),
        changed: count(&|row| !row.new && differs(row)),
        refused: count(&|row| row.refused.is_some()),
        rows,
    }
}

fn row_of(row: &TableRow, outcome: &RowOutcome, fall: Option<(&Falling, BulkLine)>) -> PastedRow {
    let mut pasted = PastedRow { row: row.row, line: None, new: false, refused: None, skipped: None };
    match outcome {
        RowOutcome::Entry(_) => {
            pasted.new = fall.as_ref().is_some_and(|(fall, _)| fall.onto.is_none());
            pasted.line = fall.map(|(_, line)| line);
        }
        RowOutcome::Refused { cell, reason } => pasted.refused = Some(refused(cell, reason)),
        RowOutcome::Skipped(what) => pasted.skipped = Some(what.name()),
    }
    pasted
}

fn refused(cell: &str, reason: &intake::Refusal) -> RefusedCell {
    let (why, shown) = match reason {
        intake::Refusal::ErrorValue { shown, .. } => ("error-value", shown.clone()),
        intake::Refusal::DigitsLost { shown, .. } => ("digits-lost", shown.clone()),
        intake::Refusal::TooNarrow { .. } => ("too-narrow", String::new()),
    };
    RefusedCell { cell: cell.to_owned(), column: reason.column(), why, shown }
}
