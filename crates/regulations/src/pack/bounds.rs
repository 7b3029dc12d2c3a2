//! The bounds of a pack's numbers and dates. Within them no sum overflows and no rule is asked for what cannot be, so
//! a circular with a slip of the keyboard is refused with its place before anybody is judged by it.

use super::data::{Calendar, CitedDate, FeesData, PackData};
use super::load::{PackError, broken};

/// More than any fee will be, in shillings.
const MOST_SHILLINGS: u32 = 1_000_000;
/// More years than any rule looks back.
const MOST_YEARS: i32 = 200;
const MOST_SUBJECTS: u32 = 64;

pub(super) fn check(data: &PackData) -> Result<(), PackError> {
    check_numbers(data)?;
    check_entry(data)?;
    check_years(data)?;
    check_fees(&data.fees)?;
    check_calendar(&data.calendar)?;
    let sound = |digit: u8| (1..=9).contains(&digit);
    match data.counties.iter().find(|(_, county)| !sound(county.third_digit)) {
        Some((code, _)) => Err(broken(format!("counties.{code}"), "the third digit is one of 1-9")),
        None => Ok(()),
    }
}

fn check_numbers(data: &PackData) -> Result<(), PackError> {
    let (whole, partial) = (&data.numbers.whole, &data.numbers.partial);
    let sound = |first: u16, last: u16| first >= 1 && first <= last && last <= 999;
    if !sound(whole.first, whole.last) || !sound(partial.first, partial.last) {
        return Err(broken("numbers", "a range lies within 001-999"));
    }
    if whole.first <= partial.last && partial.first <= whole.last {
        return Err(broken("numbers", "the ranges may not overlap"));
    }
    Ok(())
}

fn check_entry(data: &PackData) -> Result<(), PackError> {
    let entry = &data.entry;
    let sound = |least: u32, most: u32| least <= most && most <= MOST_SUBJECTS;
    let whole = sound(entry.minimum_subjects.value, entry.maximum_subjects.value);
    if !whole || !sound(entry.partial_minimum.value, entry.partial_maximum.value) {
        return Err(broken("entry", "the least number of subjects may not exceed the most, nor that 64"));
    }
    let needs = |pathway: &&super::data::PathwayData| pathway.slots.iter().any(|slot| slot.need > MOST_SUBJECTS);
    match data.pathways.iter().find(needs) {
        Some(pathway) => Err(broken(format!("pathways {}", pathway.id), "a slot needs at most 64 subjects")),
        None => Ok(()),
    }
}

fn check_years(data: &PackData) -> Result<(), PackError> {
    let years = [
        ("birth_year.youngest", data.birth_year.youngest.value),
        ("birth_year.oldest", data.birth_year.oldest.value),
        ("secondary.least_difference", data.secondary.least_difference.value),
        ("qualifying_test.years_before", data.qualifying_test.years_before.value),
        ("partial_repeat.recent_years", data.partial_repeat.recent_years.value),
    ];
    match years.into_iter().find(|(_, years)| !(0..=MOST_YEARS).contains(years)) {
        Some((place, _)) => Err(broken(place, "a number of years is 0-200")),
        None => Ok(()),
    }
}

fn check_fees(fees: &FeesData) -> Result<(), PackError> {
    let others = &fees.others;
    let amounts = [
        ("fees.state.basic", fees.state.basic.value),
        ("fees.state.subject", fees.state.subject.value),
        ("fees.candidate.basic", fees.candidate.basic.value),
        ("fees.candidate.subject", fees.candidate.subject.value),
        ("fees.others.transfer", others.transfer.value),
        ("fees.others.protest", others.protest.value),
        ("fees.others.amendment", others.amendment.value),
        ("fees.others.late_scores", others.late_scores.value),
    ];
    let components = fees.components.iter().map(|fee| ("fees.components", fee.amount));
    match amounts.into_iter().chain(components).find(|(_, amount)| amount.0 > MOST_SHILLINGS) {
        Some((place, _)) => Err(broken(place, "a fee is at most 1,000,000 shillings")),
        None => Ok(()),
    }
}

fn check_calendar(calendar: &Calendar) -> Result<(), PackError> {
    for (place, date) in [("calendar.opens", &calendar.opens), ("calendar.closes", &calendar.closes)] {
        if !is_date(date) {
            return Err(broken(place, "a date is written YYYY-MM-DD"));
        }
    }
    match (&calendar.opens.value, &calendar.closes.value) {
        (Some(opens), Some(closes)) if opens > closes => {
            Err(broken("calendar", "registration may not close before it opens"))
        }
        _ => Ok(()),
    }
}

/// A month of thirty days is not told from one of thirty-one: no date compared with it comes out otherwise.
fn is_date(date: &CitedDate) -> bool {
    let Some(text) = &date.value else { return true };
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let within = |text: &str, digits: usize, most: u16| {
        let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        plain && text.parse::<u16>().is_ok_and(|value| (1..=most).contains(&value))
    };
    within(year, 4, 9999) && within(month, 2, 12) && within(day, 2, 31)
}
