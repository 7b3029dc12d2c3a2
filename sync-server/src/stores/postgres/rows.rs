//! The common ground of both databases, in PostgreSQL.

use std::error::Error;

use bytes::BytesMut;

use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use super::row::Columns;
use super::transaction::Transaction;
use crate::stores::access::StoreError;
use crate::stores::column::damaged;
use crate::stores::rows::{Row, Rows, Value};

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Value::Int(number) => number.to_sql(kind, out),
            Value::Text(text) => text.to_sql(kind, out),
            Value::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl Rows for Transaction<'_> {
    fn ask(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        self.rows(sql, &values)?.iter().map(row).collect()
    }
}

fn row(row: &tokio_postgres::Row) -> Result<Row, StoreError> {
    let value = |(index, column): (usize, &tokio_postgres::Column)| match *column.type_() {
        Type::INT8 => Ok(row.get_column::<Option<i64>>(index)?.map_or(Value::Null, Value::Int)),
        Type::INT4 => Ok(row.get_column::<Option<i32>>(index)?.map_or(Value::Null, |number| Value::Int(number.into()))),
        Type::TEXT => Ok(row.get_column::<Option<String>>(index)?.map_or(Value::Null, Value::Text)),
        Type::BYTEA => Ok(row.get_column::<Option<Vec<u8>>>(index)?.map_or(Value::Null, Value::Bytes)),
        _ => Err(damaged("column")),
    };
    row.columns().iter().enumerate().map(value).collect::<Result<_, _>>().map(Row)
}
