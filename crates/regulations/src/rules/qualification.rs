//! `qualification.*`: the primary certificate and what must come with it (2.3.4, 2.3.25, 2.3.26, 2.4, 2.6, 2.7). Most
//! are asked of first attempts only; the index number's shape, its double and an impossible year of anybody.

use super::{Case, fire};
use crate::Field;
use crate::entry::{Entry, EntryCode, Qualification, Year};
use crate::finding::{Finding, Rule};
use crate::pack::Pack;

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Case { pack, entry, .. } = *case;
    let first = entry.code == Some(EntryCode::First);
    if first {
        fire(findings, entry.qualification.is_none(), Rule::QualificationMissing);
        fire(findings, lacks_index(entry), Rule::QualificationIndexMissing);
    }
    fire(findings, is_misshapen(pack, entry), Rule::QualificationIndexFormat);
    fire(findings, case.shared.qualification, Rule::QualificationIndexRepeated);
    fire(findings, is_impossible(pack, entry), Rule::QualificationYearImpossible);
    if first {
        judge_recent(pack, entry, findings);
        judge_foreign(pack, entry, findings);
        let cpe = entry.qualification == Some(Qualification::Cpe);
        if cpe && !entry.qualifying_test_year.is_by(last_test(pack)) {
            findings.push(Finding::wanting(Rule::QualificationCpeQualifyingTest, last_test(pack)));
        }
    }
}

/// The last year in which the Qualifying Test, or the equation, counts.
fn last_test(pack: &Pack) -> i32 {
    pack.year() - pack.data().qualifying_test.years_before.value
}

fn lacks_index(entry: &Entry<'_>) -> bool {
    let local = !matches!(entry.qualification, None | Some(Qualification::Foreign));
    local && !(entry.has(Field::QualifyingIndex) && entry.qualifying_year.is_given())
}

/// Nine digits are right in the years before eleven were introduced; where no year is given, that is not judged.
fn is_misshapen(pack: &Pack, entry: &Entry<'_>) -> bool {
    let index = entry.get(Field::QualifyingIndex).as_bytes();
    if entry.qualification != Some(Qualification::Kcpe) || index.is_empty() {
        return false;
    }
    let shape = &pack.data().kcpe_index;
    let old = match entry.qualifying_year {
        Year::Absent => true,
        year => year.is_by(i32::from(shape.old_until.value)),
    };
    let right = index.len() == shape.digits.value || (old && index.len() == shape.old_digits.value);
    !right || !index.iter().all(u8::is_ascii_digit)
}

fn is_impossible(pack: &Pack, entry: &Entry<'_>) -> bool {
    match entry.qualifying_year {
        Year::Absent => false,
        Year::Unreadable => true,
        Year::Value(year) => {
            let examined = entry.qualification.is_none_or(|qualification| {
                let (first, last) = pack.qualification_years[qualification as usize];
                (first..=last).contains(&year)
            });
            !examined || year >= pack.year()
        }
    }
}

fn judge_recent(pack: &Pack, entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let Year::Value(year) = entry.qualifying_year else { return };
    let least = pack.data().secondary.least_difference.value;
    if year < pack.year() && pack.year() - year < least {
        findings.push(Finding::against(Rule::QualificationTooRecent, year, pack.year() - least));
    }
}

fn judge_foreign(pack: &Pack, entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    if entry.qualification != Some(Qualification::Foreign) {
        return;
    }
    let last = last_test(pack);
    if !entry.equation_year.is_by(last) {
        findings.push(Finding::wanting(Rule::QualificationForeignEquation, last));
    }
    match entry.primary_years {
        Year::Value(years) if years < i32::from(pack.data().foreign.full_primary_years.value) => {
            if !entry.qualifying_test_year.is_by(last) {
                findings.push(Finding::against(Rule::QualificationForeignQualifyingTest, years, last));
            }
        }
        Year::Value(_) => {}
        Year::Absent | Year::Unreadable => findings.push(Finding::plain(Rule::QualificationForeignPrimaryYears)),
    }
    let particulars = entry.has(Field::Country) && entry.has(Field::PassportNo);
    fire(findings, !particulars, Rule::QualificationForeignParticulars);
}
