//! What device and council say to each other, as values: one request, one answer. Owns their shape and their bytes
//! (postcard, under a protocol number); refuses to know the transport, which is HTTP, a simulated network or a stick.

mod parts;

use serde::{Deserialize, Serialize};

use crate::head::SignedHead;
use crate::identity::{DeviceId, Epoch, Hash, RegisterId, StreamId, Tag, UnixMillis};
use crate::log::{LogEnd, Mark, Passage};
use crate::receipt::Receipt;
use crate::refusal::Refusal;

pub use parts::PartsReader;

/// The protocols that this version speaks, oldest and newest. Device and council use the newest that both do.
pub const PROTOCOLS: (u8, u8) = (1, 1);

/// The end of a stream as one side has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamEnd {
    /// The stream.
    pub stream: StreamId,
    /// Its last operation; 0: none.
    pub n: u64,
    /// The chain's hash there.
    pub tag: Tag,
}

/// A device's opening of a round: where its copy of a register stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The register.
    pub register: RegisterId,
    /// The device that asks.
    pub device: DeviceId,
    /// The ends of the streams that the device wrote itself.
    pub streams: Vec<StreamEnd>,
    /// The lives of the council's database in which its copy of the log was taken, oldest first.
    pub lineage: Vec<Passage>,
    /// The end of that copy: position and chain.
    pub log: (u64, Tag),
    /// A receipt of this life for a position beyond the council's log: shows the council that it was restored.
    pub proof: Option<Receipt>,
    /// The newest circular that it has.
    pub circular: u32,
}

/// What the council has of one of the device's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamState {
    /// The stream's end at the council.
    pub end: StreamEnd,
    /// Whether the operation that the device named as its end is another one at the council: a fork.
    pub forked: bool,
}

/// A block of candidate numbers that the device may give out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lease {
    /// The first number.
    pub first: u16,
    /// The last.
    pub last: u16,
}

/// The council's answer to [`Hello`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// The life of its database.
    pub epoch: Epoch,
    /// Its clock.
    pub now: UnixMillis,
    /// When registration closes.
    pub closes: Option<UnixMillis>,
    /// The device's streams as it has them, in the order asked.
    pub streams: Vec<StreamState>,
    /// The incarnation to open after a fork or a restore: above every one known of this writer.
    pub next_incarnation: u64,
    /// The end of its log.
    pub log: LogEnd,
    /// The last position that the device's copy of the log has in common with the council's; beyond, it takes back.
    pub common: u64,
    /// The device's copy is beyond the council's log in one and the same life: it should come again with proof.
    pub prove: bool,
    /// All the streams of the register that it has, where the device may hold more of others' (after a restore).
    pub others: Vec<StreamEnd>,
    /// The numbers that the device may give out.
    pub leases: Vec<Lease>,
    /// The newest circular there is.
    pub circular: u32,
}

/// A device asks for the log from a position on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pull {
    /// The register.
    pub register: RegisterId,
    /// The last position that it has.
    pub after: u64,
    /// Streams of which it has the bytes up to here, its own: they need not come again.
    pub have: Vec<StreamEnd>,
    /// About how many bytes may come.
    pub limit: u32,
}

/// Where the operations of a run of the log are to be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// In this signed batch, which may begin before the run and end after it.
    Frame(Vec<u8>),
    /// The device has them.
    Known,
}

/// Consecutive positions of the log that one batch of one stream filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The life of the council's database in which it was taken in.
    pub epoch: Epoch,
    /// The council's clock then.
    pub at: UnixMillis,
    /// The stream.
    pub stream: StreamId,
    /// The first operation, at the position after the last of the run before.
    pub first: u64,
    /// What the council said of the operations: so many, this.
    pub marks: Vec<(u32, Mark)>,
    /// The operations.
    pub source: Source,
}

/// The council's answer to [`Pull`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulled {
    /// The life of its database.
    pub epoch: Epoch,
    /// From the position asked for, without a gap.
    pub runs: Vec<Run>,
    /// The end of the last run.
    pub log: LogEnd,
    /// Whether there is more.
    pub more: bool,
}

/// A device whose stream forked asks up to where the council has the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locate {
    /// The register.
    pub register: RegisterId,
    /// The stream.
    pub stream: StreamId,
    /// The first operation that is doubted; everything before is acknowledged.
    pub first: u64,
    /// The hashes from there on, at most [`Locate::MOST`].
    pub tags: Vec<Tag>,
}

