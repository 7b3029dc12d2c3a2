//! A whole country's entries as one CSV file. Owns how many rows go wrong and that a row is never kept after it is
//! written, so that a million take little memory; refuses to know where the file lies.

use std::io::Write;

use anyhow::Context;
use regulations::{Draft, Field};

use super::centres::{self, Centre};
use super::chance::Chance;
use super::entry::{Clerk, Story};
use super::fault::FAULTS;

/// What country to make.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    /// How many centres.
    pub centres: u64,
    /// How many candidates in all.
    pub candidates: u64,
    /// Where the choices come from: the same seed makes the same bytes.
    pub seed: u64,
    /// The examination's year.
    pub year: u16,
    /// Of a hundred candidates, how many have findings.
    pub findings_percent: u8,
}

/// Writes the country's entries under the headings of the import template, centre by centre.
///
/// # Errors
/// When the candidates do not fit into the centres, or the file cannot be written.
pub fn write(country: &Country, out: impl Write) -> anyhow::Result<()> {
    let mut chance = Chance::of(country.seed);
    let centres = centres::country(&mut chance, country.centres, country.candidates)?;
    let mut clerk = Clerk::new(chance.bits(), country.year);
    let mut rows = csv::WriterBuilder::new().buffer_capacity(1 << 20).from_writer(out);
    rows.write_record(Field::ALL.map(Field::name))?;
    for centre in &centres {
        write_centre(&mut rows, &mut clerk, centre, country).with_context(|| format!("centre {}", centre.code))?;
    }
    rows.flush()?;
    Ok(())
}

fn write_centre(
    rows: &mut csv::Writer<impl Write>,
    clerk: &mut Clerk,
    centre: &Centre,
    country: &Country,
) -> anyhow::Result<()> {
    let mut numbers = Numbers { whole: 1, part: 801 };
    for _ in 0..centre.candidates {
        rows.write_record(next(clerk, centre, country, &mut numbers).fields())?;
    }
    Ok(())
}

fn next(clerk: &mut Clerk, centre: &Centre, country: &Country, numbers: &mut Numbers) -> Draft {
    if clerk.chance.below(100) >= u64::from(country.findings_percent) {
        let story = Story::drawn(&mut clerk.chance, centre.private);
        return clerk.entry(numbers.story(story), centre, numbers.take(story));
    }
    let fault = &FAULTS[clerk.chance.below(FAULTS.len() as u64) as usize];
    let mut draft = clerk.entry(fault.story, centre, numbers.take(fault.story));
    fault.spoil(&mut draft, &mut clerk.chance, clerk.year);
    draft
}

/// The next numbers of a centre's two ranges (2.3.23, 2.3.24).
struct Numbers {
    whole: u16,
    part: u16,
}

impl Numbers {
    /// The story told, or a plain first attempt where the range of those who repeat a part is used up.
    const fn story(&self, story: Story) -> Story {
        if matches!(story, Story::RepeatsSome) && self.part > 899 { Story::First } else { story }
    }

    fn take(&mut self, story: Story) -> u16 {
        let next = if story == Story::RepeatsSome { &mut self.part } else { &mut self.whole };
        let number = *next;
        *next += 1;
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Country = Country { centres: 12, candidates: 1_500, seed: 1, year: 2026, findings_percent: 5 };

    fn written(country: &Country) -> Vec<u8> {
        let mut out = Vec::new();
        write(country, &mut out).unwrap();
        out
    }

    #[test]
    fn the_same_seed_makes_the_same_bytes() {
        assert_eq!(written(&SMALL), written(&SMALL));
        assert_ne!(written(&SMALL), written(&Country { seed: 2, ..SMALL }));
    }

    #[test]
    fn every_candidate_is_a_row_of_about_150_bytes() {
        let file = written(&SMALL);
        let rows = csv::Reader::from_reader(file.as_slice()).records().count();
        assert_eq!(rows, 1_500);
        assert!((130..170).contains(&(file.len() / rows)), "{} bytes a row", file.len() / rows);
    }

    #[test]
    fn certificates_and_numbers_are_never_shared() {
        let file = written(&Country { findings_percent: 0, ..SMALL });
        let mut seen = std::collections::HashSet::new();
        for row in csv::Reader::from_reader(file.as_slice()).records().map(Result::unwrap) {
            let value = |field: Field| row[field as usize].to_owned();
            let index = (value(Field::Centre), value(Field::CandidateNo));
            let certificate = (value(Field::QualifyingIndex), value(Field::QualifyingYear));
            assert!(seen.insert(index.clone()), "{index:?}");
            assert!(certificate.0.is_empty() || seen.insert(certificate.clone()), "{certificate:?}");
            let birth = (value(Field::BirthCertificateNo), String::new());
            assert!(birth.0.is_empty() || seen.insert(birth.clone()), "{birth:?}");
        }
    }
}
