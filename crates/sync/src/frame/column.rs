//! The values of one field over a batch, packed by what they have in common. Owns the choice of how; refuses to lose a
//! letter: a value that does not fit its column's way goes as text beside it.

mod built;
mod digits;
mod hexadecimal;
mod set;
mod table;

use super::FrameError;
use super::numbers::put_places;
use super::packed::{Packed, Source, Span};
use built::Built;
use digits::Digits;
use hexadecimal::Hexadecimal;
use set::Set;
use table::Table;

/// About how many bits a letter takes, once compressed.
const LETTER: usize = 4;

/// One value on its way into a column, and the other values of its record.
#[derive(Clone, Copy)]
pub(super) struct Value<'r> {
    pub(super) text: &'r str,
    /// The record's values before this one, with the numbers of their names.
    pub(super) before: &'r [(usize, &'r str)],
}

/// A way of packing that suits a column, and what it costs.
trait Way {
    /// The byte under which it is known. Frozen.
    const CODE: u8;

    /// The values that it does not suit, by their places.
    fn exceptions(&self) -> &[usize];

    /// About how many bits the others take.
    fn cost(&self) -> usize;

    /// Writes the others.
    fn put(&self, packed: &mut Packed);
}

/// Every value as text.
const TEXT: u8 = 0;

/// A column under way: the cheapest way so far.
struct Choice<'c, 'r> {
    values: &'c [Value<'r>],
    cost: usize,
    packed: Option<Packed>,
}

impl Choice<'_, '_> {
    fn offer<W: Way>(&mut self, way: Option<W>) {
        let Some(way) = way else { return };
        let beside = way.exceptions().iter().map(|place| 8 + text_cost(self.values[*place].text));
        let cost = way.cost() + beside.sum::<usize>();
        if cost < self.cost {
            let mut packed = Packed { text: Vec::new(), bits: vec![W::CODE] };
            put_places(&mut packed.bits, way.exceptions());
            way.exceptions().iter().for_each(|place| packed.put_text(self.values[*place].text));
            way.put(&mut packed);
            (self.cost, self.packed) = (cost, Some(packed));
        }
    }
}

fn text_cost(text: &str) -> usize {
    8 + LETTER * text.len()
}

/// Writes a column.
pub(super) fn put(packed: &mut Packed, values: &[Value<'_>]) {
    let texts: Vec<&str> = values.iter().map(|value| value.text).collect();
    let mut choice = Choice { values, cost: texts.iter().map(|text| text_cost(text)).sum(), packed: None };
    choice.offer(Built::of(values));
    choice.offer(Some(Table::of(&texts)));
    choice.offer(Digits::<false>::of(&texts));
    choice.offer(Digits::<true>::of(&texts));
    choice.offer(Hexadecimal::of(&texts));
    choice.offer(Set::of(&texts));
    if let Some(Packed { text, bits }) = choice.packed {
        packed.text.extend_from_slice(&text);
        packed.bits.extend_from_slice(&bits);
    } else {
        packed.bits.push(TEXT);
        texts.iter().for_each(|text| packed.put_text(text));
    }
}

/// A column being unpacked: values are taken from it in the order of the records.
pub(super) struct Column {
    values: std::vec::IntoIter<Option<Span>>,
    built: Option<Built>,
}

impl Column {
    /// Reads a column of so many values.
    pub(super) fn take(source: &mut Source<'_>, count: usize) -> Result<Column, FrameError> {
        let code = source.byte()?;
        if code == TEXT {
            return Ok(Column::of((0..count).map(|_| source.text().map(Some)).collect::<Result<_, _>>()?, None));
        }
        let mut values = vec![None; count];
        for place in source.places(count)? {
            values[place] = Some(source.text()?);
        }
        let mut fitting: Vec<_> = values.iter_mut().filter(|value| value.is_none()).collect();
        let built = match code {
            Table::CODE => table::take(source, &mut fitting).map(|()| None),
            Digits::<false>::CODE => Digits::<false>::take(source, &mut fitting).map(|()| None),
            Digits::<true>::CODE => Digits::<true>::take(source, &mut fitting).map(|()| None),
            Hexadecimal::CODE => hexadecimal::take(source, &mut fitting).map(|()| None),
            Set::CODE => set::take(source, &mut fitting).map(|()| None),
            Built::CODE => Built::take(source).map(Some),
            _ => Err(FrameError::Malformed),
        }?;
        Ok(Column::of(values, built))
    }

    fn of(values: Vec<Option<Span>>, built: Option<Built>) -> Column {
        Column { values: values.into_iter(), built }
    }

    /// The next record's value; `before` are the values that it has so far, with the numbers of their names.
    pub(super) fn next(&mut self, source: &mut Source<'_>, before: &[(usize, Span)]) -> Result<Span, FrameError> {
        match (self.values.next().ok_or(FrameError::Malformed)?, &self.built) {
            (Some(value), _) => Ok(value),
            (None, Some(built)) => built.value(source, before),
            (None, None) => Err(FrameError::Malformed),
        }
    }
}
