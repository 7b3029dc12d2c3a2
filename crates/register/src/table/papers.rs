//! The table `papers`: a row for each paper on record.

use regulations::Paper;
use rusqlite::Connection;

use super::{Placed, YES};
use crate::column::{Column, paper_name, paper_named};
use crate::error::Result;
use sync::CandidateId;

pub(crate) fn set(connection: &Connection, candidate: CandidateId, paper: Paper, value: &str) -> Result<()> {
    let sql = match value {
        "" => "DELETE FROM papers WHERE candidate = ?1 AND paper = ?2",
        _ => "INSERT OR REPLACE INTO papers (candidate, paper) VALUES (?1, ?2)",
    };
    connection.prepare_cached(sql)?.execute((candidate.0, paper_name(paper)))?;
    Ok(())
}

/// The papers of one candidate, or of all.
pub(crate) fn read(connection: &Connection, of: Option<CandidateId>) -> Result<Vec<(CandidateId, Paper)>> {
    let sql = "SELECT candidate, paper FROM papers WHERE ?1 IS NULL OR candidate = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([of.map(|id| id.0)], |row| Ok((CandidateId(row.get(0)?), row.get(1)?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<(_, String)>>>()?;
    Ok(rows.into_iter().filter_map(|(id, name)| Some((id, paper_named(&name)?))).collect())
}

pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let place = |(id, paper): (CandidateId, Paper)| (id.0, Column::Paper(paper).name().into(), YES.to_owned());
    Ok(read(connection, None)?.into_iter().map(place).collect())
}
