//! Who asks: whom a bearer's token stands for, as the council's rows have them at this moment. Owns that reading; a
//! revocation takes effect at the next request because nothing of it is remembered between two.

use sync::{DeviceId, Hash, RefusalCode, Role, UnixMillis};

use super::{Decided, Right, scope};
use crate::problem::Problem;
use crate::stores::{Access, Scope, StoreError, Subject, TokenUse};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The device or the user.
    pub subject: Subject,
    /// What they may do.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// A revoked device: only its batches are looked at, to be kept aside.
    pub revoked: bool,
    /// The session.
    pub family: [u8; 16],
}

/// The hash under which a token is kept. `None`: it is no token.
#[must_use]
pub fn hash_of(token: &str) -> Option<Hash> {
    Hash::parse(token).map(|bytes| Hash(*blake3::hash(&bytes.0).as_bytes()))
}

impl Caller {
    /// Whom a token stands for.
    ///
    /// # Errors
    /// When the store does not answer.
    pub fn of<A: Access + ?Sized>(access: &mut A, token: Hash, now: UnixMillis) -> Decided<Caller> {
        let known = access.token(token)?.filter(|token| token.serves == TokenUse::Access && token.expires > now);
        let Some(token) = known else { return Ok(Err(RefusalCode::NoSession.into())) };
        let row = match &token.subject {
            Subject::Device(id) => access.device(*id)?.map(|row| (row.role, row.scope, row.revoked.is_some())),
            Subject::User(name) => {
                access.user(name)?.filter(|row| !row.disabled).map(|row| (row.role, row.scope, false))
            }
        };
        let caller = row.map(|(role, scope, revoked)| Caller {
            subject: token.subject,
            role,
            scope,
            revoked,
            family: token.family,
        });
        Ok(caller.ok_or_else(|| RefusalCode::NoSession.into()))
    }

    /// The device that asks; `None`: a user.
    #[must_use]
    pub fn device(&self) -> Option<DeviceId> {
        match self.subject {
            Subject::Device(id) => Some(id),
            Subject::User(_) => None,
        }
    }

    /// The name for the audit.
    #[must_use]
    pub fn who(&self) -> String {
        match &self.subject {
            Subject::Device(id) => id.to_string(),
            Subject::User(name) => name.clone(),
        }
    }

    /// Whether the role has a right.
    ///
    /// # Errors
    /// When it has not, or the device was revoked.
    pub fn must_have(&self, right: Right) -> Result<(), Problem> {
        if self.revoked {
            return Err(RefusalCode::Revoked.into());
        }
        let detail = || format!("The role {} has no right to this.", self.role.name());
        if right.is_of(self.role) { Ok(()) } else { Err(Problem::of(RefusalCode::NoRight, detail())) }
    }

    /// Whether a centre is within the scope.
    ///
    /// # Errors
    /// When the store does not answer.
    pub fn must_reach<A: Access + ?Sized>(
        &self,
        access: &mut A,
        centre: u32,
    ) -> Result<Result<(), Problem>, StoreError> {
        Ok(if scope::reaches(access, &self.scope, centre)? { Ok(()) } else { Err(RefusalCode::ForeignCentre.into()) })
    }
}
