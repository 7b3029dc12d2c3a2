//! Rows as PostgreSQL gives them back, read into what they were.

use sync::authority::{Quarantined, StoredRun};
use sync::{DeviceId, Epoch, Hash, LogEnd, PublicKey, StreamId, UnixMillis, WriterId};
use tokio_postgres::Row;
use tokio_postgres::types::FromSql;

use crate::stores::access::{AuditLine, Code, Device, StoreError, Token, User};
use crate::stores::column::{self, damaged, unpack};

/// The columns of one kind of row, by their places.
pub(super) trait Columns {
    fn get_column<'r, T: FromSql<'r>>(&'r self, index: usize) -> Result<T, StoreError>;

    fn unsigned(&self, index: usize) -> Result<u64, StoreError> {
        self.get_column::<i64>(index).map(i64::cast_unsigned)
    }

    /// A number that was small when it was written.
    fn small<N: TryFrom<i64>>(&self, index: usize) -> Result<N, StoreError> {
        N::try_from(self.get_column::<i64>(index)?).map_err(|_| damaged("number"))
    }

    fn moment(&self, index: usize) -> Result<UnixMillis, StoreError> {
        self.get_column(index).map(UnixMillis)
    }

    fn bytes<const N: usize>(&self, index: usize) -> Result<[u8; N], StoreError> {
        self.get_column::<&[u8]>(index)?.try_into().map_err(|_| damaged("id"))
    }

    fn hash(&self, index: usize) -> Result<Hash, StoreError> {
        self.bytes(index).map(Hash)
    }

    fn text(&self, index: usize) -> Result<&str, StoreError> {
        self.get_column(index)
    }
}

impl Columns for Row {
    fn get_column<'r, T: FromSql<'r>>(&'r self, index: usize) -> Result<T, StoreError> {
        self.try_get(index).map_err(|e| StoreError::Damaged(format!("a column that does not read: {e}")))
    }
}

/// What [`stored_run`] reads.
pub(super) const RUN: &str = "lives.epoch, runs.at, streams.writer, streams.incarnation, runs.first, runs.last,
    runs.position, runs.marks, runs.until, runs.l, runs.frame
    FROM runs JOIN streams USING (stream) JOIN lives USING (life)";

pub(super) fn stored_run(row: &Row) -> Result<StoredRun, StoreError> {
    Ok(StoredRun {
        epoch: Epoch(row.bytes(0)?),
        at: row.moment(1)?,
        stream: StreamId { writer: WriterId(row.bytes(2)?), incarnation: row.unsigned(3)? },
        first: row.unsigned(4)?,
        last: row.unsigned(5)?,
        position: row.unsigned(6)?,
        marks: unpack(row.get_column(7)?, "run")?,
        log: LogEnd { position: row.unsigned(8)?, l: row.hash(9)? },
        frame: row.get_column(10)?,
    })
}

pub(super) const DEVICE: &str = "SELECT key, name, recipient, role, scope, at, by, revoked FROM devices";

pub(super) fn device(row: &Row) -> Result<Device, StoreError> {
    Ok(Device {
        key: PublicKey(row.bytes(0)?),
        name: row.get_column(1)?,
        recipient: row.get_column(2)?,
        role: column::read_role(row.text(3)?)?,
        scope: column::read_scope(row.text(4)?)?,
        at: row.moment(5)?,
        by: row.get_column(6)?,
        revoked: row.get_column::<Option<i64>>(7)?.map(UnixMillis),
    })
}

pub(super) const USER: &str = "SELECT name, password, role, scope, disabled, failures, locked_until FROM users";

pub(super) fn user(row: &Row) -> Result<User, StoreError> {
    Ok(User {
        name: row.get_column(0)?,
        password: row.get_column(1)?,
        role: column::read_role(row.text(2)?)?,
        scope: column::read_scope(row.text(3)?)?,
        disabled: row.get_column(4)?,
        failures: row.small(5)?,
        locked_until: row.moment(6)?,
    })
}

pub(super) const CODE: &str = "SELECT code, key, purpose, expires, attempts, by, used FROM codes";

pub(super) fn code(row: &Row) -> Result<Code, StoreError> {
    Ok(Code {
        id: row.get_column(0)?,
        key: row.bytes(1)?,
        purpose: column::read_purpose(row.text(2)?)?,
        expires: row.moment(3)?,
        attempts: row.small(4)?,
        by: row.get_column(5)?,
        used: row.get_column(6)?,
    })
}

pub(super) const TOKEN: &str = "SELECT hash, family, subject, serves, expires, spent FROM tokens";

pub(super) fn token(row: &Row) -> Result<Token, StoreError> {
    Ok(Token {
        hash: row.hash(0)?,
        family: row.bytes(1)?,
        subject: column::read_subject(row.text(2)?)?,
        serves: column::read_serves(row.text(3)?)?,
        expires: row.moment(4)?,
        spent: row.get_column(5)?,
    })
}

pub(super) const AUDIT: &str = "SELECT n, at, who, what, about, hash FROM audit";

pub(super) fn audit_line(row: &Row) -> Result<AuditLine, StoreError> {
    Ok(AuditLine {
        n: row.unsigned(0)?,
        at: row.moment(1)?,
        who: row.get_column(2)?,
        what: row.get_column(3)?,
        about: row.get_column(4)?,
        hash: row.hash(5)?,
    })
}

pub(super) const QUARANTINED: &str =
    "SELECT n, why, device, register, writer, incarnation, first, last, at, frame FROM quarantine";

pub(super) fn quarantined(row: &Row) -> Result<(u64, Quarantined), StoreError> {
    let batch = Quarantined {
        why: column::read_why(row.text(1)?)?,
        device: DeviceId(row.bytes(2)?),
        register: column::read_register(row.get_column(3)?)?,
        stream: StreamId { writer: WriterId(row.bytes(4)?), incarnation: row.unsigned(5)? },
        first: row.unsigned(6)?,
        last: row.unsigned(7)?,
        at: row.moment(8)?,
        frame: row.get_column(9)?,
    };
    Ok((row.unsigned(0)?, batch))
}
