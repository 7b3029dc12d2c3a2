//! The table `council`: its one row, from enrolment on.

use rusqlite::{Connection, OptionalExtension};
use sync::{Epoch, PublicKey, RegisterId, UnixMillis};

use crate::error::Result;

pub(crate) struct Row {
    pub(crate) register: RegisterId,
    pub(crate) key: PublicKey,
    pub(crate) epoch: Option<Epoch>,
    pub(crate) contact: Option<UnixMillis>,
    pub(crate) closes: Option<UnixMillis>,
}

pub(crate) fn read(connection: &Connection) -> Result<Option<Row>> {
    let sql = "SELECT centre, year, key, epoch, contact, closes FROM council";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Row {
            register: RegisterId { centre: row.get(0)?, year: row.get(1)? },
            key: PublicKey(row.get(2)?),
            epoch: row.get::<_, Option<_>>(3)?.map(Epoch),
            contact: row.get::<_, Option<_>>(4)?.map(UnixMillis),
            closes: row.get::<_, Option<_>>(5)?.map(UnixMillis),
        })
    };
    Ok(connection.prepare_cached(sql)?.query_row([], read).optional()?)
}

/// Notes whom the register is enrolled with, and as what.
pub(crate) fn set(connection: &Connection, register: RegisterId, key: PublicKey) -> Result<()> {
    let sql = "INSERT INTO council (id, centre, year, key) VALUES (1, ?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET centre = ?1, year = ?2, key = ?3";
    connection.execute(sql, (register.centre, register.year, key.0))?;
    Ok(())
}

pub(crate) fn set_epoch(connection: &Connection, epoch: Epoch) -> Result<()> {
    connection.execute("UPDATE council SET epoch = ?1", [epoch.0])?;
    Ok(())
}

/// The council's clock at the last contact, and when it said that registration closes.
pub(crate) fn set_told(connection: &Connection, now: UnixMillis, closes: Option<UnixMillis>) -> Result<()> {
    connection.execute("UPDATE council SET contact = ?1, closes = ?2", (now.0, closes.map(|at| at.0)))?;
    Ok(())
}

/// The last place that a merge took in history.
pub(crate) fn set_seq(connection: &Connection, seq: i64) -> Result<()> {
    connection.prepare_cached("UPDATE council SET seq = ?1")?.execute([seq])?;
    Ok(())
}
