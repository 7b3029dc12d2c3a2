//! The log, a piece at a time, for a device that takes it in. Owns what need not travel again; refuses to say who may
//! read which register (the server's sessions do).

use crate::fault::{Fault, planted};
use crate::identity::StreamId;
use crate::log::Mark;
use crate::message::{Answer, Pull, Pulled, Run, Source};

use super::facts::Here;
use super::ledger::{Ledger, StoredRun};

/// About the most bytes of one answer, whatever was asked.
const MOST: usize = 1 << 20;

pub(super) fn pull<L: Ledger + ?Sized>(ledger: &mut L, here: &Here<'_>, asked: &Pull) -> Result<Answer, L::Error> {
    let end = ledger.log_end(asked.register)?;
    let limit = usize::try_from(asked.limit).unwrap_or(MOST).clamp(1, MOST);
    let mut stored = ledger.runs(asked.register, asked.after, limit)?;
    if planted(Fault::PullSkipsRun) && stored.len() > 1 {
        stored.remove(0);
    }
    let log = stored.last().map_or(end, |run| run.log);
    let known = known(ledger, asked)?;
    let runs = stored.into_iter().map(|run| sent(run, asked.after, &known)).collect();
    Ok(Answer::Pulled(Pulled { epoch: here.epoch, runs, log, more: log.position < end.position }))
}

/// The streams of which the device has the bytes up to a place, where they are the same here. What it claims beyond
/// the stored end is believed: it tells by the log's chain.
fn known<L: Ledger + ?Sized>(ledger: &mut L, asked: &Pull) -> Result<Vec<(StreamId, u64)>, L::Error> {
    let mut known = Vec::with_capacity(asked.have.len().min(64));
    for end in asked.have.iter().take(1_000) {
        if ledger.hash_at(end.stream, end.n)?.is_none_or(|h| h.tag() == end.tag) {
            known.push((end.stream, end.n));
        }
    }
    Ok(known)
}

/// The run as it travels, without the positions up to `after`.
fn sent(run: StoredRun, after: u64, known: &[(StreamId, u64)]) -> Run {
    let skip = after.saturating_add(1).saturating_sub(run.position);
    let has = known.iter().any(|(stream, n)| *stream == run.stream && *n >= run.last);
    let source = if has { Source::Known } else { Source::Frame(run.frame) };
    let (first, marks) = (run.first + skip, without(run.marks, skip));
    Run { epoch: run.epoch, at: run.at, stream: run.stream, first, marks, source }
}

fn without(marks: Vec<(u32, Mark)>, mut skip: u64) -> Vec<(u32, Mark)> {
    let rest = marks.into_iter().filter_map(|(count, mark)| {
        let skipped = u64::from(count).min(skip);
        skip -= skipped;
        let count = count - skipped as u32;
        (count > 0).then_some((count, mark))
    });
    rest.collect()
}
