//! What a circular changes in a pack, value by value, so that a person can read it. Owns the comparison; refuses to word
//! it.

use toml::{Table, Value};

use super::load::{bundled, overlay};
use super::{Pack, PackError};

/// A value that a circular sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands in the pack, as `fees.state.basic`.
    pub place: String,
    /// What held before; empty: nothing did.
    pub before: String,
    /// What holds now.
    pub now: String,
}

impl Pack {
    /// What a circular changes in the pack of a year with other circulars laid over it before, in the order of places.
    ///
    /// # Errors
    /// When one of them is not TOML.
    pub fn differences(year: u16, laid: &[&str], circular: &str) -> Result<Vec<Difference>, PackError> {
        let before = overlay(bundled(year)?, laid)?;
        let now = overlay(before.clone(), &[circular])?;
        let mut found = Vec::new();
        compare("", Some(&before), &now, &mut found);
        Ok(found)
    }
}

fn compare(place: &str, before: Option<&Table>, now: &Table, found: &mut Vec<Difference>) {
    for (key, value) in now {
        let old = before.and_then(|before| before.get(key));
        let at = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
        match value {
            _ if old == Some(value) => {}
            Value::Table(deeper) => compare(&at, old.and_then(Value::as_table), deeper, found),
            _ => found.push(Difference {
                place: at.strip_suffix(".value").unwrap_or(&at).to_owned(),
                before: old.map(plain).unwrap_or_default(),
                now: plain(value),
            }),
        }
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circular_is_told_by_the_values_that_it_changes_and_by_no_others() {
        let fee = "[fees.state.basic]\nvalue = 2750\n[fees.state.subject]\nvalue = 400\n";
        let [first] = &Pack::differences(2026, &[], fee).unwrap()[..] else { panic!("one value is another") };
        assert_eq!((first.place.as_str(), first.now.as_str()), ("fees.state.basic", "2750"));
        let again = Pack::differences(2026, &[fee], "[fees.state.basic]\nvalue = 2800\n").unwrap();
        assert_eq!((again[0].before.as_str(), again[0].now.as_str()), ("2750", "2800"));
        let date = Pack::differences(2026, &[], "[calendar.closes]\nvalue = \"2026-03-31\"\n").unwrap();
        assert_eq!((date[0].place.as_str(), date[0].before.as_str()), ("calendar.closes", ""));
        assert!(Pack::differences(2026, &[], "[fees").is_err());
    }
}
