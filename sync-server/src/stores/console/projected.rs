//! How far each register was projected, with its packed summary; and the clock that counts what changed. Owns the rows;
//! refuses to fold a log or read a summary.

use sync::{Hash, LogEnd, RegisterId, UnixMillis};

use crate::stores::column;
use crate::stores::{Row, Rows, StoreError};
use crate::values;

/// A register as it was projected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projected {
    /// Which.
    pub register: RegisterId,
    /// Its sub-county then.
    pub sub_county: u32,
    /// Where its log ended.
    pub log: LogEnd,
    /// The form of the summary: another is made anew.
    pub format: u32,
    /// The newest circular under which it was judged.
    pub rules: u32,
    /// The count of changes when it was written.
    pub version: i64,
    /// When.
    pub at: UnixMillis,
    /// Packed by who made it.
    pub summary: Vec<u8>,
}

const PROJECTED: &str = "SELECT register, sub_county, position, l, format, rules, version, at, summary FROM projected";

fn projected(row: &Row) -> Result<Projected, StoreError> {
    let small = |index| Ok::<_, StoreError>(u32::try_from(row.int(index)?).unwrap_or(0));
    Ok(Projected {
        register: column::read_register(row.int(0)?)?,
        sub_county: small(1)?,
        log: LogEnd { position: row.int(2)?.cast_unsigned(), l: Hash(row.id(3)?) },
        format: small(4)?,
        rules: small(5)?,
        version: row.int(6)?,
        at: UnixMillis(row.int(7)?),
        summary: row.bytes(8)?.to_owned(),
    })
}

/// The years of which something is kept, the newest first.
///
/// # Errors
/// When the store does not answer.
pub fn years(rows: &mut (impl Rows + ?Sized)) -> Result<Vec<u16>, StoreError> {
    let found = rows.ask("SELECT DISTINCT year FROM projected ORDER BY year DESC", &[])?;
    found.iter().map(|row| Ok(u16::try_from(row.int(0)?).unwrap_or(0))).collect()
}

/// The next number of the clock, held until the transaction ends.
///
/// # Errors
/// When the store does not answer.
pub fn tick(rows: &mut (impl Rows + ?Sized)) -> Result<i64, StoreError> {
    let found = rows.ask("UPDATE console_clock SET version = version + 1 WHERE one = 1 RETURNING version", &[])?;
    found.first().map_or(Ok(0), |row| row.int(0))
}

/// Where the clock stands.
///
/// # Errors
/// When the store does not answer.
pub fn version(rows: &mut (impl Rows + ?Sized)) -> Result<i64, StoreError> {
    let found = rows.ask("SELECT version FROM console_clock", &[])?;
    found.first().map_or(Ok(0), |row| row.int(0))
}

/// Registers whose log is not where it was projected, or that were projected in another form or under older circulars.
///
/// # Errors
/// When the store does not answer.
pub fn behind(
    rows: &mut (impl Rows + ?Sized),
    format: u32,
    rules: u32,
    limit: usize,
) -> Result<Vec<RegisterId>, StoreError> {
    let sql = "SELECT logs.register FROM logs LEFT JOIN projected ON projected.register = logs.register
        WHERE projected.register IS NULL OR projected.position <> logs.position OR projected.l <> logs.l
        OR projected.format <> $1 OR projected.rules <> $2 ORDER BY logs.register LIMIT $3";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let found = rows.ask(sql, &values![format, rules, limit])?;
    found.iter().map(|row| column::read_register(row.int(0)?)).collect()
}

/// A register as it was projected; `None`: it was not.
///
/// # Errors
/// When the store does not answer.
pub fn of(rows: &mut (impl Rows + ?Sized), register: RegisterId) -> Result<Option<Projected>, StoreError> {
    let found = rows.ask(&format!("{PROJECTED} WHERE register = $1"), &values![column::register(register)])?;
    found.first().map(projected).transpose()
}

/// What was projected after a count of the clock, at most `limit`, in the order of the clock.
///
/// # Errors
/// When the store does not answer.
pub fn since(rows: &mut (impl Rows + ?Sized), version: i64, limit: usize) -> Result<Vec<Projected>, StoreError> {
    let sql = format!("{PROJECTED} WHERE version > $1 ORDER BY version LIMIT $2");
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    rows.ask(&sql, &values![version, limit])?.iter().map(projected).collect()
}

/// Writes a register as projected, in place of what was there.
///
/// # Errors
/// When the store does not answer.
pub fn put(rows: &mut (impl Rows + ?Sized), projected: &Projected) -> Result<(), StoreError> {
    let sql = "INSERT INTO projected
        (register, year, county, sub_county, position, l, format, rules, version, at, summary)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (register) DO UPDATE SET
        sub_county = excluded.sub_county, position = excluded.position, l = excluded.l, format = excluded.format,
        rules = excluded.rules, version = excluded.version, at = excluded.at, summary = excluded.summary";
    let Projected { register, sub_county, log, format, rules, version, at, summary } = projected;
    let values = values![
        column::register(*register),
        i64::from(register.year),
        i64::from(register.centre / 1_000_000),
        *sub_county,
        log.position.cast_signed(),
        log.l.0,
        *format,
        *rules,
        *version,
        at.0,
        summary.as_slice(),
    ];
    rows.ask(sql, &values).map(drop)
}

/// All registers are projected anew.
///
/// # Errors
/// When the store does not answer.
pub fn forget_all(rows: &mut (impl Rows + ?Sized)) -> Result<(), StoreError> {
    rows.ask("UPDATE projected SET format = 0", &[]).map(drop)
}
