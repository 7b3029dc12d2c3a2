//! A cell: what was written to one field of one thing. One branch is a value; more are a conflict. Owns the rules by
//! which a write sets, joins or opens a branch; refuses to lose one.

use smallvec::{SmallVec, smallvec};

use crate::fault::{Fault, planted};

/// A value, and the operations that wrote it, the last one last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grown {
    pub(super) value: String,
    pub(super) by: SmallVec<[u32; 2]>,
    /// Written to a withdrawn candidate by one who had not seen the withdrawal.
    pub(super) despite: bool,
}

/// The branches, of which the first is shown. Nothing but a new cell has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell(SmallVec<[Grown; 1]>);

/// A write on its way into a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'v> {
    /// The operation.
    pub(super) by: u32,
    /// The operation that it replaces, as its writer saw it.
    pub(super) base: Option<u32>,
    /// The value.
    pub(super) value: &'v str,
}

/// Whether a field is no value of a thing but a remark about operations.
#[must_use]
pub fn is_remark(field: &str) -> bool {
    matches!(field, "reason" | "amendment_reason" | "admitted" | "countersigned") || field.starts_with("resolved.")
}

impl Cell {
    pub(super) fn shown(&self) -> Option<&Grown> {
        self.0.first()
    }

    pub(super) fn branches(&self) -> &[Grown] {
        &self.0
    }

    fn branch_by(&self, operation: u32) -> Option<usize> {
        self.0.iter().position(|branch| branch.by.contains(&operation))
    }

    fn branch_of(&self, value: &str) -> Option<usize> {
        self.0.iter().position(|branch| branch.value == value)
    }

    /// A write by one who could know what else is said of the thing.
    pub(super) fn write(&mut self, written: Written<'_>) {
        if planted(Fault::LastWriterWins) {
            self.0.clear();
        }
        match written.base.and_then(|base| self.branch_by(base)) {
            Some(branch) => self.set(branch, written, false),
            None => self.join_or_open(written, false),
        }
    }

    /// A write by one who had not seen that the candidate was withdrawn by `withdrawal`: no branch is set but one that
    /// was opened so.
    pub(super) fn write_despite(&mut self, written: Written<'_>, withdrawal: &[u32]) {
        if self.0.is_empty() {
            self.0.push(Grown { value: String::new(), by: withdrawal.into(), despite: false });
        }
        match written.base.and_then(|base| self.branch_by(base)).filter(|branch| self.0[*branch].despite) {
            Some(branch) => self.set(branch, written, true),
            None => self.join_or_open(written, true),
        }
    }

    fn set(&mut self, branch: usize, written: Written<'_>, despite: bool) {
        self.0[branch] = Grown { value: written.value.to_owned(), by: smallvec![written.by], despite };
        if self.0.len() > 1 {
            self.converge(branch);
        }
    }

    fn join_or_open(&mut self, written: Written<'_>, despite: bool) {
        match self.branch_of(written.value) {
            Some(branch) => self.0[branch].by.push(written.by),
            None => self.0.push(Grown { value: written.value.to_owned(), by: smallvec![written.by], despite }),
        }
    }

    /// Makes one of two branches that came to have equal values.
    fn converge(&mut self, branch: usize) {
        let twin = (0..self.0.len()).find(|other| *other != branch && self.0[*other].value == self.0[branch].value);
        if let Some(twin) = twin {
            let gone = self.0.remove(branch.max(twin));
            let kept = &mut self.0[branch.min(twin)];
            kept.by.extend(gone.by);
            kept.despite &= gone.despite;
        }
    }

    /// Closes the branch that `closed` wrote, for one that was chosen: the branch of `chosen`.
    pub(super) fn close(&mut self, closed: u32, chosen: u32) {
        if planted(Fault::ResolveClosesAll) {
            self.0.retain(|branch| branch.by.contains(&chosen));
        }
        self.0.retain(|branch| !branch.by.contains(&closed) || branch.by.contains(&chosen));
    }

    /// Forgets every branch: the candidate came anew.
    pub(super) fn begin(&mut self, by: u32, value: &str) {
        self.0 = smallvec![Grown { value: value.to_owned(), by: smallvec![by], despite: false }];
    }
}
