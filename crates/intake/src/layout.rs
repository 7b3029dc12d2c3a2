//! Which column holds what. Owns the mapping from columns to fields, detected or given; refuses to read rows.

mod detect;

use std::sync::Arc;

use regulations::Field;

use crate::subjects::SubjectIndex;
use crate::words::squeeze;

pub(crate) use detect::{HeadRow, MOST_COLUMNS, ROWS_LOOKED_AT, detect};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A field of the entry.
    Field(Field),
    /// A part of the name, by its place when joined: 0 the surname, 1 the first or other names, 2 the middle name.
    NamePart(u8),
    /// The marks of one subject, by its code.
    Subject(String),
    /// Nothing that an entry needs.
    Ignored,
}

/// How sure the mapping of a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Nothing was recognised: the column is ignored.
    None,
    /// Words in another order, or with something in brackets beside them.
    Likely,
    /// A known synonym.
    Synonym,
    /// The template's own heading, or a subject's code.
    Exact,
    /// The user said so.
    Given,
}

/// One column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place, from 0.
    pub index: usize,
    /// The heading as it stands, the two rows of a double heading joined by a space.
    pub heading: String,
    /// What it holds.
    pub role: Role,
    /// How sure that is.
    pub confidence: Confidence,
    /// Up to three values from the first rows.
    pub samples: Vec<String>,
}

/// A mapping given by the user in place of detection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenMapping {
    /// The last row of the headings; data begins below it. 0 where there are none.
    pub heading_row: u32,
    /// What each column holds, by its place from 0; a column not named is ignored.
    pub roles: Vec<(usize, Role)>,
}

/// What to do with a cell, by its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Ignore,
    Field(Field),
    NamePart(u8),
    Subject(u16),
    /// One of several columns that each hold subjects.
    SubjectList,
}

/// Which column holds what, ready to read rows by. Cheap to share between threads by reference.
#[derive(Clone, Debug)]
pub struct Layout {
    columns: Vec<Column>,
    first_heading_row: u32,
    last_heading_row: u32,
    pub(crate) steps: Vec<Step>,
    pub(crate) subjects: Arc<SubjectIndex>,
    pub(crate) implies_kcpe: bool,
    pub(crate) collects_subjects: bool,
    pub(crate) joins_name: bool,
    /// The rows of headings, squeezed, to know them again further down.
    pub(crate) heading_keys: Vec<Vec<String>>,
}

impl Layout {
    /// Every column with a heading, in order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The first and last row of the headings, as a spreadsheet program shows them. Data begins below the last.
    #[must_use]
    pub const fn heading_rows(&self) -> (u32, u32) {
        (self.first_heading_row, self.last_heading_row)
    }

    /// The place of a field's column, from 0. For the name in parts it is the surname's.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<usize> {
        let holds = |step: &Step| match *step {
            Step::Field(f) => f == field,
            Step::NamePart(_) => field == Field::Name,
            Step::Subject(_) | Step::SubjectList => field == Field::Subjects,
            Step::Ignore => false,
        };
        self.steps.iter().position(holds)
    }

    /// The headings as one text in which only what matters counts: tables with equal shapes can share a mapping.
    #[must_use]
    pub fn shape(&self) -> String {
        let keys: Vec<String> = self.columns.iter().map(|column| squeeze(&column.heading)).collect();
        keys.join("|")
    }

    /// A layout with these columns, from the user or from detection.
    pub(crate) fn new(
        columns: Vec<Column>,
        heading_rows: (u32, u32),
        heading_keys: Vec<Vec<String>>,
        subjects: Arc<SubjectIndex>,
    ) -> Self {
        let steps = compile(&columns, &subjects);
        let has = |wanted: Step| steps.contains(&wanted);
        let names_kcpe = |column: &Column| {
            matches!(column.role, Role::Field(Field::QualifyingIndex | Field::QualifyingYear))
                && squeeze(&column.heading).contains("KCPE")
        };
        Layout {
            implies_kcpe: !has(Step::Field(Field::Qualification)) && columns.iter().any(names_kcpe),
            collects_subjects: steps.iter().any(|s| matches!(s, Step::Subject(_) | Step::SubjectList)),
            joins_name: steps.iter().any(|s| matches!(s, Step::NamePart(_))),
            columns,
            first_heading_row: heading_rows.0,
            last_heading_row: heading_rows.1,
            steps,
            subjects,
            heading_keys,
        }
    }
}

/// The steps by column. One column stands for a field, the surest and then the first; the others of it are ignored,
/// but for subjects, whose columns add up. Beside a surname, a column of names holds the other names.
fn compile(columns: &[Column], subjects: &SubjectIndex) -> Vec<Step> {
    let width = columns.iter().map(|column| column.index + 1).max().unwrap_or(0);
    let mut steps = vec![Step::Ignore; width];
    let lists = columns.iter().filter(|c| c.role == Role::Field(Field::Subjects)).count();
    let part = |place| columns.iter().any(|c| c.role == Role::NamePart(place));
    let whole_name = columns.iter().any(|c| c.role == Role::Field(Field::Name));
    // "Surname" and "Other names" beside "Name": the whole name is enough.
    let drop_parts = whole_name && part(0) && part(1);
    for column in columns {
        let step = match &column.role {
            Role::Field(Field::Subjects) if lists > 1 => Step::SubjectList,
            Role::Field(Field::Name) if !drop_parts && part(0) => Step::NamePart(1),
            Role::Field(Field::Name) if !drop_parts && part(1) => Step::NamePart(0),
            Role::Field(field) if is_best(columns, column, *field) => Step::Field(*field),
            Role::NamePart(_) if drop_parts => Step::Ignore,
            Role::NamePart(place) => Step::NamePart((*place).min(2)),
            Role::Subject(code) => subjects.find(code).map_or(Step::Ignore, Step::Subject),
            Role::Field(_) | Role::Ignored => Step::Ignore,
        };
        steps[column.index] = step;
    }
    steps
}

fn is_best(columns: &[Column], column: &Column, field: Field) -> bool {
    let rivals = columns.iter().filter(|other| other.role == Role::Field(field));
    let best = rivals.reduce(|best, other| if other.confidence > best.confidence { other } else { best });
    best.is_some_and(|best| best.index == column.index)
}
