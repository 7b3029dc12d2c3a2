//! `birth-year.*` and `birth-certificate.*` (2.3.27(i), (ii), 2.3.18(i)).

use super::{Case, fire};
use crate::Field;
use crate::entry::{Citizenship, Year};
use crate::finding::{Finding, Rule};
use crate::pack::data::CertificateShape;

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    judge_year(case, findings);
    judge_certificate(case, findings);
}

fn judge_year(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let exam = case.pack.year();
    let Year::Value(born) = case.entry.birth_year else {
        findings.push(Finding::wanting(Rule::BirthYearInvalid, exam));
        return;
    };
    if born >= exam {
        findings.push(Finding::wanting(Rule::BirthYearInvalid, exam));
    }
    let ages = &case.pack.data().birth_year;
    if exam - born < ages.youngest.value || exam - born > ages.oldest.value {
        findings.push(Finding::against(Rule::BirthYearImplausible, exam - born, exam));
    }
}

fn judge_certificate(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let number = case.entry.get(Field::BirthCertificateNo);
    if number.is_empty() {
        let citizen = case.entry.citizenship == Some(Citizenship::Citizen);
        fire(findings, citizen, Rule::BirthCertificateMissing);
        return;
    }
    let shape = &case.pack.data().birth_certificate;
    fire(findings, is_placeholder(number.as_bytes(), shape), Rule::BirthCertificatePlaceholder);
    fire(findings, case.shared.birth_certificate, Rule::BirthCertificateRepeated);
}

fn is_placeholder(number: &[u8], shape: &CertificateShape) -> bool {
    let allowed = |b: &u8| b.is_ascii_digit() || b.is_ascii_uppercase() || matches!(b, b'/' | b'-');
    let mut digits = number.iter().filter(|b| b.is_ascii_digit());
    let first = digits.next();
    let (mut count, mut all_equal) = (usize::from(first.is_some()), true);
    for digit in digits {
        count += 1;
        all_equal &= Some(digit) == first;
    }
    !(shape.shortest.value..=shape.longest.value).contains(&number.len())
        || !number.iter().all(allowed)
        || count < shape.fewest_digits.value
        || all_equal
}
