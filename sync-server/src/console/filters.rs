//! Which centres stand behind a number of the overview. Owns the filters of the list; each is what one chart counts by, so
//! that a bar and its list never disagree.

use sync::UnixMillis;
use time::Date;

use super::overview::{EAST, SILENT, SMALL};
use super::sought::{Sought, words_of};
use super::state::Kept;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::problem::Problem;

/// What is asked for; nothing of it: every centre.
#[derive(Default)]
pub(super) struct Filters<'a> {
    name: Sought,
    /// One state or several, with commas between.
    state: Option<&'a str>,
    rule: Option<&'a str>,
    subject: Option<&'a str>,
    need: Option<&'a str>,
    sub_county: Option<u32>,
    schema: Option<u32>,
    /// Hours since 1970.
    hour: Option<u32>,
    /// 1 is Monday.
    weekday: Option<u32>,
    /// Of the clock in East Africa.
    clock: Option<u32>,
    /// Days since 1970.
    day: Option<u32>,
    silent: bool,
}

impl<'a> Filters<'a> {
    pub(super) fn of(asked: &'a Asked) -> Result<Filters<'a>, Problem> {
        let number = |name: &str| {
            let read = |text: &str| text.parse::<u32>().map_err(|_| invalid(&format!("{name}: a number.")));
            asked.query(name).map(read).transpose()
        };
        let moment = asked.query("at").map(|text| text.parse::<i64>().map_err(|_| invalid("at: milliseconds.")));
        Ok(Filters {
            name: asked.query("name").map(Sought::of).unwrap_or_default(),
            state: asked.query("state"),
            rule: asked.query("rule"),
            subject: asked.query("subject"),
            need: asked.query("need"),
            sub_county: number("sub_county")?,
            schema: number("schema")?,
            hour: moment.transpose()?.map(|at| u32::try_from(at / 3_600_000).unwrap_or(0)),
            weekday: number("weekday")?,
            clock: number("clock")?,
            day: asked.query("day").map(|text| day(text).ok_or_else(|| invalid("day: YYYY-MM-DD."))).transpose()?,
            silent: asked.query("silent") == Some("1"),
        })
    }

    /// Whether a centre of which something came is meant.
    pub(super) fn fit(&self, kept: &Kept, now: UnixMillis) -> bool {
        let summary = &kept.summary;
        self.name.fits(&kept.words)
            && self.state.is_none_or(|state| state.split(',').any(|one| one == summary.state()))
            && self.rule.is_none_or(|rule| summary.rules.contains_key(rule))
            && self.subject.is_none_or(|subject| summary.subjects.contains_key(subject))
            && self.need.is_none_or(|need| summary.needs.get(need).is_some_and(|count| *count >= SMALL))
            && self.sub_county.is_none_or(|code| kept.sub_county == code)
            && self.schema.is_none_or(|schema| summary.schemas.contains_key(&schema))
            && self.day.is_none_or(|day| summary.days.contains_key(&day))
            && (!self.silent || summary.last + SILENT <= now.0)
            && self.sent_then(kept)
    }

    fn sent_then(&self, kept: &Kept) -> bool {
        let in_hour = |hour: &u32| self.hour.is_none_or(|wanted| wanted == *hour);
        // 1 January 1970 was a Thursday.
        let on_day = |hour: &u32| self.weekday.is_none_or(|day| ((hour + EAST) / 24 + 3) % 7 + 1 == day);
        let at_clock = |hour: &u32| self.clock.is_none_or(|clock| (hour + EAST) % 24 == clock);
        let asked = self.hour.is_some() || self.weekday.is_some() || self.clock.is_some();
        !asked || kept.summary.hours.keys().any(|hour| in_hour(hour) && on_day(hour) && at_clock(hour))
    }

    /// Whether a centre that has a device, but of which nothing came, is meant.
    pub(super) fn fit_enrolled(&self, centre: u32) -> bool {
        let counted_by_what_came = self.rule.or(self.subject).or(self.need).is_some()
            || self.schema.or(self.hour).or(self.weekday).or(self.clock).or(self.day).is_some();
        !counted_by_what_came
            && self.name.fits(&words_of(centre, ""))
            && self.state.is_none_or(|state| state.split(',').any(|one| one == "enrolled"))
            && self.sub_county.is_none_or(|code| centre / 1000 == code)
    }
}

/// Days since 1970.
fn day(text: &str) -> Option<u32> {
    let date = Date::parse(text, &time::format_description::well_known::Iso8601::DATE).ok()?;
    u32::try_from(date.midnight().assume_utc().unix_timestamp() / 86_400).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::console::projection::Summary;

    fn kept() -> Kept {
        let mut summary = Summary { candidates: 9, with_errors: 1, last: 0, ..Summary::default() };
        summary.rules.insert("photo.missing".into(), 3);
        summary.subjects.insert("101".into(), 9);
        summary.needs.extend([("BL".into(), 4), ("DF".into(), 5)]);
        // Thursday, 1 January 1970, 11 o'clock in East Africa.
        summary.hours.insert(8, (1, 1, 1));
        summary.days.insert(0, 9);
        summary.schemas.insert(4, 1);
        Kept { sub_county: 24_505, words: words_of(24_505_105, "KABIRO SECONDARY"), summary: Arc::new(summary) }
    }

    #[test]
    fn each_filter_lets_through_what_its_chart_counts_and_nothing_else() {
        let none = Filters::default;
        for (filters, fits, enrolled) in [
            (none(), true, true),
            (Filters { name: Sought::of("secondary kab"), ..none() }, true, false),
            (Filters { name: Sought::of("24505105"), ..none() }, true, true),
            (Filters { state: Some("entered"), ..none() }, true, false),
            (Filters { state: Some("enrolled"), ..none() }, false, true),
            (Filters { state: Some("ready,entered"), ..none() }, true, false),
            (Filters { rule: Some("photo.missing"), ..none() }, true, false),
            (Filters { subject: Some("102"), ..none() }, false, false),
            (Filters { need: Some("DF"), ..none() }, true, false),
            (Filters { need: Some("BL"), ..none() }, false, false),
            (Filters { sub_county: Some(24_505), ..none() }, true, true),
            (Filters { sub_county: Some(24_506), ..none() }, false, false),
            (Filters { schema: Some(3), ..none() }, false, false),
            (Filters { hour: Some(8), ..none() }, true, false),
            (Filters { weekday: Some(4), clock: Some(11), ..none() }, true, false),
            (Filters { weekday: Some(4), clock: Some(8), ..none() }, false, false),
            (Filters { day: day("1970-01-01"), ..none() }, true, false),
            (Filters { day: day("1970-01-02"), ..none() }, false, false),
            (Filters { silent: true, ..none() }, true, true),
        ] {
            let place = (filters.state, filters.rule, filters.subject, filters.need, filters.sub_county, filters.clock);
            assert_eq!(filters.fit(&kept(), UnixMillis(SILENT)), fits, "{place:?}");
            assert_eq!(filters.fit_enrolled(24_505_105), enrolled, "{place:?}");
        }
    }
}
