//! Announcements. Owns the rows.

use sync::UnixMillis;

use crate::stores::{Row, Rows, StoreError};
use crate::values;

/// Words of the council to all centres, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Announcement {
    pub n: i64,
    pub year: u16,
    pub english: String,
    pub swahili: String,
    pub until: UnixMillis,
    pub at: UnixMillis,
    pub by: String,
}

/// Adds one; tells its number.
///
/// # Errors
/// When the store does not answer.
pub fn add(rows: &mut (impl Rows + ?Sized), one: &Announcement) -> Result<i64, StoreError> {
    let sql = "INSERT INTO announcements (n, year, english, swahili, until, at, by)
        VALUES ((SELECT coalesce(max(n), 0) + 1 FROM announcements), $1, $2, $3, $4, $5, $6) RETURNING n";
    let Announcement { year, english, swahili, until, at, by, .. } = one;
    let values = values![i64::from(*year), english.as_str(), swahili.as_str(), until.0, at.0, by.as_str()];
    rows.ask(sql, &values)?.first().map_or(Ok(0), |row| row.int(0))
}

/// All of them, the newest first.
///
/// # Errors
/// When the store does not answer.
pub fn all(rows: &mut (impl Rows + ?Sized)) -> Result<Vec<Announcement>, StoreError> {
    let read = |row: &Row| {
        Ok(Announcement {
            n: row.int(0)?,
            year: u16::try_from(row.int(1)?).unwrap_or(0),
            english: row.text(2)?.to_owned(),
            swahili: row.text(3)?.to_owned(),
            until: UnixMillis(row.int(4)?),
            at: UnixMillis(row.int(5)?),
            by: row.text(6)?.to_owned(),
        })
    };
    let sql = "SELECT n, year, english, swahili, until, at, by FROM announcements ORDER BY n DESC";
    rows.ask(sql, &[])?.iter().map(read).collect()
}
