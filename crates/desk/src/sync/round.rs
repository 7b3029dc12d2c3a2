//! One round of one register: asks the council what the session says, waits and asks again where that helps, and ends
//! with what was done. Owns the waiting; what is asked is the session's, what is kept the copy's.

use std::time::{Duration, Instant};

use ::sync::Refusal;
use ::sync::replica::{Limits, Progress, Replica, Session, Step, Ticket, Trouble};

use super::council::Council;
use super::failure::Failure;
use super::line::{Cancel, Traffic};
use super::patience::Patience;
use super::report::{Ended, Report};

/// How often a wait looks whether it was stopped.
const LOOK: Duration = Duration::from_millis(50);

/// How a round is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How much goes into one request, and whether photographs travel.
    pub limits: Limits,
    /// How long to wait before asking again.
    pub patience: Patience,
}

impl Options {
    /// With photographs, or without.
    #[must_use]
    pub fn with_pictures(pictures: bool) -> Options {
        Options { limits: Limits { pictures, ..Limits::default() }, patience: Patience::default() }
    }
}

/// Failures since something last went through.
#[derive(Debug, Default)]
struct Luck {
    heard: bool,
    failures: u32,
    reached: u64,
}

/// Carries a round through.
pub(super) fn round<R: Replica>(
    council: &mut Council,
    copy: &mut R,
    options: &Options,
    watch: &mut dyn FnMut(&Progress),
) -> Result<Report, R::Error> {
    let (mut session, mut luck, before) = (Session::new(options.limits), Luck::default(), council.traffic());
    let ended = loop {
        watch(&session.progress());
        let failure = match session.next(copy)? {
            Step::Done(_) => break Ended::Done,
            Step::Stop(trouble) => failure_of(trouble),
            Step::Ask(ticket, request) => match council.ask(&request) {
                Ok(answer) => {
                    luck.heard = true;
                    session.answered(copy, ticket, answer)?;
                    continue;
                }
                Err(failure) => failed(&mut session, ticket, failure),
            },
        };
        luck.count(&session.progress());
        if let Err(failure) = wait(&options.patience, &luck, failure, council.cancel()) {
            break Ended::Cut(failure);
        }
    };
    watch(&session.progress());
    let traffic = council.traffic().since(before);
    Ok(Report { url: council.enrolment().url.clone(), summary: session.summary().clone(), traffic, ended })
}

fn failed(session: &mut Session, ticket: Ticket, failure: Failure) -> Failure {
    session.failed(ticket);
    failure
}

/// What a session that stopped says of the council.
fn failure_of(trouble: Trouble) -> Failure {
    let refused =
        |code, retry_after| Failure::Refused { refusal: Refusal { code, retry_after }, detail: String::new() };
    match trouble {
        Trouble::Later(code, after) => refused(code, after),
        Trouble::Refused(code) => refused(code, None),
        Trouble::SignIn => refused(::sync::RefusalCode::NoSession, None),
        other => Failure::Strange(other.to_string()),
    }
}

impl Luck {
    /// One more failure; the first one again where something went through since the last.
    fn count(&mut self, progress: &Progress) {
        let reached = progress.operations_sent + progress.log_taken + progress.picture_bytes_sent;
        self.failures = if reached > self.reached { 1 } else { self.failures + 1 };
        self.reached = reached;
    }
}

/// Waits where waiting helps; gives the failure back where it does not.
fn wait(patience: &Patience, luck: &Luck, failure: Failure, stop: &Cancel) -> Result<(), Failure> {
    let hopeless = !failure.passes() || (!luck.heard && luck.failures >= patience.unheard);
    let wait = patience.wait(luck.failures, failure.retry_after(), random());
    let Some(wait) = wait.filter(|_| !hopeless) else { return Err(failure) };
    let until = Instant::now() + wait;
    while Instant::now() < until {
        if stop.is_stopped() {
            return Err(Failure::Cancelled);
        }
        std::thread::sleep(LOOK.min(until.saturating_duration_since(Instant::now())));
    }
    Ok(())
}

fn random() -> u32 {
    let mut bytes = [0; 4];
    // Without random numbers all wait alike, which is no fault of theirs.
    let _ = getrandom::fill(&mut bytes);
    u32::from_le_bytes(bytes)
}

impl Traffic {
    /// What was added.
    #[must_use]
    pub fn since(self, before: Traffic) -> Traffic {
        Traffic { sent: self.sent - before.sent, received: self.received - before.received }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(operations_sent: u64) -> Progress {
        Progress { operations_sent, ..Progress::default() }
    }

    #[test]
    fn failures_are_counted_from_the_last_thing_that_went_through() {
        let mut luck = Luck::default();
        for (sent, failures) in [(0, 1), (0, 2), (0, 3), (200, 1), (200, 2), (400, 1)] {
            luck.count(&progress(sent));
            assert_eq!(luck.failures, failures);
        }
    }

    #[test]
    fn without_any_answer_it_is_given_up_sooner() {
        let hurried = Patience { first: Duration::ZERO, ..Patience::default() };
        let unreachable = Failure::Unreachable("no network".into());
        let waits = |heard, failures| {
            let luck = Luck { heard, failures, reached: 0 };
            wait(&hurried, &luck, unreachable.clone(), &Cancel::default()).is_ok()
        };
        assert!(waits(false, 1) && !waits(false, 2), "no network is an ordinary day");
        assert!(waits(true, 2) && waits(true, 5) && !waits(true, 6));
    }

    #[test]
    fn a_wait_is_stopped_at_any_time_and_a_refusal_is_not_waited_on() {
        let (patience, luck) = (Patience::default(), Luck { heard: true, failures: 1, reached: 0 });
        let stop = Cancel::default();
        stop.stop();
        let cut = wait(&patience, &luck, Failure::Unreachable(String::new()), &stop).unwrap_err();
        assert_eq!(cut, Failure::Cancelled);
        let revoked = failure_of(Trouble::Refused(::sync::RefusalCode::Revoked));
        assert_eq!(wait(&patience, &luck, revoked.clone(), &Cancel::default()).unwrap_err(), revoked);
    }
}
