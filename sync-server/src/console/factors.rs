//! Second factors as the page sees them: passkeys asked for and set up, all of them listed and removed. Owns the JSON;
//! `access::passkeys` and `access::totp` decide. Whoever is signed in gives the password again before a factor changes.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use sync::{RefusalCode, Role, UnixMillis};

use super::session::answer;
use crate::access::browser::{self, Drawn};
use crate::access::passkeys::{self, Answered, Place};
use crate::audit;
use crate::http::asked::Asked;
use crate::http::entrance::{invalid, is_right};
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::factors::{self, Factor};
use crate::stores::console::sessions::{self, Session, Stage};
use crate::stores::{Council, Lane};

/// The body of what changes a factor: the password, of whoever is signed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Begin {
    password: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Proof {
    state: String,
    credential: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Made {
    state: String,
    credential: Value,
    label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remove {
    id: String,
    password: String,
}

fn place(office: &Office) -> Result<Place, Problem> {
    let place = Place::of(office.settings.public.as_ref(), office.settings.console.relaxed);
    place.ok_or_else(|| invalid("The server was not told its public name: passkeys cannot be used."))
}

/// Whether it is the one at the session who changes a factor: in the course of signing in, or with the password again.
pub(super) async fn may_change(office: &Arc<Office>, session: &Session, begin: Begin) -> Result<(), Problem> {
    match (session.stage, begin.password) {
        (Stage::Second, _) => Err(Code::SecondFactor.into()),
        (Stage::Enrol, _) => Ok(()),
        (Stage::Full, password) => {
            session.must_be_whole(&office.settings.console, office.now())?;
            let password = password.ok_or_else(|| invalid("password: it is asked again."))?;
            if is_right(office, &session.name, password).await? {
                let name = session.name.clone();
                let forgive = move |council: &mut dyn Council| crate::access::passwords::forgive(council, &name);
                return Ok(office.transact(Lane::Write, forgive).await?);
            }
            Err(RefusalCode::BadLogin.into())
        }
    }
}

/// `POST passkey/challenge`: for who signs in, and for who comes back to a locked session.
pub(super) async fn challenge(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, place) = (asked.session()?.clone(), place(office)?);
    is_asked(office, &session)?;
    let own = own(office, &session).await?;
    Reply::json(&passkeys::ask_to_prove(&place, office.keys.factors(), &session, &own)?)
}

fn is_asked(office: &Office, session: &Session) -> Result<(), Problem> {
    let locked = session.is_locked(&office.settings.console, office.now());
    match session.stage {
        Stage::Second => Ok(()),
        Stage::Full if locked => Ok(()),
        _ => Err(Code::SecondFactor.into()),
    }
}

async fn own(office: &Arc<Office>, session: &Session) -> Result<Vec<Factor>, Problem> {
    let name = session.name.clone();
    Ok(office.transact(Lane::Read, move |council| passkeys::of(council, &name)).await?)
}

/// `POST passkey`.
pub(super) async fn prove(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, place, drawn, now) = (asked.session()?.clone(), place(office)?, Drawn::new()?, office.now());
    is_asked(office, &session)?;
    let Proof { state, credential } = asked.json()?;
    let (credential, key) = (credential.to_string(), *office.keys.factors());
    let work = move |council: &mut dyn Council| {
        let answered = Answered { state: &state, credential: credential.as_bytes() };
        match passkeys::take(council, &place, &key, &session, answered, now)? {
            Ok(()) => browser::complete(council, &session, passkeys::KIND, &drawn, now).map(Ok),
            Err(problem) => Ok(Err(problem)),
        }
    };
    let session = office.transact(Lane::Write, work).await??;
    answer(office, &session, Some(&drawn)).await
}

/// `POST factors/passkey/begin`.
pub(super) async fn begin(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, place) = (asked.session()?.clone(), place(office)?);
    may_change(office, &session, asked.json()?).await?;
    let own = own(office, &session).await?;
    Reply::json(&passkeys::ask_to_set_up(&place, office.keys.factors(), &session, &own)?)
}

/// `POST factors/passkey/finish`.
pub(super) async fn finish(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, place, drawn, now) = (asked.session()?.clone(), place(office)?, Drawn::new()?, office.now());
    match session.stage {
        Stage::Second => return Err(Code::SecondFactor.into()),
        Stage::Full => session.must_be_whole(&office.settings.console, now)?,
        Stage::Enrol => {}
    }
    let Made { state, credential, label } = asked.json()?;
    let (credential, key) = (credential.to_string(), *office.keys.factors());
    let work = move |council: &mut dyn Council| {
        let answered = Answered { state: &state, credential: credential.as_bytes() };
        match passkeys::set_up(council, &place, &key, &session, (answered, &label), now)? {
            Ok(()) => browser::complete(council, &session, passkeys::KIND, &drawn, now).map(Ok),
            Err(problem) => Ok(Err(problem)),
        }
    };
    let session = office.transact(Lane::Write, work).await??;
    answer(office, &session, Some(&drawn)).await
}

/// `GET factors`.
pub(super) async fn list(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let name = asked.session()?.name.clone();
    let found = office.transact(Lane::Read, move |council| factors::confirmed(council, &name)).await?;
    let rows: Vec<Value> = found.iter().map(one).collect();
    Reply::json(&json!({ "rows": rows }))
}

fn one(factor: &Factor) -> Value {
    json!({ "id": hex(&factor.id), "kind": factor.kind, "label": factor.label, "at": factor.at.0 })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `POST factors/remove`: the other sessions end. Of whom a factor is asked, one stays.
pub(super) async fn remove(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (session, now) = (asked.session()?.clone(), office.now());
    let Remove { id, password } = asked.json()?;
    may_change(office, &session, Begin { password: Some(password) }).await?;
    let asked = matches!(asked.caller()?.role, Role::Operator | Role::Supervisor) && !office.settings.console.relaxed;
    let work = move |council: &mut dyn Council| remove_one(council, &session, (&id, asked), now);
    office.transact(Lane::Write, work).await??;
    Ok(Reply::done())
}

fn remove_one(
    council: &mut dyn Council,
    session: &Session,
    (id, is_asked): (&str, bool),
    now: UnixMillis,
) -> crate::access::Decided<()> {
    let own = factors::confirmed(council, &session.name)?;
    let Some(factor) = own.iter().find(|factor| hex(&factor.id) == id) else { return Ok(Err(Code::NotFound.into())) };
    if is_asked && own.len() == 1 {
        return Ok(Err(invalid("The last factor stays until another is set up.")));
    }
    factors::remove(council, &session.name, &factor.id)?;
    sessions::end_others(council, &session.name, session.id)?;
    audit::note(council, now, &session.name, "user.factor-remove", &factor.kind).map(Ok)
}
