//! The SCDE's office: the registers on this computer side by side, their documents, and what is done for all of them in
//! one go. Owns the order of that work; every figure is `desk`'s.

mod elsewhere;
mod exchange;
mod list;
mod workbook;

use desk::returned::ReturnDocument;
use register::{CentreField, Operation};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Outcome, Problem, Window};

pub(crate) use elsewhere::Away;
pub(crate) use list::Known;

commands! {
    "centres.list" => list::list, (list::Listing) -> Vec<list::CentreRow>;
    "centres.checklist" => list::checklist, (list::Checklist) -> ();
    "centres.returned" => returned, (HandedIn) -> ();
    "centres.sync" => exchange::all, (exchange::All) -> Vec<exchange::OfCentre>;
    "centres.workbook" => workbook::look, (workbook::Workbook) -> workbook::Contents;
    "centres.import" => workbook::import, (workbook::Import) -> Vec<workbook::Taken>;
}

/// A document of the return that was handed in.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentreHandedIn")]
pub(crate) struct HandedIn {
    /// The register's name on the shelf.
    pub(crate) register: String,
    /// `nominal-roll`, `declaration`, `special-needs`, `nil-return` or `deposit-slips`.
    pub(crate) document: String,
    /// The day, as `2026-03-31`; empty: it was not.
    pub(crate) day: String,
}

fn returned(window: &Window, handed_in: HandedIn) -> Outcome<()> {
    let document =
        ReturnDocument::named(&handed_in.document).ok_or_else(|| Problem::unknown("such document of the return"))?;
    let change: Vec<(CentreField, String)> = vec![(document.field(), handed_in.day)];
    elsewhere::at(window, &handed_in.register, |at_work| at_work.transact(Operation::ChangeCentre(change)).map(drop))
}
