//! Any bytes as a text file: an error or a table, the same whatever the size of its blocks.
#![no_main]

use intake::delimited::Delimited;
use intake::table::Table;
use intake::{Options, Scratch, SubjectHeading};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let subjects = ["101=ENG", "102=KIS", "443=AGRI"].map(|entry| {
        let (code, name) = entry.split_at(3);
        SubjectHeading { code: code.to_owned(), names: vec![name[1..].to_owned()] }
    });
    let options = Options { subjects: &subjects, ..Options::default() };
    let whole = Table::read(bytes, &options);
    let Ok(file) = Delimited::open(bytes, &options) else { return };
    let mut file = file.with_block_size(61);
    let layout = file.layout().clone();
    let (mut scratch, mut rows) = (Scratch::default(), Vec::new());
    while let Ok(Some(block)) = file.next_block(Vec::new()) {
        block.for_each_row(&layout, &mut scratch, |outcome| rows.push((outcome.row(), outcome.to_owned())));
    }
    if let Ok(whole) = whole {
        let expected: Vec<_> = whole.data().map(|(row, outcome)| (row.row, outcome.clone())).collect();
        assert_eq!(rows, expected);
    }
});
