//! The names of things that travel: devices, candidates, deposit slips, operations. Owns how each is derived and
//! printed; refuses to draw a random number (the device's comes in from outside).

use std::fmt;

use crate::record::FieldWrite;

macro_rules! identities {
    ($($name:ident $bytes:literal $doc:literal,)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub [u8; $bytes]);

        impl $name {
            /// Reads lowercase or capital hexadecimal digits, exactly as many as `Display` writes.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                parse_hex(text).map($name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    )* };
}

identities! {
    DeviceId 16 "A computer: the first half of the hash of its public key.",
    WriterId 16 "One computer's hand in one register: what its operations are chained and named under.",
    CandidateId 16 "A candidate for ever, whatever number or name they bear; derived from the operation that entered them.",
    SlipId 16 "A deposit slip, derived as a candidate's id is.",
    Hash 32 "A BLAKE3 hash: of an operation in its chain, of a photograph, of a register's state.",
    Tag 8 "The first eight bytes of an operation's hash: enough to name it among those of a register.",
    Epoch 8 "One life of the council's database: random, new whenever it is created or restored.",
}

impl Hash {
    /// Its first eight bytes.
    #[must_use]
    pub fn tag(&self) -> Tag {
        let mut tag = [0; 8];
        tag.copy_from_slice(&self.0[..8]);
        Tag(tag)
    }
}

fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// A register: one centre in one examination year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct RegisterId {
    /// The centre's eight digits as a number.
    pub centre: u32,
    /// The examination's year.
    pub year: u16,
}

impl RegisterId {
    pub(crate) fn to_bytes(self) -> [u8; 6] {
        let (c, y) = (self.centre.to_le_bytes(), self.year.to_le_bytes());
        [c[0], c[1], c[2], c[3], y[0], y[1]]
    }
}

impl fmt::Display for RegisterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}-{}", self.centre, self.year)
    }
}

impl WriterId {
    /// The hand of a device in a register: a device that keeps several registers never names two things alike.
    #[must_use]
    pub fn of(device: DeviceId, register: RegisterId) -> WriterId {
        let mut hasher = blake3::Hasher::new_derive_key("daftari writer 1");
        hasher.update(&device.0);
        hasher.update(&register.to_bytes());
        let mut id = [0; 16];
        hasher.finalize_xof().fill(&mut id);
        WriterId(id)
    }
}

/// A stream: what one writer wrote in one incarnation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct StreamId {
    /// Who wrote.
    pub writer: WriterId,
    /// How often the register had been restored or copied, counted from 1.
    pub incarnation: u64,
}

/// What a candidate's identity is derived under.
pub(crate) const CANDIDATE: &str = "daftari candidate 2";

/// What a slip's identity is derived under.
pub(crate) const SLIP: &str = "daftari slip 2";

/// What a new thing's identity is derived from: where in which stream the operation stands that makes it, when, and
/// what it says. `n` alone would repeat in a copied register; two people entered by two copies differ in what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The stream.
    pub stream: StreamId,
    /// The place in it.
    pub n: u64,
    /// The device's clock.
    pub at: UnixMillis,
}

impl Origin {
    /// The identity of a kind of thing, from the names and values written, in turn.
    pub(crate) fn derive<'t>(self, what: &str, texts: impl Iterator<Item = &'t [u8]>) -> [u8; 16] {
        // In one piece, for a hasher that is fed word by word takes twice as long.
        let mut said = Vec::with_capacity(512);
        said.extend_from_slice(&self.stream.writer.0);
        said.extend_from_slice(&self.stream.incarnation.to_le_bytes());
        said.extend_from_slice(&self.n.to_le_bytes());
        said.extend_from_slice(&self.at.0.to_le_bytes());
        for text in texts {
            said.extend_from_slice(&(text.len() as u64).to_le_bytes());
            said.extend_from_slice(text);
        }
        let mut hasher = blake3::Hasher::new_derive_key(what);
        hasher.update(&said);
        let mut id = [0; 16];
        hasher.finalize_xof().fill(&mut id);
        id
    }

    /// The candidate whom this operation enters, with these values.
    #[must_use]
    pub fn candidate(self, fields: &[FieldWrite]) -> CandidateId {
        CandidateId(self.derive(CANDIDATE, texts(fields)))
    }

    /// The slip that this operation records, with these values.
    #[must_use]
    pub fn slip(self, fields: &[FieldWrite]) -> SlipId {
        SlipId(self.derive(SLIP, texts(fields)))
    }
}

