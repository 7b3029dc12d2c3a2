//! `status`, `receipts`, `short-code`: how a register stands with the council, from this computer alone.

use desk::clock::printed;
use desk::sync::{Standing, short_code_of, standing};
use desk::{Desk, Error};
use serde_json::{Value, json};

use super::{office, open_at};
use crate::arguments::Arguments;
use crate::output::{Done, count, print};

/// What a register is called: its centre and year, or its file.
pub(super) fn name_of(desk: &Desk) -> Result<String, Error> {
    let stem = desk.register().path().file_stem().unwrap_or_default();
    Ok(stem.to_string_lossy().into_owned())
}

/// Of one register, or of each in the data folder.
pub(crate) fn status(arguments: &Arguments) -> Result<Done, Error> {
    let office = office();
    for path in office.chosen(arguments.register.as_deref())? {
        let desk = open_at(arguments, &office, Some(&path))?;
        let (name, standing) = (name_of(&desk)?, standing(&office, &desk)?);
        print(&if arguments.json { facts(&name, &standing).to_string() } else { page(&name, &standing) })?;
    }
    Ok(Done::Clean)
}

fn facts(name: &str, standing: &Standing) -> Value {
    let state = &standing.state;
    let moment = |at: Option<register::UnixMillis>| at.map(printed);
    let enrolled = standing.enrolment.as_ref().map(|enrolment| {
        json!({"url": enrolment.url.trim_end_matches('/'), "name": enrolment.name,
               "role": enrolment.admission.role.name(), "scope": enrolment.admission.scope})
    });
    let leases: Vec<_> = state.leases.iter().map(|lease| json!([lease.first, lease.last])).collect();
    json!({
        "register": name, "enrolled": enrolled, "received": state.received, "committed": state.committed,
        "waiting": state.waiting, "set_aside": state.set_aside, "log": state.log,
        "pictures_waiting": standing.pictures, "pictures_to_come": state.pictures_to_fetch,
        "conflicts": standing.conflicts, "held": standing.held, "contact": moment(state.contact),
        "closes": moment(state.closes), "numbers": leases, "next": standing.next.words(),
    })
}

fn page(name: &str, standing: &Standing) -> String {
    let state = &standing.state;
    let council = match &standing.enrolment {
        Some(enrolment) => format!("enrolled with {}", enrolment.url.trim_end_matches('/')),
        None => "not enrolled".to_owned(),
    };
    let contact = state.contact.map_or_else(|| "never".to_owned(), printed);
    let mut lines = vec![
        format!("{name}: {council}; last contact: {contact}"),
        format!("  received by KNEC   {}", count(state.received, "change")),
        format!("  committed          {}", count(state.committed, "change")),
        format!("  waiting            {}", count(state.waiting, "change")),
        format!("  photographs        {} to send, {} to come", standing.pictures, state.pictures_to_fetch),
        format!("  to decide          {}, {} held", count(standing.conflicts as u64, "conflict"), standing.held),
    ];
    lines.extend(state.closes.map(|closes| format!("  registration closes {}", printed(closes))));
    lines.push(format!("next: {}", standing.next.words()));
    lines.join("\n")
}

/// The council's receipts, the latest first.
pub(crate) fn receipts(arguments: &Arguments) -> Result<Done, Error> {
    let office = office();
    for path in office.chosen(arguments.register.as_deref())? {
        let desk = open_at(arguments, &office, Some(&path))?;
        let name = name_of(&desk)?;
        for receipt in desk.register().read().receipts()? {
            let said = receipt.received;
            let (at, stream, signature) = (printed(said.at), said.stream, signature(&receipt));
            print(&match arguments.json {
                true => json!({"register": name, "at": at, "incarnation": stream.incarnation, "operations": said.n,
                               "hash": said.h.to_string(), "position": said.log.position,
                               "epoch": said.epoch.to_string(), "signature": signature})
                .to_string(),
                false => format!(
                    "{at}  {name}  changes 1 to {} of life {}  log {}  {}",
                    said.n,
                    stream.incarnation,
                    said.log.position,
                    said.h.tag()
                ),
            })?;
        }
    }
    Ok(Done::Clean)
}

fn signature(receipt: &desk::sync::Receipt) -> String {
    receipt.signature.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Twenty-two letters in groups, as a person types them into a telephone.
pub(crate) fn short_code(arguments: &Arguments) -> Result<Done, Error> {
    let office = office();
    for path in office.chosen(arguments.register.as_deref())? {
        let desk = open_at(arguments, &office, Some(&path))?;
        let name = name_of(&desk)?;
        let code = short_code_of(desk.register())?;
        print(&match (arguments.json, code) {
            (true, code) => json!({"register": name, "short_code": code}).to_string(),
            (false, Some(code)) => {
                let groups: Vec<&str> = [0..6, 6..11, 11..16, 16..22].map(|part| &code[part]).into();
                format!("{name}: {}", groups.join("-"))
            }
            (false, None) => format!("{name}: nothing was written yet"),
        })?;
    }
    Ok(Done::Clean)
}
