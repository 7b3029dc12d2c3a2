//! Bytes as hexadecimal digits where a body is JSON.

use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

use crate::identity::{DeviceId, Epoch, Hash};
use crate::keys::{PublicKey, Signature};

/// A value of fixed bytes.
pub(crate) trait Bytes: Sized {
    fn bytes(&self) -> &[u8];
    fn read(bytes: Vec<u8>) -> Option<Self>;
}

macro_rules! bytes {
    ($($name:ident)*) => { $(
        impl Bytes for $name {
            fn bytes(&self) -> &[u8] {
                &self.0
            }

            fn read(bytes: Vec<u8>) -> Option<Self> {
                bytes.try_into().ok().map($name)
            }
        }
    )* };
}

bytes! { PublicKey Hash Epoch DeviceId Signature }

pub(crate) fn serialize<T: Bytes, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    let digits: String = value.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    to.serialize_str(&digits)
}

pub(crate) fn deserialize<'de, T: Bytes, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let digits = String::deserialize(from)?;
    let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2));
    let byte = |pair: Option<&str>| {
        pair.filter(|pair| !pair.starts_with('+')).and_then(|pair| u8::from_str_radix(pair, 16).ok())
    };
    let bytes: Option<Vec<u8>> = pairs.map(byte).collect();
    bytes.and_then(T::read).ok_or_else(|| D::Error::custom("not so many hexadecimal digits"))
}
