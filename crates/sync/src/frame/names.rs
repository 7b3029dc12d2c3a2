//! The field names that travel as one number. Owns their table, which is frozen with packing 1: names are only appended
//! under a packing of a new number. A name that is not here travels as text.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The names, each at its number.
#[rustfmt::skip]
pub(super) const NAMES: [&str; 66] = [
    "centre", "candidate_no", "admission_no", "name", "gender", "year_of_birth", "birth_certificate_no", "citizenship",
    "entry_code", "qualification", "qualifying_index", "qualifying_year", "qualifying_test_year", "equation_year",
    "country", "passport_no", "primary_years", "id_document", "waiting_card", "special_needs", "last_kcse_index",
    "last_kcse_year", "last_kcse_subjects", "subjects", "photo", "phone", "state", "withdrawn_because", "photograph",
    "signed", "paper.medical_report", "paper.earc_report", "paper.help_needed", "paper.help_given",
    "paper.full_photograph", "bank", "number", "date", "amount", "voided", "code", "kind", "year", "offered",
    "clearance", "county", "sub_county", "address", "telephone", "email", "head_teacher", "head_teacher_phone",
    "head_teacher_no", "host_centre", "approved_by", "approved_roll", "roll_returned", "declaration_returned",
    "special_needs_returned", "nil_returned", "slips_returned", "reason", "admitted", "amendment_reason",
    "countersigned", "moved_to",
];

static NUMBERS: LazyLock<FxHashMap<&str, usize>> =
    LazyLock::new(|| NAMES.iter().enumerate().map(|(number, name)| (*name, number)).collect());

/// The number of a name.
pub(super) fn number_of(name: &str) -> Option<usize> {
    NUMBERS.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    // What breaks: every batch ever packed names its fields by these numbers. Append, under a packing of a new number.
    #[test]
    fn the_names_of_packing_1_are_frozen() {
        let hash = blake3::hash(NAMES.join(" ").as_bytes()).to_hex().to_string();
        assert_eq!(hash, "1f2928cfa75d28d16975d4b18d3337296fd4980d15350d43fe87584eaf9f21f6");
    }

    #[test]
    fn every_field_of_an_entry_has_a_number_of_its_own() {
        assert!(regulations::Field::ALL.iter().all(|field| number_of(field.name()).is_some()));
        assert_eq!(NUMBERS.len(), NAMES.len());
    }
}
