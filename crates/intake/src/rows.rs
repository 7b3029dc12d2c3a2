//! One row's cells -> its outcome. Owns the path that every format's rows take; allocates nothing for a usual row.

mod foot;

use regulations::{Field, FieldSet, Fields};

use crate::layout::{Layout, Step};
use crate::outcome::{Refusal, RowOutcome};
use crate::subjects::{Mark, push_word};
use crate::values::{Tidied, check_readable, lost_from_kcpe_index, may_be_unreadable, tidy};
use crate::words::{cell_name, fold, is_tidy};

use foot::RowKind;

/// Room for what rows write, used again for each row. One for each thread.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) record: crate::delimited::RecordScratch,
    pub(crate) row: RowScratch,
}

/// Room for the values of one row that differ from its cells.
#[derive(Debug, Default)]
pub(crate) struct RowScratch {
    text: String,
    patches: Vec<Patch>,
    taken: String,
    parts: Vec<(u8, u32, u32)>,
}

/// A field whose value stands in the scratch text.
#[derive(Clone, Copy, Debug)]
struct Patch {
    field: Field,
    start: u32,
    end: u32,
}

/// Reads rows by a layout.
#[derive(Clone, Copy)]
pub(crate) struct RowReader<'l> {
    layout: &'l Layout,
    /// A bit for each field whose value is wanted. Others are only looked at to know whether the row can be read.
    wanted: u32,
}

impl<'l> RowReader<'l> {
    /// A reader of the fields wanted, or of all. The gender is always read, for it tells a candidate's row at a glance.
    pub(crate) fn new(layout: &'l Layout, wanted: Option<FieldSet>) -> Self {
        let bit = |field: Field| 1 << field as u32;
        let wanted = wanted.map_or(u32::MAX, |set| {
            let index = if set.contains(Field::QualifyingIndex) {
                bit(Field::Qualification) | bit(Field::QualifyingYear)
            } else {
                0
            };
            set.iter().fold(bit(Field::Gender) | index, |bits, field| bits | bit(field))
        });
        RowReader { layout, wanted }
    }

    #[inline]
    fn wants(&self, field: Field) -> bool {
        self.wanted & (1 << field as u32) != 0
    }

    /// Reads one row and hands over its outcome; nothing where the row is empty.
    #[inline]
    pub(crate) fn read<'c, I>(
        &self,
        row: u32,
        cells: I,
        scratch: &mut RowScratch,
        visit: &mut impl FnMut(RowOutcome<'_>),
    ) where
        I: Iterator<Item = &'c str> + Clone,
    {
        scratch.text.clear();
        scratch.patches.clear();
        let mut fields: Fields<'_> = [""; Field::COUNT];
        let read = self.read_cells(cells.clone(), &mut fields, scratch);
        let certain = read.is_ok() && matches!(fields[Field::Gender as usize], "M" | "F");
        let kind = if certain { RowKind::Entry } else { foot::kind_of(self.layout, cells) };
        match (kind, read) {
            (RowKind::Empty, _) => {}
            (RowKind::Skipped(what), _) => visit(RowOutcome::Skipped { row, what }),
            (RowKind::Entry, Err((column, reason))) => {
                visit(RowOutcome::Refused { row, cell: cell_name(column, row), reason });
            }
            (RowKind::Entry, Ok(())) => {
                for patch in &scratch.patches {
                    fields[patch.field as usize] =
                        scratch.text.get(patch.start as usize..patch.end as usize).unwrap_or("");
                }
                self.imply_and_restore(&mut fields, row, visit);
            }
        }
    }

