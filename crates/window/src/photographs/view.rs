//! What a person sees of a batch and of the sheet. Owns the shapes at the boundary.

use desk::photos::{Framing, MatchedBy, Person, PhotographError, Unusable, Whose};
use register::CandidateId;
use serde::Serialize;
use ts_rs::TS;

use super::batch::{Batch, Claim, File};

/// A batch.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PhotographBatch")]
pub(crate) struct BatchView {
    /// The files, in the order they came.
    files: Vec<FileView>,
    /// How many are ready to be attached.
    ready: usize,
    /// Numbers of the files that came last.
    added: Vec<u32>,
}

/// One file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PhotographFile")]
pub(crate) struct FileView {
    /// Its number in the batch.
    id: u32,
    /// Its name.
    name: String,
    /// Whose it is.
    candidate: Option<PersonView>,
    /// By what: `photo-column`, `index-number`, `candidate-number`, `admission-number`, `hand`; or why it is nobody's yet:
    /// `ambiguous`, `repeated`, `nobody`.
    by: &'static str,
    /// Whose it could be.
    doubts: Vec<PersonView>,
    /// The address of the photograph as it would be attached.
    picture: Option<String>,
    /// Its size in bytes.
    bytes: u32,
    /// What an eye should look at: `too-dark`, `too-bright`, `blurred`, `too-small`.
    hints: Vec<&'static str>,
    /// Why it gives no photograph.
    unusable: Option<UnusableView>,
    /// How it is framed.
    frame: FrameView,
}

/// How a photograph is framed.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(rename = "PhotographFraming")]
pub(crate) struct FrameView {
    /// Quarter turns, clockwise.
    turns: u8,
    /// The square in pixels of the turned original: left, top and side.
    square: [u32; 3],
    /// Width and height of the turned original, in pixels.
    size: [u32; 2],
}

/// Why a file gives no photograph.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "UnusablePhotograph")]
pub(crate) struct UnusableView {
    /// A code that the interface has words for.
    code: &'static str,
    /// The kind of file or picture, where that is the reason.
    kind: String,
    /// Width in pixels, where that is the reason.
    width: u32,
    /// Height in pixels, where that is the reason.
    height: u32,
    /// The most that is read, where that is the reason: megapixels, or bytes.
    limit: u32,
}

/// Somebody on the roll.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PhotographPerson")]
pub(crate) struct PersonView {
    /// For ever theirs.
    pub(super) id: String,
    /// The candidate number.
    number: String,
    /// The full index number; empty where there is none yet.
    index: String,
    /// The name.
    name: String,
    /// The admission number.
    admission: String,
    /// The photograph that the register has.
    photograph: Option<String>,
}

pub(super) fn person(person: &Person) -> PersonView {
    PersonView {
        id: person.id.to_string(),
        number: person.number.clone(),
        index: person.index.clone(),
        name: person.name.clone(),
        admission: person.admission.clone(),
        photograph: person.photograph.map(|hash| hash.to_string()),
    }
}

pub(super) fn batch(batch: &Batch, whose: &Whose, added: Vec<u32>) -> BatchView {
    let files = batch.files.iter().map(|(id, file)| self::file(*id, file, whose)).collect();
    BatchView { files, ready: batch.ready().count(), added }
}

pub(super) fn file(id: u32, file: &File, whose: &Whose) -> FileView {
    let known = |id: &CandidateId| whose.person(*id).map(person);
    let doubts: Vec<PersonView> = match &file.whose {
        Claim::Ambiguous(ids) => ids.iter().filter_map(known).collect(),
        Claim::Repeated(id) => known(id).into_iter().collect(),
        Claim::Matched(..) | Claim::ByHand(_) | Claim::Nobody => Vec::new(),
    };
    let made = file.made.as_ref().ok();
    FileView {
        id,
        name: file.name.clone(),
        candidate: file.whose.candidate().as_ref().and_then(known),
        by: by(&file.whose),
        doubts,
        picture: made.map(|_| format!("staged-photograph/{id}/{}", file.version)),
        bytes: made.map_or(0, |photograph| photograph.jpeg.len() as u32),
        hints: made.map(|made| made.hints.iter().map(|hint| hint.name()).collect()).unwrap_or_default(),
        unusable: file.made.as_ref().err().map(unusable),
        frame: frame(file),
    }
}

fn frame(file: &File) -> FrameView {
    let Framing { quarter_turns: turns, crop } = file.framing;
    let (width, height) = file.made.as_ref().map_or((0, 0), |made| (made.source.width, made.source.height));
    FrameView { turns, square: crop.square_of(width, height).unwrap_or_default(), size: [width, height] }
}

const fn by(claim: &Claim) -> &'static str {
    match claim {
        Claim::Matched(_, MatchedBy::PhotoColumn) => "photo-column",
        Claim::Matched(_, MatchedBy::IndexNumber) => "index-number",
        Claim::Matched(_, MatchedBy::CandidateNumber) => "candidate-number",
        Claim::Matched(_, MatchedBy::AdmissionNumber) => "admission-number",
        Claim::ByHand(_) => "hand",
        Claim::Ambiguous(_) => "ambiguous",
        Claim::Repeated(_) => "repeated",
        Claim::Nobody => "nobody",
    }
}

fn unusable(why: &Unusable) -> UnusableView {
    let told =
        |code, kind: &str, width, height, limit| UnusableView { code, kind: kind.to_owned(), width, height, limit };
    match why {
        Unusable::Unread(_) => told("unread", "", 0, 0, 0),
        Unusable::Picture(error) => match error {
            PhotographError::NotAPicture { .. } => told(error.code(), "", 0, 0, 0),
            PhotographError::Unsupported { kind } => told(error.code(), kind, 0, 0, 0),
            PhotographError::TooManyBytes { limit, .. } => told(error.code(), "", 0, 0, *limit as u32),
            PhotographError::TooManyPixels { width, height, limit } => told(error.code(), "", *width, *height, *limit),
            PhotographError::CropOutside { width, height } => told(error.code(), "", *width, *height, 0),
            PhotographError::Empty
            | PhotographError::Truncated
            | PhotographError::Damaged
            | PhotographError::NotEncoded => told(error.code(), "", 0, 0, 0),
        },
    }
}
