//! The named operations: everything that can be done to a register. Owns their list, who did one and what it came
//! to; each is carried out in the file of its family below this one. Adding one: `docs/how-to-add-an-operation.md`.

pub(crate) mod centre;
pub(crate) mod decision;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod perform;
pub(crate) mod roll;
pub(crate) mod saying;
pub(crate) mod slips;
pub(crate) mod standing;

use regulations::{CandidateNumber, Draft, Field, Paper, Shillings};
use sync::{About, CandidateId, Head, Kind, SlipId, Tag, UnixMillis};

use crate::column::{CentreField, TransferField};
use crate::numbers::NumberRanges;

/// One thing that a person does, whatever it touches. Carried out by [`crate::Register::transact`].
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one lives at a time; a box would be in every caller's way")]
pub enum Operation {
    /// A new candidate, with whatever is known so far. A draft is never refused.
    EnterCandidate(Draft),
    /// Fields of one entry. Emptying `candidate_no` asks for a number to be allocated.
    ChangeFields {
        /// Whose.
        candidate: CandidateId,
        /// The new values.
        fields: Vec<(Field, String)>,
    },
    /// Fields of many entries, undone as one.
    BulkChange(Vec<(CandidateId, Vec<(Field, String)>)>),
    /// Rows of a spreadsheet, undone as one.
    ImportDrafts {
        /// What history calls the import: the file's name.
        source: String,
        /// The rows, in the file's order; numbers are allocated in that order.
        rows: Vec<ImportedRow>,
    },
    /// The candidate will not sit; number and fee are kept.
    Withdraw {
        /// Whom.
        candidate: CandidateId,
        /// Why; never blank.
        reason: String,
    },
    /// A withdrawn candidate will sit after all.
    Reinstate(CandidateId),
    /// A photograph as `intake` made it; it replaces the one before, which is kept.
    AttachPhotograph {
        /// Whose.
        candidate: CandidateId,
        /// The picture's bytes, kept under their BLAKE3 hash.
        jpeg: Vec<u8>,
    },
    /// Photographs of many candidates, undone as one.
    AttachPhotographs(Vec<(CandidateId, Vec<u8>)>),
    /// The photograph is of somebody else.
    RemovePhotograph(CandidateId),
    /// A special needs paper has come in (2.8.5(ii)).
    RecordPaper {
        /// Whose.
        candidate: CandidateId,
        /// Which.
        paper: Paper,
    },
    /// A paper was put on record by mistake.
    RemovePaper {
        /// Whose.
        candidate: CandidateId,
        /// Which.
        paper: Paper,
    },
    /// A payment (2.15).
    RecordDepositSlip(DepositSlip),
    /// A slip was typed wrongly.
    ChangeDepositSlip {
        /// Which.
        id: SlipId,
        /// As it should read.
        slip: DepositSlip,
    },
    /// A slip no longer counts.
    VoidDepositSlip {
        /// Which.
        id: SlipId,
        /// Why; never blank.
        reason: String,
    },
    /// Details of the centre; history keeps a code that was changed. The approval is no detail: it is left as it is.
    ChangeCentre(Vec<(CentreField, String)>),
    /// A warning was read and stands, for a reason.
    AcknowledgeWarning {
        /// The candidate it is about; `None`: the centre.
        candidate: Option<CandidateId>,
        /// The rule's id.
        rule: String,
        /// Why it stands; never blank.
        reason: String,
    },
    /// The warning is to be shown again.
    RetractAcknowledgement {
        /// The candidate it is about; `None`: the centre.
        candidate: Option<CandidateId>,
        /// The rule's id.
        rule: String,
    },
    /// Candidates signed the nominal roll (2.3.12(iv)), or it was noted by mistake that they did.
    SignRoll {
        /// Who.
        candidates: Vec<CandidateId>,
        /// Whether they signed.
        signed: bool,
    },
    /// The head of the centre, who is the stamp's actor, approves the roll as it is now. Not undone, but withdrawn.
    ApproveRoll,
    /// The approval no longer stands.
    WithdrawApproval,
    /// Any operation on entries after registration has closed: it takes effect with a reason only, and where it changes
    /// who a candidate is, with a second person too.
    Amend {
        /// What is done.
        what: Box<Operation>,
        /// Why; never blank.
        reason: String,
    },
    /// The council asked something of a candidate (or of the centre), and is answered; where its values are right, with
    /// these.
    AnswerNotice {
        /// Of whom; `None`: of the centre.
        candidate: Option<CandidateId>,
        /// The council's case.
        case: String,
        /// The answer, as JSON.
        answer: String,
        /// Values of the entry that change with it.
        fields: Vec<(Field, String)>,
    },
    /// What this centre says of a transfer (2.11): asked for, consented to, taken back.
    SayOfTransfer {
        /// Of its candidate; `None`: of one who is to come to it.
        candidate: Option<CandidateId>,
        /// What; an empty value takes back.
        values: Vec<(TransferField, String)>,
    },
    /// Two people wrote a field apart: a third value, or one of theirs, is right. Closes every branch that the register
    /// knows of.
    Resolve {
        /// The thing.
        about: About,
        /// The field, by its name.
        field: String,
        /// The value that is right.
        value: String,
        /// Why; never blank.
        reason: String,
    },
    /// A second person stands for an amendment that is held.
    Countersign(Tag),
    /// The council lets an operation that is held as late take effect.
    Admit(Tag),
}

