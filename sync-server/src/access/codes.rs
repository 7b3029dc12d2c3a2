//! One-time codes: made by who stands over the one that they are for, valid for two weeks, for one use and five wrong
//! proofs. Owns their making and finding; refuses to keep the letters (only the key made of them).

use sync::enrolment::{EnrolmentCode, EnrolmentKey};
use sync::{RefusalCode, Role, UnixMillis};

use super::{Caller, Decided, Right, rights, scope};
use crate::audit;
use crate::clock;
use crate::problem::{self, Problem};
use crate::stores::{Access, Code, Purpose, Scope, StoreError};

/// How long a code serves, in seconds.
pub const SERVES: u32 = 14 * 24 * 3600;

/// Wrong proofs that a code bears.
const ATTEMPTS: u32 = 5;

/// Keeps a code that was drawn, on the server's own word.
///
/// # Errors
/// When the store does not answer.
pub fn keep<A: Access + ?Sized>(
    access: &mut A,
    code: &EnrolmentCode,
    purpose: Purpose,
    by: &str,
    now: UnixMillis,
) -> Result<(), StoreError> {
    let row = Code {
        id: code.id(),
        key: code.key().0,
        purpose,
        expires: clock::after(now, SERVES),
        attempts: ATTEMPTS,
        by: by.to_owned(),
        used: None,
    };
    access.put_code(&row)?;
    audit::note(access, now, by, "code.make", &code.id())
}

/// Keeps a code for a device of a role and scope, if the caller stands over them.
///
/// # Errors
/// When the store does not answer.
pub fn make_for_device<A: Access + ?Sized>(
    access: &mut A,
    caller: &Caller,
    (role, wanted): (Role, &Scope),
    code: &EnrolmentCode,
    now: UnixMillis,
) -> Decided<()> {
    if let Err(problem) = caller.must_have(Right::MakeCodes) {
        return Ok(Err(problem));
    }
    if !rights::stands_over(caller.role, role) {
        return Ok(Err(no_right(caller, role)));
    }
    if !scope::covers(access, &caller.scope, wanted)? {
        return Ok(Err(RefusalCode::ForeignCentre.into()));
    }
    keep(access, code, Purpose::Enrol { role, scope: wanted.clone() }, &caller.who(), now).map(Ok)
}

/// Keeps a code by which a user sets a new password, if the caller stands over them.
///
/// # Errors
/// When the store does not answer.
pub fn make_for_user<A: Access + ?Sized>(
    access: &mut A,
    caller: &Caller,
    name: &str,
    code: &EnrolmentCode,
    now: UnixMillis,
) -> Decided<()> {
    if let Err(problem) = caller.must_have(Right::MakeCodes) {
        return Ok(Err(problem));
    }
    let Some(user) = access.user(name)?.filter(|user| !user.disabled) else {
        return Ok(Err(problem::Code::UnknownUser.into()));
    };
    if !rights::resets(caller.role, user.role) {
        return Ok(Err(no_right(caller, user.role)));
    }
    // Whether a name exists outside the caller's scope is none of their business.
    if !scope::covers(access, &caller.scope, &user.scope)? {
        return Ok(Err(problem::Code::UnknownUser.into()));
    }
    keep(access, code, Purpose::Reset(user.name), &caller.who(), now).map(Ok)
}

fn no_right(caller: &Caller, role: Role) -> Problem {
    Problem::of(RefusalCode::NoRight, format!("A {} makes no codes for a {}.", caller.role.name(), role.name()))
}

/// A code that may still serve, and its key. A wrong proof is counted by [`count_wrong`].
///
/// # Errors
/// When the store does not answer.
pub fn find<A: Access + ?Sized>(
    access: &mut A,
    id: &str,
    now: UnixMillis,
) -> Result<Option<(Code, EnrolmentKey)>, StoreError> {
    let code = access.code(id)?.filter(|code| code.expires > now && code.attempts > 0);
    Ok(code.map(|code| {
        let key = EnrolmentKey(code.key);
        (code, key)
    }))
}

/// Counts a wrong proof.
///
/// # Errors
/// When the store does not answer.
pub fn count_wrong<A: Access + ?Sized>(access: &mut A, code: Code, now: UnixMillis) -> Result<(), StoreError> {
    audit::note(access, now, "-", "code.wrong", &code.id)?;
    access.put_code(&Code { attempts: code.attempts.saturating_sub(1), ..code })
}
