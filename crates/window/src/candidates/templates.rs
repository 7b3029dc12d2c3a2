//! Subject sets under a name, as "Form 4 East", for this computer. Owns the small file of them beside the registers; a
//! file that does not read is as good as none, for no entry depends on it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

const FILE: &str = "subject-sets.json";

/// A set of subjects under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "SubjectTemplate")]
pub(crate) struct Template {
    /// What people call it; never blank.
    name: String,
    /// Codes separated by spaces.
    subjects: String,
}

/// The name of one.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SubjectTemplateName")]
pub(crate) struct TemplateName {
    /// As [`Template::name`].
    name: String,
}

pub(crate) fn all(window: &Window, _: Nothing) -> Outcome<Vec<Template>> {
    Ok(read(window))
}

/// Keeps a set; one of the same name is replaced.
pub(crate) fn keep(window: &Window, mut template: Template) -> Outcome<Vec<Template>> {
    template.name = template.name.trim().to_owned();
    if template.name.is_empty() {
        return Err(Problem::new("window.template-name", "input", "a set of subjects needs a name"));
    }
    let mut templates = read(window);
    templates.retain(|known| known.name != template.name);
    templates.push(template);
    templates.sort_by(|a, b| a.name.cmp(&b.name));
    write(window, templates)
}

pub(crate) fn drop_one(window: &Window, TemplateName { name }: TemplateName) -> Outcome<Vec<Template>> {
    let mut templates = read(window);
    templates.retain(|known| known.name != name);
    write(window, templates)
}

fn file(window: &Window) -> PathBuf {
    window.office.folder().join(FILE)
}

fn read(window: &Window) -> Vec<Template> {
    let text = std::fs::read(file(window)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

fn write(window: &Window, templates: Vec<Template>) -> Outcome<Vec<Template>> {
    desk::files::folder(window.office.folder())?;
    let text = serde_json::to_vec_pretty(&templates).unwrap_or_default();
    desk::files::put(&file(window), &text)?;
    Ok(templates)
}
