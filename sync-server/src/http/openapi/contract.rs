//! Which schema is whose: for each address of the console its query, its body and its answer. The tests validate every
//! answer that they see against it, and every body that is taken; an address without an entry fails them.

use serde_json::{Value, json};

use super::words::{int, list, named, object, rows, text};
use super::{administration, cases, registers, session};
use crate::http::endpoint::Endpoint;

/// What an address answers.
pub enum Answer {
    /// JSON of this schema.
    Json(Value),
    /// A table: JSON of this schema, or with `format=csv` a text file.
    Table(Value),
    /// A file of one of these types.
    File(&'static [&'static str]),
}

/// What an address of the console answers; `None`: it is no JSON address of the console, or it has no entry.
#[must_use]
pub fn answer(endpoint: Endpoint) -> Option<Answer> {
    use Answer::{File, Json, Table};
    let session = || Json(named("Session"));
    Some(match endpoint {
        Endpoint::ConsoleSession => Json(super::words::any([named("NoSession"), named("Session")])),
        Endpoint::ConsoleLogin | Endpoint::ConsoleSecond | Endpoint::ConsoleUnlock => session(),
        Endpoint::ConsoleTotpConfirm | Endpoint::ConsolePassword => session(),
        Endpoint::ConsoleLock | Endpoint::ConsoleLogout | Endpoint::ConsoleEndSession => done(),
        Endpoint::ConsolePasskey | Endpoint::ConsolePasskeyFinish => session(),
        Endpoint::ConsolePasskeyChallenge | Endpoint::ConsolePasskeyBegin => Json(named("Question")),
        Endpoint::ConsoleFactors => Json(rows(named("Factor"))),
        Endpoint::ConsoleFactorRemove => done(),
        Endpoint::ConsoleTotpBegin => Json(named("TotpSetup")),
        Endpoint::ConsoleSessions => Json(object([("sessions", list(named("OwnSession")))])),
        Endpoint::ConsoleOverview => Json(named("Overview")),
        Endpoint::ConsolePart => Table(named("Part")),
        Endpoint::ConsoleEvents => File(&["text/event-stream"]),
        Endpoint::ConsoleCentres => Table(registers::centres()),
        Endpoint::ConsoleCentre => Json(named("CentrePage")),
        Endpoint::ConsoleSearch => Json(registers::found()),
        Endpoint::ConsoleCandidate => Json(named("Candidate")),
        Endpoint::ConsolePhotograph => File(&["image/jpeg"]),
        Endpoint::ConsoleQueues => Table(rows(named("QueueRow"))),
        Endpoint::ConsoleQueue => Json(cases::page()),
        Endpoint::ConsoleNext => Json(cases::next()),
        Endpoint::ConsoleCase | Endpoint::ConsoleClaim | Endpoint::ConsoleRelease => Json(named("Case")),
        Endpoint::ConsoleDecide | Endpoint::ConsoleUndo => Json(named("Case")),
        other => return administered(other),
    })
}

fn done() -> Answer {
    Answer::Json(named("Done"))
}

fn administered(endpoint: Endpoint) -> Option<Answer> {
    use Answer::{File, Json};
    Some(match endpoint {
        Endpoint::ConsoleUsers => Json(rows(named("User"))),
        Endpoint::ConsoleUserAdd | Endpoint::ConsoleUserReset => Json(named("OneTimeCode")),
        Endpoint::ConsoleUserDisable | Endpoint::ConsoleUserFactor | Endpoint::ConsoleSubCounty => done(),
        Endpoint::ConsoleCodes => Json(administration::code_made()),
        Endpoint::ConsoleDevices => Json(rows(named("Device"))),
        Endpoint::ConsoleRevoke => Json(administration::revoked()),
        Endpoint::ConsoleCirculars => Json(rows(named("Circular"))),
        Endpoint::ConsoleCircular | Endpoint::ConsoleCircularCheck => {
            Json(object([("number", int()), ("year", int())]))
        }
        Endpoint::ConsoleAnnouncements => Json(rows(named("Announcement"))),
        Endpoint::ConsoleAnnounce => Json(administration::announced()),
        Endpoint::ConsoleLife | Endpoint::ConsoleHappens => Json(named("Life")),
        Endpoint::ConsoleAuditSearch => {
            Json(super::words::with(rows(named("AuditLine")), [("next", super::words::maybe(int()))]))
        }
        Endpoint::ConsoleAuditVerify => Json(administration::verdict()),
        Endpoint::ConsoleExport => {
            File(&["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"])
        }
        Endpoint::ConsoleRoll => File(&["application/pdf"]),
        Endpoint::ConsoleKcpe => Json(rows(object([("year", int()), ("results", int())]))),
        Endpoint::ConsoleKcpeImport => Json(administration::imported()),
        Endpoint::ConsoleKcpeCompare => Json(administration::compared()),
        _ => return None,
    })
}

