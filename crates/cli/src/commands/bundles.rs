//! `bundle`: registers carried on a USB stick.

use std::path::Path;

use desk::Error;
use desk::Office;
use desk::sync::bundle::{Packing, Reply};
use desk::sync::{Cancel, Council, bundle};
use serde_json::json;

use super::council::stopped_by_signal;
use super::standing::name_of;
use super::{office, open_at};
use crate::arguments::{Arguments, Bundle};
use crate::output::{Done, bytes, count, print, say};

pub(crate) fn run(arguments: &Arguments, command: &Bundle) -> Result<Done, Error> {
    match command {
        Bundle::Export { out, no_pictures } => export(arguments, out, !no_pictures),
        Bundle::Import { from } => import(arguments, from),
        Bundle::Send { file, reply } => {
            send(arguments, file, &reply.clone().unwrap_or_else(|| bundle::reply_beside(file)))
        }
    }
}

fn export(arguments: &Arguments, out: &Path, pictures: bool) -> Result<Done, Error> {
    let office = office();
    let council = Council::of(&office, Cancel::default())?;
    let mut packing = Packing::new(&council);
    for path in office.chosen(arguments.register.as_deref())? {
        packing.add(&office, &council, &mut open_at(arguments, &office, Some(&path))?, pictures)?;
    }
    let packed = packing.seal(&council, out)?;
    let file = out.display().to_string();
    print(&match arguments.json {
        true => json!({"written": file, "registers": packed.registers, "operations": packed.operations,
                       "pictures": packed.pictures, "bytes": packed.bytes})
        .to_string(),
        false => format!(
            "written: {file}: {} and {} of {}, {}. Only the council can read it; whoever is enrolled may carry it: `daftari bundle send`",
            count(packed.operations, "change"),
            count(packed.pictures, "photograph"),
            count(packed.registers, "register"),
            bytes(packed.bytes)
        ),
    })?;
    Ok(Done::Clean)
}

fn import(arguments: &Arguments, from: &Path) -> Result<Done, Error> {
    let office = office();
    let council = Council::of(&office, Cancel::default())?;
    let reply = Reply::open(&council, from)?;
    let mut troubled = false;
    for path in office.chosen(arguments.register.as_deref())? {
        troubled |= take_in(arguments, &office, &council, &path, &reply)?;
    }
    Ok(Done::judged(troubled))
}

/// Whether something was not as it should be.
fn take_in(
    arguments: &Arguments,
    office: &Office,
    council: &Council,
    path: &Path,
    reply: &Reply,
) -> Result<bool, Error> {
    let mut desk = open_at(arguments, office, Some(path))?;
    if !desk.id()?.is_some_and(|id| reply.concerns(id)) {
        return Ok(false);
    }
    let arrived = bundle::take_in(office, council, &mut desk, reply)?;
    let (name, summary) = (name_of(&desk)?, &arrived.summary);
    let troubles: Vec<String> = summary.troubles.iter().map(ToString::to_string).collect();
    let taken = summary.operations_taken.saturating_sub(arrived.received);
    print(&match arguments.json {
        true => json!({"register": name, "received": arrived.received, "operations_taken": summary.operations_taken,
                       "circulars": summary.circulars, "troubles": troubles})
        .to_string(),
        false => format!("{name}: {} received by KNEC; {taken} of others taken in", count(arrived.received, "change")),
    })?;
    desk.take_notices().iter().for_each(|notice| say(&notice.to_string()));
    troubles.iter().for_each(|trouble| say(&format!("  {trouble}")));
    Ok(!troubles.is_empty())
}

fn send(arguments: &Arguments, file: &Path, reply: &Path) -> Result<Done, Error> {
    let mut council = Council::of(&office(), stopped_by_signal())?;
    let sent = bundle::send(&mut council, file, reply)?;
    let reply = reply.display().to_string();
    print(&match arguments.json {
        true => json!({"sent_bytes": sent, "reply": reply}).to_string(),
        false => format!(
            "sent {}; the council's reply is {reply}: bring it back, and `daftari bundle import` takes it in there",
            bytes(sent)
        ),
    })?;
    Ok(Done::Clean)
}
