//! `backup`, `restore`, `verify`: copies of a register, and whether one is sound.

use std::path::Path;

use desk::Error;
use serde_json::json;

use super::intake::told;
use super::{office, open, variable};
use crate::arguments::Arguments;
use crate::output::{Done, print};

/// The passphrase of a copy for another computer.
const PASSPHRASE: &str = "DAFTARI_BACKUP_PASSPHRASE";

fn passphrase(portable: bool) -> Result<Option<String>, Error> {
    match (portable, variable(PASSPHRASE)) {
        (false, _) => Ok(None),
        (true, None) => Err(Error::Usage(format!("--portable needs a passphrase in {PASSPHRASE}"))),
        (true, given) => Ok(given),
    }
}

pub(crate) fn backup(arguments: &Arguments, out: &Path, portable: bool) -> Result<Done, Error> {
    let passphrase = passphrase(portable)?;
    let desk = open(arguments)?;
    office().back_up(desk.register(), out, passphrase.as_deref())?;
    told(arguments, out)
}

pub(crate) fn restore(arguments: &Arguments, from: &Path, portable: bool) -> Result<Done, Error> {
    let passphrase = passphrase(portable)?;
    let office = office();
    let to = office.locate(arguments.register.as_deref())?;
    let aside = office.restore(from, &to, passphrase.as_deref())?;
    let (to, aside) = (to.display().to_string(), aside.map(|path| path.display().to_string()));
    let line = match (arguments.json, aside) {
        (true, aside) => json!({"restored": to, "replaced": aside}).to_string(),
        (false, Some(aside)) => format!("restored: {to}\nwhat was there is kept: {aside}"),
        (false, None) => format!("restored: {to}"),
    };
    print(&line)?;
    Ok(Done::Clean)
}

pub(crate) fn verify(arguments: &Arguments) -> Result<Done, Error> {
    let desk = open(arguments)?;
    let verified = desk.register().read().verify()?;
    let (operations, digest) = (verified.operations, verified.digest.to_string());
    let line = match arguments.json {
        true => json!({"operations": operations, "digest": digest}).to_string(),
        false => format!("sound: {operations} operations in the chain; digest {digest}"),
    };
    print(&line)?;
    Ok(Done::Clean)
}
