//! The practice centre: made-up candidates to try everything on, marked as such.

use desk::practice;
use serde::Deserialize;
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::view::{Centre, centre};
use crate::{Outcome, Window};

commands! {
    "practice.begin" => begin, (Beginning) -> Centre;
}

/// The name of the task, and for which examination year.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Beginning {
    /// Under which its progress is told.
    pub(crate) task: String,
    /// The examination's year.
    pub(crate) year: u16,
}

fn begin(window: &Window, Beginning { task, year }: Beginning) -> Outcome<Centre> {
    let task = window.begin(&task);
    let made =
        practice::create(&window.office, year, &window.actor(), |done, all| task.progress("practice", done, all));
    let at_work = AtWork::new(made?);
    let shown = centre(&at_work.desk)?;
    window.put(Some(at_work));
    Ok(shown)
}
