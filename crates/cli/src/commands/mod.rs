//! One file a family of commands. Each reads its arguments, calls one use case and prints what came of it.

mod bundles;
mod change;
mod check;
mod conflicts;
mod copies;
mod council;
mod explain;
mod facts;
mod intake;
mod papers;
mod readiness;
mod registers;
mod shell;
mod standing;

use std::path::Path;

use desk::{Desk, Error, Office, Vault};

use crate::arguments::{Arguments, Command};
use crate::output::{Done, say};

/// Carries out the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Done, Error> {
    match &arguments.command {
        Command::Check(check) => check::run(arguments, check),
        Command::Template { out } => intake::template(arguments, out),
        Command::Init(init) => registers::init(arguments, init),
        Command::Registers => registers::list(arguments),
        Command::Import(import) => intake::import(arguments, import),
        Command::Photos { folder } => intake::photos(arguments, folder),
        Command::Enter { fields } => change::enter(arguments, fields),
        Command::Set { candidate, fields, reason } => change::set(arguments, candidate, fields, reason.as_deref()),
        Command::Withdraw { candidate, reason } => change::withdraw(arguments, candidate, reason),
        Command::Reinstate { candidate } => change::reinstate(arguments, candidate),
        Command::Undo => change::undo(arguments),
        Command::Redo => change::redo(arguments),
        Command::Acknowledge { rule, candidate, reason } => {
            change::acknowledge(arguments, rule, candidate.as_deref(), reason)
        }
        Command::Paper { candidate, paper, remove } => change::paper(arguments, candidate, paper, *remove),
        Command::Slip { bank, number, date, amount } => change::slip(arguments, bank, number, date, *amount),
        Command::Centre { fields } => registers::centre(arguments, fields),
        Command::Signed { candidates, undo } => change::signed(arguments, candidates, !*undo),
        Command::Approve { withdraw } => change::approve(arguments, *withdraw),
        Command::Returned { document, undo } => change::returned(arguments, document, *undo),
        Command::List(list) => facts::list(arguments, list),
        Command::Show { candidate } => facts::show(arguments, candidate),
        Command::History { candidate } => facts::history(arguments, candidate.as_deref()),
        Command::Readiness => readiness::run(arguments),
        Command::Roll(document) => papers::roll(arguments, &document.out),
        Command::PhotoRegister(document) => papers::photo_register(arguments, &document.out),
        Command::Proforma(document) => papers::proforma(arguments, &document.out),
        Command::Returns { out } => papers::returns(arguments, out),
        Command::Export { out } => intake::export(arguments, out),
        Command::Backup { out, portable } => copies::backup(arguments, out, *portable),
        Command::Restore { from, portable } => copies::restore(arguments, from, *portable),
        Command::Verify => copies::verify(arguments),
        Command::Enrol(enrol) => council::enrol(arguments, enrol),
        Command::Sync(sync) => council::sync(arguments, sync),
        Command::Status => standing::status(arguments),
        Command::Receipts => standing::receipts(arguments),
        Command::ShortCode => standing::short_code(arguments),
        Command::Bundle(bundle) => bundles::run(arguments, bundle),
        Command::Conflicts { action } => conflicts::run(arguments, action.as_ref()),
        Command::Countersign { what } => conflicts::countersign(arguments, what),
        Command::Admit { operation } => conflicts::admit(arguments, operation),
        Command::Explain { topic } => explain::run(arguments, &topic.join(" ")),
        Command::Completions { shell } => shell::completions(*shell),
        Command::Man => shell::man(),
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn office() -> Office {
    let folder = variable("DAFTARI_DATA").map_or_else(Office::data_folder, Into::into);
    let office = Office::at(folder, Vault::new(variable("DAFTARI_PASSPHRASE")));
    match variable("DAFTARI_ANCHORS") {
        Some(folder) => office.with_anchors(folder.into()),
        None => office,
    }
}

/// Opens the register that was named, or the only one.
fn open(arguments: &Arguments) -> Result<Desk, Error> {
    open_at(arguments, &office(), arguments.register.as_deref())
}

/// Opens a register; what a person should know of it is said, and a daily copy that cannot be kept hinders nobody.
fn open_at(arguments: &Arguments, office: &Office, named: Option<&Path>) -> Result<Desk, Error> {
    let mut desk = Desk::open(office, named, &arguments.actor, &arguments.circulars)?;
    desk.take_notices().iter().for_each(|notice| say(&notice.to_string()));
    if let Err(error) = desk.keep_daily_copy() {
        say(&format!("today's copy of the register was not kept: {error}"));
    }
    Ok(desk)
}
