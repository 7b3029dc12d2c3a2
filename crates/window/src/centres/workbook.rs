//! A workbook that holds several centres, into their registers: rows go where their centre's code says. Owns which
//! register takes which; a row is read and taken in by `desk`.

use std::path::{Path, PathBuf};

use desk::import::{Imported, centres_in, import_of_several};
use desk::{NewCentre, Rulebook};
use regulations::{CentreCode, CentreKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::elsewhere;
use crate::at_work::AtWork;
use crate::{Event, Outcome, Problem, Window};

/// A workbook to be looked at.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentresWorkbook")]
pub(crate) struct Workbook {
    /// The file.
    pub(crate) path: String,
    /// The sheet; nothing: the first that has headings.
    pub(crate) sheet: Option<String>,
}

/// What a workbook holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CentresWorkbookContents")]
pub(crate) struct Contents {
    /// By centre.
    pub(crate) centres: Vec<OfCode>,
    /// Rows that name no centre: they go nowhere.
    pub(crate) without: usize,
}

/// A centre in a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CentreInWorkbook")]
pub(crate) struct OfCode {
    /// As the workbook has it.
    pub(crate) code: String,
    /// Its rows.
    pub(crate) rows: usize,
    /// Its register's name; nothing: there is none yet.
    pub(crate) register: Option<String>,
    /// Whether it could be a centre's code.
    pub(crate) valid: bool,
}

/// A workbook to be taken in.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentresImport")]
pub(crate) struct Import {
    /// The name under which it can be stopped, between two centres.
    pub(crate) task: String,
    /// The file.
    pub(crate) path: String,
    /// The sheet.
    pub(crate) sheet: Option<String>,
    /// The folder of the error workbooks, one a centre with rows that have errors; nothing: none are written.
    pub(crate) errors: Option<String>,
    /// Registers to be made first.
    pub(crate) make: Vec<NewRegister>,
}

/// A register to be made for a centre of the workbook.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentreToMake")]
pub(crate) struct NewRegister {
    /// Eight digits.
    pub(crate) code: String,
    /// The centre's name.
    pub(crate) name: String,
    /// `school`, `private`, `prison` or `special`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The examination's year.
    pub(crate) year: u16,
}

/// What became of a centre's rows.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CentreImported")]
pub(crate) struct Taken {
    /// Its code.
    pub(crate) code: String,
    /// Its register's name.
    pub(crate) register: String,
    /// Rows that are candidates of the register now.
    pub(crate) imported: usize,
    /// Of these, rows that changed a candidate who was there already.
    pub(crate) updated: usize,
    /// Rows of which a cell cannot be read, of the whole workbook.
    pub(crate) refused: usize,
    /// Whether one of them has an error.
    pub(crate) errors: bool,
    /// The error workbook, where one was written.
    pub(crate) workbook: Option<String>,
    /// What hindered it; then nothing was taken in.
    pub(crate) problem: Option<Problem>,
}

pub(super) fn look(window: &Window, Workbook { path, sheet }: Workbook) -> Outcome<Contents> {
    let book = Rulebook::of(desk::clock::Moment::now().year(), &[])?;
    let mut centres = centres_in(&book, Path::new(&path), sheet.as_deref())?;
    let without = centres.remove("").unwrap_or_default();
    let volumes = window.office.registers()?;
    let of_code = |(code, rows): (String, usize)| OfCode {
        register: newest(&volumes, &code).map(|volume| volume.name.clone()),
        valid: CentreCode::parse(&code).is_ok(),
        code,
        rows,
    };
    Ok(Contents { centres: centres.into_iter().map(of_code).collect(), without })
}

fn newest<'v>(volumes: &'v [register::Volume], code: &str) -> Option<&'v register::Volume> {
    let of_code = |volume: &&register::Volume| volume.centre.is_some_and(|centre| centre.to_string() == code);
    volumes.iter().filter(of_code).max_by_key(|volume| volume.year)
}

pub(super) fn import(window: &Window, import: Import) -> Outcome<Vec<Taken>> {
    let task = window.begin(&import.task);
    import.make.iter().try_for_each(|new| make(window, new))?;
    let look_at = Workbook { path: import.path.clone(), sheet: import.sheet.clone() };
    let at_hand: Vec<OfCode> =
        look(window, look_at)?.centres.into_iter().filter(|centre| centre.register.is_some()).collect();
    let (mut taken, total) = (Vec::new(), at_hand.len() as u64);
    for (centre, done) in at_hand.into_iter().zip(0..) {
        if task.cancel.is_stopped() {
            break;
        }
        task.progress(&centre.code, done, total);
        taken.push(of_centre(window, &import, centre));
    }
    window.tell(&Event::State);
    Ok(taken)
}

fn make(window: &Window, new: &NewRegister) -> Outcome<()> {
    let wrong = |field: &str| Problem::new("window.founding", "input", field);
    let code = CentreCode::parse(new.code.trim()).map_err(|_| wrong("code"))?;
    let kind = CentreKind::named(&new.kind).ok_or_else(|| wrong("type"))?;
    let name = new.name.trim().to_owned();
    if name.is_empty() {
        return Err(wrong("name"));
    }
    AtWork::create(&window.office, &NewCentre { code, name, kind, year: new.year }, &window.actor()).map(drop)
}

fn of_centre(window: &Window, import: &Import, centre: OfCode) -> Taken {
    let register = centre.register.unwrap_or_default();
    let errors = import.errors.as_ref().map(|folder| error_file(Path::new(folder), &import.path, &centre.code));
    let language = window.settings().language();
    let done: Outcome<Imported> = elsewhere::at(window, &register, |at_work| {
        let (path, sheet) = (Path::new(&import.path), import.sheet.as_deref());
        Ok(import_of_several(&mut at_work.desk, path, sheet, errors.as_deref(), language)?)
    });
    let done = done.as_ref();
    Taken {
        code: centre.code,
        register,
        imported: done.map_or(0, |done| done.imported),
        updated: done.map_or(0, |done| done.updated),
        refused: done.map_or(0, |done| done.refused.len()),
        errors: done.is_ok_and(|done| done.errors),
        workbook: done.ok().and(errors).map(|path| path.display().to_string()),
        problem: done.err().cloned(),
    }
}

/// Beside the others of the same workbook, named after it and the centre.
fn error_file(folder: &Path, workbook: &str, code: &str) -> PathBuf {
    let stem = Path::new(workbook).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    folder.join(format!("{stem}-{code}.xlsx"))
}
