//! A spreadsheet between its file and the register: every row with what would become of it and what the rules would find,
//! cells mended on the way. Owns the rows until they are applied; nothing here touches the register but
//! [`Staging::apply`], which is one operation that one undo takes back.

use std::collections::BTreeMap;

use intake::table::{GivenValues, SeenValue, Table, ValueOf};
use intake::{Layout, Outcome, Refusal, Skip};
use register::{CandidateId, ImportedRow, Operation};
use regulations::{Draft, Field, Finding, Fix, Severity};

use super::sorting::{Sorted, Whose, sort};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::judgement::{Judged, judge_foreseen};

/// More rows than all the centres of a sub-county have candidates; larger files are read as streams.
const MOST_ROWS: usize = 50_000;

/// A spreadsheet on its way.
#[derive(Debug)]
pub struct Staging {
    pub(super) table: Table,
    /// Every row's cells as its reader sees them.
    pub(super) texts: Vec<Vec<String>>,
    source: String,
    values: GivenValues,
    mended: BTreeMap<u32, BTreeMap<Field, String>>,
    rows: Vec<Staged>,
    applied: bool,
}

/// A row with what would become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// Its number, as a spreadsheet program shows it.
    pub row: u32,
    /// What would become of it.
    pub fate: Fate,
    /// The values, mended ones too; of a refused row, the cells as they stand.
    pub draft: Draft,
    /// What the rules find wrong.
    pub findings: Vec<Finding>,
    /// Changes that mend a finding for certain.
    pub fixes: Vec<Fix>,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new candidate.
    New,
    /// The values replace those of a candidate who is there already.
    Update(CandidateId),
    /// It belongs into the register of the centre of this code.
    Elsewhere(String),
    /// A cell cannot be read.
    Refused {
        /// The cell, such as `F41`.
        cell: String,
        /// Why.
        reason: Refusal,
    },
    /// It is no candidate.
    Skipped(Skip),
    /// It is in the register now.
    TakenIn(CandidateId),
}

/// What came of applying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Candidates entered.
    pub entered: usize,
    /// Candidates who were there already.
    pub updated: usize,
    /// Rows that stay out and may be saved as an error workbook.
    pub left: usize,
}

impl Staged {
    /// Whether it would go into the register.
    #[must_use]
    pub const fn can_go_in(&self) -> bool {
        matches!(self.fate, Fate::New | Fate::Update(_))
    }

    /// Whether a finding of error level stands.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

impl Staging {
    /// Of a table that was read; `source` is what history will call the import.
    ///
    /// # Errors
    /// When it has more rows than are staged.
    pub fn new(table: Table, source: &str) -> Result<Staging> {
        if table.rows.len() > MOST_ROWS {
            let reason = format!(
                "{source} has more than {MOST_ROWS} rows: keep only the rows of this centre, and choose that file"
            );
            return Err(Error::Workbook(reason));
        }
        let texts = table.texts();
        let (source, values, mended) = (source.to_owned(), GivenValues::new(), BTreeMap::new());
        Ok(Staging { table, texts, source, values, mended, rows: Vec::new(), applied: false })
    }

    /// Which column holds what.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.table.layout
    }

    /// Every value of the columns of few values, with what it was taken for.
    #[must_use]
    pub fn seen_values(&self) -> Vec<(ValueOf, Vec<SeenValue>)> {
        self.table.values(&self.texts)
    }

    /// What was said of values.
    #[must_use]
    pub const fn given_values(&self) -> &GivenValues {
        &self.values
    }

    /// Takes what a person says of values; the rows are to be staged anew.
    pub fn give_values(&mut self, values: GivenValues) {
        self.values = values;
    }

    /// The rows as they were staged last.
    #[must_use]
    pub fn rows(&self) -> &[Staged] {
        &self.rows
    }

    /// Whether it was applied: what was taken in cannot be mended here any more.
    #[must_use]
    pub const fn is_applied(&self) -> bool {
        self.applied
    }

    /// The fields mended by hand in a row.
    pub fn mended(&self, row: u32) -> impl Iterator<Item = Field> {
        self.mended.get(&row).into_iter().flat_map(|fields| fields.keys().copied())
    }

