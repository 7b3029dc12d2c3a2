//! What an import would make of its rows, without making it: each candidate as they would stand, with the number they
//! would be given. Owns the likeness to `operation::entry::import`; writes nothing.

use std::collections::BTreeMap;

use regulations::{CandidateNumber, Draft, Field};
use sync::CandidateId;

use crate::error::Result;
use crate::numbers::{Allocation, Issue, NumberRanges};
use crate::operation::ImportedRow;
use crate::read::Reading;
use crate::view::{Candidate, Filter, Standing};

impl Reading<'_> {
    /// The candidates of these rows as they would stand after [`crate::Operation::ImportDrafts`], in the rows' order.
    /// New ones bear ids that nobody has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn foresee_import(&self, rows: &[ImportedRow], ranges: NumberRanges) -> Result<Vec<Candidate>> {
        let mut issue = Issue::load(self.connection)?;
        issue.reserve(rows.iter().map(|row| row.draft.get(Field::CandidateNo)));
        let roll = self.candidates(&Filter::default())?;
        let on_roll: BTreeMap<CandidateId, &Candidate> =
            roll.iter().map(|candidate| (candidate.id, candidate)).collect();
        let mut holders: BTreeMap<CandidateNumber, CandidateId> = self.issued_numbers()?.into_iter().collect();
        let mut foreseen = Vec::with_capacity(rows.len());
        for (place, row) in (0_u64..).zip(rows) {
            let known = row.candidate.and_then(|id| on_roll.get(&id).copied());
            let mut candidate = known.cloned().unwrap_or_else(|| unentered(place));
            lay_over(&mut candidate.draft, &row.draft);
            number(&mut candidate, known.is_some(), &mut issue, ranges);
            if let Some(number) = candidate.number() {
                let holder = *holders.entry(number).or_insert(candidate.id);
                candidate.number_issued_to = (holder != candidate.id).then_some(holder);
            }
            foreseen.push(candidate);
        }
        Ok(foreseen)
    }
}

/// A candidate whom only a row knows; ids of the register are hashes, and none begins so.
fn unentered(place: u64) -> Candidate {
    let mut id = [0xFF; 16];
    id[8..].copy_from_slice(&place.to_be_bytes());
    Candidate {
        id: CandidateId(id),
        draft: Draft::default(),
        standing: Standing::Entered,
        photograph: None,
        papers: Vec::new(),
        acknowledged: Vec::new(),
        signed: false,
        number_issued_to: None,
        came_from: None,
    }
}

fn lay_over(draft: &mut Draft, row: &Draft) {
    for field in Field::ALL.into_iter().filter(|field| !row.get(*field).is_empty()) {
        draft.set(field, row.get(field));
    }
}

fn number(candidate: &mut Candidate, is_known: bool, issue: &mut Issue, ranges: NumberRanges) {
    if !candidate.draft.get(Field::CandidateNo).is_empty() {
        return;
    }
    let asked = is_known.then_some(candidate.id);
    if let Allocation::Number(number) = issue.allocate(asked, candidate.draft.get(Field::EntryCode), ranges) {
        issue.give(number, candidate.id);
        candidate.draft.set(Field::CandidateNo, number.to_string());
    }
}
