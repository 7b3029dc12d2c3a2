//! What happens to every request: counted by its address, its session looked up, counted by its sender, the right
//! checked, the body read within its limit, a place found in its lane; then its endpoint. Owns that order; who has no
//! right never has a body read.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request};
use sync::RefusalCode;

use super::asked::Asked;
use super::endpoint::{Endpoint, RequestLane, Who};
use super::reply::Reply;
use super::{browser, bundles, entrance, orders, parts, records, watch};
use crate::access::caller::hash_of;
use crate::access::{Caller, browser as browser_access};
use crate::answering;
use crate::console;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::Lane;
use crate::stores::console::sessions::{self, Session};

/// What the log says of a request beside its answer.
#[derive(Default)]
pub(super) struct Noted {
    pub who: Option<String>,
    /// Of a person: for the audit when they are refused, not for the log.
    pub name: Option<String>,
    pub received: usize,
}

/// Lets a request in and answers it.
pub(super) async fn attend(
    office: &Arc<Office>,
    endpoint: Endpoint,
    address: IpAddr,
    parts: Vec<(String, String)>,
    request: Request<Body>,
    noted: &mut Noted,
) -> Result<Reply, Problem> {
    let (head, body) = request.into_parts();
    office.limiters.address(from(office, address, &head.headers), endpoint.is_way_in())?;
    if endpoint.is_consoles() && endpoint.who() != Who::Visitor {
        browser::must_be_own(endpoint.method(), &head.headers)?;
    }
    let mut session = None;
    let caller = match endpoint.who() {
        Who::Anybody | Who::Entrant | Who::Visitor => None,
        Who::Guest | Who::Halfway | Who::Browser(_) => {
            let known = at_console(office, endpoint, &head.headers, noted).await?;
            noted.who = known.as_ref().map(|_| "user".to_owned());
            known.map(|(found, caller)| {
                session = Some(found);
                caller
            })
        }
        Who::Session(right) => {
            let caller = authenticate(office, &head.headers).await?;
            noted.who = Some(caller.device().map_or_else(|| "user".to_owned(), |device| device.to_string()));
            office.limiters.subject(&caller.subject)?;
            // A revoked device's batches are read, to be kept aside.
            if !(caller.revoked && endpoint == Endpoint::Push) {
                caller.must_have(right)?;
            }
            Some(caller)
        }
    };
    if let (Endpoint::PicturesParts, Some(caller)) = (endpoint, &caller) {
        return parts::parts(office, caller, body, &mut noted.received).await;
    }
    // A batch is small and may come slowly: it is read before it takes a place. A bundle is large: it is read in one.
    let early =
        if endpoint.lane() == RequestLane::Bundles { Some(office.lanes.enter(endpoint.lane()).await?) } else { None };
    let body = read_body(office, endpoint, &head, body).await?;
    noted.received = body.len();
    let _place = match early {
        Some(place) => place,
        None => office.lanes.enter(endpoint.lane()).await?,
    };
    let query = form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
    answer(office, endpoint, Asked { caller, session, headers: head.headers, parts, query, body }).await
}

/// Whose cookie it is, if what is asked needs one or there is one.
async fn at_console(
    office: &Arc<Office>,
    endpoint: Endpoint,
    headers: &HeaderMap,
    noted: &mut Noted,
) -> Result<Option<(Session, Caller)>, Problem> {
    let (rules, now) = (office.settings.console, office.now());
    let known = match browser::token(headers, &rules) {
        Some(token) => office.transact(Lane::Read, move |council| browser_access::of(council, token, now)).await?,
        None => None,
    };
    let Some((session, caller)) = known else {
        return if endpoint.who() == Who::Guest { Ok(None) } else { Err(RefusalCode::NoSession.into()) };
    };
    noted.name = Some(caller.who());
    if let Who::Browser(right) = endpoint.who() {
        session.must_be_whole(&rules, now)?;
        office.limiters.subject(&caller.subject)?;
        caller.must_have(right)?;
        if session.is_to_be_noted(now) && endpoint.is_asked_by_a_person() {
            let id = session.id;
            office.transact(Lane::Write, move |council| sessions::touch(council, id, now)).await?;
        }
    }
    Ok(Some((session, caller)))
}

/// The address that counts: the last that a trusted proxy saw.
fn from(office: &Office, address: IpAddr, headers: &HeaderMap) -> IpAddr {
    let trusted = |address: &IpAddr| office.settings.trusted_proxies.contains(&address.to_canonical());
    if !trusted(&address) {
        return address;
    }
    let listed = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let mut seen: Vec<IpAddr> =
        listed.flat_map(|list| list.split(',')).filter_map(|one| one.trim().parse().ok()).collect();
    while let Some(last) = seen.pop() {
        if !trusted(&last) {
            return last;
        }
    }
    address
}

