//! One file a family of commands. Each reads its arguments, calls one use case and prints what came of it.

mod check;

use desk::Error;

use crate::arguments::{Arguments, Command};
use crate::output::Done;

/// Carries out the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Done, Error> {
    match &arguments.command {
        Command::Check(check) => check::run(arguments, check),
        _ => Err(Error::Usage("not there yet".to_owned())),
    }
}
