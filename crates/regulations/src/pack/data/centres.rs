//! `centres.toml`: what a centre must be, where it pays, its dates, and the counties.

use serde::Deserialize;

use super::{Cited, CitedDate};

/// What a centre must be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Centres {
    pub minimum_candidates: Cited<u32>,
    pub minimum_exempt: Cited<Vec<String>>,
    pub private_third_digit: Cited<u8>,
}

/// A bank that takes the fees.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Bank {
    pub name: String,
    pub source: String,
}

/// Dates and periods.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Calendar {
    pub opens: CitedDate,
    pub closes: CitedDate,
    pub transfer_months: Cited<u32>,
    pub query_days: Cited<u32>,
}

/// A county.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct County {
    pub name: String,
    /// The third digit of its schools' codes: the old province.
    pub third_digit: u8,
}
