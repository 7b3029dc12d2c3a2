//! The console: what people at the council and in the sub-counties see and settle in a browser. Owns the use cases and
//! the JSON of their answers; refuses SQL (`stores::console`), cookies and headers (`http::browser`), and every decision on
//! rights (`access`).

mod files;
mod session;

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
        Endpoint::ConsoleSessions => session::list(office, asked).await,
        Endpoint::ConsoleEndSession => session::end(office, asked).await,
        Endpoint::ConsolePassword => session::password(office, asked).await,
        _ => Err(Code::NotFound.into()),
    }
}
