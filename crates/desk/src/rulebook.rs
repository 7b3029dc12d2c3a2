//! The rules of one examination year with their words. Owns the choice of pack and the circulars laid over it.

use std::path::PathBuf;

use intake::SubjectHeading;
use register::NumberRanges;
use regulations::{CentreCode, CentreKind, Messages, Pack, Subject, entry::EntryCode};

use crate::error::{Error, Result};

/// A pack and its messages.
#[derive(Debug)]
pub struct Rulebook {
    /// The compiled pack.
    pub pack: Pack,
    /// The words of findings.
    pub messages: Messages,
}

impl Rulebook {
    /// The rules of a year, with circulars laid over them in order.
    ///
    /// # Errors
    /// When a circular cannot be read or is not a circular.
    pub fn of(year: u16, circulars: &[PathBuf]) -> Result<Rulebook> {
        let read = |path: &PathBuf| std::fs::read_to_string(path).map_err(|error| Error::unopened(path, &error));
        let texts = circulars.iter().map(read).collect::<Result<Vec<_>>>()?;
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        Ok(Rulebook { pack: Pack::with_circulars(year, &texts)?, messages: Messages::default() })
    }

    /// The ranges that the register allocates from.
    #[must_use]
    pub fn number_ranges(&self) -> NumberRanges {
        NumberRanges { whole: self.pack.numbers(EntryCode::First), partial: self.pack.numbers(EntryCode::Partial) }
    }

    /// The county of a centre's code.
    #[must_use]
    pub fn county_of(&self, code: CentreCode) -> Option<&str> {
        self.pack.data().counties.get(&format!("{:02}", code.county())).map(|county| county.name.as_str())
    }

    /// The names under which a subject may head a column.
    #[must_use]
    pub fn subject_headings(&self) -> Vec<SubjectHeading> {
        let heading = |subject: &Subject| {
            let names = std::iter::once(&subject.name).chain(&subject.short).cloned().collect();
            SubjectHeading { code: subject.code.clone(), names }
        };
        self.pack.subjects().all().iter().map(heading).collect()
    }

    /// Who signs for a centre of this kind.
    #[must_use]
    pub const fn office_of(kind: CentreKind) -> &'static str {
        match kind {
            CentreKind::Private => "Sub-County Director of Education",
            CentreKind::Prison => "Officer in charge",
            CentreKind::School | CentreKind::Special => "Head teacher",
        }
    }
}
