//! One change under way, inside its transaction: the only place where rows, history, undo entry and outbox are
//! written, and always together. Refuses to decide what is written (the operations do).

use std::borrow::Cow;

use regulations::{CandidateNumber, Draft, Field};
use rusqlite::Connection;
use sync::{
    About, CandidateId, FieldWrite, Head, Kind, Origin, Record, StreamId, Tag, UnixMillis, WriterId, chain_next,
    chain_start,
};

use crate::column::Column;
use crate::error::{Error, Result};
use crate::numbers::{Allocation, Issue};
use crate::operation::{Receipt, Stamp};
use crate::schema::SCHEMA;
use crate::table::history::Written;
use crate::table::{self, candidates, changes, history, incarnations, issued_numbers, outbox};

/// The end of the chain that is being written.
pub(crate) struct Chain {
    writer: WriterId,
    seq: i64,
    head: Head,
}

impl Chain {
    pub(crate) fn load(connection: &Connection) -> Result<Chain> {
        let incarnations::Row { writer, incarnation, .. } = incarnations::last(connection)?;
        let last = outbox::head(connection, incarnation)?;
        let (n, h) = last.unwrap_or_else(|| (0, chain_start(writer, incarnation)));
        Ok(Chain { writer, seq: outbox::last_seq(connection)?, head: Head { incarnation, n, h } })
    }

    pub(crate) const fn head(&self) -> Head {
        self.head
    }

    const fn next_origin(&self, at: UnixMillis) -> Origin {
        let stream = StreamId { writer: self.writer, incarnation: self.head.incarnation };
        Origin { stream, n: self.head.n + 1, at }
    }
}

/// A field about to be written, with what it replaces.
pub(crate) struct Write {
    pub(crate) column: Column,
    pub(crate) old: String,
    pub(crate) new: String,
    pub(crate) base: Option<Tag>,
}

/// See the module.
pub(crate) struct Change<'c> {
    pub(crate) connection: &'c Connection,
    stamp: &'c Stamp,
    id: i64,
    kind: Kind,
    chain: Chain,
    issue: Option<Issue>,
    /// Why entries are amended, where registration has closed: each operation about a candidate says so.
    pub(crate) amendment: Option<String>,
    pub(crate) receipt: Receipt,
}

