//! The one way into a register's contents: what can be asked of it. Refuses to change anything and to judge anything
//! (the rules do). What is answered is in `view`.

use regulations::CandidateNumber;
use rusqlite::Connection;

use crate::column::CentreField;
use crate::error::{Error, Result};
use crate::search::{self, Match};
use crate::table::{self, candidates, changes, history, issued_numbers, outbox, photographs, slips};
use crate::verify::{self, Verified};
use crate::view::{
    Acknowledgement, Approval, Attached, Candidate, Centre, Filter, HistoryEntry, OutboxEntry, Slip, Step,
};
use sync::{About, CandidateId, Hash, Record, WriterId};

/// A look into a register.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'c> {
    pub(crate) connection: &'c Connection,
}

impl<'c> Reading<'c> {
    pub(crate) const fn of(connection: &'c Connection) -> Reading<'c> {
        Reading { connection }
    }

    /// The candidates that the filter lets through, in the order of the roll: by number, then by entry.
    ///
    /// # Errors
    /// When the database cannot be read; so for every method here.
    pub fn candidates(&self, filter: &Filter) -> Result<Vec<Candidate>> {
        let (state, code) = (filter.standing.state(), filter.entry_code.as_deref());
        let rows = candidates::list(self.connection, state, code, filter.without_photograph)?;
        let attached = Attached::read(self.connection, None)?;
        rows.into_iter().map(|row| attached.to_candidate(row)).collect()
    }

    /// One candidate, entered or withdrawn.
    ///
    /// # Errors
    /// [`Error::UnknownCandidate`].
    pub fn candidate(&self, id: CandidateId) -> Result<Candidate> {
        let row = candidates::read(self.connection, id)?.filter(|row| !row.state.is_empty());
        Attached::read(self.connection, Some(id))?.to_candidate(row.ok_or(Error::UnknownCandidate(id))?)
    }

    /// The candidates whom the words may mean, best first, withdrawn ones too: parts of names in any order and near
    /// spelling, or the beginning of a number (see [`Match`]).
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Match>> {
        search::search(self.connection, words, limit)
    }

    /// The picture of this name, `None` while it has not arrived.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the bytes are not those of the name.
    pub fn photograph(&self, hash: Hash) -> Result<Option<Vec<u8>>> {
        photographs::read(self.connection, hash)
    }

    /// The names of the pictures kept.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn photographs(&self) -> Result<Vec<Hash>> {
        photographs::names(self.connection)
    }

    /// The centre's details.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn centre(&self) -> Result<Centre> {
        table::centre::read(self.connection).map(Centre)
    }

    /// The approval of the roll, if it was given.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn approval(&self) -> Result<Option<Approval>> {
        let centre = self.centre()?;
        let by = centre.get(CentreField::ApprovedBy).to_owned();
        let writes = history::of(self.connection, &About::Centre)?;
        let given = writes.into_iter().find(|write| write.field == CentreField::ApprovedRoll.name());
        let Some(given) = given.filter(|_| !by.is_empty()) else { return Ok(None) };
        let holds = verify::roll_digest(self.connection)?.to_string() == centre.get(CentreField::ApprovedRoll);
        Ok(Some(Approval { by, at: given.at, holds }))
    }

    /// Warnings about the centre that stand.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn centre_acknowledged(&self) -> Result<Vec<Acknowledgement>> {
        let rows = table::acknowledgements::read(self.connection, Some(&About::Centre))?;
        Ok(rows.into_iter().map(Acknowledgement::of).collect())
    }

    /// The deposit slips by date and number, voided ones too.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn slips(&self) -> Result<Vec<Slip>> {
        let rows = slips::all(self.connection)?.into_iter();
        // A slip of which nothing is left is one whose recording was undone.
        let left = rows.filter(|(_, values)| values.iter().any(|value| !value.is_empty()));
        Ok(left.map(|(id, values)| Slip::of(id, values)).collect())
    }

    /// Everything that was written about a candidate, a slip or the centre, latest first.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn history(&self, about: About) -> Result<Vec<HistoryEntry>> {
        Ok(history::of(self.connection, &about)?.into_iter().map(HistoryEntry::of).collect())
    }

    /// The numbers issued so far and to whom.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn issued_numbers(&self) -> Result<Vec<(CandidateNumber, CandidateId)>> {
        let all = issued_numbers::all(self.connection)?;
        Ok(all.into_iter().filter_map(|(number, id)| Some((CandidateNumber::new(number)?, id))).collect())
    }

    /// What an undo would take back now.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn next_undo(&self) -> Result<Option<Step>> {
        Ok(changes::next_undo(self.connection)?.map(Step::of))
    }

    /// What a redo would do again now.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn next_redo(&self) -> Result<Option<Step>> {
        Ok(changes::next_redo(self.connection)?.map(Step::of))
    }

    /// What a change of this register wrote, operation by operation, in order.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn records_of(&self, change: i64) -> Result<Vec<Record>> {
        let rows = outbox::of_change(self.connection, change)?;
        rows.into_iter().map(|row| OutboxEntry::of(row).map(|entry| entry.record)).collect()
    }

    /// The operations of an incarnation from `n` on, at most `limit`.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn outbox(&self, incarnation: u64, n: u64, limit: u32) -> Result<Vec<OutboxEntry>> {
        outbox::from(self.connection, incarnation, n, limit)?.into_iter().map(OutboxEntry::of).collect()
    }

    /// The writer here now, and its incarnation.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn writer(&self) -> Result<(WriterId, u64)> {
        table::incarnations::last(self.connection).map(|row| (row.writer, row.incarnation))
    }

    /// A digest of every value: equal exactly where two registers hold the same.
    ///
    /// # Errors
    /// As [`Reading::candidates`].
    pub fn digest(&self) -> Result<Hash> {
        verify::digest(self.connection)
    }

    /// Looks the whole register through: pages, chain, tables against history. Seconds on a large one.
    ///
    /// # Errors
    /// [`Error::Corrupt`] with what contradicts what.
    pub fn verify(&self) -> Result<Verified> {
        verify::verify(self.connection)
    }
}
