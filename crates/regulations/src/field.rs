//! The columns of a candidate's entry, in the order of the import template. Owns their names and sets of them;
//! refuses to know what a spreadsheet calls them (that is `intake`'s).

macro_rules! fields {
    ($($variant:ident $name:literal $doc:literal,)*) => {
        /// One column of a candidate's entry, as the command line's contract names it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Field { $(#[doc = $doc] $variant,)* }

        impl Field {
            /// How many fields there are.
            pub const COUNT: usize = [$(Field::$variant),*].len();
            /// Every field, in the template's order.
            pub const ALL: [Field; Field::COUNT] = [$(Field::$variant),*];

            /// The column's heading in the template, and the name used in findings and in the register.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Field::$variant => $name,)* }
            }
        }
    };
}

fields! {
    Centre "centre" "Eight digits of the centre.",
    CandidateNo "candidate_no" "Three digits, or empty: to be allocated.",
    AdmissionNo "admission_no" "The school's own number.",
    Name "name" "In full, as on the qualifying certificate.",
    Gender "gender" "`M` or `F`.",
    YearOfBirth "year_of_birth" "Four digits.",
    BirthCertificateNo "birth_certificate_no" "Entry number of the birth certificate.",
    Citizenship "citizenship" "`C` or `N`.",
    EntryCode "entry_code" "1, 2 or 3.",
    Qualification "qualification" "`KCPE`, `CPE`, `KCE`, `EACE` or `FOREIGN`.",
    QualifyingIndex "qualifying_index" "Index number on the qualifying certificate.",
    QualifyingYear "qualifying_year" "Year of the qualifying certificate.",
    QualifyingTestYear "qualifying_test_year" "Year the Qualifying Test was passed.",
    EquationYear "equation_year" "Year of the equation letter.",
    Country "country" "Country of a foreign qualification.",
    PassportNo "passport_no" "Passport of the holder of a foreign qualification.",
    PrimaryYears "primary_years" "Years of primary school of a foreign qualification.",
    IdDocument "id_document" "Identity card, passport or alien card number.",
    WaitingCard "waiting_card" "Waiting card number.",
    SpecialNeeds "special_needs" "Categories declared, separated by spaces.",
    LastKcseIndex "last_kcse_index" "Index number of the last full KCSE attempt.",
    LastKcseYear "last_kcse_year" "Year of the last full KCSE attempt.",
    LastKcseSubjects "last_kcse_subjects" "Subject codes of the last full KCSE attempt, separated by spaces.",
    Subjects "subjects" "Subject codes entered, separated by spaces.",
    Photo "photo" "File name of the photograph.",
    Phone "phone" "Optional telephone number.",
}

impl Field {
    /// The field of this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// A set of fields: the places that a finding is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FieldSet(u32);

impl FieldSet {
    /// The set of the fields given.
    #[must_use]
    pub const fn of(fields: &[Field]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < fields.len() {
            bits |= 1 << fields[i] as u32;
            i += 1;
        }
        FieldSet(bits)
    }

    /// Whether the field belongs to the set.
    #[must_use]
    pub const fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u32) != 0
    }

    /// The members, in the template's order.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| self.contains(*field))
    }
}

/// One candidate's entry as text, a value a field; an empty text is a value not given.
pub type Fields<'a> = [&'a str; Field::COUNT];

/// One candidate's entry as text, owned: what a form, an import or the register holds. It is always savable,
/// however wrong, for a draft is never refused (invariant 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft([String; Field::COUNT]);

impl Draft {
    /// A draft with these values, the rest empty.
    #[must_use]
    pub fn with<const N: usize>(values: [(Field, &str); N]) -> Self {
        let mut draft = Draft::default();
        for (field, value) in values {
            draft.set(field, value);
        }
        draft
    }

    /// The value of a field, empty where it is not given.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        &self.0[field as usize]
    }

    /// Sets a field.
    pub fn set(&mut self, field: Field, value: impl Into<String>) {
        self.0[field as usize] = value.into();
    }

    /// The values by reference, as rules take them.
    #[must_use]
    pub fn fields(&self) -> Fields<'_> {
        std::array::from_fn(|i| self.0[i].as_str())
    }
}

impl From<&Fields<'_>> for Draft {
    fn from(fields: &Fields<'_>) -> Self {
        Draft(std::array::from_fn(|i| fields[i].to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in Field::ALL {
            assert_eq!(Field::named(field.name()), Some(field));
        }
        assert_eq!(Field::named("shoe_size"), None);
    }

    #[test]
    fn a_set_lists_its_members_in_the_templates_order() {
        let set = FieldSet::of(&[Field::Phone, Field::Name]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [Field::Name, Field::Phone]);
        assert!(!set.contains(Field::Gender));
    }
}
