//! A spreadsheet on its way into the register: sheet, columns, values, rows, applying. Owns the session between the file
//! and the register, which nothing touches before it is applied.

mod applying;
mod columns;
mod opening;
mod rows;
mod values;

use desk::import::{Mapping, Spreadsheet, Staging};

use crate::window::Nothing;
use crate::{Outcome, Problem};

commands! {
    "import.open" => opening::open, (opening::Choice) -> opening::Opened;
    "import.columns" => columns::columns, (columns::Asked) -> columns::ColumnsView;
    "import.map" => columns::map, (columns::Mapped) -> values::ValuesView;
    "import.stage" => rows::stage, (values::Given) -> rows::StagingView;
    "import.row" => rows::row, (rows::OneRow) -> rows::RowDetail;
    "import.mend" => rows::mend, (rows::Mending) -> rows::Mended;
    "import.apply" => applying::apply, (applying::Which) -> applying::Applied;
    "import.save-leftover" => applying::save_leftover, (applying::Target) -> ();
    "import.save-template" => applying::save_template, (applying::Target) -> ();
    "import.close" => opening::close, (Nothing) -> ();
}

/// What lies open.
#[derive(Debug)]
pub(crate) struct Session {
    pub(super) spreadsheet: Spreadsheet,
    pub(super) sheet: Option<String>,
    /// The mapping as it stands, and as it was detected.
    pub(super) mapping: Mapping,
    pub(super) staging: Option<Staging>,
}

impl Session {
    pub(super) fn staging(&mut self) -> Outcome<&mut Staging> {
        self.staging.as_mut().ok_or_else(nothing_open)
    }
}

pub(super) fn nothing_open() -> Problem {
    Problem::new("import.nothing-open", "usage", "no spreadsheet is open: choose one")
}
