//! Orders about people and devices: codes, users, revocation, sub-counties. Owns their words; given at the server, they
//! have every right.

use std::sync::Arc;

use sync::enrolment::EnrolmentCode;
use sync::{DeviceId, Role};

use super::order::{CodeFor, Reach, UserOrder};
use super::{OrderError, Outcome, said};
use crate::access::{codes, people, revocation, scope, totp};
use crate::audit;
use crate::clock;
use crate::office::Office;
use crate::stores::{Lane, Purpose, Scope, User};

/// Who the audit says gave the order.
const SERVER: &str = "server";

impl Reach {
    fn scope(self) -> Result<Scope, OrderError> {
        let parts = match self.sub_county {
            Some(code) => vec![code],
            None if self.centre.is_empty() => vec![String::new()],
            None => self.centre,
        };
        let wrong = || OrderError::Usage("a centre has eight digits, a sub-county five".into());
        scope::read(&parts).ok_or_else(wrong)
    }
}

fn role(name: &str) -> Result<Role, OrderError> {
    let wrong = || OrderError::Usage(format!("{name}: no role; clerk, head, scde, operator, supervisor or auditor"));
    Role::named(name).ok_or_else(wrong)
}

/// Only the council's own people reach every centre.
fn fits(role: Role, scope: &Scope) -> Result<(), OrderError> {
    if !people::fits(role, scope) {
        return Err(OrderError::Usage(format!("a {} takes --centre or --sub-county", role.name())));
    }
    Ok(())
}

pub(super) async fn code(office: &Arc<Office>, asked: CodeFor) -> Result<Outcome, OrderError> {
    let purpose = match (asked.user, asked.role) {
        (Some(name), _) => {
            let known = name.clone();
            let user = office.transact(Lane::Read, move |council| council.user(&known)).await?;
            user.ok_or_else(|| OrderError::Usage("there is no user of this name".into()))?;
            Purpose::Reset(name)
        }
        (None, named) => {
            let (role, scope) = (role(&named.unwrap_or_default())?, asked.scope.scope()?);
            fits(role, &scope)?;
            Purpose::Enrol { role, scope }
        }
    };
    Ok(said(make_code(office, purpose).await?.to_string()))
}

/// Draws a code and keeps it.
pub(super) async fn make_code(office: &Arc<Office>, purpose: Purpose) -> Result<EnrolmentCode, OrderError> {
    let (code, now) = (EnrolmentCode::of(&clock::random()?), office.now());
    let kept = code.clone();
    let work =
        move |council: &mut dyn crate::stores::Council| codes::keep(council, &kept, purpose.clone(), SERVER, now);
    office.transact(Lane::Write, work).await?;
    Ok(code)
}

pub(super) async fn user(office: &Arc<Office>, order: UserOrder) -> Result<Outcome, OrderError> {
    match order {
        UserOrder::Add { name, role: named, scope } => add(office, name, role(&named)?, scope.scope()?).await,
        UserOrder::Disable { name } => disable(office, name).await,
        UserOrder::Factor { name } => forget_factor(office, name).await,
        UserOrder::List => list(office).await,
    }
}

async fn add(office: &Arc<Office>, name: String, role: Role, scope: Scope) -> Result<Outcome, OrderError> {
    fits(role, &scope)?;
    if !people::is_name(&name) {
        return Err(OrderError::Usage("a user's name has 1 to 60 characters".into()));
    }
    let (added, now) = (name.clone(), office.now());
    let work =
        move |council: &mut dyn crate::stores::Council| people::add(council, SERVER, (&added, role, &scope), now);
    if !office.transact(Lane::Write, work).await? {
        return Err(OrderError::Usage("there is a user of this name".into()));
    }
    let code = make_code(office, Purpose::Reset(name)).await?;
    Ok(said(code.to_string()))
}

async fn disable(office: &Arc<Office>, name: String) -> Result<Outcome, OrderError> {
    let now = office.now();
    let work = move |council: &mut dyn crate::stores::Council| people::disable(council, SERVER, &name, now);
    match office.transact(Lane::Urgent, work).await? {
        true => Ok(Outcome::default()),
        false => Err(OrderError::Usage("there is no user of this name".into())),
    }
}

/// The next sign-in sets up another; sessions end.
async fn forget_factor(office: &Arc<Office>, name: String) -> Result<Outcome, OrderError> {
    let now = office.now();
    let work = move |council: &mut dyn crate::stores::Council| {
        let known = council.user(&name)?.is_some();
        if known {
            totp::forget(council, SERVER, &name, now)?;
        }
        Ok(known)
    };
    match office.transact(Lane::Urgent, work).await? {
        true => Ok(Outcome::default()),
        false => Err(OrderError::Usage("there is no user of this name".into())),
    }
}

async fn list(office: &Arc<Office>) -> Result<Outcome, OrderError> {
    let users = office.transact(Lane::Read, |council| council.users()).await?;
    let line = |user: &User| {
        let state = if user.disabled { " disabled" } else { "" };
        format!("{}\t{}\t{}{state}\n", user.name, user.role.name(), scope::written(&user.scope).join(" "))
    };
    Ok(said(users.iter().map(line).collect()))
}

pub(super) async fn revoke(office: &Arc<Office>, device: &str) -> Result<Outcome, OrderError> {
    let id = DeviceId::parse(device).ok_or_else(|| OrderError::Usage("a device has 32 hexadecimal digits".into()))?;
    let now = office.now();
    let work = move |council: &mut dyn crate::stores::Council| match council.device(id)? {
        Some(device) => revocation::set_revoked(council, SERVER, device, now).map(Some),
        None => Ok(None),
    };
    match office.transact(Lane::Urgent, work).await? {
        Some(_) => Ok(said(format!("revoked {id}"))),
        None => Err(OrderError::Usage("there is no such device".into())),
    }
}

pub(super) async fn centre(office: &Arc<Office>, centre: &str, sub_county: String) -> Result<Outcome, OrderError> {
    let reach = Reach { centre: Vec::new(), sub_county: Some(sub_county) };
    let (Some(centre), Scope::SubCounty(code)) = (scope::centre(centre), reach.scope()?) else {
        return Err(OrderError::Usage("a centre has eight digits, a sub-county five".into()));
    };
    let now = office.now();
    let work = move |council: &mut dyn crate::stores::Council| {
        council.set_sub_county(centre, code)?;
        audit::note(council, now, SERVER, "centre.sub-county", &format!("{centre:08}"))
    };
    office.transact(Lane::Write, work).await?;
    Ok(Outcome::default())
}
