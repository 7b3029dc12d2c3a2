//! Candidate numbers: the first operation in the log to write one issues it, for ever. Owns who has which; refuses to
//! renumber anybody.

use regulations::CandidateNumber;

use crate::fault::{Fault, planted};
use crate::identity::{About, CandidateId};

use super::Fold;

impl Fold {
    pub(super) fn issue(&mut self, number: &str, to: CandidateId) {
        let Ok(number) = CandidateNumber::parse(number) else { return };
        let given_up = |holder: CandidateId| {
            let bears = self.value(&About::Candidate(holder), "candidate_no").unwrap_or_default();
            bears != number.to_string()
        };
        let holder = self.numbers.get(&number.value()).copied();
        if holder.is_none_or(|holder| planted(Fault::NumberReissued) && given_up(holder)) {
            self.numbers.insert(number.value(), to);
        }
    }

    /// To whom the number that a candidate bears was issued, where that is another.
    pub(super) fn taken(&self, candidate: CandidateId, number: &str) -> Option<CandidateId> {
        let number = CandidateNumber::parse(number).ok()?;
        self.numbers.get(&number.value()).copied().filter(|holder| *holder != candidate)
    }
}
