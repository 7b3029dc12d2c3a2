//! Fixes that are certain: a value that only its writing kept from being right. Owns what each would write; refuses to
//! guess. A fix is offered only where its finding would go and no other rule would fire for it.

use crate::entry::{Entry, Qualification};
use crate::field::{Field, Fields};
use crate::finding::{Finding, Rule};
use crate::rules::{Case, judge};
use crate::subjects::tokens;

/// A value to write into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The field.
    pub field: Field,
    /// What to write.
    pub value: String,
    /// The message that offers it; its one argument is `$value`.
    pub label: &'static str,
}

impl Fix {
    fn new(field: Field, value: String, label: &'static str) -> Fix {
        Fix { field, value, label }
    }
}

/// The fix of a finding, where one is certain. What the entry shares with others (`Shared`) is taken as it was: the
/// caller judges the entry anew once it is changed.
#[must_use]
pub fn fix(case: &Case<'_>, finding: &Finding) -> Option<Fix> {
    let fix = propose(case, finding.rule)?;
    settles(case, finding.rule, &fix).then_some(fix)
}

fn propose(case: &Case<'_>, rule: Rule) -> Option<Fix> {
    let get = |field| case.entry.get(field);
    let written = |field, value: String| Some(Fix::new(field, value, "fix-write"));
    match rule {
        Rule::NameCharacters => written(Field::Name, with_plain_signs(get(Field::Name))),
        Rule::GenderInvalid => written(Field::Gender, capitals(get(Field::Gender))),
        Rule::CitizenshipInvalid => written(Field::Citizenship, capitals(get(Field::Citizenship))),
        Rule::BirthCertificatePlaceholder => {
            written(Field::BirthCertificateNo, capitals(get(Field::BirthCertificateNo)))
        }
        Rule::IndexFormat => number(get(Field::CandidateNo)),
        Rule::QualificationMissing => qualification(get(Field::Qualification)),
        Rule::QualificationIndexFormat => kcpe_index(case),
        Rule::SubjectsDuplicate => Some(Fix::new(Field::Subjects, once(get(Field::Subjects)), "fix-subjects-once")),
        Rule::SubjectsUnknown => written(Field::Subjects, with_digits(get(Field::Subjects))),
        Rule::SpecialNeedsUnknown => written(Field::SpecialNeeds, categories(get(Field::SpecialNeeds))),
        _ => None,
    }
}

/// Whether the finding goes and no rule fires that did not before.
fn settles(case: &Case<'_>, rule: Rule, fix: &Fix) -> bool {
    let mut text: Fields<'_> = *case.entry.text;
    text[fix.field as usize] = &fix.value;
    let centre = case.entry.centre.map(|centre| centre.to_string()).unwrap_or_default();
    let entry = Entry::read(case.pack, &centre, &text);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    judge(case, &mut before);
    judge(&Case { entry: &entry, ..*case }, &mut after);
    after.iter().all(|finding| finding.rule != rule && before.iter().any(|other| other.rule == finding.rule))
}

fn capitals(text: &str) -> String {
    text.split_whitespace().collect::<String>().to_uppercase()
}

/// Accents and dashes that stand for an apostrophe or a hyphen.
fn with_plain_signs(name: &str) -> String {
    let plain = |c| match c {
        '`' | '´' | '′' => '\'',
        '‐'..='―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    name.chars().map(plain).collect()
}

/// Three digits, or eleven with the centre before them, that lost their zeros.
fn number(text: &str) -> Option<Fix> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let width = match text.len() {
        1 | 2 => 3,
        10 => 11,
        _ => return None,
    };
    digits.then(|| Fix::new(Field::CandidateNo, format!("{text:0>width$}"), "fix-leading-zeros"))
}

/// A KCPE index without the signs put between its digits and with the zero it lost.
fn kcpe_index(case: &Case<'_>) -> Option<Fix> {
    let shape = &case.pack.data().kcpe_index;
    let text = case.entry.get(Field::QualifyingIndex);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '/')).collect();
    let short = |length: usize| digits.len() + 1 == length;
    if short(shape.digits.value) || short(shape.old_digits.value) {
        return Some(Fix::new(Field::QualifyingIndex, format!("0{digits}"), "fix-leading-zeros"));
    }
    (digits.len() < text.len()).then(|| Fix::new(Field::QualifyingIndex, digits, "fix-write"))
}

fn qualification(text: &str) -> Option<Fix> {
    let letters: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    let name = letters.to_uppercase();
    Qualification::parse(&name).map(|_| Fix::new(Field::Qualification, name, "fix-write"))
}

/// Codes parted by spaces, each once, in the order entered.
fn once(text: &str) -> String {
    let mut codes: Vec<String> = Vec::new();
    for token in tokens(text) {
        let code = String::from_utf8_lossy(token).into_owned();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.join(" ")
}

/// Letters typed for the digits they look like.
fn with_digits(text: &str) -> String {
    let digit = |c| match c {
        'O' | 'o' => '0',
        'I' | 'l' | 'i' | '|' => '1',
        c => c,
    };
    text.chars().map(digit).collect()
}

fn categories(text: &str) -> String {
    let upper = text.to_uppercase();
    upper.replace("LOW VISION", "LOW_VISION").replace("LOW-VISION", "LOW_VISION")
}
