//! The device's side: decides, from where its copy of a register stands and what the council answered, what to ask
//! next. Owns that order; refuses to keep anything (a [`Replica`] does) and to know the network.

mod store;

pub use store::{Carried, OwnStream, Place, Replica, Taken};
