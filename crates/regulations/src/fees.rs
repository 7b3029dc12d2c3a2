//! The examination fee of an entry, with its parts (2.15.3-2.15.8). Owns the sum; refuses to say who has paid.

use crate::Shillings;
use crate::centre::CentreKind;
use crate::entry::Entry;
use crate::pack::Pack;
use crate::pack::data::Component;
use crate::subjects::{Subject, SubjectSet};

/// Who pays a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    /// The Ministry of Education.
    State,
    /// The candidate.
    Candidate,
}

impl Payer {
    /// The word of the contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Payer::State => "state",
            Payer::Candidate => "candidate",
        }
    }
}

/// A fee in whole shillings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Who pays.
    pub payer: Payer,
    /// The basic fee.
    pub basic: Shillings,
    /// How many subjects are paid for.
    pub subjects_entered: u32,
    /// The fees of all subjects together.
    pub subjects: Shillings,
    /// The subjects with a component fee.
    pub with_component: SubjectSet,
    /// All of it.
    pub total: Shillings,
}

/// One component fee of an entry.
#[derive(Clone, Copy, Debug)]
pub struct ComponentFee<'a> {
    /// The subject.
    pub subject: &'a Subject,
    /// Its component.
    pub component: Component,
    /// The amount.
    pub amount: Shillings,
}

impl Fee {
    /// The fee of an entry; `None` where the entry code or the citizenship is not valid.
    #[must_use]
    pub fn of(pack: &Pack, kind: CentreKind, entry: &Entry<'_>) -> Option<Fee> {
        let state = pack.state_pays(entry.code?, entry.citizenship?, kind);
        let tariff = pack.tariff(state);
        let with_component =
            if tariff.extras.value { pack.with_component_fee(entry.subjects) } else { SubjectSet::EMPTY };
        let subjects = Shillings(tariff.subject.value.0 * entry.subjects.len());
        let components = Shillings(with_component.places().map(|place| pack.component_fee(place)).sum());
        Some(Fee {
            payer: if state { Payer::State } else { Payer::Candidate },
            basic: tariff.basic.value,
            subjects_entered: entry.subjects.len(),
            subjects,
            with_component,
            total: tariff.basic.value + subjects + components,
        })
    }

    /// The component fees, by subject code.
    pub fn components<'a>(&self, pack: &'a Pack) -> impl Iterator<Item = ComponentFee<'a>> + use<'a> {
        self.with_component.places().filter_map(move |place| {
            let subject = pack.subjects().all().get(usize::from(place))?;
            Some(ComponentFee { subject, component: subject.component?, amount: Shillings(pack.component_fee(place)) })
        })
    }
}
