//! The papers of a registration as PDF bytes: a model goes in, its pages come out, and the same model gives the same
//! bytes. Pure: no clock, no files, no random numbers. The photo tables ([`roll`], [`photo_register`]) are drawn with
//! krilla; the forms that flow are set with genpdf.

pub mod checklist;
pub mod declaration;
mod error;
pub mod foreign;
mod form;
pub mod label;
mod measure;
mod model;
pub mod nil_return;
mod pagination;
pub mod photo_register;
mod print_text;
pub mod proforma;
pub mod receipt;
mod registered;
pub mod roll;
mod sheet;
pub mod slips;
pub mod special_needs;
mod typeface;
mod words;

pub use error::DocumentError;
pub use model::{Candidate, Centre, Head, Language, Masthead, Subject};
pub use registered::COUNCIL;
