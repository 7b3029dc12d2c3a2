//! Files into a batch: a folder, files chosen, or the bytes of one. The work is done outside of the register's lock, so
//! that a folder of hundreds holds nobody up; it tells how far it is and can be stopped.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use desk::photos::{Original, Whose, make_all, name_of, pictures_in};
use serde::Deserialize;
use ts_rs::TS;

use super::view::{self, BatchView};
use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

/// What was chosen or dropped: files, and folders whose pictures are meant.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PhotographChoice")]
pub(crate) struct Choice {
    /// Their paths.
    paths: Vec<String>,
    /// The name under which it can be stopped.
    task: String,
}

/// The bytes of one picture: dropped on a page, or from the camera.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PhotographBytes")]
pub(crate) struct Picture {
    /// The file's name.
    name: String,
    /// Its bytes, as base64.
    base64: String,
    /// Whose it is, where a person says so.
    candidate: Option<String>,
}

/// Pictures whose bytes came without a file stay in memory until they are attached: so many bytes at most.
const MOST_HELD: usize = 400_000_000;

/// Whether this computer may have a camera. Linux lists its cameras; elsewhere the page's engine knows.
pub(crate) fn camera(_: &Window, _: Nothing) -> Outcome<bool> {
    let listed = || Path::new("/sys/class/video4linux").read_dir().is_ok_and(|mut cameras| cameras.next().is_some());
    Ok(!cfg!(target_os = "linux") || listed())
}

pub(crate) fn choose(window: &Window, choice: Choice) -> Outcome<BatchView> {
    let whose = window.reading(|at_work| Ok(Whose::of(&at_work.desk)?))?;
    let task = window.begin(&choice.task);
    let paths = pictures(&choice.paths)?;
    let originals: Vec<Original> = paths.iter().cloned().map(Original::File).collect();
    let total = originals.len() as u64;
    let made = make_all(&originals, &mut |done| {
        task.progress("photographs", done as u64, total);
        !task.cancel.is_stopped()
    });
    let made = made.ok_or(desk::Error::Stopped)?;
    let files = paths.iter().zip(originals).zip(made).map(|((path, original), made)| (name_of(path), original, made));
    let files = files.collect();
    window.reading(|at_work| {
        let added = at_work.photographs.add(files, &whose);
        Ok(view::batch(&at_work.photographs, &whose, added))
    })
}

pub(crate) fn bring(window: &Window, picture: Picture) -> Outcome<BatchView> {
    let candidate = picture.candidate.as_deref().map(super::framing::candidate).transpose()?;
    let bytes = STANDARD.decode(&picture.base64);
    let bytes = bytes.map_err(|error| Problem::new("window.malformed", "usage", error.to_string()))?;
    let original = Original::Bytes(Arc::new(bytes));
    let made = original.make(desk::photos::Framing::default());
    window.reading(|at_work| {
        let whose = Whose::of(&at_work.desk)?;
        if at_work.photographs.held() > MOST_HELD {
            return Err(Problem::new(
                "photographs.too-many-held",
                "input",
                "attach these pictures before bringing more",
            ));
        }
        let added = at_work.photographs.add(vec![(picture.name, original, made)], &whose);
        if let (Some(candidate), [id]) = (candidate, &added[..]) {
            at_work.photographs.assign(*id, Some(candidate));
        }
        Ok(view::batch(&at_work.photographs, &whose, added))
    })
}

pub(crate) fn batch(window: &Window, _: Nothing) -> Outcome<BatchView> {
    window.reading(|at_work| {
        let whose = Whose::of(&at_work.desk)?;
        Ok(view::batch(&at_work.photographs, &whose, Vec::new()))
    })
}

pub(crate) fn clear(window: &Window, nothing: Nothing) -> Outcome<BatchView> {
    window.reading(|at_work| {
        at_work.photographs = super::Batch::default();
        Ok(())
    })?;
    batch(window, nothing)
}

/// The pictures that paths mean: a folder means those that lie in it.
fn pictures(paths: &[String]) -> Outcome<Vec<PathBuf>> {
    let mut pictures = Vec::new();
    for path in paths.iter().map(Path::new) {
        if path.is_dir() {
            pictures.extend(pictures_in(path)?);
        } else {
            pictures.push(path.to_owned());
        }
    }
    Ok(pictures)
}
