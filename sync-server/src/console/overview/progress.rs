//! The parts that run with time: candidates day by day beside last year's, uploads hour by hour, and the week's heat.

use std::collections::BTreeMap;

use serde_json::json;
use time::{Date, Month, OffsetDateTime};

use super::Seen;
use crate::console::table::Table;

/// Hours of the last fourteen days.
const RECENT: u32 = 14 * 24;
/// Hours of the last eight weeks.
const WEEKS: u32 = 8 * 7 * 24;
/// East Africa is so many hours before Greenwich.
pub(in crate::console) const EAST: u32 = 3;

fn date(day: u32) -> Option<Date> {
    OffsetDateTime::from_unix_timestamp(i64::from(day) * 86_400).ok().map(OffsetDateTime::date)
}

fn days(seen: &Seen<'_>, year: u16) -> BTreeMap<u32, (u32, u32)> {
    let mut by: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (_, kept) in seen.scoped.of_year(year) {
        kept.summary.days.iter().for_each(|(day, count)| by.entry(*day).or_default().0 += count);
        if let Some((first, _)) = kept.summary.days.first_key_value() {
            by.entry(*first).or_default().1 += 1;
        }
    }
    by
}

/// Candidates and centres up to each day, beside what there was on that day of last year.
pub(super) fn burn_up(seen: &Seen<'_>) -> Table {
    let mut table = Table::new(["day", "candidates", "centres", "last_year_candidates"]);
    let before = days(seen, seen.scoped.year.saturating_sub(1));
    let (mut candidates, mut centres) = (0, 0);
    for (day, (more, begun)) in days(seen, seen.scoped.year) {
        candidates += more;
        centres += begun;
        let Some(date) = date(day) else { continue };
        let last_year = a_year_before(date).map_or(0, |limit| before.range(..=limit).map(|(_, (more, _))| more).sum());
        table.row([json!(date.to_string()), json!(candidates), json!(centres), json!(last_year)]);
    }
    table
}

/// The same day of the year before, as days since 1970; of 29 February the 28th.
fn a_year_before(date: Date) -> Option<u32> {
    let leap = date.month() == Month::February && date.day() == 29;
    let before = date.replace_day(if leap { 28 } else { date.day() }).ok()?.replace_year(date.year() - 1).ok()?;
    u32::try_from(before.midnight().assume_utc().unix_timestamp() / 86_400).ok()
}

fn hours(seen: &Seen<'_>, most: u32) -> BTreeMap<u32, (u32, u32, u64)> {
    let from = u32::try_from(seen.now.0 / 3_600_000).unwrap_or(0).saturating_sub(most);
    let mut by: BTreeMap<u32, (u32, u32, u64)> = BTreeMap::new();
    for (_, kept) in seen.scoped.registers() {
        for (hour, (batches, operations, bytes)) in kept.summary.hours.range(from..) {
            let sum = by.entry(*hour).or_default();
            *sum = (sum.0 + batches, sum.1 + operations, sum.2 + bytes);
        }
    }
    by
}

pub(super) fn uploads(seen: &Seen<'_>) -> Table {
    let mut table = Table::new(["at", "batches", "operations", "bytes"]);
    for (hour, (batches, operations, bytes)) in hours(seen, RECENT) {
        table.row([json!(i64::from(hour) * 3_600_000), json!(batches), json!(operations), json!(bytes)]);
    }
    table
}

/// Batches by weekday (1: Monday) and hour, as clocks in East Africa show them.
pub(super) fn heat(seen: &Seen<'_>) -> Table {
    let mut by: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (hour, (batches, _, _)) in hours(seen, WEEKS) {
        let local = hour + EAST;
        // 1 January 1970 was a Thursday.
        let weekday = (local / 24 + 3) % 7 + 1;
        *by.entry((weekday, local % 24)).or_default() += batches;
    }
    let mut table = Table::new(["weekday", "hour", "batches"]);
    by.into_iter().for_each(|((weekday, hour), batches)| table.row([json!(weekday), json!(hour), json!(batches)]));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_day_of_last_year_is_found_in_leap_years_too() {
        let of = |year, month, day| Date::from_calendar_date(year, month, day).unwrap();
        let days = |date: Date| (date.midnight().assume_utc().unix_timestamp() / 86_400) as u32;
        assert_eq!(a_year_before(of(2026, Month::March, 31)), Some(days(of(2025, Month::March, 31))));
        assert_eq!(a_year_before(of(2028, Month::February, 29)), Some(days(of(2027, Month::February, 28))));
        assert_eq!(date(20_543).unwrap(), of(2026, Month::March, 31));
    }
}
