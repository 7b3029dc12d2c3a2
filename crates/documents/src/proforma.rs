//! The fees proforma (2.15.10): what each kind of candidate costs, who pays it, and the one remittance of the centre.
//! Owns the sums; refuses to know a rate.

use regulations::Shillings;

use crate::error::DocumentError;
use crate::form::{Align, Column, Facts, Form, Identity, Prose, Row, Signing, Sum, Table, Together};
use crate::model::{Language, Masthead};
use crate::print_text::figure;

/// What the proforma is printed from.
#[derive(Clone, Debug)]
pub struct ProformaModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// The council's reference of the form: `KNEC/EA/EM/KCSE/REG/FS`.
    pub reference: String,
    /// Basic and subject fees, in the order to print them; lines of one category together.
    pub fees: Vec<FeeLine>,
    /// Fees of subjects with a project, a practical or an oral (2.15.7, 2.15.8).
    pub components: Vec<ComponentLine>,
    /// Banks with a fees collection account (2.15.2).
    pub banks: Vec<String>,
    /// The last day to pay, written out, or empty.
    pub pay_by: String,
}

/// Why a candidate pays, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeCategory {
    /// A citizen's first attempt at a school: the state pays (2.15.3).
    StatePaid,
    /// Repeats the examination or part of it (2.15.5).
    Repeater,
    /// Registered as a private candidate (2.15.5).
    Private,
    /// Not a citizen (2.15.5).
    NonCitizen,
}

impl FeeCategory {
    const ALL: [FeeCategory; 4] =
        [FeeCategory::StatePaid, FeeCategory::Repeater, FeeCategory::Private, FeeCategory::NonCitizen];

    fn name(self) -> &'static str {
        match self {
            FeeCategory::StatePaid => "First attempt, school candidates",
            FeeCategory::Repeater => "Repeaters",
            FeeCategory::Private => "Private candidates",
            FeeCategory::NonCitizen => "Non-citizens",
        }
    }

    fn payer(self) -> &'static str {
        match self {
            FeeCategory::StatePaid => "State",
            _ => "Candidate",
        }
    }
}

/// Candidates of one category with the same number of subjects.
#[derive(Clone, Debug)]
pub struct FeeLine {
    /// Why they pay.
    pub category: FeeCategory,
    /// How many subjects each entered.
    pub subjects: u32,
    /// How many they are.
    pub candidates: u32,
    /// Basic fee of one.
    pub basic: Shillings,
    /// Subject fees of one, all subjects together.
    pub subject_fees: Shillings,
}

impl FeeLine {
    fn each(&self) -> u64 {
        u64::from(self.basic.0) + u64::from(self.subject_fees.0)
    }

    fn amount(&self) -> u64 {
        self.each() * u64::from(self.candidates)
    }
}

/// Entries for one subject with a component, by candidates of one category.
#[derive(Clone, Debug)]
pub struct ComponentLine {
    /// Why they pay.
    pub category: FeeCategory,
    /// The subject's code.
    pub code: String,
    /// The subject's name.
    pub subject: String,
    /// The component, as in "Project".
    pub kind: String,
    /// How many enter.
    pub entries: u32,
    /// Fee of one entry.
    pub each: Shillings,
}

impl ComponentLine {
    fn amount(&self) -> u64 {
        u64::from(self.each.0) * u64::from(self.entries)
    }
}

/// The fees proforma as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &ProformaModel) -> Result<Vec<u8>, DocumentError> {
    let mut form = Form::new(Identity {
        kind: "fees proforma",
        title: "Fees proforma".into(),
        reference: model.reference.clone(),
        masthead: model.masthead.clone(),
        language: Language::En,
        letterhead: true,
    });
    form.table(fees_table(model));
    if !model.components.is_empty() {
        form.table(components_table(model));
    }
    form.table(payers_table(model));
    form.block(payment(model)).render()
}

/// The sum due, how to pay it, and who answers for it: never apart.
fn payment(model: &ProformaModel) -> Together {
    let sum = Sum {
        label: "Payable by the centre in one remittance".into(),
        amount: format!("KES {}", figure(due_from_candidates(model))),
    };
    let blank = |label: &str| (label.to_owned(), String::new());
    let slip = ["Bank and branch", "Slip number", "Date of deposit", "Amount deposited (KES)"].map(blank);
    let head = model.masthead.centre.head.clone();
    Together(vec![
        Box::new(sum),
        Box::new(Prose(how_to_pay(model))),
        Box::new(Facts { columns: 4, facts: slip.into() }),
        Box::new(Signing { head }),
    ])
}

fn how_to_pay(model: &ProformaModel) -> String {
    let banks = match model.banks.as_slice() {
        [] => String::new(),
        [bank] => format!(" at {bank}"),
        [banks @ .., last] => format!(" at {} or {last}", banks.join(", ")),
    };
    let by = if model.pay_by.is_empty() { String::new() } else { format!(" by {}", model.pay_by) };
    format!(
        "Pay the whole amount with one deposit slip into the council's fees collection account{banks}{by}. Cash and cheques \
         are not taken, and nothing is given back when a candidate withdraws. Hand in the certified slip in an envelope \
         of its own."
    )
}

