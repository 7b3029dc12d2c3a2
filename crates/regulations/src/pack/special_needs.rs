//! The categories of special needs of a pack (2.3.9) and the papers each asks for (2.8.5). Owns their places as bits.

use crate::papers::Paper;

use super::data::SpecialNeedData;

/// The categories of a pack, by place.
#[derive(Clone, Debug)]
pub struct SpecialNeeds {
    list: Vec<SpecialNeedData>,
    papers: Vec<Vec<Paper>>,
    /// The place of the blind, where the pack has them.
    pub blind: Option<u8>,
    /// The place of the hearing impaired, where the pack has them.
    pub hearing: Option<u8>,
}

impl SpecialNeeds {
    /// `None` where there are more than 32 categories or a paper is not known.
    pub(super) fn compile(list: &[SpecialNeedData]) -> Option<Self> {
        if list.len() > 32 {
            return None;
        }
        let papers = list
            .iter()
            .map(|need| need.papers.iter().map(|id| Paper::named(id)).collect::<Option<Vec<_>>>())
            .collect::<Option<Vec<_>>>()?;
        let place = |id: &str| list.iter().position(|need| need.id == id).map(|place| place as u8);
        Some(SpecialNeeds { blind: place("BLIND"), hearing: place("HEARING"), list: list.to_vec(), papers })
    }

    /// Every category.
    #[must_use]
    pub fn all(&self) -> &[SpecialNeedData] {
        &self.list
    }

    /// The place of a category.
    #[must_use]
    pub fn place(&self, id: &[u8]) -> Option<u8> {
        self.list.iter().position(|need| need.id.as_bytes() == id).map(|place| place as u8)
    }

    /// The papers that the category at a place asks for.
    #[must_use]
    pub fn papers(&self, place: u8) -> &[Paper] {
        self.papers.get(usize::from(place)).map_or(&[], Vec::as_slice)
    }
}
