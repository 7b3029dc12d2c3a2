//! `name.*`: the name as on the qualifying certificate (2.3.19, 2.3.25).

use super::{Case, fire};
use crate::Field;
use crate::finding::{Finding, Rule};

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let name = case.entry.get(Field::Name);
    if name.is_empty() {
        findings.push(Finding::plain(Rule::NameMissing));
        return;
    }
    fire(findings, !is_written(name), Rule::NameCharacters);
    fire(findings, name.split_whitespace().nth(1).is_none(), Rule::NameSingle);
}

/// Letters of any alphabet, with what stands between the parts of a name.
fn is_written(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphabetic() || matches!(b, b' ' | b'\'' | b'-' | b'.');
    name.bytes().all(plain) || name.chars().all(is_of_a_name)
}

/// Combining marks count as part of their letter, for some systems write `ũ` as two characters. Roman numerals and circled
/// letters are signs that Unicode lists beside the letters.
fn is_of_a_name(c: char) -> bool {
    let letter = c.is_alphabetic() && !c.is_numeric() && !matches!(c, '\u{24b6}'..='\u{24e9}');
    letter || matches!(c, ' ' | '\'' | '\u{2018}' | '\u{2019}' | '-' | '.' | '\u{300}'..='\u{36f}')
}
