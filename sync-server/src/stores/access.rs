//! What the council keeps of people, devices, codes and sessions: rows, and the questions of one transaction. Owns their
//! shape; each database has SQL of its own for them. No secret is kept that opens anything by itself: passwords are
//! argon2id strings, tokens are hashes, an enrolment code's key serves once.

use sync::authority::{Enrolled, Ledger, Quarantined};
use sync::circular::SignedCircular;
use sync::{DeviceId, Epoch, Hash, LogEnd, PublicKey, Receipt, RegisterId, Role, UnixMillis};

use super::rows::Rows;

/// What goes wrong when a store does not answer. Nothing of the transaction is kept then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It could not be reached, or gave up: coming again may help.
    #[error("the store did not answer: {0}")]
    Unavailable(String),
    /// The database is of a newer version of this program: bring the program up to date.
    #[error("the database was written by a newer version of this program (its schema is {found}, known is {known})")]
    Newer {
        /// The schema found.
        found: u32,
        /// The newest that this version knows.
        known: u32,
    },
    /// What was read back cannot be: the disk or somebody altered it.
    #[error("the store holds what it never wrote: {0}")]
    Damaged(String),
}

/// Which centres somebody's rights reach.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Every centre.
    All,
    /// The centres of a sub-county: the first five digits of their codes, unless the council listed a centre elsewhere.
    SubCounty(u32),
    /// These centres, by their codes.
    Centres(Vec<u32>),
}

/// A device as enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its public key; the id is derived from it.
    pub key: PublicKey,
    /// What its owner calls it.
    pub name: String,
    /// The age recipient to which answers on a stick are encrypted.
    pub recipient: String,
    /// What it may do.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// When it was enrolled.
    pub at: UnixMillis,
    /// Who made its code: a user's name, or `server`.
    pub by: String,
    /// When it was revoked.
    pub revoked: Option<UnixMillis>,
}

/// A person who signs in with a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The name to sign in with.
    pub name: String,
    /// The argon2id string of the password; empty: none set yet, nobody signs in.
    pub password: String,
    /// What they may do.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// Whether they may no longer sign in.
    pub disabled: bool,
    /// Passwords tried in vain since the last that was right.
    pub failures: u32,
    /// Until when no password is looked at.
    pub locked_until: UnixMillis,
}

/// What a code of 20 letters is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To enrol a device.
    Enrol {
        /// What it will do.
        role: Role,
        /// Where.
        scope: Scope,
    },
    /// To set a new password for a user, by name.
    Reset(String),
}

/// A one-time code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The five letters by which it is found.
    pub id: String,
    /// The key derived from its secret letters.
    pub key: [u8; 32],
    /// What it is for.
    pub purpose: Purpose,
    /// When it ceases to serve.
    pub expires: UnixMillis,
    /// Wrong proofs that it still bears.
    pub attempts: u32,
    /// Who made it: a user's name, or `server`.
    pub by: String,
    /// What it served: a device's id or a user's name.
    pub used: Option<String>,
}

/// Who a session is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A device, by its key.
    Device(DeviceId),
    /// A user, by name.
    User(String),
}

/// What a token serves for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenUse {
    /// To ask.
    Access,
    /// To get new tokens, once.
    Refresh,
}

/// A session's token as kept: its hash, never itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// BLAKE3 of the token.
    pub hash: Hash,
    /// The session: what one sign-in and its refreshes have in common.
    pub family: [u8; 16],
    /// Whose.
    pub subject: Subject,
    /// What for.
    pub serves: TokenUse,
    /// Until when.
    pub expires: UnixMillis,
    /// A refresh token that was used; seen again, the whole family ends.
    pub spent: bool,
}

/// A line of the audit: who did what about which thing, when. Never a person's data but the name they sign in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// Counted from 1 without a gap.
    pub n: u64,
    /// When.
    pub at: UnixMillis,
    /// A user's name, a device's id, or `server`.
    pub who: String,
    /// A stable code: `device.revoke`, `refused.batch.signature`.
    pub what: String,
    /// The id concerned.
    pub about: String,
    /// BLAKE3 over the line before and this one: `crate::audit` makes it.
    pub hash: Hash,
}

/// A short code that came by SMS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortCode {
    /// The register.
    pub register: RegisterId,
    /// Its 22 letters, as `sync::read_short_code` gives them.
    pub code: String,
    /// When it came.
    pub at: UnixMillis,
    /// Who typed it in.
    pub by: String,
}

/// A register and where its log ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterEnd {
    /// The register.
    pub register: RegisterId,
    /// Its log's end.
    pub log: LogEnd,
}

