//! The ways in: enrolment, sessions, passwords. Owns nothing but the bodies' reading; `access` decides.

use std::sync::Arc;

use sync::enrolment::{Application, EnrolmentCode};
use sync::sign_in::{Knock, Refresh, SignIn};
use sync::{RefusalCode, UnixMillis};

use super::asked::Asked;
use super::bodies::{Login, PasswordChange, PasswordReset};
use super::reply::Reply;
use crate::access::sessions::{self, Drawn};
use crate::access::{enrolment, passwords, sign_in};
use crate::audit;
use crate::clock;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::{Lane, Subject};

pub(super) async fn enrol(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (application, here, now) = (asked.json::<Application>()?, office.clone(), office.now());
    let (drawn, lifetimes) = (Drawn::new()?, office.settings.lifetimes);
    let work = move |council: &mut dyn crate::stores::Council| {
        enrolment::enrol(council, &here.keys, &application, (&drawn, lifetimes), now)
    };
    Reply::json(&office.transact(Lane::Write, work).await??)
}

pub(super) fn challenge(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Knock { device } = asked.json()?;
    Reply::json(&sign_in::challenge(office.keys.challenges(), device, clock::random()?, office.now()))
}

pub(super) async fn session(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (signed, drawn, now): (SignIn, _, _) = (asked.json()?, Drawn::new()?, office.now());
    let (key, lifetimes) = (*office.keys.challenges(), office.settings.lifetimes);
    let work = move |council: &mut dyn crate::stores::Council| {
        sign_in::sign_in(council, &key, &signed, &drawn, lifetimes, now)
    };
    Reply::json(&office.transact(Lane::Write, work).await??)
}

pub(super) async fn refresh(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Refresh { refresh }, drawn, now) = (asked.json()?, Drawn::new()?, office.now());
    let lifetimes = office.settings.lifetimes;
    let work =
        move |council: &mut dyn crate::stores::Council| sessions::refresh(council, &refresh, &drawn, lifetimes, now);
    Reply::json(&office.transact(Lane::Write, work).await??)
}

pub(super) async fn login(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Login { name, password } = asked.json()?;
    if !is_right(office, &name, password).await? {
        return Err(RefusalCode::BadLogin.into());
    }
    let (drawn, lifetimes, now) = (Drawn::new()?, office.settings.lifetimes, office.now());
    let work = move |council: &mut dyn crate::stores::Council| match passwords::succeeded(council, &name, now)? {
        Some(subject) => sessions::begin(council, &subject, &drawn, lifetimes, now).map(Some),
        None => Ok(None),
    };
    let tokens = office.transact(Lane::Write, work).await?;
    Reply::json(&tokens.ok_or(RefusalCode::BadLogin)?)
}

/// Whether it is the user's password. The attempt is counted first.
pub(crate) async fn is_right(office: &Arc<Office>, name: &str, password: String) -> Result<bool, Problem> {
    let (owned, now) = (name.to_owned(), office.now());
    let string = office.transact(Lane::Write, move |council| passwords::attempt(council, &owned, now)).await??;
    let known = string.is_some();
    let right = blocking(move || passwords::is_of(string.as_deref(), &password)).await?;
    if known && !right {
        let (name, now) = (name.to_owned(), office.now());
        office.transact(Lane::Write, move |council| audit::note(council, now, &name, "user.login-wrong", "")).await?;
    }
    Ok(right)
}

/// Passwords take tens of milliseconds of a core each; the heavy lane bounds how many at once.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|_| RefusalCode::Busy.into())
}

pub(super) async fn logout(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let family = asked.caller()?.family;
    office.transact(Lane::Write, move |council| council.end_family(family)).await?;
    Ok(Reply::done())
}

pub(super) async fn password_reset(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let PasswordReset { name, code, password } = asked.json()?;
    let code = EnrolmentCode::parse(&code).ok_or(RefusalCode::UnknownCode)?;
    let (for_hash, now) = (name.clone(), office.now());
    let string = blocking(move || passwords::hash(&for_hash, &password)).await??;
    let work = move |council: &mut dyn crate::stores::Council| passwords::reset(council, &code, &name, &string, now);
    office.transact(Lane::Write, work).await??;
    Ok(Reply::done())
}

pub(super) async fn password_change(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Subject::User(name) = asked.caller()?.subject.clone() else {
        return Err(Problem::of(RefusalCode::NoRight, "A device has no password."));
    };
    let PasswordChange { password, new } = asked.json()?;
    if !is_right(office, &name, password).await? {
        return Err(RefusalCode::BadLogin.into());
    }
    let (for_hash, now): (_, UnixMillis) = (name.clone(), office.now());
    let string = blocking(move || passwords::hash(&for_hash, &new)).await??;
    office.transact(Lane::Write, move |council| passwords::set(council, &name, &string, now)).await?;
    Ok(Reply::done())
}

/// Draws a code.
pub(crate) fn draw() -> Result<EnrolmentCode, Problem> {
    Ok(EnrolmentCode::of(&clock::random()?))
}

/// A body that says nothing that this address takes.
pub(crate) fn invalid(detail: &str) -> Problem {
    Problem::of(Code::Invalid, detail)
}
