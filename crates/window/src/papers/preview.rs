//! Pages of a document as pictures, for a web view that shows no PDF. Owns the few documents made last and the drawing of
//! one page at a time; what stands on a page is `documents`'.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::resource::Resource;
use crate::{Outcome, Problem, Window};

/// Documents kept for looking at.
const KEPT: usize = 3;
/// Per cent of a page's size in points that may be asked for: no larger than a page at 300 dots an inch.
const SCALES: std::ops::RangeInclusive<u32> = 10..=420;

/// A document that was made.
pub(crate) struct Made {
    /// By which its pages are asked for: its contents' hash.
    pub(crate) id: String,
    /// What the file is called.
    pub(crate) file: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    pdf: Pdf,
}

/// The documents made last, the newest at the end.
#[derive(Default)]
pub(crate) struct Previews(Mutex<VecDeque<Arc<Made>>>);

impl Made {
    pub(crate) fn of(bytes: Vec<u8>, file: String) -> Outcome<Made> {
        let unread =
            |_| Problem::new("window.preview", "input", "the pages cannot be drawn; save the document instead");
        let pdf = Pdf::new(bytes.clone()).map_err(unread)?;
        Ok(Made { id: blake3::hash(&bytes).to_hex().to_string(), file, bytes, pdf })
    }

    /// Width and height of each page in points.
    pub(crate) fn sizes(&self) -> Vec<(f32, f32)> {
        self.pdf.pages().iter().map(hayro::hayro_syntax::page::Page::render_dimensions).collect()
    }

    fn picture(&self, page: usize, percent: u32) -> Option<Vec<u8>> {
        let page = self.pdf.pages().get(page)?;
        let scale = percent as f32 / 100.0;
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let (interpreter, drawing) = (InterpreterSettings::default(), RenderSettings::default());
        render(page, &RenderCache::new(), &interpreter, &drawing, &settings).into_png().ok()
    }
}

impl Previews {
    pub(crate) fn keep(&self, made: Made) {
        let mut kept = self.kept();
        kept.retain(|known| known.id != made.id);
        kept.push_back(Arc::new(made));
        while kept.len() > KEPT {
            kept.pop_front();
        }
    }

    pub(crate) fn get(&self, id: &str) -> Outcome<Arc<Made>> {
        let found = self.kept().iter().find(|made| made.id == id).map(Arc::clone);
        found.ok_or_else(|| Problem::unknown("such preview"))
    }

    /// Keeps nothing that somebody else might see.
    pub(crate) fn forget(&self) {
        self.kept().clear();
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Arc<Made>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Window {
    /// The picture at `ID/NUMBER/PER-CENT`, the first page being 0.
    pub(crate) fn page(&self, address: &str) -> Outcome<Resource> {
        let missing = || Problem::unknown("such page");
        let mut parts = address.split('/');
        let made = self.previews.get(parts.next().unwrap_or_default())?;
        let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok()).ok_or_else(missing);
        let (page, percent) = (number()?, number()?);
        let drawn = SCALES.contains(&percent).then(|| made.picture(page as usize, percent)).flatten();
        Ok(Resource { kind: "image/png", bytes: drawn.ok_or_else(missing)? })
    }
}
