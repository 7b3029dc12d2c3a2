//! The common ground of both databases, in SQLite.

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use super::transaction::Transaction;
use crate::stores::access::StoreError;
use crate::stores::rows::{Row, Rows, Value};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Rows for Transaction<'_> {
    fn ask(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        // `?1` is a place by its number, `$1` a name that happens to be one.
        let mut statement = self.prepare(&sql.replace('$', "?"))?;
        let columns = statement.column_count();
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let values = (0..columns).map(|index| Ok(value(row.get_ref(index)?)));
            found.push(Row(values.collect::<rusqlite::Result<_>>()?));
        }
        Ok(found)
    }
}

fn value(read: ValueRef<'_>) -> Value {
    match read {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        // No column and no question of the console has fractions.
        ValueRef::Real(number) => Value::Int(number as i64),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_owned()),
    }
}
