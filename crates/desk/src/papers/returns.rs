//! The forms of the return (2.19.2), those that a centre needs and no others, with the slips that candidates check
//! beforehand.

use documents::declaration::{self, DeclarationModel, DepositSlip};
use documents::foreign::{self, ForeignCandidate, ForeignModel};
use documents::label::{self, LabelModel};
use documents::nil_return::{self, NilReturnModel, ReturnLine};
use documents::slips::{self, SlipsModel};
use documents::special_needs::{self, QuestionPapers, SpecialNeedsEntry, SpecialNeedsModel};
use documents::{Head, Language};
use register::CentreField;
use regulations::{Field, Needs, Paper};

use super::{documents, index_of, masthead, printed};
use crate::desk::Desk;
use crate::error::Result;
use crate::judgement::{Judged, Judgement};
use crate::returned::{ReturnDocument, asked, has_needs};

/// A form of the return.
#[derive(Clone, Debug)]
pub struct Form {
    /// Its name, also the file's: `declaration`.
    pub name: &'static str,
    /// Its pages.
    pub pdf: Vec<u8>,
}

/// Every form that this centre's return needs, and the check slips in both languages.
///
/// # Errors
/// When the register cannot be read or the pages cannot be written.
pub fn returns(desk: &Desk, judgement: &Judgement) -> Result<Vec<Form>> {
    let forms = documents(judgement).filter(|document| document.is_of_the_return());
    forms.map(|form| Ok(Form { name: form.name(), pdf: form.render(desk, judgement)? })).collect()
}

fn scde(judgement: &Judgement) -> Head {
    let sub_county = judgement.centre.get(CentreField::SubCounty);
    let office = match sub_county {
        "" => "Sub-County Director of Education".to_owned(),
        named => format!("Sub-County Director of Education, {named}"),
    };
    Head { office, name: String::new() }
}

fn count(judgement: &Judgement, which: impl Fn(&Judged) -> bool) -> u32 {
    judgement.candidates.iter().filter(|judged| which(judged)).count() as u32
}

fn by_entry_code(judgement: &Judgement) -> Vec<(String, u32)> {
    let with = |code: &'static str| count(judgement, |judged| judged.candidate.draft.get(Field::EntryCode) == code);
    [("First attempt", "1"), ("Repeating the whole examination", "2"), ("Repeating some subjects", "3")]
        .map(|(what, code)| (what.to_owned(), with(code)))
        .into()
}

pub(super) fn declaration(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    let slips = desk.register().read().slips()?.into_iter().filter(|slip| slip.voided.is_none());
    let deposits = slips.map(|slip| DepositSlip {
        bank: slip.slip.bank,
        number: slip.slip.number,
        date: slip.slip.date,
        amount: slip.slip.amount,
    });
    let model = DeclarationModel {
        masthead: masthead(desk, judgement)?,
        reference: String::new(),
        candidates: by_entry_code(judgement),
        fees_due: judgement.owed,
        deposits: deposits.collect(),
        received_by: scde(judgement),
    };
    Ok(declaration::render(&model)?)
}

pub(super) fn nil(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    let returns = by_entry_code(judgement).into_iter().map(|(what, count)| ReturnLine { what, count });
    let masthead = masthead(desk, judgement)?;
    Ok(nil_return::render(&NilReturnModel { masthead, reference: String::new(), returns: returns.collect() })?)
}

/// A slip for each candidate to check and sign (2.3.5), in one language.
///
/// # Errors
/// As [`returns`].
pub fn check_slips(desk: &Desk, judgement: &Judgement, language: Language) -> Result<Vec<u8>> {
    let candidates = judgement.candidates.iter().map(|judged| printed(desk, judgement, judged)).collect();
    Ok(slips::render(&SlipsModel { masthead: masthead(desk, judgement)?, language, candidates })?)
}

pub(super) fn special_needs(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    let declared = judgement.candidates.iter().filter(|judged| has_needs(&judged.candidate));
    let entry = |judged: &Judged| SpecialNeedsEntry {
        candidate: printed(desk, judgement, judged),
        degree: String::new(),
        assistance: String::new(),
        question_papers: question_papers(judged),
        papers: papers_of(desk, judged),
    };
    let candidates = declared.map(entry).collect();
    let masthead = masthead(desk, judgement)?;
    Ok(special_needs::render(&SpecialNeedsModel { masthead, reference: String::new(), candidates })?)
}

/// Low vision asks for large print (2.8.6); of the others the head ticks what is needed.
fn question_papers(judged: &Judged) -> Option<QuestionPapers> {
    let needs = judged.candidate.draft.get(Field::SpecialNeeds);
    if needs.contains("BLIND") {
        Some(QuestionPapers::Braille)
    } else {
        needs.contains("LOW_VISION").then_some(QuestionPapers::LargePrint)
    }
}

fn papers_of(desk: &Desk, judged: &Judged) -> Vec<(String, bool)> {
    let asked =
        Needs::read(&desk.book().pack, judged.candidate.draft.get(Field::SpecialNeeds)).papers(&desk.book().pack);
    asked.iter().map(|paper| (paper_name(paper).to_owned(), judged.candidate.papers.contains(&paper))).collect()
}

const fn paper_name(paper: Paper) -> &'static str {
    match paper {
        Paper::MedicalReport => "Medical report",
        Paper::FullPhotograph => "Full-size colour photograph",
        Paper::EarcReport => "Report of the EARC officer",
        Paper::HelpNeeded => "Head's report on help needed",
        Paper::HelpGiven => "Head's report on help given so far",
    }
}

pub(super) fn is_foreign(judged: &Judged) -> bool {
    judged.candidate.draft.get(Field::Qualification) == "FOREIGN"
}

pub(super) fn foreign_sheet(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    let candidate = |judged: &Judged| {
        let draft = &judged.candidate.draft;
        let get = |field: Field| draft.get(field).to_owned();
        ForeignCandidate {
            index: index_of(&judgement.code, draft.get(Field::CandidateNo)),
            name: get(Field::Name),
            country: get(Field::Country),
            year: get(Field::QualifyingYear),
            passport_no: get(Field::PassportNo),
            travel: String::new(),
            equation_year: get(Field::EquationYear),
        }
    };
    let candidates = judgement.candidates.iter().filter(|judged| is_foreign(judged)).map(candidate).collect();
    let masthead = masthead(desk, judgement)?;
    Ok(foreign::render(&ForeignModel { masthead, candidates, countersigned_by: scde(judgement) })?)
}

pub(super) fn envelope_label(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    let contents = asked(judgement).map(|document| ReturnLine {
        what: return_name(document).to_owned(),
        count: if document == ReturnDocument::DepositSlips { deposits(desk).unwrap_or(1) } else { 1 },
    });
    let to = vec![
        "The Secretary".to_owned(),
        ::documents::COUNCIL.to_owned(),
        format!("through the {}", scde(judgement).office),
    ];
    Ok(label::render(&LabelModel { masthead: masthead(desk, judgement)?, to, contents: contents.collect() })?)
}

fn deposits(desk: &Desk) -> Option<u32> {
    let slips = desk.register().read().slips().ok()?;
    Some(slips.iter().filter(|slip| slip.voided.is_none()).count() as u32).filter(|count| *count > 0)
}

const fn return_name(document: ReturnDocument) -> &'static str {
    match document {
        ReturnDocument::NominalRoll => "Signed nominal roll",
        ReturnDocument::Declaration => "Declaration",
        ReturnDocument::SpecialNeeds => "Forms for special needs",
        ReturnDocument::NilReturn => "Nil return",
        ReturnDocument::DepositSlips => "Bank deposit slips",
    }
}
