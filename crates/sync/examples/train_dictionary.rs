//! Trains the dictionary that batches are packed with. Started by `cargo xtask dictionary`:
//! `cargo run --release -p sync --example train_dictionary -- OUT BYTES CSV...`

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod centre;

use centre::{Row, Stream};
use regulations::Field;
use sync::frame::{MOST_OPERATIONS, text_of};
use sync::{StreamId, WriterId};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (out, size) = (arguments.next().unwrap(), arguments.next().unwrap().parse().unwrap());
    let centres: Vec<Vec<Row>> = arguments.flat_map(|path| centre::centres(&path)).collect();
    let texts: Vec<Vec<u8>> = centres.iter().enumerate().flat_map(|(place, rows)| texts(place, rows)).collect();
    let dictionary = zstd::dict::from_samples(&texts, size).unwrap();
    let total: usize = texts.iter().map(Vec::len).sum();
    eprintln!("{} texts, {total} bytes; dictionary of {} bytes", texts.len(), dictionary.len());
    std::fs::write(out, dictionary).unwrap();
}

/// The texts of a centre's batches: its entries, typed or imported, and corrections of names.
fn texts(place: usize, rows: &[Row]) -> Vec<Vec<u8>> {
    let mut stream = Stream::new(StreamId { writer: WriterId([place as u8; 16]), incarnation: 1 });
    let entered: Vec<_> = rows.iter().map(|row| stream.enter(row, place.is_multiple_of(2))).collect();
    for ((id, base), row) in entered.iter().zip(rows).skip(place % 3).step_by(3) {
        stream.edit(*id, "name", &row[Field::Name as usize], Some(*base));
    }
    let mut first = 1;
    let mut text = |records: &[Vec<u8>]| {
        let text = text_of(stream.id, first, stream.start, records);
        first += records.len() as u64;
        text
    };
    stream.records.chunks(MOST_OPERATIONS).map(&mut text).collect()
}