fn fees_table(model: &ProformaModel) -> Table {
    let columns = vec![
        Column("Number of subjects", 46.0, Align::Left),
        Column("Candidates", 26.0, Align::Right),
        Column("Basic fee", 28.0, Align::Right),
        Column("Subject fees", 28.0, Align::Right),
        Column("For each", 26.0, Align::Right),
        Column("Amount (KES)", 32.0, Align::Right),
    ];
    let mut rows = Vec::new();
    for category in FeeCategory::ALL {
        let lines: Vec<&FeeLine> = model.fees.iter().filter(|line| line.category == category).collect();
        if !lines.is_empty() {
            rows.push(Row::Group(format!("{} (paid by the {})", category.name(), category.payer().to_lowercase())));
            rows.extend(lines.iter().map(|line| Row::Values(fee_values(line))));
        }
    }
    let candidates: u64 = model.fees.iter().map(|line| u64::from(line.candidates)).sum();
    let total = model.fees.iter().map(FeeLine::amount).sum();
    let gap = String::new;
    rows.push(Row::Total(vec!["All candidates".into(), figure(candidates), gap(), gap(), gap(), figure(total)]));
    Table { heading: "Examination fees", columns, rows }
}

fn fee_values(line: &FeeLine) -> Vec<String> {
    let subjects = if line.subjects == 1 { "1 subject".into() } else { format!("{} subjects", line.subjects) };
    let (basic, fees) = (line.basic.to_string(), line.subject_fees.to_string());
    vec![subjects, figure(line.candidates.into()), basic, fees, figure(line.each()), figure(line.amount())]
}

fn components_table(model: &ProformaModel) -> Table {
    let columns = vec![
        Column("Subject", 72.0, Align::Left),
        Column("Component", 28.0, Align::Left),
        Column("Paid by", 20.0, Align::Left),
        Column("Entries", 18.0, Align::Right),
        Column("For each", 18.0, Align::Right),
        Column("Amount (KES)", 30.0, Align::Right),
    ];
    let values = |line: &ComponentLine| {
        let subject = format!("{}  {}", line.code, line.subject);
        let (kind, payer) = (line.kind.clone(), line.category.payer().to_owned());
        vec![subject, kind, payer, figure(line.entries.into()), line.each.to_string(), figure(line.amount())]
    };
    let mut rows: Vec<Row> = model.components.iter().map(|line| Row::Values(values(line))).collect();
    let gap = String::new;
    let entries = model.components.iter().map(|line| u64::from(line.entries)).sum();
    let total = model.components.iter().map(ComponentLine::amount).sum();
    rows.push(Row::Total(vec!["All entries".into(), gap(), gap(), figure(entries), gap(), figure(total)]));
    Table { heading: "Projects, practicals and orals", columns, rows }
}

fn payers_table(model: &ProformaModel) -> Table {
    let columns = vec![
        Column("Kind of candidate", 66.0, Align::Left),
        Column("Paid by", 24.0, Align::Left),
        Column("Examination fees", 32.0, Align::Right),
        Column("Components", 30.0, Align::Right),
        Column("Amount (KES)", 34.0, Align::Right),
    ];
    let mut rows: Vec<Row> = FeeCategory::ALL
        .into_iter()
        .filter(|category| concerns(model, *category))
        .map(|c| payer_row(model, c))
        .collect();
    let (fees, components) = FeeCategory::ALL
        .into_iter()
        .map(|category| sums(model, category))
        .fold((0, 0), |sum, (fees, components)| (sum.0 + fees, sum.1 + components));
    let all = "All candidates".to_owned();
    rows.push(Row::Total(vec![all, String::new(), figure(fees), figure(components), figure(fees + components)]));
    Table { heading: "Who pays", columns, rows }
}

fn concerns(model: &ProformaModel, category: FeeCategory) -> bool {
    model.fees.iter().any(|line| line.category == category)
        || model.components.iter().any(|line| line.category == category)
}

fn payer_row(model: &ProformaModel, category: FeeCategory) -> Row {
    let (fees, components) = sums(model, category);
    let (name, payer) = (category.name().to_owned(), category.payer().to_owned());
    Row::Values(vec![name, payer, figure(fees), figure(components), figure(fees + components)])
}

/// Examination fees and component fees of a category.
fn sums(model: &ProformaModel, category: FeeCategory) -> (u64, u64) {
    let fees = model.fees.iter().filter(|line| line.category == category).map(FeeLine::amount).sum();
    let components = model.components.iter().filter(|line| line.category == category).map(ComponentLine::amount).sum();
    (fees, components)
}

/// What the centre collects and remits: everything but the state's part.
fn due_from_candidates(model: &ProformaModel) -> u64 {
    let categories = FeeCategory::ALL.into_iter().filter(|category| *category != FeeCategory::StatePaid);
    categories.map(|category| sums(model, category)).map(|(fees, components)| fees + components).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_centre_remits_all_but_the_states_part() {
        let line = |category, candidates| FeeLine {
            category,
            subjects: 8,
            candidates,
            basic: Shillings(2_700),
            subject_fees: Shillings(3_200),
        };
        let component = |category, entries| ComponentLine {
            category,
            code: "443".into(),
            subject: "Agriculture".into(),
            kind: "Project".into(),
            entries,
            each: Shillings(200),
        };
        let model = ProformaModel {
            masthead: crate::model::tests::masthead(),
            reference: String::new(),
            fees: vec![line(FeeCategory::StatePaid, 100), line(FeeCategory::Repeater, 3)],
            components: vec![component(FeeCategory::StatePaid, 60), component(FeeCategory::Repeater, 2)],
            banks: Vec::new(),
            pay_by: String::new(),
        };
        assert_eq!(due_from_candidates(&model), 3 * 5_900 + 2 * 200);
        assert_eq!(sums(&model, FeeCategory::StatePaid), (590_000, 12_000));
    }
}
