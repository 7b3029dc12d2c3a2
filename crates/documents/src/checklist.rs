//! The checklist of a sub-county's examination centres (2.17.1(v)), which goes to the council with the papers of the
//! return: each centre with its candidates and the documents it handed in (2.19.2).

use crate::error::DocumentError;
use crate::form::{Align, Column, Form, Heading, Identity, Prose, Row, Table};
use crate::model::Language::{self, En, Sw};
use crate::model::Masthead;

/// What the checklist is printed from.
#[derive(Clone, Debug)]
pub struct ChecklistModel {
    /// The head of the document; its centre is not printed.
    pub masthead: Masthead,
    /// The language of its words.
    pub language: Language,
    /// The centres, in the order of the page.
    pub centres: Vec<CentreLine>,
}

/// A centre's line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CentreLine {
    /// Eight digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What kind of centre it is, in words.
    pub kind: String,
    /// Candidates on its roll.
    pub candidates: usize,
    /// Those with nothing left to do.
    pub ready: usize,
    /// Whether its head has approved the roll as it stands.
    pub approved: bool,
    /// Documents handed in, of those asked for.
    pub documents: (usize, usize),
    /// Whether the council has everything.
    pub received: bool,
}

struct Words {
    title: &'static str,
    note: &'static str,
    columns: [&'static str; 8],
    yes: &'static str,
    no: &'static str,
    total: &'static str,
}

const fn words(language: Language) -> &'static Words {
    match language {
        En => &Words {
            title: "Checklist of examination centres",
            note: "To be submitted to the council together with the documents of the return.",
            columns: ["Centre", "Name", "Kind", "Candidates", "Ready", "Approved", "Papers", "At KNEC"],
            yes: "yes",
            no: "no",
            total: "Together",
        },
        Sw => &Words {
            title: "Orodha ya vituo vya mtihani",
            note: "Iwasilishwe kwa baraza pamoja na hati za marejesho.",
            columns: ["Kituo", "Jina", "Aina", "Watahiniwa", "Tayari", "Imeidhinishwa", "Hati", "KNEC"],
            yes: "ndiyo",
            no: "hapana",
            total: "Jumla",
        },
    }
}

/// The checklist as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &ChecklistModel) -> Result<Vec<u8>, DocumentError> {
    let words = words(model.language);
    let masthead = &model.masthead;
    let mut form = Form::new(Identity {
        kind: "checklist of centres",
        title: words.title.into(),
        reference: String::new(),
        masthead: masthead.clone(),
        language: model.language,
        letterhead: false,
    });
    form.block(Heading(masthead.council.clone()));
    form.block(Heading(format!("{}: {} {}", words.title, masthead.abbreviation, masthead.year)));
    form.block(Prose(words.note.into()));
    form.table(table(model, words)).render()
}

const WIDTHS: [f64; 8] = [21.0, 60.0, 21.0, 20.0, 14.0, 20.0, 14.0, 16.0];

fn table(model: &ChecklistModel, words: &Words) -> Table {
    let side = |at: usize| if (3..5).contains(&at) { Align::Right } else { Align::Left };
    let columns = words.columns.into_iter().zip(WIDTHS).enumerate();
    let columns = columns.map(|(at, (head, width))| Column(head, width, side(at))).collect();
    let mut rows: Vec<Row> = model.centres.iter().map(|centre| Row::Values(values(centre, words))).collect();
    rows.push(Row::Total(total(&model.centres, words)));
    Table { heading: "", columns, rows }
}

fn values(centre: &CentreLine, words: &Words) -> Vec<String> {
    let said = |so: bool| (if so { words.yes } else { words.no }).to_owned();
    let (there, asked) = centre.documents;
    vec![
        centre.code.clone(),
        centre.name.clone(),
        centre.kind.clone(),
        centre.candidates.to_string(),
        centre.ready.to_string(),
        said(centre.approved),
        format!("{there}/{asked}"),
        said(centre.received),
    ]
}

fn total(centres: &[CentreLine], words: &Words) -> Vec<String> {
    let sum = |of: fn(&CentreLine) -> usize| centres.iter().map(of).sum::<usize>().to_string();
    let (candidates, ready) = (sum(|centre| centre.candidates), sum(|centre| centre.ready));
    let counted = centres.len().to_string();
    let blank = String::new;
    vec![words.total.to_owned(), counted, blank(), candidates, ready, blank(), blank(), blank()]
}
