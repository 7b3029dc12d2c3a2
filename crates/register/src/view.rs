//! What readers are handed: candidates, centre, slips, history and outbox as values, put together from the tables' rows.
//! Refuses to judge them (the rules do).

use std::collections::BTreeMap;

use regulations::{CandidateNumber, Draft, Field, Paper, Shillings};
use rusqlite::Connection;
use sync::{About, CandidateId, Hash, Kind, Record, SlipId, UnixMillis};

use crate::column::CentreField;
use crate::error::Result;
use crate::operation::DepositSlip;
use crate::table::{self, candidates, changes, history, issued_numbers, outbox, papers};

/// Whether a candidate will sit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the roll.
    Entered,
    /// Will not sit.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// Another centre's now.
    Moved {
        /// The centre's code.
        to: String,
    },
}

/// A warning that was read and stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The rule's id.
    pub rule: String,
    /// Why it stands.
    pub reason: String,
    /// Who said so.
    pub actor: String,
    /// When.
    pub at: UnixMillis,
}

/// A candidate with everything on record but the picture's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// For ever theirs.
    pub id: CandidateId,
    /// The entry; `candidate_no` is the number.
    pub draft: Draft,
    /// Whether they will sit.
    pub standing: Standing,
    /// The name of the photograph.
    pub photograph: Option<Hash>,
    /// Special needs papers on record.
    pub papers: Vec<Paper>,
    /// Warnings acknowledged.
    pub acknowledged: Vec<Acknowledgement>,
    /// Whether they signed the nominal roll.
    pub signed: bool,
    /// Another candidate to whom this number was issued before (2.3.22); they may be withdrawn.
    pub number_issued_to: Option<CandidateId>,
    /// The code of the centre that they came from, where they were transferred here.
    pub came_from: Option<String>,
}

impl Candidate {
    /// The number, where it is three digits.
    #[must_use]
    pub fn number(&self) -> Option<CandidateNumber> {
        CandidateNumber::parse(self.draft.get(Field::CandidateNo)).ok()
    }

    /// Whether they are on the roll.
    #[must_use]
    pub fn is_entered(&self) -> bool {
        self.standing == Standing::Entered
    }
}

/// Which candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// On the roll, withdrawn, or both.
    pub standing: Which,
    /// Only this entry code, as typed.
    pub entry_code: Option<String>,
    /// Only those without a photograph.
    pub without_photograph: bool,
}

/// Candidates by their standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// On the roll.
    #[default]
    Entered,
    /// Withdrawn.
    Withdrawn,
    /// Another centre's now.
    Moved,
    /// All of them.
    All,
}

impl Which {
    pub(crate) const fn state(self) -> Option<&'static str> {
        match self {
            Which::Entered => Some(candidates::ENTERED),
            Which::Withdrawn => Some(candidates::WITHDRAWN),
            Which::Moved => Some(candidates::MOVED),
            Which::All => None,
        }
    }
}

/// The centre's details, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre(pub(crate) Vec<String>);

impl Centre {
    /// One detail, empty where it is not given.
    #[must_use]
    pub fn get(&self, field: CentreField) -> &str {
        self.0.get(field as usize).map_or("", String::as_str)
    }
}

/// The head's approval of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Who approved.
    pub by: String,
    /// When.
    pub at: UnixMillis,
    /// Whether the roll is still what was approved.
    pub holds: bool,
}

/// A slip on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its id.
    pub id: SlipId,
    /// What it says.
    pub slip: DepositSlip,
    /// Why it does not count, if it does not.
    pub voided: Option<String>,
}

/// One write of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The field's name (see [`crate::Column::name`]).
    pub field: String,
    /// The value before; empty: none.
    pub old: String,
    /// The value written.
    pub new: String,
    /// What was done; writes of one change share it.
    pub kind: Kind,
    /// The change's number in this register.
    pub change: i64,
    /// For an import, the file's name.
    pub note: String,
    /// Who.
    pub actor: String,
    /// When, by the device's clock.
    pub at: UnixMillis,
    /// For a [`Kind::Merge`], what it was where it was done: on another computer, or at the council.
    pub merged: Option<Kind>,
}

/// A change that can be undone or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The change's number in this register.
    pub change: i64,
    /// What it was.
    pub kind: Kind,
    /// For an import, the file's name.
    pub note: String,
    /// Who did it.
    pub actor: String,
    /// When.
    pub at: UnixMillis,
}

