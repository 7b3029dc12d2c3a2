//! One cell's text -> the canonical text of its field. Owns the repair of what spreadsheets do to numbers, years and
//! words; refuses to judge: what it does not understand passes through as typed.

use regulations::Field;

use crate::Refusal;
use crate::dates::year_of_date;
use crate::meanings::Meanings;
use crate::subjects::{SubjectIndex, is_canonical, push_word, write_digits};
use crate::words::{fold, is_digits, is_tidy};

/// The canonical text of a cell.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Tidied<'a> {
    /// The cell's own text, or a constant.
    Is(&'a str),
    /// It was appended to `out`.
    Written,
}

use Tidied::{Is, Written};

/// Brings a cell's text into its field's canonical spelling. Appends to `out` only what differs from the text itself.
#[inline]
pub(crate) fn tidy<'a>(
    field: Field,
    raw: &'a str,
    subjects: &SubjectIndex,
    out: &mut String,
) -> Result<Tidied<'a>, Refusal> {
    if raw.is_empty() {
        return Ok(Is(""));
    }
    match field {
        Field::Name | Field::Country | Field::Photo | Field::SpecialNeeds => {}
        Field::Subjects | Field::LastKcseSubjects if is_canonical(raw) => return Ok(Is(raw)),
        Field::Gender | Field::Citizenship if matches!(raw, "M" | "F" | "C" | "N") => {
            return canonical(field, raw, subjects, out);
        }
        Field::Qualification if raw == "KCPE" => return Ok(Is(raw)),
        Field::Subjects | Field::LastKcseSubjects | Field::Gender | Field::Citizenship | Field::Qualification => {}
        _ if is_digits(raw) => return Ok(restore_zeros(field, raw, out)),
        _ => {}
    }
    if is_tidy(raw) { canonical(field, raw, subjects, out) } else { tidy_folded(field, raw, subjects, out) }
}

#[cold]
fn tidy_folded<'a>(
    field: Field,
    raw: &'a str,
    subjects: &SubjectIndex,
    out: &mut String,
) -> Result<Tidied<'a>, Refusal> {
    let folded = match field {
        // A line end splits subjects as a comma does.
        Field::Subjects | Field::LastKcseSubjects => fold(&raw.replace(['\n', '\r', '\t'], ", ")),
        _ => fold(raw),
    };
    check_readable(field.name(), &folded)?;
    match canonical(field, &folded, subjects, out)? {
        Is(text) => out.push_str(text),
        Written => {}
    }
    Ok(Written)
}

/// Refuses what stands in place of a value: a formula's error, or the signs of a column too narrow.
pub(crate) fn check_readable(column: &'static str, text: &str) -> Result<(), Refusal> {
    const ERRORS: [&str; 10] =
        ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"];
    let calc_error = text.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && is_digits(code));
    if calc_error || ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error)) {
        return Err(Refusal::ErrorValue { column, shown: text.to_owned() });
    }
    if text.len() >= 3 && text.bytes().all(|b| b == b'#') {
        return Err(Refusal::TooNarrow { column });
    }
    Ok(())
}

/// Whether a cell could be refused: quick, and never wrong where it says no.
#[inline]
pub(crate) fn may_be_unreadable(raw: &str) -> bool {
    match raw.as_bytes() {
        [] => false,
        [b'0'..=b'9' | b'+' | b'-', rest @ ..] => rest.iter().any(|b| b | 0x20 == b'e'),
        [b'E' | b'e', rest @ ..] => rest.contains(&b':'),
        [first, ..] => !first.is_ascii_alphabetic(),
    }
}

