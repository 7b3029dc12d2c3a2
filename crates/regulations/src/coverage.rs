//! What in Daftari answers each paragraph of the manual and each question of its answers. Owns the table, its look-up
//! and its search; refuses to hold the manual's own sentences. The table is `data/coverage.toml`.

use serde::Deserialize;

use crate::finding::Rule;
use crate::messages::Language;
use crate::pack::data::Words;

/// The forms Daftari prints.
pub const FORMS: [&str; 9] = [
    "nominal-roll",
    "photo-register",
    "fee-proforma",
    "declaration",
    "nil-return",
    "special-needs-form",
    "check-slips",
    "envelope-label",
    "foreign-sheet",
];

/// The things Daftari does that a row may name: on a desk, between desks and the council, and in the council's console.
pub const FEATURES: [&str; 22] = [
    "register",
    "import",
    "history",
    "undo",
    "backup",
    "withdrawal",
    "candidate-numbers",
    "photographs",
    "readiness",
    "acknowledgement",
    "slots",
    "fees",
    "deposit-slips",
    "special-needs-papers",
    "centre-record",
    "several-centres",
    "explain",
    "sync",
    "transfers",
    "amendments",
    "reconciliation",
    "centre-life",
];

/// The table's text is not what it should be.
#[derive(Debug, thiserror::Error)]
#[error("the table of the manual's paragraphs cannot be read: {0}. Install Daftari again")]
pub struct CoverageError(#[from] toml::de::Error);

/// What kind of thing answers a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnswerKind {
    /// A rule, by id.
    Rule,
    /// A form, one of [`FORMS`].
    Form,
    /// A feature, one of [`FEATURES`].
    Feature,
    /// A table or value of the pack, by its keys.
    Data,
}

/// What answers a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Its kind.
    pub kind: AnswerKind,
    /// Its name among its kind.
    pub name: String,
}

/// A paragraph of the manual, or a question as `faq.3`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// As `2.8.2` or `faq.3`.
    pub paragraph: String,
    /// A few words of ours.
    pub title: String,
    /// What in Daftari answers it.
    #[serde(default)]
    pub answered_by: Vec<Answer>,
    /// The system that is to answer it, or the rest of it.
    pub planned: Option<String>,
    /// Why no program answers it, or a part of it.
    pub not_for_software: Option<String>,
    /// What it asks for, in words of ours.
    pub summary: Words,
}

/// The whole table, in the manual's order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    #[serde(rename = "row")]
    rows: Vec<Row>,
}

impl Coverage {
    /// The table that comes with the program.
    ///
    /// # Errors
    /// When the bundled text is broken.
    pub fn bundled() -> Result<Coverage, CoverageError> {
        Ok(toml::from_str(include_str!("../data/coverage.toml"))?)
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of a paragraph as people cite it: `2.8.2(ii)` finds 2.8.2, `FAQ 3` the third question.
    #[must_use]
    pub fn lookup(&self, paragraph: &str) -> Option<&Row> {
        let mut wanted = plain(paragraph);
        loop {
            if let Some(row) = self.rows.iter().find(|row| row.paragraph == wanted) {
                return Some(row);
            }
            wanted.truncate(wanted.rfind('.')?);
        }
    }

    /// The rows of a section: `2.8` gives 2.8 and 2.8.1 to 2.8.6.
    pub fn under(&self, section: &str) -> impl Iterator<Item = &Row> {
        let section = plain(section);
        self.rows.iter().filter(move |row| {
            row.paragraph.strip_prefix(&section).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// The rows of the paragraphs that a rule cites.
    pub fn cited_by(&self, rule: Rule) -> impl Iterator<Item = &Row> {
        rule.paragraph().split(['/', ',']).filter_map(|paragraph| self.lookup(paragraph))
    }

    /// The rows whose title or summary has every word of a text, those with a word in the title first.
    #[must_use]
    pub fn search(&self, language: Language, text: &str) -> Vec<&Row> {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(bool, &Row)> = self.rows.iter().filter_map(|row| hit(row, language, &words)).collect();
        found.sort_by_key(|(in_title, _)| !in_title);
        found.into_iter().map(|(_, row)| row).collect()
    }
}

impl Row {
    /// What the paragraph asks for.
    #[must_use]
    pub fn summary(&self, language: Language) -> &str {
        match language {
            Language::En => &self.summary.en,
            Language::Sw => &self.summary.sw,
        }
    }

    /// The rules that answer it.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let rules = self.answered_by.iter().filter(|answer| answer.kind == AnswerKind::Rule);
        rules.filter_map(|answer| Rule::named(&answer.name))
    }
}

/// Without the item in brackets, spaces and case: `FAQ: 3` and `faq3` become `faq.3`.
fn plain(paragraph: &str) -> String {
    let before = paragraph.split('(').next().unwrap_or_default().trim().to_lowercase();
    match before.strip_prefix("faq") {
        Some(number) => format!("faq.{}", number.trim_matches([' ', ':', '.'])),
        None => before.trim_start_matches('¶').trim().trim_end_matches('.').to_owned(),
    }
}

/// `None` where a word is missing; otherwise whether one stands in the title.
fn hit<'a>(row: &'a Row, language: Language, words: &[String]) -> Option<(bool, &'a Row)> {
    let title = row.title.to_lowercase();
    let summary = row.summary(language).to_lowercase();
    let all = !words.is_empty() && words.iter().all(|word| title.contains(word) || summary.contains(word));
    all.then(|| (words.iter().any(|word| title.contains(word)), row))
}
