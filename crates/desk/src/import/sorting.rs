//! Which row becomes which candidate. Owns the likeness of a row and a candidate; judges neither.

use std::collections::HashMap;

use intake::{Outcome, Refusal, Skip};
use register::{CandidateId, CentreField, Filter, Reading, Which};
use regulations::{CandidateNumber, Draft, Field};

use crate::error::Result;

/// What becomes of a row.
pub(super) enum Sorted {
    /// A cell of it cannot be read.
    Refused { cell: String, reason: Refusal },
    /// It is no candidate.
    Skipped(Skip),
    /// It belongs into another centre's register.
    Elsewhere { centre: String, draft: Draft },
    /// A candidate: one who is there already, or a new one.
    Taken { draft: Draft, known: Option<CandidateId> },
}

/// Which rows are a register's: those that name its centre, and in its own spreadsheet those that name none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Own,
    Named,
}

/// What becomes of each row, in order. Each candidate of the register is met once.
pub(super) fn sort<'o>(
    rows: impl Iterator<Item = (u32, &'o Outcome)>,
    reading: &Reading<'_>,
    whose: Whose,
) -> Result<Vec<(u32, Sorted)>> {
    let centre = reading.centre()?.get(CentreField::Code).to_owned();
    let mut known = Known::of(reading)?;
    let one = |outcome: &Outcome| match outcome {
        Outcome::Refused { cell, reason } => Sorted::Refused { cell: cell.clone(), reason: reason.clone() },
        Outcome::Skipped(what) => Sorted::Skipped(*what),
        Outcome::Entry(draft) if is_elsewhere(draft, &centre, whose) => {
            Sorted::Elsewhere { centre: draft.get(Field::Centre).to_owned(), draft: draft.as_ref().clone() }
        }
        Outcome::Entry(draft) => {
            let draft = own_number(draft, &centre);
            let known = known.take(&draft);
            Sorted::Taken { draft, known }
        }
    };
    let mut one = one;
    Ok(rows.map(|(row, outcome)| (row, one(outcome))).collect())
}

fn is_elsewhere(draft: &Draft, centre: &str, whose: Whose) -> bool {
    let given = draft.get(Field::Centre);
    given != centre && (whose == Whose::Named || !given.is_empty())
}

/// A full index number of this centre is the candidate's number; one of another centre is kept for the rule to judge.
fn own_number(draft: &Draft, centre: &str) -> Draft {
    let mut own = draft.clone();
    if let Some(number) =
        draft.get(Field::CandidateNo).strip_prefix(centre).filter(|rest| CandidateNumber::parse(rest).is_ok())
    {
        own.set(Field::CandidateNo, number);
    }
    own
}

/// Whom a row is about, where they are in the register already: the same workbook imports again without doubling
/// anybody. A second row alike is a double, and the rules say so.
#[derive(Clone, Debug)]
pub struct Known {
    roll: Vec<Option<(CandidateId, Draft)>>,
    by_number: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Known {
    /// Everybody on the roll.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn of(reading: &Reading<'_>) -> Result<Known> {
        let all = reading.candidates(&Filter { standing: Which::Entered, ..Filter::default() })?;
        let mut known =
            Known { roll: Vec::with_capacity(all.len()), by_number: HashMap::new(), by_name: HashMap::new() };
        for (place, candidate) in all.into_iter().enumerate() {
            let draft = candidate.draft;
            known.by_number.entry(draft.get(Field::CandidateNo).to_owned()).or_default().push(place);
            known.by_name.entry(draft.get(Field::Name).to_owned()).or_default().push(place);
            known.roll.push(Some((candidate.id, draft)));
        }
        Ok(known)
    }

    /// The same number with the same name, birth certificate or admission number; without a number, the same name with
    /// the same admission number or birth certificate.
    #[must_use]
    pub fn take(&mut self, row: &Draft) -> Option<CandidateId> {
        let number = row.get(Field::CandidateNo);
        let (likely, by): (_, &[Field]) = if number.is_empty() {
            let name = Some(row.get(Field::Name)).filter(|name| !name.is_empty());
            (self.by_name.get(name?), &[Field::AdmissionNo, Field::BirthCertificateNo])
        } else {
            (self.by_number.get(number), &[Field::Name, Field::BirthCertificateNo, Field::AdmissionNo])
        };
        let alike = |draft: &Draft, field: Field| !row.get(field).is_empty() && row.get(field) == draft.get(field);
        let is_same = |place: &&usize| {
            let candidate = self.roll.get(**place).and_then(Option::as_ref);
            candidate.is_some_and(|(_, draft)| by.iter().any(|field| alike(draft, *field)))
        };
        let place = *likely?.iter().find(is_same)?;
        self.roll.get_mut(place)?.take().map(|(id, _)| id)
    }
}
