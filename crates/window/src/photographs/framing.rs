//! One file of a batch: whose it is, and how it is turned and cut. A picture lies open as a small copy while it is framed.

use desk::photos::{Crop, Framing, Original, PhotographError, Unusable, Whose};
use register::CandidateId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::{self, BatchView, FileView};
use crate::at_work::AtWork;
use crate::{Outcome, Problem, Window};

/// A file of the batch.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(rename = "OfPhotographFile")]
pub(crate) struct OfFile {
    /// Its number.
    file: u32,
}

/// Whose a file is.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PhotographAssignment")]
pub(crate) struct Assignment {
    /// Its number.
    file: u32,
    /// Whose; none: nobody's.
    candidate: Option<String>,
}

/// How a file is framed.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(rename = "PhotographFrame")]
pub(crate) struct Frame {
    /// Its number.
    file: u32,
    /// Quarter turns, clockwise.
    turns: u8,
    /// The square in pixels of the turned original: left, top and side; none: the largest.
    square: Option<[u32; 3]>,
}

/// A picture lying open.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "OpenPhotograph")]
pub(crate) struct Opened {
    /// The address of a small copy, upright but not turned by anybody.
    picture: String,
}

/// The longest side of the small copy, in pixels.
const LONGEST: u32 = 900;

pub(crate) fn candidate(id: &str) -> Outcome<CandidateId> {
    CandidateId::parse(id).ok_or_else(|| Problem::unknown("such candidate"))
}

pub(crate) fn assign(window: &Window, Assignment { file, candidate: id }: Assignment) -> Outcome<BatchView> {
    let id = id.as_deref().map(candidate).transpose()?;
    changing(window, |at_work| at_work.photographs.assign(file, id))
}

pub(crate) fn leave_out(window: &Window, OfFile { file }: OfFile) -> Outcome<BatchView> {
    changing(window, |at_work| at_work.photographs.remove(file))
}

fn changing(window: &Window, work: impl FnOnce(&mut AtWork)) -> Outcome<BatchView> {
    window.reading(|at_work| {
        work(at_work);
        let whose = Whose::of(&at_work.desk)?;
        Ok(view::batch(&at_work.photographs, &whose, Vec::new()))
    })
}

pub(crate) fn open(window: &Window, OfFile { file }: OfFile) -> Outcome<Opened> {
    let original = original(window, file)?;
    let (preview, _) = original.preview(LONGEST).map_err(unusable)?;
    window.reading(|at_work| {
        at_work.photographs.open = Some((file, preview));
        Ok(Opened { picture: format!("staged-photograph/{file}/open") })
    })
}

/// Makes the photograph anew as it is framed now. The original is read outside of the register's lock.
pub(crate) fn frame(window: &Window, Frame { file, turns, square }: Frame) -> Outcome<FileView> {
    let crop = square.map_or(Crop::Largest, |[left, top, side]| Crop::Square { left, top, side });
    let framing = Framing { quarter_turns: turns % 4, crop };
    let made = original(window, file)?.make(framing).map_err(unusable)?;
    window.reading(|at_work| {
        let whose = Whose::of(&at_work.desk)?;
        let kept = at_work.photographs.files.get_mut(&file).ok_or_else(no_file)?;
        (kept.framing, kept.made) = (framing, Ok(made));
        kept.version += 1;
        Ok(view::file(file, kept, &whose))
    })
}

fn original(window: &Window, file: u32) -> Outcome<Original> {
    window.reading(|at_work| at_work.photographs.files.get(&file).map(|file| file.original.clone()).ok_or_else(no_file))
}

fn no_file() -> Problem {
    Problem::unknown("such file in the batch")
}

fn unusable(why: Unusable) -> Problem {
    match why {
        Unusable::Unread(error) => error.into(),
        Unusable::Picture(error @ PhotographError::CropOutside { .. }) => {
            Problem::new("photographs.crop-outside", "usage", error.to_string())
        }
        Unusable::Picture(error) => Problem::new("photographs.unusable", "input", error.to_string()),
    }
}
