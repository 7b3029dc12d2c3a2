//! I3: a stream at the council is a prefix of what its device wrote, or a fork is on record. Each hash in the log was
//! written by a desk at that place (the hash covers everything before it), and a batch that was turned away because
//! another stands at its place is kept aside.

use std::collections::HashSet;

use sync::{Hash, StreamId};

use super::{Kept, broken};
use crate::desk::Desk;

/// Every operation that a desk or the council itself ever wrote.
pub type Chains = HashSet<(StreamId, u64, Hash)>;

/// Checks an operation that came into the log.
///
/// # Errors
/// When nobody wrote it.
pub fn somebody_wrote_it(chains: &Chains, stream: StreamId, n: u64, h: Hash) -> Kept {
    if chains.contains(&(stream, n, h)) {
        return Ok(());
    }
    broken(3, format!("operation {n} of {stream:?} in the log was written by nobody ({h})"))
}

/// Checks a batch that was turned away as a fork, or because its device was revoked.
///
/// # Errors
/// When it is not kept aside.
pub fn it_is_kept_aside(is_aside: bool, why: &str) -> Kept {
    if is_aside { Ok(()) } else { broken(3, format!("a batch was turned away ({why}) and not kept aside")) }
}

/// Checks a desk at which somebody is about to write: a copy that was restored goes on in another incarnation.
///
/// # Errors
/// When it would write a second time what it once offered.
pub fn nothing_is_written_behind_an_anchor(desk: &Desk) -> Kept {
    match desk.is_behind_its_anchor() {
        true => broken(3, format!("a desk writes on behind its anchor, {:?}", desk.anchor)),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_where_a_restored_copy_writes_on() {
        let key = SecretKey::of(&[1; 32]);
        let register = RegisterId { centre: 1, year: 2026 };
        let mut desk = Desk::new(key.clone().into(), key.public(), Role::Head, register);
        assert!(nothing_is_written_behind_an_anchor(&desk).is_ok());
        desk.anchor = Some(StreamEnd { stream: desk.kept.written_now().stream, n: 1, tag: Hash([1; 32]).tag() });
        assert!(nothing_is_written_behind_an_anchor(&desk).is_err());
        desk.open();
        assert!(nothing_is_written_behind_an_anchor(&desk).is_ok());
    }
    use sync::message::StreamEnd;
    use sync::{RegisterId, Role, SecretKey, WriterId};

    #[test]
    fn it_fails_on_an_operation_of_nobody_and_on_a_fork_without_record() {
        let stream = StreamId { writer: WriterId([1; 16]), incarnation: 1 };
        let chains = Chains::from([(stream, 1, Hash([1; 32]))]);
        assert!(somebody_wrote_it(&chains, stream, 1, Hash([1; 32])).is_ok());
        assert!(somebody_wrote_it(&chains, stream, 2, Hash([1; 32])).is_err());
        assert!(somebody_wrote_it(&chains, stream, 1, Hash([2; 32])).is_err());
        assert!(it_is_kept_aside(true, "a fork").is_ok());
        assert!(it_is_kept_aside(false, "a fork").is_err());
    }
}
