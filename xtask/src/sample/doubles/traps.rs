//! People who look like one and are two: namesakes, twins, bearers of a stranger's number, bearers of made-up numbers.
//! Owns how they come about; keeps a few hundred entries to copy from.

use regulations::{Draft, Field};

use super::super::chance::Chance;

/// How many entries are remembered.
const MOST: usize = 20_000;

/// Some of the entries written so far.
#[derive(Default)]
pub(super) struct Remembered(Vec<Draft>);

impl Remembered {
    /// Remembers some of those seen.
    pub(super) fn keep(&mut self, draft: &Draft, chance: &mut Chance) {
        if self.0.len() < MOST {
            self.0.push(draft.clone());
        } else if chance.per_mille(40) {
            let at = chance.below(MOST as u64) as usize;
            self.0[at] = draft.clone();
        }
    }

    fn copy(&self, draft: &mut Draft, fields: &[Field], chance: &mut Chance) {
        let Some(other) = self.0.get(chance.below(self.0.len() as u64) as usize) else { return };
        fields.iter().for_each(|field| draft.set(*field, other.get(*field)));
    }

    /// The name, year of birth and gender of another.
    pub(super) fn namesake(&self, draft: &mut Draft, chance: &mut Chance) {
        self.copy(draft, &[Field::Name, Field::Gender, Field::YearOfBirth], chance);
    }

    /// The certificate of another, of birth or of primary school.
    pub(super) fn strangers_number(&self, draft: &mut Draft, chance: &mut Chance) {
        if chance.per_mille(500) {
            self.copy(draft, &[Field::BirthCertificateNo], chance);
        } else {
            self.copy(draft, &[Field::Qualification, Field::QualifyingIndex, Field::QualifyingYear], chance);
        }
    }
}

/// Makes of an entry the twin of the one before: family name, year and school the same, numbers next to each other.
pub(super) fn twin(draft: &mut Draft, before: Option<&Draft>, chance: &mut Chance) {
    let Some(first) = before else { return };
    let family = first.get(Field::Name).split(' ').next().unwrap_or_default();
    let given = draft.get(Field::Name).split(' ').skip(1);
    let middle = first.get(Field::Name).split(' ').nth(2).filter(|_| chance.per_mille(400));
    let name: Vec<&str> = std::iter::once(family).chain(given.take(1)).chain(middle).collect();
    draft.set(Field::Name, name.join(" "));
    for field in [Field::YearOfBirth, Field::Qualification, Field::QualifyingYear, Field::Citizenship] {
        draft.set(field, first.get(field));
    }
    let step = chance.between(1, 3);
    for field in [Field::BirthCertificateNo, Field::QualifyingIndex] {
        let number = first.get(field);
        let next = number.parse::<u64>().map(|value| format!("{:0width$}", value + step, width = number.len()));
        draft.set(field, next.unwrap_or_default());
    }
}

/// A number that fills the cell.
pub(super) fn placeholder(draft: &mut Draft, chance: &mut Chance) {
    draft.set(
        Field::BirthCertificateNo,
        chance.pick(&["0000", "00000000", "1234567", "111111", "20260000", "99999999"]),
    );
}

/// What a clerk did not have at hand.
pub(super) fn gaps(draft: &mut Draft, chance: &mut Chance) {
    if chance.per_mille(25) {
        draft.set(Field::BirthCertificateNo, "");
    }
    if chance.per_mille(10) {
        draft.set(Field::QualifyingIndex, "");
    }
}
