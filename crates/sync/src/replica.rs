//! The device's side: decides, from where its copy of a register stands and what the council answered, what to ask
//! next. Owns that order; refuses to keep anything (a [`Replica`] does) and to know the network.

mod batch;
mod estimate;
mod session;
mod store;
mod trouble;

pub use estimate::{Estimate, estimate};
pub use session::{Limits, Progress, Session, Step, Summary, Ticket};
pub use store::{Carried, OwnStream, Place, Replica, Taken};
pub use trouble::Trouble;
