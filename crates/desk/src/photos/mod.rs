//! A folder of photographs into the register: matched by file name, normalised, attached as one operation. Owns the
//! walk over the folder; a picture of nobody known, or of two, is told and left alone. [`Whose`] and [`make_all`] are
//! the same in steps, for a window in which a person looks before anything is attached.

mod making;
mod swapping;
mod whose;

use std::path::{Path, PathBuf};

pub use intake::photograph::matching::{MatchedBy, Matching};
pub use intake::photograph::{Crop, Framing, Hint, PhotoFacts, Photograph, PhotographError, preview};
use register::{CandidateId, Operation};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::threads;
pub use making::{Original, Unusable, make_all};
pub use swapping::swap;
pub use whose::{Person, Whose};

/// What became of a folder of photographs. Files are named without their folder.
#[derive(Clone, Debug, Default)]
pub struct Photographed {
    /// Photographs attached.
    pub matched: usize,
    /// Files that belong to nobody known, or could belong to several.
    pub unmatched: Vec<String>,
    /// Files that are no usable picture, with the reason; several files for one candidate are told here too.
    pub refused: Vec<(String, String)>,
    /// What an eye should look at, by file.
    pub hints: Vec<(String, Vec<Hint>)>,
}

/// Files of these kinds are looked at; everything else in the folder is told as unmatched.
/// Those of phones that cannot be read are among them, so that they are told by their kind.
const PICTURES: [&str; 11] = ["jpg", "jpeg", "png", "webp", "bmp", "gif", "tif", "tiff", "heic", "heif", "avif"];

/// Takes a folder of photographs in.
///
/// # Errors
/// When the folder cannot be read or the register refuses.
pub fn photograph(desk: &mut Desk, folder: &Path) -> Result<Photographed> {
    let paths = pictures_in(folder)?;
    let names: Vec<String> = paths.iter().map(|path| name_of(path)).collect();
    let matching = Whose::of(desk)?.of_files(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut done = Photographed::default();
    done.unmatched.extend(matching.unmatched.iter().map(|place| names[*place].clone()));
    done.unmatched.extend(matching.ambiguous.iter().map(|(place, _)| names[*place].clone()));
    for (_, places) in &matching.repeated {
        let several = places.iter().map(|place| names[*place].as_str()).collect::<Vec<_>>().join(", ");
        let reason = format!("{several} are of one candidate: keep the one that is right");
        done.refused.extend(places.iter().map(|place| (names[*place].clone(), reason.clone())));
    }
    let made = threads::map(&matching.matched, |(place, id, _)| (*place, *id, make(&paths[*place])));
    attach(desk, &names, made, &mut done)?;
    done.unmatched.sort();
    done.refused.sort();
    Ok(done)
}

fn attach(
    desk: &mut Desk,
    names: &[String],
    made: Vec<(usize, CandidateId, std::result::Result<Photograph, String>)>,
    done: &mut Photographed,
) -> Result<()> {
    let mut pictures = Vec::new();
    for (place, id, photograph) in made {
        match photograph {
            Ok(photograph) => {
                if !photograph.hints.is_empty() {
                    done.hints.push((names[place].clone(), photograph.hints));
                }
                pictures.push((id, photograph.jpeg));
            }
            Err(reason) => done.refused.push((names[place].clone(), reason)),
        }
    }
    done.matched = pictures.len();
    if !pictures.is_empty() {
        desk.transact(Operation::AttachPhotographs(pictures))?;
    }
    Ok(())
}

fn make(path: &Path) -> std::result::Result<Photograph, String> {
    Original::File(path.to_owned()).make(Framing::default()).map_err(|unusable| unusable.to_string())
}

/// A file's name without its folder.
#[must_use]
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The pictures of a folder by their names; what lies in folders within it is not looked at.
///
/// # Errors
/// When the folder cannot be read.
pub fn pictures_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::unopened(folder, &error))?;
    let is_picture = |path: &PathBuf| {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        path.is_file() && extension.is_some_and(|extension| PICTURES.contains(&extension.as_str()))
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_picture).collect();
    paths.sort();
    Ok(paths)
}
