//! `.ods`, the format of LibreOffice: a zip archive around one XML part, written by hand.

use std::fmt::Write;

use super::{Cell, Sheet, zipped};

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"#;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2">
<office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>"#;

const FOOT: &str = "</office:spreadsheet></office:body></office:document-content>";

/// A workbook of these sheets.
///
/// # Errors
/// When it cannot be packed.
pub fn ods(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut content = String::from(HEAD);
    for sheet in sheets {
        table(&mut content, sheet)?;
    }
    content.push_str(FOOT);
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    zipped(&[("mimetype", mimetype), ("content.xml", content.as_str()), ("META-INF/manifest.xml", MANIFEST)])
}

fn table(out: &mut String, sheet: &Sheet) -> std::fmt::Result {
    let style = if sheet.hidden { "hidden" } else { "shown" };
    write!(out, r#"<table:table table:name="{}" table:style-name="{style}">"#, escaped(&sheet.name))?;
    let (height, width) = sheet.size();
    write!(out, r#"<table:table-column table:number-columns-repeated="{}"/>"#, width.max(1))?;
    let mut empty = 0;
    for row in 0..height {
        if sheet.row(row).next().is_none() && !covered(sheet, row) {
            empty += 1;
            continue;
        }
        empty_rows(out, empty, width)?;
        empty = 0;
        table_row(out, sheet, row, width)?;
    }
    out.write_str("</table:table>")
}

fn covered(sheet: &Sheet, row: u32) -> bool {
    sheet.merged.iter().any(|span| (span.0..=span.2).contains(&row))
}

fn empty_rows(out: &mut String, count: u32, width: u16) -> std::fmt::Result {
    if count == 0 {
        return Ok(());
    }
    let cell = format!(r#"<table:table-cell table:number-columns-repeated="{width}"/>"#);
    write!(out, r#"<table:table-row table:number-rows-repeated="{count}">{cell}</table:table-row>"#)
}

fn table_row(out: &mut String, sheet: &Sheet, row: u32, width: u16) -> std::fmt::Result {
    out.write_str("<table:table-row>")?;
    for column in 0..width {
        let within = |s: &&super::Span| (s.0..=s.2).contains(&row) && (s.1..=s.3).contains(&column);
        let span = match sheet.merged.iter().find(within) {
            Some(span) if (span.0, span.1) != (row, column) => {
                out.write_str("<table:covered-table-cell/>")?;
                continue;
            }
            Some(span) => spans(span),
            None => String::new(),
        };
        cell(out, sheet.cells.get(&(row, column)), &span)?;
    }
    out.write_str("</table:table-row>")
}

fn spans(&(first_row, first_column, last_row, last_column): &super::Span) -> String {
    let (rows, columns) = (last_row - first_row + 1, last_column - first_column + 1);
    format!(r#" table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}""#)
}

fn cell(out: &mut String, cell: Option<&Cell>, attributes: &str) -> std::fmt::Result {
    match cell {
        None => write!(out, "<table:table-cell{attributes}/>"),
        Some(Cell::Formula(formula, value)) => {
            let formula = format!(r#"{attributes} table:formula="of:={}""#, escaped(formula));
            valued(out, value, &formula)
        }
        Some(value) => valued(out, value, attributes),
    }
}

fn valued(out: &mut String, value: &Cell, attributes: &str) -> std::fmt::Result {
    let typed = match value {
        Cell::Number(number) => format!(r#"office:value-type="float" office:value="{number}""#),
        Cell::Date(y, m, d) => format!(r#"office:value-type="date" office:date-value="{y:04}-{m:02}-{d:02}""#),
        _ => r#"office:value-type="string""#.to_owned(),
    };
    let text = escaped(&value.text()).replace('\n', "</text:p><text:p>");
    write!(out, "<table:table-cell{attributes} {typed}><text:p>{text}</text:p></table:table-cell>")
}

/// Text as XML holds it; a run of spaces would be folded by a reader, so each after the first is written as an element.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    text.replace("  ", " <text:s/>")
}
