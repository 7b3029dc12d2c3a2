//! The form for candidates with special needs (2.8.5): for each the category, the question papers, the help asked for
//! and the papers that must be attached.

use crate::error::DocumentError;
use crate::form::{Block, Facts, Form, Heading, Identity, Prose, Signing, Ticks, Together};
use crate::model::{Candidate, Language, Masthead};
use crate::words;

/// What the form is printed from.
#[derive(Clone, Debug)]
pub struct SpecialNeedsModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// The council's reference of the form, or empty.
    pub reference: String,
    /// The candidates with a declared category.
    pub candidates: Vec<SpecialNeedsEntry>,
}

/// A candidate with special needs.
#[derive(Clone, Debug, Default)]
pub struct SpecialNeedsEntry {
    /// The candidate's entry; its categories are those ticked.
    pub candidate: Candidate,
    /// How severe the impairment is, or empty: to be written in (2.3.10).
    pub degree: String,
    /// What the candidate needs in the examination, or empty: to be written in (2.8.5 ii d).
    pub assistance: String,
    /// The question papers wanted, or none: to be ticked (2.8.6).
    pub question_papers: Option<QuestionPapers>,
    /// The papers to attach, and whether each is there (2.8.5 ii).
    pub papers: Vec<(String, bool)>,
}

/// The print of a candidate's question papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionPapers {
    /// As for everybody.
    Ordinary,
    /// In large print, N18 (2.8.6).
    LargePrint,
    /// In Braille.
    Braille,
}

const CATEGORIES: [&str; 5] = ["BLIND", "LOW_VISION", "HEARING", "PHYSICAL", "MENTAL"];

/// The form for candidates with special needs as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &SpecialNeedsModel) -> Result<Vec<u8>, DocumentError> {
    let mut form = Form::new(Identity {
        kind: "form for special needs",
        title: "Candidates with special needs".into(),
        reference: model.reference.clone(),
        masthead: model.masthead.clone(),
        language: Language::En,
        letterhead: true,
    });
    form.block(Prose(INSTRUCTION.into()));
    let mut last = match model.candidates.split_last() {
        Some((last, others)) => {
            for entry in others {
                form.block(Together(blocks(entry)));
            }
            blocks(last)
        }
        None => {
            vec![Box::new(Heading("No candidate of this centre has a declared special need.".into())) as Box<dyn Block>]
        }
    };
    last.push(Box::new(Signing { head: model.masthead.centre.head.clone() }));
    form.block(Together(last)).render()
}

const INSTRUCTION: &str = "Enter a candidate only on evidence of the impairment, and attach the papers named. Ask for large \
                           print or Braille only where it is needed.";

fn blocks(entry: &SpecialNeedsEntry) -> Vec<Box<dyn Block>> {
    let candidate = &entry.candidate;
    let index = candidate.index.map_or_else(|| "No number yet".to_owned(), |index| index.to_string());
    vec![
        Box::new(Heading(format!("{index}   {}", candidate.name))),
        Box::new(Facts { columns: 4, facts: particulars(candidate) }),
        Box::new(Ticks { label: "Categories".into(), boxes: categories(&candidate.special_needs) }),
        Box::new(Ticks { label: "Question papers".into(), boxes: prints(entry.question_papers) }),
        Box::new(Ticks { label: "Attached".into(), boxes: entry.papers.clone() }),
        Box::new(Facts {
            columns: 2,
            facts: vec![
                ("Degree of impairment".into(), entry.degree.clone()),
                ("Help needed in the examination".into(), entry.assistance.clone()),
            ],
        }),
    ]
}

fn particulars(candidate: &Candidate) -> Vec<(String, String)> {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let codes: Vec<&str> = candidate.subject_codes().collect();
    let optional: Vec<&str> = codes.iter().copied().filter(|code| !code.starts_with('1')).collect();
    vec![
        fact("Gender", words::gender(&candidate.gender, Language::En)),
        fact("Year of birth", &candidate.year_of_birth),
        fact("Entry code", &candidate.entry_code),
        fact("Subjects of groups II to V", &optional.join(" ")),
    ]
}

/// Every category with the declared ones ticked, and any that is not known as it was entered.
fn categories(declared: &[String]) -> Vec<(String, bool)> {
    let known = CATEGORIES.map(|code| (words::need(code, Language::En).to_owned(), declared.iter().any(|d| d == code)));
    let other = declared.iter().filter(|code| !CATEGORIES.contains(&code.as_str())).map(|code| (code.clone(), true));
    known.into_iter().chain(other).collect()
}

fn prints(wanted: Option<QuestionPapers>) -> Vec<(String, bool)> {
    [
        ("Ordinary", QuestionPapers::Ordinary),
        ("Large print (N18)", QuestionPapers::LargePrint),
        ("Braille", QuestionPapers::Braille),
    ]
    .map(|(name, print)| (name.to_owned(), wanted == Some(print)))
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_categories_are_ticked_and_unknown_ones_are_shown() {
        let boxes = categories(&["HEARING".into(), "TALL".into()]);
        let ticked: Vec<&str> = boxes.iter().filter(|(_, on)| *on).map(|(name, _)| name.as_str()).collect();
        assert_eq!(ticked, ["Hearing impaired", "TALL"]);
        assert_eq!(boxes.len(), 6);
    }
}