/// One row of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedRow {
    /// The candidate whom the row is about, where they are in the register already: the values given replace theirs.
    /// `None`: a new candidate.
    pub candidate: Option<CandidateId>,
    /// The row's values.
    pub draft: Draft,
}

/// A payment into one of the council's accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DepositSlip {
    /// The bank's name.
    pub bank: String,
    /// The slip's serial number.
    pub number: String,
    /// The date, as typed.
    pub date: String,
    /// How much.
    pub amount: Shillings,
}

/// Who did it and when, and the numbers that may be given out; all of it comes in from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The person's name or role on this computer.
    pub actor: String,
    /// The device's clock.
    pub at: UnixMillis,
    /// The rule pack's ranges of candidate numbers.
    pub numbers: NumberRanges,
}

/// What an operation came to. When it is returned, it is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// How many records went to the outbox; 0: nothing was different from before, and nothing was written.
    pub operations: u32,
    /// The candidates entered, in the order given.
    pub entered: Vec<CandidateId>,
    /// The slip recorded.
    pub slip: Option<SlipId>,
    /// The numbers given out.
    pub allocated: Vec<(CandidateId, CandidateNumber)>,
    /// Candidates for whom no number was left (`index.exhausted`).
    pub unnumbered: Vec<CandidateId>,
    /// Of these, the numbers that lie outside the blocks leased to this device, for none was left in them: another
    /// device may give out the same, which will be a conflict.
    pub beyond_leases: Vec<(CandidateId, CandidateNumber)>,
    /// Fields that an undo or redo left alone, for something else had changed them since.
    pub left_alone: u32,
    /// The end of the chain now.
    pub head: Head,
}

impl Operation {
    /// The kind under which it is recorded.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Operation::EnterCandidate(_) => Kind::Enter,
            Operation::ChangeFields { .. } => Kind::Change,
            Operation::BulkChange(_) => Kind::Bulk,
            Operation::ImportDrafts { .. } => Kind::Import,
            Operation::Withdraw { .. } => Kind::Withdraw,
            Operation::Reinstate(_) => Kind::Reinstate,
            Operation::AttachPhotograph { .. } | Operation::AttachPhotographs(_) | Operation::RemovePhotograph(_) => {
                Kind::Photograph
            }
            Operation::RecordPaper { .. } | Operation::RemovePaper { .. } => Kind::Paper,
            Operation::RecordDepositSlip(_)
            | Operation::ChangeDepositSlip { .. }
            | Operation::VoidDepositSlip { .. } => Kind::Slip,
            Operation::ChangeCentre(_) => Kind::Centre,
            Operation::AcknowledgeWarning { .. } | Operation::RetractAcknowledgement { .. } => Kind::Acknowledge,
            Operation::SignRoll { .. } => Kind::Sign,
            Operation::ApproveRoll | Operation::WithdrawApproval => Kind::Approve,
            Operation::AnswerNotice { candidate, .. } | Operation::SayOfTransfer { candidate, .. } => match candidate {
                Some(_) => Kind::Change,
                None => Kind::Centre,
            },
            Operation::Amend { what, .. } => what.kind(),
            Operation::Resolve { .. } => Kind::Resolve,
            Operation::Countersign(_) => Kind::Countersign,
            Operation::Admit(_) => Kind::Admit,
        }
    }
}
