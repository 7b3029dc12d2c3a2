//! Spreadsheets and photographs, from bytes to drafts and back. Pure over bytes: no clock, no files, no register.
//!
//! # Tables
//!
//! A file's first bytes tell how to read it ([`Family::of`]); its name never does.
//!
//! - [`delimited`]: text of any size, as a stream of blocks that any thread turns into outcomes.
//! - [`workbook`]: `.xlsx`, `.xlsm`, `.xls`, `.xlsb` and `.ods`, as a stream of outcomes.
//! - [`table`]: any of them whole, with the cells as they stand: for an import and its error workbook.
//!
//! All three take [`Options`] (sheet, subjects' names, mapping), detect a [`Layout`] or take the one given, and give for
//! each row below the headings that is not empty a [`RowOutcome`]: an entry whose fields are in canonical spelling, a
//! refusal that names the cell, or what it is that is skipped.
//!
//! Code that reads a foreign format runs inside [`contained`], so a damaged file is an [`IntakeError`] and never a panic;
//! a program that does not want the panic hook's text on its standard error sets a silent hook.

pub mod delimited;
pub mod error_workbook;
pub mod export;
pub mod layout;
pub mod photograph;
pub mod table;
pub mod template;
pub mod workbook;

mod contain;
mod dates;
mod error;
mod format;
mod meanings;
mod outcome;
mod rows;
#[cfg(test)]
mod samples;
mod subjects;
mod values;
mod words;

pub use contain::contained;
pub use error::IntakeError;
pub use format::{Family, Format};
pub use layout::{Column, Confidence, GivenMapping, Layout, Role};
pub use outcome::{Outcome, Refusal, RowOutcome, Skip};
pub use rows::Scratch;
pub use subjects::SubjectHeading;

/// How to read a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The sheet to read; without a name, the first visible one that has headings.
    pub sheet: Option<&'a str>,
    /// What the subjects are called.
    pub subjects: &'a [SubjectHeading],
    /// A mapping that takes the place of detection.
    pub mapping: Option<&'a GivenMapping>,
}
