//! The rows between the file and the register: what would become of each, and what the rules would find; mended before
//! anything is taken in. An answer to a mending tells only the rows that are other than before.

use std::collections::BTreeMap;

use desk::Desk;
use desk::import::{Fate, Mapping, Mappings, Staged, Staging};
use regulations::{Field, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::values::{self, Given};
use super::{Session, nothing_open};
use crate::view::{FindingView, Weight, finding};
use crate::{Outcome, Problem, Window};

/// All rows.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportStaging")]
pub(crate) struct StagingView {
    /// The fields of the rows' cells, in order.
    fields: Vec<String>,
    /// The rows.
    rows: Vec<RowView>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "ImportRow")]
pub(crate) struct RowView {
    /// Its number, as a spreadsheet program shows it.
    row: u32,
    /// `new`, `update`, `elsewhere`, `refused`, `skipped` or `taken-in`.
    fate: &'static str,
    /// The other centre; the refused cell; what it is that is skipped.
    about: String,
    /// The gravest finding.
    worst: Option<Weight>,
    /// The values, in the order of the fields.
    cells: Vec<String>,
    /// The gravest finding about each field that has one.
    #[ts(type = "Record<string, Weight>")]
    marks: BTreeMap<&'static str, Weight>,
    /// The fields that were mended by hand.
    mended: Vec<&'static str>,
}

/// A row by its number.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(rename = "ImportRowNumber")]
pub(crate) struct OneRow {
    /// As a spreadsheet program shows it.
    row: u32,
}

/// What is to be known of one row.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportRowDetail")]
pub(crate) struct RowDetail {
    /// What the rules find.
    findings: Vec<FindingView>,
    /// The candidate whom it is about, where they are in the register already.
    candidate: Option<String>,
    /// Why a cell cannot be read.
    refusal: Option<RefusalView>,
}

/// Why a cell cannot be read.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportRefusal")]
pub(crate) struct RefusalView {
    /// The cell, such as `F41`.
    cell: String,
    /// The field.
    field: &'static str,
    /// `error-value`, `digits-lost` or `too-narrow`.
    code: &'static str,
    /// What stands in the cell.
    shown: String,
}

/// Cells mended.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportMending")]
pub(crate) struct Mending {
    /// Each with what is to stand there.
    cells: Vec<MendedCell>,
}

/// One cell mended.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportMendedCell")]
pub(crate) struct MendedCell {
    /// The row.
    row: u32,
    /// The field.
    field: String,
    /// What is to stand there.
    value: String,
}

/// What came of mending.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportMended")]
pub(crate) struct Mended {
    /// The fields of the rows' cells; others than before where a mended field had no column.
    fields: Vec<String>,
    /// The rows that are other than before; all, where the fields are.
    rows: Vec<RowView>,
}

pub(crate) fn stage(window: &Window, given: Given) -> Outcome<StagingView> {
    let task = window.begin(&given.task);
    let values = values::given(&given.values)?;
    window.reading(|at_work| {
        let Session { staging, mapping, .. } = at_work.import.as_mut().ok_or_else(nothing_open)?;
        let staging = staging.as_mut().ok_or_else(nothing_open)?;
        task.progress("import-judging", 0, 0);
        mapping.values.clone_from(&values);
        staging.give_values(values);
        staging.stage(&at_work.desk)?;
        remember(&Mappings::of(window.office.folder()), staging, mapping)?;
        let fields = staging.fields();
        Ok(StagingView { rows: views(staging, &fields), fields: names(&fields) })
    })
}

/// Remembers what was said of values beside what was said of columns.
fn remember(memory: &Mappings, staging: &Staging, mapping: &Mapping) -> Outcome<()> {
    let before = memory.recall(staging.layout()).unwrap_or_default();
    let said = Mapping { values: mapping.values.clone(), roles: before.roles.clone() };
    if said != before {
        memory.remember(staging.layout(), &said)?;
    }
    Ok(())
}

