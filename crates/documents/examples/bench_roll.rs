//! The roll of 400 with photographs against its floor and its peer, in one run: a line of JSON for each, with the best of
//! several times. `cargo run --release -p documents --example bench_roll`.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, and stops when it fails"
)]

#[path = "../tests/documents/sample.rs"]
mod sample;

use std::io::Cursor;
use std::sync::Arc;
use std::time::Instant;

use documents::roll::{self, RollModel};
use documents::{Candidate, Language, photo_register, proforma, slips};
use genpdf::elements::{Image, Paragraph, TableLayout};
use genpdf::fonts::{FontData, FontFamily};
use krilla::geom::{Point, Size, Transform};
use krilla::page::PageSettings;
use krilla::text::{Font, TextDirection};

const CANDIDATES: u16 = 400;

fn main() {
    let model = RollModel { masthead: sample::masthead(), candidates: sample::centre_of(CANDIDATES, 0) };
    let photographs: usize = model.candidates.iter().flat_map(|c| &c.photograph).map(|jpeg| jpeg.len()).sum();
    report("photographs", 0.0, photographs);
    measure("roll", 5, || roll::render(&model).unwrap());
    measure("photo-register", 5, || photo_register::render(&model).unwrap());
    measure("bare-krilla", 5, || bare_krilla(&model.candidates));
    measure("slips", 3, || slips::render(&sample::slips(sample::masthead(), Language::Sw, CANDIDATES)).unwrap());
    measure("proforma", 3, || proforma::render(&sample::proforma(sample::masthead())).unwrap());
    measure("genpdf", 1, || genpdf_table(&model.candidates));
}

fn measure(what: &str, times: usize, render: impl Fn() -> Vec<u8>) {
    let run = || {
        let start = Instant::now();
        let bytes = render().len();
        (start.elapsed().as_secs_f64(), bytes)
    };
    let best = (0..times).map(|_| run()).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    report(what, best.0, best.1);
}

fn report(what: &str, seconds: f64, bytes: usize) {
    println!("{}", serde_json::json!({ "what": what, "seconds": seconds, "bytes": bytes }));
}

/// The floor: each photograph and two lines of text placed, and nothing else done.
fn bare_krilla(candidates: &[Candidate]) -> Vec<u8> {
    let font = Font::new(include_bytes!("../fonts/NotoSans-Regular.ttf").as_slice().into(), 0).unwrap();
    let mut document = krilla::Document::new();
    for page_of in candidates.chunks(12) {
        let mut page = document.start_page_with(PageSettings::from_wh(595.0, 842.0).unwrap());
        let mut surface = page.surface();
        for (row, candidate) in page_of.iter().enumerate() {
            let top = 40.0 + row as f32 * 60.0;
            let jpeg = Arc::clone(candidate.photograph.as_ref().unwrap());
            let image = krilla::image::Image::from_jpeg(jpeg.into(), false).unwrap();
            surface.push_transform(&Transform::from_translate(40.0, top));
            surface.draw_image(image, Size::from_wh(48.0, 48.0).unwrap());
            surface.pop();
            let index = candidate.index.unwrap().to_string();
            for (line, text) in [&index, &candidate.name].into_iter().enumerate() {
                let at = Point::from_xy(100.0, top + 12.0 + line as f32 * 12.0);
                surface.draw_text(at, font.clone(), 9.0, text, false, TextDirection::LeftToRight);
            }
        }
        surface.finish();
        page.finish();
    }
    document.finish().unwrap()
}

/// The peer: genpdf's own table with its own pictures.
fn genpdf_table(candidates: &[Candidate]) -> Vec<u8> {
    let face = || FontData::new(include_bytes!("../fonts/NotoSans-Regular-Latin.ttf").to_vec(), None).unwrap();
    let family = FontFamily { regular: face(), bold: face(), italic: face(), bold_italic: face() };
    let mut document = genpdf::Document::new(family);
    let mut table = TableLayout::new(vec![1, 3, 2]);
    for candidate in candidates {
        let jpeg = candidate.photograph.as_ref().unwrap();
        let image = Image::from_reader(Cursor::new(jpeg.as_slice())).unwrap().with_dpi(448.0);
        let text = format!("{} {}", candidate.index.unwrap(), candidate.name);
        table.row().element(image).element(Paragraph::new(text)).element(Paragraph::new("")).push().unwrap();
    }
    document.push(table);
    let mut bytes = Vec::new();
    document.render(&mut bytes).unwrap();
    bytes
}
