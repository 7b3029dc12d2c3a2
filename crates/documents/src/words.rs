//! The words of the documents that mean the same on several of them, in both languages. Values nobody knows print as they
//! were entered.

use crate::model::Language::{self, En, Sw};

/// The gender of a code, in words.
pub(crate) fn gender(code: &str, language: Language) -> &str {
    match (code, language) {
        ("F", En) => "Female",
        ("F", Sw) => "Msichana",
        ("M", En) => "Male",
        ("M", Sw) => "Mvulana",
        _ => code,
    }
}

/// What an entry code means (2.3.20), or nothing for one that is not known.
pub(crate) fn entry_code(code: &str, language: Language) -> &'static str {
    match (code, language) {
        ("1", En) => "First attempt",
        ("1", Sw) => "Mara ya kwanza",
        ("2", En) => "Repeats all",
        ("2", Sw) => "Anarudia yote",
        ("3", En) => "Repeats some",
        ("3", Sw) => "Anarudia baadhi",
        _ => "",
    }
}

/// A category of special needs (2.3.9), in words.
pub(crate) fn need(code: &str, language: Language) -> &str {
    match (code, language) {
        ("BLIND", En) => "Blind",
        ("BLIND", Sw) => "Asiyeona",
        ("LOW_VISION", En) => "Low vision",
        ("LOW_VISION", Sw) => "Uoni hafifu",
        ("HEARING", En) => "Hearing impaired",
        ("HEARING", Sw) => "Asiyesikia",
        ("PHYSICAL", En) => "Physically challenged",
        ("PHYSICAL", Sw) => "Ulemavu wa mwili",
        ("MENTAL", En) => "Mentally challenged",
        ("MENTAL", Sw) => "Ulemavu wa akili",
        _ => code,
    }
}
