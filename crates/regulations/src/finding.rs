//! A finding: a rule that fired on an entry or a centre. Owns the registry of rules, their paragraphs, severities and
//! fields; refuses words (those are in `messages`).

use crate::field::Field::{self, *};
use crate::subjects::SubjectSet;
use crate::{FieldSet, Pack};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Notice,
    /// To be acknowledged with a reason.
    Warning,
    /// Not ready to submit.
    Error,
}

impl Severity {
    /// The word of the contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Notice => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a rule judges, and so when it can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// An entry, from a bare file as well.
    Candidate,
    /// An entry with its papers and pictures: in a register only.
    Register,
    /// A centre.
    Centre,
}

macro_rules! rules {
    ($($variant:ident $id:literal $paragraph:literal $severity:ident $scope:ident [$($field:ident),*],)*) => {
        /// Every rule, in the order findings are listed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Rule { $($variant,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant),*];

            const ENTRIES: &'static [Registered] = &[$(Registered {
                id: $id,
                paragraph: $paragraph,
                severity: Severity::$severity,
                scope: Scope::$scope,
                fields: FieldSet::of(&[$($field),*]),
            }),*];
        }
    };
}

struct Registered {
    id: &'static str,
    paragraph: &'static str,
    severity: Severity,
    scope: Scope,
    fields: FieldSet,
}

