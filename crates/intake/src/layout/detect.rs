//! Finds the headings of a table under its title block: one row or two, in English or Kiswahili, in any order.

use std::sync::Arc;

use regulations::Field;

use super::{Column, Confidence, GivenMapping, Layout, Role};
use crate::meanings::{Heading, Meanings};
use crate::subjects::SubjectIndex;
use crate::words::{fold, is_digits, squeeze, without_brackets};

/// How many rows that are not empty are looked at for headings.
pub(crate) const ROWS_LOOKED_AT: usize = 30;

/// Columns beyond this one (from 0) are not looked at: a template has 26, a sheet with a column a subject about 60.
pub(crate) const MOST_COLUMNS: usize = 512;

/// One of the first rows of a table, with merged headings repeated in every cell they span.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeadRow {
    pub(crate) row: u32,
    pub(crate) cells: Vec<String>,
}

impl HeadRow {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// Detects the layout from the table's first rows, or makes it from the mapping given. A group's heading in the upper of
/// two rows stands over the empty cells to its right too, merged or not.
pub(crate) fn detect(rows: &[HeadRow], subjects: &Arc<SubjectIndex>, given: Option<&GivenMapping>) -> Option<Layout> {
    let rows: Vec<HeadRow> = rows.iter().map(folded).collect();
    let Some(given) = given else { return detected(&rows, subjects) };
    let found = detected(&rows, subjects).filter(|layout| layout.heading_rows().1 == given.heading_row);
    Some(match found {
        Some(layout) => with_given_roles(layout, given),
        None => from_given(&rows, given, subjects),
    })
}

fn detected(rows: &[HeadRow], subjects: &Arc<SubjectIndex>) -> Option<Layout> {
    let filled: Vec<usize> = (0..rows.len()).filter(|&i| !rows[i].is_empty()).take(ROWS_LOOKED_AT).collect();
    let mut best: Option<(u32, Found)> = None;
    for (nth, &i) in filled.iter().enumerate() {
        let single = Found::new(rows, (i, i), subjects);
        let double = filled.get(nth + 1).filter(|&&next| next == i + 1).map(|&j| Found::new(rows, (i, j), subjects));
        for found in [Some(single), double].into_iter().flatten() {
            // Between equals one row is better than two, and the first is best.
            let score = found.score() * 2 + u32::from(found.score() > 0 && found.span.0 == found.span.1);
            if score > best.as_ref().map_or(0, |(best, _)| *best) && found.is_credible(rows) {
                best = Some((score, found));
            }
        }
    }
    best.map(|(_, found)| found.with_codes_below(rows, subjects).into_layout(rows, subjects))
}

fn folded(row: &HeadRow) -> HeadRow {
    HeadRow { row: row.row, cells: row.cells.iter().take(MOST_COLUMNS).map(|cell| fold(cell)).collect() }
}

/// One or two rows read as headings.
struct Found {
    span: (usize, usize),
    columns: Vec<Column>,
}

impl Found {
    fn new(rows: &[HeadRow], span: (usize, usize), subjects: &SubjectIndex) -> Self {
        let (upper, lower) = (&rows[span.0], &rows[span.1]);
        let width = upper.cells.len().max(lower.cells.len());
        let mut group = "";
        let columns = (0..width)
            .filter_map(|index| {
                if !upper.cell(index).is_empty() {
                    group = upper.cell(index);
                }
                if span.0 == span.1 {
                    column(index, upper.cell(index), None, "", subjects)
                } else {
                    column(index, upper.cell(index), Some(lower.cell(index)), group, subjects)
                }
            })
            .collect();
        Found { span, columns }
    }

    /// A field counts four times a subject's column, so that a row of marks is no row of headings.
    fn score(&self) -> u32 {
        let mut seen: Vec<&Role> = Vec::new();
        let mut score = 0;
        for column in &self.columns {
            if !seen.contains(&&column.role) {
                score += match column.role {
                    Role::Field(_) | Role::NamePart(_) => 4,
                    Role::Subject(_) => 1,
                    Role::Ignored => 0,
                };
                seen.push(&column.role);
            }
        }
        score
    }

