//! One row a candidate of a register. Owns how a row is read and found; they are written by `bring`.

use std::collections::BTreeMap;

use regulations::{Draft, Field};
use sync::{CandidateId, Hash, RegisterId};

pub use super::bring::{Kept, bring, kept};
use crate::stores::column;
use crate::stores::{Row, Rows, StoreError, Value};
use crate::values;

/// Rows asked for in one statement.
const AT_ONCE: usize = 50;

/// What is marked on a candidate, as bits.
pub mod mark {
    /// People wrote a field differently.
    pub const CONFLICT: i64 = 1;
    /// Something about them is held.
    pub const HELD: i64 = 2;
}

/// A candidate as the council's log has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the entry's columns")]
pub struct Candidate {
    pub register: Option<RegisterId>,
    pub id: [u8; 16],
    pub number: String,
    pub name: String,
    pub gender: String,
    pub birth_year: String,
    pub birth_certificate: String,
    pub qualification: String,
    pub qualifying_index: String,
    pub qualifying_year: String,
    pub entry_code: String,
    pub subjects: String,
    pub photograph: Option<Hash>,
    pub fee: u32,
    pub errors: u32,
    pub marks: i64,
    pub state: String,
    /// The entry's other fields that are given: a line each, name, tabulator, value.
    pub more: String,
}

pub(super) const COLUMNS: &str = "register, id, number, name, gender, birth_year, birth_certificate, qualification,
    qualifying_index, qualifying_year, entry_code, subjects, photograph, fee, errors, marks, state, more";

impl Candidate {
    /// The first bytes of a hash over all columns.
    #[must_use]
    pub fn digest(&self) -> [u8; 8] {
        let mut hasher = blake3::Hasher::new();
        for value in self.values() {
            match value {
                Value::Null => hasher.update(&[0]),
                Value::Int(number) => hasher.update(&number.to_le_bytes()),
                Value::Text(text) => hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes()),
                Value::Bytes(bytes) => hasher.update(&bytes),
            };
        }
        let mut digest = [0; 8];
        hasher.finalize_xof().fill(&mut digest);
        digest
    }

    pub(super) fn values(&self) -> Vec<Value> {
        let texts = |texts: &[&String]| texts.iter().map(|text| Value::Text((*text).clone())).collect::<Vec<_>>();
        let mut all = vec![Value::Int(self.register.map_or(0, column::register)), Value::from(self.id)];
        all.extend(texts(&[&self.number, &self.name, &self.gender, &self.birth_year, &self.birth_certificate]));
        all.extend(texts(&[&self.qualification, &self.qualifying_index, &self.qualifying_year]));
        all.extend(texts(&[&self.entry_code, &self.subjects]));
        all.push(self.photograph.map_or(Value::Null, |hash| Value::from(hash.0)));
        all.extend(values![self.fee, self.errors, self.marks, self.state.as_str(), self.more.as_str()]);
        all
    }
}

impl Candidate {
    /// The entry as the rules and the finder of doubles read it.
    #[must_use]
    pub fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        let own = [
            (Field::CandidateNo, &self.number),
            (Field::Name, &self.name),
            (Field::Gender, &self.gender),
            (Field::YearOfBirth, &self.birth_year),
            (Field::BirthCertificateNo, &self.birth_certificate),
            (Field::Qualification, &self.qualification),
            (Field::QualifyingIndex, &self.qualifying_index),
            (Field::QualifyingYear, &self.qualifying_year),
            (Field::EntryCode, &self.entry_code),
            (Field::Subjects, &self.subjects),
        ];
        own.into_iter().for_each(|(field, value)| draft.set(field, value.as_str()));
        if let Some(register) = self.register {
            draft.set(Field::Centre, format!("{:08}", register.centre));
        }
        for (field, value) in self.more.lines().filter_map(|line| line.split_once('\t')) {
            if let Some(field) = Field::named(field) {
                draft.set(field, value);
            }
        }
        draft
    }
}

fn candidate(row: &Row) -> Result<Candidate, StoreError> {
    let text = |index| row.text(index).map(str::to_owned);
    let small = |index| Ok::<_, StoreError>(u32::try_from(row.int(index)?).unwrap_or(0));
    let photograph = match row.0.get(12) {
        Some(Value::Null) => None,
        _ => Some(Hash(row.id(12)?)),
    };
    Ok(Candidate {
        register: Some(column::read_register(row.int(0)?)?),
        id: row.id(1)?,
        number: text(2)?,
        name: text(3)?,
        gender: text(4)?,
        birth_year: text(5)?,
        birth_certificate: text(6)?,
        qualification: text(7)?,
        qualifying_index: text(8)?,
        qualifying_year: text(9)?,
        entry_code: text(10)?,
        subjects: text(11)?,
        photograph,
        fee: small(13)?,
        errors: small(14)?,
        marks: row.int(15)?,
        state: text(16)?,
        more: text(17)?,
    })
}

/// Characters of a word by which it is found.
const LONGEST_WORD: usize = 60;

/// The words of a name: capitals and digits only, so that an apostrophe more or less finds it too.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let word = |part: &str| {
        part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).take(LONGEST_WORD).collect()
    };
    let mut words: Vec<String> =
        name.split([' ', '-', ',', '.']).map(word).filter(|word: &String| !word.is_empty()).collect();
    words.sort();
    words.dedup();
    words
}

