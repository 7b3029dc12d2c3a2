//! The life of centres (2.1). Owns the rows.

use sync::UnixMillis;

use crate::stores::{Row, Rows, StoreError};
use crate::values;

/// Something that happened to a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Event {
    pub event: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    pub reason: String,
    /// The centre that it joins; 0: none.
    pub other: u32,
    pub at: UnixMillis,
    pub by: String,
}

/// Adds an event to a centre's life.
///
/// # Errors
/// When the store does not answer.
pub fn add(rows: &mut (impl Rows + ?Sized), centre: u32, event: &Event) -> Result<(), StoreError> {
    let sql = "INSERT INTO centre_life (centre, n, event, day, reason, other, at, by) VALUES
        ($1, (SELECT coalesce(max(n), 0) + 1 FROM centre_life WHERE centre = $1), $2, $3, $4, $5, $6, $7)";
    let Event { event, day, reason, other, at, by } = event;
    let values = values![centre, event.as_str(), day.as_str(), reason.as_str(), *other, at.0, by.as_str()];
    rows.ask(sql, &values).map(drop)
}

fn event(row: &Row) -> Result<Event, StoreError> {
    Ok(Event {
        event: row.text(0)?.to_owned(),
        day: row.text(1)?.to_owned(),
        reason: row.text(2)?.to_owned(),
        other: u32::try_from(row.int(3)?).unwrap_or(0),
        at: UnixMillis(row.int(4)?),
        by: row.text(5)?.to_owned(),
    })
}

/// What happened to a centre, in order.
///
/// # Errors
/// When the store does not answer.
pub fn of(rows: &mut (impl Rows + ?Sized), centre: u32) -> Result<Vec<Event>, StoreError> {
    let sql = "SELECT event, day, reason, other, at, by FROM centre_life WHERE centre = $1 ORDER BY n";
    rows.ask(sql, &values![centre])?.iter().map(event).collect()
}

/// The centres whose last event is one of these, with it.
///
/// # Errors
/// When the store does not answer.
pub fn ended(rows: &mut (impl Rows + ?Sized), events: [&str; 2]) -> Result<Vec<(u32, Event)>, StoreError> {
    let sql = "SELECT event, day, reason, other, at, by, centre FROM centre_life WHERE event IN ($1, $2)
        AND n = (SELECT max(n) FROM centre_life AS later WHERE later.centre = centre_life.centre)";
    let found = rows.ask(sql, &values![events[0], events[1]])?;
    found.iter().map(|row| Ok((u32::try_from(row.int(6)?).unwrap_or(0), event(row)?))).collect()
}

/// How many events there are: whether one was added.
///
/// # Errors
/// When the store does not answer.
pub fn count(rows: &mut (impl Rows + ?Sized)) -> Result<i64, StoreError> {
    rows.ask("SELECT count(*) FROM centre_life", &[])?.first().map_or(Ok(0), |row| row.int(0))
}
