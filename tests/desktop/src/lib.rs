//! The real window on a screen that nobody sees, driven over WebDriver: a profile of its own, keys, pictures, and being
//! killed. Owns the processes and ends them; refuses to know a screen of the program, which is the tests'. A test that
//! cannot find the program says how it is built.

mod dialog;
mod hands;
pub mod memory;
mod place;
pub mod power;
mod seat;
mod session;

pub use fantoccini::key::Key;
pub use place::Place;
pub use seat::{Conditions, PASSPHRASE, Seat, Secrets};
pub use session::Session;
