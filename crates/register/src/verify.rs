//! Whether a register is sound: its pages, its chain, and its tables against its history. Owns the digest of a
//! state, which two registers share exactly when they hold the same values.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::column::Column;
use crate::copy;
use crate::error::{Error, Result};
use crate::table::{self, Placed, history, incarnations, outbox};
use sync::Hash;
use sync::{Record, chain_next, chain_start};

/// What was looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Operations whose hashes and history agree.
    pub operations: u64,
    /// The state's digest.
    pub digest: Hash,
}

/// The pages: authentic, and a sound database. What waits beside the file is moved into it first: only the file's own
/// pages are looked at, and one that a cut of power left half written there is whole beside it.
pub(crate) fn sound(connection: &Connection) -> Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let forged = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    if let Some(first) = forged.first() {
        return Err(Error::corrupt(format!("a page was altered: {first}")));
    }
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(Error::corrupt(answer)) }
}

/// Pages, chains, and tables and history against what the operations come to.
pub(crate) fn verify(connection: &Connection) -> Result<Verified> {
    sound(connection)?;
    let operations = chain(connection)?;
    let state = sorted_state(connection)?;
    copy::check(connection, &state)?;
    Ok(Verified { operations, digest: digest_of(&state) })
}

/// Walks each incarnation's chain and compares every operation with its history.
fn chain(connection: &Connection) -> Result<u64> {
    let (mut count, mut incarnation, mut n, mut h) = (0, 0, 0, Hash([0; 32]));
    outbox::for_each(connection, |row, aside| {
        if row.incarnation != incarnation {
            (incarnation, n, h) = (row.incarnation, 0, start(connection, row.incarnation)?);
        }
        (n, h) = (n + 1, chain_next(h, &row.bytes));
        let record = Record::from_bytes(&row.bytes)?;
        if (row.n, record.n, row.h) != (n, n, h) {
            return Err(Error::corrupt(format!("operation {n} does not continue the chain")));
        }
        count += 1;
        // History tells of an operation that was carried over under the one that carried it.
        if aside { Ok(()) } else { agrees(connection, &record, row.seq) }
    })?;
    Ok(count)
}

fn start(connection: &Connection, incarnation: u64) -> Result<Hash> {
    Ok(chain_start(incarnations::writer(connection, incarnation)?, incarnation))
}

fn agrees(connection: &Connection, record: &Record, seq: i64) -> Result<()> {
    // Of the branches that a resolution closes, history names the first of each field.
    for write in record.fields.iter().filter(|write| !write.field.starts_with("resolved.")) {
        let (_, new) = history::written(connection, &record.about, &write.field, seq)?;
        if new != write.value {
            return Err(Error::corrupt(format!("operation {} and the history of {} differ", record.n, write.field)));
        }
    }
    Ok(())
}

fn sorted_state(connection: &Connection) -> Result<BTreeSet<Placed>> {
    Ok(table::state(connection)?.into_iter().collect())
}

/// The state's digest: its values in order.
pub(crate) fn digest(connection: &Connection) -> Result<Hash> {
    Ok(digest_of(&sorted_state(connection)?))
}

/// The digest of what the nominal roll shows and rests on: the centre, and entries with photographs and papers.
/// Signatures, approvals, documents handed in, acknowledgements and payments come after the roll.
pub(crate) fn roll_digest(connection: &Connection) -> Result<Hash> {
    let mut state: BTreeSet<Placed> = table::centre::state(connection)?.into_iter().collect();
    let mut entries = table::candidates::state(connection)?;
    entries.extend(table::papers::state(connection)?);
    let on_record: BTreeSet<_> = entries.iter().filter(|(_, field, _)| field == "state").map(|(id, ..)| *id).collect();
    state.extend(entries.into_iter().filter(|(id, ..)| on_record.contains(id)));
    state.retain(|(_, field, _)| !is_after_the_roll(field));
    Ok(digest_of(&state))
}

/// Fields that are written once the roll is printed: signing, approving, handing in (2.19.2).
fn is_after_the_roll(field: &str) -> bool {
    field.starts_with("approved_") || field.ends_with("_returned") || field == Column::Signed.name()
}

fn digest_of(state: &BTreeSet<Placed>) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key("daftari state 1");
    for (about, field, value) in state {
        hasher.update(about);
        for text in [field, value] {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
    }
    Hash(*hasher.finalize().as_bytes())
}
