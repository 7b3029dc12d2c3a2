//! The router, made from the table of endpoints. Owns the line in the log that every request leaves: endpoint, status,
//! code, device, bytes, milliseconds; never a path's parts, a name, a token or a body.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::extract::{ConnectInfo, RawPathParams};
use axum::http::{Request, Response};
use axum::routing::{MethodFilter, on};
use sync::RefusalCode;

use super::attend::{Noted, attend};
use super::endpoint::{self, Endpoint, Method, Who};
use super::{browser, reply};
use crate::audit;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::{Council, Lane};

/// All addresses of the server.
pub fn router(office: &Arc<Office>) -> Router {
    let router = Endpoint::ALL.iter().fold(Router::new(), |router, endpoint| {
        let (office, endpoint) = (office.clone(), *endpoint);
        let serve =
            move |ConnectInfo(address): ConnectInfo<SocketAddr>, parts: RawPathParams, request: Request<Body>| {
                let parts = parts.iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
                serve(office.clone(), endpoint, address.ip(), parts, request)
            };
        router.route(endpoint.path(), on(filter(endpoint.method()), serve))
    });
    router
        .fallback(|| async { reply::problem(&Code::NotFound.into()) })
        .method_not_allowed_fallback(|| async { reply::problem(&Code::Method.into()) })
}

const fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
    }
}

async fn serve(
    office: Arc<Office>,
    endpoint: Endpoint,
    address: IpAddr,
    parts: Vec<(String, String)>,
    request: Request<Body>,
) -> Response<Body> {
    let began = Instant::now();
    let mut noted = Noted::default();
    let outcome = attend(&office, endpoint, address, parts, request, &mut noted).await;
    let problem = outcome.as_ref().err().cloned();
    if let (Some(problem), Some(name)) = (&problem, noted.name.take()) {
        note_refused(&office, endpoint, name, problem).await;
    }
    let mut response = outcome.map_or_else(|problem| reply::problem(&problem), reply::Reply::response);
    // A message is read by no browser, and its bytes are counted where a school pays for them.
    if problem.is_some() || endpoint.body() != endpoint::Body::Message {
        browser::bind(
            &mut response,
            endpoint.who() == Who::Visitor && problem.is_none(),
            !office.settings.console.relaxed,
        );
    }
    note(&office, endpoint, &noted, problem.as_ref(), &response, began);
    response
}

/// Whoever signed in and asks for what is not theirs is in the audit, by name.
async fn note_refused(office: &Arc<Office>, endpoint: Endpoint, name: String, problem: &Problem) {
    let (now, code) = (office.now(), problem.code);
    if !matches!(code, Code::Refused(RefusalCode::NoRight | RefusalCode::ForeignCentre)) {
        return;
    }
    let what = format!("refused.{}", code.code());
    let work = move |council: &mut dyn Council| audit::note(council, now, &name, &what, endpoint.path());
    if let Err(error) = office.transact(Lane::Urgent, work).await {
        tracing::error!(error = %error, "a refusal could not be noted");
    }
}

fn note(
    office: &Office,
    endpoint: Endpoint,
    noted: &Noted,
    problem: Option<&Problem>,
    response: &Response<Body>,
    began: Instant,
) {
    let (took, status) = (began.elapsed(), response.status().as_u16());
    let sent = response.body().size_hint().exact().and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    office.metrics.answered(endpoint.path(), status, took, (noted.received, sent));
    let code = problem.map_or("", |problem| problem.code.code());
    if !code.is_empty() {
        office.metrics.refused(code);
    }
    let (who, ms) = (noted.who.as_deref().unwrap_or(""), u64::try_from(took.as_millis()).unwrap_or(u64::MAX));
    tracing::info!(endpoint = endpoint.path(), status, code, who, received = noted.received, sent, ms, "request");
}
