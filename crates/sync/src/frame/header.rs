//! What stands before a frame's operations. Owns its bytes; refuses to read what follows them.

use crate::head::SignedHead;
use crate::identity::{DeviceId, Hash, RegisterId};
use crate::keys::Signature;

/// The version of a frame, its first byte.
const FORMAT: u8 = 1;

/// A frame's first part. Read, its head has neither place nor hash yet: they follow from the operations.
pub(super) struct Header {
    pub(super) head: SignedHead,
    pub(super) first: u64,
    pub(super) before: Hash,
    pub(super) count: usize,
}

impl Header {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(1 << 10);
        out.push(FORMAT);
        out.extend_from_slice(&self.head.register.to_bytes());
        out.extend_from_slice(&self.head.device.0);
        put_number(&mut out, self.head.incarnation);
        put_number(&mut out, self.first);
        out.extend_from_slice(&self.before.0);
        put_number(&mut out, self.count as u64);
        out.extend_from_slice(&self.head.signature.0);
        out
    }

    /// The header, and the bytes after it.
    pub(super) fn read(bytes: &[u8]) -> Option<(Header, &[u8])> {
        let mut from = bytes;
        let [FORMAT, c0, c1, c2, c3, y0, y1] = take(&mut from)? else { return None };
        let register = RegisterId { centre: u32::from_le_bytes([c0, c1, c2, c3]), year: u16::from_le_bytes([y0, y1]) };
        let device = DeviceId(take(&mut from)?);
        let incarnation = number(&mut from)?;
        let first = number(&mut from)?;
        let before = Hash(take(&mut from)?);
        let count = number(&mut from)?.try_into().ok()?;
        let signature = Signature(take(&mut from)?);
        let head = SignedHead { register, device, incarnation, n: 0, h: before, signature };
        Some((Header { head, first, before, count }, from))
    }
}

fn take<const N: usize>(from: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = from.split_first_chunk::<N>()?;
    *from = rest;
    Some(*taken)
}

fn put_number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(from: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let [byte] = take(from)?;
        value |= u64::from(byte & 0x7f).checked_mul(1 << shift)?;
        if byte & 0x80 == 0 {
            return (byte != 0 || shift == 0).then_some(value);
        }
    }
    None
}
