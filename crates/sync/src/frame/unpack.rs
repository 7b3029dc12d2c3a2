//! Unpacks a batch's records, byte for byte, and chains them on the way, for a base may name an operation of the batch
//! itself. Refuses whatever [`super::pack`] does not write, and anything beyond the limits, before it takes memory for it.

use super::column::Column;
use super::names::NAMES;
use super::numbers::unfolded;
use super::packed::{Source, Span};
use super::shape::{self, Shape};
use super::{Begin, Chained, FrameError, MOST_UNPACKED, bases, subjects};
use crate::chain::chain_next;
use crate::identity::{Hash, Origin, UnixMillis};
use crate::record::{FORMAT, put_number};

/// The fewest bytes of a field in a record: two lengths, and that there is no base.
const LEAST_FIELD: usize = 3;

/// The operations of a frame's body.
pub(super) fn unpack(begin: Begin, count: usize, body: &[u8]) -> Result<Vec<Chained>, FrameError> {
    let mut source = Source::of(body)?;
    let (actors, names) = (source.texts()?, source.texts()?);
    let shapes = source.count(count)?;
    let shape = |_| Shape::take(&mut source, actors.len(), names.len());
    let shapes = (0..shapes).map(shape).collect::<Result<Vec<_>, _>>()?;
    let forms = forms(source.numbers(count)?, &shapes)?;
    let mut unpacking = Unpacking::of(begin, source, actors, names, &shapes, &forms)?;
    forms.iter().try_for_each(|form| unpacking.add(*form))?;
    if unpacking.source.is_empty() { Ok(unpacking.operations) } else { Err(FrameError::Malformed) }
}

/// Of each record its shape, `None` for one as it is. Not more fields than fit the most that a batch unpacks to.
fn forms(numbers: Vec<u64>, shapes: &[Shape]) -> Result<Vec<Option<&Shape>>, FrameError> {
    let form = |number: u64| match number.checked_sub(1).map(usize::try_from) {
        None => Ok(None),
        Some(place) => place.ok().and_then(|place| shapes.get(place)).map(Some).ok_or(FrameError::Malformed),
    };
    let forms = numbers.into_iter().map(form).collect::<Result<Vec<_>, _>>()?;
    let fields: usize = forms.iter().flatten().map(|shape| shape.cells.len()).sum();
    if fields * LEAST_FIELD > MOST_UNPACKED { Err(FrameError::Bomb) } else { Ok(forms) }
}

struct Unpacking<'b> {
    begin: Begin,
    source: Source<'b>,
    actors: Vec<Span>,
    names: Vec<Span>,
    moments: std::vec::IntoIter<u64>,
    last_moment: i64,
    subjects: subjects::Known<'b>,
    bases: bases::Known<'b>,
    /// By the number of the name.
    columns: Vec<Option<Column>>,
    /// The values of the record under way, with the numbers of their names.
    row: Vec<(usize, Span)>,
    operations: Vec<Chained>,
    h: Hash,
    size: usize,
}

