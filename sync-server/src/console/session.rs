//! A browser's session as the page sees it. Owns the JSON; `access::browser` and `access::totp` decide.

use std::sync::Arc;

use axum::http::HeaderName;
use serde::Deserialize;
use serde_json::{Value, json};
use sync::{RefusalCode, Role, UnixMillis};

use super::factors::may_change;
use crate::access::browser::{self, Drawn};
use crate::access::passkeys::Place;
use crate::access::{Right, passwords, rights, scope, totp};
use crate::http::asked::Asked;
use crate::http::entrance::{blocking, is_right};
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::sessions::{self, Session, Stage};
use crate::stores::console::{factors, projected};
use crate::stores::{Council, Lane};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Login {
    name: String,
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneCode {
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Password {
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    password: String,
    new: String,
}

pub(super) async fn login(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Login { name, password } = asked.json()?;
    if !is_right(office, &name, password).await? {
        return Err(RefusalCode::BadLogin.into());
    }
    let (drawn, rules, now, agent) = (Drawn::new()?, office.settings.console, office.now(), asked.agent());
    let before = asked.session.clone();
    let work = move |council: &mut dyn Council| {
        if let Some(before) = &before {
            sessions::end(council, &before.name, before.id)?;
        }
        browser::begin(council, &rules, (&name, &agent), &drawn, now)
    };
    let session = office.transact(Lane::Write, work).await??;
    answer(office, &session, Some(&drawn)).await
}

pub(super) async fn look(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    match &asked.session {
        Some(session) => answer(office, session, None).await,
        None => Reply::json(&json!({ "stage": "none", "version": env!("CARGO_PKG_VERSION") })),
    }
}

pub(super) async fn second(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let OneCode { code } = asked.json()?;
    prove(office, asked, Stage::Second, code).await
}

pub(super) async fn totp_confirm(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let OneCode { code } = asked.json()?;
    prove(office, asked, Stage::Enrol, code).await
}

/// Takes a code: as the second factor of a sign-in, or as the proof of an authenticator that is being set up.
async fn prove(office: &Arc<Office>, asked: &Asked, stage: Stage, code: String) -> Result<Reply, Problem> {
    let (session, drawn, now) = (asked.session()?.clone(), Drawn::new()?, office.now());
    let confirm = stage == Stage::Enrol;
    match (session.stage, stage) {
        (Stage::Second, Stage::Second) | (Stage::Enrol, Stage::Enrol) => {}
        (Stage::Full, Stage::Enrol) => session.must_be_whole(&office.settings.console, now)?,
        _ => return Err(Code::SecondFactor.into()),
    }
    let key = *office.keys.factors();
    let work = move |council: &mut dyn Council| match totp::take(council, &key, &session.name, &code, confirm, now)? {
        Ok(()) => browser::complete(council, &session, totp::KIND, &drawn, now).map(Ok),
        Err(problem) => Ok(Err(problem)),
    };
    let session = office.transact(Lane::Write, work).await??;
    answer(office, &session, Some(&drawn)).await
}

pub(super) async fn totp_begin(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, now) = (asked.session()?.clone(), office.now());
    may_change(office, &session, asked.json()?).await?;
    let drawn = totp::Drawn::new(office.keys.factors(), &session.name)?;
    let setup = drawn.setup(&session.name)?;
    let work = move |council: &mut dyn Council| totp::begin(council, &session.name, &drawn, now);
    office.transact(Lane::Write, work).await?;
    Reply::json(&setup)
}

pub(super) async fn lock(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let session = asked.session()?.clone();
    office.transact(Lane::Write, move |council| browser::lock(council, &session)).await?;
    Ok(Reply::done())
}

pub(super) async fn unlock(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, Password { password }) = (asked.session()?.clone(), asked.json()?);
    if session.stage != Stage::Full {
        return Err(Code::SecondFactor.into());
    }
    if !is_right(office, &session.name, password).await? {
        return Err(RefusalCode::BadLogin.into());
    }
    let (drawn, now) = (Drawn::new()?, office.now());
    let work = move |council: &mut dyn Council| {
        passwords::forgive(council, &session.name)?;
        browser::complete(council, &session, "", &drawn, now)
    };
    let session = office.transact(Lane::Write, work).await?;
    answer(office, &session, Some(&drawn)).await
}

