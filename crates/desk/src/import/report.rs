//! What the error workbook says of a row. Owns the verdict and which cells are coloured; the words are the rules'.

use intake::error_workbook::{RowReport, Verdict};
use regulations::{Field, FieldSet, Finding, Language, Severity};

use super::Imported;
use crate::desk::Desk;
use crate::judgement::Judged;
use crate::rulebook::Rulebook;

/// What the error workbook says of each row.
pub(super) fn reports(
    desk: &Desk,
    language: Language,
    imported: &Imported,
    judged: &[(u32, &Judged)],
) -> Vec<RowReport> {
    let mut reports: Vec<RowReport> =
        judged.iter().map(|(row, judged)| report(desk.book(), language, *row, &judged.findings)).collect();
    reports.extend(imported.refused.iter().map(|(row, why)| plain(*row, Verdict::Refused, vec![why.clone()])));
    reports.extend(imported.skipped.iter().map(|(row, what)| plain(*row, Verdict::Skipped, vec![(*what).to_owned()])));
    reports.extend(imported.elsewhere.iter().map(|(row, centre)| {
        plain(*row, Verdict::Skipped, vec![format!("belongs to the register of centre {centre}")])
    }));
    reports.sort_by_key(|report| report.row);
    reports
}

/// What the rules found in a row.
pub(super) fn report(book: &Rulebook, language: Language, row: u32, findings: &[Finding]) -> RowReport {
    let of = |severity| {
        let rules = findings.iter().filter(move |finding| finding.severity == severity);
        FieldSet::of(&rules.flat_map(|finding| finding.rule.fields().iter()).collect::<Vec<Field>>())
    };
    let mut paragraphs: Vec<String> = findings.iter().map(|f| f.rule.paragraph().to_owned()).collect();
    paragraphs.dedup();
    RowReport {
        row,
        verdict: match findings.iter().map(|finding| finding.severity).max() {
            Some(Severity::Error) => Verdict::Errors,
            Some(Severity::Warning) => Verdict::Warnings,
            Some(Severity::Notice) | None => Verdict::Ok,
        },
        messages: findings.iter().map(|f| book.messages.text(language, &book.pack, f).into_owned()).collect(),
        paragraphs,
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
    }
}

/// A report without findings.
pub(super) fn plain(row: u32, verdict: Verdict, messages: Vec<String>) -> RowReport {
    let (errors, warnings) = (FieldSet::default(), FieldSet::default());
    RowReport { row, verdict, messages, paragraphs: Vec::new(), errors, warnings }
}