    /// Headings name at least one field and two columns; or the name, alone in its row. The lower of two rows holds no
    /// data: nothing but headings and hints under what the upper row already explains.
    fn is_credible(&self, rows: &[HeadRow]) -> bool {
        let is_field = |c: &&Column| matches!(c.role, Role::Field(_) | Role::NamePart(_));
        let mapped = self.columns.iter().filter(|c| c.role != Role::Ignored).count();
        let fields = self.columns.iter().filter(is_field).count();
        let only_name = self.columns.len() == 1 && self.columns[0].role == Role::Field(Field::Name);
        if !(only_name || (fields >= 1 && mapped >= 2)) {
            return false;
        }
        if self.span.0 == self.span.1 {
            return true;
        }
        let lower = &rows[self.span.1];
        self.columns.iter().all(|c| {
            let text = lower.cell(c.index);
            text.is_empty() || text.starts_with(['(', '[']) || !looks_like_data(text, c)
        })
    }

    /// Takes in a row of subject codes (or names) right under their headings: it holds nothing else.
    fn with_codes_below(mut self, rows: &[HeadRow], subjects: &SubjectIndex) -> Self {
        let Some(below) = rows.get(self.span.1 + 1).filter(|row| !row.is_empty()) else { return self };
        let explains = |(index, text): (usize, &String)| {
            let under = self.columns.iter().find(|c| c.index == index).map(|c| &c.role);
            let same =
                subjects.find(text).is_some_and(|id| under == Some(&Role::Subject(subjects.code(id).to_owned())));
            text.is_empty() || same || (text.starts_with('(') && text.ends_with(')'))
        };
        if below.cells.iter().enumerate().all(explains) {
            self.span.1 += 1;
        }
        self
    }

