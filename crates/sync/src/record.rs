//! One operation as it is chained and travels: its bytes and its hash. Owns that encoding, which is deterministic;
//! refuses to know tables. Layout, all integers little-endian LEB128 unless said otherwise:
//!
//! `format(1 byte) n about(tag 1 byte, id 16 bytes) kind(1 byte) at(i64, 8 bytes) schema actor(text) count
//! count x { field(text) value(text) base(1 byte 0, or 1 and 8 bytes) }`, a text being its length and UTF-8 bytes.
//! Format 1 had 32 bytes of a base; it is read, and written no more.

use crate::identity::{About, Hash, Tag, UnixMillis};
use crate::kind::Kind;

/// The encoding's version, first byte of every record.
pub(crate) const FORMAT: u8 = 2;

/// The encoding before it, with whole hashes as bases.
const WHOLE_BASES: u8 = 1;

/// An operation's bytes that do not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an operation's bytes do not read")]
pub struct Unreadable;

/// A value written to one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldWrite {
    /// The field's name; names that this version does not know are kept.
    pub field: String,
    /// The new value; empty: not given.
    pub value: String,
    /// The operation that last wrote this field as the writer saw it.
    pub base: Option<Tag>,
}

/// One operation: everything that `sync` carries of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its place in the incarnation, 1, 2, 3 ... without a gap.
    pub n: u64,
    /// What it writes about.
    pub about: About,
    /// The named operation that it belongs to.
    pub kind: Kind,
    /// The fields written.
    pub fields: Vec<FieldWrite>,
    /// Who did it.
    pub actor: String,
    /// When, by the device's clock.
    pub at: UnixMillis,
    /// The schema of the register that wrote it.
    pub schema: u32,
}

impl Record {
    /// The bytes that are hashed and sent.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 + 32 * self.fields.len());
        out.push(FORMAT);
        put_number(&mut out, self.n);
        out.push(self.about.tag());
        out.extend_from_slice(&self.about.key());
        out.push(self.kind.code());
        out.extend_from_slice(&self.at.0.to_le_bytes());
        put_number(&mut out, self.schema.into());
        put_text(&mut out, &self.actor);
        put_number(&mut out, self.fields.len() as u64);
        self.fields.iter().for_each(|write| put_write(&mut out, write));
        out
    }

    /// Reads what `to_bytes` wrote.
    ///
    /// # Errors
    /// [`Unreadable`] when the bytes are anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Record, Unreadable> {
        read_record(&mut Cursor(bytes)).ok_or(Unreadable)
    }
}

pub(crate) fn put_number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn put_write(out: &mut Vec<u8>, write: &FieldWrite) {
    put_text(out, &write.field);
    put_text(out, &write.value);
    out.push(write.base.is_some().into());
    out.extend(write.base.iter().flat_map(|base| base.0));
}

/// Bytes being read from their front.
pub(crate) struct Cursor<'b>(pub(crate) &'b [u8]);

impl<'b> Cursor<'b> {
    pub(crate) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    /// Shortest form only, so that a record has one encoding.
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f).checked_mul(1 << shift)?;
            if byte & 0x80 == 0 {
                return (byte != 0 || shift == 0).then_some(value);
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    fn write(&mut self, format: u8) -> Option<FieldWrite> {
        let (field, value) = (self.text()?, self.text()?);
        let base = match self.byte()? {
            0 => None,
            1 if format == WHOLE_BASES => Some(Hash(self.array()?).tag()),
            1 => Some(Tag(self.array()?)),
            _ => return None,
        };
        Some(FieldWrite { field, value, base })
    }
}

fn read_record(bytes: &mut Cursor<'_>) -> Option<Record> {
    let format = bytes.byte().filter(|format| matches!(*format, WHOLE_BASES | FORMAT))?;
    let n = bytes.number()?;
    let about = About::read(bytes.byte()?, bytes.array()?)?;
    let kind = Kind::of(bytes.byte()?);
    let at = UnixMillis(i64::from_le_bytes(bytes.array()?));
    let schema = bytes.number()?.try_into().ok()?;
    let actor = bytes.text()?;
    let count = bytes.number()?;
    let fields = (0..count).map(|_| bytes.write(format)).collect::<Option<Vec<_>>>()?;
    bytes.0.is_empty().then_some(Record { n, about, kind, fields, actor, at, schema })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::identity::CandidateId;

    fn record() -> Record {
        let base = Some(Tag([9; 8]));
        Record {
            n: 300,
            about: About::Candidate(CandidateId([5; 16])),
            kind: Kind::Change,
            fields: vec![
                FieldWrite { field: "name".into(), value: "AKINYI JANE".into(), base },
                FieldWrite { field: "gender".into(), value: String::new(), base: None },
            ],
            actor: "clerk".into(),
            at: UnixMillis(-1),
            schema: 1,
        }
    }

    /// A change of these bytes makes every register's chain unreadable by every server: add a format, keep those there are.
    #[test]
    fn the_bytes_of_format_2_are_frozen() {
        let hash = blake3::hash(&record().to_bytes()).to_hex().to_string();
        assert_eq!(hash, "cd409f9dbbd7aab3b4513a09a762874d21123e66100b4d79eb455559beb96e68");
    }

    #[test]
    fn a_record_cut_anywhere_is_refused_and_so_is_one_too_long() {
        let bytes = record().to_bytes();
        for end in 0..bytes.len() {
            assert!(Record::from_bytes(&bytes[..end]).is_err(), "{end}");
        }
        assert!(Record::from_bytes(&[bytes, vec![0]].concat()).is_err());
    }

    proptest! {
        #[test]
        fn a_record_is_read_back_as_it_was_written(n: u64, at: i64, schema: u32, actor: String, field: String, value: String) {
            let base = None;
            let fields = vec![FieldWrite { field, value, base }];
            let record = Record { n, at: UnixMillis(at), schema, actor, fields, ..record() };
            prop_assert_eq!(Record::from_bytes(&record.to_bytes()).unwrap(), record);
        }

        #[test]
        fn bytes_of_any_kind_are_refused_or_are_the_one_encoding_of_a_record(bytes: Vec<u8>) {
            if let Ok(record) = Record::from_bytes(&[vec![FORMAT], bytes.clone()].concat()) {
                prop_assert_eq!(record.to_bytes(), [vec![FORMAT], bytes].concat());
            }
        }
    }
}
