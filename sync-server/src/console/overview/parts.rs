//! The parts that count: counties, states, silence, queues, photographs, paragraphs, subjects, special needs, versions.

use std::collections::{BTreeMap, BTreeSet};

use regulations::Rule;
use serde_json::{Value, json};

use super::Seen;
use crate::console::projection::STATES;
use crate::console::scoped::code;
use crate::console::table::Table;

/// A centre is silent when nothing came for so long, in milliseconds.
pub(in crate::console) const SILENT: i64 = 7 * DAY;

/// A number of candidates under this could tell who they are.
pub(in crate::console) const SMALL: u32 = 5;

const DAY: i64 = 86_400_000;

impl Seen<'_> {
    /// Whole days since something came.
    pub(in crate::console) fn days_since(&self, at: i64) -> i64 {
        (self.now.0 - at).max(0) / DAY
    }

    pub(in crate::console) fn is_silent(&self, last: i64) -> bool {
        last + SILENT <= self.now.0
    }

    /// Centres that have a device, but of which nothing came.
    pub(in crate::console) fn without_register(&self) -> impl Iterator<Item = (u32, u32)> {
        let known: BTreeSet<u32> = self.scoped.registers().map(|(register, _)| register.centre).collect();
        let others = self.devices.iter().filter(move |(centre, _)| !known.contains(centre));
        others.filter(|(centre, _)| self.scoped.reaches_code(**centre)).map(|(centre, count)| (*centre, *count))
    }

    pub(super) fn county_name(&self, county: u32) -> String {
        let counties = &self.pack.data().counties;
        counties.get(&format!("{county:02}")).map(|county| county.name.clone()).unwrap_or_default()
    }
}

pub(super) fn totals(seen: &Seen<'_>) -> Value {
    let (mut centres, mut candidates, mut ready, mut submitted, mut silent) = (0, 0, 0, 0, 0);
    let (mut photographs, mut errors) = (0, 0);
    for (_, kept) in seen.scoped.registers() {
        let summary = &kept.summary;
        centres += 1;
        candidates += summary.candidates;
        ready += u32::from(matches!(summary.state(), "ready" | "approved" | "returned"));
        submitted += u32::from(matches!(summary.state(), "approved" | "returned"));
        silent += u32::from(seen.is_silent(summary.last));
        photographs += summary.candidates.saturating_sub(summary.photographs);
        errors += summary.with_errors;
    }
    let enrolled = seen.without_register().count();
    json!({
        "centres": centres + enrolled, "candidates": candidates, "ready": ready, "submitted": submitted,
        "silent": silent as usize + enrolled, "cases": seen.queues.iter().map(|queue| queue.waiting).sum::<i64>(),
        "photographs_missing": photographs, "errors": errors, "closes": seen.closes.map(|at| at.0),
        "devices": seen.devices.iter().filter(|(centre, _)| seen.scoped.reaches_code(**centre)).map(|(_, count)| count).sum::<u32>(),
    })
}

pub(super) fn counties(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<u32, [u32; 6]> = BTreeMap::new();
    for (register, kept) in seen.scoped.registers() {
        let (summary, county) = (&kept.summary, by.entry(register.centre / 1_000_000).or_default());
        county[0] += 1;
        county[1] += summary.candidates;
        county[2] += u32::from(matches!(summary.state(), "ready" | "approved" | "returned"));
        county[3] += u32::from(matches!(summary.state(), "approved" | "returned"));
        county[4] += u32::from(seen.is_silent(summary.last));
        county[5] += summary.with_errors;
    }
    for (centre, _) in seen.without_register() {
        let county = by.entry(centre / 1_000_000).or_default();
        county[0] += 1;
        county[4] += 1;
    }
    let mut table = Table::new(["county", "name", "centres", "candidates", "ready", "submitted", "silent", "errors"]);
    for (county, [centres, candidates, ready, submitted, silent, errors]) in by {
        table.row([
            json!(format!("{county:02}")),
            json!(seen.county_name(county)),
            json!(centres),
            json!(candidates),
            json!(ready),
            json!(submitted),
            json!(silent),
            json!(errors),
        ]);
    }
    table
}

pub(super) fn funnel(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (_, kept) in seen.scoped.registers() {
        let state = by.entry(kept.summary.state()).or_default();
        state.0 += 1;
        state.1 += kept.summary.candidates;
    }
    by.entry("enrolled").or_default().0 += seen.without_register().count();
    let mut table = Table::new(["state", "centres", "candidates"]);
    for state in STATES {
        let (centres, candidates) = by.get(state).copied().unwrap_or_default();
        table.row([json!(state), json!(centres), json!(candidates)]);
    }
    table
}

pub(super) fn silent(seen: &Seen<'_>) -> Table {
    let mut table = Table::new(["centre", "name", "sub_county", "devices", "candidates", "last", "days"]);
    for (centre, devices) in seen.without_register() {
        let sub_county = json!(format!("{:05}", centre / 1000));
        table.row([code(centre), json!(""), sub_county, json!(devices), json!(0), Value::Null, Value::Null]);
    }
    let mut quiet: Vec<_> = seen.scoped.registers().filter(|(_, kept)| seen.is_silent(kept.summary.last)).collect();
    quiet.sort_by_key(|(register, kept)| (kept.summary.last, *register));
    for (register, kept) in quiet {
        let devices = seen.devices.get(&register.centre).copied().unwrap_or(0);
        table.row([
            code(register.centre),
            json!(kept.summary.name),
            json!(format!("{:05}", kept.sub_county)),
            json!(devices),
            json!(kept.summary.candidates),
            json!(kept.summary.last),
            json!(seen.days_since(kept.summary.last)),
        ]);
    }
    table
}

