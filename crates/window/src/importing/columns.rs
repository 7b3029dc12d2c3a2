//! Which column holds what: as detected, as remembered for headings of this shape, or as a person says.

use desk::import::{Column, Confidence, GivenMapping, Mapping, Mappings, Role, Staging, Table, role_name, role_named};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::opening::subjects;
use super::values::{self, ValuesView};
use super::{Session, nothing_open};
use crate::tasks::Task;
use crate::{Outcome, Problem, Window};

/// Which sheet, and where its headings are.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportColumnsAsked")]
pub(crate) struct Asked {
    /// The sheet; none: the first one with headings.
    sheet: Option<String>,
    /// The row of the headings, where a person says so; 0: there are none.
    heading_row: Option<u32>,
    /// The name under which it can be stopped.
    task: String,
}

/// The columns of a sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportColumns")]
pub(crate) struct ColumnsView {
    /// The columns, in order.
    columns: Vec<ColumnView>,
    /// The last row of the headings; none: no headings were found.
    heading_row: Option<u32>,
    /// The first rows as they stand, where no headings were found.
    head: Vec<HeadLine>,
    /// Whether a person said before what columns of these headings hold.
    remembered: bool,
    /// Rows below the headings.
    rows: usize,
    /// What a column can hold, beside a subject's marks.
    roles: Vec<String>,
    /// The subjects, whose marks a column can hold.
    subjects: Vec<SubjectView>,
}

/// A column.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportColumn")]
pub(crate) struct ColumnView {
    /// Its place, from 0.
    index: usize,
    /// Its heading.
    heading: String,
    /// Up to three of its values.
    samples: Vec<String>,
    /// What it holds: a field, `surname`, `other_names`, `middle_name`, a subject's code, or nothing.
    role: String,
    /// How sure that is: `none`, `likely`, `synonym`, `exact`, `given`.
    confidence: &'static str,
}

/// A row as it stands.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportHeadLine")]
pub(crate) struct HeadLine {
    /// Its number.
    row: u32,
    /// Its cells.
    cells: Vec<String>,
}