    /// The fields to show: those with a column, those mended, and those that an error is about.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let wrong = |field: Field| {
            let errors = self.rows.iter().flat_map(|row| &row.findings);
            errors.filter(|finding| finding.severity == Severity::Error).any(|f| f.rule.fields().contains(field))
        };
        let mended = |field: Field| self.mended.values().any(|fields| fields.contains_key(&field));
        let shown = |field: &Field| self.table.columns_of(*field).next().is_some() || mended(*field) || wrong(*field);
        Field::ALL.into_iter().filter(shown).collect()
    }

    /// Says what stands in a field of a row in place of what the file has; the rows are to be staged anew.
    pub fn mend(&mut self, row: u32, field: Field, typed: &str) {
        let value = self.table.layout.canonical(field, typed).unwrap_or_else(|_| typed.to_owned());
        self.mended.entry(row).or_default().insert(field, value);
    }

    /// Finds what would become of every row of the register as it stands, and what the rules would find. What was
    /// applied stays as it was.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn stage(&mut self, desk: &Desk) -> Result<()> {
        let outcomes = self.outcomes();
        let reading = desk.register().read();
        let sorted = sort(outcomes.iter().map(|(row, outcome)| (*row, outcome)), &reading, Whose::Own)?;
        let rows: Vec<Staged> = sorted.into_iter().map(|(row, sorted)| self.staged(row, sorted)).collect();
        let going = rows.iter().filter(|row| row.can_go_in()).map(imported).collect::<Vec<_>>();
        let foreseen = reading.foresee_import(&going, desk.book().number_ranges())?;
        let judged = judge_foreseen(desk.book(), reading, foreseen)?;
        self.rows = with_findings(rows, judged);
        Ok(())
    }

    /// Takes rows in, in one operation: those without errors, or with `all` every row that can be read.
    ///
    /// # Errors
    /// When the register refuses; nothing was taken in then.
    pub fn apply(&mut self, desk: &mut Desk, all: bool) -> Result<Applied> {
        self.stage(desk)?;
        let goes_in = |row: &Staged| row.can_go_in() && (all || !row.has_errors());
        let places: Vec<usize> = (0..self.rows.len()).filter(|place| goes_in(&self.rows[*place])).collect();
        let rows: Vec<ImportedRow> = places.iter().map(|place| imported(&self.rows[*place])).collect();
        let updated = rows.iter().filter(|row| row.candidate.is_some()).count();
        if rows.is_empty() {
            return Ok(Applied { entered: 0, updated: 0, left: self.left() });
        }
        let receipt = desk.transact(Operation::ImportDrafts { source: self.source.clone(), rows })?;
        let mut entered = receipt.entered.iter().copied();
        for place in places {
            let row = &mut self.rows[place];
            let id = if let Fate::Update(id) = row.fate { Some(id) } else { entered.next() };
            row.fate = id.map_or_else(|| row.fate.clone(), Fate::TakenIn);
        }
        self.applied = true;
        Ok(Applied { entered: receipt.entered.len(), updated, left: self.left() })
    }

    /// How many rows about candidates are not in the register.
    fn left(&self) -> usize {
        self.rows.iter().filter(|row| !matches!(row.fate, Fate::TakenIn(_) | Fate::Skipped(_))).count()
    }

    fn outcomes(&self) -> Vec<(u32, Outcome)> {
        let rows = self.table.rows.iter().zip(&self.texts).filter(|(row, _)| row.outcome.is_some());
        rows.filter_map(|(row, texts)| Some((row.row, self.outcome(row.row, texts)?))).collect()
    }

    /// What becomes of a row with its values mapped and its cells mended: a mended field's own cells do not count.
    fn outcome(&self, row: u32, texts: &[String]) -> Option<Outcome> {
        let mended = self.mended.get(&row);
        let mut cells = texts.to_vec();
        self.table.put_values(&mut cells, &self.values);
        for column in mended.into_iter().flat_map(BTreeMap::keys).flat_map(|field| self.table.columns_of(*field)) {
            if let Some(cell) = cells.get_mut(column) {
                cell.clear();
            }
        }
        let outcome = self.table.outcome_of(row, &cells)?;
        Some(match (outcome, mended) {
            (Outcome::Entry(mut draft), Some(mended)) => {
                mended.iter().for_each(|(field, value)| draft.set(*field, value));
                Outcome::Entry(draft)
            }
            (outcome, _) => outcome,
        })
    }

    fn staged(&self, row: u32, sorted: Sorted) -> Staged {
        let (fate, draft) = match sorted {
            Sorted::Refused { cell, reason } => (Fate::Refused { cell, reason }, self.as_it_stands(row)),
            Sorted::Skipped(what) => (Fate::Skipped(what), self.as_it_stands(row)),
            Sorted::Elsewhere { centre, draft } => (Fate::Elsewhere(centre), draft),
            Sorted::Taken { draft, known } => (known.map_or(Fate::New, Fate::Update), draft),
        };
        Staged { row, fate, draft, findings: Vec::new(), fixes: Vec::new() }
    }

    /// The cells of a row that is no entry, under the fields that they would feed.
    fn as_it_stands(&self, row: u32) -> Draft {
        let mut draft = Draft::default();
        let Ok(place) = self.table.rows.binary_search_by_key(&row, |row| row.row) else { return draft };
        for field in Field::ALL {
            let cells = self.table.columns_of(field).filter_map(|column| self.texts[place].get(column));
            draft.set(field, cells.filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" "));
        }
        for (field, value) in self.mended.get(&row).into_iter().flatten() {
            draft.set(*field, value);
        }
        draft
    }
}

fn imported(row: &Staged) -> ImportedRow {
    let candidate = if let Fate::Update(id) = row.fate { Some(id) } else { None };
    ImportedRow { candidate, draft: row.draft.clone() }
}

/// Gives the rows that can go in their findings, in order.
fn with_findings(mut rows: Vec<Staged>, judged: Vec<Judged>) -> Vec<Staged> {
    for (row, judged) in rows.iter_mut().filter(|row| row.can_go_in()).zip(judged) {
        (row.findings, row.fixes) = (judged.findings, judged.fixes);
    }
    rows
}
