//! What the rules need to know of a centre. Owns the kinds of centre; refuses addresses and people.

use crate::subjects::SubjectSet;

/// The kind of a centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CentreKind {
    /// A school, public or private.
    #[default]
    School,
    /// A centre of private candidates, run by the Sub-County Director of Education.
    Private,
    /// A prison.
    Prison,
    /// A school for candidates with special needs.
    Special,
}

impl CentreKind {
    /// Every kind.
    pub const ALL: [CentreKind; 4] = [CentreKind::School, CentreKind::Private, CentreKind::Prison, CentreKind::Special];

    /// Its name on the command line and in a pack.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            CentreKind::School => "school",
            CentreKind::Private => "private",
            CentreKind::Prison => "prison",
            CentreKind::Special => "special",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        CentreKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A centre as the rules on candidates see it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Centre {
    /// Its kind.
    pub kind: CentreKind,
    /// The subjects it offers, where it has a list (2.17.3(viii)).
    pub offered: Option<SubjectSet>,
    /// Whether the clearance letter for Mathematics B and General Science is on record (2.8.4(vi)).
    pub clearance: bool,
}
