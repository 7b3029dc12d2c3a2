//! Any bytes as a photograph: refused, or a picture within the bounds of 2.9. Never a panic that leaves the crate,
//! which is why the hook that would stop at a contained one is taken out.
#![no_main]

use intake::photograph::{Crop, MOST_BYTES, SIDE, inspect, normalise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| {})),
    |input: (u16, u16, u16, &[u8])| {
        let (left, top, side, bytes) = input;
        let crop = match side {
            0 => Crop::Largest,
            _ => Crop::Square { left: left.into(), top: top.into(), side: side.into() },
        };
        let Ok(photograph) = normalise(bytes, crop) else { return };
        assert!(photograph.jpeg.len() <= MOST_BYTES);
        let read_back = inspect(&photograph.jpeg).map(|facts| (facts.width, facts.height));
        assert_eq!(read_back, Ok((SIDE, SIDE)));
    }
);
