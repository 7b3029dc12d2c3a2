//! Where the council keeps what it knows: embedded SQLite or PostgreSQL, and pictures in a folder or in S3. Owns the one
//! view of a transaction that both databases give ([`Council`]) and how work reaches it ([`Database`]); refuses every
//! decision (`sync::authority` and `crate::access` decide) and every word of HTTP.

mod access;
mod column;
pub mod console;
mod database;
mod engine;
mod life;
mod open;
mod pictures;
pub mod postgres;
mod queue;
mod rows;
mod run;
pub mod sqlite;

pub use access::{
    Access, AuditLine, Code, Council, Device, Purpose, RegisterEnd, Scope, ShortCode, StoreError, Subject, Token,
    TokenUse, User, enrolled,
};
pub use database::{Database, Job, Lane, Photographs};
pub use open::{Place, S3, Stores, open};
pub use rows::{Row, Rows, Value, places};
