//! Any bytes as a batch: refused, or operations within the limits that seal again to the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::SecretKey;
use sync::frame::{Frame, MOST_OPERATIONS, MOST_UNPACKED};

fuzz_target!(|bytes: &[u8]| {
    let Ok(frame) = Frame::open(bytes) else { return };
    let records: Vec<Vec<u8>> = frame.operations.iter().map(|operation| operation.bytes.clone()).collect();
    assert!((1..=MOST_OPERATIONS).contains(&records.len()));
    assert!(records.iter().map(Vec::len).sum::<usize>() <= MOST_UNPACKED);
    let (register, incarnation) = (frame.head.register, frame.head.incarnation);
    let key = SecretKey::of(&[1; 32]);
    let Ok(sealed) = Frame::seal(&key, register, incarnation, frame.first, frame.before, &records) else { return };
    assert_eq!(Frame::open(&sealed).map(|again| again.operations), Ok(frame.operations));
});
