//! Names found by their words. Owns the walk along the rarest word asked for; refuses to guess at spellings.

use std::collections::BTreeSet;

use sync::{CandidateId, RegisterId};

use super::candidates::{self, Candidate};
use crate::stores::column;
use crate::stores::{Rows, StoreError, Value};
use crate::values;

/// How far the rows of one word are counted.
const COUNTED: i64 = 2000;

/// Where somebody may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    /// The year.
    pub year: u16,
    /// Centres from this to that; all of the country: 0 to 99 999 999.
    pub centres: (u32, u32),
    /// Only the centres of this sub-county.
    pub sub_county: Option<u32>,
}

/// The end of what begins with a word, for a range of texts compared by their bytes.
fn end_of(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

/// Candidates whose name has words that begin with all these, by name.
///
/// # Errors
/// When the store does not answer.
pub fn by_words(
    rows: &mut (impl Rows + ?Sized),
    asked: &[String],
    within: &Within,
    limit: usize,
) -> Result<Vec<Candidate>, StoreError> {
    let mut counted = Vec::new();
    for word in asked {
        let sql =
            "SELECT count(*) FROM (SELECT 1 AS one FROM words WHERE word >= $1 AND word < $2 LIMIT $3) AS counted";
        let count = rows.ask(sql, &values![word.as_str(), end_of(word), COUNTED])?;
        counted.push((count.first().map_or(Ok(0), |row| row.int(0))?, word.as_str()));
    }
    counted.sort_unstable();
    let words: Vec<&str> = counted.iter().map(|(_, word)| *word).collect();
    let Some((rarest, others)) = words.split_first() else { return Ok(Vec::new()) };
    // Two words of one name may begin alike: the same candidate then comes twice.
    let (sql, values) = walk(rarest, others, within, limit.saturating_mul(3));
    let mut found = BTreeSet::new();
    for row in rows.ask(&sql, &values)? {
        found.insert((column::read_register(row.int(0)?)?, CandidateId(row.id(1)?)));
    }
    let mut all = candidates::these(rows, &found.into_iter().take(limit).collect::<Vec<_>>())?;
    all.sort_by(|a, b| (&a.name, a.register, a.id).cmp(&(&b.name, b.register, b.id)));
    Ok(all)
}

fn walk(rarest: &str, others: &[&str], within: &Within, limit: usize) -> (String, Vec<Value>) {
    let (first, last) = within.centres;
    let (first, last) = (column::register(RegisterId { centre: first, year: 0 }), column::registers_of(last).1);
    let mut values = values![rarest, end_of(rarest), first, last, i64::from(within.year)].to_vec();
    let mut sql = "SELECT register, id FROM words WHERE word >= $1 AND word < $2 AND register BETWEEN $3 AND $4
        AND (register & 65535) = $5"
        .to_owned();
    for word in others {
        values.push(format!("% {word}%").into());
        sql += &format!(" AND name LIKE ${}", values.len());
    }
    if let Some(code) = within.sub_county {
        values.push(code.into());
        sql += &format!(" AND register IN (SELECT register FROM projected WHERE sub_county = ${})", values.len());
    }
    values.push(Value::Int(i64::try_from(limit).unwrap_or(i64::MAX)));
    sql += &format!(" LIMIT ${}", values.len());
    (sql, values)
}
