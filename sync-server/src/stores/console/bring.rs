//! The rows of a register's candidates brought to what was projected, with the words of their names. Owns the writing; a row
//! has a digest, so that only what changed is written.

use std::collections::BTreeMap;

use sync::RegisterId;

use super::candidates::{COLUMNS, Candidate, words};
use crate::stores::column;
use crate::stores::{Rows, StoreError, places};
use crate::values;

/// Rows in one statement.
const AT_ONCE: usize = 50;

/// Characters of a name's words kept beside each: an index of PostgreSQL takes some 2,700 bytes.
const BESIDE: usize = 400;

/// What is kept of a register: each candidate's name and digest.
pub type Kept = BTreeMap<[u8; 16], (String, [u8; 8])>;

/// What is kept of a register.
///
/// # Errors
/// When the store does not answer.
pub fn kept(rows: &mut (impl Rows + ?Sized), register: RegisterId) -> Result<Kept, StoreError> {
    let sql = "SELECT id, name, digest FROM candidates WHERE register = $1";
    let found = rows.ask(sql, &values![column::register(register)])?;
    found.iter().map(|row| Ok((row.id(0)?, (row.text(1)?.to_owned(), row.id(2)?)))).collect()
}

/// Brings what is kept of a register to these candidates: writes what changed, takes away what is gone.
///
/// # Errors
/// When the store does not answer.
pub fn bring(
    rows: &mut (impl Rows + ?Sized),
    register: RegisterId,
    kept: &Kept,
    now: &[Candidate],
) -> Result<(), StoreError> {
    let changed: Vec<&Candidate> =
        now.iter().filter(|one| kept.get(&one.id).is_none_or(|(_, digest)| *digest != one.digest())).collect();
    let gone = kept.iter().filter(|(id, _)| !now.iter().any(|one| one.id == **id));
    for (id, (name, _)) in gone {
        rows.ask("DELETE FROM candidates WHERE register = $1 AND id = $2", &values![column::register(register), *id])?;
        forget_words(rows, register, *id, name)?;
    }
    for part in changed.chunks(AT_ONCE) {
        put(rows, part)?;
    }
    let renamed = changed.iter().filter(|one| kept.get(&one.id).is_none_or(|(name, _)| *name != one.name));
    let renamed: Vec<&Candidate> = renamed.copied().collect();
    for one in &renamed {
        if let Some((name, _)) = kept.get(&one.id) {
            forget_words(rows, register, one.id, name)?;
        }
    }
    put_words(rows, register, &renamed)
}

fn put(rows: &mut (impl Rows + ?Sized), candidates: &[&Candidate]) -> Result<(), StoreError> {
    let columns = COLUMNS.split(',').map(str::trim).chain(["digest"]);
    let updates: Vec<String> = columns.clone().skip(2).map(|column| format!("{column} = excluded.{column}")).collect();
    let places = places(candidates.len(), columns.count());
    let sql = format!(
        "INSERT INTO candidates ({COLUMNS}, digest) VALUES {places}
            ON CONFLICT (register, id) DO UPDATE SET {}",
        updates.join(", ")
    );
    let values = candidates.iter().flat_map(|one| one.values().into_iter().chain(values![one.digest()]));
    rows.ask(&sql, &values.collect::<Vec<_>>()).map(drop)
}

fn put_words(
    rows: &mut (impl Rows + ?Sized),
    register: RegisterId,
    candidates: &[&Candidate],
) -> Result<(), StoreError> {
    let register = column::register(register);
    let mut all: Vec<(String, [u8; 16], String)> = Vec::new();
    for one in candidates {
        let own = words(&one.name);
        let beside: String = format!(" {} ", own.join(" ")).chars().take(BESIDE).collect();
        all.extend(own.into_iter().map(|word| (word, one.id, beside.clone())));
    }
    for part in all.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO words (word, register, id, name) VALUES {} ON CONFLICT DO NOTHING",
            places(part.len(), 4)
        );
        let values = part.iter().flat_map(|(word, id, beside)| values![word.as_str(), register, *id, beside.as_str()]);
        rows.ask(&sql, &values.collect::<Vec<_>>())?;
    }
    Ok(())
}

fn forget_words(
    rows: &mut (impl Rows + ?Sized),
    register: RegisterId,
    id: [u8; 16],
    name: &str,
) -> Result<(), StoreError> {
    words(name).iter().try_for_each(|word| {
        let sql = "DELETE FROM words WHERE word = $1 AND register = $2 AND id = $3";
        rows.ask(sql, &values![word.as_str(), column::register(register), id]).map(drop)
    })
}
