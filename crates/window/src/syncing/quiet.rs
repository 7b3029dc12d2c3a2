//! The quiet exchange: held by the clock where a person allowed it and there is a network, without anybody asking. Owns
//! when it is due and what the bar shows of it. Being offline is an ordinary day: it waits longer and says nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use desk::sync::{Cancel, Ended, Enrolment, Failure, Report};
use serde::Serialize;
use ts_rs::TS;

use super::exchange::{exchange, quiet_options};
use crate::window::Nothing;
use crate::{Event, Outcome, Window};

/// How often it is looked whether one is due.
const BEAT: Duration = Duration::from_secs(5);
/// Nothing was changed for so long: what was typed may travel together.
const SETTLED: Duration = Duration::from_secs(20);
/// Who types all afternoon is not waited for longer than this.
const TYPING: Duration = Duration::from_secs(180);
/// Without anything to send, for the news of others.
const ROUTINE: Duration = Duration::from_secs(15 * 60);
/// The first wait after one that failed, doubled by each in a row.
const FIRST: Duration = Duration::from_secs(60);
/// No wait is longer.
const LONGEST: Duration = Duration::from_secs(30 * 60);

/// What is known of exchanges since the register was opened.
#[derive(Debug, Default)]
pub(crate) struct Quiet(Mutex<Facts>);

#[derive(Clone, Debug, Default)]
struct Facts {
    under_way: bool,
    last: Option<Instant>,
    changed: Option<Instant>,
    failures: u32,
    came_to: Option<Ended>,
}

/// What the bar shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SyncGlance")]
pub(crate) struct Glance {
    /// `none`: no register is open; `here`: not enrolled; `under-way`; `waiting`; `offline`; `refused`; `at-knec`.
    pub(crate) state: String,
    /// Own changes on this computer only.
    pub(crate) waiting: u64,
    /// Photographs on this computer only.
    pub(crate) pictures: u64,
    /// The council's clock at the last contact, in milliseconds since 1970 UTC.
    pub(crate) contact: Option<i64>,
}

impl Facts {
    /// Another register is open, or the settings are others.
    fn begin_anew(&mut self) {
        *self = Facts { under_way: self.under_way, ..Facts::default() };
    }

    fn is_due(&self, now: Instant) -> bool {
        let since = |then: Instant| now.saturating_duration_since(then);
        match (self.last, self.changed) {
            _ if self.under_way => false,
            (None, _) => true,
            (Some(last), _) if self.failures > 0 => since(last) >= backoff(self.failures),
            (Some(last), Some(changed)) if changed > last => since(changed) >= SETTLED || since(last) >= TYPING,
            (Some(last), _) => since(last) >= ROUTINE,
        }
    }
}

fn backoff(failures: u32) -> Duration {
    FIRST.saturating_mul(1 << failures.saturating_sub(1).min(16)).min(LONGEST)
}

impl Quiet {
    /// An exchange begins, whoever asked for it.
    pub(crate) fn begins(&self) {
        self.facts().under_way = true;
    }

    /// It ended; without a report the register itself refused.
    pub(crate) fn ended(&self, report: Option<&Report>) {
        let mut facts = self.facts();
        let stopped = report.is_some_and(|report| report.ended == Ended::Cut(Failure::Cancelled));
        let done = report.is_some_and(|report| report.ended == Ended::Done);
        facts.failures = if done || stopped { 0 } else { facts.failures + 1 };
        facts.came_to = report.map(|report| report.ended.clone()).filter(|_| !stopped);
        (facts.under_way, facts.last) = (false, Some(Instant::now()));
    }

    /// Hears the news that everybody hears.
    pub(crate) fn hear(&self, event: &Event) {
        match event {
            Event::Changed { .. } => self.facts().changed = Some(Instant::now()),
            Event::State => self.facts().begin_anew(),
            Event::Progress { .. } | Event::Sync => {}
        }
    }

    fn facts(&self) -> MutexGuard<'_, Facts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Window {
    /// Holds quiet exchanges, for as long as the window lives.
    pub fn keep_in_step(self: &Arc<Window>) {
        let window = Arc::downgrade(self);
        std::thread::spawn(move || {
            while let Some(window) = window.upgrade() {
                window.beat();
                drop(window);
                std::thread::sleep(BEAT);
            }
        });
    }

    /// One look at the clock: holds an exchange where one is due, allowed and possible; tells whether it did.
    pub fn beat(&self) -> bool {
        let how = self.settings().sync;
        let due = how != "off" && self.quiet.facts().is_due(Instant::now());
        due && self.is_enrolled() && self.has_a_register() && self.held_quietly(how == "all")
    }

    fn held_quietly(&self, pictures: bool) -> bool {
        let cancel = Cancel::default();
        let Some(_turn) = self.turn.take_quietly(&cancel) else { return false };
        self.quiet.begins();
        self.tell(&Event::Sync);
        let report = exchange(self, &cancel, &quiet_options(pictures), &|_, _, _| {});
        self.turn.quiet_is_over();
        self.quiet.ended(report.as_ref().ok());
        self.exchanged();
        true
    }

    fn has_a_register(&self) -> bool {
        self.reading(|_| Ok(())).is_ok()
    }

    fn is_enrolled(&self) -> bool {
        matches!(Enrolment::read(self.office.folder()), Ok(Some(_)))
    }
}

pub(super) fn glance(window: &Window, _: Nothing) -> Outcome<Glance> {
    let read = |at_work: &mut crate::at_work::AtWork| Ok(at_work.desk.register().read().sync_state()?);
    let Ok(state) = window.reading(read) else {
        return Ok(Glance { state: "none".to_owned(), waiting: 0, pictures: 0, contact: None });
    };
    let (waiting, pictures) = (state.waiting + state.committed, state.pictures_to_send);
    let facts = window.quiet.facts().clone();
    let shown = match &facts.came_to {
        _ if !window.is_enrolled() => "here",
        _ if facts.under_way => "under-way",
        Some(Ended::Cut(Failure::Refused { .. } | Failure::Declined { .. } | Failure::Unsafe(_))) => "refused",
        Some(Ended::Cut(_)) => "offline",
        _ if waiting + pictures > 0 || state.contact.is_none() => "waiting",
        _ => "at-knec",
    };
    Ok(Glance { state: shown.to_owned(), waiting, pictures, contact: state.contact.map(|at| at.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exchange_is_due_when_typing_settles_or_goes_on_too_long_and_later_after_each_failure() {
        let start = Instant::now();
        let at = |seconds: u64| start + Duration::from_secs(seconds);
        // (last, changed, failures, now, due)
        for (last, changed, failures, now, due) in [
            (None, None, 0, 0, true),
            (Some(0), None, 0, 899, false),
            (Some(0), None, 0, 900, true),
            (Some(0), Some(10), 0, 29, false),
            (Some(0), Some(10), 0, 30, true),
            (Some(0), Some(175), 0, 180, true),
            (Some(50), Some(10), 0, 100, false),
            (Some(0), Some(10), 1, 59, false),
            (Some(0), Some(10), 1, 60, true),
            (Some(0), Some(10), 3, 239, false),
            (Some(0), Some(10), 40, 1799, false),
            (Some(0), Some(10), 40, 1800, true),
        ] {
            let facts = Facts { last: last.map(at), changed: changed.map(at), failures, ..Facts::default() };
            assert_eq!(facts.is_due(at(now)), due, "{last:?} {changed:?} {failures} {now}");
        }
        assert!(!Facts { under_way: true, ..Facts::default() }.is_due(start));
    }
}
