//! The form of a record: everything of it but its values. Records of a batch share a few. Owns how a form is written;
//! refuses to hold a value.

use super::FrameError;
use super::names::NAMES;
use super::packed::{Packed, Source};
use crate::record::put_number;

/// How a batch says what a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Subject {
    /// The centre.
    Centre = 0,
    /// A candidate whose identity follows from this record.
    Entered = 1,
    /// A slip whose identity follows from this record.
    Recorded = 2,
    /// A candidate who is named.
    Candidate = 3,
    /// A slip that is named.
    Slip = 4,
}

impl Subject {
    const ALL: [Subject; 5] = [Subject::Centre, Subject::Entered, Subject::Recorded, Subject::Candidate, Subject::Slip];

    /// Whether the record needs an identity beside its form.
    pub(super) const fn is_named(self) -> bool {
        matches!(self, Subject::Candidate | Subject::Slip)
    }

    /// The byte of `About::tag`.
    pub(super) const fn tag(self) -> u8 {
        match self {
            Subject::Centre => 0,
            Subject::Entered | Subject::Candidate => 1,
            Subject::Recorded | Subject::Slip => 2,
        }
    }
}

/// A field that records of this form write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    /// Its name's number: one of [`NAMES`], or beyond them one of the batch's own.
    pub(super) name: usize,
    /// Whether it has a base.
    pub(super) base: bool,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Shape {
    pub(super) kind: u8,
    pub(super) subject: Subject,
    /// Which of the batch's actors.
    pub(super) actor: usize,
    pub(super) schema: u32,
    pub(super) cells: Vec<Cell>,
}

impl Shape {
    pub(super) fn put(&self, packed: &mut Packed) {
        let out = &mut packed.text;
        out.extend([self.kind, self.subject as u8]);
        put_number(out, self.actor as u64);
        put_number(out, self.schema.into());
        put_number(out, self.cells.len() as u64);
        self.cells.iter().for_each(|cell| put_number(out, (cell.name as u64) << 1 | u64::from(cell.base)));
    }

    pub(super) fn take(source: &mut Source<'_>, actors: usize, names: usize) -> Result<Shape, FrameError> {
        let below = |number: u64, end: usize| usize::try_from(number).ok().filter(|number| *number < end);
        let kind = source.text_byte()?;
        let subject = Subject::ALL.get(usize::from(source.text_byte()?)).copied().ok_or(FrameError::Malformed)?;
        let actor = below(source.text_number()?, actors).ok_or(FrameError::Malformed)?;
        let schema = source.text_number()?.try_into().map_err(|_| FrameError::Malformed)?;
        let cell = |source: &mut Source<'_>| {
            let number = source.text_number()?;
            let name = below(number >> 1, NAMES.len() + names).ok_or(FrameError::Malformed)?;
            Ok(Cell { name, base: number & 1 == 1 })
        };
        let count = source.text_number()?;
        let cells = (0..count).map(|_| cell(source)).collect::<Result<_, FrameError>>()?;
        Ok(Shape { kind, subject, actor, schema, cells })
    }
}

/// The names that these shapes have, each once, in the order of their first use: that of the columns.
pub(super) fn names(shapes: &[Shape]) -> Vec<usize> {
    let mut names = Vec::new();
    for cell in shapes.iter().flat_map(|shape| &shape.cells) {
        if !names.contains(&cell.name) {
            names.push(cell.name);
        }
    }
    names
}
