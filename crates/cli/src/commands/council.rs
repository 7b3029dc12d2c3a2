//! `enrol`, `sync`: this computer and the council.

use std::path::Path;

use desk::sync::{
    Cancel, Council, Ended, Estimate, Failure, Options, Report, about_bytes, enrol as enrol_with, estimate, synchronise,
};
use desk::{Desk, Error, Office};
use serde_json::{Value, json};

use super::standing::name_of;
use super::{office, open_at};
use crate::arguments::{Arguments, Enrol, Sync};
use crate::output::{Done, bytes, bytes_bar, count, failed_in_part, print, say};

pub(crate) fn enrol(arguments: &Arguments, command: &Enrol) -> Result<Done, Error> {
    let stop = stopped_by_signal();
    let enrolled = enrol_with(&office(), &command.url, &command.code, &command.name, command.anew, stop)?;
    let admission = &enrolled.admission;
    let (url, key) = (enrolled.url.trim_end_matches('/'), enrolled.council().device().to_string());
    let role = admission.role.name();
    let line = match arguments.json {
        true => json!({"url": url, "name": enrolled.name, "role": role, "scope": admission.scope, "council": key})
            .to_string(),
        false => format!(
            "enrolled with {url} as \"{}\": {role} of {}. The council is {key}; no other is believed from now on",
            enrolled.name,
            in_words(&admission.scope)
        ),
    };
    print(&line)?;
    Ok(Done::Clean)
}

fn in_words(scope: &[String]) -> String {
    match scope {
        [all] if all.is_empty() => "every centre".to_owned(),
        [one] if one.len() == 5 => format!("sub-county {one}"),
        centres => format!("centre {}", centres.join(", ")),
    }
}

/// Control-C stops what is under way; what went through by then stays.
pub(super) fn stopped_by_signal() -> Cancel {
    let (stop, handle) = (Cancel::default(), Cancel::default());
    let stopped = stop.clone();
    match ctrlc::set_handler(move || stopped.stop()) {
        Ok(()) => stop,
        Err(_) => handle,
    }
}

/// Every register chosen in turn; one that cannot be opened does not hold up the others.
pub(crate) fn sync(arguments: &Arguments, command: &Sync) -> Result<Done, Error> {
    let office = office();
    let mut council = Council::of(&office, stopped_by_signal())?;
    let mut done = Done::Clean;
    for path in office.chosen(arguments.register.as_deref())? {
        match sync_one(arguments, command, &office, &mut council, &path) {
            Ok(One::Ended(end)) => done = done.or(end),
            Ok(One::AndAllOthers(end)) => return Ok(done.or(end)),
            Err(error) => done = done.or(failed_in_part(&error)),
        }
    }
    Ok(done)
}

/// How one register's round ended, and whether the others' would end like it.
enum One {
    Ended(Done),
    AndAllOthers(Done),
}

fn sync_one(
    arguments: &Arguments,
    command: &Sync,
    office: &Office,
    council: &mut Council,
    path: &Path,
) -> Result<One, Error> {
    let options = Options::with_pictures(!command.no_pictures);
    let mut desk = open_at(arguments, office, Some(path))?;
    let waiting = estimate(office, council, &mut desk, &options)?;
    if command.dry_run {
        print(&estimated(arguments, &desk, &waiting))?;
        return Ok(One::Ended(Done::Clean));
    }
    let report = carried(arguments, office, council, &mut desk, &options, &waiting)?;
    print(&told(arguments, &desk, &report)?)?;
    Ok(match report.error() {
        None => One::Ended(Done::judged(!report.is_clean())),
        Some(error) if report.concerns_this_register() => One::Ended(failed_in_part(&error)),
        Some(error) => One::AndAllOthers(failed_in_part(&error)),
    })
}

