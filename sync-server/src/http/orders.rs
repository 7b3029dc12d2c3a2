//! What people with the right bring about: codes, revocations, transfers, short codes. Owns the bodies' reading;
//! `access` and `sync::authority` decide.

use std::sync::Arc;

use sync::authority;
use sync::{CandidateId, DeviceId, Role};

use super::asked::{Asked, read_register};
use super::bodies::{CodeFor, CodeMade, Revoked, ShortCodeTyped, Transfer};
use super::entrance::{draw, invalid};
use super::reply::Reply;
use crate::access::{codes as access_codes, revocation, scope};
use crate::audit;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::{Council, Lane, ShortCode};
use crate::transfer::move_candidate;

pub(super) async fn revoke(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let id = DeviceId::parse(asked.part("id")).ok_or_else(|| invalid("id: 32 hexadecimal digits."))?;
    let (caller, now) = (asked.caller()?.clone(), office.now());
    let at = office.transact(Lane::Urgent, move |council| revocation::revoke(council, &caller, id, now)).await??;
    Reply::json(&Revoked { device: id.to_string(), revoked: at.0 })
}

pub(super) async fn codes(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (caller, now, code) = (asked.caller()?.clone(), office.now(), draw()?);
    let made = CodeMade { code: code.to_string(), days: access_codes::SERVES / 86_400 };
    match asked.json()? {
        CodeFor::Device { role, scope } => {
            let role = Role::named(&role).ok_or_else(|| invalid("role: one of the roles."))?;
            let scope =
                scope::read(&scope).ok_or_else(|| invalid("scope: codes of centres, or one of a sub-county."))?;
            let work = move |council: &mut dyn Council| {
                access_codes::make_for_device(council, &caller, (role, &scope), &code, now)
            };
            office.transact(Lane::Write, work).await??;
        }
        CodeFor::User { name } => {
            let work =
                move |council: &mut dyn Council| access_codes::make_for_user(council, &caller, &name, &code, now);
            office.transact(Lane::Write, work).await??;
        }
    }
    Reply::json(&made)
}

pub(super) async fn short_codes(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let ShortCodeTyped { register, code } = asked.json()?;
    let code = sync::read_short_code(&code).ok_or(Code::BadShortCode)?;
    let (register, caller, at) = (read_register(&register)?, asked.caller()?.clone(), office.now());
    let work = move |council: &mut dyn Council| {
        if let Err(problem) = caller.must_reach(council, register.centre)? {
            return Ok(Err(problem));
        }
        council.keep_short_code(&ShortCode { register, code: code.clone(), at, by: caller.who() })?;
        audit::note(council, at, &caller.who(), "short-code.keep", &register.to_string()).map(Ok)
    };
    office.transact(Lane::Urgent, work).await??;
    Reply::json(&serde_json::json!({ "at": at.0 }))
}

pub(super) async fn transfers(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Transfer { candidate, from, to, reason } = asked.json()?;
    let candidate = CandidateId::parse(&candidate).ok_or_else(|| invalid("candidate: 32 hexadecimal digits."))?;
    if reason.trim().is_empty() || reason.chars().count() > 500 {
        return Err(invalid("reason: 1 to 500 characters."));
    }
    let (caller, from, to) = (asked.caller()?.clone(), read_register(&from)?, read_register(&to)?);
    let (by, who) = (caller.who(), caller.who());
    let may = move |council: &mut dyn Council| {
        for register in [from, to] {
            if let Err(problem) = caller.must_reach(council, register.centre)? {
                return Ok(Err(problem));
            }
        }
        Ok(Ok(()))
    };
    let moved = authority::Transfer { candidate, from, to, by, reason };
    Reply::json(&move_candidate(office, moved, who, may).await?)
}
