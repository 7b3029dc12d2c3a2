//! The sheet of candidates with foreign certificates (2.3.26): country and year of the examination, passport, and when they
//! left or entered Kenya, signed and stamped, with the equation letters attached.

use regulations::IndexNumber;

use crate::error::DocumentError;
use crate::form::{Align, Column, Form, Identity, Prose, Row, Signing, Table};
use crate::model::{Head, Language, Masthead};

/// What the sheet is printed from.
#[derive(Clone, Debug)]
pub struct ForeignModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// The candidates with foreign certificates.
    pub candidates: Vec<ForeignCandidate>,
    /// The officer who signs beside the head of the centre.
    pub countersigned_by: Head,
}

/// A candidate with a foreign certificate. What is empty is a gap to write in.
#[derive(Clone, Debug, Default)]
pub struct ForeignCandidate {
    /// The full index number, or none while no number is allocated.
    pub index: Option<IndexNumber>,
    /// The name.
    pub name: String,
    /// Where the examination was taken.
    pub country: String,
    /// When it was taken: four digits.
    pub year: String,
    /// The passport.
    pub passport_no: String,
    /// The day the candidate left Kenya or entered it.
    pub travel: String,
    /// The year of the council's letter of equation.
    pub equation_year: String,
}

/// The sheet of foreign certificates as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &ForeignModel) -> Result<Vec<u8>, DocumentError> {
    let mut form = Form::new(Identity {
        kind: "sheet of foreign certificates",
        title: "Foreign certificates".into(),
        reference: String::new(),
        masthead: model.masthead.clone(),
        language: Language::En,
        letterhead: true,
    });
    form.block(Prose(
        "Candidates admitted on a foreign certificate that the council has equated. A copy of each letter of equation is \
         attached."
            .into(),
    ));
    form.table(table(&model.candidates));
    form.block(Signing { head: model.masthead.centre.head.clone() });
    form.block(Signing { head: model.countersigned_by.clone() });
    form.render()
}

fn table(candidates: &[ForeignCandidate]) -> Table {
    let columns = vec![
        Column("Index number", 26.0, Align::Left),
        Column("Name", 49.0, Align::Left),
        Column("Country", 27.0, Align::Left),
        Column("Year", 12.0, Align::Left),
        Column("Passport", 24.0, Align::Left),
        Column("Left or entered Kenya", 31.0, Align::Left),
        Column("Equated", 17.0, Align::Right),
    ];
    let values = |candidate: &ForeignCandidate| {
        let index = candidate.index.map_or_else(|| "No number yet".to_owned(), |index| index.to_string());
        let ForeignCandidate { name, country, year, passport_no, travel, equation_year, .. } = candidate.clone();
        Row::Values(vec![index, name, country, year, passport_no, travel, equation_year])
    };
    let mut rows: Vec<Row> = candidates.iter().map(values).collect();
    if rows.is_empty() {
        rows.push(Row::Values(vec![String::new(), "No such candidate".into()]));
    }
    Table { heading: "", columns, rows }
}
