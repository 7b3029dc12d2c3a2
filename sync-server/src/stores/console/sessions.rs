//! Sessions of browsers. Owns the rows; a token is kept as its hash, so that a copy of the database opens nothing.

use sync::{Hash, UnixMillis};

use crate::stores::column::damaged;
use crate::stores::{Row, Rows, StoreError};
use crate::values;

/// How far a browser's sign-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the second factor is asked.
    Second,
    /// The password was right; a second factor is to be set up first.
    Enrol,
    /// All that is asked was given.
    Full,
}

impl Stage {
    /// Its name in the table and in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Stage::Second => "second",
            Stage::Enrol => "enrol",
            Stage::Full => "full",
        }
    }

    fn named(name: &str) -> Result<Stage, StoreError> {
        let all = [Stage::Second, Stage::Enrol, Stage::Full];
        all.into_iter().find(|stage| stage.name() == name).ok_or_else(|| damaged("stage"))
    }
}

/// A browser's session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What it is called in the list of sessions: it opens nothing.
    pub id: [u8; 16],
    /// BLAKE3 of the token in the cookie.
    pub hash: Hash,
    /// Whose.
    pub name: String,
    /// How far it has come.
    pub stage: Stage,
    /// The second factor by which it came: `totp`, `passkey`, or nothing.
    pub factor: String,
    /// Browser and system, in words.
    pub agent: String,
    /// When it began.
    pub created: UnixMillis,
    /// When a person last asked something.
    pub seen: UnixMillis,
    /// When it ends, whatever is asked.
    pub expires: UnixMillis,
    /// Whether it was locked by hand.
    pub locked: bool,
}

const SESSION: &str =
    "SELECT id, hash, name, stage, factor, agent, created, seen, expires, locked FROM browser_sessions";

fn session(row: &Row) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.id(0)?,
        hash: Hash(row.id(1)?),
        name: row.text(2)?.to_owned(),
        stage: Stage::named(row.text(3)?)?,
        factor: row.text(4)?.to_owned(),
        agent: row.text(5)?.to_owned(),
        created: UnixMillis(row.int(6)?),
        seen: UnixMillis(row.int(7)?),
        expires: UnixMillis(row.int(8)?),
        locked: row.int(9)? != 0,
    })
}

/// The session of a token's hash, or of an id.
///
/// # Errors
/// When the store does not answer.
pub fn by_hash(rows: &mut (impl Rows + ?Sized), hash: Hash) -> Result<Option<Session>, StoreError> {
    let found = rows.ask(&format!("{SESSION} WHERE hash = $1"), &values![hash.0])?;
    found.first().map(session).transpose()
}

/// Somebody's sessions, the newest first.
///
/// # Errors
/// When the store does not answer.
pub fn of(rows: &mut (impl Rows + ?Sized), name: &str) -> Result<Vec<Session>, StoreError> {
    let found = rows.ask(&format!("{SESSION} WHERE name = $1 ORDER BY created DESC, id"), &values![name])?;
    found.iter().map(session).collect()
}

/// Writes a session, in place of what was there of its id.
///
/// # Errors
/// When the store does not answer.
pub fn put(rows: &mut (impl Rows + ?Sized), session: &Session) -> Result<(), StoreError> {
    let sql = "INSERT INTO browser_sessions (id, hash, name, stage, factor, agent, created, seen, expires, locked)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO UPDATE SET
        hash = excluded.hash, stage = excluded.stage, factor = excluded.factor, seen = excluded.seen,
        expires = excluded.expires, locked = excluded.locked";
    let Session { id, hash, name, stage, factor, agent, created, seen, expires, locked } = session;
    let values = values![
        *id,
        hash.0,
        name.as_str(),
        stage.name(),
        factor.as_str(),
        agent.as_str(),
        created.0,
        seen.0,
        expires.0,
        i64::from(*locked),
    ];
    rows.ask(sql, &values).map(drop)
}

/// Notes that a person asked something.
///
/// # Errors
/// When the store does not answer.
pub fn touch(rows: &mut (impl Rows + ?Sized), id: [u8; 16], now: UnixMillis) -> Result<(), StoreError> {
    rows.ask("UPDATE browser_sessions SET seen = $1 WHERE id = $2 AND seen < $1", &values![now.0, id]).map(drop)
}

/// Ends one of somebody's sessions; `false`: they have none of this id.
///
/// # Errors
/// When the store does not answer.
pub fn end(rows: &mut (impl Rows + ?Sized), name: &str, id: [u8; 16]) -> Result<bool, StoreError> {
    let sql = "DELETE FROM browser_sessions WHERE name = $1 AND id = $2 RETURNING created";
    Ok(!rows.ask(sql, &values![name, id])?.is_empty())
}

/// Ends all of somebody's sessions but one.
///
/// # Errors
/// When the store does not answer.
pub fn end_others(rows: &mut (impl Rows + ?Sized), name: &str, but: [u8; 16]) -> Result<(), StoreError> {
    rows.ask("DELETE FROM browser_sessions WHERE name = $1 AND id <> $2", &values![name, but]).map(drop)
}
