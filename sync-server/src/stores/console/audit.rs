//! The audit, searched. Owns the question; the chain is `crate::audit`'s.

use sync::{Hash, UnixMillis};

use crate::stores::{AuditLine, Row, Rows, StoreError};
use crate::values;

/// Lines before a number, the newest first: by who, by the beginning of what, by about; an empty text fits all.
///
/// # Errors
/// When the store does not answer.
pub fn search(
    rows: &mut (impl Rows + ?Sized),
    (who, what, about): (&str, &str, &str),
    before: u64,
    limit: usize,
) -> Result<Vec<AuditLine>, StoreError> {
    let sql = "SELECT n, at, who, what, about, hash FROM audit
        WHERE n < $1 AND ($2 = '' OR who = $2) AND ($3 = '' OR (what >= $3 AND what < $4)) AND ($5 = '' OR about = $5)
        ORDER BY n DESC LIMIT $6";
    let (before, limit) = (i64::try_from(before).unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(i64::MAX));
    let read = |row: &Row| {
        Ok(AuditLine {
            n: row.int(0)?.cast_unsigned(),
            at: UnixMillis(row.int(1)?),
            who: row.text(2)?.to_owned(),
            what: row.text(3)?.to_owned(),
            about: row.text(4)?.to_owned(),
            hash: Hash(row.id(5)?),
        })
    };
    let values = values![before, who, what, format!("{what}\u{10ffff}"), about, limit];
    rows.ask(sql, &values)?.iter().map(read).collect()
}
