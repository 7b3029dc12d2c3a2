//! `fees.toml`: what is paid, by whom, for what (2.14, 2.15).

use serde::Deserialize;

use super::Cited;
use crate::Shillings;

/// Fees in whole shillings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FeesData {
    pub state: Tariff,
    pub candidate: Tariff,
    pub state_pays: StatePays,
    pub components: Vec<ComponentFee>,
    pub others: OtherFees,
}

/// What one payer pays.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Tariff {
    pub basic: Cited<Shillings>,
    pub subject: Cited<Shillings>,
    pub extras: Cited<bool>,
}

/// For whom the state pays: all three conditions hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StatePays {
    pub entry_codes: Vec<u8>,
    pub citizenship: Vec<String>,
    pub kinds: Vec<String>,
    pub source: String,
}

/// The extra fee of some subjects.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ComponentFee {
    pub amount: Shillings,
    pub subjects: Vec<String>,
    pub source: String,
}

/// Fees outside an entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OtherFees {
    pub transfer: Cited<Shillings>,
    pub protest: Cited<Shillings>,
    pub amendment: Cited<Shillings>,
    pub late_scores: Cited<Shillings>,
}
