//! Rows as both databases give them alike: numbers, texts and bytes, asked in one text of SQL. Owns that common ground, on
//! which the console's tables stand; refuses what only one of the databases understands. Places are `$1`, `$2`, each first
//! named in the order of the values; sums are cast to `BIGINT`.

use super::access::StoreError;
use super::column::damaged;

/// What a column holds, or what is put in a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

/// A transaction that can be asked in SQL.
pub trait Rows {
    /// Asks; what only writes gives no rows unless it says `RETURNING`.
    ///
    /// # Errors
    /// When the store does not answer, or the transaction only reads and the text writes.
    fn ask(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError>;
}

impl Row {
    /// A number.
    ///
    /// # Errors
    /// When the column holds none.
    pub fn int(&self, index: usize) -> Result<i64, StoreError> {
        self.maybe_int(index)?.ok_or_else(|| damaged("number"))
    }

    /// A number, or nothing.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn maybe_int(&self, index: usize) -> Result<Option<i64>, StoreError> {
        match self.0.get(index) {
            Some(Value::Int(number)) => Ok(Some(*number)),
            Some(Value::Null) => Ok(None),
            _ => Err(damaged("number")),
        }
    }

    /// A text.
    ///
    /// # Errors
    /// When the column holds none.
    pub fn text(&self, index: usize) -> Result<&str, StoreError> {
        match self.0.get(index) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(damaged("text")),
        }
    }

    /// Bytes.
    ///
    /// # Errors
    /// When the column holds none.
    pub fn bytes(&self, index: usize) -> Result<&[u8], StoreError> {
        match self.0.get(index) {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(damaged("column of bytes")),
        }
    }

    /// An id of so many bytes.
    ///
    /// # Errors
    /// When the column holds none of that length.
    pub fn id<const N: usize>(&self, index: usize) -> Result<[u8; N], StoreError> {
        self.bytes(index)?.try_into().map_err(|_| damaged("id"))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Int(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Value {
        Value::Bytes(bytes.to_owned())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Value {
        Value::Bytes(bytes.to_vec())
    }
}

/// Values for the places of a text of SQL, in order.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { [$($crate::stores::Value::from($value)),*] };
}

/// `($1, $2), ($3, $4)`: places for so many rows of so many columns.
#[must_use]
pub fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
