//! Conflicts as they are shown: who wrote what, side by side. Owns that view; refuses to close one (a person's
//! resolution does).

use crate::identity::{About, CandidateId, StreamId, Tag, UnixMillis};
use crate::kind::Kind;

use super::Fold;
use super::cell::Grown;
use super::thing::Thing;

/// Two people wrote one field of one thing, neither having seen the other's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The thing.
    pub about: About,
    /// The field.
    pub field: String,
    /// What is at odds.
    pub why: ConflictBecause,
    /// The values; the first is shown.
    pub branches: Vec<Branch>,
}

/// What is at odds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictBecause {
    /// Several values of one field.
    Field,
    /// A candidate was changed by one who had not seen that they were withdrawn.
    Withdrawn,
    /// The number that the candidate bears was issued to another.
    NumberTaken {
        /// To whom.
        by: CandidateId,
    },
}

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The value; empty: none.
    pub value: String,
    /// The operations that wrote it: each can be named as a base, and the last is.
    pub tags: Vec<Tag>,
    /// Who wrote it, and when.
    pub written: Vec<Writing>,
}

/// Who wrote a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The stream.
    pub stream: StreamId,
    /// The place in it.
    pub n: u64,
    /// The person.
    pub actor: String,
    /// The device's clock.
    pub at: UnixMillis,
    /// The council's clock when it came; `None`: of this computer, on its way.
    pub received: Option<UnixMillis>,
    /// The named operation.
    pub kind: Kind,
    /// The position in the log; `None`: of this computer, on its way.
    pub position: Option<u64>,
}

impl Fold {
    /// What people have to decide, in a fixed order. Of candidates who left nothing is listed.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut all = Vec::new();
        for thing in self.things.iter().filter(|thing| !thing.departed) {
            all.extend(self.of_fields(thing));
            all.extend(self.of_number(thing.about));
        }
        all.sort_by(|a, b| (a.about, &a.field, a.why).cmp(&(b.about, &b.field, b.why)));
        all
    }

    fn of_fields(&self, thing: &Thing) -> impl Iterator<Item = Conflict> {
        let several = thing.cells.iter().filter(|(_, cell)| cell.branches().len() > 1);
        let about = thing.about;
        several.map(move |(field, cell)| {
            let despite = cell.branches().iter().any(|branch| branch.despite);
            let why = if despite { ConflictBecause::Withdrawn } else { ConflictBecause::Field };
            let branches = cell.branches().iter().map(|branch| self.branch(branch)).collect();
            Conflict { about, field: self.fields.name(*field).to_owned(), why, branches }
        })
    }

    /// Of an entry that was undone nobody bears the number.
    fn of_number(&self, about: About) -> Option<Conflict> {
        let About::Candidate(id) = about else { return None };
        let (field, shown) = ("candidate_no", self.cell(&about, "candidate_no")?.shown()?);
        let by = self.taken(id, &shown.value)?;
        let stands = self.value(&about, "state").is_some_and(|state| !state.is_empty());
        let branches = vec![self.branch(shown)];
        stands.then(|| Conflict { about, field: field.to_owned(), why: ConflictBecause::NumberTaken { by }, branches })
    }

    fn branch(&self, branch: &Grown) -> Branch {
        let written = || branch.by.iter().filter_map(|index| self.at(*index));
        let writing = |written: &super::Written| Writing {
            stream: written.stream,
            n: written.n,
            actor: self.actors.name(written.actor).to_owned(),
            at: written.at,
            received: written.received,
            kind: written.kind,
            position: written.position,
        };
        let tags = written().map(|written| written.tag).collect();
        Branch { value: branch.value.clone(), tags, written: written().map(writing).collect() }
    }
}
