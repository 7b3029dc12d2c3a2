//! What is said beside entries and details: the council's notices, which come with the log like any value, answers to
//! them, announcements, and requests for a transfer. Owns how they are told from other values; refuses to read them.

use std::collections::BTreeMap;

use sync::{About, CandidateId, SlipId, UnixMillis};

use crate::column::answer_name;
use crate::error::Result;
use crate::read::Reading;
use crate::table::{candidates, changes, history, other_values};

/// How the fields begin in which the council writes what it decided.
const NOTICE: &str = "notice.";
/// How those end in which it is answered.
const ANSWER: &str = ".answer";

/// What the council decided of a thing, in its own words: a notice comes with the log like any value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The thing.
    pub about: About,
    /// The council's case.
    pub case: String,
    /// What it says, as JSON.
    pub text: String,
    /// When it was written, by the council's clock.
    pub at: UnixMillis,
    /// What a desk of the centre answered after it had come.
    pub answer: Option<Said>,
}

/// A value that is said beside an entry or a detail, and is shown at present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Of what.
    pub about: About,
    /// The field's name.
    pub field: String,
    /// The value.
    pub value: String,
    /// Who wrote it last.
    pub by: String,
    /// When, by the writer's clock.
    pub at: UnixMillis,
    /// How many changes of the thing came here after it: of two values, the one with fewer is the later, whatever clocks say.
    pub since: usize,
}

/// Who wrote a field last, when, and how many changes came after.
type Last = (String, UnixMillis, usize);

impl Reading<'_> {
    /// What the council decided, the latest first.
    ///
    /// # Errors
    /// When it cannot be read; so for every method here.
    pub fn notices(&self) -> Result<Vec<Notice>> {
        let (answers, notices): (Vec<Said>, Vec<Said>) =
            self.said(NOTICE)?.into_iter().partition(|said| said.field.ends_with(ANSWER));
        let mut notices: Vec<Notice> = notices.into_iter().map(|said| notice(said, &answers)).collect();
        notices.sort_by(|a, b| (b.at, &a.case).cmp(&(a.at, &b.case)));
        Ok(notices)
    }

    /// What is said in fields whose names begin so, of everything that has them.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn said(&self, beginning: &str) -> Result<Vec<Said>> {
        let known = candidates::ids(self.connection)?;
        let mut written: BTreeMap<[u8; 16], BTreeMap<String, Last>> = BTreeMap::new();
        let mut all = Vec::new();
        for (key, field, value) in other_values::beginning_with(self.connection, beginning)? {
            let about = match key {
                [0, ..] if key == About::Centre.key() => About::Centre,
                key if known.contains(&key) => About::Candidate(CandidateId(key)),
                key => About::Slip(SlipId(key)),
            };
            if let std::collections::btree_map::Entry::Vacant(e) = written.entry(key) {
                e.insert(self.last_writers(&about)?);
            }
            let last = written.get(&key).and_then(|fields| fields.get(&field)).cloned();
            let (by, at, since) = last.unwrap_or_default();
            all.push(Said { about, field, value, by, at, since });
        }
        Ok(all)
    }

    /// Who wrote each field last, and when.
    fn last_writers(&self, about: &About) -> Result<BTreeMap<String, Last>> {
        let mut last = BTreeMap::new();
        for (write, since) in history::of(self.connection, about)?.into_iter().zip(0..) {
            last.entry(write.field).or_insert((write.actor, write.at, since));
        }
        Ok(last)
    }

    /// When anything was last changed, here or by another whose change came in; `None`: never.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_change(&self) -> Result<Option<UnixMillis>> {
        changes::last(self.connection)
    }
}

fn notice(said: Said, answers: &[Said]) -> Notice {
    let case = said.field[NOTICE.len()..].to_owned();
    let field = answer_name(&case);
    let answer = answers.iter().find(|one| one.about == said.about && one.field == field && one.since < said.since);
    Notice { about: said.about, case, text: said.value, at: said.at, answer: answer.cloned() }
}
