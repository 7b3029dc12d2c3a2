//! The embedded store: one SQLite database in WAL mode, written by one thread that commits many jobs at once, read by
//! others meanwhile. Owns its schema and its SQL; refuses a second process on the same database.

mod access;
mod database;
mod ledger;
mod people;
mod rows;
mod schema;
mod store;
mod transaction;
mod writer;

pub use database::Sqlite;
pub(super) use store::draw;
pub use store::{Setup, Store};
pub use transaction::Transaction;

use rusqlite::ErrorCode;

use super::access::StoreError;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged(error.to_string()),
            _ => StoreError::Unavailable(error.to_string()),
        }
    }
}
