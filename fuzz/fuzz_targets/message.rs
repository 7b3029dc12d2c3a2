//! Any bytes as a message of either side: refused, or a value that is written to bytes that read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::message::{Answer, Request, from_bytes, to_bytes};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(request) = from_bytes::<Request>(bytes) {
        assert_eq!(from_bytes(&to_bytes(&request)), Ok(request));
    }
    if let Ok(answer) = from_bytes::<Answer>(bytes) {
        assert_eq!(from_bytes(&to_bytes(&answer)), Ok(answer));
    }
});
