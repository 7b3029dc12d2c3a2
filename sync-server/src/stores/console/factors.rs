//! Second factors of users. Owns the rows; what `secret` holds is sealed by who writes it.

use sync::UnixMillis;

use crate::stores::{Row, Rows, StoreError};
use crate::values;

/// A second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Its name: of a passkey the credential's id.
    pub id: Vec<u8>,
    /// Whose.
    pub name: String,
    /// `totp` or `passkey`.
    pub kind: String,
    /// The sealed secret, or a passkey's public key.
    pub secret: Vec<u8>,
    /// What its owner calls it.
    pub label: String,
    /// Whether it was proved once: before, it counts for nothing.
    pub confirmed: bool,
    /// The last step or count that was used: none serves twice.
    pub counter: i64,
    /// When it was set up.
    pub at: UnixMillis,
}

fn factor(row: &Row) -> Result<Factor, StoreError> {
    Ok(Factor {
        id: row.bytes(0)?.to_owned(),
        name: row.text(1)?.to_owned(),
        kind: row.text(2)?.to_owned(),
        secret: row.bytes(3)?.to_owned(),
        label: row.text(4)?.to_owned(),
        confirmed: row.int(5)? != 0,
        counter: row.int(6)?,
        at: UnixMillis(row.int(7)?),
    })
}

/// Somebody's factors, the oldest first.
///
/// # Errors
/// When the store does not answer.
pub fn of(rows: &mut (impl Rows + ?Sized), name: &str) -> Result<Vec<Factor>, StoreError> {
    let sql = "SELECT id, name, kind, secret, label, confirmed, counter, at FROM factors
        WHERE name = $1 ORDER BY at, id";
    rows.ask(sql, &values![name])?.iter().map(factor).collect()
}

/// Somebody's factors that were proved: the others count for nothing.
///
/// # Errors
/// When the store does not answer.
pub fn confirmed(rows: &mut (impl Rows + ?Sized), name: &str) -> Result<Vec<Factor>, StoreError> {
    Ok(of(rows, name)?.into_iter().filter(|factor| factor.confirmed).collect())
}

/// A factor by its id, whosever it is.
///
/// # Errors
/// When the store does not answer.
pub fn by_id(rows: &mut (impl Rows + ?Sized), id: &[u8]) -> Result<Option<Factor>, StoreError> {
    let sql = "SELECT id, name, kind, secret, label, confirmed, counter, at FROM factors WHERE id = $1";
    rows.ask(sql, &values![id])?.first().map(factor).transpose()
}

/// Forgets one of somebody's factors.
///
/// # Errors
/// When the store does not answer.
pub fn remove(rows: &mut (impl Rows + ?Sized), name: &str, id: &[u8]) -> Result<(), StoreError> {
    rows.ask("DELETE FROM factors WHERE name = $1 AND id = $2", &values![name, id]).map(drop)
}

/// Writes a factor, in place of what was there of its id.
///
/// # Errors
/// When the store does not answer.
pub fn put(rows: &mut (impl Rows + ?Sized), factor: &Factor) -> Result<(), StoreError> {
    let sql = "INSERT INTO factors (id, name, kind, secret, label, confirmed, counter, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET
        secret = excluded.secret, confirmed = excluded.confirmed, counter = excluded.counter, label = excluded.label";
    let Factor { id, name, kind, secret, label, confirmed, counter, at } = factor;
    let values = values![
        id.as_slice(),
        name.as_str(),
        kind.as_str(),
        secret.as_slice(),
        label.as_str(),
        i64::from(*confirmed),
        *counter,
        at.0
    ];
    rows.ask(sql, &values).map(drop)
}

/// Forgets somebody's factors of a kind; `unproved` only: those that were never confirmed.
///
/// # Errors
/// When the store does not answer.
pub fn forget(rows: &mut (impl Rows + ?Sized), name: &str, kind: &str, unproved: bool) -> Result<(), StoreError> {
    let most = i64::from(!unproved);
    let sql = "DELETE FROM factors WHERE name = $1 AND kind = $2 AND confirmed <= $3";
    rows.ask(sql, &values![name, kind, most]).map(drop)
}

/// Forgets all of somebody's factors.
///
/// # Errors
/// When the store does not answer.
pub fn forget_all(rows: &mut (impl Rows + ?Sized), name: &str) -> Result<(), StoreError> {
    rows.ask("DELETE FROM factors WHERE name = $1", &values![name]).map(drop)
}
