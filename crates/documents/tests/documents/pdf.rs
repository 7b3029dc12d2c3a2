//! What poppler reads in a PDF.

use std::io::Write;
use std::process::Command;

use tempfile::NamedTempFile;

/// What a poppler tool prints about the PDF. `-` in the arguments stands for standard output, `PDF` for the file.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let mut file = NamedTempFile::with_suffix(".pdf").unwrap();
    file.write_all(pdf).unwrap();
    let path = file.path().to_str().unwrap();
    let arguments = arguments.iter().map(|argument| if *argument == "PDF" { path } else { argument });
    let output = Command::new(tool).args(arguments).output().expect("poppler-utils is installed by `cargo xtask test`");
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The text, page by page, in reading order.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let text = String::from_utf8(poppler("pdftotext", &["-raw", "PDF", "-"], pdf)).unwrap();
    text.split_terminator('\u{C}').map(str::to_owned).collect()
}

/// The whole text.
pub(crate) fn text(pdf: &[u8]) -> String {
    pages(pdf).concat()
}

/// What `pdfinfo` says.
pub(crate) fn info(pdf: &[u8]) -> String {
    String::from_utf8(poppler("pdfinfo", &["PDF"], pdf)).unwrap()
}

/// The pictures: a line for each that is drawn, with its encoding, size in pixels and dots to the inch.
pub(crate) fn pictures(pdf: &[u8]) -> Vec<String> {
    let listed = String::from_utf8(poppler("pdfimages", &["-list", "PDF"], pdf)).unwrap();
    listed.lines().skip(2).map(str::to_owned).collect()
}

/// The first page as greys, at 50 dots to the inch: width and pixels.
pub(crate) fn greys(pdf: &[u8], page: usize) -> (usize, Vec<u8>) {
    let page = page.to_string();
    let arguments = ["-r", "50", "-gray", "-f", &page, "-l", &page, "PDF"];
    let picture = poppler("pdftoppm", &arguments, pdf);
    let head: Vec<&[u8]> = picture.splitn(4, u8::is_ascii_whitespace).collect();
    let width = std::str::from_utf8(head[1]).unwrap().parse().unwrap();
    let pixels = head[3].splitn(2, |byte| *byte == b'\n').nth(1).unwrap();
    (width, pixels.to_vec())
}
