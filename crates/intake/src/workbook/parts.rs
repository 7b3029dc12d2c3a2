//! Which part of an Excel package is which sheet, and which cells are merged in it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;

use super::Merge;
use super::package::{self, Archive};
use crate::{Format, IntakeError};

/// The most merged regions read: more than one for every row of a sheet is no roll.
const MOST_MERGES: usize = 200_000;

/// The sheets of a workbook and their parts, in order.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    pub(crate) workbook: String,
    sheets: Vec<(String, bool, String)>,
}

impl Relations {
    /// The part of the first sheet of this name.
    pub(crate) fn part_of(&self, sheet: &str) -> Option<&str> {
        self.sheets.iter().find(|(name, ..)| name == sheet).map(|(_, _, part)| part.as_str())
    }

    /// The part of a sheet by its place, for a name that is spelt with an entity of its own.
    pub(crate) fn nth_part(&self, nth: usize) -> Option<&str> {
        self.sheets.get(nth).map(|(_, _, part)| part.as_str())
    }

    /// The part of the sheet named, or of the first visible one.
    pub(crate) fn likely_sheet(&self, named: Option<&str>) -> Option<&str> {
        match named {
            Some(name) => self.part_of(name),
            None => self.sheets.iter().find(|(_, hidden, _)| !hidden).map(|(_, _, part)| part.as_str()),
        }
    }
}

/// Reads which part is the workbook and which its sheets.
pub(crate) fn relations(archive: &mut Archive<'_>, names: &[String]) -> Result<Relations, IntakeError> {
    // Parts are found without regard to case, as calamine finds them.
    let by_lower: FxHashMap<String, &String> = names.iter().map(|name| (name.to_ascii_lowercase(), name)).collect();
    let real = |name: &str| by_lower.get(&name.to_ascii_lowercase()).map_or_else(|| name.to_owned(), |n| (*n).clone());
    let package = package::read(archive, &real("_rels/.rels"), Format::Xlsx)?;
    let workbook = relation_targets(&package)?
        .into_iter()
        .rfind(|(_, kind, _)| kind.ends_with("/relationships/officeDocument"))
        .map(|(_, _, target)| target.trim_start_matches('/').to_owned())
        .ok_or_else(|| IntakeError::damaged(Format::Xlsx, "its parts do not say which of them is the workbook"))?;
    let (folder, base) = workbook.rsplit_once('/').map_or(("", workbook.as_str()), |(folder, base)| (folder, base));
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let rels = package::read(archive, &real(&format!("{prefix}_rels/{base}.rels")), Format::Xlsx)?;
    let parts: FxHashMap<String, String> = relation_targets(&rels)?
        .into_iter()
        .map(|(id, _, target)| {
            let path = target.strip_prefix('/').map_or_else(|| format!("{prefix}{target}"), str::to_owned);
            (id, real(&path))
        })
        .collect();
    let workbook = real(&workbook);
    let sheets = sheets(&package::read(archive, &workbook, Format::Xlsx)?, &parts)?;
    Ok(Relations { workbook, sheets })
}

/// Calls back for each start tag.
fn each_tag(xml: &[u8], mut each: impl FnMut(&BytesStart<'_>)) -> Result<(), IntakeError> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => each(&tag),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(IntakeError::damaged(Format::Xlsx, error)),
        }
    }
}

/// An attribute by its name without prefix, with the five named entities resolved.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    let raw = String::from(&*found.value);
    Some(quick_xml::escape::unescape(&raw).map_or_else(|_| raw.clone(), std::borrow::Cow::into_owned))
}

pub(crate) fn relation_targets(rels: &[u8]) -> Result<Vec<(String, String, String)>, IntakeError> {
    let mut targets = Vec::new();
    each_tag(rels, |tag| {
        if tag.local_name().as_ref() == "Relationship" {
            let of = |name| attribute(tag, name).unwrap_or_default();
            targets.push((of("Id"), of("Type"), of("Target")));
        }
    })?;
    Ok(targets)
}

fn sheets(workbook: &[u8], parts: &FxHashMap<String, String>) -> Result<Vec<(String, bool, String)>, IntakeError> {
    let mut sheets = Vec::new();
    each_tag(workbook, |tag| {
        if tag.local_name().as_ref() == "sheet" {
            let of = |name| attribute(tag, name).unwrap_or_default();
            if let Some(part) = parts.get(&of("id")) {
                let hidden = matches!(of("state").as_str(), "hidden" | "veryHidden");
                sheets.push((of("name"), hidden, part.clone()));
            }
        }
    })?;
    Ok(sheets)
}

/// The merged regions in the end of a sheet's XML.
pub(crate) fn merges_in(xml: &[u8]) -> Result<Vec<Merge>, IntakeError> {
    let mut merges = Vec::new();
    for at in memchr::memmem::find_iter(xml, b"mergeCell ") {
        let tag = &xml[at..];
        let tag = &tag[..memchr::memchr(b'>', tag).unwrap_or(tag.len())];
        let Some(start) = memchr::memmem::find(tag, b"ref=").map(|r| r + 5) else { continue };
        let reference = &tag[start.min(tag.len())..];
        let end = reference.iter().position(|b| matches!(b, b'"' | b'\'')).unwrap_or(reference.len());
        merges.extend(std::str::from_utf8(&reference[..end]).ok().and_then(region));
        if merges.len() > MOST_MERGES {
            return Err(IntakeError::too_large("the list of merged cells", "200,000 regions"));
        }
    }
    Ok(merges)
}

/// Reads `B3:C5`.
fn region(reference: &str) -> Option<Merge> {
    let (from, to) = reference.split_once(':')?;
    let ((c0, r0), (c1, r1)) = (position(from)?, position(to)?);
    (r0 <= r1 && c0 <= c1).then_some(Merge { rows: (r0, r1), columns: (c0, c1) })
}

fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = cell.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let column = letters.bytes().fold(0_u32, |n, b| n * 26 + u32::from(b - b'A') + 1) - 1;
    let row: u32 = digits.parse().ok()?;
    Some((column, row.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_regions_are_read_from_a_sheets_end() {
        let xml = br#"mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="B3:B5"/><mergeCell ref="B:C"/></mergeCells>"#;
        let merges = merges_in(xml).unwrap();
        assert_eq!(merges, [Merge { rows: (0, 0), columns: (0, 5) }, Merge { rows: (2, 4), columns: (1, 1) }]);
    }
}
