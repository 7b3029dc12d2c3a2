//! A table: what every chart, list and file of the console is made of. Owns JSON and CSV of it; refuses to know what it
//! says.

use serde_json::{Value, json};

use crate::http::asked::Asked;
use crate::http::reply::Reply;
use crate::problem::Problem;

/// Columns by name, and rows of as many values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Value>>,
}

impl Table {
    pub(super) fn new<const N: usize>(columns: [&'static str; N]) -> Table {
        Table { columns: columns.into(), rows: Vec::new() }
    }

    pub(super) fn row<const N: usize>(&mut self, values: [Value; N]) {
        self.rows.push(values.into());
    }

    /// `{"columns": [...], "rows": [[...]]}`.
    pub(super) fn json(&self) -> Value {
        json!({ "columns": self.columns, "rows": self.rows })
    }

    /// Each row as an object.
    pub(super) fn objects(&self) -> Vec<Value> {
        let object = |row: &Vec<Value>| {
            let pairs = self.columns.iter().zip(row).map(|(column, value)| ((*column).to_owned(), value.clone()));
            Value::Object(pairs.collect())
        };
        self.rows.iter().map(object).collect()
    }

    /// Comma-separated, as RFC 4180 has it, with a mark of UTF-8 for spreadsheets.
    pub(super) fn csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        text += &self.columns.join(",");
        text += "\r\n";
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(cell).collect();
            text += &cells.join(",");
            text += "\r\n";
        }
        text
    }

    /// The file, if that is asked for, or the JSON that `or` makes.
    pub(super) fn reply(&self, asked: &Asked, name: &str, or: impl FnOnce() -> Value) -> Result<Reply, Problem> {
        match asked.query("format") {
            Some("csv") => Ok(Reply::file("text/csv; charset=utf-8", &format!("{name}.csv"), self.csv().into_bytes())),
            _ => Reply::json(&or()),
        }
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => quoted(text),
        Value::Array(all) => {
            quoted(&all.iter().map(|one| one.as_str().unwrap_or_default()).collect::<Vec<_>>().join(" "))
        }
        other => other.to_string(),
    }
}

/// A spreadsheet takes a text that begins so for a formula: an apostrophe keeps it a text.
fn quoted(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_written_for_spreadsheets_without_formulas() {
        let mut table = Table::new(["name", "count"]);
        table.row([json!("A, \"B\""), json!(3)]);
        table.row([json!("=HYPERLINK(1)"), Value::Null]);
        assert_eq!(table.csv(), "\u{feff}name,count\r\n\"A, \"\"B\"\"\",3\r\n'=HYPERLINK(1),\r\n");
        assert_eq!(table.objects()[0], json!({ "name": "A, \"B\"", "count": 3 }));
    }
}