/// What a JSON body of the console is.
#[must_use]
pub fn body(endpoint: Endpoint) -> Option<Value> {
    Some(match endpoint {
        Endpoint::ConsoleLogin => session::login(),
        Endpoint::ConsoleSecond | Endpoint::ConsoleTotpConfirm => session::code(),
        Endpoint::ConsoleUnlock => session::password(),
        Endpoint::ConsolePassword => session::new_password(),
        Endpoint::ConsoleTotpBegin | Endpoint::ConsolePasskeyBegin => session::again(),
        Endpoint::ConsolePasskey => session::proof(),
        Endpoint::ConsolePasskeyFinish => session::made(),
        Endpoint::ConsoleFactorRemove => session::removed(),
        Endpoint::ConsoleSearch => registers::search(),
        Endpoint::ConsoleNext => cases::ask_next(),
        Endpoint::ConsoleDecide => cases::decide(),
        Endpoint::ConsoleUndo => cases::undo(),
        Endpoint::ConsoleUserAdd => administration::add_user(),
        Endpoint::ConsoleUserDisable | Endpoint::ConsoleUserFactor | Endpoint::ConsoleUserReset => {
            administration::name()
        }
        Endpoint::ConsoleCodes => administration::code_for(),
        Endpoint::ConsoleCircular | Endpoint::ConsoleCircularCheck => administration::circular(),
        Endpoint::ConsoleAnnounce => administration::announce(),
        Endpoint::ConsoleHappens => administration::happens(),
        Endpoint::ConsoleSubCounty => administration::sub_county(),
        Endpoint::ConsoleAuditSearch => administration::audit_search(),
        Endpoint::ConsoleExport => administration::export(),
        // What takes nothing: the page sends an empty object.
        Endpoint::ConsoleLock
        | Endpoint::ConsoleLogout
        | Endpoint::ConsolePasskeyChallenge
        | Endpoint::ConsoleEndSession
        | Endpoint::ConsoleClaim
        | Endpoint::ConsoleRelease
        | Endpoint::ConsoleRevoke
        | Endpoint::ConsoleKcpeCompare => named("Done"),
        _ => return None,
    })
}

/// The query that an address of the console takes: names, types, and whether each must be given.
pub(super) fn query(endpoint: Endpoint) -> Vec<(&'static str, Value, bool)> {
    let (year, county) = (("year", int(), false), ("county", text(), false));
    let format = ("format", json!({ "type": "string", "enum": ["csv"] }), false);
    let page = |after| [("after", after, false), ("limit", int(), false)];
    match endpoint {
        Endpoint::ConsoleOverview | Endpoint::ConsoleKcpeCompare => vec![year, county],
        Endpoint::ConsolePart => vec![year, county, format],
        Endpoint::ConsoleCentres => {
            let texts = ["name", "sub_county", "state", "rule", "subject", "need", "day", "silent"];
            let texts = texts.map(|name| (name, text(), false));
            let numbers = ["schema", "at", "weekday", "clock"].map(|name| (name, int(), false));
            [vec![year, county, format], texts.to_vec(), numbers.to_vec(), page(text()).to_vec()].concat()
        }
        Endpoint::ConsoleCentre | Endpoint::ConsoleRoll => vec![year],
        Endpoint::ConsoleQueues => vec![format],
        Endpoint::ConsoleQueue => [vec![("state", text(), false)], page(int()).to_vec()].concat(),
        Endpoint::ConsoleDevices => vec![("centre", text(), false)],
        Endpoint::ConsoleKcpeImport => vec![("year", int(), true)],
        _ => Vec::new(),
    }
}