/// An operation waiting to travel (or travelled: nothing is removed).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxEntry {
    /// How often the register had been restored.
    pub incarnation: u64,
    /// The operation, decoded.
    pub record: Record,
    /// The bytes that were hashed.
    pub bytes: Vec<u8>,
    /// The chain's hash after it.
    pub h: Hash,
}

/// What hangs on candidates in other tables, of one or of all.
pub(crate) struct Attached {
    papers: BTreeMap<CandidateId, Vec<Paper>>,
    acknowledged: BTreeMap<[u8; 16], Vec<Acknowledgement>>,
    issued: BTreeMap<u16, CandidateId>,
    moved: BTreeMap<[u8; 16], String>,
    came: BTreeMap<[u8; 16], String>,
}

impl Attached {
    pub(crate) fn read(connection: &Connection, of: Option<CandidateId>) -> Result<Attached> {
        let mut papers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, paper) in papers::read(connection, of)? {
            papers.entry(id).or_default().push(paper);
        }
        let mut acknowledged: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in table::acknowledgements::read(connection, of.map(About::Candidate).as_ref())? {
            acknowledged.entry(row.about).or_default().push(Acknowledgement::of(row));
        }
        let issued = issued_numbers::all(connection)?.into_iter().collect();
        let moved = table::other_values::of_field(connection, "moved_to")?.into_iter().collect();
        let came = table::other_values::of_field(connection, "moved_from")?.into_iter().collect();
        Ok(Attached { papers, acknowledged, issued, moved, came })
    }

    pub(crate) fn to_candidate(&self, row: candidates::Row) -> Result<Candidate> {
        let candidates::Row { id, state, withdrawn_because, photograph, signed, draft } = row;
        let standing = match state.as_str() {
            candidates::WITHDRAWN => Standing::Withdrawn { reason: withdrawn_because },
            candidates::MOVED => Standing::Moved { to: self.moved.get(&id.0).cloned().unwrap_or_default() },
            _ => Standing::Entered,
        };
        let mut papers = self.papers.get(&id).cloned().unwrap_or_default();
        papers.sort_unstable();
        let number = CandidateNumber::parse(draft.get(Field::CandidateNo)).ok();
        let holder = number.and_then(|number| self.issued.get(&number.value())).copied();
        Ok(Candidate {
            id,
            standing,
            papers,
            photograph: Hash::parse(&photograph),
            signed: !signed.is_empty(),
            acknowledged: self.acknowledged.get(&id.0).cloned().unwrap_or_default(),
            number_issued_to: holder.filter(|holder| *holder != id),
            came_from: self.came.get(&id.0).cloned(),
            draft,
        })
    }
}

impl Acknowledgement {
    pub(crate) fn of(row: table::acknowledgements::Row) -> Acknowledgement {
        Acknowledgement { rule: row.rule, reason: row.reason, actor: row.actor, at: UnixMillis(row.at) }
    }
}

impl Slip {
    /// From the values in the order of `SlipField::ALL`: bank, number, date, amount, voided.
    pub(crate) fn of(id: SlipId, values: Vec<String>) -> Slip {
        let mut values = values.into_iter();
        let mut next = || values.next().unwrap_or_default();
        let (bank, number, date, amount, voided) = (next(), next(), next(), next(), next());
        let slip = DepositSlip { bank, number, date, amount: Shillings(amount.parse().unwrap_or_default()) };
        Slip { id, slip, voided: Some(voided).filter(|reason| !reason.is_empty()) }
    }
}

impl HistoryEntry {
    pub(crate) fn of(row: history::Row) -> HistoryEntry {
        let history::Row { field, old, new, change, kind, note, actor, at, merged } = row;
        HistoryEntry { field, old, new, kind, change, note, actor, at, merged }
    }
}

impl Step {
    pub(crate) fn of(row: changes::Row) -> Step {
        Step { change: row.id, kind: row.kind, note: row.note, actor: row.actor, at: row.at }
    }
}

impl OutboxEntry {
    pub(crate) fn of(row: outbox::Row) -> Result<OutboxEntry> {
        let record = Record::from_bytes(&row.bytes)?;
        Ok(OutboxEntry { incarnation: row.incarnation, record, bytes: row.bytes, h: row.h })
    }
}
