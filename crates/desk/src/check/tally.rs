//! What a check counts for each centre. Owns the sums; the judging of the centre is the rules'.

use regulations::fees::{Fee, Payer};

/// One centre's counts and sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Candidates entered.
    pub candidates: u32,
    /// Those without an error.
    pub ready: u32,
    /// What the state pays, in shillings.
    pub state: u64,
    /// What candidates pay, in shillings.
    pub candidate: u64,
    /// Whether a candidate found no number left.
    pub exhausted: bool,
}

impl Tally {
    /// Counts one candidate.
    pub(super) fn count(&mut self, ready: bool, exhausted: bool, fee: Option<&Fee>) {
        self.candidates += 1;
        self.ready += u32::from(ready);
        self.exhausted |= exhausted;
        match fee.map(|fee| (fee.payer, u64::from(fee.total.0))) {
            Some((Payer::State, total)) => self.state += total,
            Some((Payer::Candidate, total)) => self.candidate += total,
            None => {}
        }
    }

    /// Adds what another worker counted.
    pub(super) fn merge(&mut self, other: &Tally) {
        self.candidates += other.candidates;
        self.ready += other.ready;
        self.state += other.state;
        self.candidate += other.candidate;
        self.exhausted |= other.exhausted;
    }
}
