//! Every document that a register prints, by name: what it is for, whether this centre needs it, its pages. Owns the list;
//! each document's model is in its own file.

use documents::Language;

use super::returns::{declaration, envelope_label, foreign_sheet, is_foreign, nil, special_needs};
use super::{check_slips, photo_register, proforma, roll};
use crate::desk::Desk;
use crate::error::Result;
use crate::judgement::Judgement;
use crate::returned::has_needs;

/// A document of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// The nominal roll with photographs and signatures.
    NominalRoll,
    /// The photograph register.
    PhotoRegister,
    /// A slip for each candidate to check, in English.
    CheckSlipsEn,
    /// The same in Kiswahili.
    CheckSlipsSw,
    /// The fee proforma.
    FeeProforma,
    /// The head's declaration.
    Declaration,
    /// The nil return.
    NilReturn,
    /// The forms of candidates with special needs.
    SpecialNeeds,
    /// The sheet of foreign qualifications.
    ForeignQualifications,
    /// The label of the envelope.
    EnvelopeLabel,
}

impl Document {
    /// Every document, in the order of the work.
    pub const ALL: [Document; 10] = [
        Document::CheckSlipsEn,
        Document::CheckSlipsSw,
        Document::NominalRoll,
        Document::PhotoRegister,
        Document::FeeProforma,
        Document::Declaration,
        Document::NilReturn,
        Document::SpecialNeeds,
        Document::ForeignQualifications,
        Document::EnvelopeLabel,
    ];

    /// Its name, also the file's.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Document::NominalRoll => "nominal-roll",
            Document::PhotoRegister => "photo-register",
            Document::CheckSlipsEn => "check-slips-en",
            Document::CheckSlipsSw => "check-slips-sw",
            Document::FeeProforma => "fee-proforma",
            Document::Declaration => "declaration",
            Document::NilReturn => "nil-return",
            Document::SpecialNeeds => "special-needs",
            Document::ForeignQualifications => "foreign-qualifications",
            Document::EnvelopeLabel => "envelope-label",
        }
    }

    /// The document of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Document::ALL.into_iter().find(|document| document.name() == name)
    }

    /// The paragraph that asks for it.
    #[must_use]
    pub const fn paragraph(self) -> &'static str {
        match self {
            Document::NominalRoll => "2.3.12(iv)",
            Document::PhotoRegister => "2.9.2",
            Document::CheckSlipsEn | Document::CheckSlipsSw => "2.3.5",
            Document::FeeProforma => "2.15.10",
            Document::Declaration => "2.19.2(ii)",
            Document::NilReturn => "2.19.2(iv)",
            Document::SpecialNeeds => "2.19.2(iii)",
            Document::ForeignQualifications => "2.6",
            Document::EnvelopeLabel => "2.19.2",
        }
    }

    /// Whether this centre has a use for it.
    #[must_use]
    pub fn is_for(self, judgement: &Judgement) -> bool {
        let anybody = !judgement.candidates.is_empty();
        match self {
            Document::NilReturn => !anybody,
            Document::SpecialNeeds => judgement.candidates.iter().any(|judged| has_needs(&judged.candidate)),
            Document::ForeignQualifications => judgement.candidates.iter().any(is_foreign),
            Document::EnvelopeLabel => true,
            _ => anybody,
        }
    }

    /// Whether it goes into the envelope of the return, or to the candidates before it (2.19.2, 2.3.5).
    pub(super) const fn is_of_the_return(self) -> bool {
        !matches!(self, Document::NominalRoll | Document::PhotoRegister | Document::FeeProforma)
    }

    /// Its pages as PDF.
    ///
    /// # Errors
    /// When the register cannot be read or the pages cannot be written.
    pub fn render(self, desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
        match self {
            Document::NominalRoll => roll(desk, judgement),
            Document::PhotoRegister => photo_register(desk, judgement),
            Document::CheckSlipsEn => check_slips(desk, judgement, Language::En),
            Document::CheckSlipsSw => check_slips(desk, judgement, Language::Sw),
            Document::FeeProforma => proforma(desk, judgement),
            Document::Declaration => declaration(desk, judgement),
            Document::NilReturn => nil(desk, judgement),
            Document::SpecialNeeds => special_needs(desk, judgement),
            Document::ForeignQualifications => foreign_sheet(desk, judgement),
            Document::EnvelopeLabel => envelope_label(desk, judgement),
        }
    }
}

/// Every document that this centre has a use for.
pub fn documents(judgement: &Judgement) -> impl Iterator<Item = Document> {
    Document::ALL.into_iter().filter(move |document| document.is_for(judgement))
}
