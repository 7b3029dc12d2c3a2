//! The document around the sheets: its title, language, tags and outline, and the pictures in it. Two renderings of one
//! model give the same bytes, for nothing here is random or dated.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Node, TagTree};
use krilla::{Document, SerializeSettings};

use super::Sheet;
use crate::error::DocumentError;
use crate::measure::{PAGE, mm};
use crate::model::{Language, Masthead};
use crate::typeface::Typefaces;

/// A PDF being written page by page.
pub(crate) struct Book {
    document: Document,
    faces: Typefaces,
    tags: TagTree,
    outline: Outline,
    kind: &'static str,
    pages: usize,
    pictures: BTreeMap<*const Vec<u8>, Option<Image>>,
}

impl Book {
    /// Opens a document that conforms to PDF/UA-1, so a screen reader can read it. `kind` names it in errors.
    pub(crate) fn open(kind: &'static str, title: &str, masthead: &Masthead) -> Result<Self, DocumentError> {
        let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        let configuration = accessible.map_err(|error| writing(kind, &error))?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        document.set_metadata(
            Metadata::new()
                .title(title.to_owned())
                .language(Language::En.tag().to_owned())
                .authors(vec![masthead.centre.name.clone()])
                .creator("Daftari".to_owned()),
        );
        Ok(Book {
            document,
            faces: Typefaces::load()?,
            tags: TagTree::new().with_lang(Some(Language::En.tag().to_owned())),
            outline: Outline::new(),
            kind,
            pages: 0,
            pictures: BTreeMap::new(),
        })
    }

    pub(crate) fn faces(&self) -> &Typefaces {
        &self.faces
    }

    /// Draws the next page.
    pub(crate) fn page<T>(&mut self, draw: impl FnOnce(&mut Sheet<'_>) -> T) -> Result<T, DocumentError> {
        let settings = PageSettings::from_wh(mm(PAGE.0), mm(PAGE.1));
        let settings = settings.ok_or_else(|| writing(self.kind, &"the page has no size"))?;
        let mut page = self.document.start_page_with(settings);
        let drawn = draw(&mut Sheet { surface: page.surface(), faces: &self.faces });
        page.finish();
        self.pages += 1;
        Ok(drawn)
    }

    /// Adds to the reading order.
    pub(crate) fn read(&mut self, node: impl Into<Node>) {
        self.tags.push(node);
    }

    /// Lists the page drawn last in the outline.
    pub(crate) fn bookmark(&mut self, name: &str) {
        let to = XyzDestination::new(self.pages.saturating_sub(1), Point::from_xy(0.0, 0.0));
        self.outline.push_child(OutlineNode::new(name.to_owned(), to));
    }

    /// The picture as the PDF holds it, or nothing where the bytes are no JPEG. Each is embedded once, as it is.
    pub(crate) fn picture(&mut self, jpeg: &Arc<Vec<u8>>) -> Option<Image> {
        let read = || Image::from_jpeg(Arc::clone(jpeg).into(), false).ok();
        self.pictures.entry(Arc::as_ptr(jpeg)).or_insert_with(read).clone()
    }

    /// The finished bytes.
    pub(crate) fn bind(mut self) -> Result<Vec<u8>, DocumentError> {
        self.document.set_outline(self.outline);
        self.document.set_tag_tree(self.tags);
        self.document.finish().map_err(|error| writing(self.kind, &format!("{error}: {error:?}")))
    }
}

fn writing(document: &'static str, reason: &impl std::fmt::Debug) -> DocumentError {
    DocumentError::Writing { document, reason: format!("{reason:?}") }
}