fn carried(
    arguments: &Arguments,
    office: &Office,
    council: &mut Council,
    desk: &mut Desk,
    options: &Options,
    waiting: &Estimate,
) -> Result<Report, Error> {
    if waiting.operations + u64::from(waiting.pictures) > 0 && !arguments.json {
        say(&format!("{}: {}", name_of(desk)?, in_bytes(waiting)));
    }
    let bar = bytes_bar(about_bytes(waiting));
    let report = synchronise(office, council, desk, options, &mut |progress| {
        bar.set_position(progress.bytes_up);
        bar.set_message(format!(
            "changes {}/{}, news {}/{}, photographs {}/{}",
            progress.operations_sent,
            progress.operations,
            progress.log_taken,
            progress.log,
            progress.pictures_sent,
            progress.pictures
        ));
    });
    bar.finish_and_clear();
    desk.take_notices().iter().for_each(|notice| say(&notice.to_string()));
    report
}

fn in_bytes(waiting: &Estimate) -> String {
    format!(
        "{} and {} to send, about {} of data",
        count(waiting.operations, "change"),
        count(waiting.pictures.into(), "photograph"),
        bytes(about_bytes(waiting))
    )
}

fn estimated(arguments: &Arguments, desk: &Desk, waiting: &Estimate) -> String {
    let name = name_of(desk).unwrap_or_default();
    match arguments.json {
        true => json!({
            "register": name, "operations": waiting.operations, "operation_bytes": waiting.operation_bytes,
            "pictures": waiting.pictures, "picture_bytes": waiting.picture_bytes, "about_bytes": about_bytes(waiting),
        })
        .to_string(),
        false => format!("{name}: {}", in_bytes(waiting)),
    }
}

fn told(arguments: &Arguments, desk: &Desk, report: &Report) -> Result<String, Error> {
    let (name, summary) = (name_of(desk)?, &report.summary);
    let troubles: Vec<String> = summary.troubles.iter().map(ToString::to_string).collect();
    if arguments.json {
        return Ok(json!({
            "register": name, "ended": ended(&report.ended), "operations_sent": summary.operations_sent,
            "operations_taken": summary.operations_taken, "pictures_sent": summary.pictures_sent,
            "pictures_fetched": summary.pictures_fetched, "carried_for_others": summary.batches_carried,
            "circulars": summary.circulars, "reopened": summary.reopened, "rewound": summary.rewound,
            "bytes_sent": report.traffic.sent, "bytes_received": report.traffic.received, "troubles": troubles,
        })
        .to_string());
    }
    let mut lines = vec![format!("{name}: {}", done_in_words(report))];
    lines.extend(
        (summary.circulars > 0).then(|| format!("  {} from KNEC", count(summary.circulars.into(), "new circular"))),
    );
    lines.extend((summary.reopened > 0).then(|| {
        "  this register had been restored or copied: it goes on under a new number, and nothing was lost".to_owned()
    }));
    lines.extend(
        summary
            .rewound
            .then(|| "  the council was restored from a backup: what it had lost was offered again".to_owned()),
    );
    lines.extend(troubles.iter().map(|trouble| format!("  {trouble}")));
    let conflicts = desk.register().read().conflicts()?.len();
    lines.extend(
        (conflicts > 0).then(|| format!("  {} to decide: `daftari conflicts`", count(conflicts as u64, "conflict"))),
    );
    Ok(lines.join("\n"))
}

fn done_in_words(report: &Report) -> String {
    let summary = &report.summary;
    let (sent, taken) = (summary.operations_sent, summary.operations_taken.saturating_sub(summary.operations_sent));
    let mut parts =
        vec![format!("{} received by KNEC", count(sent, "change")), format!("{} of others taken in", taken)];
    if summary.pictures_sent + summary.pictures_fetched > 0 {
        parts.push(format!("photographs: {} sent, {} fetched", summary.pictures_sent, summary.pictures_fetched));
    }
    parts.push(format!("{} up, {} down", bytes(report.traffic.sent), bytes(report.traffic.received)));
    parts.join("; ")
}

fn ended(ended: &Ended) -> Value {
    Value::from(match ended {
        Ended::Done => "done",
        Ended::Cut(Failure::Cancelled) => "stopped",
        Ended::Cut(Failure::Unreachable(_) | Failure::Strange(_)) => "offline",
        Ended::Cut(_) => "refused",
    })
}
