//! The table of rights: which role may ask for what, beside writing operations (`sync::Role::may_write`). Owns the
//! table; the scope is checked where the thing asked for is known.

use sync::Role;

/// Something that a role may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Ask what needs a session and nothing more: send, pull, carry bundles.
    Ask,
    /// See receipts, proofs and conflicts of a register.
    See,
    /// Make codes by which devices enrol or users set a new password, for those whom the role stands over.
    MakeCodes,
    /// Revoke devices of those whom the role stands over.
    Revoke,
    /// Move a candidate from one centre to another.
    Transfer,
    /// Type in a short code that came by SMS.
    ShortCodes,
    /// See batches kept aside.
    Quarantine,
    /// Read the audit.
    Audit,
    /// Look at the console, within the scope.
    Console,
    /// Settle what waits in the queues, and the life of centres.
    Decide,
    /// Users, circulars, announcements, results of other examinations.
    Administer,
}

impl Right {
    /// Its name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Right::Ask => "ask",
            Right::See => "see",
            Right::MakeCodes => "codes",
            Right::Revoke => "revoke",
            Right::Transfer => "transfer",
            Right::ShortCodes => "short-codes",
            Right::Quarantine => "quarantine",
            Right::Audit => "audit",
            Right::Console => "console",
            Right::Decide => "decide",
            Right::Administer => "administer",
        }
    }

    /// Each of them.
    pub const ALL: [Right; 11] = [
        Right::Ask,
        Right::See,
        Right::MakeCodes,
        Right::Revoke,
        Right::Transfer,
        Right::ShortCodes,
        Right::Quarantine,
        Right::Audit,
        Right::Console,
        Right::Decide,
        Right::Administer,
    ];

    /// Whether a role has it.
    #[must_use]
    pub const fn is_of(self, role: Role) -> bool {
        use Role::{Auditor, Council, Head, Operator, Scde, Supervisor};
        match self {
            Right::Ask | Right::See => !matches!(role, Council),
            Right::MakeCodes => matches!(role, Head | Scde | Operator | Supervisor),
            Right::Revoke => matches!(role, Head | Scde | Supervisor),
            Right::Transfer => matches!(role, Operator | Supervisor),
            Right::ShortCodes => matches!(role, Scde | Operator | Supervisor),
            Right::Quarantine => matches!(role, Operator | Supervisor | Auditor),
            Right::Audit => matches!(role, Supervisor | Auditor),
            Right::Console => matches!(role, Scde | Operator | Supervisor | Auditor),
            Right::Decide => matches!(role, Operator | Supervisor),
            Right::Administer => matches!(role, Supervisor),
        }
    }
}

/// Whether one role enrols and revokes devices of another: the head those of clerks, the sub-county's office those of
/// its schools, a supervisor all.
#[must_use]
pub const fn stands_over(one: Role, other: Role) -> bool {
    match (one, other) {
        (_, Role::Council) => false,
        (Role::Head, Role::Clerk) | (Role::Scde, Role::Clerk | Role::Head) | (Role::Supervisor, _) => true,
        _ => false,
    }
}

/// Whether one role gives a code to another's user to set a new password: as [`stands_over`], and an operator to the
/// sub-county's office.
#[must_use]
pub const fn resets(one: Role, other: Role) -> bool {
    stands_over(one, other) || matches!((one, other), (Role::Operator, Role::Scde))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(may: impl Fn(Role) -> bool) -> String {
        Role::ALL.into_iter().filter(|role| may(*role)).map(Role::name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rights_are_as_the_table_of_the_docs_has_them() {
        for (right, who) in [
            (Right::Ask, "clerk head scde operator supervisor auditor"),
            (Right::See, "clerk head scde operator supervisor auditor"),
            (Right::MakeCodes, "head scde operator supervisor"),
            (Right::Revoke, "head scde supervisor"),
            (Right::Transfer, "operator supervisor"),
            (Right::ShortCodes, "scde operator supervisor"),
            (Right::Quarantine, "operator supervisor auditor"),
            (Right::Audit, "supervisor auditor"),
            (Right::Console, "scde operator supervisor auditor"),
            (Right::Decide, "operator supervisor"),
            (Right::Administer, "supervisor"),
        ] {
            assert_eq!(names(|role| right.is_of(role)), who, "{right:?}");
        }
    }

    #[test]
    fn nobody_enrols_their_equal_or_better_but_a_supervisor() {
        for (one, over, resetting) in [
            (Role::Clerk, "", ""),
            (Role::Head, "clerk", "clerk"),
            (Role::Scde, "clerk head", "clerk head"),
            (Role::Operator, "", "scde"),
            (
                Role::Supervisor,
                "clerk head scde operator supervisor auditor",
                "clerk head scde operator supervisor auditor",
            ),
            (Role::Auditor, "", ""),
        ] {
            assert_eq!(names(|other| stands_over(one, other)), over, "{one:?}");
            assert_eq!(names(|other| resets(one, other)), resetting, "{one:?}");
        }
        assert!(Right::ALL.iter().all(|right| !right.is_of(Role::Council)));
    }
}
