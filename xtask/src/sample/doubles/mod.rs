//! A country in which some are entered twice, with the truth beside it. Owns where doubles and traps stand and how many
//! there are; a row is never kept after it is written. Refuses to tell a double by looking: it knows whom it copied.

mod slips;
mod traps;

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::Context;
use regulations::{Draft, Field};

use super::centres::{self, Centre};
use super::chance::Chance;
use super::entry::{Clerk, Story};
use super::national::Country;
use slips::{Slip, corrupted};
use traps::Remembered;

/// How many of ten thousand rows are what.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// Entered a second time.
    pub doubles: u64,
    /// Another person of the same name, year of birth and gender.
    pub namesakes: u64,
    /// A twin of the row before.
    pub twins: u64,
    /// Bears a number of somebody else by mistake.
    pub strangers: u64,
    /// Bears a made-up birth certificate number that many bear.
    pub placeholders: u64,
}

impl Default for Rates {
    fn default() -> Self {
        Rates { doubles: 100, namesakes: 60, twins: 80, strangers: 25, placeholders: 30 }
    }
}

/// One double that waits for its centre.
struct Waiting {
    first: u64,
    draft: Draft,
    slips: Vec<Slip>,
}

/// Writes the country's entries, and to `truth` a line for each double: its two rows and the slips that part them.
///
/// # Errors
/// When the candidates do not fit into the centres, or a file cannot be written.
pub fn write(country: &Country, rates: Rates, out: impl Write, truth: impl Write) -> anyhow::Result<()> {
    let mut chance = Chance::of(country.seed);
    let doubled = country.candidates * rates.doubles / 10_000;
    let centres = centres::country(&mut chance, country.centres, country.candidates - doubled)?;
    let mut rows = csv::WriterBuilder::new().buffer_capacity(1 << 20).from_writer(out);
    let mut truths = csv::WriterBuilder::new().from_writer(truth);
    rows.write_record(Field::ALL.map(Field::name))?;
    truths.write_record(["row", "double", "slips"])?;
    let mut roll = Roll {
        clerk: Clerk::new(chance.bits(), country.year),
        centres: &centres,
        rates,
        rows,
        truths,
        row: 2,
        left: doubled,
        people: centres.iter().map(|centre| centre.candidates).sum(),
        waiting: BTreeMap::new(),
        remembered: Remembered::default(),
    };
    for (place, centre) in centres.iter().enumerate() {
        roll.centre(place).with_context(|| format!("centre {}", centre.code))?;
    }
    roll.rows.flush()?;
    roll.truths.flush()?;
    Ok(())
}

struct Roll<'a, O: Write, T: Write> {
    clerk: Clerk,
    centres: &'a [Centre],
    rates: Rates,
    rows: csv::Writer<O>,
    truths: csv::Writer<T>,
    row: u64,
    /// Doubles still to be made, of people still to come.
    left: u64,
    people: u64,
    waiting: BTreeMap<usize, Vec<Waiting>>,
    remembered: Remembered,
}

impl<O: Write, T: Write> Roll<'_, O, T> {
    fn centre(&mut self, place: usize) -> anyhow::Result<()> {
        let centre = self.centres[place];
        let mut before: Option<Draft> = None;
        for number in 0..centre.candidates {
            let draft = self.person(&centre, number, before.as_ref());
            if self.clerk.chance.below(self.people.max(1)) < self.left {
                self.left -= 1;
                self.double(place, &draft);
            }
            self.people -= 1;
            self.put(&draft)?;
            before = Some(draft);
        }
        for waiting in self.waiting.remove(&place).unwrap_or_default() {
            let slips: Vec<&str> = waiting.slips.iter().map(|slip| slip.name()).collect();
            self.truths.write_record([waiting.first.to_string(), self.row.to_string(), slips.join(" ")])?;
            self.put(&waiting.draft)?;
        }
        Ok(())
    }

    fn put(&mut self, draft: &Draft) -> anyhow::Result<()> {
        self.row += 1;
        Ok(self.rows.write_record(draft.fields())?)
    }

    /// One person of a centre, who may be a trap.
    fn person(&mut self, centre: &Centre, number: u64, before: Option<&Draft>) -> Draft {
        let story = match Story::drawn(&mut self.clerk.chance, centre.private) {
            Story::RepeatsSome => Story::First,
            story => story,
        };
        let number = (number % 499 + 1) as u16;
        let mut draft = self.clerk.entry(story, centre, number);
        let chance = &mut self.clerk.chance;
        let drawn = chance.below(10_000);
        let Rates { namesakes, twins, strangers, placeholders, .. } = self.rates;
        if drawn < namesakes {
            self.remembered.namesake(&mut draft, chance);
        } else if drawn < namesakes + twins {
            traps::twin(&mut draft, before, chance);
        } else if drawn < namesakes + twins + strangers {
            self.remembered.strangers_number(&mut draft, chance);
        } else if drawn < namesakes + twins + strangers + placeholders {
            traps::placeholder(&mut draft, chance);
        }
        traps::gaps(&mut draft, chance);
        self.remembered.keep(&draft, chance);
        draft
    }

    /// Lays a double of the row that is written next by for a centre at the same place or a later one.
    fn double(&mut self, place: usize, draft: &Draft) {
        let chance = &mut self.clerk.chance;
        let last = self.centres.len() - 1;
        let to = match chance.below(10) {
            0..3 => place,
            3..6 => (place + 1 + chance.below(30) as usize).min(last),
            _ => place + chance.below((last - place + 1) as u64) as usize,
        };
        let mut double = draft.clone();
        if to != place {
            double.set(Field::Centre, self.centres[to].code.to_string());
            double.set(Field::AdmissionNo, chance.between(3000, 8999).to_string());
        }
        double.set(Field::CandidateNo, chance.between(1, 499).to_string());
        double.set(Field::Photo, "");
        let slips = corrupted(&mut double, chance);
        self.waiting.entry(to).or_default().push(Waiting { first: self.row, draft: double, slips });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_truth_names_rows_that_stand_for_one_person() {
        let country = Country { centres: 60, candidates: 6_000, seed: 3, year: 2026, findings_percent: 0 };
        let (mut table, mut truth) = (Vec::new(), Vec::new());
        write(&country, Rates::default(), &mut table, &mut truth).unwrap();
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(table.as_slice()).records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 6_000);
        let truths: Vec<csv::StringRecord> =
            csv::Reader::from_reader(truth.as_slice()).records().map(Result::unwrap).collect();
        assert_eq!(truths.len(), 60);
        let shared = truths.iter().filter(|line| {
            let row = |at: usize| &rows[line[at].parse::<usize>().unwrap() - 2];
            let same =
                |field: Field| !row(0)[field as usize].is_empty() && row(0)[field as usize] == row(1)[field as usize];
            same(Field::BirthCertificateNo) || same(Field::QualifyingIndex) || same(Field::Name)
        });
        assert!(shared.count() > 40);
    }
}
