//! `init`, `registers`, `centre`: registers and the centres they are of.

use desk::{Desk, Error, NewCentre};
use register::{CentreField, Operation};
use regulations::CentreCode;
use serde_json::json;

use super::{office, open};
use crate::arguments::{Arguments, Init};
use crate::output::{Done, print};

pub(crate) fn init(arguments: &Arguments, command: &Init) -> Result<Done, Error> {
    let code = CentreCode::parse(command.centre.trim()).map_err(|_| {
        Error::Usage(format!("--centre {}: a centre's code is eight digits, as on KNEC's letter", command.centre))
    })?;
    let centre =
        NewCentre { code, name: command.name.trim().to_owned(), kind: command.kind.into(), year: command.year };
    let desk = Desk::create(&office(), arguments.register.as_deref(), &centre, &arguments.actor, &arguments.circulars)?;
    let path = desk.register().path().display().to_string();
    if arguments.json {
        print(&json!({"register": path, "centre": code.to_string(), "year": command.year}).to_string())?;
    } else {
        print(&format!("register of {} {} for {} made at {path}", code, centre.name, command.year))?;
    }
    Ok(Done::Clean)
}

pub(crate) fn list(arguments: &Arguments) -> Result<Done, Error> {
    for volume in office().registers()? {
        if arguments.json {
            let centre = volume.centre.map(|centre| centre.to_string());
            let path = volume.path.display().to_string();
            print(&json!({"name": volume.name, "centre": centre, "year": volume.year, "path": path}).to_string())?;
        } else {
            print(&format!("{}  {}", volume.name, volume.path.display()))?;
        }
    }
    Ok(Done::Clean)
}

pub(crate) fn centre(arguments: &Arguments, fields: &[String]) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    if !fields.is_empty() {
        let changes = fields.iter().map(|text| change_of(text)).collect::<Result<Vec<_>, _>>()?;
        desk.transact(Operation::ChangeCentre(changes))?;
    }
    let centre = desk.register().read().centre()?;
    let given = CentreField::ALL.iter().map(|field| (field.name(), centre.get(*field)));
    if arguments.json {
        let facts: serde_json::Map<String, serde_json::Value> =
            given.map(|(name, value)| (name.to_owned(), value.into())).collect();
        print(&serde_json::Value::Object(facts).to_string())?;
    } else {
        for (name, value) in given.filter(|(_, value)| !value.is_empty()) {
            print(&format!("{name:22} {value}"))?;
        }
    }
    Ok(Done::Clean)
}

/// Details that commands of their own set are not typed here.
fn change_of(text: &str) -> Result<(CentreField, String), Error> {
    let known = || CentreField::ALL.iter().map(|field| field.name()).collect::<Vec<_>>().join(", ");
    let wrong = || Error::Usage(format!("\"{text}\" is not DETAIL=VALUE with a detail of: {}", known()));
    let (name, value) = text.split_once('=').ok_or_else(wrong)?;
    match CentreField::named(name.trim()).ok_or_else(wrong)? {
        CentreField::ApprovedBy | CentreField::ApprovedRoll => {
            Err(Error::Usage("a roll is approved with `daftari approve`".to_owned()))
        }
        field => Ok((field, value.trim().to_owned())),
    }
}
