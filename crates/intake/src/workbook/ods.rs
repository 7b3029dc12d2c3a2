//! OpenDocument spreadsheets, streamed tag by tag. Owned rather than left to calamine, which keeps such a file whole with
//! every repeated cell written out, forgets which cells are merged, and does not end where the XML breaks off.

mod cell;

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;

use super::package::{self, Archive, Limit};
use super::{Cell, Flow, Merge, Sheet};
use crate::layout::MOST_COLUMNS;
use crate::{Format, IntakeError};
use cell::{OdsCell, attribute};

const CONTENT: &str = "content.xml";
/// How often a row that is not empty may be repeated.
const MOST_REPEATS: u32 = 10_000;
const MOST_MERGES: usize = 200_000;
const MOST_SHEETS: usize = 1_000;

/// An OpenDocument spreadsheet.
pub(crate) struct OdsBook<'b> {
    bytes: &'b [u8],
    sheets: Vec<SheetFacts>,
}

/// What a first pass tells about a sheet.
#[derive(Debug, Default)]
struct SheetFacts {
    name: String,
    hidden: bool,
    merges: Vec<Merge>,
    has_data: bool,
}

impl<'b> OdsBook<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, IntakeError> {
        let mut archive = package::open(bytes, Format::Ods)?;
        if package::names(&archive).iter().any(|name| name == "META-INF/manifest.xml") {
            let manifest = package::read(&mut archive, "META-INF/manifest.xml", Format::Ods)?;
            if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
                return Err(IntakeError::Encrypted { format: Format::Ods });
            }
        }
        package::scan(&mut archive, CONTENT, Limit::SHEET, Format::Ods)?;
        let mut survey = Survey::default();
        read_content(&mut archive, &mut survey)?;
        Ok(OdsBook { bytes, sheets: survey.sheets })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|s| Sheet { name: s.name.clone(), hidden: s.hidden }).collect()
    }

    pub(crate) fn merges(&self, sheet: usize) -> Vec<Merge> {
        self.sheets.get(sheet).map(|s| s.merges.clone()).unwrap_or_default()
    }

    pub(crate) fn has_data(&self, sheet: usize) -> bool {
        self.sheets.get(sheet).is_some_and(|s| s.has_data)
    }

    pub(crate) fn stream(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(u32, u32, Cell<'_>) -> Flow,
    ) -> Result<(), IntakeError> {
        let mut archive = package::open(self.bytes, Format::Ods)?;
        read_content(&mut archive, &mut OneSheet { wanted: sheet, at: None, count: 0, each })
    }
}

/// What is done with what the content holds.
trait Visit {
    fn style(&mut self, _name: String, _hidden: bool) {}
    fn sheet(&mut self, _name: String, _style: &str) -> Result<(), IntakeError>;
    fn merge(&mut self, _merge: Merge) -> Result<(), IntakeError> {
        Ok(())
    }
    fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Flow;
}

/// The first pass.
#[derive(Default)]
struct Survey {
    hidden_styles: FxHashMap<String, bool>,
    sheets: Vec<SheetFacts>,
}

impl Visit for Survey {
    fn style(&mut self, name: String, hidden: bool) {
        self.hidden_styles.insert(name, hidden);
    }

    fn sheet(&mut self, name: String, style: &str) -> Result<(), IntakeError> {
        if self.sheets.len() >= MOST_SHEETS {
            return Err(IntakeError::too_large("the list of sheets", "1,000 sheets"));
        }
        let hidden = self.hidden_styles.get(style).copied().unwrap_or(false);
        self.sheets.push(SheetFacts { name, hidden, ..SheetFacts::default() });
        Ok(())
    }

    fn merge(&mut self, merge: Merge) -> Result<(), IntakeError> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        sheet.merges.push(merge);
        if sheet.merges.len() > MOST_MERGES {
            return Err(IntakeError::too_large("the list of merged cells", "200,000 regions"));
        }
        Ok(())
    }

    fn cell(&mut self, _row: u32, _column: u32, _cell: Cell<'_>) -> Flow {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.has_data = true;
        }
        Flow::Continue
    }
}

/// A pass for the cells of one sheet.
struct OneSheet<'e> {
    wanted: usize,
    at: Option<usize>,
    count: usize,
    each: &'e mut dyn FnMut(u32, u32, Cell<'_>) -> Flow,
}

impl Visit for OneSheet<'_> {
    fn sheet(&mut self, _name: String, _style: &str) -> Result<(), IntakeError> {
        self.at = Some(self.count);
        self.count += 1;
        Ok(())
    }

    fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Flow {
        match self.at {
            Some(at) if at == self.wanted => (self.each)(row, column, cell),
            Some(at) if at > self.wanted => Flow::Stop,
            _ => Flow::Continue,
        }
    }
}

