//! `daftari check`: a file against the regulations, without a register.

use desk::check::{Format, Request, check};
use desk::{Error, Rulebook};

use crate::arguments::{Arguments, Check, CheckFormat};
use crate::output::{Done, counter, say};

pub(crate) fn run(arguments: &Arguments, command: &Check) -> Result<Done, Error> {
    let book = Rulebook::of(command.year, &arguments.circulars)?;
    let format = match (command.format, arguments.json) {
        (CheckFormat::Jsonl, _) | (_, true) => Format::Jsonl,
        (CheckFormat::Text, false) => Format::Text(arguments.lang.into()),
    };
    let request = Request {
        file: &command.file,
        centre: command.centre.trim(),
        kind: command.kind.into(),
        sheet: command.sheet.as_deref(),
        offered: command.offered.as_deref().filter(|codes| !codes.trim().is_empty()),
        clearance: command.clearance,
        format,
    };
    let bar = counter("rows checked");
    let outcome = check(&book, &request, &mut std::io::stdout().lock(), &|rows| bar.set_position(rows));
    bar.finish_and_clear();
    let outcome = outcome?;
    if !outcome.other_sheets.is_empty() {
        say(&format!("not read: {}; name one with --sheet", outcome.other_sheets.join(", ")));
    }
    Ok(Done::judged(outcome.errors))
}
