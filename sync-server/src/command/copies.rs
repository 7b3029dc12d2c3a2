//! Copies of everything, and putting one back. A copy put back begins another life of the database: devices see it and
//! send again what came after the copy. Owns which files make a copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{OrderError, Outcome, said};
use crate::keys::{BUNDLES, SIGNING, write_secret};
use crate::office::Office;
use crate::settings::Settings;

/// The folder of the embedded database, in the data folder and in a copy.
const DATABASE: &str = "database";
/// The folder of pictures.
const PICTURES: &str = "pictures";

/// Writes a copy into a folder that is not there yet, or is empty.
pub(super) fn back_up(office: &Arc<Office>, to: &Path) -> Result<Outcome, OrderError> {
    must_be_empty(to)?;
    let written = to.join(DATABASE);
    fs::create_dir_all(&written).map_err(|error| OrderError::File(written.clone(), error))?;
    office.stores.database.back_up(&written)?;
    let data = &office.settings.data;
    for key in [SIGNING, BUNDLES] {
        let bytes = fs::read(data.join(key)).map_err(|error| OrderError::File(data.join(key), error))?;
        write_secret(&to.join(key), &bytes).map_err(|error| OrderError::File(to.join(key), error))?;
    }
    // After the database: every picture that it shows is there already.
    let pictures = copy_folder(&data.join(PICTURES), &to.join(PICTURES))?;
    Ok(said(format!("copied the database, the keys and {pictures} files of pictures to {}", to.display())))
}

/// Puts a copy into an empty data folder.
pub(super) fn restore(settings: &Settings, from: &Path) -> Result<Outcome, OrderError> {
    if !from.join(DATABASE).is_dir() || !from.join(SIGNING).is_file() {
        return Err(OrderError::Input(format!("{} is no copy made by `sync-server backup`", from.display())));
    }
    let data = &settings.data;
    must_be_empty(data)?;
    for key in [SIGNING, BUNDLES] {
        let bytes = fs::read(from.join(key)).map_err(|error| OrderError::File(from.join(key), error))?;
        fs::create_dir_all(data).map_err(|error| OrderError::File(data.clone(), error))?;
        write_secret(&data.join(key), &bytes).map_err(|error| OrderError::File(data.join(key), error))?;
    }
    copy_folder(&from.join(PICTURES), &data.join(PICTURES))?;
    copy_folder(&from.join(DATABASE), &data.join(DATABASE))?;
    Ok(said(format!("put back into {}; the next start begins another life of the database", data.display())))
}

fn must_be_empty(folder: &Path) -> Result<(), OrderError> {
    let holds_something = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    match holds_something {
        true => Err(OrderError::Input(format!("{} is not empty: nothing is written over", folder.display()))),
        false => Ok(()),
    }
}

/// Copies files and folders, each file durable; tells how many files. A folder that is not there has none.
fn copy_folder(from: &Path, to: &Path) -> Result<u64, OrderError> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(0) };
    let failed = |path: &Path| {
        let path: PathBuf = path.to_owned();
        move |error| OrderError::File(path, error)
    };
    fs::create_dir_all(to).map_err(failed(to))?;
    let mut copied = 0;
    for entry in entries {
        let entry = entry.map_err(failed(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copied += copy_folder(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(failed(&source))?;
            fs::File::open(&target).and_then(|file| file.sync_all()).map_err(failed(&target))?;
            copied += 1;
        }
    }
    Ok(copied)
}