rules! {
    NameMissing "name.missing" "2.3.25" Error Candidate [Name],
    NameCharacters "name.characters" "2.3.19" Error Candidate [Name],
    NameSingle "name.single" "2.3.19" Warning Candidate [Name],
    GenderInvalid "gender.invalid" "2.3.27(iv)" Error Candidate [Gender],
    BirthYearInvalid "birth-year.invalid" "2.3.27(i)" Error Candidate [YearOfBirth],
    BirthYearImplausible "birth-year.implausible" "2.3.27(i)" Warning Candidate [YearOfBirth],
    BirthCertificateMissing "birth-certificate.missing" "2.3.27(ii)" Error Candidate [BirthCertificateNo],
    BirthCertificatePlaceholder "birth-certificate.placeholder" "2.3.27(ii)" Error Candidate [BirthCertificateNo],
    BirthCertificateRepeated "birth-certificate.repeated" "2.3.18(i)" Error Candidate [BirthCertificateNo],
    CitizenshipInvalid "citizenship.invalid" "2.3.27(v)" Error Candidate [Citizenship],
    EntryCodeInvalid "entry-code.invalid" "2.3.27(iii)" Error Candidate [EntryCode],
    IndexFormat "index.format" "2.3.22" Error Candidate [CandidateNo],
    IndexRange "index.range" "2.3.23 / 2.3.24" Error Candidate [CandidateNo, EntryCode],
    IndexCentre "index.centre" "2.3.22" Error Candidate [CandidateNo, Centre],
    IndexDuplicate "index.duplicate" "2.3.22" Error Candidate [CandidateNo],
    IndexExhausted "index.exhausted" "2.3.23 / 2.3.24" Error Candidate [CandidateNo],
    PhotoMissing "photo.missing" "2.3.12(iii)" Error Register [Photo],
    PhotoUnreadable "photo.unreadable" "2.9" Error Register [Photo],
    PhotoSize "photo.size" "2.9" Error Register [Photo],
    PhotoColour "photo.colour" "2.9" Error Register [Photo],
    PhotoRepeated "photo.repeated" "2.3.18(ii)" Error Register [Photo],
    QualificationMissing "qualification.missing" "2.3.4 / 2.4.1" Error Candidate [Qualification],
    QualificationIndexMissing "qualification.index-missing" "2.3.25" Error Candidate [QualifyingIndex, QualifyingYear],
    QualificationIndexFormat "qualification.index-format" "2.3.25" Error Candidate [QualifyingIndex],
    QualificationIndexRepeated "qualification.index-repeated" "2.3.18(i)" Error Candidate [Qualification, QualifyingIndex, QualifyingYear],
    QualificationYearImpossible "qualification.year-impossible" "2.3.25" Error Candidate [QualifyingYear],
    QualificationTooRecent "qualification.too-recent" "2.4.3 / 2.7.2 / 2.17.3(ii)" Error Candidate [QualifyingYear],
    QualificationForeignEquation "qualification.foreign-equation" "2.6.1, 2.6.2" Error Candidate [EquationYear],
    QualificationForeignQualifyingTest "qualification.foreign-qualifying-test" "2.6.4, 2.3.4(ii)" Error Candidate [QualifyingTestYear, PrimaryYears],
    QualificationForeignPrimaryYears "qualification.foreign-primary-years" "2.20.1(ii)" Warning Candidate [PrimaryYears],
    QualificationForeignParticulars "qualification.foreign-particulars" "2.3.26" Error Candidate [Country, PassportNo],
    QualificationCpeQualifyingTest "qualification.cpe-qualifying-test" "2.7.1, 2.3.4(iii)" Error Candidate [QualifyingTestYear],
    IdentityMissing "identity.missing" "2.4.4 / 2.7.3" Error Candidate [IdDocument, BirthCertificateNo, WaitingCard],
    RepeatPreviousMissing "repeat.previous-missing" "2.5, 2.3.25" Error Candidate [LastKcseIndex, LastKcseYear, LastKcseSubjects],
    RepeatPreviousYear "repeat.previous-year" "2.5" Error Candidate [LastKcseYear],
    RepeatFirstAttempt "repeat.first-attempt" "2.3.20" Error Candidate [EntryCode, LastKcseIndex, LastKcseYear, LastKcseSubjects],
    RepeatNewSubject "repeat.new-subject" "2.5.1(iii) / 2.5.2(iii)" Error Candidate [Subjects, LastKcseSubjects],
    RepeatTooFew "repeat.too-few" "2.5.1" Error Candidate [Subjects, EntryCode],
    RepeatTooMany "repeat.too-many" "2.5.2(i)" Error Candidate [Subjects, EntryCode],
    RepeatNone "repeat.none" "2.5.2(i)" Error Candidate [Subjects],
    RepeatOldAttempt "repeat.old-attempt" "2.5.2(ii)" Warning Candidate [LastKcseYear],
    SubjectsUnknown "subjects.unknown" "2.8.1" Error Candidate [Subjects],
    SubjectsDuplicate "subjects.duplicate" "2.8.1" Error Candidate [Subjects],
    SubjectsTooFew "subjects.too-few" "2.8.1" Error Candidate [Subjects],
    SubjectsTooMany "subjects.too-many" "2.8.2(v)" Error Candidate [Subjects],
    SubjectsCompulsory "subjects.compulsory" "2.8.2(i)" Error Candidate [Subjects],
    SubjectsMathematicsChoice "subjects.mathematics-choice" "2.8.1" Error Candidate [Subjects],
    SubjectsReligiousChoice "subjects.religious-choice" "2.8.1" Error Candidate [Subjects],
    SubjectsSciences "subjects.sciences" "2.8.2(ii)" Error Candidate [Subjects],
    SubjectsGeneralScience "subjects.general-science" "2.8.2" Error Candidate [Subjects],
    SubjectsOptionBExtras "subjects.option-b-extras" "2.8.2(v)" Error Candidate [Subjects],
    SubjectsOptionBClearance "subjects.option-b-clearance" "2.8.4(vi)" Warning Candidate [Subjects],
    SubjectsHumanity "subjects.humanity" "2.8.2(iii)" Error Candidate [Subjects],
    SubjectsBlindOnly "subjects.blind-only" "2.8.1" Error Candidate [Subjects, SpecialNeeds],
    SubjectsBlindBiology "subjects.blind-biology" "2.8.3(ii)" Error Candidate [Subjects],
    SubjectsBlindExcluded "subjects.blind-excluded" "2.8.3(iv)" Error Candidate [Subjects],
    SubjectsSignLanguage "subjects.sign-language" "2.8.4(vii)" Error Candidate [Subjects, SpecialNeeds],
    SubjectsNotOffered "subjects.not-offered" "2.17.3(viii)" Error Candidate [Subjects],
    SpecialNeedsUnknown "special-needs.unknown" "2.3.9" Error Candidate [SpecialNeeds],
    SpecialNeedsEvidence "special-needs.evidence" "2.8.5(ii)" Error Register [SpecialNeeds],
    CentreTooFew "centre.too-few" "2.3.7" Warning Centre [],
    CentreCode "centre.code" "2.3.22" Error Centre [Centre],
    CentreFull "centre.full" "2.3.23 / 2.3.24" Error Centre [],
    RollUnsigned "roll.unsigned" "2.3.12(iv)" Error Centre [],
    FeesUnpaid "fees.unpaid" "2.15.10" Error Centre [],
    FeesMismatch "fees.mismatch" "2.15.10" Error Centre [],
    BankUnknown "bank.unknown" "2.15.2" Error Centre [],
    WindowClosed "window.closed" "2.3.2" Error Centre [],
    ReturnIncomplete "return.incomplete" "2.19.2" Error Centre [],
}

