//! The tables of what people write: headings and values, read once from the crate's `data` folder.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regulations::Field;
use rustc_hash::FxHashMap;

use crate::words::{sorted_words, squeeze};

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    Field(Field),
    /// A part of the name, by its place: 0 the surname, 1 the first or other names, 2 the middle name.
    NamePart(u8),
    /// Known, and of no use.
    Ignored,
}

/// Every synonym, by the form in which it is compared.
#[derive(Default)]
pub(crate) struct Meanings {
    headings: FxHashMap<String, Heading>,
    headings_by_words: FxHashMap<String, Heading>,
    values: FxHashMap<(&'static str, String), &'static str>,
    marks: FxHashMap<String, bool>,
    foot: Vec<(String, &'static str)>,
}

static MEANINGS: LazyLock<Meanings> = LazyLock::new(Meanings::read);

/// The canonical values, so that a value found borrows nothing.
const CANONICAL: &[&str] = &[
    "M",
    "F",
    "C",
    "N",
    "KCPE",
    "CPE",
    "KCE",
    "EACE",
    "FOREIGN",
    "BLIND",
    "LOW_VISION",
    "HEARING",
    "PHYSICAL",
    "MENTAL",
];

impl Meanings {
    /// The tables.
    pub(crate) fn get() -> &'static Meanings {
        &MEANINGS
    }

    /// The crate's own data, which its tests check to be well formed; a table that were not would be empty.
    fn read() -> Self {
        let mut meanings = Meanings::default();
        let headings: BTreeMap<String, Vec<String>> =
            toml::from_str(include_str!("../data/headings.toml")).unwrap_or_default();
        for (column, synonyms) in &headings {
            if let Some(heading) = heading_of(column) {
                meanings.add_heading(heading, column);
                synonyms.iter().for_each(|synonym| meanings.add_heading(heading, synonym));
            }
        }
        let values: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../data/values.toml")).unwrap_or_default();
        for (table, entries) in &values {
            for (value, synonyms) in entries {
                synonyms.iter().for_each(|synonym| meanings.add_value(table, value, synonym));
            }
        }
        meanings
    }

    fn add_heading(&mut self, heading: Heading, text: &str) {
        self.headings.entry(squeeze(text)).or_insert(heading);
        self.headings_by_words.entry(sorted_words(text)).or_insert(heading);
    }

    fn add_value(&mut self, table: &str, value: &str, synonym: &str) {
        match table {
            "mark" => drop(self.marks.insert(mark_key(synonym), value == "taken")),
            "foot" => self.foot.push((squeeze(synonym), if value == "total" { "total" } else { "signature" })),
            "nothing" => drop(self.values.insert(("nothing", mark_key(synonym)), "")),
            _ => {
                let canonical = CANONICAL.iter().find(|known| **known == value);
                let table =
                    ["gender", "citizenship", "qualification", "special_needs"].into_iter().find(|t| *t == table);
                if let (Some(canonical), Some(table)) = (canonical, table) {
                    self.values.insert((table, squeeze(synonym)), canonical);
                }
            }
        }
    }

    /// What a heading means, exactly as a synonym spells it.
    pub(crate) fn heading(&self, text: &str) -> Option<Heading> {
        self.headings.get(&squeeze(text)).copied()
    }

    /// What a heading means when the order of its words does not count.
    pub(crate) fn heading_in_any_order(&self, text: &str) -> Option<Heading> {
        self.headings_by_words.get(&sorted_words(text)).copied()
    }

    /// The canonical value that a text means in a table.
    pub(crate) fn value(&self, table: &'static str, text: &str) -> Option<&'static str> {
        let key = squeeze(text);
        if key.is_empty() { None } else { self.values.get(&(table, key)).copied() }
    }

    /// Whether a text says that there is nothing to say.
    pub(crate) fn is_nothing(&self, text: &str) -> bool {
        self.values.contains_key(&("nothing", mark_key(text)))
    }

    /// Whether a mark in a subject's column says that it is taken; `None` where it is not known.
    pub(crate) fn mark(&self, text: &str) -> Option<bool> {
        self.marks.get(&mark_key(text)).copied()
    }

    /// Whether a line that begins so is a line of totals (`total`) or of signatures (`signature`).
    pub(crate) fn foot(&self, text: &str) -> Option<&'static str> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .map(|word| squeeze(word.trim_end_matches("'s").trim_end_matches("’s")))
            .filter(|w| !w.is_empty())
            .collect();
        let begins = |phrase: &str| {
            let mut sofar = String::new();
            words.iter().take(5).any(|word| {
                sofar.push_str(word);
                sofar == phrase
            })
        };
        self.foot.iter().find(|(phrase, _)| begins(phrase)).map(|(_, what)| *what)
    }
}

/// A mark may be a sign alone, such as `-`, so only case and the space around it do not count.
fn mark_key(text: &str) -> String {
    text.trim().to_lowercase()
}

fn heading_of(column: &str) -> Option<Heading> {
    match column {
        "surname" => Some(Heading::NamePart(0)),
        "other_names" => Some(Heading::NamePart(1)),
        "middle_name" => Some(Heading::NamePart(2)),
        "ignored" => Some(Heading::Ignored),
        _ => Field::named(column).map(Heading::Field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_data_files_is_known_and_every_column_has_its_synonyms() {
        let headings: BTreeMap<String, Vec<String>> = toml::from_str(include_str!("../data/headings.toml")).unwrap();
        for column in headings.keys() {
            assert!(heading_of(column).is_some(), "{column}");
        }
        for field in Field::ALL {
            assert!(headings.contains_key(field.name()), "{}", field.name());
            assert_eq!(Meanings::get().heading(field.name()), Some(Heading::Field(field)));
        }
        let values: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../data/values.toml")).unwrap();
        assert_eq!(values.len(), 7);
    }

    #[test]
    fn no_synonym_means_two_columns() {
        let headings: BTreeMap<String, Vec<String>> = toml::from_str(include_str!("../data/headings.toml")).unwrap();
        for (column, synonyms) in &headings {
            for synonym in synonyms {
                assert_eq!(Meanings::get().heading(synonym), heading_of(column), "{synonym}");
            }
        }
    }

    #[test]
    fn values_are_known_whatever_their_case() {
        let meanings = Meanings::get();
        for (table, text, value) in [
            ("gender", "MSICHANA", "F"),
            ("gender", "Mume", "M"),
            ("citizenship", "non citizen", "N"),
            ("citizenship", "Mkenya", "C"),
            ("qualification", "k.c.p.e.", "KCPE"),
            ("special_needs", "low vision", "LOW_VISION"),
        ] {
            assert_eq!(meanings.value(table, text), Some(value), "{text}");
        }
        assert_eq!(meanings.value("gender", "X"), None);
        assert_eq!(meanings.value("gender", "?"), None);
    }

    #[test]
    fn lines_at_the_foot_are_told_by_their_first_words() {
        for (text, what) in [
            ("TOTAL", Some("total")),
            ("Jumla: 120", Some("total")),
            ("Head teacher's signature: ______", Some("signature")),
            ("Sahihi ya mwalimu", Some("signature")),
            ("Principal's name ........ Signature .....", Some("signature")),
            ("Head teacher’s stamp", Some("signature")),
            ("Prepared by: J. Otieno", Some("signature")),
            ("TOTALA JANE", None),
            ("JUMA ALI", None),
            ("Datey Ann", None),
        ] {
            assert_eq!(Meanings::get().foot(text), what, "{text}");
        }
    }
}