    fn into_layout(mut self, rows: &[HeadRow], subjects: &Arc<SubjectIndex>) -> Layout {
        let (first, last) = self.span;
        add_samples(&mut self.columns, &rows[last + 1..]);
        let keys = rows[first..=last].iter().map(|row| row.cells.iter().map(|cell| squeeze(cell)).collect()).collect();
        Layout::new(self.columns, (rows[first].row, rows[last].row), keys, Arc::clone(subjects))
    }
}

/// Under a heading that the upper row alone explains, a text that is no heading itself is a value.
fn looks_like_data(lower: &str, column: &Column) -> bool {
    let joined = column.heading.len() > lower.len() && column.heading.ends_with(lower);
    let explained = column.confidence != Confidence::None && (joined || column.heading == lower);
    !explained && (column.role != Role::Ignored || lower.bytes().any(|b| b.is_ascii_digit()))
}

/// Reads one column's heading: the two rows together first, then the lower, then the upper.
fn column(index: usize, upper: &str, lower: Option<&str>, group: &str, subjects: &SubjectIndex) -> Option<Column> {
    let lower_text = lower.unwrap_or("");
    if upper.is_empty() && lower_text.is_empty() {
        return None;
    }
    let joined = if lower_text.is_empty() { String::new() } else { format!("{group} {lower_text}").trim().to_owned() };
    let found = [joined.as_str(), lower_text, upper]
        .into_iter()
        .filter(|text| !text.is_empty())
        .find_map(|text| role_of(text, subjects).map(|(role, confidence)| (text.to_owned(), role, confidence)));
    let (heading, role, confidence) = found.unwrap_or_else(|| {
        let heading = if joined.is_empty() { upper.to_owned() } else { joined.clone() };
        (heading, Role::Ignored, Confidence::None)
    });
    Some(Column { index, heading, role, confidence, samples: Vec::new() })
}

/// What a heading means.
fn role_of(text: &str, subjects: &SubjectIndex) -> Option<(Role, Confidence)> {
    if text.len() > 120 {
        return None;
    }
    let bare = without_brackets(text);
    let meanings = Meanings::get();
    let subject = |text: &str, sure| subjects.find(text).map(|id| (Role::Subject(subjects.code(id).to_owned()), sure));
    let field = |heading: Heading, sure| {
        let role = match heading {
            Heading::Field(field) => Role::Field(field),
            Heading::NamePart(place) => Role::NamePart(place),
            Heading::Ignored => Role::Ignored,
        };
        (role, sure)
    };
    let sureness = |h: Heading| match h {
        Heading::Field(f) if squeeze(f.name()) == squeeze(text) => Confidence::Exact,
        _ => Confidence::Synonym,
    };
    meanings
        .heading(text)
        .map(|h| field(h, sureness(h)))
        .or_else(|| subject(text, if is_digits(text) { Confidence::Exact } else { Confidence::Synonym }))
        .or_else(|| numbered_subject(text))
        .or_else(|| meanings.heading(&bare).map(|h| field(h, Confidence::Likely)))
        .or_else(|| subject(&bare, Confidence::Likely))
        .or_else(|| meanings.heading_in_any_order(&bare).map(|h| field(h, Confidence::Likely)))
}

/// `Subject 1`, `Subject 2`, ...: columns that each hold a code.
fn numbered_subject(text: &str) -> Option<(Role, Confidence)> {
    let key = squeeze(text);
    let number = ["SUBJECT", "SUBJ", "SOMOLA", "SOMO"].iter().find_map(|word| key.strip_prefix(word))?;
    let likely = number.len() <= 2 && is_digits(number);
    likely.then_some((Role::Field(Field::Subjects), Confidence::Likely))
}

/// The headings as they were found, double ones too, with the columns holding what the user says.
fn with_given_roles(layout: Layout, given: &GivenMapping) -> Layout {
    let said = |index: usize| given.roles.iter().find(|(at, _)| *at == index).map(|(_, role)| role.clone());
    let heading_rows = layout.heading_rows();
    let mut columns = layout.columns;
    for column in &mut columns {
        column.role = said(column.index).unwrap_or(Role::Ignored);
        column.confidence = Confidence::Given;
    }
    let unheaded = given.roles.iter().filter(|(at, _)| columns.iter().all(|column| column.index != *at));
    let unheaded: Vec<Column> = unheaded.filter(|(at, _)| *at < MOST_COLUMNS).map(given_column).collect();
    columns.extend(unheaded);
    columns.sort_by_key(|column| column.index);
    columns.dedup_by_key(|column| column.index);
    Layout::new(columns, heading_rows, layout.heading_keys, layout.subjects)
}

fn given_column((index, role): &(usize, Role)) -> Column {
    let (heading, samples) = (String::new(), Vec::new());
    Column { index: *index, heading, role: role.clone(), confidence: Confidence::Given, samples }
}

fn from_given(rows: &[HeadRow], given: &GivenMapping, subjects: &Arc<SubjectIndex>) -> Layout {
    let heading = rows.iter().find(|row| row.row == given.heading_row);
    let mut columns: Vec<Column> = given
        .roles
        .iter()
        .filter(|(index, _)| *index < MOST_COLUMNS)
        .map(|given| Column { heading: heading.map_or("", |row| row.cell(given.0)).to_owned(), ..given_column(given) })
        .collect();
    columns.sort_by_key(|column| column.index);
    columns.dedup_by_key(|column| column.index);
    let data = rows.iter().position(|row| row.row > given.heading_row).unwrap_or(rows.len());
    add_samples(&mut columns, &rows[data..]);
    let keys = heading.map(|row| row.cells.iter().map(|cell| squeeze(cell)).collect()).into_iter().collect();
    Layout::new(columns, (given.heading_row, given.heading_row), keys, Arc::clone(subjects))
}

fn add_samples(columns: &mut [Column], rows: &[HeadRow]) {
    for column in columns {
        let values = rows.iter().map(|row| row.cell(column.index)).filter(|value| !value.is_empty());
        column.samples = values.take(3).map(str::to_owned).collect();
    }
}

#[cfg(test)]
#[path = "detect_tests.rs"]
mod tests;
