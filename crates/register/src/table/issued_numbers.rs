//! The table `issued_numbers`: none is ever removed. A row changes hands only when the council's
//! log shows that another was first.

use regulations::CandidateNumber;
use rusqlite::Connection;

use crate::error::Result;
use sync::CandidateId;

/// Issues the number to the candidate, unless it was issued before.
pub(crate) fn issue(connection: &Connection, number: CandidateNumber, candidate: CandidateId) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO issued_numbers (number, candidate) VALUES (?1, ?2)";
    connection.prepare_cached(sql)?.execute((number.value(), candidate.0))?;
    Ok(())
}

/// Issues the number as the log has it.
pub(crate) fn settle(connection: &Connection, number: u16, candidate: CandidateId) -> Result<()> {
    let sql = "INSERT INTO issued_numbers (number, candidate) VALUES (?1, ?2)
        ON CONFLICT (number) DO UPDATE SET candidate = ?2 WHERE candidate <> ?2";
    connection.prepare_cached(sql)?.execute((number, candidate.0))?;
    Ok(())
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<(u16, CandidateId)>> {
    let mut statement = connection.prepare_cached("SELECT number, candidate FROM issued_numbers ORDER BY number")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, CandidateId(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
