//! I13: nothing comes in from a revoked device but into quarantine; nor from a device for a centre outside its scope, nor
//! from a stranger.

use sync::RegisterId;

use super::{Kept, broken};
use crate::council::Member;

/// Checks an operation that came in: who wrote it, as the council knew them then.
///
/// # Errors
/// When it should have been kept out.
pub fn only_who_may_comes_in(member: Option<&Member>, register: RegisterId) -> Kept {
    match member {
        None => broken(13, "an operation of a stranger came in"),
        Some(member) if member.revoked => broken(13, "an operation of a revoked device came in"),
        Some(member) if !member.registers.contains(&register) => {
            broken(13, format!("an operation for {register} came in from a device without right to it"))
        }
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::{Role, SecretKey};

    #[test]
    fn it_fails_on_strangers_the_revoked_and_foreign_centres() {
        let here = RegisterId { centre: 1, year: 2026 };
        let key = SecretKey::of(&[1; 32]).public();
        let member = Member { key, role: Role::Clerk, registers: vec![here], revoked: false };
        assert!(only_who_may_comes_in(Some(&member), here).is_ok());
        assert!(only_who_may_comes_in(None, here).is_err());
        assert!(only_who_may_comes_in(Some(&member), RegisterId { centre: 2, ..here }).is_err());
        assert!(only_who_may_comes_in(Some(&Member { revoked: true, ..member }), here).is_err());
    }
}
