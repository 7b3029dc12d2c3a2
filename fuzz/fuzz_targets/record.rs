//! Any bytes as an operation: refused, or one that is written as it was read (format 1 had longer bases).
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::{About, Record};

fuzz_target!(|bytes: &[u8]| {
    let Ok(record) = Record::from_bytes(bytes) else { return };
    let written = record.to_bytes();
    assert_eq!(Record::from_bytes(&written), Ok(record.clone()));
    if bytes[0] == 2 && record.about != About::Centre {
        assert_eq!(written, bytes);
    }
});
