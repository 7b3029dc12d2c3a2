//! A register at a glance, as an office with many of them sees it: the line of the checklist of centres (2.17.1(v)).
//! Owns which figures stand there; each is the judgement's, the readiness's or the council's receipts'.

use ::sync::UnixMillis;
use documents::checklist::{CentreLine, ChecklistModel};
use documents::{Head, Masthead};
use register::CentreField;
use regulations::{CentreCode, CentreKind, Language, Severity};

use crate::clock::Moment;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::judgement::Judgement;
use crate::readiness::readiness;
use crate::returned::{ReturnDocument, asked};
use crate::rulebook::Rulebook;

/// A centre in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Eight digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CentreKind,
    /// The examination's year.
    pub year: String,
    /// The sub-county's name.
    pub sub_county: String,
    /// Candidates on the roll.
    pub candidates: usize,
    /// Those with nothing left to do.
    pub ready: usize,
    /// Findings of error level, of candidates and of the centre.
    pub errors: usize,
    /// Candidates without a photograph.
    pub without_photograph: usize,
    /// Whole shillings that candidates owe themselves (2.17.1(iii)).
    pub owed: u32,
    /// What the slips on record amount to.
    pub paid: u32,
    /// Whether the roll is approved as it stands.
    pub approved: bool,
    /// The documents asked of the centre, each with the day it was handed in (2.19.2).
    pub documents: Vec<(ReturnDocument, Option<String>)>,
    /// Own changes without a receipt.
    pub waiting: u64,
    /// Photographs that the council is not known to have.
    pub pictures: u64,
    /// The last contact with the council.
    pub contact: Option<UnixMillis>,
    /// The last change.
    pub changed: Option<UnixMillis>,
}

/// Looks at a register.
///
/// # Errors
/// When it cannot be read.
pub fn glance(desk: &mut Desk) -> Result<Glance> {
    let judgement = desk.judge()?;
    let reading = desk.register().read();
    let state = reading.sync_state()?;
    let get = |field| judgement.centre.get(field).to_owned();
    Ok(Glance {
        code: judgement.code.clone(),
        name: get(CentreField::Name),
        kind: judgement.kind,
        year: get(CentreField::Year),
        sub_county: get(CentreField::SubCounty),
        candidates: judgement.candidates.len(),
        ready: readiness(&judgement).ready,
        errors: errors(&judgement),
        without_photograph: judgement.candidates.iter().filter(|judged| judged.candidate.photograph.is_none()).count(),
        owed: judgement.owed.0,
        paid: judgement.paid.0,
        approved: reading.approval()?.is_some_and(|approval| approval.holds),
        documents: asked(&judgement).map(|asked| (asked, judgement.returned.day(asked).map(str::to_owned))).collect(),
        waiting: state.waiting + state.committed,
        pictures: state.pictures_to_send,
        contact: state.contact,
        changed: reading.last_change()?,
    })
}

fn errors(judgement: &Judgement) -> usize {
    let own = judgement.candidates.iter().flat_map(|judged| &judged.findings);
    own.chain(&judgement.findings).filter(|finding| finding.severity == Severity::Error).count()
}

/// The checklist of centres (2.17.1(v)) as PDF, by code.
///
/// # Errors
/// When there is none, or the pages cannot be written.
pub fn checklist(centres: &[Glance], language: Language) -> Result<Vec<u8>> {
    let mut centres: Vec<&Glance> = centres.iter().collect();
    centres.sort_by(|a, b| (&a.code, &a.year).cmp(&(&b.code, &b.year)));
    let first = centres.first().ok_or_else(|| Error::Usage("there is no register to list".to_owned()))?;
    let code = CentreCode::parse(&first.code).map_err(|_| Error::Usage(format!("{} is no centre", first.code)))?;
    let year = first.year.parse().unwrap_or(Moment::now().year());
    let book = Rulebook::of(year, &[])?;
    let centre = documents::Centre {
        code,
        name: String::new(),
        county: book.county_of(code).unwrap_or_default().to_owned(),
        sub_county: first.sub_county.clone(),
        head: Head::of(CentreKind::Private, ""),
    };
    let masthead = Masthead { year, ..Masthead::of(&book.pack, centre, Moment::now().printed_day()) };
    let language = match language {
        Language::En => documents::Language::En,
        Language::Sw => documents::Language::Sw,
    };
    let centres = centres.into_iter().map(|glance| line(glance, language)).collect();
    Ok(documents::checklist::render(&ChecklistModel { masthead, language, centres })?)
}

fn line(glance: &Glance, language: documents::Language) -> CentreLine {
    let kind = match (glance.kind, language) {
        (CentreKind::School, documents::Language::En) => "School",
        (CentreKind::School, documents::Language::Sw) => "Shule",
        (CentreKind::Private, documents::Language::En) => "Private",
        (CentreKind::Private, documents::Language::Sw) => "Binafsi",
        (CentreKind::Prison, documents::Language::En) => "Prison",
        (CentreKind::Prison, documents::Language::Sw) => "Gereza",
        (CentreKind::Special, documents::Language::En) => "Special",
        (CentreKind::Special, documents::Language::Sw) => "Maalum",
    };
    CentreLine {
        code: glance.code.clone(),
        name: glance.name.clone(),
        kind: kind.to_owned(),
        candidates: glance.candidates,
        ready: glance.ready,
        approved: glance.approved,
        documents: (glance.documents.iter().filter(|(_, day)| day.is_some()).count(), glance.documents.len()),
        received: glance.contact.is_some() && glance.waiting + glance.pictures == 0,
    }
}
