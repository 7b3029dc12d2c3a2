//! A register's log, read once: the fold, and each operation as it comes by. Owns the reading; refuses to merge (the fold
//! does).

use sync::authority::StoredRun;
use sync::fold::Fold;
use sync::frame::Frame;
use sync::{Mark, Record, RegisterId};

use crate::stores::{Council, StoreError};

/// About the bytes read at a time.
const AT_ONCE: usize = 1 << 20;

/// An operation of the log.
pub(super) struct Passed<'r> {
    pub(super) run: &'r StoredRun,
    pub(super) position: u64,
    pub(super) mark: Mark,
    pub(super) record: &'r Record,
}

/// The runs of a register after a position.
pub(super) fn runs(council: &mut dyn Council, register: RegisterId, after: u64) -> Result<Vec<StoredRun>, StoreError> {
    let (mut all, mut after) = (Vec::new(), after);
    loop {
        let runs = council.runs(register, after, AT_ONCE)?;
        let Some(last) = runs.last() else { return Ok(all) };
        after = last.log.position;
        all.extend(runs);
    }
}

/// Passes each operation that reads, in order.
pub(super) fn pass(runs: &[StoredRun], mut each: impl FnMut(Passed<'_>)) {
    walk(runs, |run, position, mark, _, _, record| {
        if let Some(record) = record {
            each(Passed { run, position, mark, record });
        }
    });
}

/// The fold of a register's runs from the first on, passing each operation by.
pub(super) fn fold(register: RegisterId, runs: &[StoredRun], mut each: impl FnMut(Passed<'_>)) -> Fold {
    let mut fold = Fold::new(register);
    walk(runs, |run, position, mark, n, h, record| match record {
        Some(record) => {
            fold.apply(position, run.stream, n, h, record, mark, run.at);
            each(Passed { run, position, mark, record });
        }
        None => fold.apply_unreadable(position, run.stream, n, h, mark, run.at),
    });
    fold
}

fn walk(runs: &[StoredRun], mut each: impl FnMut(&StoredRun, u64, Mark, u64, sync::Hash, Option<&Record>)) {
    for run in runs {
        // Its batch opened when it was taken in.
        let Ok(frame) = Frame::open(&run.frame) else { continue };
        let operations = (frame.first..).zip(&frame.operations).filter(|(n, _)| (run.first..=run.last).contains(n));
        let marks = run.marks.iter().flat_map(|(count, mark)| (0..*count).map(|_| *mark));
        for ((position, (n, operation)), mark) in (run.position..).zip(operations).zip(marks) {
            each(run, position, mark, n, operation.h, Record::from_bytes(&operation.bytes).ok().as_ref());
        }
    }
}
