//! The papers of a registration as PDF bytes: a model goes in, its pages come out, and the same model gives the same
//! bytes. Pure: no clock, no files, no random numbers. The photo tables ([`roll`], [`photo_register`]) are drawn with
//! krilla; the forms that flow are set with genpdf.

mod error;
mod measure;
mod model;
mod pagination;
pub mod photo_register;
mod print_text;
pub mod roll;
mod sheet;
mod typeface;
mod words;

pub use error::DocumentError;
pub use model::{Candidate, Centre, Head, Language, Masthead, Subject};
