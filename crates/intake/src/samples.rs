//! Made-up tables for this crate's own tests.

use crate::SubjectHeading;

/// Every subject of KCSE with what people call it.
pub(crate) fn subject_headings() -> Vec<SubjectHeading> {
    const SUBJECTS: &[(&str, &str)] = &[
        ("101", "English|ENG"),
        ("102", "Kiswahili|KIS|KISW"),
        ("121", "Mathematics A|Mathematics|MAT|MATHS|MATH|Math A"),
        ("122", "Mathematics B|Math B|Maths B"),
        ("231", "Biology|BIO"),
        ("232", "Physics|PHY|PHYS"),
        ("233", "Chemistry|CHE|CHEM"),
        ("236", "Biology for the Blind|Bio Blind"),
        ("237", "General Science|GSC|Gen Sci"),
        ("311", "History & Government|History and Government|History|HIST|HIS"),
        ("312", "Geography|GEO|GEOG"),
        ("313", "Christian RE|Christian Religious Education|CRE"),
        ("314", "Islamic RE|Islamic Religious Education|IRE"),
        ("315", "Hindu RE|Hindu Religious Education|HRE"),
        ("441", "Home Science|HSC|H/SCI"),
        ("442", "Art & Design|Art and Design|ART|A&D"),
        ("443", "Agriculture|AGR|AGRI|AGRIC"),
        ("444", "Woodwork|WW"),
        ("445", "Metalwork|MW"),
        ("446", "Building Construction|BC"),
        ("447", "Power Mechanics|PM"),
        ("448", "Electricity|ELEC"),
        ("449", "Drawing & Design|Drawing and Design|D&D"),
        ("450", "Aviation Technology|Aviation|AVI"),
        ("451", "Computer Studies|Computer|COMP|CMP"),
        ("501", "French|FRE"),
        ("502", "German|GER"),
        ("503", "Arabic|ARA"),
        ("504", "Kenyan Sign Language|KSL"),
        ("511", "Music|MUS"),
        ("565", "Business Studies|Business|BST|B/STUD|BUS"),
    ];
    SUBJECTS
        .iter()
        .map(|(code, names)| SubjectHeading {
            code: (*code).to_owned(),
            names: names.split('|').map(str::to_owned).collect(),
        })
        .collect()
}
