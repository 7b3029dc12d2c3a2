//! The declaration that all eligible candidates are registered and the right fees deposited (2.17.1 ix).

use regulations::Shillings;

use crate::error::DocumentError;
use crate::form::{Align, Column, Form, Heading, Identity, Prose, Row, Signing, Table, Together};
use crate::model::{Head, Language, Masthead};

/// What the declaration is printed from.
#[derive(Clone, Debug)]
pub struct DeclarationModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// The council's reference of the form, or empty.
    pub reference: String,
    /// Candidates by kind, in words, in the order to print them.
    pub candidates: Vec<(String, u32)>,
    /// What the proforma asks of the centre.
    pub fees_due: Shillings,
    /// The slips of what was deposited.
    pub deposits: Vec<DepositSlip>,
    /// The officer who receives the declaration, as in `Sub-County Director of Education`.
    pub received_by: Head,
}

/// A bank's deposit slip.
#[derive(Clone, Debug)]
pub struct DepositSlip {
    /// The bank's name.
    pub bank: String,
    /// The slip's number.
    pub number: String,
    /// The day of the deposit, written out.
    pub date: String,
    /// The amount.
    pub amount: Shillings,
}

/// The declaration as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &DeclarationModel) -> Result<Vec<u8>, DocumentError> {
    let masthead = &model.masthead;
    let mut form = Form::new(Identity {
        kind: "declaration",
        title: "Declaration".into(),
        reference: model.reference.clone(),
        masthead: masthead.clone(),
        language: Language::En,
        letterhead: true,
    });
    let (abbreviation, year, centre) = (&masthead.abbreviation, masthead.year, &masthead.centre);
    form.block(Prose(format!(
        "For the {abbreviation} examination of {year} I declare, for centre {} ({}):",
        centre.code, centre.name
    )));
    for (number, statement) in STATEMENTS.iter().enumerate() {
        form.block(Prose(format!("{}.  {statement}", number + 1)));
    }
    form.table(candidates(model));
    form.table(fees(model));
    form.block(Signing { head: centre.head.clone() });
    form.block(Together(vec![
        Box::new(Heading("Received".into())),
        Box::new(Signing { head: model.received_by.clone() }),
    ]));
    form.render()
}

const STATEMENTS: [&str; 4] = [
    "every eligible candidate of this centre is registered, and nobody who is not eligible;",
    "each candidate has checked the entry on the nominal roll and has signed it;",
    "no candidate of this centre is, to my knowledge, registered at another centre;",
    "the fees shown below are right and, where they are not the state's to pay, were deposited in full.",
];

fn candidates(model: &DeclarationModel) -> Table {
    let mut rows: Vec<Row> =
        model.candidates.iter().map(|(kind, count)| Row::Values(vec![kind.clone(), count.to_string()])).collect();
    let all: u64 = model.candidates.iter().map(|(_, count)| u64::from(*count)).sum();
    rows.push(Row::Total(vec!["All candidates".into(), all.to_string()]));
    Table {
        heading: "Candidates registered",
        columns: vec![Column("Kind", 150.0, Align::Left), Column("Candidates", 36.0, Align::Right)],
        rows,
    }
}

fn fees(model: &DeclarationModel) -> Table {
    let columns = vec![
        Column("Bank", 66.0, Align::Left),
        Column("Slip number", 44.0, Align::Left),
        Column("Date of deposit", 40.0, Align::Left),
        Column("Amount (KES)", 36.0, Align::Right),
    ];
    let values =
        |slip: &DepositSlip| vec![slip.bank.clone(), slip.number.clone(), slip.date.clone(), slip.amount.to_string()];
    let total = |label: &str, amount: String| Row::Total(vec![label.into(), String::new(), String::new(), amount]);
    let mut rows: Vec<Row> = model.deposits.iter().map(|slip| Row::Values(values(slip))).collect();
    if rows.is_empty() {
        rows.push(Row::Values(vec!["No deposit on record".into()]));
    }
    let deposited = model.deposits.iter().fold(0, |sum: u32, slip| sum.saturating_add(slip.amount.0));
    rows.push(total("Deposited", Shillings(deposited).to_string()));
    rows.push(total("Due by the fees proforma", model.fees_due.to_string()));
    Table { heading: "Fees", columns, rows }
}
