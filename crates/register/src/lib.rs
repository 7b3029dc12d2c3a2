//! One centre's register: an encrypted SQLite file. Every change is one named [`Operation`], carried out in one
//! transaction that writes rows, field-level history, an undo entry and the outbox together. Takes time, writer and
//! random bytes as parameters; refuses to judge entries (the rules do), to fetch keys, and to know the network.
//!
//! # A tour
//!
//! ```no_run
//! use register::*;
//! use regulations::{Draft, Field};
//! # fn main() -> Result<()> {
//! # let path = std::path::Path::new("24505105-2026.daftari");
//! let key = Key::raw([0; 32]); // from the keyring; or Key::passphrase("…"), stretched by argon2id
//! let ranges = NumberRanges { whole: (1, 499), partial: (801, 899) }; // from the rule pack
//! let stamp = Stamp { actor: "clerk".into(), at: UnixMillis(0), numbers: ranges };
//!
//! // Making one; `writer` and `salt` come from outside.
//! let centre = vec![(CentreField::Code, "24505105".to_owned()), (CentreField::Year, "2026".to_owned())];
//! let founding = Founding { writer: WriterId([1; 16]), salt: [2; 16], centre };
//! let mut register = Register::create(path, &key, &founding, &stamp)?; // later: Register::open(path, &key)?
//!
//! // Writing: one operation, one transaction; on return it is on the disk.
//! let draft = Draft::with([(Field::Name, "AKINYI JANE"), (Field::EntryCode, "1")]);
//! let receipt = register.transact(Operation::EnterCandidate(draft), &stamp)?;
//! let id = receipt.entered[0]; // and receipt.allocated[0] is (id, 001)
//! let fields = vec![(Field::Gender, "F".to_owned())];
//! register.transact(Operation::ChangeFields { candidate: id, fields }, &stamp)?;
//! register.undo(&stamp)?; // Some(receipt), or None when nothing is left; register.redo likewise
//!
//! // Reading: `register.read()`, or `register.reader()?.read()` on another thread.
//! let roll: Vec<Candidate> = register.read().candidates(&Filter::default())?;
//! let photograph = roll[0].photograph.map(|hash| register.read().photograph(hash)).transpose()?;
//! let found: Vec<Match> = register.read().search("jane akiniy", 20)?;
//! let lived: Vec<HistoryEntry> = register.read().history(About::Candidate(id))?;
//! let waiting: Vec<OutboxEntry> = register.read().outbox(1, 1, 200)?;
//! # Ok(()) }
//! ```
//!
//! - [`Shelf`] lists the registers of a folder and finds one by name or centre, without any key.
//! - [`Register::backup`] writes a checked copy, under a passphrase if wished ([`Seal`]); [`restore`] puts one in a
//!   register's place and keeps the replaced one aside; [`Register::daily_copy`] keeps one a day.
//! - [`Reading::verify`] looks a register through; [`Reading::digest`] tells whether two hold the same.
//! - [`Error::code`] is stable; [`Error`]'s text says what, where and what to do, and nothing of a candidate.
//!
//! # What a draft and a number are here
//!
//! Values are text, whatever it is: nothing is refused for being wrong. `candidate_no` is the number. An empty one is
//! filled when the entry code says of which range (2.3.22-2.3.24): with the number issued to this candidate before,
//! else the lowest never issued to anybody; when none is left it stays empty and [`Receipt::unnumbered`] tells. A number that
//! was typed is kept as typed, and issued if it is three digits and free; [`Candidate::number_issued_to`] tells of a clash with a
//! number issued to another, even a withdrawn one. The register never renumbers: who wants another number for a
//! candidate types it, or empties the field.

mod change;
mod column;
mod connect;
mod copies;
mod copy;
mod error;
mod foresight;
mod key;
mod lock;
mod numbers;
mod operation;
mod read;
mod register;
mod restore;
mod schema;
mod search;
mod shelf;
mod table;
mod undo;
mod verify;
mod view;

pub use column::{CentreField, Column, SlipField, TransferField, answer_name};
pub use connect::salt_of;
pub use copies::{Seal, daily_copies};
pub use copy::{Notice, Said, SyncState};
pub use error::{Error, Result};
pub use key::{Key, Salt};
pub use numbers::NumberRanges;
pub use operation::{DepositSlip, ImportedRow, Operation, Receipt, Stamp};
pub use read::Reading;
pub use register::{Founding, Reader, Register};
pub use regulations::Paper;
pub use restore::{Restoring, centre_in, restore};
pub use schema::SCHEMA;
pub use search::Match;
pub use shelf::{EXTENSION, Shelf, Volume};
pub use sync::fold::{Branch, Conflict, ConflictBecause, Held, HeldBecause, Writing};
pub use sync::{
    About, CandidateId, DeviceId, Epoch, FieldWrite, Hash, Head, Kind, PublicKey, Record, RegisterId, SlipId, StreamId,
    Tag, UnixMillis, WriterId,
};
pub use verify::Verified;
pub use view::{
    Acknowledgement, Approval, Candidate, Centre, Filter, HistoryEntry, OutboxEntry, Slip, Standing, Step, Which,
};