async fn authenticate(office: &Arc<Office>, headers: &HeaderMap) -> Result<Caller, Problem> {
    let bearer = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = bearer.and_then(|value| value.strip_prefix("Bearer ")).and_then(hash_of);
    let (token, now) = (token.ok_or(RefusalCode::NoSession)?, office.now());
    office.transact(Lane::Read, move |council| Caller::of(council, token, now)).await?
}

async fn read_body(
    office: &Office,
    endpoint: Endpoint,
    head: &Parts,
    body: Body,
) -> Result<axum::body::Bytes, Problem> {
    let limit = endpoint.body_limit(&office.settings.limits);
    let told = head.headers.get("content-length").and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let too_large = || Problem::of(RefusalCode::TooLarge, format!("At most {limit} bytes are taken here."));
    if told.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let patience = Duration::from_secs(office.settings.limits.body_seconds.into());
    match tokio::time::timeout(patience, to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) if is_limit(&error) => Err(too_large()),
        Ok(Err(_)) => Err(Problem::of(RefusalCode::Malformed, "The body was cut off on its way.")),
        Err(_) => Err(Problem::of(RefusalCode::TooMany, "The body took too long to come.").retry_after(5)),
    }
}

fn is_limit(error: &axum::Error) -> bool {
    std::error::Error::source(error).is_some_and(|cause| cause.to_string().contains("length limit"))
}

async fn answer(office: &Arc<Office>, endpoint: Endpoint, asked: Asked) -> Result<Reply, Problem> {
    match endpoint {
        Endpoint::Hello
        | Endpoint::Commit
        | Endpoint::Push
        | Endpoint::Pull
        | Endpoint::Locate
        | Endpoint::PicturesHave
        | Endpoint::PicturesPart
        | Endpoint::PicturesParts
        | Endpoint::PicturesGet
        | Endpoint::Circulars => message(office, endpoint, &asked).await,
        Endpoint::Enrol => entrance::enrol(office, &asked).await,
        Endpoint::Challenge => entrance::challenge(office, &asked),
        Endpoint::Session => entrance::session(office, &asked).await,
        Endpoint::Refresh => entrance::refresh(office, &asked).await,
        Endpoint::Login => entrance::login(office, &asked).await,
        Endpoint::Logout => entrance::logout(office, &asked).await,
        Endpoint::PasswordReset => entrance::password_reset(office, &asked).await,
        Endpoint::PasswordChange => entrance::password_change(office, &asked).await,
        Endpoint::Revoke => orders::revoke(office, &asked).await,
        Endpoint::Codes => orders::codes(office, &asked).await,
        Endpoint::Transfers => orders::transfers(office, &asked).await,
        Endpoint::ShortCodes => orders::short_codes(office, &asked).await,
        Endpoint::Bundles => bundles::bundles(office, asked).await,
        Endpoint::Receipts => records::receipts(office, &asked).await,
        Endpoint::Proof => records::proof(office, &asked).await,
        Endpoint::Conflicts => records::conflicts(office, &asked).await,
        Endpoint::Quarantine => records::quarantine(office, &asked).await,
        Endpoint::Audit => records::audit(office, &asked).await,
        Endpoint::Healthz => Ok(Reply::done()),
        Endpoint::Readyz => watch::readyz(office).await,
        Endpoint::Metrics => Ok(watch::metrics(office)),
        Endpoint::Openapi => Reply::json(&super::document()),
        of_console => console::answer(office, of_console, &asked).await,
    }
}

async fn message(office: &Arc<Office>, endpoint: Endpoint, asked: &Asked) -> Result<Reply, Problem> {
    use sync::message::Request as Said;
    let said: Said = asked.message()?;
    let of_kind = match said {
        Said::Hello(_) => Endpoint::Hello,
        Said::Commit(_) => Endpoint::Commit,
        Said::Push(_) => Endpoint::Push,
        Said::Pull(_) => Endpoint::Pull,
        Said::Locate(_) => Endpoint::Locate,
        Said::PicturesHave(..) => Endpoint::PicturesHave,
        Said::PicturePart(_) => Endpoint::PicturesPart,
        Said::PictureParts(_) => Endpoint::PicturesParts,
        Said::PictureGet(..) => Endpoint::PicturesGet,
        Said::Circulars(_) => Endpoint::Circulars,
    };
    if of_kind != endpoint {
        return Err(Problem::of(RefusalCode::Malformed, "The message is of another kind than the address."));
    }
    Reply::answer(&answering::answer(office, asked.caller()?, said).await?)
}
