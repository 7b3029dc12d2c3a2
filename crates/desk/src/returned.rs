//! The documents of the return (2.19.2) and whether each has been handed in. Owns which are asked of a
//! centre; what is on record is the register's.

use register::CentreField;

use crate::judgement::Judgement;

/// A document of the return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReturnDocument {
    /// Nominal roll signed by the candidates and the head (2.19.2(i)).
    NominalRoll,
    /// Declaration that everybody is registered and paid for (2.19.2(ii)).
    Declaration,
    /// Forms of candidates with special needs (2.19.2(iii)).
    SpecialNeeds,
    /// Nil return of a centre without candidates (2.19.2(iv)).
    NilReturn,
    /// Deposit slips of those who pay themselves (2.19.2(v)).
    DepositSlips,
}

impl ReturnDocument {
    /// Every document, in the manual's order.
    pub const ALL: [ReturnDocument; 5] = [
        ReturnDocument::NominalRoll,
        ReturnDocument::Declaration,
        ReturnDocument::SpecialNeeds,
        ReturnDocument::NilReturn,
        ReturnDocument::DepositSlips,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ReturnDocument::NominalRoll => "nominal-roll",
            ReturnDocument::Declaration => "declaration",
            ReturnDocument::SpecialNeeds => "special-needs",
            ReturnDocument::NilReturn => "nil-return",
            ReturnDocument::DepositSlips => "deposit-slips",
        }
    }

    /// The document of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ReturnDocument::ALL.into_iter().find(|document| document.name() == name)
    }

    /// The detail of the centre that holds the day it was handed in.
    #[must_use]
    pub const fn field(self) -> CentreField {
        match self {
            ReturnDocument::NominalRoll => CentreField::RollReturned,
            ReturnDocument::Declaration => CentreField::DeclarationReturned,
            ReturnDocument::SpecialNeeds => CentreField::SpecialNeedsReturned,
            ReturnDocument::NilReturn => CentreField::NilReturned,
            ReturnDocument::DepositSlips => CentreField::SlipsReturned,
        }
    }
}

/// The days on which documents were handed in, by document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned([Option<String>; 5]);

impl Returned {
    /// As the centre's details have them.
    #[must_use]
    pub fn of(centre: &register::Centre) -> Returned {
        let day =
            |document: ReturnDocument| Some(centre.get(document.field()).to_owned()).filter(|day| !day.is_empty());
        Returned(ReturnDocument::ALL.map(day))
    }

    /// The day a document was handed in.
    #[must_use]
    pub fn day(&self, document: ReturnDocument) -> Option<&str> {
        self.0[document as usize].as_deref()
    }

    /// Whether every document asked of this centre is handed in.
    #[must_use]
    pub fn complete(&self, judgement: &Judgement) -> bool {
        asked(judgement).all(|document| self.day(document).is_some())
    }
}

/// The documents asked of a centre: the nil return alone where there is no candidate, else all that apply.
pub fn asked(judgement: &Judgement) -> impl Iterator<Item = ReturnDocument> {
    let empty = judgement.candidates.is_empty();
    let needs = judgement.candidates.iter().any(|judged| has_needs(&judged.candidate));
    let pays = judgement.owed.0 > 0;
    ReturnDocument::ALL.into_iter().filter(move |document| match document {
        ReturnDocument::NominalRoll | ReturnDocument::Declaration => !empty,
        ReturnDocument::SpecialNeeds => needs,
        ReturnDocument::NilReturn => empty,
        ReturnDocument::DepositSlips => pays,
    })
}

/// Whether a candidate declares special needs.
#[must_use]
pub fn has_needs(candidate: &register::Candidate) -> bool {
    !candidate.draft.get(regulations::Field::SpecialNeeds).is_empty()
}
