//! Roles: who may write and do what. Owns the table of kinds of operation by role; refuses to know users and devices.

use serde::{Deserialize, Serialize};

use crate::kind::Kind;

/// What a person, or a device enrolled for one, may do. The numbers are in the log's chain and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Role {
    /// Enters and amends at a centre.
    Clerk = 0,
    /// The head of a centre: also approves and resolves.
    Head = 1,
    /// The sub-county's office: private centres, and the heads of its schools.
    Scde = 2,
    /// At the council: resolves, admits, transfers.
    Operator = 3,
    /// At the council: also enrols, revokes and sets the window.
    Supervisor = 4,
    /// Reads everything, writes nothing.
    Auditor = 5,
    /// The council's own stream.
    Council = 6,
}

impl Role {
    /// Every role that people and devices have.
    pub const ALL: [Role; 6] = [Role::Clerk, Role::Head, Role::Scde, Role::Operator, Role::Supervisor, Role::Auditor];

    /// Its name in configuration, on the command line and in problems.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Role::Clerk => "clerk",
            Role::Head => "head",
            Role::Scde => "scde",
            Role::Operator => "operator",
            Role::Supervisor => "supervisor",
            Role::Auditor => "auditor",
            Role::Council => "council",
        }
    }

    /// The role of this name; nobody is given the council's own.
    #[must_use]
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether operations of this kind take effect when a device of this role writes them. A kind of a newer version
    /// counts as a change of fields.
    #[must_use]
    pub const fn may_write(self, kind: Kind) -> bool {
        match (self, kind) {
            (Role::Council, _) => true,
            (Role::Auditor, _) | (_, Kind::Depart | Kind::Arrive | Kind::Merge) => false,
            (Role::Clerk, Kind::Approve | Kind::Resolve | Kind::Countersign | Kind::Admit) => false,
            (Role::Head | Role::Scde, Kind::Admit) => false,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_as_the_table_of_the_docs_has_them() {
        for (kind, who) in [
            (Kind::Enter, "clerk head scde operator supervisor"),
            (Kind::Change, "clerk head scde operator supervisor"),
            (Kind::Approve, "head scde operator supervisor"),
            (Kind::Resolve, "head scde operator supervisor"),
            (Kind::Countersign, "head scde operator supervisor"),
            (Kind::Admit, "operator supervisor"),
            (Kind::Depart, ""),
            (Kind::Arrive, ""),
            (Kind::Other(99), "clerk head scde operator supervisor"),
        ] {
            let may: Vec<_> = Role::ALL.iter().filter(|role| role.may_write(kind)).map(|role| role.name()).collect();
            assert_eq!(may.join(" "), who, "{kind:?}");
        }
    }
}
