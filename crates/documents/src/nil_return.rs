//! The nil return (2.19.2 iv): for every kind of paper a centre may have to send, how many it sends or that there is none,
//! so that nothing missing looks like nothing to send.

use crate::error::DocumentError;
use crate::form::{Align, Column, Form, Identity, Prose, Row, Signing, Table};
use crate::model::{Language, Masthead};

/// What the nil return is printed from.
#[derive(Clone, Debug)]
pub struct NilReturnModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// The council's reference of the form, or empty.
    pub reference: String,
    /// What may be returned and how many the centre returns, in the order to print them.
    pub returns: Vec<ReturnLine>,
}

/// A kind of paper or of candidate.
#[derive(Clone, Debug)]
pub struct ReturnLine {
    /// What it is, as in "Candidates with special needs".
    pub what: String,
    /// How many there are; nought is a nil return.
    pub count: u32,
}

/// The nil return as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &NilReturnModel) -> Result<Vec<u8>, DocumentError> {
    let centre = &model.masthead.centre;
    let mut form = Form::new(Identity {
        kind: "nil return",
        title: "Nil return".into(),
        reference: model.reference.clone(),
        masthead: model.masthead.clone(),
        language: Language::En,
        letterhead: true,
    });
    form.block(Prose(format!(
        "Where NIL stands below, centre {} ({}) has none to return for this examination.",
        centre.code, centre.name
    )));
    form.table(table(&model.returns));
    form.block(Signing { head: centre.head.clone() });
    form.render()
}

fn table(returns: &[ReturnLine]) -> Table {
    let columns = vec![
        Column("What is returned", 122.0, Align::Left),
        Column("Number", 30.0, Align::Right),
        Column("Nil", 34.0, Align::Right),
    ];
    let values = |line: &ReturnLine| match line.count {
        0 => Row::Total(vec![line.what.clone(), String::new(), "NIL".into()]),
        count => Row::Values(vec![line.what.clone(), count.to_string(), String::new()]),
    };
    Table { heading: "Returns", columns, rows: returns.iter().map(values).collect() }
}
