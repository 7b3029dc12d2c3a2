//! The console: what people at the council and in the sub-counties see and settle in a browser. Owns the use cases and
//! the JSON of their answers; refuses SQL (`stores::console`), cookies and headers (`http::browser`), and every decision on
//! rights (`access`).

mod admin;
mod candidates;
mod cases;
mod centres;
mod claims;
mod decide;
mod doubles;
mod effect;
mod events;
mod factors;
mod files;
mod filters;
mod finding;
mod log;
mod overview;
pub mod practice;
pub(crate) mod projection;
mod reason;
mod scoped;
mod session;
mod sought;
mod state;
mod table;
mod transfers;
mod whom;

pub use projection::catch_up;
pub use state::State;

pub(crate) use cases::QUEUES;
pub(crate) use overview::parts_by_name;
pub(crate) use projection::STATES;
pub(crate) use reason::codes as reason_codes;

use std::sync::Arc;

use crate::http::Endpoint;
use crate::http::asked::Asked;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};

/// Answers what a browser asks.
pub(crate) async fn answer(office: &Arc<Office>, endpoint: Endpoint, asked: &Asked) -> Result<Reply, Problem> {
    match endpoint {
        Endpoint::Page | Endpoint::File => files::file(asked),
        Endpoint::ConsoleLogin => session::login(office, asked).await,
        Endpoint::ConsoleSession => session::look(office, asked).await,
        Endpoint::ConsoleSecond => session::second(office, asked).await,
        Endpoint::ConsoleLock => session::lock(office, asked).await,
        Endpoint::ConsoleUnlock => session::unlock(office, asked).await,
        Endpoint::ConsoleLogout => session::logout(office, asked).await,
        Endpoint::ConsoleTotpBegin => session::totp_begin(office, asked).await,
        Endpoint::ConsoleTotpConfirm => session::totp_confirm(office, asked).await,
        Endpoint::ConsolePasskeyChallenge => factors::challenge(office, asked).await,
        Endpoint::ConsolePasskey => factors::prove(office, asked).await,
        Endpoint::ConsolePasskeyBegin => factors::begin(office, asked).await,
        Endpoint::ConsolePasskeyFinish => factors::finish(office, asked).await,
        Endpoint::ConsoleFactors => factors::list(office, asked).await,
        Endpoint::ConsoleFactorRemove => factors::remove(office, asked).await,
        Endpoint::ConsoleSessions => session::list(office, asked).await,
        Endpoint::ConsoleEndSession => session::end(office, asked).await,
        Endpoint::ConsolePassword => session::password(office, asked).await,
        Endpoint::ConsoleOverview => overview::all(office, asked).await,
        Endpoint::ConsolePart => overview::part(office, asked).await,
        Endpoint::ConsoleEvents => events::events(office, asked),
        Endpoint::ConsoleCentres => centres::list(office, asked).await,
        Endpoint::ConsoleCentre => centres::page(office, asked).await,
        Endpoint::ConsoleSearch => candidates::search(office, asked).await,
        Endpoint::ConsoleCandidate => candidates::page(office, asked).await,
        Endpoint::ConsolePhotograph => candidates::photograph(office, asked).await,
        Endpoint::ConsoleQueues => cases::queues(office, asked).await,
        Endpoint::ConsoleQueue => cases::queue(office, asked).await,
        Endpoint::ConsoleNext => claims::next(office, asked).await,
        Endpoint::ConsoleCase => cases::case(office, asked).await,
        Endpoint::ConsoleClaim => claims::claim(office, asked).await,
        Endpoint::ConsoleRelease => claims::release(office, asked).await,
        Endpoint::ConsoleDecide => decide::decide(office, asked).await,
        Endpoint::ConsoleUndo => decide::undo(office, asked).await,
        other => administer(office, other, asked).await,
    }
}

async fn administer(office: &Arc<Office>, endpoint: Endpoint, asked: &Asked) -> Result<Reply, Problem> {
    use admin::{audit, circulars, exports, kcpe, life, people, roll};
    match endpoint {
        Endpoint::ConsoleUsers => people::users(office, asked).await,
        Endpoint::ConsoleUserAdd => people::add(office, asked).await,
        Endpoint::ConsoleUserDisable => people::disable(office, asked).await,
        Endpoint::ConsoleUserFactor => people::factor(office, asked).await,
        Endpoint::ConsoleUserReset => people::reset(office, asked).await,
        Endpoint::ConsoleCodes => people::code(office, asked).await,
        Endpoint::ConsoleDevices => people::devices(office, asked).await,
        Endpoint::ConsoleRevoke => people::revoke(office, asked).await,
        Endpoint::ConsoleCirculars => circulars::list(office, asked).await,
        Endpoint::ConsoleCircular => circulars::publish(office, asked).await,
        Endpoint::ConsoleCircularCheck => circulars::check(office, asked).await,
        Endpoint::ConsoleAnnouncements => circulars::announcements(office, asked).await,
        Endpoint::ConsoleAnnounce => circulars::announce(office, asked).await,
        Endpoint::ConsoleLife => life::look(office, asked).await,
        Endpoint::ConsoleHappens => life::happens(office, asked).await,
        Endpoint::ConsoleSubCounty => life::list_in(office, asked).await,
        Endpoint::ConsoleAuditSearch => audit::search(office, asked).await,
        Endpoint::ConsoleAuditVerify => audit::verify(office, asked).await,
        Endpoint::ConsoleExport => exports::export(office, asked).await,
        Endpoint::ConsoleRoll => roll::roll(office, asked).await,
        Endpoint::ConsoleKcpe => kcpe::look(office, asked).await,
        Endpoint::ConsoleKcpeImport => kcpe::import(office, asked).await,
        Endpoint::ConsoleKcpeCompare => kcpe::compare(office, asked).await,
        _ => Err(Code::NotFound.into()),
    }
}
