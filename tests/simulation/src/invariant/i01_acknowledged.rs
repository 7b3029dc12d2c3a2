//! I1: acknowledged is for ever, once, unchanged. What a verified receipt covers is in the council's log, under its hash,
//! for as long as the council's database lives.

use std::collections::BTreeMap;

use sync::{Hash, StreamId};

use super::{Kept, broken};
use crate::mirror::Mirror;

/// The furthest receipt of each stream, since the council's database last went back.
pub type Acknowledged = BTreeMap<StreamId, BTreeMap<u64, Hash>>;

/// Checks one register's log.
///
/// # Errors
/// When something acknowledged is not there, or is another operation.
pub fn acknowledged_is_there(acknowledged: &Acknowledged, mirror: &Mirror) -> Kept {
    for (stream, ends) in acknowledged {
        for (n, h) in ends {
            match mirror.hash_at(*stream, *n) {
                Some(there) if there == *h => {}
                there => {
                    return broken(
                        1,
                        format!("operation {n} of {stream:?} was acknowledged as {h}; there is {there:?}"),
                    );
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::{RegisterId, WriterId};

    #[test]
    fn it_fails_on_an_operation_that_is_missing_and_on_another_at_its_place() {
        let stream = StreamId { writer: WriterId([1; 16]), incarnation: 1 };
        let mut mirror = Mirror::new(RegisterId { centre: 1, year: 2026 });
        mirror.streams.insert(stream, vec![Hash([1; 32]), Hash([2; 32])]);
        let acknowledged = |n, h| Acknowledged::from([(stream, BTreeMap::from([(n, Hash([h; 32]))]))]);
        assert!(acknowledged_is_there(&acknowledged(2, 2), &mirror).is_ok());
        assert!(acknowledged_is_there(&acknowledged(3, 2), &mirror).is_err());
        assert!(acknowledged_is_there(&acknowledged(2, 3), &mirror).is_err());
    }
}
