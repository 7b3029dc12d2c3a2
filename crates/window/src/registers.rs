//! The registers on this computer: which there are, opening, making and closing one. Owns no file: the shelf is
//! `register`'s.

use desk::NewCentre;
use regulations::{CentreCode, CentreKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::view::{Centre, centre};
use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

commands! {
    "registers.list" => list, (Nothing) -> Vec<Volume>;
    "registers.open" => open, (Named) -> Centre;
    "registers.create" => create, (Founding) -> Centre;
    "registers.close" => close, (Nothing) -> ();
}

/// A register on the shelf, unopened.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Volume {
    /// Its name: what it is opened by.
    pub(crate) name: String,
    /// The centre's code, where the name tells it.
    pub(crate) code: Option<String>,
    /// The examination's year, where the name tells it.
    pub(crate) year: Option<u16>,
}

/// A register by its name.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Named {
    /// As [`Volume::name`].
    pub(crate) name: String,
}

/// A centre whose register is to be made.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Founding {
    /// Eight digits.
    pub(crate) code: String,
    /// As on its certificate of registration.
    pub(crate) name: String,
    /// `school`, `private`, `prison` or `special`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The examination's year.
    pub(crate) year: u16,
}

fn list(window: &Window, _: Nothing) -> Outcome<Vec<Volume>> {
    let shown = |volume: register::Volume| Volume {
        name: volume.name,
        code: volume.centre.map(|code| code.to_string()),
        year: volume.year,
    };
    Ok(window.office.registers()?.into_iter().map(shown).collect())
}

fn open(window: &Window, Named { name }: Named) -> Outcome<Centre> {
    take(window, AtWork::open(&window.office, &name, &window.actor())?)
}

fn create(window: &Window, founding: Founding) -> Outcome<Centre> {
    let wrong = |field: &str| Problem::new("window.founding", "input", field);
    let code = CentreCode::parse(founding.code.trim()).map_err(|_| wrong("code"))?;
    let kind = CentreKind::named(&founding.kind).ok_or_else(|| wrong("type"))?;
    let name = founding.name.trim().to_owned();
    if name.is_empty() {
        return Err(wrong("name"));
    }
    let centre = NewCentre { code, name, kind, year: founding.year };
    take(window, AtWork::create(&window.office, &centre, &window.actor())?)
}

fn close(window: &Window, _: Nothing) -> Outcome<()> {
    window.put(None);
    Ok(())
}

fn take(window: &Window, at_work: AtWork) -> Outcome<Centre> {
    let shown = centre(&at_work.desk)?;
    window.put(Some(at_work));
    Ok(shown)
}
