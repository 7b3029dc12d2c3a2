//! A folder of photographs into the register: matched by file name, normalised, attached as one operation. Owns the
//! walk over the folder; a picture of nobody known, or of two, is told and left alone.

use std::path::{Path, PathBuf};

pub use intake::photograph::Hint;
use intake::photograph::matching::{PhotoKeys, match_files};
use intake::photograph::{Crop, Photograph, PhotographError, normalise};
use register::{CandidateId, CentreField, Filter, Operation};
use regulations::{CandidateNumber, Field};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::{files, threads};

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
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "webp", "bmp", "gif", "tif", "tiff"];

/// Takes a folder of photographs in.
///
/// # Errors
/// When the folder cannot be read or the register refuses.
pub fn photograph(desk: &mut Desk, folder: &Path) -> Result<Photographed> {
    let paths = pictures_in(folder)?;
    let names: Vec<String> = paths.iter().map(|path| name_of(path)).collect();
    let keys = Keys::of(desk)?;
    let matching = match_files(&names.iter().map(String::as_str).collect::<Vec<_>>(), &keys.borrowed());
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
    let bytes = files::whole(path).map_err(|error| error.to_string())?;
    normalise(&bytes, Crop::default()).map_err(|error: PhotographError| error.to_string())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn pictures_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::unopened(folder, &error))?;
    let is_picture = |path: &PathBuf| {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        path.is_file() && extension.is_some_and(|extension| PICTURES.contains(&extension.as_str()))
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_picture).collect();
    paths.sort();
    Ok(paths)
}

/// What files may be called, of every candidate on the roll.
struct Keys(Vec<(CandidateId, [String; 4])>);

impl Keys {
    fn of(desk: &Desk) -> Result<Keys> {
        let reading = desk.register().read();
        let centre = reading.centre()?.get(CentreField::Code).to_owned();
        let keys = reading.candidates(&Filter::default())?.into_iter().map(|candidate| {
            let number = candidate.draft.get(Field::CandidateNo).to_owned();
            let index =
                if CandidateNumber::parse(&number).is_ok() { format!("{centre}{number}") } else { String::new() };
            let (admission, photo) = (candidate.draft.get(Field::AdmissionNo), candidate.draft.get(Field::Photo));
            (candidate.id, [index, number, admission.to_owned(), photo.to_owned()])
        });
        Ok(Keys(keys.collect()))
    }

    fn borrowed(&self) -> Vec<PhotoKeys<'_, CandidateId>> {
        self.0
            .iter()
            .map(|(id, [index, number, admission, photo])| PhotoKeys { id: *id, index, number, admission, photo })
            .collect()
    }
}
