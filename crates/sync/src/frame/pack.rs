//! Packs a batch's records: what they are alike in is written once, their values column by column. Owns the order in
//! which it is written; refuses to change a byte: a record that it could not give back exactly goes as it is.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::column::{self, Value};
use super::names::{NAMES, number_of};
use super::numbers::{self, folded};
use super::packed::Packed;
use super::shape::{self, Cell, Shape};
use super::{Begin, Chained, bases, subjects};
use crate::record::{FieldWrite, Record, put_number};

/// Packs the records of a batch.
pub(super) fn pack(begin: Begin, operations: &[Chained]) -> Packed {
    let places = (begin.first..).zip(operations);
    let records: Vec<_> = places.map(|(n, operation)| exact(n, &operation.bytes)).collect();
    let mut packing = Packing::default();
    for (operation, record) in operations.iter().zip(&records) {
        match record {
            Some(record) => packing.add(begin, record),
            None => packing.add_as_it_is(&operation.bytes),
        }
        packing.bases.passed(operation.h.tag());
    }
    packing.packed()
}

/// Writes every record as it is.
pub(super) fn pack_as_they_are(operations: &[Chained]) -> Packed {
    let mut packing = Packing::default();
    operations.iter().for_each(|operation| packing.add_as_it_is(&operation.bytes));
    packing.packed()
}

/// The record, where its bytes follow from it and its place.
fn exact(n: u64, bytes: &[u8]) -> Option<Record> {
    Record::from_bytes(bytes).ok().filter(|record| record.n == n && record.to_bytes() == bytes)
}

/// Things that are written once and then numbered.
struct Numbered<T> {
    list: Vec<T>,
    places: FxHashMap<T, usize>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered { list: Vec::new(), places: FxHashMap::default() }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    fn number(&mut self, thing: &T) -> usize {
        if let Some(place) = self.places.get(thing) {
            return *place;
        }
        self.places.insert(thing.clone(), self.list.len());
        self.list.push(thing.clone());
        self.list.len() - 1
    }
}

/// A record's values with the numbers of their fields' names.
type Row<'r> = Vec<(usize, &'r str)>;

#[derive(Default)]
struct Packing<'r> {
    actors: Numbered<String>,
    names: Numbered<String>,
    shapes: Numbered<Shape>,
    /// Of each record, 0 for one as it is, else its shape's number and 1.
    forms: Vec<u64>,
    moments: Vec<u64>,
    last_moment: i64,
    subjects: subjects::Named,
    bases: bases::Named,
    rows: Vec<Row<'r>>,
    as_they_are: Vec<u8>,
}

impl<'r> Packing<'r> {
    fn add_as_it_is(&mut self, bytes: &[u8]) {
        self.forms.push(0);
        put_number(&mut self.as_they_are, bytes.len() as u64);
        self.as_they_are.extend_from_slice(bytes);
    }

    fn add(&mut self, begin: Begin, record: &'r Record) {
        let cells: Vec<Cell> = record.fields.iter().map(|write| self.cell(write)).collect();
        self.rows.push(cells.iter().zip(&record.fields).map(|(cell, write)| (cell.name, &*write.value)).collect());
        let subject = self.subjects.add(begin, record);
        let actor = self.actors.number(&record.actor);
        let shape = Shape { kind: record.kind.code(), subject, actor, schema: record.schema, cells };
        self.forms.push(self.shapes.number(&shape) as u64 + 1);
        self.moments.push(folded(record.at.0.wrapping_sub(self.last_moment)));
        self.last_moment = record.at.0;
        record.fields.iter().filter_map(|write| write.base).for_each(|base| self.bases.add(base));
    }

    fn cell(&mut self, write: &FieldWrite) -> Cell {
        let own = || NAMES.len() + self.names.number(&write.field);
        Cell { name: number_of(&write.field).unwrap_or_else(own), base: write.base.is_some() }
    }

    fn packed(&self) -> Packed {
        let mut packed = Packed::default();
        packed.put_texts(self.actors.list.iter().map(String::as_str));
        packed.put_texts(self.names.list.iter().map(String::as_str));
        put_number(&mut packed.bits, self.shapes.list.len() as u64);
        self.shapes.list.iter().for_each(|shape| shape.put(&mut packed));
        numbers::put(&mut packed.bits, &self.forms);
        numbers::put(&mut packed.bits, &self.moments);
        self.subjects.put(&mut packed);
        self.bases.put(&mut packed);
        for name in shape::names(&self.shapes.list) {
            let values: Vec<_> = self.rows.iter().flat_map(|row| values_of(row, name)).collect();
            column::put(&mut packed, &values);
        }
        packed.text.extend_from_slice(&self.as_they_are);
        packed
    }
}

fn values_of<'v>(row: &'v [(usize, &'v str)], name: usize) -> impl Iterator<Item = Value<'v>> {
    let named = row.iter().enumerate().filter(move |(_, (other, _))| *other == name);
    named.map(|(place, (_, text))| Value { text, before: &row[..place] })
}
