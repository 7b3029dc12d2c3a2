//! Help: every paragraph of the manual in our own words, found by number, rule, field or words. Owns the ways of asking;
//! the words are `regulations`'.

use std::sync::LazyLock;

use desk::Rulebook;
use desk::clock::Moment;
use regulations::coverage::{AnswerKind, Coverage, Row};
use regulations::{Field, Finding, Language, Rule};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Outcome, Problem, Window};

commands! {
    "manual.find" => find, (Asked) -> Vec<ParagraphView>;
    "manual.paragraph" => paragraph, (Numbered) -> ParagraphView;
    "manual.field" => field, (OfField) -> Vec<ParagraphView>;
}

/// A paragraph in our own words.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ParagraphView {
    /// As `2.8.2` or `faq.3`.
    pub(crate) paragraph: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    /// What is checked here because of it.
    pub(crate) rules: Vec<RuleView>,
    /// The documents that it asks for, by name.
    pub(crate) forms: Vec<String>,
    /// Why no program answers it, or a part of it; English.
    pub(crate) not_for_software: Option<String>,
}

/// A rule in the language chosen.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct RuleView {
    pub(crate) rule: String,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) action: String,
}

/// Words, a number, a rule's id.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Asked {
    /// Empty: everything, in the manual's order.
    pub(crate) text: String,
}

/// A paragraph by its number.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Numbered {
    /// As people cite it: `2.8.2(ii)`.
    pub(crate) number: String,
}

/// A field by its name.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct OfField {
    /// As `subjects`.
    pub(crate) field: String,
}

/// The manual with the messages of its rules; made when first asked for.
struct Manual {
    coverage: Coverage,
    book: Rulebook,
}

/// `None` where the program's own texts are broken, which its tests rule out.
static MANUAL: LazyLock<Option<Manual>> = LazyLock::new(|| {
    let (coverage, book) = (Coverage::bundled().ok()?, Rulebook::of(Moment::now().year(), &[]).ok()?);
    Some(Manual { coverage, book })
});

impl Manual {
    fn get() -> Outcome<&'static Manual> {
        MANUAL.as_ref().ok_or_else(|| Problem::unknown("manual"))
    }

    fn view(&self, language: Language, row: &Row) -> ParagraphView {
        let forms = row.answered_by.iter().filter(|answer| answer.kind == AnswerKind::Form);
        ParagraphView {
            paragraph: row.paragraph.clone(),
            title: row.title.clone(),
            summary: row.summary(language).to_owned(),
            rules: row.rules().map(|rule| self.rule(language, rule)).collect(),
            forms: forms.map(|answer| answer.name.clone()).collect(),
            not_for_software: row.not_for_software.clone(),
        }
    }

    fn rule(&self, language: Language, rule: Rule) -> RuleView {
        let parts = self.book.messages.parts(language, &self.book.pack, &Finding::plain(rule));
        RuleView { rule: rule.id().to_owned(), what: parts.what, why: parts.why, action: parts.action }
    }

    /// A rule's id, a number or the beginning of one, else words of the paragraph or of what its rules say.
    fn find(&self, language: Language, text: &str) -> Vec<&Row> {
        let text = text.trim();
        if text.is_empty() {
            return self.coverage.rows().iter().collect();
        }
        if let Some(rule) = Rule::named(text) {
            return self.coverage.cited_by(rule).collect();
        }
        let under: Vec<&Row> = self.coverage.under(text).collect();
        if !under.is_empty() {
            return under;
        }
        if let Some(row) = self.coverage.lookup(text) {
            return vec![row];
        }
        let mut found = self.coverage.search(language, text);
        let told = self.coverage.rows().iter().filter(|row| self.rules_say(language, row, text));
        for row in told {
            if !found.iter().any(|known| known.paragraph == row.paragraph) {
                found.push(row);
            }
        }
        found
    }

    fn rules_say(&self, language: Language, row: &Row, text: &str) -> bool {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        row.rules().any(|rule| {
            let RuleView { what, action, .. } = self.rule(language, rule);
            let said = format!("{what} {action}").to_lowercase();
            words.iter().all(|word| said.contains(word))
        })
    }
}

fn find(window: &Window, Asked { text }: Asked) -> Outcome<Vec<ParagraphView>> {
    let (manual, language) = (Manual::get()?, window.settings().language());
    Ok(manual.find(language, &text).into_iter().map(|row| manual.view(language, row)).collect())
}

fn paragraph(window: &Window, Numbered { number }: Numbered) -> Outcome<ParagraphView> {
    let manual = Manual::get()?;
    // A rule may cite two paragraphs: the first of them.
    let cited = number.split(['/', ',']).next().unwrap_or_default();
    let row = manual.coverage.lookup(cited).ok_or_else(|| Problem::unknown("such paragraph"))?;
    Ok(manual.view(window.settings().language(), row))
}

/// The paragraphs of every rule about a field, each once, in the manual's order.
fn field(window: &Window, OfField { field }: OfField) -> Outcome<Vec<ParagraphView>> {
    let (manual, language) = (Manual::get()?, window.settings().language());
    let field = Field::named(&field).ok_or_else(|| Problem::unknown("such field"))?;
    let about = |row: &&Row| row.rules().any(|rule| rule.fields().contains(field));
    Ok(manual.coverage.rows().iter().filter(about).map(|row| manual.view(language, row)).collect())
}
