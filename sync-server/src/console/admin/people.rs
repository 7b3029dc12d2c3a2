//! Users and devices.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use sync::{DeviceId, Role};

use crate::access::{codes, people, revocation, rights, scope, totp};
use crate::console::centres::device;
use crate::http::asked::Asked;
use crate::http::entrance::{draw, invalid};
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::{factors, sessions};
use crate::stores::{Council, Lane, Purpose, Scope};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Add {
    name: String,
    role: String,
    scope: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeFor {
    role: String,
    scope: Vec<String>,
}

/// `GET users`.
pub(in crate::console) async fn users(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (caller, now) = (asked.caller()?.clone(), office.now());
    let work = move |council: &mut dyn Council| {
        let mut rows = Vec::new();
        for user in council.users()? {
            if !scope::covers(council, &caller.scope, &user.scope)? {
                continue;
            }
            let kinds: Vec<String> =
                factors::confirmed(council, &user.name)?.into_iter().map(|factor| factor.kind).collect();
            let living = sessions::of(council, &user.name)?.into_iter().filter(|session| session.expires > now);
            let seen = living.map(|session| session.seen.0).max();
            rows.push(json!({
                "name": user.name, "role": user.role.name(), "scope": scope::written(&user.scope),
                "disabled": user.disabled, "password": !user.password.is_empty(), "factors": kinds, "seen": seen,
                "mine": rights::stands_over(caller.role, user.role),
            }));
        }
        Ok(rows)
    };
    let rows: Vec<Value> = office.transact(Lane::Read, work).await?;
    Reply::json(&json!({ "rows": rows }))
}

/// `POST users/add`: with the code by which they set their password.
pub(in crate::console) async fn add(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Add { name, role, scope: parts }, caller, now) = (asked.json()?, asked.caller()?.clone(), office.now());
    let role = Role::named(&role).ok_or_else(|| invalid("role: one of the roles."))?;
    let wanted = scope::read(&parts).ok_or_else(|| invalid("scope: codes of centres, or one of a sub-county."))?;
    if !people::is_name(&name) {
        return Err(invalid("name: 1 to 60 characters."));
    }
    if !people::fits(role, &wanted) {
        return Err(invalid("scope: this role has a sub-county or centres."));
    }
    if !rights::stands_over(caller.role, role) {
        return Err(Problem::of(sync::RefusalCode::NoRight, "Nobody makes their better."));
    }
    let code = draw()?;
    let made = code.to_string();
    let work = move |council: &mut dyn Council| {
        if !scope::covers(council, &caller.scope, &wanted)? {
            return Ok(Err(sync::RefusalCode::ForeignCentre.into()));
        }
        if !people::add(council, &caller.who(), (&name, role, &wanted), now)? {
            return Ok(Err(Problem::of(Code::Invalid, "There is a user of this name.")));
        }
        codes::keep(council, &code, Purpose::Reset(name.clone()), &caller.who(), now).map(Ok)
    };
    office.transact(Lane::Write, work).await??;
    Reply::json(&json!({ "code": made, "days": codes::SERVES / 86_400 }))
}

/// `POST users/disable`.
pub(in crate::console) async fn disable(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Named { name }, caller, now) = (asked.json()?, asked.caller()?.clone(), office.now());
    let work = move |council: &mut dyn Council| match people::under(council, &caller, &name)? {
        Ok(user) => people::disable(council, &caller.who(), &user.name, now).map(|_| Ok(())),
        Err(problem) => Ok(Err(problem)),
    };
    office.transact(Lane::Urgent, work).await??;
    Ok(Reply::done())
}

/// `POST users/factor`: the next sign-in sets up another.
pub(in crate::console) async fn factor(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Named { name }, caller, now) = (asked.json()?, asked.caller()?.clone(), office.now());
    let work = move |council: &mut dyn Council| match people::under(council, &caller, &name)? {
        Ok(user) => totp::forget(council, &caller.who(), &user.name, now).map(Ok),
        Err(problem) => Ok(Err(problem)),
    };
    office.transact(Lane::Urgent, work).await??;
    Ok(Reply::done())
}

/// `POST users/reset`: a code by which they set a new password.
pub(in crate::console) async fn reset(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Named { name }, caller, now, code) = (asked.json()?, asked.caller()?.clone(), office.now(), draw()?);
    let made = code.to_string();
    let work = move |council: &mut dyn Council| codes::make_for_user(council, &caller, &name, &code, now);
    office.transact(Lane::Write, work).await??;
    Reply::json(&json!({ "code": made, "days": codes::SERVES / 86_400 }))
}

/// `POST codes`: a code for a device, to print as a slip.
pub(in crate::console) async fn code(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (CodeFor { role, scope: parts }, caller, now, code) =
        (asked.json()?, asked.caller()?.clone(), office.now(), draw()?);
    let role = Role::named(&role).ok_or_else(|| invalid("role: one of the roles."))?;
    let wanted = scope::read(&parts).ok_or_else(|| invalid("scope: codes of centres, or one of a sub-county."))?;
    if !people::fits(role, &wanted) {
        return Err(invalid("scope: this role has a sub-county or centres."));
    }
    let (made, said) = (code.to_string(), parts.clone());
    let work = move |council: &mut dyn Council| codes::make_for_device(council, &caller, (role, &wanted), &code, now);
    office.transact(Lane::Write, work).await??;
    Reply::json(&json!({ "code": made, "days": codes::SERVES / 86_400, "role": role.name(), "scope": said }))
}

/// `GET devices`.
pub(in crate::console) async fn devices(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let caller = asked.caller()?.clone();
    let centre = asked.query("centre").map(|text| scope::centre(text).ok_or_else(|| invalid("centre: eight digits.")));
    let centre = centre.transpose()?;
    let work = move |council: &mut dyn Council| {
        let mut rows = Vec::new();
        for one in council.devices()? {
            let of_centre = match (&one.scope, centre) {
                (_, None) => true,
                (Scope::Centres(centres), Some(centre)) => centres.contains(&centre),
                (_, Some(_)) => false,
            };
            if of_centre && scope::covers(council, &caller.scope, &one.scope)? {
                rows.push(device(&one));
            }
        }
        Ok(rows)
    };
    Reply::json(&json!({ "rows": office.transact(Lane::Read, work).await? }))
}

/// `POST devices/{id}/revoke`.
pub(in crate::console) async fn revoke(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let id = DeviceId::parse(asked.part("id")).ok_or_else(|| invalid("id: 32 hexadecimal digits."))?;
    let (caller, now) = (asked.caller()?.clone(), office.now());
    let at = office.transact(Lane::Urgent, move |council| revocation::revoke(council, &caller, id, now)).await??;
    Reply::json(&json!({ "id": id.to_string(), "revoked": at.0 }))
}