#[inline]
fn canonical<'a>(
    field: Field,
    text: &'a str,
    subjects: &SubjectIndex,
    out: &mut String,
) -> Result<Tidied<'a>, Refusal> {
    match field {
        Field::Name | Field::Country | Field::Photo => calc_error(field, text),
        Field::Gender => Ok(Is(match text {
            "M" | "F" => text,
            _ => return word("gender", field, text),
        })),
        Field::Citizenship => Ok(Is(match text {
            "C" | "N" => text,
            _ => return word("citizenship", field, text),
        })),
        Field::Qualification => Ok(Is(match text {
            "KCPE" => text,
            _ => return word("qualification", field, text),
        })),
        Field::SpecialNeeds => {
            calc_error(field, text)?;
            Ok(needs(text, out))
        }
        Field::Subjects | Field::LastKcseSubjects => {
            if is_canonical(text) {
                return Ok(Is(text));
            }
            calc_error(field, text)?;
            if field == Field::LastKcseSubjects && Meanings::get().is_nothing(text) {
                return Ok(Is(""));
            }
            if matches!(scientific(text), Some(None)) {
                return Err(Refusal::DigitsLost { column: field.name(), shown: text.to_owned() });
            }
            if !write_digits(text, out) {
                subjects.write_codes(whole(text), out);
            }
            Ok(Written)
        }
        _ => number(field, text, out),
    }
}

#[inline]
fn calc_error(field: Field, text: &str) -> Result<Tidied<'_>, Refusal> {
    if text.starts_with("Err:") {
        check_readable(field.name(), text)?;
    }
    Ok(Is(text))
}

fn word<'a>(table: &'static str, field: Field, text: &'a str) -> Result<Tidied<'a>, Refusal> {
    calc_error(field, text)?;
    Ok(Is(Meanings::get().value(table, text).unwrap_or(text)))
}

/// Categories of special needs, split by spaces, commas or semicolons; two words may be one category.
fn needs<'a>(text: &'a str, out: &mut String) -> Tidied<'a> {
    let meanings = Meanings::get();
    if meanings.is_nothing(text) {
        return Is("");
    }
    let start = out.len();
    for_each_need(text, &mut |written, category| push_word(category.unwrap_or(written), start, out));
    Written
}

/// The parts of a list of special needs as they are written, each with the category that it means.
pub(crate) fn needs_pieces(text: &str) -> Vec<(String, Option<String>)> {
    let mut pieces = Vec::new();
    for_each_need(text, &mut |written, category| pieces.push((written.to_owned(), category.map(str::to_owned))));
    pieces
}

fn for_each_need(text: &str, visit: &mut dyn FnMut(&str, Option<&'static str>)) {
    let meanings = Meanings::get();
    for piece in text.split([',', ';']) {
        let words: Vec<&str> = piece.split(' ').filter(|word| !word.is_empty()).collect();
        let mut at = 0;
        while at < words.len() {
            let known = (1..=words.len().min(at + 2) - at)
                .rev()
                .find_map(|length| Some((length, meanings.value("special_needs", &words[at..at + length].concat())?)));
            let length = known.map_or(1, |(length, _)| length);
            visit(&words[at..at + length].join(" "), known.map(|(_, category)| category));
            at += length;
        }
    }
}

/// A number without the fraction `.0` that spreadsheets and programs add.
fn whole(text: &str) -> &str {
    match text.split_once('.') {
        Some((digits, zeros)) if is_digits(digits) && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => digits,
        _ => text,
    }
}

/// Whether a dash or a "nil" in the column says that there is none. Where a value is asked of everybody, it stands for one
/// that is wrong.
const fn may_be_left_empty(field: Field) -> bool {
    !matches!(
        field,
        Field::Centre | Field::CandidateNo | Field::YearOfBirth | Field::BirthCertificateNo | Field::EntryCode
    )
}

fn number<'a>(field: Field, text: &'a str, out: &mut String) -> Result<Tidied<'a>, Refusal> {
    if is_digits(text) {
        return Ok(restore_zeros(field, text, out));
    }
    calc_error(field, text)?;
    if let Some(digits) = scientific(text) {
        let Some(digits) = digits else {
            return Err(Refusal::DigitsLost { column: field.name(), shown: text.to_owned() });
        };
        if let Is(same) = restore_zeros(field, &digits, out) {
            out.push_str(same);
        }
        return Ok(Written);
    }
    let text = whole(text);
    Ok(match field {
        _ if is_digits(text) => restore_zeros(field, text, out),
        _ if may_be_left_empty(field) && Meanings::get().is_nothing(text) => Is(""),
        Field::YearOfBirth
        | Field::QualifyingYear
        | Field::QualifyingTestYear
        | Field::EquationYear
        | Field::LastKcseYear => Is(year_of_date(text).unwrap_or(text)),
        _ => Is(text),
    })
}

