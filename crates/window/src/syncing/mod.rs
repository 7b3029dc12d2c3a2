//! How this computer stands with the council, and the exchange with it. Owns what is shown of that; what travels and
//! what is believed is `sync`'s, and nothing is received without a receipt.

mod borrowed;
mod exchange;
mod quiet;
mod receipts;
mod standing;

use desk::sync::{Cancel, Council, about_bytes, enrol as enrol_with, estimate as estimate_of};
use regulations::CentreCode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::papers::PaperPreview;
use crate::registers::county_of;
use crate::window::Nothing;
use crate::{Outcome, Window};

pub(crate) use borrowed::Borrowed;
pub(crate) use exchange::{Exchanged, Turn, carry, options};
pub(crate) use quiet::Quiet;
use receipts::{Code, ReceiptView, ShortCode};
use standing::{Enrolled, Standing};

commands! {
    "sync.standing" => standing::shown, (Nothing) -> Standing;
    "sync.glance" => quiet::glance, (Nothing) -> quiet::Glance;
    "sync.estimate" => estimate, (Pictures) -> Cost;
    "sync.run" => run, (Run) -> Exchanged;
    "sync.enrol" => enrol, (Enrolling) -> KnownComputer;
    "sync.receipts" => receipts::list, (Nothing) -> Vec<ReceiptView>;
    "sync.receipt-code" => receipts::code, (receipts::Lettered) -> Code;
    "sync.receipt-sheet" => receipts::sheet, (receipts::Lettered) -> PaperPreview;
    "sync.short-code" => receipts::short_code, (Nothing) -> Option<ShortCode>;
}

/// Whether photographs are meant too.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(rename = "SyncPictures")]
pub(crate) struct Pictures {
    /// Text is always.
    pub(crate) pictures: bool,
}

/// What an exchange would cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SyncCost")]
pub(crate) struct Cost {
    /// Own changes without a receipt.
    pub(crate) changes: u64,
    /// Photographs that the council is not known to have.
    pub(crate) pictures: u32,
    /// About how many bytes, with what the transport adds; what comes from the council not counted.
    pub(crate) bytes: u64,
}

/// An exchange to be held.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SyncRun")]
pub(crate) struct Run {
    /// The name under which it can be stopped.
    pub(crate) task: String,
    /// Whether photographs travel too.
    pub(crate) pictures: bool,
}

/// This computer is to be made known to the council.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SyncEnrolling")]
pub(crate) struct Enrolling {
    /// The name under which it can be stopped.
    pub(crate) task: String,
    /// Where the council is.
    pub(crate) url: String,
    /// The code, as typed.
    pub(crate) code: String,
    /// What the council is to call this computer.
    pub(crate) name: String,
    /// Whether another council than before is believed.
    pub(crate) anew: bool,
}

/// What the council said of this computer.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct KnownComputer {
    /// The council, and what it calls this computer.
    pub(crate) council: Enrolled,
    /// The centre's code, where the one-time code was for one alone.
    pub(crate) centre: Option<String>,
    /// Its county.
    pub(crate) county: Option<String>,
}

/// Nothing is sent for it.
fn estimate(window: &Window, Pictures { pictures }: Pictures) -> Outcome<Cost> {
    let council = Council::of(&window.office, Cancel::default())?;
    let options = options(pictures);
    let waiting = window.reading(|at_work| Ok(estimate_of(&window.office, &council, &mut at_work.desk, &options)?))?;
    Ok(Cost { changes: waiting.operations, pictures: waiting.pictures, bytes: about_bytes(&waiting) })
}

fn run(window: &Window, Run { task, pictures }: Run) -> Outcome<Exchanged> {
    let _turn = window.turn.take()?;
    let task = window.begin(&task);
    window.quiet.begins();
    let tell = |step: &str, done, total| task.progress(step, done, total);
    let report = exchange::exchange(window, &task.cancel, &options(pictures), &tell);
    window.quiet.ended(report.as_ref().ok());
    window.exchanged();
    Ok(Exchanged::from(&report?))
}

/// Whether a register is open or not: the first steps enrol before there is one.
fn enrol(window: &Window, enrolling: Enrolling) -> Outcome<KnownComputer> {
    let Enrolling { task, url, code, name, anew } = enrolling;
    let task = window.begin(&task);
    let enrolment = enrol_with(&window.office, &url, &code, &name, anew, task.cancel.clone())?;
    window.exchanged();
    let centre = match &enrolment.admission.scope[..] {
        [one] => CentreCode::parse(one).ok().map(|code| code.to_string()),
        _ => None,
    };
    let year = desk::clock::Moment::now().year();
    let county = centre.as_deref().map(|code| county_of(code, year)).transpose()?.flatten();
    Ok(KnownComputer { council: Enrolled::of(&enrolment), centre, county })
}