impl<'b> Unpacking<'b> {
    fn of(
        begin: Begin,
        mut source: Source<'b>,
        actors: Vec<Span>,
        names: Vec<Span>,
        shapes: &[Shape],
        forms: &[Option<&Shape>],
    ) -> Result<Unpacking<'b>, FrameError> {
        let compact = || forms.iter().flatten();
        let moments = source.numbers(compact().count())?.into_iter();
        let subjects = subjects::Known::take(&mut source, compact().filter(|shape| shape.subject.is_named()).count())?;
        let cells = || compact().flat_map(|shape| &shape.cells);
        let bases = bases::Known::take(&mut source, cells().filter(|cell| cell.base).count())?;
        let mut counts = vec![0_usize; NAMES.len() + names.len()];
        cells().for_each(|cell| counts[cell.name] += 1);
        let mut columns: Vec<_> = counts.iter().map(|_| None).collect();
        for name in shape::names(shapes) {
            columns[name] = Some(Column::take(&mut source, counts[name])?);
        }
        let (row, operations) = (Vec::new(), Vec::with_capacity(forms.len()));
        let (last_moment, h, size) = (0, begin.before, 0);
        Ok(Unpacking {
            begin,
            source,
            actors,
            names,
            moments,
            last_moment,
            subjects,
            bases,
            columns,
            row,
            operations,
            h,
            size,
        })
    }

    fn add(&mut self, form: Option<&Shape>) -> Result<(), FrameError> {
        let bytes = match form {
            Some(shape) => self.record(shape)?,
            None => self.record_as_it_is()?,
        };
        self.size += bytes.len();
        self.h = chain_next(self.h, &bytes);
        self.operations.push(Chained { bytes, h: self.h });
        if self.size > MOST_UNPACKED { Err(FrameError::Bomb) } else { Ok(()) }
    }

    fn record_as_it_is(&mut self) -> Result<Vec<u8>, FrameError> {
        let length = usize::try_from(self.source.text_number()?).map_err(|_| FrameError::Malformed)?;
        let record = self.source.bytes(length)?;
        Ok(self.source.get(record).to_vec())
    }

    fn record(&mut self, shape: &Shape) -> Result<Vec<u8>, FrameError> {
        let n = self.begin.first + self.operations.len() as u64;
        let moment = self.moments.next().ok_or(FrameError::Malformed)?;
        self.last_moment = self.last_moment.wrapping_add(unfolded(moment));
        self.read_row(shape)?;
        let id = self.id(shape, n)?;
        let mut out = Vec::with_capacity(512);
        out.push(FORMAT);
        put_number(&mut out, n);
        out.push(shape.subject.tag());
        out.extend_from_slice(&id);
        out.push(shape.kind);
        out.extend_from_slice(&self.last_moment.to_le_bytes());
        put_number(&mut out, shape.schema.into());
        put_text(&mut out, self.source.get(self.actors[shape.actor]));
        self.put_fields(&mut out, shape)?;
        Ok(out)
    }

    fn read_row(&mut self, shape: &Shape) -> Result<(), FrameError> {
        self.row.clear();
        for cell in &shape.cells {
            let column = self.columns[cell.name].as_mut().ok_or(FrameError::Malformed)?;
            let value = column.next(&mut self.source, &self.row)?;
            self.row.push((cell.name, value));
        }
        Ok(())
    }

    fn id(&mut self, shape: &Shape, n: u64) -> Result<[u8; 16], FrameError> {
        let origin = Origin { stream: self.begin.stream, n, at: UnixMillis(self.last_moment) };
        let (source, names) = (&self.source, &self.names);
        let texts = self.row.iter().flat_map(|(name, value)| [named(source, names, *name), source.get(*value)]);
        self.subjects.next(self.operations.len(), shape.subject, origin, texts)
    }

    fn put_fields(&mut self, out: &mut Vec<u8>, shape: &Shape) -> Result<(), FrameError> {
        put_number(out, shape.cells.len() as u64);
        for (cell, (name, value)) in shape.cells.iter().zip(&self.row) {
            put_text(out, named(&self.source, &self.names, *name));
            put_text(out, self.source.get(*value));
            out.push(cell.base.into());
            if cell.base {
                out.extend_from_slice(&self.bases.next(&self.operations)?.0);
            }
        }
        Ok(())
    }
}

/// The name of this number: one of all batches', or of this batch's own.
fn named<'s>(source: &'s Source<'_>, own: &[Span], name: usize) -> &'s [u8] {
    match NAMES.get(name) {
        Some(name) => name.as_bytes(),
        None => source.get(own[name - NAMES.len()]),
    }
}

fn put_text(out: &mut Vec<u8>, text: &[u8]) {
    put_number(out, text.len() as u64);
    out.extend_from_slice(text);
}
