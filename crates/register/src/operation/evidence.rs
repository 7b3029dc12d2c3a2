//! What is attached to an entry: the photograph and the papers of special needs.

use regulations::Paper;

use crate::change::Change;
use crate::column::Column;
use crate::error::Result;
use crate::table::{YES, photographs};
use sync::{About, CandidateId};

pub(crate) fn photograph(change: &mut Change<'_>, id: CandidateId, jpeg: &[u8]) -> Result<()> {
    change.on_the_roll(id)?;
    let hash = photographs::keep(change.connection, jpeg)?;
    change.write(About::Candidate(id), vec![(Column::Photograph, hash.to_string())])
}

pub(crate) fn no_photograph(change: &mut Change<'_>, id: CandidateId) -> Result<()> {
    change.on_the_roll(id)?;
    change.write(About::Candidate(id), vec![(Column::Photograph, String::new())])
}

pub(crate) fn paper(change: &mut Change<'_>, id: CandidateId, paper: Paper, on_record: bool) -> Result<()> {
    change.on_the_roll(id)?;
    let value = if on_record { YES } else { "" };
    change.write(About::Candidate(id), vec![(Column::Paper(paper), value.to_owned())])
}
