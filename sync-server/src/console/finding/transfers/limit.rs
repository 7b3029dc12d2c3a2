//! Until when a transfer may be asked for (2.11.2): so many months after closing. Owns that date.

use sync::UnixMillis;

/// A moment so many months later, at the same time of day; of a shorter month the last day.
pub(super) fn months_after(at: UnixMillis, months: u32) -> UnixMillis {
    let Ok(from) = time::OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000)) else { return at };
    // In East Africa.
    let from = from.to_offset(time::macros::offset!(+3));
    let whole = from.year() * 12 + i32::from(u8::from(from.month())) - 1 + i32::try_from(months).unwrap_or(0);
    let (year, month) = (whole.div_euclid(12), u8::try_from(whole.rem_euclid(12) + 1).unwrap_or(1));
    let Ok(month) = time::Month::try_from(month) else { return at };
    let day = from.day().min(month.length(year));
    let date = time::Date::from_calendar_date(year, month, day);
    date.map_or(at, |date| UnixMillis(from.replace_date(date).unix_timestamp() * 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_months_after_closing_is_the_same_day_or_the_last_of_a_shorter_month() {
        use time::macros::datetime;
        for (closes, limit) in [
            (datetime!(2026-02-28 17:00 +3), datetime!(2026-04-28 17:00 +3)),
            (datetime!(2026-12-31 23:59 +3), datetime!(2027-02-28 23:59 +3)),
            (datetime!(2026-03-01 00:30 +3), datetime!(2026-05-01 00:30 +3)),
        ] {
            let millis = |at: time::OffsetDateTime| UnixMillis(at.unix_timestamp() * 1000);
            assert_eq!(months_after(millis(closes), 2), millis(limit), "{closes}");
        }
    }
}
