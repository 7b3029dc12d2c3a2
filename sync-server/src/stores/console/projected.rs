//! How far each register was projected, with its packed summary. Owns the rows; refuses to fold a log.

use crate::stores::{Rows, StoreError};

/// The years of which something is kept, the newest first.
///
/// # Errors
/// When the store does not answer.
pub fn years(rows: &mut (impl Rows + ?Sized)) -> Result<Vec<u16>, StoreError> {
    let found = rows.ask("SELECT DISTINCT year FROM projected ORDER BY year DESC", &[])?;
    found.iter().map(|row| Ok(u16::try_from(row.int(0)?).unwrap_or(0))).collect()
}
