//! The things of a register (candidates, the centre, slips) with their cells. Owns where each is found, in an order
//! that does not differ from run to run; refuses to know what is written.

use rustc_hash::FxHashMap;

use crate::identity::About;

use super::cell::Cell;

/// A candidate, the centre or a slip: its cells, sorted by field.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    pub(super) about: About,
    pub(super) cells: Vec<(u32, Cell)>,
    /// Left for another centre.
    pub(super) departed: bool,
}

/// All of them, in the order in which they were first written about.
#[derive(Clone, Debug, Default)]
pub(super) struct Things {
    places: FxHashMap<About, u32>,
    all: Vec<Thing>,
}

impl Things {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Thing> {
        self.all.iter()
    }

    pub(super) fn get(&self, about: &About) -> Option<&Thing> {
        self.all.get(*self.places.get(about)? as usize)
    }

    pub(super) fn get_mut(&mut self, about: About) -> &mut Thing {
        let place = *self.places.entry(about).or_insert_with(|| {
            self.all.push(Thing { about, cells: Vec::new(), departed: false });
            self.all.len() as u32 - 1
        });
        &mut self.all[place as usize]
    }
}

impl Thing {
    /// Makes room for what is about to be written, so that an entry is one allocation.
    pub(super) fn expect(&mut self, fields: usize) {
        if self.cells.is_empty() {
            self.cells.reserve_exact(fields);
        }
    }

    pub(super) fn cell(&self, field: u32) -> Option<&Cell> {
        let place = self.cells.binary_search_by_key(&field, |(field, _)| *field).ok()?;
        self.cells.get(place).map(|(_, cell)| cell)
    }

    pub(super) fn cell_mut(&mut self, field: u32) -> &mut Cell {
        let place = match self.cells.binary_search_by_key(&field, |(field, _)| *field) {
            Ok(place) => place,
            Err(place) => {
                self.cells.insert(place, (field, Cell::default()));
                place
            }
        };
        &mut self.cells[place].1
    }
}
