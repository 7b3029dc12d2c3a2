//! Any bytes as a stick's content, outward or homeward: refused, or a value that is written to bytes that read as it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::bundle::{Content, Homeward, Outward, from_bytes, to_bytes};

fn read<C: Content + PartialEq + std::fmt::Debug>(bytes: &[u8]) {
    if let Ok(content) = from_bytes::<C>(bytes) {
        assert_eq!(from_bytes(&to_bytes(&content).unwrap()), Ok(content));
    }
}

fuzz_target!(|bytes: &[u8]| {
    read::<Outward>(bytes);
    read::<Homeward>(bytes);
});
