//! Where one record of a text file ends and the next begins, quotation marks and all: the csv crate's own reading.

use memchr::memchr;

/// Room for the cells of a record with quotation marks.
#[derive(Debug, Default)]
pub(crate) struct RecordScratch {
    core: Option<(u8, csv_core::Reader)>,
    output: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
}

/// One record: how many bytes it took with its line end, and its text where it has no quotation mark.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record<'t> {
    pub(crate) taken: usize,
    /// `None`: the cells stand in the scratch.
    pub(crate) plain: Option<&'t str>,
}

/// What a block has in it, so that what it has not need not be looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    pub(crate) quotes: bool,
    pub(crate) returns: bool,
}

impl Marks {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Marks { quotes: memchr(b'"', bytes).is_some(), returns: memchr(b'\r', bytes).is_some() }
    }
}

/// Reads the record at the start of `text`; `None` where it needs more text, which at the end (`last`) it never does.
#[inline]
pub(crate) fn next_record<'t>(
    text: &'t str,
    delimiter: u8,
    marks: Marks,
    last: bool,
    scratch: &mut RecordScratch,
) -> Option<Record<'t>> {
    let bytes = text.as_bytes();
    if marks.returns && bytes.first() == Some(&b'\r') {
        return empty_record(bytes, last);
    }
    let (line, mut taken) = match memchr(b'\n', bytes) {
        Some(end) => (&text[..end], end + 1),
        None => (text, text.len()),
    };
    let complete = taken > line.len();
    if marks.quotes && memchr(b'"', line.as_bytes()).is_some() {
        return quoted(bytes, delimiter, last, scratch);
    }
    let mut plain = line;
    if marks.returns
        && let Some(at) = memchr(b'\r', line.as_bytes())
    {
        plain = &line[..at];
        if at + 1 < line.len() {
            taken = at + 1;
            return Some(Record { taken, plain: Some(plain) });
        }
        // A return at the very end may have its line feed still to come.
    }
    (complete || last).then_some(Record { taken, plain: Some(plain) })
}

/// An empty line that ends with a return.
fn empty_record<'t>(bytes: &[u8], last: bool) -> Option<Record<'t>> {
    match bytes.get(1) {
        Some(b'\n') => Some(Record { taken: 2, plain: Some("") }),
        None if !last => None,
        _ => Some(Record { taken: 1, plain: Some("") }),
    }
}

/// Reads a record with quotation marks into the scratch.
#[cold]
fn quoted<'t>(bytes: &[u8], delimiter: u8, last: bool, scratch: &mut RecordScratch) -> Option<Record<'t>> {
    let RecordScratch { core, output, ends, cells } = scratch;
    if core.as_ref().is_none_or(|(made_for, _)| *made_for != delimiter) {
        *core = Some((delimiter, csv_core::ReaderBuilder::new().delimiter(delimiter).build()));
    }
    let (_, reader) = core.as_mut()?;
    reader.reset();
    output.resize(output.capacity().max(256), 0);
    ends.resize(ends.capacity().max(32), 0);
    let (mut read, mut written, mut ended) = (0, 0, 0);
    loop {
        let (result, i, o, e) = reader.read_record(&bytes[read..], &mut output[written..], &mut ends[ended..]);
        (read, written, ended) = (read + i, written + o, ended + e);
        match result {
            csv_core::ReadRecordResult::OutputFull => output.resize(output.len() * 2, 0),
            csv_core::ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            csv_core::ReadRecordResult::InputEmpty if !last => return None,
            // At the end, an empty input tells the reader to give what it has.
            csv_core::ReadRecordResult::InputEmpty => {}
            csv_core::ReadRecordResult::End => break,
            csv_core::ReadRecordResult::Record => break,
        }
    }
    if bytes.get(read.wrapping_sub(1)) == Some(&b'\r') {
        match bytes.get(read) {
            Some(b'\n') => read += 1,
            None if !last => return None,
            _ => {}
        }
    }
    *cells = ended;
    Some(Record { taken: read, plain: None })
}

impl RecordScratch {
    /// The cells of the record read last.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> + Clone {
        let ends = self.ends.get(..self.cells).unwrap_or(&[]);
        let length = ends.last().copied().unwrap_or(0);
        let text = self.output.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("");
        let mut start = 0;
        ends.iter().map(move |&end| {
            let cell = text.get(start..end).unwrap_or("");
            start = end;
            cell
        })
    }
}

/// The cells of a line without quotation marks.
#[derive(Clone)]
pub(crate) struct PlainCells<'t> {
    rest: Option<&'t str>,
    delimiter: u8,
}

impl<'t> PlainCells<'t> {
    #[inline]
    pub(crate) fn new(line: &'t str, delimiter: u8) -> Self {
        PlainCells { rest: Some(line), delimiter }
    }
}

impl<'t> Iterator for PlainCells<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest?;
        // Most cells are shorter than it takes to set up a wide search.
        let bytes = rest.as_bytes();
        let near = bytes.len().min(12);
        let found = bytes[..near].iter().position(|&b| b == self.delimiter);
        match found.or_else(|| memchr(self.delimiter, &bytes[near..]).map(|at| at + near)) {
            Some(at) => {
                self.rest = Some(&rest[at + 1..]);
                Some(&rest[..at])
            }
            None => {
                self.rest = None;
                Some(rest)
            }
        }
    }
}
