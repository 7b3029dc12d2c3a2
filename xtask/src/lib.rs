//! What the project's tasks make: sample data, fixtures and the spreadsheets they are written in. The tasks themselves
//! are the binary's.

pub mod fixtures;
pub mod sample;
pub mod sheet;
