//! A folder of registers: an SCDE office has one for each centre. Owns their file names, which tell centre and year
//! and nothing more; refuses to open any of them.

use std::fs;
use std::path::{Path, PathBuf};

use regulations::CentreCode;

use crate::error::{Error, Result};

/// The ending of a register's file.
pub const EXTENSION: &str = "daftari";

/// The registers of one folder.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

/// A register on the shelf, unopened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume {
    /// The file's name without its ending: what a person types to open it.
    pub name: String,
    /// The centre, where the name begins with its code.
    pub centre: Option<CentreCode>,
    /// The examination's year, where the name goes on with it.
    pub year: Option<u16>,
    /// The file.
    pub path: PathBuf,
}

impl Shelf {
    /// The registers of this folder.
    pub fn at(folder: impl Into<PathBuf>) -> Shelf {
        Shelf { folder: folder.into() }
    }

    /// Where the register of a centre and year lies, or would lie.
    #[must_use]
    pub fn place(&self, centre: CentreCode, year: u16) -> PathBuf {
        self.folder.join(format!("{centre}-{year}.{EXTENSION}"))
    }

    /// The registers, by name. A folder that does not exist yet has none.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] and [`Error::Io`] when the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Volume>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|source| Error::io(&self.folder, source))?,
        };
        let mut volumes: Vec<_> = entries.filter_map(|entry| Volume::of(&entry.ok()?.path())).collect();
        volumes.sort();
        Ok(volumes)
    }

    /// The register of this name, or of the centre of this code; of several years the latest.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn find(&self, name: &str) -> Result<Volume> {
        let volumes = self.list()?;
        let named = volumes.iter().find(|volume| volume.name == name);
        let of_centre = volumes.iter().rfind(|volume| volume.centre.is_some_and(|code| code.to_string() == name));
        let missing = || Error::NotFound { path: self.folder.join(format!("{name}.{EXTENSION}")) };
        named.or(of_centre).cloned().ok_or_else(missing)
    }
}

impl Volume {
    fn of(path: &Path) -> Option<Volume> {
        if path.extension()? != EXTENSION || !path.is_file() {
            return None;
        }
        let name = path.file_stem()?.to_str()?.to_owned();
        let (code, year) = name.split_once('-').unwrap_or((&name, ""));
        let year = Some(year).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
        Some(Volume { centre: CentreCode::parse(code).ok(), year, path: path.to_owned(), name })
    }
}