/// The candidates of a register, by number, then name.
///
/// # Errors
/// When the store does not answer.
pub fn of(rows: &mut (impl Rows + ?Sized), register: RegisterId) -> Result<Vec<Candidate>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM candidates WHERE register = $1 ORDER BY number, name, id");
    rows.ask(&sql, &values![column::register(register)])?.iter().map(candidate).collect()
}

/// One candidate of a register.
///
/// # Errors
/// When the store does not answer.
pub fn one(
    rows: &mut (impl Rows + ?Sized),
    register: RegisterId,
    id: [u8; 16],
) -> Result<Option<Candidate>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM candidates WHERE register = $1 AND id = $2");
    rows.ask(&sql, &values![column::register(register), id])?.first().map(candidate).transpose()
}

/// Those of these candidates that are on record, in no order.
///
/// # Errors
/// When the store does not answer.
pub fn these(
    rows: &mut (impl Rows + ?Sized),
    whom: &[(RegisterId, CandidateId)],
) -> Result<Vec<Candidate>, StoreError> {
    asked_of(rows, COLUMNS, whom)?.iter().map(candidate).collect()
}

/// Where a candidate is on record, the centre that they are at now last.
///
/// # Errors
/// When the store does not answer.
pub fn by_id(rows: &mut (impl Rows + ?Sized), id: CandidateId) -> Result<Vec<Candidate>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM candidates WHERE id = $1 ORDER BY state DESC, register");
    rows.ask(&sql, &values![id.0])?.iter().map(candidate).collect()
}

/// Candidates by a number of theirs, exactly: the qualifying index or the birth certificate.
///
/// # Errors
/// When the store does not answer.
pub fn by_paper(rows: &mut (impl Rows + ?Sized), number: &str, limit: i64) -> Result<Vec<Candidate>, StoreError> {
    let mut found = Vec::new();
    for column in ["qualifying_index", "birth_certificate"] {
        // The condition that the index has makes it serve.
        let sql = format!("SELECT {COLUMNS} FROM candidates WHERE {column} = $1 AND {column} <> '' LIMIT $2");
        for row in rows.ask(&sql, &values![number, limit])? {
            found.push(candidate(&row)?);
        }
    }
    found.dedup_by_key(|candidate| (candidate.register, candidate.id));
    Ok(found)
}

/// Candidates of a register by their number in it.
///
/// # Errors
/// When the store does not answer.
pub fn by_number(
    rows: &mut (impl Rows + ?Sized),
    register: RegisterId,
    number: &str,
) -> Result<Vec<Candidate>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM candidates WHERE register = $1 AND number = $2");
    rows.ask(&sql, &values![column::register(register), number])?.iter().map(candidate).collect()
}

/// Pictures of a register's candidates that stand for other candidates too, of any register.
///
/// # Errors
/// When the store does not answer.
pub fn shared_pictures(rows: &mut (impl Rows + ?Sized), register: RegisterId) -> Result<Vec<Hash>, StoreError> {
    let sql = "SELECT DISTINCT mine.photograph FROM candidates mine
        JOIN candidates other ON other.photograph = mine.photograph AND other.photograph IS NOT NULL
        WHERE mine.register = $1 AND mine.photograph IS NOT NULL AND mine.state = 'entered'
            AND other.state = 'entered' AND (other.register <> mine.register OR other.id <> mine.id)";
    rows.ask(sql, &values![column::register(register)])?.iter().map(|row| row.id(0).map(Hash)).collect()
}

/// For whom a picture stands, at most `limit`, by register.
///
/// # Errors
/// When the store does not answer.
pub fn with_picture(
    rows: &mut (impl Rows + ?Sized),
    picture: Hash,
    limit: i64,
) -> Result<Vec<(RegisterId, CandidateId)>, StoreError> {
    let sql = "SELECT register, id FROM candidates WHERE photograph = $1 AND photograph IS NOT NULL
        AND state = 'entered' ORDER BY register, id LIMIT $2";
    let read = |row: &Row| Ok((column::read_register(row.int(0)?)?, CandidateId(row.id(1)?)));
    rows.ask(sql, &values![picture.0, limit])?.iter().map(read).collect()
}

/// The names of candidates, of those that are on record in these registers.
///
/// # Errors
/// When the store does not answer.
pub fn names(
    rows: &mut (impl Rows + ?Sized),
    whom: &[(RegisterId, CandidateId)],
) -> Result<BTreeMap<(RegisterId, CandidateId), String>, StoreError> {
    let mut names = BTreeMap::new();
    for row in asked_of(rows, "register, id, name", whom)? {
        let key = (column::read_register(row.int(0)?)?, CandidateId(row.id(1)?));
        names.insert(key, row.text(2)?.to_owned());
    }
    Ok(names)
}

/// These columns of these candidates, as many at once as a statement takes.
fn asked_of(
    rows: &mut (impl Rows + ?Sized),
    columns: &str,
    whom: &[(RegisterId, CandidateId)],
) -> Result<Vec<Row>, StoreError> {
    let mut found = Vec::new();
    for part in whom.chunks(AT_ONCE) {
        let one = |place: usize| format!("(register = ${} AND id = ${})", place * 2 + 1, place * 2 + 2);
        let these = (0..part.len()).map(one).collect::<Vec<_>>().join(" OR ");
        let values = part.iter().flat_map(|(register, id)| values![column::register(*register), id.0]);
        let sql = format!("SELECT {columns} FROM candidates WHERE {these}");
        found.extend(rows.ask(&sql, &values.collect::<Vec<_>>())?);
    }
    Ok(found)
}
