//! Results of the primary examination that the council imported (2.3.25). Owns the rows, and the question which entries
//! differ from them.

use sync::RegisterId;

use crate::stores::column;
use crate::stores::{Row, Rows, StoreError, places};
use crate::values;

/// Rows in one statement.
const AT_ONCE: usize = 200;

/// A result: who sat, under which number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Sat {
    pub number: String,
    pub name: String,
    pub gender: String,
    pub birth_year: String,
}

/// Writes results of a year, in place of what was there of their numbers.
///
/// # Errors
/// When the store does not answer.
pub fn put(rows: &mut (impl Rows + ?Sized), year: u16, results: &[Sat]) -> Result<(), StoreError> {
    for part in results.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO kcpe_results (year, number, name, gender, birth_year) VALUES {}
                ON CONFLICT (year, number) DO UPDATE SET name = excluded.name, gender = excluded.gender,
                birth_year = excluded.birth_year",
            places(part.len(), 5)
        );
        let values = part.iter().flat_map(|one| {
            let Sat { number, name, gender, birth_year } = one;
            values![i64::from(year), number.as_str(), name.as_str(), gender.as_str(), birth_year.as_str()]
        });
        rows.ask(&sql, &values.collect::<Vec<_>>())?;
    }
    Ok(())
}

/// How many results of each year there are.
///
/// # Errors
/// When the store does not answer.
pub fn counts(rows: &mut (impl Rows + ?Sized)) -> Result<Vec<(i64, i64)>, StoreError> {
    let found = rows.ask("SELECT year, count(*) FROM kcpe_results GROUP BY year ORDER BY year DESC", &[])?;
    found.iter().map(|row| Ok((row.int(0)?, row.int(1)?))).collect()
}

/// An entry beside the result that bears its number; no result: it is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Beside {
    pub id: [u8; 16],
    pub name: String,
    pub gender: String,
    pub birth_year: String,
    pub number: String,
    pub year: String,
    pub sat: Option<Sat>,
}

/// The entries of a register that name the primary examination, each beside its result.
///
/// # Errors
/// When the store does not answer.
pub fn beside(rows: &mut (impl Rows + ?Sized), register: RegisterId) -> Result<Vec<Beside>, StoreError> {
    let sql = "SELECT candidates.id, candidates.name, candidates.gender, candidates.birth_year, qualifying_index,
        qualifying_year, coalesce(kcpe_results.number, ''), coalesce(kcpe_results.name, ''),
        coalesce(kcpe_results.gender, ''), coalesce(kcpe_results.birth_year, '')
        FROM candidates LEFT JOIN kcpe_results ON kcpe_results.number = qualifying_index
            AND CAST(kcpe_results.year AS TEXT) = qualifying_year
        WHERE register = $1 AND state = 'entered' AND qualification = 'KCPE' AND qualifying_index <> ''";
    let read = |row: &Row| {
        let text = |index| row.text(index).map(str::to_owned);
        let sat = Sat { number: text(6)?, name: text(7)?, gender: text(8)?, birth_year: text(9)? };
        Ok(Beside {
            id: row.id(0)?,
            name: text(1)?,
            gender: text(2)?,
            birth_year: text(3)?,
            number: text(4)?,
            year: text(5)?,
            sat: Some(sat).filter(|sat| !sat.number.is_empty()),
        })
    };
    rows.ask(sql, &values![column::register(register)])?.iter().map(read).collect()
}
