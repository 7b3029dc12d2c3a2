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

/// The years of which there are results.
///
/// # Errors
/// When the store does not answer.
pub fn years(rows: &mut (impl Rows + ?Sized)) -> Result<Vec<i64>, StoreError> {
    let mut years: Vec<i64> = Vec::new();
    loop {
        // From one year to the next by the key: there are a million results of each.
        let after = years.last().copied().unwrap_or(0);
        let found = rows.ask("SELECT min(year) FROM kcpe_results WHERE year > $1", &values![after])?;
        match found.first().map_or(Ok(None), |row| row.maybe_int(0))? {
            Some(year) => years.push(year),
            None => return Ok(years),
        }
    }
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
    /// The entry's other fields and its answers, a line each.
    pub more: String,
    pub sat: Option<Sat>,
}

/// The entries of a register that name the primary examination of these years, each beside its result.
///
/// # Errors
/// When the store does not answer.
pub fn beside(rows: &mut (impl Rows + ?Sized), register: RegisterId, years: &[i64]) -> Result<Vec<Beside>, StoreError> {
    let mut all = Vec::new();
    for year in years {
        // The year is given, so that the results are looked up by their key.
        let sql = "SELECT candidates.id, candidates.name, candidates.gender, candidates.birth_year, qualifying_index,
            qualifying_year, more, coalesce(kcpe_results.number, ''), coalesce(kcpe_results.name, ''),
            coalesce(kcpe_results.gender, ''), coalesce(kcpe_results.birth_year, '')
            FROM candidates LEFT JOIN kcpe_results ON kcpe_results.year = $2
                AND kcpe_results.number = qualifying_index
            WHERE register = $1 AND state = 'entered' AND qualification = 'KCPE' AND qualifying_index <> ''
                AND qualifying_year = $3";
        let values = values![column::register(register), *year, year.to_string()];
        for row in rows.ask(sql, &values)? {
            all.push(read_beside(&row)?);
        }
    }
    Ok(all)
}

fn read_beside(row: &Row) -> Result<Beside, StoreError> {
    let text = |index| row.text(index).map(str::to_owned);
    let sat = Sat { number: text(7)?, name: text(8)?, gender: text(9)?, birth_year: text(10)? };
    Ok(Beside {
        id: row.id(0)?,
        name: text(1)?,
        gender: text(2)?,
        birth_year: text(3)?,
        number: text(4)?,
        year: text(5)?,
        more: text(6)?,
        sat: Some(sat).filter(|sat| !sat.number.is_empty()),
    })
}
