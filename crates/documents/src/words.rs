//! The words of the documents that mean the same on several of them, in both languages. Values nobody knows print as they
//! were entered.

use crate::model::Language::{self, En, Sw};
use crate::model::Mark;

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

/// The words at the foot of a page.
pub(crate) struct Foot {
    pub(crate) printed_on: &'static str,
    pub(crate) page: &'static str,
    pub(crate) of: &'static str,
}

/// The foot's words in a language.
pub(crate) fn foot(language: Language) -> &'static Foot {
    match language {
        En => &Foot { printed_on: "Printed on", page: "Page", of: "of" },
        Sw => &Foot { printed_on: "Imechapishwa", page: "Ukurasa", of: "kati ya" },
    }
}

/// What the foot says of a document that may not be handed in.
pub(crate) const fn mark(mark: Mark, language: Language) -> &'static str {
    match (mark, language) {
        (Mark::Draft, En) => "DRAFT: not for submission",
        (Mark::Draft, Sw) => "RASIMU: si ya kuwasilishwa",
        (Mark::Practice, En) => "PRACTICE: a centre that does not exist",
        (Mark::Practice, Sw) => "MAZOEZI: kituo kisichokuwepo",
    }
}

/// The citizenship of a code, in words.
pub(crate) fn citizenship(code: &str, language: Language) -> &str {
    match (code, language) {
        ("C", En) => "Citizen",
        ("C", Sw) => "Raia",
        ("N", En) => "Non-citizen",
        ("N", Sw) => "Si raia",
        _ => code,
    }
}

/// The words of a check slip.
pub(crate) struct Slip {
    pub(crate) title: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) no_number: &'static str,
    pub(crate) admission: &'static str,
    pub(crate) gender: &'static str,
    pub(crate) year_of_birth: &'static str,
    pub(crate) birth_certificate: &'static str,
    pub(crate) citizenship: &'static str,
    pub(crate) entry_code: &'static str,
    pub(crate) certificate: &'static str,
    pub(crate) its_index: &'static str,
    pub(crate) special_needs: &'static str,
    pub(crate) none: &'static str,
    pub(crate) subjects: &'static str,
    pub(crate) statement: &'static str,
    pub(crate) signature: &'static str,
    pub(crate) date: &'static str,
    pub(crate) class_teacher: &'static str,
}

/// A check slip's words in a language.
pub(crate) fn slip(language: Language) -> &'static Slip {
    match language {
        En => &Slip {
            title: "Candidate's check slip",
            nobody: "No candidate is entered at this centre.",
            no_number: "No number yet",
            admission: "Admission number",
            gender: "Gender",
            year_of_birth: "Year of birth",
            birth_certificate: "Birth certificate number",
            citizenship: "Citizenship",
            entry_code: "Entry code",
            certificate: "Certificate and year",
            its_index: "Its index number",
            special_needs: "Special needs",
            none: "None",
            subjects: "Subjects entered",
            statement: "I have compared this slip with my certificates. My name is written as on my qualifying certificate, \
                        and the subjects are those I wish to sit. I have marked whatever is wrong.",
            signature: "Candidate's signature",
            date: "Date",
            class_teacher: "Class teacher",
        },
        Sw => &Slip {
            title: "Hati ya mtahiniwa ya kuhakiki",
            nobody: "Hakuna mtahiniwa aliyesajiliwa katika kituo hiki.",
            no_number: "Hana nambari bado",
            admission: "Nambari ya usajili shuleni",
            gender: "Jinsia",
            year_of_birth: "Mwaka wa kuzaliwa",
            birth_certificate: "Nambari ya cheti cha kuzaliwa",
            citizenship: "Uraia",
            entry_code: "Aina ya usajili",
            certificate: "Cheti na mwaka",
            its_index: "Nambari yake ya mtihani",
            special_needs: "Mahitaji maalum",
            none: "Hakuna",
            subjects: "Masomo yaliyochaguliwa",
            statement: "Nimelinganisha hati hii na vyeti vyangu. Jina langu limeandikwa kama lilivyo kwenye cheti changu, na \
                        masomo ni yale ninayotaka kufanyia mtihani. Nimetia alama palipo na kosa.",
            signature: "Sahihi ya mtahiniwa",
            date: "Tarehe",
            class_teacher: "Mwalimu wa darasa",
        },
    }
}
