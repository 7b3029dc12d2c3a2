//! Which named operation a record belongs to. The numbers are on the wire and never change; one that this version does
//! not know is kept as it came.

macro_rules! kinds {
    ($($variant:ident $code:literal $name:literal $doc:literal,)*) => {
        /// Which named operation a record belongs to. The numbers are frozen: they are on the wire.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $doc] $variant,)*
            /// One of a newer version, by its number.
            Other(u8),
        }

        impl Kind {
            /// The name for history: a key of the words shown, not words.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name,)* Kind::Other(_) => "other" }
            }

            /// The number on the wire.
            #[must_use]
            pub const fn code(self) -> u8 {
                match self { $(Kind::$variant => $code,)* Kind::Other(code) => code }
            }

            /// The kind of this number.
            #[must_use]
            pub const fn of(code: u8) -> Kind {
                match code { $($code => Kind::$variant,)* _ => Kind::Other(code) }
            }
        }
    };
}

kinds! {
    Found 1 "found" "The register was made.",
    Enter 2 "enter" "A candidate was entered.",
    Change 3 "change" "Fields were changed.",
    Bulk 4 "bulk" "Fields of many were changed.",
    Import 5 "import" "A spreadsheet was imported.",
    Withdraw 6 "withdraw" "A candidate was withdrawn.",
    Reinstate 7 "reinstate" "A candidate was reinstated.",
    Photograph 8 "photograph" "Photographs were attached or removed.",
    Paper 9 "paper" "A paper was recorded or removed.",
    Slip 10 "slip" "A deposit slip was recorded, changed or voided.",
    Centre 11 "centre" "Details of the centre were changed.",
    Acknowledge 12 "acknowledge" "A warning was acknowledged, or that was taken back.",
    Undo 13 "undo" "A change was undone.",
    Redo 14 "redo" "An undone change was done again.",
    Sign 15 "sign" "Signatures on the nominal roll were noted.",
    Approve 16 "approve" "The roll was approved, or that was withdrawn.",
    Resolve 17 "resolve" "A conflict was closed by a person, with a reason.",
    Countersign 18 "countersign" "A second person stands for an amendment of identity after closing.",
    Admit 19 "admit" "The council let an operation that was held take effect.",
    Depart 20 "depart" "The candidate left for another centre; written by the council only.",
    Arrive 21 "arrive" "The candidate came from another centre; written by the council only.",
    Merge 22 "merge" "The council's log was taken in; of this computer only, it never travels.",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_read_back_known_or_not() {
        assert!((0..=u8::MAX).all(|code| Kind::of(code).code() == code));
        assert_eq!((Kind::of(2), Kind::of(200)), (Kind::Enter, Kind::Other(200)));
    }
}
