//! Users: added, disabled, listed. Owns that a role fits its scope and that nobody makes their better; refuses passwords
//! (`passwords`) and codes (`codes`).

use sync::{RefusalCode, Role, UnixMillis};

use super::{Caller, Decided, rights, scope};
use crate::audit;
use crate::problem::{Code, Problem};
use crate::stores::{Access, Scope, StoreError, Subject, User};

/// Whether somebody of a role may have a scope: only the council's own people reach every centre.
#[must_use]
pub const fn fits(role: Role, scope: &Scope) -> bool {
    let narrow = matches!(role, Role::Clerk | Role::Head | Role::Scde);
    !(narrow && matches!(scope, Scope::All))
}

/// Whether a name can be signed in with.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name.trim() == name && !name.is_empty() && name.len() <= 60 && !name.chars().any(char::is_control)
}

/// Adds a user without a password; `false`: there is one of this name.
///
/// # Errors
/// When the store does not answer.
pub fn add<A: Access + ?Sized>(
    access: &mut A,
    by: &str,
    (name, role, scope): (&str, Role, &Scope),
    now: UnixMillis,
) -> Result<bool, StoreError> {
    if access.user(name)?.is_some() {
        return Ok(false);
    }
    access.put_user(&User {
        name: name.to_owned(),
        password: String::new(),
        role,
        scope: scope.clone(),
        disabled: false,
        failures: 0,
        locked_until: UnixMillis(0),
    })?;
    audit::note(access, now, by, "user.add", name)?;
    Ok(true)
}

/// Ends a user's sessions and lets them sign in no more; `false`: there is none of this name.
///
/// # Errors
/// When the store does not answer.
pub fn disable<A: Access + ?Sized>(access: &mut A, by: &str, name: &str, now: UnixMillis) -> Result<bool, StoreError> {
    let Some(user) = access.user(name)? else { return Ok(false) };
    access.put_user(&User { disabled: true, ..user })?;
    access.end_sessions(&Subject::User(name.to_owned()))?;
    audit::note(access, now, by, "user.disable", name)?;
    Ok(true)
}

/// Somebody whom the caller stands over, within their scope.
///
/// # Errors
/// When the store does not answer.
pub fn under<A: Access + ?Sized>(access: &mut A, caller: &Caller, name: &str) -> Decided<User> {
    let Some(user) = access.user(name)? else { return Ok(Err(Code::UnknownUser.into())) };
    if !scope::covers(access, &caller.scope, &user.scope)? {
        return Ok(Err(Code::UnknownUser.into()));
    }
    if !rights::stands_over(caller.role, user.role) || caller.who() == user.name {
        let detail =
            format!("A {} does this to no {}, and nobody to themselves.", caller.role.name(), user.role.name());
        return Ok(Err(Problem::of(RefusalCode::NoRight, detail)));
    }
    Ok(Ok(user))
}
