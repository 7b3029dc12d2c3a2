//! What a session does in each situation, against the real decisions of the council.

mod believe;
mod copy;
mod council;
mod forks;
mod lanes;
mod link;
mod lives;
mod steady;

use copy::Copy;
use council::Council;

/// A council, and a device that is enrolled there.
fn met() -> (Copy, Council) {
    let mut council = Council::new();
    (device(1, &mut council), council)
}

/// Another device, enrolled.
fn device(seed: u8, council: &mut Council) -> Copy {
    let copy = Copy::new(seed, council.key.public());
    council.enrol(&copy.key);
    copy
}
