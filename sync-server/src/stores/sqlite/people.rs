//! Rows of people, devices, codes, tokens and the audit, as SQLite gives them back.

use rusqlite::Row;
use sync::authority::Quarantined;
use sync::{DeviceId, Hash, PublicKey, RegisterId, StreamId, UnixMillis, WriterId};

use crate::stores::access::{AuditLine, Code, Device, StoreError, Token, User};
use crate::stores::column;

pub(super) const DEVICE: &str = "SELECT key, name, recipient, role, scope, at, by, revoked FROM devices";

pub(super) fn device(row: &Row<'_>) -> Result<Device, StoreError> {
    Ok(Device {
        key: PublicKey(row.get(0)?),
        name: row.get(1)?,
        recipient: row.get(2)?,
        role: column::read_role(text(row, 3)?)?,
        scope: column::read_scope(text(row, 4)?)?,
        at: UnixMillis(row.get(5)?),
        by: row.get(6)?,
        revoked: row.get::<_, Option<i64>>(7)?.map(UnixMillis),
    })
}

pub(super) const USER: &str = "SELECT name, password, role, scope, disabled, failures, locked_until FROM users";

pub(super) fn user(row: &Row<'_>) -> Result<User, StoreError> {
    Ok(User {
        name: row.get(0)?,
        password: row.get(1)?,
        role: column::read_role(text(row, 2)?)?,
        scope: column::read_scope(text(row, 3)?)?,
        disabled: row.get(4)?,
        failures: row.get(5)?,
        locked_until: UnixMillis(row.get(6)?),
    })
}

pub(super) const CODE: &str = "SELECT code, key, purpose, expires, attempts, by, used FROM codes";

pub(super) fn code(row: &Row<'_>) -> Result<Code, StoreError> {
    Ok(Code {
        id: row.get(0)?,
        key: row.get(1)?,
        purpose: column::read_purpose(text(row, 2)?)?,
        expires: UnixMillis(row.get(3)?),
        attempts: row.get(4)?,
        by: row.get(5)?,
        used: row.get(6)?,
    })
}

pub(super) const TOKEN: &str = "SELECT hash, family, subject, serves, expires, spent FROM tokens";

pub(super) fn token(row: &Row<'_>) -> Result<Token, StoreError> {
    Ok(Token {
        hash: Hash(row.get(0)?),
        family: row.get(1)?,
        subject: column::read_subject(text(row, 2)?)?,
        serves: column::read_serves(text(row, 3)?)?,
        expires: UnixMillis(row.get(4)?),
        spent: row.get(5)?,
    })
}

pub(super) const AUDIT: &str = "SELECT n, at, who, what, about, hash FROM audit";

pub(super) fn audit_line(row: &Row<'_>) -> Result<AuditLine, StoreError> {
    Ok(AuditLine {
        n: row.get::<_, i64>(0)?.cast_unsigned(),
        at: UnixMillis(row.get(1)?),
        who: row.get(2)?,
        what: row.get(3)?,
        about: row.get(4)?,
        hash: Hash(row.get(5)?),
    })
}

pub(super) const QUARANTINED: &str =
    "SELECT n, why, device, register, writer, incarnation, first, last, at, frame FROM quarantine";

pub(super) fn quarantined(row: &Row<'_>) -> Result<(u64, Quarantined), StoreError> {
    let unsigned = |index| Ok::<_, StoreError>(row.get::<_, i64>(index)?.cast_unsigned());
    let register: RegisterId = column::read_register(row.get(3)?)?;
    let batch = Quarantined {
        why: column::read_why(text(row, 1)?)?,
        device: DeviceId(row.get(2)?),
        register,
        stream: StreamId { writer: WriterId(row.get(4)?), incarnation: unsigned(5)? },
        first: unsigned(6)?,
        last: unsigned(7)?,
        at: UnixMillis(row.get(8)?),
        frame: row.get(9)?,
    };
    Ok((unsigned(0)?, batch))
}

fn text<'r>(row: &'r Row<'_>, index: usize) -> Result<&'r str, StoreError> {
    row.get_ref(index)?.as_str().map_err(|_| column::damaged("text"))
}