fn texts(fields: &[FieldWrite]) -> impl Iterator<Item = &[u8]> {
    fields.iter().flat_map(|write| [write.field.as_bytes(), write.value.as_bytes()])
}

/// The thing that an operation writes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum About {
    /// The centre itself, and its roll.
    Centre,
    /// One candidate.
    Candidate(CandidateId),
    /// One deposit slip.
    Slip(SlipId),
}

impl About {
    /// Sixteen bytes: the id, or zeros for the centre.
    #[must_use]
    pub const fn key(&self) -> [u8; 16] {
        match self {
            About::Centre => [0; 16],
            About::Candidate(id) => id.0,
            About::Slip(id) => id.0,
        }
    }

    /// The byte that says which of the three it is, in an operation's bytes. Frozen.
    #[must_use]
    pub const fn tag(&self) -> u8 {
        match self {
            About::Centre => 0,
            About::Candidate(_) => 1,
            About::Slip(_) => 2,
        }
    }

    /// The inverse of `tag` and `key`.
    #[must_use]
    pub const fn read(tag: u8, key: [u8; 16]) -> Option<About> {
        match tag {
            0 => Some(About::Centre),
            1 => Some(About::Candidate(CandidateId(key))),
            2 => Some(About::Slip(SlipId(key))),
            _ => None,
        }
    }
}

impl From<Option<CandidateId>> for About {
    fn from(candidate: Option<CandidateId>) -> About {
        candidate.map_or(About::Centre, About::Candidate)
    }
}

/// A moment by the device's own clock, in milliseconds since 1970 UTC. It is shown; it decides nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct UnixMillis(pub i64);

/// The end of the device's chain of operations: what an anchor outside the register keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Head {
    /// How often the register was restored or copied, counted from 1.
    pub incarnation: u64,
    /// The last operation of this incarnation; 0 when there is none yet.
    pub n: u64,
    /// The chain's hash there.
    pub h: Hash,
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: Origin =
        Origin { stream: StreamId { writer: WriterId([7; 16]), incarnation: 1 }, n: 12, at: UnixMillis(5) };

    fn named(name: &str) -> [FieldWrite; 1] {
        [FieldWrite { field: "name".into(), value: name.into(), base: None }]
    }

    #[test]
    fn an_identity_is_read_back_from_what_it_prints() {
        let id = ORIGIN.candidate(&named("A"));
        assert_eq!(CandidateId::parse(&id.to_string()), Some(id));
        for wrong in ["", "0", "zz", &"g".repeat(32), &"é".repeat(16)] {
            assert_eq!(CandidateId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn stream_place_moment_and_values_each_change_the_identity() {
        let stream = |writer, incarnation| StreamId { writer: WriterId([writer; 16]), incarnation };
        let others = [
            Origin { stream: stream(8, 1), ..ORIGIN },
            Origin { stream: stream(7, 2), ..ORIGIN },
            Origin { n: 13, ..ORIGIN },
            Origin { at: UnixMillis(6), ..ORIGIN },
        ];
        let id = ORIGIN.candidate(&named("A"));
        assert!(others.iter().all(|other| other.candidate(&named("A")) != id));
        assert_ne!(ORIGIN.candidate(&named("B")), id);
        assert_ne!(id.0, ORIGIN.slip(&named("A")).0);
    }

    #[test]
    fn one_device_writes_under_another_name_in_each_register() {
        let (device, year) = (DeviceId([1; 16]), 2026);
        let of = |centre| WriterId::of(device, RegisterId { centre, year });
        assert_ne!(of(24_505_105), of(24_505_106));
    }
}
