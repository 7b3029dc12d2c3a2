//! What every area of the window shows alike: the centre, a finding in words, a fee. Owns their shapes at the boundary;
//! every verdict and every word of a finding is `regulations`'.

use desk::Desk;
use register::CentreField;
use regulations::fix::Fix;
use regulations::{Field, Finding, Language, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Outcome;

/// The centre whose register is open.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Centre {
    /// Its register's name on the shelf.
    pub(crate) register: String,
    /// Eight digits.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// `school`, `private`, `prison` or `special`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The examination's year.
    pub(crate) year: String,
    /// Whether it is the practice centre.
    pub(crate) practice: bool,
}

pub(crate) fn centre(desk: &Desk) -> Outcome<Centre> {
    let details = desk.register().read().centre()?;
    let get = |field| details.get(field).to_owned();
    let register = desk.register().path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Ok(Centre {
        register: register.unwrap_or_default(),
        code: get(CentreField::Code),
        name: get(CentreField::Name),
        kind: get(CentreField::Kind),
        year: get(CentreField::Year),
        practice: desk::practice::is_practice(details.get(CentreField::Code)),
    })
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Weight {
    /// To be told, no more.
    Notice,
    /// May stand, with a reason.
    Warning,
    /// Must be mended.
    Error,
}

impl From<Severity> for Weight {
    fn from(severity: Severity) -> Weight {
        match severity {
            Severity::Notice => Weight::Notice,
            Severity::Warning => Weight::Warning,
            Severity::Error => Weight::Error,
        }
    }
}

/// A finding in the words of the language chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct FindingView {
    /// The rule's id.
    pub(crate) rule: String,
    /// How much it weighs.
    pub(crate) weight: Weight,
    /// The fields it is about, by their names.
    pub(crate) fields: Vec<String>,
    /// The paragraph of the manual.
    pub(crate) paragraph: String,
    /// What is wrong.
    pub(crate) what: String,
    /// Why it matters.
    pub(crate) why: String,
    /// What to do.
    pub(crate) action: String,
    /// Changes that mend it for certain.
    pub(crate) fixes: Vec<FixView>,
}

/// A change that mends a finding for certain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct FixView {
    /// The field.
    pub(crate) field: String,
    /// What is written into it.
    pub(crate) value: String,
    /// What the button says.
    pub(crate) label: String,
}

/// Puts a finding into words, with the fixes that are its own.
pub(crate) fn finding(desk: &Desk, language: Language, finding: &Finding, fixes: &[Fix]) -> FindingView {
    let book = desk.book();
    let message = book.messages.parts(language, &book.pack, finding);
    let own = fixes.iter().filter(|fix| finding.rule.fields().contains(fix.field));
    FindingView {
        rule: finding.rule.id().to_owned(),
        weight: finding.severity.into(),
        fields: finding.rule.fields().iter().map(|field: Field| field.name().to_owned()).collect(),
        paragraph: finding.rule.paragraph().to_owned(),
        what: message.what,
        why: message.why,
        action: message.action,
        fixes: own.map(|fix| fix_view(desk, language, fix)).collect(),
    }
}

fn fix_view(desk: &Desk, language: Language, fix: &Fix) -> FixView {
    let label = desk.book().messages.offer(language, fix);
    FixView { field: fix.field.name().to_owned(), value: fix.value.clone(), label }
}
