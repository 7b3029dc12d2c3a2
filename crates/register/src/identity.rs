//! The names of things that travel: devices, candidates, deposit slips, operations. Owns how each is derived and
//! printed; refuses to draw a random number (the device's comes in from outside).

use std::fmt;

macro_rules! identities {
    ($($name:ident $bytes:literal $doc:literal,)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    DeviceId 16 "The computer that writes: the first half of the hash of its public key.",
    CandidateId 16 "A candidate for ever, whatever number or name they bear; derived from (device, incarnation, n).",
    SlipId 16 "A deposit slip, derived as a candidate's id is.",
    Hash 32 "A BLAKE3 hash: of an operation in its chain, of a photograph, of a register's state.",
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

/// Whose operation, and which: what an identity is derived from. `n` alone would repeat after a restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) device: DeviceId,
    pub(crate) incarnation: u64,
    pub(crate) n: u64,
}

impl Origin {
    fn derive(self, what: &str) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new_derive_key(what);
        hasher.update(&self.device.0);
        hasher.update(&self.incarnation.to_le_bytes());
        hasher.update(&self.n.to_le_bytes());
        let mut id = [0; 16];
        hasher.finalize_xof().fill(&mut id);
        id
    }

    /// The candidate whom this operation enters.
    pub(crate) fn candidate(self) -> CandidateId {
        CandidateId(self.derive("daftari candidate 1"))
    }

    /// The slip that this operation records.
    pub(crate) fn slip(self) -> SlipId {
        SlipId(self.derive("daftari slip 1"))
    }
}

/// The thing that an operation writes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub(crate) const fn key(&self) -> [u8; 16] {
        match self {
            About::Centre => [0; 16],
            About::Candidate(id) => id.0,
            About::Slip(id) => id.0,
        }
    }

    /// The byte that says which of the three it is, in an operation's bytes. Frozen.
    pub(crate) const fn tag(&self) -> u8 {
        match self {
            About::Centre => 0,
            About::Candidate(_) => 1,
            About::Slip(_) => 2,
        }
    }

    /// The inverse of `tag` and `key`.
    pub(crate) const fn read(tag: u8, key: [u8; 16]) -> Option<About> {
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixMillis(pub i64);

/// The end of the device's chain of operations: what an anchor outside the register keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    #[test]
    fn an_identity_is_read_back_from_what_it_prints() {
        let id = Origin { device: DeviceId([7; 16]), incarnation: 1, n: 12 }.candidate();
        assert_eq!(CandidateId::parse(&id.to_string()), Some(id));
        for wrong in ["", "0", "zz", &"g".repeat(32), &"é".repeat(16)] {
            assert_eq!(CandidateId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn device_incarnation_and_n_each_change_the_identity() {
        let origin = Origin { device: DeviceId([7; 16]), incarnation: 1, n: 12 };
        let others = [
            Origin { device: DeviceId([8; 16]), ..origin },
            Origin { incarnation: 2, ..origin },
            Origin { n: 13, ..origin },
        ];
        assert!(others.iter().all(|other| other.candidate() != origin.candidate()));
        assert_ne!(origin.candidate().0, origin.slip().0);
    }
}
