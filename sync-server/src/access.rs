//! Who may do what, and how the council knows them: enrolment, sessions, passwords, rights, revocation. Owns these
//! decisions, each within one transaction; refuses HTTP, and to believe anything that a client says of itself.

pub mod browser;
pub mod caller;
pub mod codes;
pub mod enrolment;
pub mod passkeys;
pub mod passwords;
pub mod people;
pub mod revocation;
pub mod rights;
pub mod scope;
pub mod seal;
pub mod sessions;
pub mod sign_in;
pub mod totp;

pub use caller::Caller;
pub use rights::Right;

/// What a transaction comes to: the store's failure outside, and within what those who ask are told. A problem is
/// committed as a result is: attempts are counted and lines written though the answer is no.
pub type Decided<T> = Result<Result<T, crate::problem::Problem>, crate::stores::StoreError>;
