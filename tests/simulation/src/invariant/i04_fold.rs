//! I4: the state at a position of the log is a function of the log up to there: what a desk shows is the fold of what is
//! on its disk, worked out anew; a copy of the log hashes to its end; at the same end everybody has the same digest.

use sync::{Hash, log_next, log_start};

use super::{Kept, broken};
use crate::desk::Kept as Disk;

/// Checks that a copy of the log is what its end says.
///
/// # Errors
/// When it is not.
pub fn the_log_hashes_to_its_end(disk: &Disk) -> Kept {
    let l = disk
        .log
        .iter()
        .fold(log_start(disk.register), |l, logged| log_next(l, logged.written.h, logged.mark.to_bytes()));
    if disk.log.len() as u64 == disk.end.position && l == disk.end.l {
        return Ok(());
    }
    broken(
        4,
        format!(
            "a copy of {} operations is said to end at {}, or under another hash",
            disk.log.len(),
            disk.end.position
        ),
    )
}

/// Checks what a desk shows against the fold of its disk.
///
/// # Errors
/// When they differ.
pub fn what_is_shown_is_the_fold(shown: Hash, fold: Hash) -> Kept {
    if shown == fold { Ok(()) } else { broken(4, "a desk shows something else than the fold of its log and its own") }
}

/// Checks two copies at the same end.
///
/// # Errors
/// When they differ.
pub fn the_same_everywhere(desk: usize, here: Hash, council: Hash) -> Kept {
    if here == council { Ok(()) } else { broken(4, format!("desk {desk} and the council differ at the same end")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::{LogEnd, RegisterId, StreamId, WriterId};

    #[test]
    fn it_fails_on_a_log_without_its_operations_and_on_different_digests() {
        let register = RegisterId { centre: 1, year: 2026 };
        let mut disk = Disk::new(register, StreamId { writer: WriterId([1; 16]), incarnation: 1 });
        assert!(the_log_hashes_to_its_end(&disk).is_ok());
        disk.end = LogEnd { position: 1, ..disk.end };
        assert!(the_log_hashes_to_its_end(&disk).is_err());
        disk.end = LogEnd { position: 0, l: Hash([1; 32]) };
        assert!(the_log_hashes_to_its_end(&disk).is_err());
        assert!(what_is_shown_is_the_fold(Hash([1; 32]), Hash([2; 32])).is_err());
        assert!(the_same_everywhere(0, Hash([1; 32]), Hash([2; 32])).is_err());
        assert!(the_same_everywhere(0, Hash([1; 32]), Hash([1; 32])).is_ok());
    }
}