impl Locate {
    /// The most hashes in one question.
    pub const MOST: usize = 512;
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Where do we stand?
    Hello(Hello),
    /// Keep this head: its operations follow.
    Commit(SignedHead),
    /// Take in this signed batch.
    Push(Vec<u8>),
    /// Give me the log.
    Pull(Pull),
    /// Where did my stream fork?
    Locate(Locate),
    /// How much of these pictures do you have?
    PicturesHave(RegisterId, Vec<Hash>),
    /// A part of a picture.
    PicturePart(PicturePart),
    /// Give me a picture from a byte on.
    PictureGet(RegisterId, Hash, u32),
    /// Give me the circulars after this one.
    Circulars(u32),
    /// Parts of pictures, each as if it came alone, in this order: what came before a cut is kept.
    PictureParts(Vec<PicturePart>),
}

impl Request {
    /// Whether it is about pictures: they are kept beside the database, and answered apart.
    #[must_use]
    pub const fn is_about_pictures(&self) -> bool {
        matches!(
            self,
            Request::PicturesHave(..) | Request::PicturePart(_) | Request::PictureParts(_) | Request::PictureGet(..)
        )
    }
}

/// A part of a picture on its way to the council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PicturePart {
    /// The register that shows it.
    pub register: RegisterId,
    /// The picture's name.
    pub hash: Hash,
    /// Its whole size.
    pub size: u32,
    /// Where the part begins.
    pub offset: u32,
    /// The part.
    pub bytes: Vec<u8>,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Request::Hello`].
    Welcome(Welcome),
    /// To [`Request::Commit`]: kept, at this time.
    Committed(UnixMillis),
    /// To [`Request::Push`]: durable.
    Stored(Receipt),
    /// To [`Request::Push`]: operations are missing before it; the council's end of the stream.
    Gap(StreamEnd),
    /// To [`Request::Push`]: the council has another operation at this place. The batch is kept aside.
    Forked {
        /// The incarnation to open.
        next_incarnation: u64,
    },
    /// To [`Request::Pull`].
    Pulled(Pulled),
    /// To [`Request::Locate`]: the last operation that is the same, as far as was asked.
    Located(u64),
    /// To [`Request::PicturesHave`]: how many bytes of each, in the order asked; `u32::MAX`: all, and verified.
    PicturesHad(Vec<u32>),
    /// To [`Request::PicturePart`]: how many bytes there are now; `u32::MAX`: all, and verified.
    PictureTaken(u32),
    /// To [`Request::PictureGet`]: the picture's whole size and its bytes from there on; `None`: it has not come yet.
    Picture(Option<(u32, Vec<u8>)>),
    /// To [`Request::Circulars`]: each signed.
    Circulars(Vec<crate::circular::SignedCircular>),
    /// No, and why.
    Refused(Refusal),
    /// To [`Request::PictureParts`]: of each, in the order asked, what [`Answer::PictureTaken`] says.
    PicturesTaken(Vec<u32>),
}

/// A message that does not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// The bytes are no message of this protocol.
    #[error("the bytes are no message of this protocol")]
    Malformed,
    /// The other side speaks only protocols that this version does not.
    #[error("the other side speaks protocol {0}; this version speaks {min} to {max}", min = PROTOCOLS.0, max = PROTOCOLS.1)]
    Protocol(u8),
}

/// The bytes of a message: the protocol's number, then postcard.
#[must_use]
pub fn to_bytes<M: Serialize>(message: &M) -> Vec<u8> {
    // Writing to memory fails for no value of these types.
    postcard::to_extend(message, vec![PROTOCOLS.1]).unwrap_or_default()
}

/// Reads a message.
///
/// # Errors
/// When it is of another protocol, malformed, or has bytes left over.
pub fn from_bytes<'b, M: Deserialize<'b>>(bytes: &'b [u8]) -> Result<M, MessageError> {
    let (protocol, rest) = bytes.split_first().ok_or(MessageError::Malformed)?;
    if !(PROTOCOLS.0..=PROTOCOLS.1).contains(protocol) {
        return Err(MessageError::Protocol(*protocol));
    }
    match postcard::take_from_bytes(rest) {
        Ok((message, [])) => Ok(message),
        _ => Err(MessageError::Malformed),
    }
}
