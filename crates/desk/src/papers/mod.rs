//! Documents of a register: what is on record, put into the models that are printed. Owns who signs, what is a draft
//! and which forms a centre's return has; the layout is `documents`', every figure the rules'.

mod document;
mod fees;
mod returns;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::{Candidate, Head, Masthead};
use register::{CentreField, Hash};
use regulations::{CandidateNumber, CentreCode, IndexNumber};

use crate::clock::Moment;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::judgement::{Judged, Judgement};
use crate::practice::is_practice;

pub use ::documents::receipt::Square;
pub use document::{Document, documents};
pub use fees::proforma;
pub use returns::{Form, check_slips, returns};

/// The nominal roll (2.3.5, 2.3.12(iv)) as PDF.
///
/// # Errors
/// When the register cannot be read or the pages cannot be written.
pub fn roll(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    Ok(documents::roll::render(&roll_model(desk, judgement)?)?)
}

/// The photograph register (2.9.2) as PDF.
///
/// # Errors
/// As [`roll`].
pub fn photo_register(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    Ok(documents::photo_register::render(&roll_model(desk, judgement)?)?)
}

/// A receipt of the council's as PDF: `said` is what it confirms, `square` the whole of it to be scanned.
///
/// # Errors
/// As [`roll`].
pub fn receipt(
    desk: &Desk,
    judgement: &Judgement,
    said: String,
    letters: Vec<String>,
    square: Square,
) -> Result<Vec<u8>> {
    // What the council signed for is no draft, however the roll stands now.
    let masthead = Masthead { draft: false, ..masthead(desk, judgement)? };
    Ok(::documents::receipt::render(&::documents::receipt::ReceiptModel { masthead, said, letters, square })?)
}

fn roll_model(desk: &Desk, judgement: &Judgement) -> Result<documents::roll::RollModel> {
    let printed = judgement.candidates.iter().map(|judged| with_photograph(desk, judgement, judged));
    let candidates = printed.collect::<Result<_>>()?;
    Ok(documents::roll::RollModel { masthead: masthead(desk, judgement)?, candidates })
}

/// The head of every document: DRAFT until nothing is left to mend and the head has approved the roll as it is.
fn masthead(desk: &Desk, judgement: &Judgement) -> Result<Masthead> {
    let centre = &judgement.centre;
    let code = CentreCode::parse(&judgement.code).map_err(|_| {
        Error::Usage(
            "the centre's code is not eight digits: set it with `daftari centre code=...` before printing".to_owned(),
        )
    })?;
    let centre = documents::Centre {
        code,
        name: centre.get(CentreField::Name).to_owned(),
        county: centre.get(CentreField::County).to_owned(),
        sub_county: centre.get(CentreField::SubCounty).to_owned(),
        head: Head::of(judgement.kind, centre.get(CentreField::HeadTeacher)),
    };
    Ok(Masthead {
        draft: is_draft(desk, judgement)?,
        practice: is_practice(&judgement.code),
        ..Masthead::of(&desk.book().pack, centre, Moment::now().printed_day())
    })
}

/// What every document has a place for in its head.
const IN_EVERY_HEAD: [CentreField; 3] = [CentreField::County, CentreField::SubCounty, CentreField::HeadTeacher];

/// The centre's details that documents have a place for and that are not filled in.
#[must_use]
pub fn blanks(judgement: &Judgement) -> Vec<CentreField> {
    IN_EVERY_HEAD.into_iter().filter(|field| judgement.centre.get(*field).is_empty()).collect()
}

/// The folder that documents are put into to be printed: where the user keeps documents, else beside the registers.
#[must_use]
pub fn printed_folder(registers: &Path) -> PathBuf {
    let own =
        directories::UserDirs::new().and_then(|folders| folders.document_dir().map(|folder| folder.join("Daftari")));
    own.unwrap_or_else(|| registers.join("printed"))
}

/// Whether documents say DRAFT: something is left to mend, or the head has not approved the roll as it is.
///
/// # Errors
/// When the register cannot be read.
pub fn is_draft(desk: &Desk, judgement: &Judgement) -> Result<bool> {
    let approved = desk.register().read().approval()?.is_some_and(|approval| approval.holds);
    Ok(!approved || judgement.candidates.iter().any(Judged::has_errors))
}

fn with_photograph(desk: &Desk, judgement: &Judgement, judged: &Judged) -> Result<Candidate> {
    let picture = |hash: Hash| desk.register().read().photograph(hash);
    let photograph = judged.candidate.photograph.map(picture).transpose()?.flatten().map(Arc::new);
    Ok(Candidate { photograph, ..printed(desk, judgement, judged) })
}

/// A candidate as documents print them, without the photograph.
fn printed(desk: &Desk, judgement: &Judgement, judged: &Judged) -> Candidate {
    Candidate::of(&desk.book().pack, CentreCode::parse(&judgement.code).ok(), &judged.candidate.draft)
}

/// The full index number of a candidate of this centre.
#[must_use]
pub fn index_of(centre: &str, number: &str) -> Option<IndexNumber> {
    Some(IndexNumber { centre: CentreCode::parse(centre).ok()?, candidate: CandidateNumber::parse(number).ok()? })
}
