//! The table `changes`: one row for each named operation, and with it the stack of undo and redo.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::operation::Stamp;
use sync::{Kind, UnixMillis};

/// Where a change stands on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Done,
    Undone,
    Dropped,
    Final,
}

impl Standing {
    const fn word(self) -> &'static str {
        match self {
            Standing::Done => "done",
            Standing::Undone => "undone",
            Standing::Dropped => "dropped",
            Standing::Final => "final",
        }
    }
}

pub(crate) struct Row {
    pub(crate) id: i64,
    pub(crate) kind: Kind,
    pub(crate) note: String,
    pub(crate) actor: String,
    pub(crate) at: UnixMillis,
}

pub(crate) fn insert(
    connection: &Connection,
    kind: Kind,
    note: &str,
    stamp: &Stamp,
    standing: Standing,
) -> Result<i64> {
    let sql = "INSERT INTO changes (kind, note, actor, at, standing) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.insert((kind.code(), note, &stamp.actor, stamp.at.0, standing.word()))?)
}

/// A change taken in from the log: never undone here.
pub(crate) fn insert_merged(connection: &Connection, was: Kind, actor: &str, at: UnixMillis) -> Result<i64> {
    let sql = "INSERT INTO changes (kind, note, actor, at, standing, merged) VALUES (?1, '', ?2, ?3, 'final', ?4)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.insert((Kind::Merge.code(), actor, at.0, was.code()))?)
}

pub(crate) fn set_standing(connection: &Connection, id: i64, standing: Standing) -> Result<()> {
    connection.prepare_cached("UPDATE changes SET standing = ?1 WHERE id = ?2")?.execute((standing.word(), id))?;
    Ok(())
}

/// What was undone cannot be done again after something new.
pub(crate) fn drop_undone(connection: &Connection) -> Result<()> {
    let sql = "UPDATE changes SET standing = ?1 WHERE standing = ?2";
    connection.prepare_cached(sql)?.execute((Standing::Dropped.word(), Standing::Undone.word()))?;
    Ok(())
}

/// The change that an undo would take back: the latest done.
pub(crate) fn next_undo(connection: &Connection) -> Result<Option<Row>> {
    one(connection, "SELECT id, kind, note, actor, at FROM changes WHERE standing = 'done' ORDER BY id DESC LIMIT 1")
}

/// The change that a redo would do again: the earliest undone.
pub(crate) fn next_redo(connection: &Connection) -> Result<Option<Row>> {
    one(connection, "SELECT id, kind, note, actor, at FROM changes WHERE standing = 'undone' ORDER BY id LIMIT 1")
}

/// When the last one was made.
pub(crate) fn last(connection: &Connection) -> Result<Option<UnixMillis>> {
    let at: Option<i64> = connection.prepare_cached("SELECT max(at) FROM changes")?.query_row([], |row| row.get(0))?;
    Ok(at.map(UnixMillis))
}

fn one(connection: &Connection, sql: &str) -> Result<Option<Row>> {
    let row = connection
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get::<_, u8>(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .optional()?;
    let Some((id, kind, note, actor, at)) = row else { return Ok(None) };
    Ok(Some(Row { id, kind: Kind::of(kind), note, actor, at: UnixMillis(at) }))
}