/// Reads `2.4505105001E+10`: `None` where the text is not in scientific notation, `Some(None)` where the digits
/// written are fewer than the number has.
fn scientific(text: &str) -> Option<Option<String>> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    let (lead, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let power = exponent.strip_prefix('+').unwrap_or(exponent);
    let marked = exponent.len() != power.len() || !fraction.is_empty();
    if !marked || lead.len() != 1 || !is_digits(lead) || !is_digits(power) || power.len() > 3 {
        return None;
    }
    if !fraction.is_empty() && !is_digits(fraction) {
        return None;
    }
    let power: usize = power.parse().ok()?;
    match fraction.len().cmp(&power) {
        std::cmp::Ordering::Less => Some(None),
        std::cmp::Ordering::Equal => Some(Some(format!("{lead}{fraction}"))),
        std::cmp::Ordering::Greater => None,
    }
}

/// Gives a number of digits the zeros in front that a spreadsheet took away.
#[inline]
fn restore_zeros<'a>(field: Field, digits: &'a str, out: &mut String) -> Tidied<'a> {
    let missing = match (field, digits.len()) {
        (Field::Centre, 7) | (Field::CandidateNo | Field::LastKcseIndex, 10) | (Field::CandidateNo, 2) => 1,
        (Field::CandidateNo, 1) => 2,
        (Field::Phone, 9) if digits.starts_with(['7', '1']) => 1,
        _ => return Is(digits),
    };
    out.push_str(&"00"[..missing]);
    out.push_str(digits);
    Written
}