/// One transaction on what the council keeps beside the logs. Every method errs when the store does not answer.
///
/// `Ledger::enrolled` reads the device and says `in_scope` by [`Scope`]: `All`; or the centre is listed; or
/// [`Access::sub_county`] of the centre is the scope's. The council's own key is enrolled in every register
/// (role `Council`, in scope), whether or not there is a row. `Ledger::refused` writes a line through
/// `crate::audit::note` (`who` the device or `-`, `what` = `refused.` and the code, `about` empty).
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Access {
    /// The life of the database, read within the transaction: another server may have begun the next.
    fn epoch(&mut self) -> Result<Epoch, StoreError>;

    /// A device; `None`: not enrolled.
    fn device(&mut self, id: DeviceId) -> Result<Option<Device>, StoreError>;
    /// Writes a device, in place of what was there of its key.
    fn put_device(&mut self, device: &Device) -> Result<(), StoreError>;
    /// All devices, by id.
    fn devices(&mut self) -> Result<Vec<Device>, StoreError>;

    /// A user; `None`: no such name. Held until the transaction ends, so that failures are counted one by one.
    fn user(&mut self, name: &str) -> Result<Option<User>, StoreError>;
    /// Writes a user, in place of what was there of the name.
    fn put_user(&mut self, user: &User) -> Result<(), StoreError>;
    /// All users, by name.
    fn users(&mut self) -> Result<Vec<User>, StoreError>;

    /// A code by its five letters, held until the transaction ends: it serves once, and its attempts are counted.
    fn code(&mut self, id: &str) -> Result<Option<Code>, StoreError>;
    /// Writes a code, in place of what was there of its letters.
    fn put_code(&mut self, code: &Code) -> Result<(), StoreError>;

    /// A token by its hash, held until the transaction ends: a refresh token serves once.
    fn token(&mut self, hash: Hash) -> Result<Option<Token>, StoreError>;
    /// Writes a token, in place of what was there of its hash.
    fn put_token(&mut self, token: &Token) -> Result<(), StoreError>;
    /// Forgets every token of a session.
    fn end_family(&mut self, family: [u8; 16]) -> Result<(), StoreError>;
    /// Forgets every token of somebody.
    fn end_sessions(&mut self, subject: &Subject) -> Result<(), StoreError>;
    /// Notes that a challenge was answered; `false`: it was before. Forgotten after it expires.
    fn spend(&mut self, challenge: Hash, expires: UnixMillis) -> Result<bool, StoreError>;
    /// Forgets tokens and challenges that expired before.
    fn forget_expired(&mut self, before: UnixMillis) -> Result<(), StoreError>;

    /// The sub-county of a centre: what was set, else the first five of its eight digits.
    fn sub_county(&mut self, centre: u32) -> Result<u32, StoreError>;
    /// Lists a centre in a sub-county.
    fn set_sub_county(&mut self, centre: u32, sub_county: u32) -> Result<(), StoreError>;

    /// Sets when registration of a year closes; `None`: not known.
    fn set_closes(&mut self, year: u16, at: Option<UnixMillis>) -> Result<(), StoreError>;
    /// Keeps a circular; its number follows the newest.
    fn issue(&mut self, circular: &SignedCircular) -> Result<(), StoreError>;
    /// Keeps a short code; of the same the first moment counts.
    fn keep_short_code(&mut self, code: &ShortCode) -> Result<(), StoreError>;

    /// Registers of which something is kept, by id, after one, at most `limit`.
    fn registers(&mut self, after: Option<RegisterId>, limit: usize) -> Result<Vec<RegisterEnd>, StoreError>;
    /// The receipts that stand for the streams of a register.
    fn receipts(&mut self, register: RegisterId) -> Result<Vec<Receipt>, StoreError>;
    /// Batches kept aside, oldest first, after a number, at most `limit`; with their numbers.
    fn quarantined(&mut self, after: u64, limit: usize) -> Result<Vec<(u64, Quarantined)>, StoreError>;

    /// The audit's last line, held until the transaction ends: the next follows it.
    fn audit_end(&mut self) -> Result<Option<AuditLine>, StoreError>;
    /// Appends a line.
    fn audit_append(&mut self, line: &AuditLine) -> Result<(), StoreError>;
    /// Lines after a number, in order, at most `limit`.
    fn audit_after(&mut self, n: u64, limit: usize) -> Result<Vec<AuditLine>, StoreError>;
}

/// One transaction on everything that the council keeps.
pub trait Council: Ledger<Error = StoreError> + Access + Rows {}

impl<C: Ledger<Error = StoreError> + Access + Rows> Council for C {}

/// What `Ledger::enrolled` says of a device's row and the sub-county of the register's centre.
#[must_use]
pub fn enrolled(device: &Device, centre: u32, sub_county: u32) -> Enrolled {
    let in_scope = match &device.scope {
        Scope::All => true,
        Scope::SubCounty(own) => *own == sub_county,
        Scope::Centres(own) => own.contains(&centre),
    };
    Enrolled { key: device.key, role: device.role, revoked: device.revoked.is_some(), in_scope }
}
