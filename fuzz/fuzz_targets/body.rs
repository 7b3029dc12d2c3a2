//! Any bits and any text as a batch's body, without compression in the way: refused, or operations.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::frame::{Frame, MOST_UNPACKED};

fuzz_target!(|input: (u8, &[u8], &[u8])| {
    let (count, bits, text) = input;
    let mut frame = vec![1];
    frame.extend([0; 6 + 16]);
    frame.extend([1, 1]);
    frame.extend([0; 32]);
    frame.extend(if count < 128 { vec![count] } else { vec![count, 1] });
    frame.extend([0; 64]);
    let mut length = bits.len();
    while length >= 0x80 {
        frame.push(length as u8 & 0x7f | 0x80);
        length >>= 7;
    }
    frame.push(length as u8);
    frame.extend_from_slice(bits);
    frame.push(0);
    frame.extend_from_slice(text);
    let Ok(frame) = Frame::open(&frame) else { return };
    assert_eq!(frame.operations.len(), usize::from(count));
    assert!(frame.operations.iter().map(|operation| operation.bytes.len()).sum::<usize>() <= MOST_UNPACKED);
});
