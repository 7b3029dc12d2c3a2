//! What the council has said of candidates and of the centre: its notices, which come with the log like any value. Owns
//! how they are told from other values; refuses to read them.

use sync::{About, CandidateId, UnixMillis};

use crate::error::Result;
use crate::read::Reading;
use crate::table::{changes, history, other_values};

/// How the fields begin in which the council writes what it decided.
const NOTICE: &str = "notice.";

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
}

impl Reading<'_> {
    /// What the council decided, the latest first.
    ///
    /// # Errors
    /// When it cannot be read; so for every method here.
    pub fn notices(&self) -> Result<Vec<Notice>> {
        let mut notices = Vec::new();
        for (key, field, text) in other_values::beginning_with(self.connection, NOTICE)? {
            let about = if key == [0; 16] { About::Centre } else { About::Candidate(CandidateId(key)) };
            let writes = history::of(self.connection, &about)?;
            let at = writes.into_iter().find(|write| write.field == field).map_or(UnixMillis(0), |write| write.at);
            notices.push(Notice { about, case: field[NOTICE.len()..].to_owned(), text, at });
        }
        notices.sort_by(|a, b| (b.at, &a.case).cmp(&(a.at, &b.case)));
        Ok(notices)
    }

    /// When anything was last changed, here or by another whose change came in; `None`: never.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_change(&self) -> Result<Option<UnixMillis>> {
        changes::last(self.connection)
    }
}
