//! The year of a date that stands where a year belongs. Owns the spellings of dates; refuses to guess a century.

use crate::words::is_digits;

const MONTHS: &[&str] = &[
    "JAN",
    "FEB",
    "MAR",
    "APR",
    "MAY",
    "JUN",
    "JUL",
    "AUG",
    "SEP",
    "SEPT",
    "OCT",
    "NOV",
    "DEC",
    "MACHI",
    "APRILI",
    "MEI",
    "JUNI",
    "JULAI",
    "AGOSTI",
    "OKT",
    "DES",
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
    "JANUARI",
    "FEBRUARI",
    "SEPTEMBA",
    "OKTOBA",
    "NOVEMBA",
    "DESEMBA",
];

/// The four digits of the year where `text` is a full date (with a time or without); `None` where it is not one.
///
/// Day and month may come in either order, the month as a number or a name. A year of two digits is no year.
pub(crate) fn year_of_date(text: &str) -> Option<&str> {
    let date = text.split_once('T').filter(|(date, _)| date.len() == 10).map_or(text, |(date, _)| date);
    let mut parts = date.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty());
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if !parts.all(is_time) {
        return None;
    }
    match (a.len() == 4 && is_digits(a), c.len() == 4 && is_digits(c)) {
        (true, false) if is_day_and_month(b, c) => Some(a),
        (false, true) if is_day_and_month(a, b) => Some(c),
        _ => None,
    }
}

/// Hours, minutes and seconds, or the half of the day.
fn is_time(part: &str) -> bool {
    matches!(part, "AM" | "PM" | "am" | "pm") || part.split(':').all(is_digits)
}

fn is_day_and_month(first: &str, second: &str) -> bool {
    match (small(first), small(second)) {
        (Some(a), Some(b)) => (a <= 12 && b <= 31) || (a <= 31 && b <= 12),
        (Some(day), None) => day <= 31 && is_month(second),
        (None, Some(day)) => day <= 31 && is_month(first),
        (None, None) => false,
    }
}

/// A number from 1 to 99, with an ending such as `12th` or without.
fn small(part: &str) -> Option<u8> {
    let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &part[digits.len()..];
    let known = ending.is_empty() || ["st", "nd", "rd", "th"].iter().any(|e| ending.eq_ignore_ascii_case(e));
    if known && digits.len() <= 2 { digits.parse().ok().filter(|&n| n > 0) } else { None }
}

fn is_month(part: &str) -> bool {
    MONTHS.iter().any(|month| month.eq_ignore_ascii_case(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_give_their_year_and_others_nothing() {
        for (text, year) in [
            ("12/03/2007", Some("2007")),
            ("3/12/2007", Some("2007")),
            ("12.3.2007", Some("2007")),
            ("2007-03-12", Some("2007")),
            ("2007/3/12", Some("2007")),
            ("2007-03-12 00:00:00", Some("2007")),
            ("2007-03-12T00:00:00", Some("2007")),
            ("12/03/2007 12:00:00 AM", Some("2007")),
            ("12-Mar-2007", Some("2007")),
            ("12th March 2007", Some("2007")),
            ("March 12, 2007", Some("2007")),
            ("12 Machi 2007", Some("2007")),
            ("2007", None),
            ("12/03/07", None),
            ("31/31/2007", None),
            ("0/3/2007", None),
            ("2007-2008-12", None),
            ("Mar-2007", None),
            ("a/b/2007", None),
        ] {
            assert_eq!(year_of_date(text), year, "{text}");
        }
    }
}
