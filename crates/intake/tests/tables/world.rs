//! Readers and subjects for the tests.

use intake::table::Table;
use intake::{IntakeError, Options, Outcome, SubjectHeading};
use regulations::{Draft, Field};

/// Every subject of KCSE with what people call it.
pub(crate) fn subjects() -> Vec<SubjectHeading> {
    "101=English|ENG 102=Kiswahili|KIS|KISW 121=Mathematics|MAT|MATHS 122=MathB 231=Biology|BIO 232=Physics|PHY \
     233=Chemistry|CHE|CHEM 236=BioBlind 237=GSC 311=History|HIST 312=Geography|GEO|GEOG 313=CRE 314=IRE 315=HRE \
     441=HomeScience|HSC|H/SCI 442=ART|A&D 443=Agriculture|AGR|AGRI 444=WW 445=MW 446=BC 447=PM 448=ELEC 449=D&D 450=AVI \
     451=COMP 501=FRE 502=GER 503=ARA 504=KSL 511=MUS 565=BusinessStudies|BST|B/STUD"
        .split_whitespace()
        .map(|entry| {
            let (code, names) = entry.split_once('=').unwrap();
            SubjectHeading { code: code.into(), names: names.split('|').map(str::to_owned).collect() }
        })
        .collect()
}

pub(crate) fn try_read(bytes: &[u8]) -> Result<Table, IntakeError> {
    Table::read(bytes, &Options { subjects: &subjects(), ..Options::default() })
}

pub(crate) fn read(bytes: &[u8]) -> Table {
    try_read(bytes).unwrap()
}

pub(crate) fn read_sheet(bytes: &[u8], sheet: &str) -> Result<Table, IntakeError> {
    Table::read(bytes, &Options { subjects: &subjects(), sheet: Some(sheet), ..Options::default() })
}

/// What became of each row, in one line each: `5 name=AKINYI JANE gender=F`, `6 refused B6`, `7 skipped total`.
pub(crate) fn outcomes(table: &Table) -> Vec<String> {
    table.data().map(|(row, outcome)| format!("{} {}", row.row, told(outcome))).collect()
}

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Entry(draft) => fields(draft).join(" "),
        Outcome::Refused { cell, .. } => format!("refused {cell}"),
        Outcome::Skipped(what) => format!("skipped {}", what.name()),
    }
}

fn fields(draft: &Draft) -> Vec<String> {
    let given = |field: &Field| !draft.get(*field).is_empty();
    Field::ALL.into_iter().filter(given).map(|field| format!("{}={}", field.name(), draft.get(field))).collect()
}

/// Lines split by `|`, as cells.
pub(crate) fn grid(lines: &[&str]) -> Vec<Vec<String>> {
    lines
        .iter()
        .map(|line| if line.is_empty() { Vec::new() } else { line.split('|').map(str::to_owned).collect() })
        .collect()
}
