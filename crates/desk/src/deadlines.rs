//! How many days are left, and whether this computer's clock can be believed. Owns the counting of days and what speaks
//! against a clock; the dates are the pack's and the council's.

use register::UnixMillis;
use regulations::TransferCondition;
use time::Date;
use time::macros::format_description;

use crate::clock::Moment;
use crate::desk::Desk;
use crate::error::Result;

/// What happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Registration opens (2.3.2).
    Opens,
    /// The last day of registration, of fees and of the return (2.3.2).
    Closes,
    /// The last day on which a transfer is asked for (2.3.14).
    Transfers,
}

impl Occasion {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Occasion::Opens => "opens",
            Occasion::Closes => "closes",
            Occasion::Transfers => "transfers",
        }
    }
}

/// A day to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What happens then.
    pub occasion: Occasion,
    /// The day, as `2026-02-28`.
    pub day: String,
    /// Days from today; negative where it has passed.
    pub left: i64,
    /// The paragraph or circular that sets it; empty where the council said so in a sync.
    pub source: String,
}

/// What speaks against this computer's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockDoubt {
    /// It is before this version of the program was made.
    BeforeProgram,
    /// It is before something that is in the register already.
    BeforeRegister(UnixMillis),
    /// It is before the last contact, by the council's clock.
    BeforeCouncil(UnixMillis),
    /// It is more than a year after the examination.
    AfterExamination,
}

impl ClockDoubt {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ClockDoubt::BeforeProgram => "before-program",
            ClockDoubt::BeforeRegister(_) => "before-register",
            ClockDoubt::BeforeCouncil(_) => "before-council",
            ClockDoubt::AfterExamination => "after-examination",
        }
    }
}

/// Clocks of computers and of the council differ by some minutes in any case.
const TOLERANCE: i64 = 10 * 60 * 1000;

/// The days to be kept, in their order. What the council said last goes before what the pack has.
///
/// # Errors
/// When the register cannot be read.
pub fn deadlines(desk: &Desk) -> Result<Vec<Deadline>> {
    let calendar = &desk.book().pack.data().calendar;
    let closes = closing_day(desk)?;
    let transfers = closes.as_ref().and_then(|(day, _)| regulations::transfer::last_day(&desk.book().pack, day));
    let transfers = transfers.map(|day| (day, TransferCondition::InTime.paragraph().to_owned()));
    let opens = calendar.opens.value.clone().map(|day| (day, calendar.opens.source.clone()));
    let today = Moment::now().day();
    let of = |occasion, day: Option<(String, String)>| {
        let (day, source) = day?;
        Some(Deadline { occasion, left: days_between(&today, &day)?, day, source })
    };
    let all = [of(Occasion::Opens, opens), of(Occasion::Closes, closes), of(Occasion::Transfers, transfers)];
    Ok(all.into_iter().flatten().collect())
}

/// The day on which registration closes, and the paragraph or circular that sets it; no source where the council said so
/// in a sync, which goes before what the pack has. `None`: it is not announced.
///
/// # Errors
/// When the register cannot be read.
pub fn closing_day(desk: &Desk) -> Result<Option<(String, String)>> {
    let calendar = &desk.book().pack.data().calendar;
    let said = desk.register().read().sync_state()?.closes.map(|at| Moment::at(at).day());
    Ok(match said {
        Some(day) => Some((day, String::new())),
        None => calendar.closes.value.clone().map(|day| (day, calendar.closes.source.clone())),
    })
}

/// Whether registration has closed by this computer's clock: what is changed now is an amendment, with a reason. What
/// counts in the end is the council's clock.
///
/// # Errors
/// When the register cannot be read.
pub fn has_closed(desk: &Desk) -> Result<bool> {
    let said = desk.register().read().sync_state()?.closes;
    let now = Moment::now();
    Ok(match said {
        Some(at) => now.millis() >= at,
        None => closing_day(desk)?.is_some_and(|(day, _)| now.day() > day),
    })
}

/// Days from one `YYYY-MM-DD` to another; `None` where either is no day.
#[must_use]
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    let day = |text: &str| Date::parse(text, format_description!("[year]-[month]-[day]")).ok();
    Some((day(to)? - day(from)?).whole_days())
}

/// What speaks against this computer's clock; `built` is the day this version of the program was made.
///
/// # Errors
/// When the register cannot be read.
pub fn clock_doubt(desk: &Desk, built: &str) -> Result<Option<ClockDoubt>> {
    let reading = desk.register().read();
    let written = reading.next_undo()?.map(|step| step.at);
    let contact = reading.sync_state()?.contact;
    let known = Known { built, written, contact, year: desk.book().pack.year() };
    Ok(known.against(Moment::now()))
}

/// What is known of time without a clock.
struct Known<'a> {
    built: &'a str,
    written: Option<UnixMillis>,
    contact: Option<UnixMillis>,
    year: i32,
}

impl Known<'_> {
    fn against(&self, now: Moment) -> Option<ClockDoubt> {
        let before = |at: UnixMillis| now.millis().0 + TOLERANCE < at.0;
        if let Some(at) = self.contact.filter(|at| before(*at)) {
            return Some(ClockDoubt::BeforeCouncil(at));
        }
        if let Some(at) = self.written.filter(|at| before(*at)) {
            return Some(ClockDoubt::BeforeRegister(at));
        }
        if days_between(self.built, &now.day()).is_some_and(|days| days < 0) {
            return Some(ClockDoubt::BeforeProgram);
        }
        (i32::from(now.year()) > self.year + 1).then_some(ClockDoubt::AfterExamination)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-02-10 09:00 in Kenya.
    const NOW: UnixMillis = UnixMillis(1_770_703_200_000);
    const DAY: i64 = 24 * 3600 * 1000;

    fn known() -> Known<'static> {
        Known { built: "2026-01-15", written: Some(UnixMillis(NOW.0 - DAY)), contact: None, year: 2026 }
    }

    #[test]
    fn a_clock_that_agrees_with_all_that_is_known_is_believed() {
        assert_eq!(known().against(Moment::at(NOW)), None);
        let minutes_ahead = UnixMillis(NOW.0 + TOLERANCE / 2);
        assert_eq!(Known { contact: Some(minutes_ahead), ..known() }.against(Moment::at(NOW)), None);
    }

    #[test]
    fn a_clock_that_went_back_is_doubted_for_what_it_contradicts() {
        let later = UnixMillis(NOW.0 + DAY);
        let cases = [
            (Known { contact: Some(later), ..known() }, ClockDoubt::BeforeCouncil(later)),
            (Known { written: Some(later), ..known() }, ClockDoubt::BeforeRegister(later)),
            (Known { built: "2026-02-11", ..known() }, ClockDoubt::BeforeProgram),
            (Known { year: 2024, ..known() }, ClockDoubt::AfterExamination),
        ];
        for (known, doubt) in cases {
            assert_eq!(known.against(Moment::at(NOW)), Some(doubt));
        }
    }

    #[test]
    fn days_are_counted_over_months_and_what_is_no_day_is_not_counted() {
        assert_eq!(days_between("2026-02-10", "2026-03-02"), Some(20));
        assert_eq!(days_between("2026-02-10", "2026-02-09"), Some(-1));
        assert_eq!(days_between("2026-02-10", "2026-02-30"), None);
    }
}
