//! The server as others see it: addresses, limits, lanes, answers and problems. Owns what happens to every request
//! before and after its endpoint; refuses decisions (`access`, `answering` and `sync::authority` make them).

pub(crate) mod asked;
mod attend;
mod bodies;
mod browser;
mod bundles;
pub mod endpoint;
pub(crate) mod entrance;
pub mod lanes;
pub mod limits;
pub mod openapi;
mod orders;
mod parts;
mod records;
pub(crate) mod reply;
mod router;
mod server;
mod watch;

pub(crate) use asked::read_register;
pub use endpoint::Endpoint;
pub use openapi::document;
pub use router::router;
pub use server::Server;