/// Where in the content reading stands.
#[derive(Default)]
struct Place {
    style: Option<String>,
    tables: u32,
    row: u32,
    repeats: u32,
    column: u32,
    /// The row's cells that hold something.
    cells: Vec<(u32, OdsCell)>,
    cell: Option<OdsCell>,
}

/// Reads the content from its beginning to its end, or until told to stop.
fn read_content(archive: &mut Archive<'_>, visit: &mut dyn Visit) -> Result<(), IntakeError> {
    let part = archive.by_name(CONTENT).map_err(|_| IntakeError::damaged(Format::Ods, "it has no content"))?;
    let mut reader = Reader::from_reader(BufReader::with_capacity(64 << 10, part));
    reader.config_mut().check_end_names = false;
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut place) = (Vec::new(), Place::default());
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|e| IntakeError::damaged(Format::Ods, e))?;
        match event {
            Event::Start(tag) => place.begin(&tag, visit)?,
            Event::End(tag) => {
                if place.end(tag.name().as_ref(), visit)? == Flow::Stop {
                    return Ok(());
                }
            }
            Event::Eof if place.tables > 0 => {
                return Err(IntakeError::damaged(Format::Ods, "its content was cut short"));
            }
            Event::Eof => return Ok(()),
            other => {
                if let Some(cell) = &mut place.cell {
                    cell.take_text(&other);
                }
            }
        }
    }
}

impl Place {
    fn begin(&mut self, tag: &BytesStart<'_>, visit: &mut dyn Visit) -> Result<(), IntakeError> {
        if let Some(cell) = &mut self.cell {
            cell.begin_inside(tag);
            return Ok(());
        }
        let text = |name| attribute(tag, name).unwrap_or_default();
        match tag.name().as_ref() {
            "style:style" => self.style = attribute(tag, "style:name"),
            "style:table-properties" => {
                if let Some(style) = &self.style {
                    visit.style(style.clone(), text("table:display") == "false");
                }
            }
            "table:table" => {
                self.tables += 1;
                (self.row, self.column) = (0, 0);
                visit.sheet(text("table:name"), &text("table:style-name"))?;
            }
            "table:table-row" => {
                self.repeats = number(tag, "table:number-rows-repeated");
                self.column = 0;
                self.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" if self.tables > 0 => {
                let cell = OdsCell::new(tag, number(tag, "table:number-columns-repeated"));
                if let Some(merge) = self.merge_of(tag) {
                    visit.merge(merge)?;
                }
                self.cell = Some(cell);
            }
            _ => {}
        }
        Ok(())
    }

    fn merge_of(&self, tag: &BytesStart<'_>) -> Option<Merge> {
        let (rows, columns) = (number(tag, "table:number-rows-spanned"), number(tag, "table:number-columns-spanned"));
        (rows > 1 || columns > 1).then(|| Merge {
            rows: (self.row, self.row.saturating_add(rows - 1)),
            columns: (self.column, self.column.saturating_add(columns - 1)),
        })
    }

    fn end(&mut self, name: &str, visit: &mut dyn Visit) -> Result<Flow, IntakeError> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            _ if self.cell.is_some() => {
                if let Some(cell) = &mut self.cell {
                    cell.end_inside(name);
                }
            }
            "table:table-row" => return self.end_row(visit),
            "table:table" => self.tables = self.tables.saturating_sub(1),
            "style:style" => self.style = None,
            _ => {}
        }
        Ok(Flow::Continue)
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let repeats = cell.repeats;
        if cell.value() != Cell::Empty {
            let room = (MOST_COLUMNS as u32).saturating_sub(self.column);
            for nth in 0..repeats.min(room) {
                self.cells.push((self.column + nth, cell.clone()));
            }
        }
        self.column = self.column.saturating_add(repeats);
    }

    fn end_row(&mut self, visit: &mut dyn Visit) -> Result<Flow, IntakeError> {
        if !self.cells.is_empty() {
            if self.repeats > MOST_REPEATS {
                return Err(IntakeError::too_large(format!("the repetition of row {}", self.row + 1), "10,000 rows"));
            }
            for nth in 0..self.repeats {
                for (column, cell) in &self.cells {
                    if visit.cell(self.row.saturating_add(nth), *column, cell.value()) == Flow::Stop {
                        return Ok(Flow::Stop);
                    }
                }
            }
        }
        self.cells.clear();
        self.row = self.row.saturating_add(self.repeats);
        Ok(Flow::Continue)
    }
}

/// A count of at least one.
fn number(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
