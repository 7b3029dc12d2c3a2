//! What a USB stick carries when there is no network: to the council, a device's batches, heads and pictures; back from
//! it, receipts and the log. Everything in it is signed by who wrote it, so that anybody may carry it. Owns its bytes and
//! limits; refuses to encrypt (who writes the file does) and to judge what it carries (the authority and the session do,
//! as if it had come by network).
//!
//! Layout: eight bytes that say what the file is, a version, then postcard.

use serde::{Deserialize, Serialize};

use crate::circular::SignedCircular;
use crate::frame::MOST_BYTES;
use crate::head::SignedHead;
use crate::identity::{DeviceId, Epoch, Hash, RegisterId};
use crate::keys::{PublicKey, SecretKey, Signature};
use crate::message::{Hello, Pulled};
use crate::receipt::Receipt;

const HOMEWARD: &str = "daftari homeward 1";

/// The version that is written.
const VERSION: u8 = 1;

/// The most bytes of a bundle before it is encrypted: a centre of 600 with every photograph fits ten times.
pub const MOST_BUNDLE: usize = 256 << 20;

/// The most bytes of a picture.
pub const MOST_PICTURE: usize = 64 << 10;

/// The most of anything in one bundle.
pub const MOST_THINGS: usize = 100_000;

/// A picture whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The register that shows it.
    pub register: RegisterId,
    /// Its bytes; their hash is its name.
    pub bytes: Vec<u8>,
}

impl Picture {
    /// Its name.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash(*blake3::hash(&self.bytes).as_bytes())
    }
}

/// What a device sends by stick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outward {
    /// Who packed it: not who wrote what is in it.
    pub device: DeviceId,
    /// Where its copies stand, one a register: what the answer should hold.
    pub hellos: Vec<Hello>,
    /// Commitments.
    pub heads: Vec<SignedHead>,
    /// Batches, of its own streams and others that it carries, each stream's in order.
    pub frames: Vec<Vec<u8>>,
    /// Pictures that its operations show.
    pub pictures: Vec<Picture>,
}

/// What the council answers by stick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Homeward {
    /// The device that it answers.
    pub device: DeviceId,
    /// The life of the council's database.
    pub epoch: Epoch,
    /// For what is durable now.
    pub receipts: Vec<Receipt>,
    /// The log of each register from where the device's copy stood, in one piece or several, in order.
    pub logs: Vec<(RegisterId, Pulled)>,
    /// Circulars that the device has not got.
    pub circulars: Vec<SignedCircular>,
    /// Names of pictures that these registers show at the end of their logs and that have not come whole.
    pub pictures_wanted: Vec<Hash>,
}

/// A bundle that does not read, or is too large to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// No bundle of this kind: another file, cut short, or altered.
    #[error("the file is no bundle of this kind: another file, cut short, or altered")]
    Malformed,
    /// An answer that the council did not sign.
    #[error("the answer is not the council's: another wrote it, or it was altered")]
    Forged,
    /// Of a newer version.
    #[error("the bundle is of version {0}; this program reads version {VERSION}: bring it up to date")]
    Newer(u8),
    /// It, or something in it, is beyond the limits.
    #[error("the bundle is larger than a bundle may be")]
    TooLarge,
}

/// Something that travels as a bundle's content.
pub trait Content: Serialize + for<'de> Deserialize<'de> {
    /// The file's first eight bytes.
    const MAGIC: &'static [u8; 8];

    /// Whether everything in it is within its limits.
    fn fits(&self) -> bool;
}

impl Content for Outward {
    const MAGIC: &'static [u8; 8] = b"daftari>";

    fn fits(&self) -> bool {
        [self.hellos.len(), self.heads.len(), self.frames.len(), self.pictures.len()].iter().all(|n| *n <= MOST_THINGS)
            && self.frames.iter().all(|frame| frame.len() <= MOST_BYTES)
            && self.pictures.iter().all(|picture| picture.bytes.len() <= MOST_PICTURE)
    }
}

impl Content for Homeward {
    const MAGIC: &'static [u8; 8] = b"<daftari";

    fn fits(&self) -> bool {
        let counts = [self.receipts.len(), self.logs.len(), self.circulars.len(), self.pictures_wanted.len()];
        counts.iter().all(|count| *count <= MOST_THINGS)
    }
}

/// The bytes of a bundle.
///
/// # Errors
/// [`BundleError::TooLarge`]: it must be divided.
pub fn to_bytes<C: Content>(content: &C) -> Result<Vec<u8>, BundleError> {
    let begun = [&C::MAGIC[..], &[VERSION]].concat();
    let bytes = postcard::to_extend(content, begun).map_err(|_| BundleError::TooLarge)?;
    if content.fits() && bytes.len() <= MOST_BUNDLE { Ok(bytes) } else { Err(BundleError::TooLarge) }
}

