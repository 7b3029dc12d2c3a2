//! The papers that support a declared special need (2.8.5(ii)). Owns their names.

/// A paper handed in with the form for special needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Paper {
    /// Medical report of a recognised doctor (2.8.5(ii)(a)).
    MedicalReport,
    /// Full-size colour photograph, for physical disability (2.8.5(ii)(b)).
    FullPhotograph,
    /// Report of the EARC officer (2.8.5(ii)(c)).
    EarcReport,
    /// Head's report on the help needed in the examination (2.8.5(ii)(d)).
    HelpNeeded,
    /// Head's report on the help given in internal examinations (2.8.5(ii)(e)).
    HelpGiven,
}

impl Paper {
    /// Every paper, in the manual's order.
    pub const ALL: [Paper; 5] =
        [Paper::MedicalReport, Paper::FullPhotograph, Paper::EarcReport, Paper::HelpNeeded, Paper::HelpGiven];

    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Paper::MedicalReport => "medical_report",
            Paper::FullPhotograph => "full_photograph",
            Paper::EarcReport => "earc_report",
            Paper::HelpNeeded => "help_needed",
            Paper::HelpGiven => "help_given",
        }
    }

    /// The paper of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Paper> {
        Paper::ALL.into_iter().find(|paper| paper.name() == name)
    }
}

/// A set of papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Papers(u8);

impl Papers {
    /// The set with one paper more.
    #[must_use]
    pub const fn with(self, paper: Paper) -> Self {
        Papers(self.0 | 1 << paper as u8)
    }

    /// Whether the paper is there.
    #[must_use]
    pub const fn has(self, paper: Paper) -> bool {
        self.0 & (1 << paper as u8) != 0
    }

    /// The papers there.
    pub fn iter(self) -> impl Iterator<Item = Paper> {
        Paper::ALL.into_iter().filter(move |paper| self.has(*paper))
    }
}
