//! A spreadsheet into the register, and the error workbook beside it. Owns which row becomes which candidate; every
//! row that can be read is taken in, findings or not (invariant 5).

use std::collections::BTreeMap;
use std::path::Path;

use intake::error_workbook::{RowReport, SheetCells, Verdict, error_workbook};
use intake::{Options, Outcome, table::Table};
use register::{CandidateId, CentreField, Filter, ImportedRow, Operation, Reading, Which};
use regulations::{CandidateNumber, Draft, Field, FieldSet, Language, Severity};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::files;
use crate::judgement::Judged;
use crate::rulebook::Rulebook;

/// What became of a spreadsheet.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Rows below the headings that are not empty.
    pub read: usize,
    /// Rows that are candidates of the register now.
    pub imported: usize,
    /// Of these, rows that changed a candidate who was there already.
    pub updated: usize,
    /// Rows of which a cell cannot be read, with the cell and the reason.
    pub refused: Vec<(u32, String)>,
    /// Rows that are no candidates: totals, signatures, headings again.
    pub skipped: Vec<(u32, &'static str)>,
    /// Rows of other centres, with the centre; they belong into that centre's register.
    pub elsewhere: Vec<(u32, String)>,
    /// Whether an imported row has a finding of error level.
    pub errors: bool,
    /// Sheets with data that were not read.
    pub other_sheets: Vec<String>,
}

struct Taken {
    row: u32,
    draft: Draft,
    known: Option<CandidateId>,
}

/// Takes a spreadsheet in, in one operation that one undo takes back; with `errors`, writes the error workbook there.
///
/// # Errors
/// When the file cannot be read, the register refuses, or the error workbook cannot be written.
pub fn import(
    desk: &mut Desk,
    path: &Path,
    sheet: Option<&str>,
    errors: Option<&Path>,
    language: Language,
) -> Result<Imported> {
    import_rows(desk, path, sheet, errors, language, Whose::Own)
}

/// Takes in, of a workbook that holds several centres, the rows that name this register's.
///
/// # Errors
/// As [`import`].
pub fn import_of_several(
    desk: &mut Desk,
    path: &Path,
    sheet: Option<&str>,
    errors: Option<&Path>,
    language: Language,
) -> Result<Imported> {
    import_rows(desk, path, sheet, errors, language, Whose::Named)
}

/// How many rows of a workbook name which centre, by its code; those that name none under an empty one.
///
/// # Errors
/// When the file cannot be read.
pub fn centres_in(book: &Rulebook, path: &Path, sheet: Option<&str>) -> Result<BTreeMap<String, usize>> {
    let table = read(book, path, sheet)?;
    let mut centres = BTreeMap::new();
    for (_, outcome) in table.data() {
        if let Outcome::Entry(draft) = outcome {
            *centres.entry(draft.get(Field::Centre).to_owned()).or_default() += 1;
        }
    }
    Ok(centres)
}

/// Which rows are a register's: those that name its centre, and in its own spreadsheet those that name none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Own,
    Named,
}

fn read(book: &Rulebook, path: &Path, sheet: Option<&str>) -> Result<Table> {
    let headings = book.subject_headings();
    let options = Options { sheet, subjects: &headings, mapping: None };
    let bytes = files::whole(path)?;
    Table::read(&bytes, &options).map_err(|source| Error::Intake { path: path.to_owned(), source })
}

fn import_rows(
    desk: &mut Desk,
    path: &Path,
    sheet: Option<&str>,
    errors: Option<&Path>,
    language: Language,
    whose: Whose,
) -> Result<Imported> {
    let table = read(desk.book(), path, sheet)?;
    let (mut imported, taken) = sort_out(&table, &desk.register().read(), whose)?;
    let ids = take_in(desk, path, &taken)?;
    let judgement = desk.judge()?;
    let judged = |id: CandidateId| judgement.candidates.iter().find(|judged| judged.candidate.id == id);
    let of_rows: Vec<(u32, &Judged)> =
        taken.iter().zip(&ids).filter_map(|(taken, id)| Some((taken.row, judged(*id)?))).collect();
    imported.errors = of_rows.iter().any(|(_, judged)| judged.has_errors());
    if let Some(out) = errors {
        let reports = reports(desk, language, &imported, &of_rows);
        let workbook = error_workbook(&SheetCells::of(&table), &reports);
        files::put(out, &workbook.map_err(|error| Error::Workbook(error.to_string()))?)?;
    }
    Ok(imported)
}

/// What becomes of each row, before anything is written.
fn sort_out(table: &Table, reading: &Reading<'_>, whose: Whose) -> Result<(Imported, Vec<Taken>)> {
    let mut imported = Imported {
        read: 0,
        imported: 0,
        updated: 0,
        refused: Vec::new(),
        skipped: Vec::new(),
        elsewhere: Vec::new(),
        errors: false,
        other_sheets: table.other_sheets.clone(),
    };
    let centre = reading.centre()?.get(CentreField::Code).to_owned();
    let mut known = Known::of(reading)?;
    let mut taken = Vec::new();
    for (row, outcome) in table.data() {
        imported.read += 1;
        match outcome {
            Outcome::Refused { cell, reason } => imported.refused.push((row.row, format!("{cell}: {reason}"))),
            Outcome::Skipped(what) => imported.skipped.push((row.row, what.name())),
            Outcome::Entry(draft) if is_elsewhere(draft, &centre, whose) => {
                imported.elsewhere.push((row.row, draft.get(Field::Centre).to_owned()));
            }
            Outcome::Entry(draft) => {
                let draft = own_number(draft, &centre);
                let known = known.take(&draft);
                imported.imported += 1;
                imported.updated += usize::from(known.is_some());
                taken.push(Taken { row: row.row, draft, known });
            }
        }
    }
    Ok((imported, taken))
}

