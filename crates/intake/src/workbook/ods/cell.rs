//! One cell of an OpenDocument spreadsheet: its value as its tag says it, or the text in it.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::workbook::Cell;

/// The longest text kept of a cell.
const LONGEST: usize = 64 << 10;

/// A cell, as its tag and the text inside make it.
#[derive(Clone, Debug, Default)]
pub(super) struct OdsCell {
    pub(super) repeats: u32,
    kind: String,
    given: String,
    text: String,
    paragraphs: u32,
    /// How deep in a remark, whose text is not the cell's.
    remark: u32,
}

/// An attribute by its name with its usual prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == name)?;
    let raw = String::from(&*found.value);
    Some(quick_xml::escape::unescape(&raw).map_or_else(|_| raw.clone(), std::borrow::Cow::into_owned))
}

impl OdsCell {
    pub(super) fn new(tag: &BytesStart<'_>, repeats: u32) -> Self {
        let kind = match attribute(tag, "calcext:value-type").as_deref() {
            Some("error") => "error".to_owned(),
            _ => attribute(tag, "office:value-type").unwrap_or_default(),
        };
        let given = match kind.as_str() {
            "date" => attribute(tag, "office:date-value"),
            "boolean" => attribute(tag, "office:boolean-value"),
            "string" | "error" => attribute(tag, "office:string-value"),
            "time" => attribute(tag, "office:time-value"),
            "float" | "percentage" | "currency" => attribute(tag, "office:value"),
            _ => None,
        };
        OdsCell { repeats, kind, given: given.unwrap_or_default(), ..OdsCell::default() }
    }

    pub(super) fn begin_inside(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "office:annotation" => self.remark += 1,
            _ if self.remark > 0 => {}
            "text:p" | "text:h" => {
                if self.paragraphs > 0 {
                    self.push("\n");
                }
                self.paragraphs += 1;
            }
            "text:s" => {
                let count: usize = attribute(tag, "text:c").and_then(|c| c.parse().ok()).unwrap_or(1);
                self.push(&" ".repeat(count.min(64)));
            }
            "text:tab" => self.push("\t"),
            "text:line-break" => self.push("\n"),
            _ => {}
        }
    }

    pub(super) fn end_inside(&mut self, name: &str) {
        if name == "office:annotation" {
            self.remark = self.remark.saturating_sub(1);
        }
    }

    pub(super) fn take_text(&mut self, event: &Event<'_>) {
        if self.remark > 0 || self.paragraphs == 0 {
            return;
        }
        match event {
            Event::Text(text) => {
                let content = text.xml10_content();
                self.push(&content);
            }
            Event::CData(text) => {
                let content = text.xml10_content();
                self.push(&content);
            }
            Event::GeneralRef(reference) => {
                if let Ok(Some(letter)) = reference.resolve_char_ref() {
                    self.push(letter.encode_utf8(&mut [0; 4]));
                } else if let Some(text) = resolve_predefined_entity(reference) {
                    self.push(text);
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.text.len() + text.len() <= LONGEST {
            self.text.push_str(text);
        }
    }

    /// What the cell holds.
    pub(super) fn value(&self) -> Cell<'_> {
        let given = self.given.as_str();
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => match given.parse() {
                Ok(number) => Cell::Number(number),
                Err(_) => text_or(&self.text, given),
            },
            "date" if !given.is_empty() => Cell::Iso(given),
            "boolean" => match given {
                "true" => Cell::Bool(true),
                "false" => Cell::Bool(false),
                _ => text_or(&self.text, given),
            },
            _ => text_or(&self.text, given),
        }
    }
}

fn text_or<'c>(text: &'c str, given: &'c str) -> Cell<'c> {
    match (text, given) {
        ("", "") => Cell::Empty,
        ("", given) => Cell::Text(given),
        (text, _) => Cell::Text(text),
    }
}