pub(super) async fn logout(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Session { name, id, .. } = asked.session()?.clone();
    office.transact(Lane::Write, move |council| sessions::end(council, &name, id)).await?;
    let reply = Reply::done().cookie(&office.settings.console, None);
    Ok(reply.with(HeaderName::from_static("clear-site-data"), "\"cache\""))
}

pub(super) async fn list(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (name, current, now) = (asked.session()?.name.clone(), asked.session()?.id, office.now());
    let found = office.transact(Lane::Read, move |council| sessions::of(council, &name)).await?;
    let living = found.iter().filter(|session| session.expires > now);
    let rows: Vec<Value> = living.map(|session| one(session, session.id == current)).collect();
    Reply::json(&json!({ "sessions": rows }))
}

fn one(session: &Session, current: bool) -> Value {
    json!({
        "id": sync::DeviceId(session.id).to_string(), "current": current, "created": session.created.0,
        "seen": session.seen.0, "agent": session.agent, "factor": session.factor,
    })
}

pub(super) async fn end(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let id = sync::DeviceId::parse(asked.part("id")).ok_or(Problem::from(Code::NotFound))?.0;
    let name = asked.session()?.name.clone();
    match office.transact(Lane::Write, move |council| sessions::end(council, &name, id)).await? {
        true => Ok(Reply::done()),
        false => Err(Code::NotFound.into()),
    }
}

pub(super) async fn password(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, Change { password, new }) = (asked.session()?.clone(), asked.json()?);
    if !is_right(office, &session.name, password).await? {
        return Err(RefusalCode::BadLogin.into());
    }
    let (name, now): (_, UnixMillis) = (session.name.clone(), office.now());
    let string = blocking(move || passwords::hash(&name, &new)).await??;
    let drawn = Drawn::new()?;
    let work = move |council: &mut dyn Council| {
        passwords::set(council, &session.name, &string, now)?;
        browser::complete(council, &session, "", &drawn, now)
    };
    let session = office.transact(Lane::Write, work).await?;
    answer(office, &session, Some(&drawn)).await
}

/// How a session stands; with the token that it goes on under, where that changed.
pub(super) async fn answer(office: &Arc<Office>, session: &Session, drawn: Option<&Drawn>) -> Result<Reply, Problem> {
    let (asked, rules, now) = (session.clone(), office.settings.console, office.now());
    let work = move |council: &mut dyn Council| {
        let Some(user) = council.user(&asked.name)? else { return Ok(None) };
        let kinds: Vec<String> =
            factors::confirmed(council, &asked.name)?.into_iter().map(|factor| factor.kind).collect();
        let years = projected::years(council)?;
        Ok(Some((user, kinds, years)))
    };
    let (user, kinds, years) = office.transact(Lane::Read, work).await?.ok_or(RefusalCode::NoSession)?;
    let locked = session.stage == Stage::Full && session.is_locked(&rules, now);
    let may: Vec<&str> = Right::ALL.into_iter().filter(|right| right.is_of(user.role)).map(Right::name).collect();
    let named = |may: fn(Role, Role) -> bool| -> Vec<&str> {
        Role::ALL.into_iter().filter(|role| may(user.role, *role)).map(Role::name).collect()
    };
    let reply = Reply::json(&json!({
        "stage": if locked { "locked" } else { session.stage.name() }, "name": user.name, "role": user.role.name(),
        "scope": scope::written(&user.scope), "factors": kinds, "rights": may, "year": years.first(),
        "enrols": named(rights::stands_over),
        "resets": named(rights::resets), "years": years, "idle_seconds": rules.idle, "expires": session.expires.0,
        "passkeys": Place::of(office.settings.public.as_ref(), rules.relaxed).map(|place| place.host().to_owned()),
        "version": env!("CARGO_PKG_VERSION"),
    }))?;
    Ok(match drawn {
        Some(drawn) => reply.cookie(&rules, Some(&drawn.token())),
        None => reply,
    })
}