/// Reads a bundle. What it carries is not judged yet.
///
/// # Errors
/// When the bytes are no such bundle.
pub fn from_bytes<C: Content>(bytes: &[u8]) -> Result<C, BundleError> {
    if bytes.len() > MOST_BUNDLE {
        return Err(BundleError::TooLarge);
    }
    let rest = bytes.strip_prefix(C::MAGIC).ok_or(BundleError::Malformed)?;
    let (version, rest) = rest.split_first().ok_or(BundleError::Malformed)?;
    match (*version, postcard::take_from_bytes::<C>(rest)) {
        (VERSION, Ok((content, []))) if content.fits() => Ok(content),
        (VERSION, Ok((_, []))) => Err(BundleError::TooLarge),
        (newer, _) if newer > VERSION => Err(BundleError::Newer(newer)),
        _ => Err(BundleError::Malformed),
    }
}

/// The bytes of the council's answer, its signature before them. Whoever knows a device's recipient can encrypt to it;
/// the log in an answer is believed because the council signed the whole.
///
/// # Errors
/// [`BundleError::TooLarge`]: it must be divided.
pub fn sign_homeward(content: &Homeward, council: &SecretKey) -> Result<Vec<u8>, BundleError> {
    let bytes = to_bytes(content)?;
    Ok([&council.sign(HOMEWARD, &bytes).0[..], &bytes].concat())
}

/// Reads the council's answer.
///
/// # Errors
/// [`BundleError::Forged`], or when the bytes are no such bundle.
pub fn open_homeward(bytes: &[u8], council: &PublicKey) -> Result<Homeward, BundleError> {
    let (signature, bytes) = bytes.split_first_chunk().ok_or(BundleError::Malformed)?;
    if bytes.len() > MOST_BUNDLE {
        return Err(BundleError::TooLarge);
    }
    if !bytes.starts_with(Homeward::MAGIC) {
        return Err(BundleError::Malformed);
    }
    if !council.verifies(HOMEWARD, bytes, &Signature(*signature)) {
        return Err(BundleError::Forged);
    }
    from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outward() -> Outward {
        let register = RegisterId { centre: 24_505_105, year: 2026 };
        let pictures = vec![Picture { register, bytes: vec![7; 100] }];
        Outward { device: DeviceId([1; 16]), hellos: Vec::new(), heads: Vec::new(), frames: vec![vec![1, 2]], pictures }
    }

    #[test]
    fn a_bundle_is_read_back_and_by_nobody_as_the_other_kind() {
        let bytes = to_bytes(&outward()).unwrap();
        assert_eq!(from_bytes(&bytes), Ok(outward()));
        assert_eq!(from_bytes::<Homeward>(&bytes), Err(BundleError::Malformed));
    }

    #[test]
    fn an_answer_is_the_councils_or_nobodys() {
        let council = SecretKey::of(&[9; 32]);
        let (device, epoch) = (DeviceId([1; 16]), Epoch([2; 8]));
        let (receipts, logs, circulars, pictures_wanted) = (Vec::new(), Vec::new(), Vec::new(), vec![Hash([3; 32])]);
        let answer = Homeward { device, epoch, receipts, logs, circulars, pictures_wanted };
        let bytes = sign_homeward(&answer, &council).unwrap();
        assert_eq!(open_homeward(&bytes, &council.public()), Ok(answer.clone()));
        assert_eq!(open_homeward(&bytes, &SecretKey::of(&[8; 32]).public()), Err(BundleError::Forged));
        for place in (0..64).chain(72..bytes.len()) {
            let mut altered = bytes.clone();
            altered[place] ^= 1;
            assert_eq!(open_homeward(&altered, &council.public()), Err(BundleError::Forged), "{place}");
        }
        assert_eq!(open_homeward(&to_bytes(&answer).unwrap(), &council.public()), Err(BundleError::Malformed));
    }

    #[test]
    fn a_bundle_cut_anywhere_longer_or_of_a_newer_version_is_refused() {
        let bytes = to_bytes(&outward()).unwrap();
        assert!((0..bytes.len()).all(|end| from_bytes::<Outward>(&bytes[..end]) == Err(BundleError::Malformed)));
        assert_eq!(from_bytes::<Outward>(&[&bytes[..], &[0]].concat()), Err(BundleError::Malformed));
        let mut newer = bytes;
        newer[8] = 2;
        assert_eq!(from_bytes::<Outward>(&newer), Err(BundleError::Newer(2)));
    }

    #[test]
    fn a_picture_or_batch_beyond_its_limit_is_neither_written_nor_read() {
        let mut large = outward();
        large.pictures[0].bytes = vec![0; MOST_PICTURE + 1];
        assert_eq!(to_bytes(&large), Err(BundleError::TooLarge));
        let unchecked = postcard::to_extend(&large, [&Outward::MAGIC[..], &[VERSION]].concat()).unwrap();
        assert_eq!(from_bytes::<Outward>(&unchecked), Err(BundleError::TooLarge));
        let frames = vec![vec![0; MOST_BYTES + 1]];
        assert_eq!(to_bytes(&Outward { frames, ..outward() }), Err(BundleError::TooLarge));
    }

    #[test]
    fn a_count_without_the_things_counted_takes_no_memory() {
        let mut bytes = [&Outward::MAGIC[..], &[VERSION], &[1; 16]].concat();
        bytes.extend([0xff, 0xff, 0xff, 0xff, 0x0f]);
        assert_eq!(from_bytes::<Outward>(&bytes), Err(BundleError::Malformed));
    }
}