    #[inline]
    fn read_cells<'f, 'c: 'f>(
        &self,
        cells: impl Iterator<Item = &'c str>,
        fields: &mut Fields<'f>,
        scratch: &mut RowScratch,
    ) -> Result<(), (usize, Refusal)> {
        if self.layout.collects_subjects {
            scratch.taken.clear();
        }
        if self.layout.joins_name {
            scratch.parts.clear();
        }
        for ((column, raw), step) in cells.enumerate().zip(&self.layout.steps) {
            if raw.is_empty() {
                continue;
            }
            match *step {
                Step::Ignore => Ok(()),
                Step::Field(field) if self.wants(field) => self.take_field(field, raw, fields, scratch),
                Step::Field(field) => self.look_at(field, raw, scratch),
                Step::NamePart(place) => self.take_name_part(place, raw, scratch),
                Step::Subject(id) => self.take_mark(id, raw, scratch),
                Step::SubjectList => self.take_list(raw, scratch),
            }
            .map_err(|refusal| (column, refusal))?;
        }
        if self.layout.joins_name && self.wants(Field::Name) {
            join_name(scratch);
        }
        if self.layout.collects_subjects && self.wants(Field::Subjects) {
            unite_subjects(fields[Field::Subjects as usize], scratch);
        }
        Ok(())
    }

    #[inline]
    fn take_field<'a>(
        &self,
        field: Field,
        raw: &'a str,
        fields: &mut Fields<'a>,
        scratch: &mut RowScratch,
    ) -> Result<(), Refusal> {
        let start = scratch.text.len();
        match tidy(field, raw, &self.layout.subjects, &mut scratch.text)? {
            Tidied::Is(text) => fields[field as usize] = text,
            Tidied::Written => {
                scratch.patches.push(Patch { field, start: start as u32, end: scratch.text.len() as u32 });
                if field == Field::Gender {
                    fields[field as usize] = gender_constant(scratch.text.get(start..).unwrap_or(""));
                }
            }
        }
        Ok(())
    }

    /// Looks whether a cell can be read at all.
    #[inline]
    fn look_at(&self, field: Field, raw: &str, scratch: &mut RowScratch) -> Result<(), Refusal> {
        if !may_be_unreadable(raw) {
            return Ok(());
        }
        let start = scratch.text.len();
        let outcome = tidy(field, raw, &self.layout.subjects, &mut scratch.text).map(drop);
        scratch.text.truncate(start);
        outcome
    }

    fn take_name_part(&self, place: u8, raw: &str, scratch: &mut RowScratch) -> Result<(), Refusal> {
        let start = scratch.text.len();
        if let Tidied::Is(text) = tidy(Field::Name, raw, &self.layout.subjects, &mut scratch.text)? {
            scratch.text.push_str(text);
        }
        scratch.parts.push((place, start as u32, scratch.text.len() as u32));
        Ok(())
    }

    fn take_mark(&self, id: u16, raw: &str, scratch: &mut RowScratch) -> Result<(), Refusal> {
        if is_tidy(raw) {
            check_readable(Field::Subjects.name(), raw)?;
            self.note_mark(id, raw, scratch);
        } else {
            let folded = fold(raw);
            check_readable(Field::Subjects.name(), &folded)?;
            self.note_mark(id, &folded, scratch);
        }
        Ok(())
    }

    /// Notes the subject where it is taken; an unknown mark beside its code, for the rule that judges it.
    fn note_mark(&self, id: u16, mark: &str, scratch: &mut RowScratch) {
        let subjects = &self.layout.subjects;
        match subjects.mark(id, mark) {
            Mark::NotTaken => {}
            Mark::Taken => push_word(subjects.code(id), 0, &mut scratch.taken),
            Mark::Unknown => {
                push_word(subjects.code(id), 0, &mut scratch.taken);
                scratch.taken.push('?');
                scratch.taken.extend(mark.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | '/')));
            }
        }
    }

    fn take_list(&self, raw: &str, scratch: &mut RowScratch) -> Result<(), Refusal> {
        let mut codes = String::new();
        if let Tidied::Is(text) = tidy(Field::Subjects, raw, &self.layout.subjects, &mut codes)? {
            codes.push_str(text);
        }
        if !codes.is_empty() {
            push_word(&codes, 0, &mut scratch.taken);
        }
        Ok(())
    }

    /// What the whole row tells: a KCPE heading implies the qualification, and a KCPE index its lost zero.
    #[inline]
    fn imply_and_restore(&self, fields: &mut Fields<'_>, row: u32, visit: &mut impl FnMut(RowOutcome<'_>)) {
        let index = fields[Field::QualifyingIndex as usize];
        let year = fields[Field::QualifyingYear as usize];
        if self.layout.implies_kcpe && !(index.is_empty() && year.is_empty()) {
            fields[Field::Qualification as usize] = "KCPE";
        }
        let lost = match fields[Field::Qualification as usize] {
            "KCPE" => lost_from_kcpe_index(index, year),
            _ => 0,
        };
        if lost == 0 {
            visit(RowOutcome::Entry { row, fields });
            return;
        }
        let mut whole = [b'0'; 11];
        let length = index.len() + lost;
        whole[lost..length].copy_from_slice(index.as_bytes());
        let mut restored = *fields;
        restored[Field::QualifyingIndex as usize] = std::str::from_utf8(&whole[..length]).unwrap_or(index);
        visit(RowOutcome::Entry { row, fields: &restored });
    }
}

/// A value that decides must be there before the row's patches are.
fn gender_constant(text: &str) -> &'static str {
    match text {
        "M" => "M",
        "F" => "F",
        _ => "",
    }
}

/// Joins surname, other names and middle name in their order: surname, first or other names, middle.
fn join_name(scratch: &mut RowScratch) {
    scratch.parts.sort_by_key(|(place, ..)| *place);
    let start = scratch.text.len();
    for i in 0..scratch.parts.len() {
        let (_, from, to) = scratch.parts[i];
        if from < to {
            if scratch.text.len() > start {
                scratch.text.push(' ');
            }
            scratch.text.extend_from_within(from as usize..to as usize);
        }
    }
    scratch.patches.push(Patch { field: Field::Name, start: start as u32, end: scratch.text.len() as u32 });
}

/// Adds the subjects marked in columns of their own to those of the `subjects` column, each once.
fn unite_subjects(listed: &str, scratch: &mut RowScratch) {
    let start = scratch.text.len();
    match scratch.patches.iter().find(|patch| patch.field == Field::Subjects) {
        Some(&Patch { start, end, .. }) => scratch.text.extend_from_within(start as usize..end as usize),
        None => scratch.text.push_str(listed),
    }
    let listed_end = scratch.text.len();
    let has_list = listed_end > start;
    for code in scratch.taken.split(' ').filter(|code| !code.is_empty()) {
        let there = has_list && scratch.text[start..listed_end].split(' ').any(|listed| listed == code);
        if !there {
            push_word(code, start, &mut scratch.text);
        }
    }
    scratch.patches.push(Patch { field: Field::Subjects, start: start as u32, end: scratch.text.len() as u32 });
}
