//! A register as the council has it: the fold of its stored log. Owns the reading; refuses to merge (the fold does).

use crate::fold::Fold;
use crate::frame::Frame;
use crate::identity::RegisterId;
use crate::record::Record;

use super::ledger::{Ledger, StoredRun};

/// About the bytes read at a time.
const AT_ONCE: usize = 1 << 20;

/// The register, folded from the first position to the last.
///
/// # Errors
/// When the store does not answer.
pub fn folded<L: Ledger + ?Sized>(ledger: &mut L, register: RegisterId) -> Result<Fold, L::Error> {
    let (mut fold, mut after) = (Fold::new(register), 0);
    loop {
        let runs = ledger.runs(register, after, AT_ONCE)?;
        let Some(last) = runs.last() else { return Ok(fold) };
        after = last.log.position;
        runs.iter().for_each(|run| apply(&mut fold, run));
    }
}

/// Applies a run. Its batch opened when it was taken in.
fn apply(fold: &mut Fold, run: &StoredRun) {
    let Ok(frame) = Frame::open(&run.frame) else { return };
    let operations = (frame.first..).zip(&frame.operations).filter(|(n, _)| (run.first..=run.last).contains(n));
    let marks = run.marks.iter().flat_map(|(count, mark)| (0..*count).map(|_| *mark));
    for ((position, (n, operation)), mark) in (run.position..).zip(operations).zip(marks) {
        match Record::from_bytes(&operation.bytes) {
            Ok(record) => fold.apply(position, run.stream, n, operation.h, &record, mark, run.at),
            Err(_) => fold.apply_unreadable(position, run.stream, n, operation.h, mark, run.at),
        }
    }
}
