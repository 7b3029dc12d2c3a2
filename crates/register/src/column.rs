//! Every field that an operation can write, under the name it has in history and on the wire. Owns those names;
//! refuses to judge values (any text is kept).

use std::borrow::Cow;

use regulations::{Field, IndexNumber, Paper};

use sync::About;
use sync::fold::is_remark;

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($variant:ident $name:literal $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $type { $(#[doc = $text] $variant,)* }

        impl $type {
            /// Each of them, in the order of the form.
            pub const ALL: &'static [$type] = &[$($type::$variant),*];

            /// The name in the register, in history and on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($type::$variant => $name,)* }
            }

            /// The one of this name, if there is one.
            #[must_use]
            pub fn named(name: &str) -> Option<$type> {
                $type::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// What a register keeps about its centre.
    CentreField {
        Code "code" "Eight digits (2.3.22).",
        Name "name" "In full.",
        Kind "kind" "`school`, `private`, `prison` or `special`.",
        Year "year" "The examination's year, four digits.",
        Offered "offered" "Codes of the subjects that the centre offers, separated by spaces; empty: no list (2.17.3(viii)).",
        Clearance "clearance" "Reference of the clearance letter for option B; empty: none on record (2.8.4(vi)).",
        County "county" "The county's name.",
        SubCounty "sub_county" "The sub-county's name.",
        Address "address" "Postal address.",
        Telephone "telephone" "The centre's telephone.",
        Email "email" "The centre's e-mail address.",
        HeadTeacher "head_teacher" "Name of the head of the centre.",
        HeadTeacherPhone "head_teacher_phone" "Telephone of the head.",
        HeadTeacherNo "head_teacher_no" "The head's service number.",
        HostCentre "host_centre" "Code of the centre that hosts this one, where it has too few candidates (2.3.7).",
        ApprovedBy "approved_by" "Who approved the roll; empty: nobody. [`crate::Operation::ApproveRoll`] writes it.",
        ApprovedRoll "approved_roll" "The digest of the roll that was approved.",
        RollReturned "roll_returned" "Day the signed nominal roll was handed in (2.19.2(i)).",
        DeclarationReturned "declaration_returned" "Day the declaration was handed in (2.19.2(ii)).",
        SpecialNeedsReturned "special_needs_returned" "Day the forms of special needs were handed in (2.19.2(iii)).",
        NilReturned "nil_returned" "Day the nil return was handed in (2.19.2(iv)).",
        SlipsReturned "slips_returned" "Day the deposit slips were handed in (2.19.2(v)).",
    }
}

named! {
    /// What a register keeps of a deposit slip (2.15).
    SlipField {
        Bank "bank" "The bank's name.",
        Number "number" "The slip's serial number.",
        Date "date" "The date of the deposit, as typed.",
        Amount "amount" "Whole shillings.",
        Voided "voided" "Why the slip no longer counts; empty: it counts.",
    }
}

impl CentreField {
    /// How many there are.
    pub const COUNT: usize = CentreField::ALL.len();
}

impl SlipField {
    pub(crate) const COUNT: usize = SlipField::ALL.len();
}

/// The name of a paper in tables and on the wire. Frozen here, whatever the rules come to call it.
pub(crate) const fn paper_name(paper: Paper) -> &'static str {
    match paper {
        Paper::MedicalReport => "medical_report",
        Paper::EarcReport => "earc_report",
        Paper::HelpNeeded => "help_needed",
        Paper::HelpGiven => "help_given",
        Paper::FullPhotograph => "full_photograph",
    }
}

pub(crate) fn paper_named(name: &str) -> Option<Paper> {
    Paper::ALL.into_iter().find(|paper| paper_name(*paper) == name)
}

/// One field of a candidate, the centre or a slip.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A column of the entry.
    Entry(Field),
    /// `entered`, `withdrawn`, or empty after the entry was undone.
    State,
    /// Why the candidate was withdrawn.
    WithdrawnBecause,
    /// The photograph's hash.
    Photograph,
    /// `yes` once the candidate signed the nominal roll.
    Signed,
    /// `yes` while the paper is on record.
    Paper(Paper),
    /// The reason given for the warning of this rule.
    Acknowledged(String),
    /// A field of the centre.
    Centre(CentreField),
    /// A field of a slip.
    Slip(SlipField),
    /// What an operation says of operations, not of a thing: why it amends or resolves, what it closes, countersigns
    /// or admits. Only history keeps it.
    Remark(String),
    /// What is said beside the entry: of a transfer, or in answer to the council.
    Beside(String),
    /// A field that a newer version wrote.
    Other(String),
}

/// A field in which something is said of a transfer (2.3.14, 2.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferField {
    /// Of the candidate: the code of the centre that they are to go to; empty: the request is taken back.
    To,
    /// Of the candidate: why.
    Reason,
    /// Of the candidate: the consent of the head who releases.
    HeadFrom,
    /// Of the candidate: the consent of the head who receives.
    HeadTo,
    /// Of the candidate: the consent of the sub-county's office of the centre that releases.
    OfficeFrom,
    /// Of the candidate: that of the other.
    OfficeTo,
    /// Of the candidate: the number of the deposit slip of the fee.
    Slip,
    /// Of the centre that receives: what it says of the candidate of this index number.
    In(IndexNumber),
}

