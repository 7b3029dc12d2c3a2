//! Files read and written whole. Owns the limit on what is read and the way a file is put in place: complete, or not
//! at all.

use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::Path;

use crate::error::{Error, Result};

/// No workbook of candidates is larger; the national roll comes as text.
const LARGEST: u64 = 256 << 20;

/// The bytes of a file.
///
/// # Errors
/// When it cannot be read, or is larger than 256 MiB.
pub fn whole(path: &Path) -> Result<Vec<u8>> {
    let mut file = File::open(path).map_err(|error| Error::unopened(path, &error))?;
    let size = file.metadata().map_err(|error| Error::unopened(path, &error))?.len();
    if size > LARGEST {
        let reason = "it is larger than 256 MiB, the most that is read at once".to_owned();
        return Err(Error::Unopened { path: path.to_owned(), reason });
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.read_to_end(&mut bytes).map_err(|error| Error::unopened(path, &error))?;
    Ok(bytes)
}

/// Writes a file whole, durable on return: beside its place first, then moved there, so that a cut leaves the old one or
/// the new one.
///
/// # Errors
/// When the folder cannot be written or the disk is full.
pub fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = Path::new(&unfinished);
    let written = File::create(unfinished)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(unfinished, path));
    written.inspect(|()| name_kept(path)).map_err(|error| {
        let _ = std::fs::remove_file(unfinished);
        Error::unwritten(path, &error)
    })
}

/// Makes a folder, and those above it, where it does not exist.
///
/// # Errors
/// When it cannot be made.
pub fn folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(|error| Error::unwritten(path, &error))
}

/// Writes a file whole where there is none; tells whether it did.
///
/// # Errors
/// When the folder cannot be written or the disk is full.
pub fn put_new(path: &Path, bytes: &[u8]) -> Result<bool> {
    let unfinished = path.with_extension(format!("{}.part", std::process::id()));
    let written = File::create(&unfinished)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| place_new(&unfinished, path));
    let _ = std::fs::remove_file(&unfinished);
    match written {
        Ok(()) => {
            name_kept(path);
            Ok(true)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Error::unwritten(path, &error)),
    }
}

/// Waits until the folder of a file has its name for good. Systems that cannot wait for a folder keep it by themselves.
fn name_kept(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// A link takes no place that is taken; sticks of the FAT kind know none.
fn place_new(unfinished: &Path, path: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(unfinished, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if path.exists() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => std::fs::rename(unfinished, path),
        Ok(()) => Ok(()),
    }
}