/// How many zeros a KCPE index number lost: 11 digits, or 9 where its year is 2011 or earlier.
#[inline]
pub(crate) fn lost_from_kcpe_index(index: &str, year: &str) -> usize {
    let old = || year.len() == 4 && is_digits(year) && year <= "2011";
    match index.len() {
        10 if is_digits(index) => 1,
        8 if is_digits(index) && old() => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::subject_headings;

    fn tidied(field: Field, raw: &str) -> Result<String, Refusal> {
        let mut out = String::new();
        let index = SubjectIndex::new(&subject_headings());
        tidy(field, raw, &index, &mut out).map(|tidied| match tidied {
            Is(text) => text.to_owned(),
            Written => out,
        })
    }

    #[test]
    fn values_come_out_in_their_canonical_spelling() {
        for (field, raw, canonical) in [
            (Field::CandidateNo, "7", "007"),
            (Field::CandidateNo, "42", "042"),
            (Field::CandidateNo, "7.0", "007"),
            (Field::CandidateNo, "1234", "1234"),
            (Field::CandidateNo, "24505105001", "24505105001"),
            (Field::CandidateNo, "4112003001", "04112003001"),
            (Field::CandidateNo, "2.4505105001E+10", "24505105001"),
            (Field::CandidateNo, "=\"007\"", "007"),
            (Field::CandidateNo, "7A", "7A"),
            (Field::Centre, "4112003", "04112003"),
            (Field::Centre, "24505105", "24505105"),
            (Field::Centre, "2.4505105E+07", "24505105"),
            (Field::LastKcseIndex, "4112003001", "04112003001"),
            (Field::YearOfBirth, "2007", "2007"),
            (Field::YearOfBirth, "2007.0", "2007"),
            (Field::YearOfBirth, "12/03/2007", "2007"),
            (Field::YearOfBirth, "2007-03-12", "2007"),
            (Field::YearOfBirth, "12-Mar-2007", "2007"),
            (Field::YearOfBirth, "07", "07"),
            (Field::YearOfBirth, "12/03/07", "12/03/07"),
            (Field::BirthCertificateNo, "0012345", "0012345"),
            (Field::BirthCertificateNo, "12345678.0", "12345678"),
            (Field::BirthCertificateNo, " ab/123 ", "ab/123"),
            (Field::AdmissionNo, "12E4", "12E4"),
            (Field::AdmissionNo, "10.5", "10.5"),
            (Field::Name, "AKINYI\u{a0}\u{a0}JANE ", "AKINYI JANE"),
            (Field::Name, "Wanjikũ  N'Gala", "Wanjikũ N'Gala"),
            (Field::Gender, "Msichana", "F"),
            (Field::Gender, "male", "M"),
            (Field::Gender, "m", "M"),
            (Field::Gender, "X", "X"),
            (Field::Citizenship, "Mkenya", "C"),
            (Field::Citizenship, "Non-citizen", "N"),
            (Field::Citizenship, "foreigner", "N"),
            (Field::EntryCode, "1.0", "1"),
            (Field::EntryCode, "9", "9"),
            (Field::Qualification, "kcpe", "KCPE"),
            (Field::Qualification, "O level", "O level"),
            (Field::SpecialNeeds, "low vision", "LOW_VISION"),
            (Field::SpecialNeeds, "Low Vision; hearing,physical", "LOW_VISION HEARING PHYSICAL"),
            (Field::SpecialNeeds, "BLIND low_vision", "BLIND LOW_VISION"),
            (Field::SpecialNeeds, "blind\nmental", "BLIND MENTAL"),
            (Field::SpecialNeeds, "albino", "albino"),
            (Field::SpecialNeeds, "None", ""),
            (Field::SpecialNeeds, "low\nvision", "LOW_VISION"),
            (Field::SpecialNeeds, "Blind\nPhysical", "BLIND PHYSICAL"),
            (Field::LastKcseYear, "-", ""),
            (Field::LastKcseSubjects, "Nil", ""),
            (Field::QualifyingIndex, "N/A", ""),
            (Field::BirthCertificateNo, "NIL", "NIL"),
            (Field::Subjects, "101 102 121", "101 102 121"),
            (Field::Subjects, "101,102;121/231", "101 102 121 231"),
            (Field::Subjects, "101, 102\n121", "101 102 121"),
            (Field::Subjects, "ENG, kisw, CRE", "101 102 313"),
            (Field::Subjects, "101.0", "101"),
            (Field::Phone, "712345678", "0712345678"),
            (Field::Photo, "007.JPG", "007.JPG"),
        ] {
            assert_eq!(tidied(field, raw).as_deref(), Ok(canonical), "{} {raw:?}", field.name());
        }
    }

    #[test]
    fn cells_that_cannot_be_read_are_refused_and_suspected_beforehand() {
        for (field, raw) in [
            (Field::CandidateNo, "#N/A"),
            (Field::Name, " #REF! "),
            (Field::YearOfBirth, "#div/0!"),
            (Field::BirthCertificateNo, "Err:508"),
            (Field::QualifyingIndex, "2.50E+10"),
            (Field::QualifyingIndex, "2.5e+10"),
            (Field::Centre, "2.45E7"),
            (Field::Phone, "########"),
            (Field::Subjects, "#VALUE!"),
            (Field::Name, "\u{a0}#N/A"),
        ] {
            let refusal = tidied(field, raw).expect_err(raw);
            assert_eq!(refusal.field(), Some(field));
            assert!(may_be_unreadable(raw), "{raw}");
        }
    }

    #[test]
    fn a_kcpe_index_gets_back_one_zero_by_its_year() {
        for (index, year, zeros) in [
            ("1234567890", "2019", 1),
            ("1234567890", "", 1),
            ("12345678", "2011", 1),
            ("12345678", "1999", 1),
            ("12345678", "2012", 0),
            ("12345678", "", 0),
            ("12345678901", "2019", 0),
            ("123456789", "2010", 0),
            ("12345 7890", "2019", 0),
        ] {
            assert_eq!(lost_from_kcpe_index(index, year), zeros, "{index} {year}");
        }
    }

    proptest::proptest! {
        #[test]
        fn tidying_twice_changes_nothing_more(raw in "[ -~\u{a0}ũ]{0,24}", which in 0..Field::COUNT) {
            let field = Field::ALL[which];
            if let Ok(once) = tidied(field, &raw) {
                proptest::prop_assume!(!once.starts_with(['\'', '=']));
                proptest::prop_assert_eq!(tidied(field, &once).ok(), Some(once));
            }
        }

        #[test]
        fn nothing_is_refused_that_was_not_suspected(raw in "[#0-9eE.+:A-Z/! ]{0,12}", which in 0..Field::COUNT) {
            if tidied(Field::ALL[which], &raw).is_err() {
                proptest::prop_assert!(may_be_unreadable(&raw));
            }
        }
    }
}