impl Rule {
    const fn registered(self) -> &'static Registered {
        &Rule::ENTRIES[self as usize]
    }

    /// The stable id, as `subjects.sciences`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.registered().id
    }

    /// The paragraph or paragraphs it comes from.
    #[must_use]
    pub const fn paragraph(self) -> &'static str {
        self.registered().paragraph
    }

    /// Its severity; of `centre.code` the heavier of its two.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.registered().severity
    }

    /// What it judges.
    #[must_use]
    pub const fn scope(self) -> Scope {
        self.registered().scope
    }

    /// The fields it is about.
    #[must_use]
    pub const fn fields(self) -> FieldSet {
        self.registered().fields
    }

    /// The rule of this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// The rules that are about this field.
    pub fn about(field: Field) -> impl Iterator<Item = Rule> {
        Rule::ALL.iter().copied().filter(move |rule| rule.fields().contains(field))
    }
}

/// What a message tells beyond its rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Detail {
    /// The subjects concerned.
    pub subjects: SubjectSet,
    /// A number given, as a count of subjects or a year.
    pub given: Option<i32>,
    /// The number it is held against.
    pub limit: Option<i32>,
}

/// A rule that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Its weight here.
    pub severity: Severity,
    /// What the message tells.
    pub detail: Detail,
}

impl Finding {
    /// A finding with nothing to tell beyond its rule.
    #[must_use]
    pub const fn plain(rule: Rule) -> Self {
        Finding { rule, severity: rule.severity(), detail: NO_DETAIL }
    }

    /// A finding about these subjects.
    #[must_use]
    pub const fn about_subjects(rule: Rule, subjects: SubjectSet) -> Self {
        Finding { rule, severity: rule.severity(), detail: Detail { subjects, ..NO_DETAIL } }
    }

    /// A finding about a number held against a limit.
    #[must_use]
    pub const fn against(rule: Rule, given: i32, limit: i32) -> Self {
        let detail = Detail { subjects: SubjectSet::EMPTY, given: Some(given), limit: Some(limit) };
        Finding { rule, severity: rule.severity(), detail }
    }

    /// A finding that tells what is asked for.
    #[must_use]
    pub const fn wanting(rule: Rule, limit: i32) -> Self {
        Finding { rule, severity: rule.severity(), detail: Detail { limit: Some(limit), ..NO_DETAIL } }
    }

    /// The codes of the subjects it is about, separated by commas.
    #[must_use]
    pub fn subject_codes(&self, pack: &Pack) -> String {
        pack.subjects().codes(self.detail.subjects, ", ")
    }
}

const NO_DETAIL: Detail = Detail { subjects: SubjectSet::EMPTY, given: None, limit: None };
