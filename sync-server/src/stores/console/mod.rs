//! What the console keeps and asks, in one text of SQL for both databases (`super::rows`). Owns that SQL and the shape of
//! its rows; refuses to decide anything.

pub mod announcements;
pub mod audit;
mod bring;
pub mod candidates;
pub mod cases;
pub mod factors;
pub mod kcpe;
pub mod life;
pub mod projected;
pub mod search;
pub mod sessions;
