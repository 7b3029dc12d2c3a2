//! The desk and the council: enrolling this computer, carrying what its registers have to say, and how it stands. Owns
//! HTTP, sessions, waiting and the words for what went wrong; what is asked next is decided in `sync`, what is kept is
//! the register's.

mod answered;
pub mod bundle;
mod copy;
mod council;
mod enrolment;
mod exchange;
mod failure;
mod lent;
mod line;
mod patience;
mod report;
mod round;
mod standing;
mod tokens;

pub use ::sync::Receipt;
pub use ::sync::fold::{Branch, Conflict, Held};
pub use ::sync::replica::{Estimate, Progress, Summary, Trouble};
pub use council::Council;
pub use enrolment::{Enrolment, enrol};
pub use exchange::{about_bytes, estimate, synchronise, synchronise_lent};
pub use failure::Failure;
pub use lent::Lend;
pub use line::{Cancel, Traffic};
pub use patience::Patience;
pub use report::{Ended, Report};
pub use round::Options;
pub use standing::{Next, Standing, short_code_of, standing};