impl TransferField {
    /// The name in history and on the wire. Frozen.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        match self {
            TransferField::To => "transfer.to".into(),
            TransferField::Reason => "transfer.reason".into(),
            TransferField::HeadFrom => "transfer.head.from".into(),
            TransferField::HeadTo => "transfer.head.to".into(),
            TransferField::OfficeFrom => "transfer.scde.from".into(),
            TransferField::OfficeTo => "transfer.scde.to".into(),
            TransferField::Slip => "transfer.slip".into(),
            TransferField::In(index) => format!("transfer.in.{index}").into(),
        }
    }
}

/// The name of the field in which a notice of the council's is answered.
#[must_use]
pub fn answer_name(case: &str) -> String {
    format!("notice.{case}.answer")
}

/// Whether people write it beside the entry; the council's own fields of the same families they do not.
fn is_beside(name: &str) -> bool {
    let councils = |name: &str| name == "wanted" || name.starts_with("asked.");
    match name.strip_prefix("transfer.") {
        Some(name) => !councils(name),
        None => name.starts_with("notice.") && name.ends_with(".answer"),
    }
}

impl Column {
    /// The name in history and on the wire. Frozen.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            Column::Entry(field) => field.name().into(),
            Column::State => "state".into(),
            Column::WithdrawnBecause => "withdrawn_because".into(),
            Column::Photograph => "photograph".into(),
            Column::Signed => "signed".into(),
            Column::Paper(paper) => format!("paper.{}", paper_name(*paper)).into(),
            Column::Acknowledged(rule) => format!("acknowledged.{rule}").into(),
            Column::Centre(field) => field.name().into(),
            Column::Slip(field) => field.name().into(),
            Column::Remark(name) | Column::Beside(name) | Column::Other(name) => name.clone().into(),
        }
    }

    /// The column of this name, whoever wrote it.
    pub(crate) fn of(about: &About, name: &str) -> Column {
        match Column::named(about, name) {
            Some(column) => column,
            None if is_remark(name) => Column::Remark(name.to_owned()),
            None => Column::Other(name.to_owned()),
        }
    }

    /// The column of this name, of the thing that it is about. `None` for one that a newer version wrote.
    #[must_use]
    pub fn named(about: &About, name: &str) -> Option<Column> {
        if let Some(rule) = name.strip_prefix("acknowledged.") {
            return Some(Column::Acknowledged(rule.to_owned()));
        }
        if is_beside(name) {
            return Some(Column::Beside(name.to_owned()));
        }
        match about {
            About::Centre => CentreField::named(name).map(Column::Centre),
            About::Slip(_) => SlipField::named(name).map(Column::Slip),
            About::Candidate(_) => Column::of_candidate(name),
        }
    }

    fn of_candidate(name: &str) -> Option<Column> {
        match name {
            "state" => Some(Column::State),
            "withdrawn_because" => Some(Column::WithdrawnBecause),
            "photograph" => Some(Column::Photograph),
            "signed" => Some(Column::Signed),
            _ => match name.strip_prefix("paper.") {
                Some(paper) => paper_named(paper).map(Column::Paper),
                None => Field::named(name).map(Column::Entry),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::{CandidateId, SlipId};

    #[test]
    fn every_column_is_found_by_its_name() {
        let candidate = About::Candidate(CandidateId([1; 16]));
        let of_candidate = Field::ALL
            .map(Column::Entry)
            .into_iter()
            .chain(Paper::ALL.iter().map(|paper| Column::Paper(*paper)))
            .chain([Column::State, Column::WithdrawnBecause, Column::Photograph, Column::Signed])
            .chain([Column::Acknowledged("subjects.option-b-clearance".into())]);
        for column in of_candidate {
            assert_eq!(Column::named(&candidate, &column.name()), Some(column));
        }
        for column in CentreField::ALL.iter().map(|field| Column::Centre(*field)) {
            assert_eq!(Column::named(&About::Centre, &column.name()), Some(column));
        }
        for column in SlipField::ALL.iter().map(|field| Column::Slip(*field)) {
            assert_eq!(Column::named(&About::Slip(SlipId([1; 16])), &column.name()), Some(column));
        }
        assert_eq!(Column::named(&candidate, "shoe_size"), None);
    }

    #[test]
    fn what_people_say_beside_an_entry_is_told_from_what_the_council_says() {
        let own = [answer_name("9f2c"), TransferField::To.name().into(), TransferField::HeadFrom.name().into()];
        for name in own {
            assert_eq!(Column::named(&About::Centre, &name), Some(Column::Beside(name)));
        }
        for name in ["notice.9f2c", "transfer.wanted", "transfer.asked.24505105001", "announcement.1"] {
            assert_eq!(Column::named(&About::Centre, name), None, "{name}");
        }
    }
}
