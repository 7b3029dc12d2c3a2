//! I8: "received" only with a receipt that verified: everything that a desk keeps as one was issued by the council, for
//! that stream, and durable when it was.

use std::collections::BTreeSet;

use sync::{Receipt, StreamId};

use super::{Kept, broken};

/// The signatures of every receipt whose transaction was durable.
pub type Issued = BTreeSet<[u8; 64]>;

/// Checks a receipt that a desk keeps.
///
/// # Errors
/// When the council never issued it.
pub fn the_council_issued_it(issued: &Issued, receipt: &Receipt) -> Kept {
    if issued.contains(&receipt.signature.0) {
        return Ok(());
    }
    let received = receipt.received;
    broken(8, format!("a desk keeps a receipt for {} of {:?} that was never issued", received.n, received.stream))
}

/// Checks a commitment that a desk believes the council has.
///
/// # Errors
/// When the council never took it.
pub fn the_council_took_it(promised: &BTreeSet<(StreamId, u64)>, stream: StreamId, n: u64) -> Kept {
    if n == 0 || promised.contains(&(stream, n)) {
        return Ok(());
    }
    broken(8, format!("a desk believes that {n} of {stream:?} is committed, and the council never took that"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::{Epoch, Hash, LogEnd, Received, RegisterId, SecretKey, UnixMillis, WriterId};

    #[test]
    fn it_fails_on_a_commitment_that_was_never_taken() {
        let stream = StreamId { writer: WriterId([1; 16]), incarnation: 1 };
        let promised = BTreeSet::from([(stream, 2)]);
        assert!(the_council_took_it(&promised, stream, 0).is_ok());
        assert!(the_council_took_it(&promised, stream, 2).is_ok());
        assert!(the_council_took_it(&promised, stream, 3).is_err());
    }

    #[test]
    fn it_fails_on_a_receipt_that_was_never_issued() {
        let received = Received {
            epoch: Epoch([1; 8]),
            register: RegisterId { centre: 1, year: 2026 },
            stream: StreamId { writer: WriterId([1; 16]), incarnation: 1 },
            n: 1,
            h: Hash([1; 32]),
            log: LogEnd { position: 1, l: Hash([2; 32]) },
            at: UnixMillis(0),
        };
        let key = SecretKey::of(&[1; 32]);
        let (given, other) = (received.sign(&key), sync::Received { n: 2, ..received }.sign(&key));
        let issued = Issued::from([given.signature.0]);
        assert!(the_council_issued_it(&issued, &given).is_ok());
        assert!(the_council_issued_it(&issued, &other).is_err());
    }
}