/// A subject.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportSubject")]
pub(crate) struct SubjectView {
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

/// What a person says that the columns hold.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportMapped")]
pub(crate) struct Mapped {
    /// The last row of the headings; 0: there are none.
    heading_row: u32,
    /// Each column's place and role.
    roles: Vec<(usize, String)>,
    /// The name under which it can be stopped.
    task: String,
}

/// So many rows are shown where no headings were found.
const HEAD: usize = 12;
/// More columns than any list of candidates has.
const WIDEST: usize = 100;

pub(crate) fn columns(window: &Window, asked: Asked) -> Outcome<ColumnsView> {
    let task = window.begin(&asked.task);
    let plain = asked.heading_row.map(|heading_row| GivenMapping { heading_row, roles: ignored() });
    let table = match read(window, &task, asked.sheet.as_deref(), plain.as_ref()) {
        Err(problem) if problem.code == "desk.spreadsheet-no-headings" => {
            return without_headings(window, &task, asked.sheet, problem);
        }
        table => table?,
    };
    let memory = Mappings::of(window.office.folder());
    let remembered = memory.recall(&table.layout).unwrap_or_default();
    let roles = if remembered.roles.is_empty() { detected(&table) } else { remembered.roles.clone() };
    let heading_row = table.layout.heading_rows().1;
    let shown = table.layout.columns().iter().map(|column| view(column, &remembered.roles)).collect();
    let view = ColumnsView {
        columns: shown,
        heading_row: Some(heading_row),
        head: Vec::new(),
        remembered: !remembered.roles.is_empty(),
        rows: table.data().count(),
        roles: role_names(),
        subjects: names_of_subjects(window)?,
    };
    keep(window, |session| {
        session.sheet = asked.sheet;
        session.mapping = Mapping { roles, values: remembered.values };
        session.staging = None;
        Ok(())
    })?;
    Ok(view)
}

pub(crate) fn map(window: &Window, mapped: Mapped) -> Outcome<ValuesView> {
    let task = window.begin(&mapped.task);
    let role = |(column, name): &(usize, String)| {
        role_named(name).map(|role| (*column, role)).ok_or_else(|| Problem::unknown(&format!("column of {name}")))
    };
    let roles = mapped.roles.iter().map(role).collect::<Outcome<Vec<_>>>()?;
    let (sheet, values) = keep(window, |session| Ok((session.sheet.clone(), session.mapping.values.clone())))?;
    let given = GivenMapping { heading_row: mapped.heading_row, roles: roles.clone() };
    let table = read(window, &task, sheet.as_deref(), Some(&given))?;
    let as_detected = read(window, &task, sheet.as_deref(), None).is_ok_and(|table| detected(&table) == roles);
    let said = Mapping { roles: if as_detected { Vec::new() } else { roles.clone() }, values: values.clone() };
    Mappings::of(window.office.folder()).remember(&table.layout, &said)?;
    let source = keep(window, |session| Ok(session.spreadsheet.name.clone()))?;
    let mut staging = Staging::new(table, &source)?;
    staging.give_values(values);
    let subjects = names_of_subjects(window)?;
    keep(window, |session| {
        let view = values::view(&staging, subjects);
        session.mapping.roles = roles;
        session.staging = Some(staging);
        Ok(view)
    })
}

/// The first rows as they stand, for a person to say which of them are the headings. A sheet that is
/// empty, or wider than any list of candidates, stays refused.
fn without_headings(window: &Window, task: &Task<'_>, sheet: Option<String>, problem: Problem) -> Outcome<ColumnsView> {
    let nothing = GivenMapping { heading_row: 0, roles: Vec::new() };
    let table = read(window, task, sheet.as_deref(), Some(&nothing))?;
    if table.rows.is_empty() || table.rows.iter().any(|row| row.cells.len() > WIDEST) {
        return Err(problem);
    }
    let rows = table.rows.iter().map(|row| row.row).zip(table.texts()).take(HEAD);
    let shortened = |cells: Vec<String>| cells.iter().map(|cell| cell.chars().take(40).collect()).collect();
    let head = rows.map(|(row, cells)| HeadLine { row, cells: shortened(cells) }).collect();
    let rows = table.rows.len();
    let subjects = names_of_subjects(window)?;
    keep(window, |session| {
        (session.sheet, session.mapping, session.staging) = (sheet, Mapping::default(), None);
        Ok(())
    })?;
    let (columns, roles) = (Vec::new(), role_names());
    Ok(ColumnsView { columns, heading_row: None, head, remembered: false, rows, roles, subjects })
}

/// Reads the table outside of the register's lock, telling how far it is.
fn read(window: &Window, task: &Task<'_>, sheet: Option<&str>, mapping: Option<&GivenMapping>) -> Outcome<Table> {
    let subjects = subjects(window)?;
    let spreadsheet = keep(window, |session| Ok(session.spreadsheet.clone()))?;
    let mut watch = |rows: usize| {
        task.progress("import-reading", rows as u64, 0);
        !task.cancel.is_stopped()
    };
    Ok(spreadsheet.table(sheet, &subjects, mapping, &mut watch)?)
}

/// Does something with the session.
pub(super) fn keep<T>(window: &Window, work: impl FnOnce(&mut Session) -> Outcome<T>) -> Outcome<T> {
    window.reading(|at_work| work(at_work.import.as_mut().ok_or_else(nothing_open)?))
}

fn detected(table: &Table) -> Vec<(usize, Role)> {
    table.layout.columns().iter().map(|column| (column.index, column.role.clone())).collect()
}

/// Every column that a sheet may have, holding nothing: so that those without a heading are shown too.
fn ignored() -> Vec<(usize, Role)> {
    (0..60).map(|column| (column, Role::Ignored)).collect()
}

fn view(column: &Column, remembered: &[(usize, Role)]) -> ColumnView {
    let said = remembered.iter().find(|(index, _)| *index == column.index).map(|(_, role)| role);
    let role = said.unwrap_or(&column.role);
    let confidence = match (said, column.confidence) {
        (Some(_), _) | (None, Confidence::Given) => "given",
        (None, Confidence::Exact) => "exact",
        (None, Confidence::Synonym) => "synonym",
        (None, Confidence::Likely) => "likely",
        (None, Confidence::None) => "none",
    };
    ColumnView {
        index: column.index,
        heading: column.heading.clone(),
        samples: column.samples.clone(),
        role: role_name(role),
        confidence,
    }
}

fn role_names() -> Vec<String> {
    let parts = (0..3).map(|place| role_name(&Role::NamePart(place)));
    let fields = regulations::Field::ALL.into_iter().map(|field| field.name().to_owned());
    fields.chain(parts).collect()
}

fn names_of_subjects(window: &Window) -> Outcome<Vec<SubjectView>> {
    window.reading(|at_work| {
        let all = at_work.desk.book().pack.subjects().all().iter();
        Ok(all.map(|subject| SubjectView { code: subject.code.clone(), name: subject.name.clone() }).collect())
    })
}
