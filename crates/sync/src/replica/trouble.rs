//! What a session meets that is not as it should be. Owns the list; refuses to word it for people (the desk does).

use crate::identity::{Hash, StreamId};
use crate::refusal::RefusalCode;

/// Something that did not go through, or could not be believed. Nothing of what the copy holds is lost by any of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The device's session with the council has ended: sign in, then go on.
    #[error("the session has ended; sign in again")]
    SignIn,
    /// The council asks to come again later.
    #[error("{}", .0.sentence())]
    Later(RefusalCode, Option<u32>),
    /// The council does not speak with this device about this register.
    #[error("{}", .0.sentence())]
    Refused(RefusalCode),
    /// A batch of an own stream was refused; the stream waits there, everything else goes on.
    #[error("operations from {first} on were refused: {}", .code.sentence())]
    BatchRefused {
        /// The stream.
        stream: StreamId,
        /// The batch's first operation.
        first: u64,
        /// Why.
        code: RefusalCode,
    },
    /// An operation does not fit into any batch; its stream waits there, everything else goes on.
    #[error("operation {n} is larger than anything that can be sent")]
    TooLarge {
        /// The stream.
        stream: StreamId,
        /// The operation.
        n: u64,
    },
    /// A batch carried for another device was not taken.
    #[error("what was carried for another computer was not taken: {}", .code.sentence())]
    CarriedRefused {
        /// The other's stream.
        stream: StreamId,
        /// Why.
        code: RefusalCode,
    },
    /// A batch carried for another device contradicts what the council has; it is kept aside there.
    #[error("what was carried for another computer contradicts what the council has")]
    CarriedForked(StreamId),
    /// Something that travels beside the operations (a commitment, the log, circulars) was refused.
    #[error("not everything was answered: {}", .0.sentence())]
    PartRefused(RefusalCode),
    /// A picture was not taken, or what came is not of its name.
    #[error("a photograph did not get through")]
    Picture(Hash),
    /// A receipt that the council did not sign, or that speaks of another stream.
    #[error("a receipt did not verify; it was not taken")]
    FalseReceipt(StreamId),
    /// A receipt of another life of the council's database than the present one.
    #[error("a receipt is of an earlier life of the council's database; it was not taken")]
    StaleReceipt(StreamId),
    /// A piece of the log that does not continue this copy's chain; nothing of it was taken.
    #[error("what came of the council's log does not continue the copy; nothing of it was taken")]
    FalseLog,
    /// A circular that the council did not sign.
    #[error("circular {0} did not verify; it was not taken")]
    FalseCircular(u32),
    /// An answer that does not fit what was asked.
    #[error("an answer did not fit what was asked; it was not taken")]
    Nonsense,
    /// The council's word changed again and again while this session asked.
    #[error("the council's word kept changing; come again later")]
    Unsteady,
}