pub(super) fn queues(seen: &Seen<'_>) -> Table {
    let mut table = Table::new(["queue", "waiting", "claimed", "oldest", "under_day", "under_week", "over_week"]);
    for queue in &seen.queues {
        let [day, week, over] = queue.ages;
        table.row([
            json!(queue.queue),
            json!(queue.waiting),
            json!(queue.claimed),
            json!(queue.oldest.0),
            json!(day),
            json!(week),
            json!(over),
        ]);
    }
    table
}

pub(super) fn photographs(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (register, kept) in seen.scoped.registers() {
        let county = by.entry(register.centre / 1_000_000).or_default();
        county.0 += kept.summary.candidates;
        county.1 += kept.summary.photographs;
    }
    let mut table = Table::new(["county", "name", "candidates", "photographs", "missing"]);
    for (county, (candidates, photographs)) in by {
        let missing = candidates.saturating_sub(photographs);
        let name = json!(seen.county_name(county));
        table.row([json!(format!("{county:02}")), name, json!(candidates), json!(photographs), json!(missing)]);
    }
    table
}

pub(super) fn paragraphs(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (_, kept) in seen.scoped.registers() {
        for (rule, count) in &kept.summary.rules {
            let rule = by.entry(rule).or_default();
            rule.0 += count;
            rule.1 += 1;
        }
    }
    let mut rules: Vec<_> = by.into_iter().collect();
    rules.sort_by_key(|(rule, (candidates, _))| (std::cmp::Reverse(*candidates), *rule));
    let mut table = Table::new(["paragraph", "rule", "severity", "candidates", "centres"]);
    for (rule, (candidates, centres)) in rules {
        let known = Rule::named(rule);
        let paragraph = known.map_or("", Rule::paragraph);
        let severity = known.map_or("", |rule| rule.severity().name());
        table.row([json!(paragraph), json!(rule), json!(severity), json!(candidates), json!(centres)]);
    }
    table
}

pub(super) fn subjects(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<&str, (u32, u32, u32)> = BTreeMap::new();
    for (_, kept) in seen.scoped.registers() {
        for (code, count) in &kept.summary.subjects {
            let subject = by.entry(code).or_default();
            *subject = (subject.0 + count, subject.1 + 1, subject.2.max(*count));
        }
    }
    let mut table = Table::new(["code", "name", "candidates", "centres", "largest"]);
    for (code, (candidates, centres, largest)) in by {
        let name = seen.pack.subjects().get(code).map(|subject| subject.name.clone()).unwrap_or_default();
        table.row([json!(code), json!(name), json!(candidates), json!(centres), json!(largest)]);
    }
    table
}

pub(super) fn special_needs(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (_, kept) in seen.scoped.registers() {
        for (need, count) in &kept.summary.needs {
            let need = by.entry(need).or_default();
            *need = (need.0 + count, need.1 + 1);
        }
    }
    let hidden = hidden(&by.iter().map(|(need, (count, _))| (*need, *count)).collect::<Vec<_>>());
    let mut table = Table::new(["category", "candidates", "centres"]);
    for (need, (candidates, centres)) in by {
        let shown = |number: u32| if hidden.contains(need) { Value::Null } else { json!(number) };
        table.row([json!(need), shown(candidates), shown(centres)]);
    }
    table
}

/// The categories whose number is not shown: small ones, and the next smallest where one alone could be worked out from
/// the sum.
fn hidden<'n>(counts: &[(&'n str, u32)]) -> BTreeSet<&'n str> {
    let mut counts = counts.to_vec();
    counts.sort_by_key(|(need, count)| (*count, *need));
    let small = counts.iter().filter(|(_, count)| *count < SMALL).count();
    let many = if small == 1 { 2 } else { small };
    counts.into_iter().take(many).map(|(need, _)| need).collect()
}

pub(super) fn versions(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (_, kept) in seen.scoped.registers() {
        for (schema, streams) in &kept.summary.schemas {
            let version = by.entry(*schema).or_default();
            *version = (version.0 + streams, version.1 + 1);
        }
    }
    // Schema 0 is the council's own stream.
    by.remove(&0);
    let mut table = Table::new(["schema", "devices", "centres"]);
    by.into_iter().for_each(|(schema, (devices, centres))| {
        table.row([json!(schema), json!(devices), json!(centres)]);
    });
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_hidden_and_cannot_be_worked_out_from_the_sum() {
        for (counts, expected) in [
            (vec![("A", 100), ("B", 4), ("C", 30)], vec!["B", "C"]),
            (vec![("A", 100), ("B", 4), ("C", 3)], vec!["B", "C"]),
            (vec![("A", 100), ("B", 5)], vec![]),
            (vec![("A", 1)], vec!["A"]),
            (vec![], vec![]),
        ] {
            assert_eq!(hidden(&counts).into_iter().collect::<Vec<_>>(), expected, "{counts:?}");
        }
    }
}