impl<'c> Change<'c> {
    pub(crate) fn begin(connection: &'c Connection, kind: Kind, note: &str, stamp: &'c Stamp) -> Result<Change<'c>> {
        let standing = match kind {
            Kind::Found | Kind::Undo | Kind::Redo | Kind::Approve | Kind::Resolve | Kind::Countersign | Kind::Admit => {
                changes::Standing::Final
            }
            _ => changes::Standing::Done,
        };
        let chain = Chain::load(connection)?;
        let id = changes::insert(connection, kind, note, stamp, standing)?;
        let receipt = Receipt {
            operations: 0,
            entered: Vec::new(),
            slip: None,
            allocated: Vec::new(),
            unnumbered: Vec::new(),
            beyond_leases: Vec::new(),
            left_alone: 0,
            head: chain.head,
        };
        Ok(Change { connection, stamp, id, kind, chain, issue: None, amendment: None, receipt })
    }

    /// Reads the end of the chain anew, after a merge took places in history.
    pub(crate) fn reload(&mut self) -> Result<()> {
        self.chain = Chain::load(self.connection)?;
        Ok(())
    }

    /// What came of it. Something new empties the stack of redo.
    pub(crate) fn finish(mut self) -> Result<Receipt> {
        self.receipt.head = self.chain.head;
        if self.receipt.operations > 0 && !matches!(self.kind, Kind::Undo | Kind::Redo) {
            changes::drop_undone(self.connection)?;
        }
        Ok(self.receipt)
    }

    /// The origin of the next operation, from which ids are derived.
    const fn next_origin(&self) -> Origin {
        self.chain.next_origin(self.stamp.at)
    }

    /// Who does it, and when.
    pub(crate) const fn stamp(&self) -> &Stamp {
        self.stamp
    }

    /// Writes those values that differ from the present ones, as one operation.
    pub(crate) fn write(&mut self, about: About, values: Vec<(Column, String)>) -> Result<()> {
        let mut writes = Vec::with_capacity(values.len());
        for (column, new) in values {
            let last = history::last(self.connection, &about, &column.name())?;
            let (old, base) = last.unwrap_or_default();
            if old != new {
                writes.push(Write { column, old, new, base });
            }
        }
        self.write_so(about, writes)
    }

    /// Writes as told, as one operation.
    pub(crate) fn write_so(&mut self, about: About, mut writes: Vec<Write>) -> Result<()> {
        self.explain(&about, &mut writes);
        self.record(about, &writes)?;
        writes.iter().try_for_each(|write| self.apply(&about, write))
    }

    /// An amendment says why, with every operation about a candidate.
    fn explain(&self, about: &About, writes: &mut Vec<Write>) {
        if let (Some(reason), About::Candidate(_), false) = (&self.amendment, about, writes.is_empty()) {
            writes.push(Write::remark("amendment_reason", reason, None));
        }
    }

    /// Enters a candidate: one operation with every value given.
    pub(crate) fn enter(&mut self, mut draft: Draft) -> Result<CandidateId> {
        let asked = self.number_for(&mut draft)?;
        let given = Field::ALL.into_iter().filter(|field| !draft.get(*field).is_empty());
        let entry = given.map(|field| (Column::Entry(field), draft.get(field)));
        let mut writes: Vec<_> = std::iter::once((Column::State, candidates::ENTERED))
            .chain(entry)
            .map(|(column, value)| Write { column, old: String::new(), new: value.to_owned(), base: None })
            .collect();
        if let Some(reason) = &self.amendment {
            writes.push(Write::remark("amendment_reason", reason, None));
        }
        let id = self.next_origin().candidate(&sent(&writes));
        self.told(id, asked)?;
        self.record(About::Candidate(id), &writes)?;
        candidates::insert(self.connection, self.chain.seq, id, &draft)?;
        self.issue(id, draft.get(Field::CandidateNo))?;
        self.receipt.entered.push(id);
        Ok(id)
    }

    /// Records a slip: one operation with every value given.
    pub(crate) fn record_slip(&mut self, values: Vec<(Column, String)>) -> Result<()> {
        let writes: Vec<_> = values
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(column, new)| Write { column, old: String::new(), new, base: None })
            .collect();
        let id = self.next_origin().slip(&sent(&writes));
        self.receipt.slip = Some(id);
        self.record(About::Slip(id), &writes)?;
        writes.iter().try_for_each(|write| self.apply(&About::Slip(id), write))
    }

    /// Gives a new entry without a number one, if its code says of which range. It goes into what is entered, from
    /// which the candidate's id comes; so it is given before there is a candidate.
    fn number_for(&mut self, draft: &mut Draft) -> Result<Allocation> {
        if !draft.get(Field::CandidateNo).is_empty() {
            return Ok(Allocation::NoRange);
        }
        let allocation = self.ask(None, draft.get(Field::EntryCode))?;
        if let Allocation::Number(number) = allocation {
            draft.set(Field::CandidateNo, number.to_string());
        }
        Ok(allocation)
    }

    fn ask(&mut self, candidate: Option<CandidateId>, entry_code: &str) -> Result<Allocation> {
        let ranges = self.stamp.numbers;
        Ok(self.issued()?.allocate(candidate, entry_code, ranges))
    }

    fn told(&mut self, id: CandidateId, asked: Allocation) -> Result<()> {
        match asked {
            Allocation::Number(number) => {
                self.issued()?.give(number, id);
                self.receipt.allocated.push((id, number));
                if !self.issued()?.is_leased(number) {
                    self.receipt.beyond_leases.push((id, number));
                }
            }
            Allocation::Exhausted => self.receipt.unnumbered.push(id),
            Allocation::NoRange => {}
        }
        Ok(())
    }

    /// A number for the candidate, where their entry code says of which range; the receipt tells what came of it.
    pub(crate) fn allocate(&mut self, id: CandidateId, entry_code: &str) -> Result<Option<CandidateNumber>> {
        let allocation = self.ask(Some(id), entry_code)?;
        self.told(id, allocation)?;
        Ok(match allocation {
            Allocation::Number(number) => Some(number),
            Allocation::Exhausted | Allocation::NoRange => None,
        })
    }

    /// The numbers issued so far, read once for the whole change.
    pub(crate) fn issued(&mut self) -> Result<&mut Issue> {
        let issue = match self.issue.take() {
            Some(issue) => issue,
            None => Issue::load(self.connection)?,
        };
        Ok(self.issue.insert(issue))
    }

    fn record(&mut self, about: About, writes: &[Write]) -> Result<()> {
        if writes.is_empty() {
            return Ok(());
        }
        let head = &mut self.chain.head;
        let fields = sent(writes);
        let record = Record {
            n: head.n + 1,
            about,
            kind: self.kind,
            fields,
            actor: self.stamp.actor.clone(),
            at: self.stamp.at,
            schema: SCHEMA,
        };
        let bytes = record.to_bytes();
        *head = Head { n: record.n, h: chain_next(head.h, &bytes), ..*head };
        self.chain.seq += 1;
        self.receipt.operations += 1;
        let row = outbox::Row { seq: self.chain.seq, incarnation: head.incarnation, n: head.n, bytes, h: head.h };
        outbox::insert(self.connection, self.id, &row)?;
        let tag = Some(row.h.tag());
        writes.iter().try_for_each(|write| {
            let written = Written { field: &write.column.name(), old: &write.old, new: &write.new, tag };
            history::insert(self.connection, about.key(), row.seq, self.id, &written)
        })
    }

    fn apply(&self, about: &About, write: &Write) -> Result<()> {
        table::set(self.connection, about, &write.column, &write.new)?;
        match (about, &write.column) {
            (About::Candidate(id), Column::Entry(Field::CandidateNo)) => self.issue(*id, &write.new),
            _ => Ok(()),
        }
    }

    fn issue(&self, id: CandidateId, number: &str) -> Result<()> {
        match CandidateNumber::parse(number) {
            Ok(number) => issued_numbers::issue(self.connection, number, id),
            Err(_) => Ok(()),
        }
    }

    /// The candidate's row, where they may be changed.
    pub(crate) fn on_the_roll(&self, id: CandidateId) -> Result<candidates::Row> {
        let row = self.entered_once(id)?;
        if row.state == candidates::WITHDRAWN { Err(Error::CandidateWithdrawn(id)) } else { Ok(row) }
    }

    /// The candidate's row, withdrawn or not; an entry that was undone is no candidate, and one who left for another
    /// centre is theirs.
    pub(crate) fn entered_once(&self, id: CandidateId) -> Result<candidates::Row> {
        let row = candidates::read(self.connection, id)?.filter(|row| !row.state.is_empty());
        match row {
            None => Err(Error::UnknownCandidate(id)),
            Some(row) if row.state == candidates::MOVED => Err(Error::CandidateMoved(id)),
            Some(row) => Ok(row),
        }
    }
}

impl Write {
    /// What an operation says of operations.
    pub(crate) fn remark(name: &str, value: &str, base: Option<Tag>) -> Write {
        Write { column: Column::Remark(name.to_owned()), old: String::new(), new: value.to_owned(), base }
    }
}

fn sent(writes: &[Write]) -> Vec<FieldWrite> {
    let one = |write: &Write| FieldWrite {
        field: Cow::into_owned(write.column.name()),
        value: write.new.clone(),
        base: write.base,
    };
    writes.iter().map(one).collect()
}
