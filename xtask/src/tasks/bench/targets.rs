//! What the project has promised of its speed. Owns each promise as a figure, what it is divided by, and the most it may
//! be; a promise whose figures were not measured in this run is left out.

use super::Figure;

/// What a figure is held against.
enum Against {
    /// Another figure of the same run; the ratio counts.
    Figure(&'static str),
    /// Nothing: the value itself counts.
    Itself,
    /// A number that it must reach: their quotient counts.
    Reaches(f64),
}

/// A suite, the beginning of the figure's name, the value in it, what it is held against, and the most it may be.
type Promise = (&'static str, &'static str, &'static str, Against, f64);

const PROMISES: &[Promise] = &[
    ("check", "daftari check", "seconds", Against::Figure("csv crate"), 3.0),
    ("check", "daftari check", "bytes_a_row", Against::Itself, 64.0),
    ("check", "workbook checked, 5000 ", "seconds", Against::Figure("bare calamine loop, 5000 "), 1.5),
    ("check", "workbook checked, 100000 ", "seconds", Against::Figure("bare calamine loop, 100000 "), 1.5),
    ("check", "workbook checked, 100000 ", "peak_bytes", Against::Itself, 120e6),
    ("rules", "rules and fees", "per_second", Against::Reaches(5_000_000.0), 1.0),
    ("register", "open_600_p50", "seconds", Against::Itself, 0.050),
    ("register", "save_field_p50", "seconds", Against::Itself, 0.005),
    ("register", "search_p95", "seconds", Against::Itself, 0.010),
    ("intake", "xlsx rows to outcomes, 5000 ", "seconds", Against::Figure("calamine cells, 5000 "), 1.5),
    ("intake", "xlsx rows to outcomes, 100000 ", "seconds", Against::Figure("calamine cells, 100000 "), 1.5),
    ("intake", "xlsx rows to outcomes, 100000 ", "peak_bytes", Against::Itself, 120e6),
    ("roll", "roll", "seconds", Against::Itself, 0.5),
    ("roll", "roll", "bytes", Against::Itself, 4e6),
    ("roll", "roll", "seconds", Against::Figure("bare-krilla"), f64::INFINITY),
    ("roll", "roll", "seconds", Against::Figure("genpdf"), 1.0),
    ("sync", "new candidate, typed", "bytes", Against::Itself, 45.0),
    ("sync", "new candidate, imported", "bytes", Against::Itself, 45.0),
    ("sync", "edit of a name", "bytes", Against::Itself, 40.0),
    ("sync", "edit of a birth certificate number", "bytes", Against::Itself, 40.0),
    ("sync", "edit of the subjects", "bytes", Against::Itself, 40.0),
    ("sync", "a quiet hello", "bytes", Against::Itself, 600.0),
    ("sync", "100 photographs over HTTP", "over", Against::Itself, 1.03),
    ("sync", "the far line", "first_commitment_s", Against::Itself, 5.0),
    ("sync", "the far line", "text_receipt_s", Against::Itself, 60.0),
    ("sync", "the far line", "photographs_s", Against::Itself, 900.0),
    ("sync", "store_sqlite_one", "operations_a_second", Against::Reaches(50_000.0), 1.0),
    ("sync", "store_sqlite_many", "operations_a_second", Against::Reaches(50_000.0), 1.0),
    ("sync", "store_sqlite_bare", "operations_a_second", Against::Figure("store_sqlite_one"), 4.0),
    ("sync", "store_sqlite_bare", "operations_a_second", Against::Figure("store_sqlite_many"), 4.0),
    ("sync", "the deadline on SQLite", "receipt_p99", Against::Itself, 2.0),
    ("sync", "the deadline on SQLite", "refused", Against::Itself, 0.0),
    ("sync", "the deadline on SQLite", "memory_mb", Against::Itself, 1000.0),
    ("console", "duplicates, ", "seconds", Against::Itself, 20.0),
    ("console", "duplicates, ", "peak_bytes", Against::Itself, 1.5e9),
    ("console", "duplicates, ", "recall_at_99", Against::Reaches(0.80), 1.0),
    ("console", "duplicates, ", "recall_at_90", Against::Reaches(0.90), 1.0),
    ("console", "one candidate put in and checked, p95", "seconds", Against::Itself, 0.002),
    ("console", "name searched, p95", "seconds", Against::Itself, 0.050),
    ("console", "overview, SQLite, p95", "seconds", Against::Itself, 0.300),
    ("console", "overview, PostgreSQL, p95", "seconds", Against::Itself, 0.300),
    ("console", "search by name, SQLite, p95", "seconds", Against::Itself, 0.050),
    ("console", "search by name, PostgreSQL, p95", "seconds", Against::Itself, 0.050),
    ("desk", "window, start to usable", "seconds", Against::Figure("bare window, start to usable"), 1.15),
    ("desk", "window beyond the bare one", "bytes", Against::Itself, 100e6),
    ("desk", "keystroke to finding", "p95", Against::Itself, 0.050),
    ("desk", "filter of 600 rows", "p95", Against::Itself, 0.050),
    ("desk", "first page's JavaScript, gzipped", "bytes", Against::Itself, 120e3),
    ("desk", "package for Debian", "bytes", Against::Itself, 12e6),
];

/// Each promise that this run can answer: its words, what came out, and the most it may be.
pub(super) fn judged(figures: &[Figure]) -> Vec<(String, f64, f64)> {
    PROMISES.iter().filter_map(|promise| judge(promise, figures)).collect()
}

fn judge((suite, what, key, against, limit): &Promise, figures: &[Figure]) -> Option<(String, f64, f64)> {
    let value =
        |what: &str| figures.iter().find(|figure| figure.suite == *suite && figure.what.starts_with(what))?.value(key);
    let own = value(what)?;
    let what = what.trim_end();
    Some(match against {
        Against::Figure(other) => (format!("{suite}: {what} / {}", other.trim_end()), own / value(other)?, *limit),
        Against::Itself => (format!("{suite}: {what}, {key}"), own, *limit),
        Against::Reaches(wanted) => (format!("{suite}: {wanted} / {what}, {key}"), wanted / own, *limit),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn figure(what: &str, values: &serde_json::Value) -> Figure {
        Figure { suite: "check", what: what.into(), values: values.as_object().unwrap().clone() }
    }

    #[test]
    fn a_promise_is_judged_only_where_both_its_figures_were_measured() {
        let ours = figure("daftari check, 10 rows", &json!({ "seconds": 0.9, "bytes_a_row": 40 }));
        let floor = figure("csv crate, 10 rows", &json!({ "seconds": 0.4 }));
        assert_eq!(judged(&[floor]), []);
        let alone = judged(&[ours]);
        assert_eq!(alone, [("check: daftari check, bytes_a_row".to_owned(), 40.0, 64.0)]);
    }
}
