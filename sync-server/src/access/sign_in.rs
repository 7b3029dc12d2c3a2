//! A device signs in: it signs a challenge. The challenge is the server's time and a random number under its own key,
//! so that nothing is kept until it is answered; answered, it is noted as spent. Owns challenges.

use sync::sign_in::{Challenge, SignIn, Tokens};
use sync::{DeviceId, Hash, RefusalCode, UnixMillis};

use super::Decided;
use super::sessions::{self, Drawn, Lifetimes};
use crate::clock;
use crate::stores::{Access, Subject};

/// Seconds within which a challenge is to be answered: a slow link takes some.
const ANSWERED_WITHIN: u32 = 120;

/// Gives a challenge to a device: 8 bytes of time, 8 random ones, 16 that only this server's key makes of them.
#[must_use]
pub fn challenge(key: &[u8; 32], device: DeviceId, nonce: [u8; 8], now: UnixMillis) -> Challenge {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&now.0.to_be_bytes());
    bytes[8..16].copy_from_slice(&nonce);
    let seal = seal(key, device, &bytes[..16]);
    bytes[16..].copy_from_slice(&seal);
    Challenge { challenge: Hash(bytes) }
}

fn seal(key: &[u8; 32], device: DeviceId, head: &[u8]) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(&device.0);
    hasher.update(head);
    let mut seal = [0; 16];
    hasher.finalize_xof().fill(&mut seal);
    seal
}

/// When a challenge that this server gave to the device ceases to serve; `None`: it did not, or it has.
fn expiry(key: &[u8; 32], device: DeviceId, challenge: &Hash, now: UnixMillis) -> Option<UnixMillis> {
    let (head, given) = challenge.0.split_at(16);
    let mut at = [0; 8];
    at.copy_from_slice(&head[..8]);
    let expires = clock::after(UnixMillis(i64::from_be_bytes(at)), ANSWERED_WITHIN);
    // Both sides are hashed once more, so that comparing tells nothing of where they differ.
    let same = blake3::hash(given) == blake3::hash(&seal(key, device, head));
    (same && expires > now).then_some(expires)
}

/// Begins a session of a device that signed its challenge.
///
/// # Errors
/// When the store does not answer.
pub fn sign_in<A: Access + ?Sized>(
    access: &mut A,
    key: &[u8; 32],
    signed: &SignIn,
    drawn: &Drawn,
    lifetimes: Lifetimes,
    now: UnixMillis,
) -> Decided<Tokens> {
    let Some(expires) = expiry(key, signed.device, &signed.challenge, now) else {
        return Ok(Err(RefusalCode::NoSession.into()));
    };
    let Some(device) = access.device(signed.device)? else { return Ok(Err(RefusalCode::UnknownDevice.into())) };
    if !signed.is_of(&device.key) {
        return Ok(Err(RefusalCode::UnknownDevice.into()));
    }
    if device.revoked.is_some() {
        return Ok(Err(RefusalCode::Revoked.into()));
    }
    if !access.spend(signed.challenge, expires)? {
        return Ok(Err(RefusalCode::NoSession.into()));
    }
    sessions::begin(access, &Subject::Device(signed.device), drawn, lifetimes, now).map(Ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_serves_its_device_at_its_server_for_a_while() {
        let (key, device, now) = ([1; 32], DeviceId([2; 16]), UnixMillis(1_000_000));
        let Challenge { challenge } = challenge(&key, device, [3; 8], now);
        assert_eq!(expiry(&key, device, &challenge, now), Some(UnixMillis(1_120_000)));
        assert_eq!(expiry(&key, device, &challenge, UnixMillis(1_120_000)), None);
        assert_eq!(expiry(&[9; 32], device, &challenge, now), None);
        assert_eq!(expiry(&key, DeviceId([9; 16]), &challenge, now), None);
        for place in 0..32 {
            let mut forged = challenge;
            forged.0[place] ^= 1;
            assert_eq!(expiry(&key, device, &forged, now), None, "{place}");
        }
    }
}
