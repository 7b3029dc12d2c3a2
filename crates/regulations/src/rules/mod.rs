//! The rules. Each family is one file, with its spec in `specs/` beside it: what it says, and cases that pass and that
//! fail, which are run. Owns the judging of one entry; refuses to look at any other entry, so what others share with it
//! comes in as `Shared`.

mod birth;
mod centre;
mod identity;
mod index;
mod name;
mod personal;
mod photo;
mod qualification;
mod repeat;
mod special_needs;
mod subjects;

use crate::centre::Centre;
use crate::entry::Entry;
use crate::finding::{Finding, Rule};
use crate::pack::Pack;
use crate::papers::Papers;

pub use centre::{CentreCase, Deposit, judge_centre};

/// What an entry has in common with others of the same file or register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Another bears the same birth certificate number.
    pub birth_certificate: bool,
    /// Another bears the same qualification, index number and year.
    pub qualification: bool,
    /// Another of the centre bears the same candidate's number.
    pub number: bool,
    /// No number is left for it in its range.
    pub exhausted: bool,
}

/// The photograph of a candidate, as a register knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Photo {
    /// None is there.
    Missing,
    /// What is there does not decode.
    Unreadable,
    /// A picture.
    Picture {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// Whether it has no colours.
        grey: bool,
        /// Whether it stands for another candidate too.
        repeated: bool,
    },
}

/// What only a register knows of a candidate.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The photograph.
    pub photo: Photo,
    /// The papers of special needs handed in.
    pub papers: Papers,
}

/// Everything one entry is judged on.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The rules' data.
    pub pack: &'a Pack,
    /// The centre.
    pub centre: &'a Centre,
    /// The entry.
    pub entry: &'a Entry<'a>,
    /// What others share with it.
    pub shared: Shared,
    /// What a register holds; `None` when a bare file is checked.
    pub held: Option<Held>,
}

/// Judges one entry by every rule that applies; appends the findings in the registry's order within each family.
pub fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    name::judge(case, findings);
    personal::judge_gender(case, findings);
    birth::judge(case, findings);
    personal::judge_codes(case, findings);
    index::judge(case, findings);
    photo::judge(case, findings);
    qualification::judge(case, findings);
    identity::judge(case, findings);
    repeat::judge(case, findings);
    subjects::judge(case, findings);
    special_needs::judge(case, findings);
}

/// Adds a finding that tells nothing beyond its rule, where the condition holds.
fn fire(findings: &mut Vec<Finding>, condition: bool, rule: Rule) {
    if condition {
        findings.push(Finding::plain(rule));
    }
}
