//! A spreadsheet before it is known what it means: its bytes, its sheets, and its table by a mapping. Owns no register.

use std::path::{Path, PathBuf};

use intake::table::Table;
use intake::workbook::glance;
use intake::{Family, GivenMapping, IntakeError, Options, SubjectHeading};

pub use intake::table::Watch;
pub use intake::workbook::SheetGlance;

use crate::error::{Error, Result};
use crate::files;

/// A file that a person chose.
#[derive(Clone, Debug)]
pub struct Spreadsheet {
    /// The file's name, without its folder.
    pub name: String,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Spreadsheet {
    /// Reads a file's bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn at(path: &Path) -> Result<Spreadsheet> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Spreadsheet { name, path: path.to_owned(), bytes: files::whole(path)? })
    }

    /// Of bytes that came without a path.
    #[must_use]
    pub fn of(name: &str, bytes: Vec<u8>) -> Spreadsheet {
        Spreadsheet { name: name.to_owned(), path: PathBuf::from(name), bytes }
    }

    /// Its sheets; none for a text file.
    ///
    /// # Errors
    /// When it is no spreadsheet, damaged, locked, or a bomb.
    pub fn sheets(&self, subjects: &[SubjectHeading]) -> Result<Vec<SheetGlance>> {
        let sheets = || match Family::of(&self.bytes)? {
            Family::Delimited => Ok(Vec::new()),
            Family::Workbook => glance(&self.bytes, subjects),
        };
        sheets().map_err(|error| self.failed(error))
    }

    /// Its table: by the mapping given, or as detected.
    ///
    /// # Errors
    /// As [`Spreadsheet::sheets`]; [`IntakeError::NoHeadings`] where nothing is detected; when the watch stopped it.
    pub fn table(
        &self,
        sheet: Option<&str>,
        subjects: &[SubjectHeading],
        mapping: Option<&GivenMapping>,
        watch: Watch<'_>,
    ) -> Result<Table> {
        let options = Options { sheet, subjects, mapping };
        Table::read_watched(&self.bytes, &options, watch).map_err(|error| self.failed(error))
    }

    fn failed(&self, source: IntakeError) -> Error {
        match source {
            IntakeError::Stopped => Error::Stopped,
            source => Error::Intake { path: self.path.clone(), source },
        }
    }
}