fn is_elsewhere(draft: &Draft, centre: &str, whose: Whose) -> bool {
    let given = draft.get(Field::Centre);
    given != centre && (whose == Whose::Named || !given.is_empty())
}

/// A full index number of this centre is the candidate's number; one of another centre is kept for the rule to judge.
fn own_number(draft: &Draft, centre: &str) -> Draft {
    let mut own = draft.clone();
    if let Some(number) =
        draft.get(Field::CandidateNo).strip_prefix(centre).filter(|rest| CandidateNumber::parse(rest).is_ok())
    {
        own.set(Field::CandidateNo, number);
    }
    own
}

fn take_in(desk: &mut Desk, path: &Path, taken: &[Taken]) -> Result<Vec<CandidateId>> {
    let source = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let rows: Vec<ImportedRow> =
        taken.iter().map(|taken| ImportedRow { candidate: taken.known, draft: taken.draft.clone() }).collect();
    let mut entered = desk.transact(Operation::ImportDrafts { source, rows })?.entered.into_iter();
    Ok(taken.iter().filter_map(|taken| taken.known.or_else(|| entered.next())).collect())
}

/// Whom a row is about, where they are in the register already: the same workbook imports again without doubling
/// anybody. Each candidate is met once; a second row alike is a double, and the rules say so.
#[derive(Clone, Debug)]
pub struct Known(Vec<(CandidateId, Draft)>);

impl Known {
    /// Everybody on the roll.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn of(reading: &Reading<'_>) -> Result<Known> {
        let all = reading.candidates(&Filter { standing: Which::Entered, ..Filter::default() })?;
        Ok(Known(all.into_iter().map(|candidate| (candidate.id, candidate.draft)).collect()))
    }

    /// The same number with the same name or birth certificate; without a number, the same admission number or birth
    /// certificate with the same name.
    #[must_use]
    pub fn take(&mut self, row: &Draft) -> Option<CandidateId> {
        let alike = |draft: &Draft, field: Field| !row.get(field).is_empty() && row.get(field) == draft.get(field);
        let is_same = |draft: &Draft| {
            let numbered = alike(draft, Field::CandidateNo)
                && (alike(draft, Field::Name)
                    || alike(draft, Field::BirthCertificateNo)
                    || alike(draft, Field::AdmissionNo));
            let unnumbered = row.get(Field::CandidateNo).is_empty()
                && alike(draft, Field::Name)
                && (alike(draft, Field::AdmissionNo) || alike(draft, Field::BirthCertificateNo));
            numbered || unnumbered
        };
        let place = self.0.iter().position(|(_, draft)| is_same(draft))?;
        Some(self.0.swap_remove(place).0)
    }
}

fn reports(desk: &Desk, language: Language, imported: &Imported, judged: &[(u32, &Judged)]) -> Vec<RowReport> {
    let mut reports: Vec<RowReport> = judged.iter().map(|(row, judged)| report(desk, language, *row, judged)).collect();
    let plain = |row: u32, verdict: Verdict, messages: Vec<String>| RowReport {
        row,
        verdict,
        messages,
        paragraphs: Vec::new(),
        errors: FieldSet::default(),
        warnings: FieldSet::default(),
    };
    reports.extend(imported.refused.iter().map(|(row, why)| plain(*row, Verdict::Refused, vec![why.clone()])));
    reports.extend(imported.skipped.iter().map(|(row, what)| plain(*row, Verdict::Skipped, vec![(*what).to_owned()])));
    reports.extend(imported.elsewhere.iter().map(|(row, centre)| {
        plain(*row, Verdict::Skipped, vec![format!("belongs to the register of centre {centre}")])
    }));
    reports.sort_by_key(|report| report.row);
    reports
}

fn report(desk: &Desk, language: Language, row: u32, judged: &Judged) -> RowReport {
    let book = desk.book();
    let of = |severity| {
        let rules = judged.findings.iter().filter(move |finding| finding.severity == severity);
        FieldSet::of(&rules.flat_map(|finding| finding.rule.fields().iter()).collect::<Vec<Field>>())
    };
    let mut paragraphs: Vec<String> = judged.findings.iter().map(|f| f.rule.paragraph().to_owned()).collect();
    paragraphs.dedup();
    RowReport {
        row,
        verdict: match (judged.has_errors(), judged.is_ready()) {
            (true, _) => Verdict::Errors,
            (false, false) => Verdict::Warnings,
            (false, true) => Verdict::Ok,
        },
        messages: judged.findings.iter().map(|f| book.messages.text(language, &book.pack, f).into_owned()).collect(),
        paragraphs,
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
    }
}