pub(crate) fn row(window: &Window, OneRow { row }: OneRow) -> Outcome<RowDetail> {
    let language = window.settings().language();
    window.reading(|at_work| {
        let staging = at_work.import.as_mut().ok_or_else(nothing_open)?.staging()?;
        let rows = staging.rows();
        let place = rows.binary_search_by_key(&row, |staged| staged.row).map_err(|_| Problem::unknown("such row"))?;
        detail(&at_work.desk, language, &rows[place])
    })
}

fn detail(desk: &Desk, language: Language, staged: &Staged) -> Outcome<RowDetail> {
    let findings = staged.findings.iter().map(|found| finding(desk, language, found, &staged.fixes)).collect();
    let (Fate::Update(id) | Fate::TakenIn(id)) = staged.fate else {
        return Ok(RowDetail { findings, candidate: None, refusal: refusal(&staged.fate) });
    };
    let draft = desk.register().read().candidate(id)?.draft;
    let called = [Field::CandidateNo, Field::Name].map(|field| draft.get(field)).join(" ");
    Ok(RowDetail { findings, candidate: Some(called.trim().to_owned()), refusal: None })
}

fn refusal(fate: &Fate) -> Option<RefusalView> {
    let Fate::Refused { cell, reason } = fate else { return None };
    let (field, code, shown) = (reason.column(), reason.code(), reason.shown().to_owned());
    Some(RefusalView { cell: cell.clone(), field, code, shown })
}

pub(crate) fn mend(window: &Window, Mending { cells }: Mending) -> Outcome<Mended> {
    window.reading(|at_work| {
        let staging = at_work.import.as_mut().ok_or_else(nothing_open)?.staging()?;
        let fields_before = staging.fields();
        let before = views(staging, &fields_before);
        for cell in &cells {
            let field = Field::named(&cell.field).ok_or_else(|| Problem::unknown("such field"))?;
            staging.mend(cell.row, field, &cell.value);
        }
        staging.stage(&at_work.desk)?;
        let fields = staging.fields();
        let mut rows = views(staging, &fields);
        if fields == fields_before {
            let was: BTreeMap<u32, &RowView> = before.iter().map(|row| (row.row, row)).collect();
            rows.retain(|row| was.get(&row.row).is_none_or(|was| *was != row));
        }
        Ok(Mended { fields: names(&fields), rows })
    })
}

fn names(fields: &[Field]) -> Vec<String> {
    fields.iter().map(|field| field.name().to_owned()).collect()
}

pub(super) fn views(staging: &Staging, fields: &[Field]) -> Vec<RowView> {
    staging.rows().iter().map(|row| view(staging, row, fields)).collect()
}

fn view(staging: &Staging, staged: &Staged, fields: &[Field]) -> RowView {
    let (fate, about) = fate(&staged.fate);
    let mut marks = BTreeMap::new();
    for found in &staged.findings {
        for field in found.rule.fields().iter() {
            let weight = marks.entry(field.name()).or_insert(found.severity);
            *weight = found.severity.max(*weight);
        }
    }
    if let Fate::Refused { reason, .. } = &staged.fate {
        marks.insert(reason.column(), regulations::Severity::Error);
    }
    RowView {
        row: staged.row,
        fate,
        about,
        worst: staged.findings.iter().map(|found| found.severity).max().map(Weight::from),
        cells: fields.iter().map(|field| staged.draft.get(*field).to_owned()).collect(),
        marks: marks.into_iter().map(|(field, severity)| (field, severity.into())).collect(),
        mended: staging.mended(staged.row).map(Field::name).collect(),
    }
}

fn fate(fate: &Fate) -> (&'static str, String) {
    match fate {
        Fate::New => ("new", String::new()),
        Fate::Update(_) => ("update", String::new()),
        Fate::Elsewhere(centre) => ("elsewhere", centre.clone()),
        Fate::Refused { cell, .. } => ("refused", cell.clone()),
        Fate::Skipped(what) => ("skipped", what.name().to_owned()),
        Fate::TakenIn(_) => ("taken-in", String::new()),
    }
}
