//! The rules of one examination year with their words. Owns the choice of pack and the circulars laid over it.

use std::path::PathBuf;

use ::sync::circular::SignedCircular;
use intake::SubjectHeading;
use register::NumberRanges;
use regulations::{CentreCode, Messages, Pack, Subject, entry::EntryCode};

use crate::error::{Error, Result};

/// A pack and its messages.
#[derive(Debug)]
pub struct Rulebook {
    /// The compiled pack.
    pub pack: Pack,
    /// The words of findings.
    pub messages: Messages,
}

/// A circular of the council's that does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenCircular {
    /// Its number.
    pub number: u32,
    /// What is wrong with it.
    pub reason: String,
}

impl Rulebook {
    /// The rules of a year, with circulars laid over them in order.
    ///
    /// # Errors
    /// When a circular cannot be read or is not a circular.
    pub fn of(year: u16, circulars: &[PathBuf]) -> Result<Rulebook> {
        Rulebook::with_signed(year, circulars, &[]).map(|(book, _)| book)
    }

    /// The rules of a year, with circulars given as files laid over them, and over these the council's, by their
    /// numbers. Those of other years do not concern it; one that does not read is left out and told.
    ///
    /// # Errors
    /// When a file cannot be read or is not a circular.
    pub fn with_signed(
        year: u16,
        files: &[PathBuf],
        signed: &[SignedCircular],
    ) -> Result<(Rulebook, Vec<BrokenCircular>)> {
        let read = |path: &PathBuf| std::fs::read_to_string(path).map_err(|error| Error::unopened(path, &error));
        let files = files.iter().map(read).collect::<Result<Vec<_>>>()?;
        let mut texts: Vec<&str> = files.iter().map(String::as_str).collect();
        let mut pack = Pack::with_circulars(year, &texts)?;
        let mut of_year: Vec<_> = signed.iter().map(|one| &one.circular).filter(|one| one.year == year).collect();
        of_year.sort_by_key(|circular| circular.number);
        let mut broken = Vec::new();
        for circular in of_year {
            texts.push(&circular.text);
            match Pack::with_circulars(year, &texts) {
                Ok(laid) => pack = laid,
                Err(error) => {
                    texts.pop();
                    broken.push(BrokenCircular { number: circular.number, reason: error.to_string() });
                }
            }
        }
        Ok((Rulebook { pack, messages: Messages::default() }, broken))
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
}

#[cfg(test)]
mod tests {
    use ::sync::circular::Circular;
    use ::sync::{SecretKey, UnixMillis};

    use super::*;

    fn circular(number: u32, year: u16, text: &str) -> SignedCircular {
        Circular { number, year, text: text.to_owned(), at: UnixMillis(0) }.sign(&SecretKey::of(&[9; 32]))
    }

    fn basic(signed: &[SignedCircular]) -> (u32, Vec<u32>) {
        let (book, broken) = Rulebook::with_signed(2026, &[], signed).unwrap();
        (book.pack.data().fees.state.basic.value.0, broken.iter().map(|one| one.number).collect())
    }

    const FEE: &str = "[fees.state.basic]\nvalue = 2300\n";

    #[test]
    fn a_circular_of_the_council_is_laid_over_its_own_year_and_the_later_one_counts() {
        let plain = basic(&[]).0;
        assert_ne!(plain, 2300);
        assert_eq!(basic(&[circular(1, 2026, FEE)]), (2300, vec![]));
        assert_eq!(basic(&[circular(1, 2025, FEE)]), (plain, vec![]));
        let later = FEE.replace("2300", "2400");
        assert_eq!(basic(&[circular(2, 2026, &later), circular(1, 2026, FEE)]), (2400, vec![]));
    }

    #[test]
    fn a_broken_circular_is_told_and_those_around_it_hold() {
        let wrong = circular(2, 2026, "[fees.state]\nbasic = \"much\"\n");
        assert_eq!(basic(&[circular(1, 2026, FEE), wrong]), (2300, vec![2]));
    }
}
