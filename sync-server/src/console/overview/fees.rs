//! What is owed against what slips say (2.15), by county.

use std::collections::BTreeMap;

use serde_json::json;

use super::Seen;
use crate::console::table::Table;

pub(super) fn fees(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<u32, (u64, u64, u64, u32)> = BTreeMap::new();
    for (register, kept) in seen.scoped.registers() {
        let (summary, county) = (&kept.summary, by.entry(register.centre / 1_000_000).or_default());
        county.0 += summary.owed_by_state;
        county.1 += summary.owed_by_candidates;
        county.2 += summary.paid;
        county.3 += summary.slips;
    }
    let columns = ["county", "name", "expected_state", "expected_candidates", "slips", "slip_count", "difference"];
    let mut table = Table::new(columns);
    for (county, (state, candidates, paid, slips)) in by {
        table.row([
            json!(format!("{county:02}")),
            json!(seen.county_name(county)),
            json!(state),
            json!(candidates),
            json!(paid),
            json!(slips),
            json!(paid.cast_signed() - candidates.cast_signed()),
        ]);
    }
    table
}
