//! The computer's clock, read once for each thing done and handed down. Owns its forms; nothing is decided by it but
//! what a person reads.

use register::UnixMillis;
use time::OffsetDateTime;
use time::macros::format_description;

/// A moment as this computer tells it.
#[derive(Clone, Copy, Debug)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// Now.
    #[must_use]
    pub fn now() -> Self {
        Moment(OffsetDateTime::now_utc())
    }

    /// A kept moment.
    #[must_use]
    pub fn at(at: UnixMillis) -> Self {
        let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(at.0) * 1_000_000);
        Moment(moment.unwrap_or(OffsetDateTime::UNIX_EPOCH))
    }

    /// As the register keeps it.
    #[must_use]
    pub fn millis(self) -> UnixMillis {
        UnixMillis(i64::try_from(self.0.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX))
    }

    /// The day, as `2026-11-22`. Kenya keeps one time all year, three hours before UTC.
    #[must_use]
    pub fn day(self) -> String {
        let format = format_description!("[year]-[month]-[day]");
        (self.0 + time::Duration::hours(3)).format(format).unwrap_or_default()
    }

    /// The day as a document prints it: `22 November 2026`.
    #[must_use]
    pub fn printed_day(self) -> String {
        let format = format_description!("[day padding:none] [month repr:long] [year]");
        (self.0 + time::Duration::hours(3)).format(format).unwrap_or_default()
    }

    /// The time of the day in Kenya, as `10:42`.
    #[must_use]
    pub fn time_of_day(self) -> String {
        let format = format_description!("[hour]:[minute]");
        (self.0 + time::Duration::hours(3)).format(format).unwrap_or_default()
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(self.0.year()).unwrap_or_default()
    }
}

/// A kept moment as a person reads it: `2026-11-22 10:42`, in Kenya's time.
#[must_use]
pub fn printed(at: UnixMillis) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute]");
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(at.0) * 1_000_000)
        .ok()
        .and_then(|moment| (moment + time::Duration::hours(3)).format(format).ok())
        .unwrap_or_else(|| "an unknown time".to_owned())
}
