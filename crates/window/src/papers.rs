//! Documents: made, previewed as pictures of their pages, saved. Layout is `documents`'.

mod preview;

use std::path::{Path, PathBuf};

use desk::files;
use desk::papers::{self, Document, documents};
use register::CentreField;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

pub(crate) use preview::{Made, Previews};

commands! {
    "papers.list" => list, (Nothing) -> Papers;
    "papers.make" => make, (PaperName) -> PaperPreview;
    "papers.save" => save, (SavePaper) -> Saved;
    "papers.print" => print, (PreviewId) -> Saved;
}

/// The documents of the open register.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Papers {
    pub(crate) documents: Vec<PaperView>,
    /// Whether every page says DRAFT.
    pub(crate) draft: bool,
    /// The entries with errors, for which it does.
    pub(crate) errors: usize,
    /// The centre's details that are blank on the pages, by their names.
    pub(crate) blank: Vec<&'static str>,
}

/// A document.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PaperView {
    /// Its name, as `nominal-roll`.
    pub(crate) name: String,
    /// The paragraph that asks for it.
    pub(crate) paragraph: String,
    /// Whether this centre has a use for it.
    pub(crate) needed: bool,
}

/// A document by its name.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct PaperName {
    pub(crate) name: String,
}

/// A document that was made: its pages are pictures at `page/ID/NUMBER/PER-CENT`.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PaperPreview {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Width and height of each page in points.
    pub(crate) pages: Vec<(f32, f32)>,
    /// Bytes of the file.
    pub(crate) bytes: usize,
    /// What the file is called when it is saved.
    pub(crate) file: String,
}

/// A document that was made, by its id.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct PreviewId {
    pub(crate) id: String,
}

/// Where to save which.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct SavePaper {
    pub(crate) id: String,
    pub(crate) path: String,
}

/// Where a file lies.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Saved {
    pub(crate) path: String,
}

impl From<&Path> for Saved {
    fn from(path: &Path) -> Saved {
        Saved { path: path.display().to_string() }
    }
}

fn list(window: &Window, _: Nothing) -> Outcome<Papers> {
    window.reading(|at_work| {
        let judgement = at_work.judgement()?;
        let needed: Vec<Document> = documents(&judgement).collect();
        let view = |document: Document| PaperView {
            name: document.name().to_owned(),
            paragraph: document.paragraph().to_owned(),
            needed: needed.contains(&document),
        };
        Ok(Papers {
            documents: Document::ALL.into_iter().map(view).collect(),
            draft: papers::is_draft(&at_work.desk, &judgement)?,
            errors: judgement.candidates.iter().filter(|judged| judged.has_errors()).count(),
            blank: papers::blanks(&judgement).into_iter().map(CentreField::name).collect(),
        })
    })
}

fn make(window: &Window, PaperName { name }: PaperName) -> Outcome<PaperPreview> {
    let document = Document::named(&name).ok_or_else(|| Problem::unknown("such document"))?;
    let (pdf, register) = window.reading(|at_work| {
        let judgement = at_work.judgement()?;
        let register = at_work.desk.register().path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok((document.render(&at_work.desk, &judgement)?, register))
    })?;
    keep_preview(window, pdf, name.clone(), format!("{register}-{name}.pdf"))
}

/// Keeps a document that was made, to be looked at, saved and printed.
pub(crate) fn keep_preview(window: &Window, pdf: Vec<u8>, name: String, file: String) -> Outcome<PaperPreview> {
    let made = Made::of(pdf, file)?;
    let preview = PaperPreview {
        id: made.id.clone(),
        name,
        pages: made.sizes(),
        bytes: made.bytes.len(),
        file: made.file.clone(),
    };
    window.previews.keep(made);
    Ok(preview)
}

fn save(window: &Window, SavePaper { id, path }: SavePaper) -> Outcome<Saved> {
    let path = PathBuf::from(path);
    files::put(&path, &window.previews.get(&id)?.bytes)?;
    Ok(Saved::from(&*path))
}

/// To print, the system's viewer needs a file. It lies where people keep theirs, not in a hidden place: it has candidates
/// in it, and somebody has to know of it.
fn print(window: &Window, PreviewId { id }: PreviewId) -> Outcome<Saved> {
    let made = window.previews.get(&id)?;
    let folder = papers::printed_folder(window.office.folder());
    files::folder(&folder)?;
    let path = folder.join(&made.file);
    files::put(&path, &made.bytes)?;
    Ok(Saved::from(&*path))
}
