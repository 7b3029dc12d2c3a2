//! What a person said of a spreadsheet's columns and values, remembered by the shape of its headings. Owns one small
//! file beside the registers. A shape is kept as its hash, for a heading may hold anything; a file that does not read is
//! as good as none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use intake::table::{GivenValues, ValueOf};
use intake::{Layout, Role};
use regulations::Field;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::files;

const FILE: &str = "import-mappings.json";
/// So many shapes are remembered; the one least recently used is forgotten first.
const MOST: usize = 200;

/// What was said of one shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What each column holds; empty: as it was detected.
    pub roles: Vec<(usize, Role)>,
    /// What values mean.
    pub values: GivenValues,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// The shapes, the latest used last.
    shapes: Vec<(String, KeptMapping)>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct KeptMapping {
    roles: BTreeMap<usize, String>,
    values: Vec<(String, String, String)>,
}

/// The file of an office's folder.
#[derive(Clone, Debug)]
pub struct Mappings {
    path: PathBuf,
}

impl Mappings {
    /// Those of an office.
    #[must_use]
    pub fn of(folder: &Path) -> Mappings {
        Mappings { path: folder.join(FILE) }
    }

    /// What was said of headings of this shape.
    #[must_use]
    pub fn recall(&self, layout: &Layout) -> Option<Mapping> {
        let shape = shape(layout)?;
        let kept = self.read().shapes.into_iter().find(|(kept, _)| *kept == shape)?.1;
        let roles = kept.roles.iter().filter_map(|(column, name)| Some((*column, role_named(name)?)));
        let value = |(of, written, meant): &(String, String, String)| {
            Some(((value_of_named(of)?, written.clone()), meant.clone()))
        };
        Some(Mapping { roles: roles.collect(), values: kept.values.iter().filter_map(value).collect() })
    }

    /// Remembers what was said; a mapping that says nothing is forgotten.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn remember(&self, layout: &Layout, mapping: &Mapping) -> Result<()> {
        let Some(shape) = shape(layout) else { return Ok(()) };
        let mut kept = self.read();
        kept.shapes.retain(|(other, _)| *other != shape);
        if *mapping != Mapping::default() {
            kept.shapes.push((shape, KeptMapping::of(mapping)));
        }
        let spare = kept.shapes.len().saturating_sub(MOST);
        kept.shapes.drain(..spare);
        files::put(&self.path, &serde_json::to_vec(&kept).unwrap_or_default())
    }

    fn read(&self) -> Kept {
        serde_json::from_slice(&std::fs::read(&self.path).unwrap_or_default()).unwrap_or_default()
    }
}

impl KeptMapping {
    fn of(mapping: &Mapping) -> KeptMapping {
        let values = mapping.values.iter();
        KeptMapping {
            roles: mapping.roles.iter().map(|(column, role)| (*column, role_name(role))).collect(),
            values: values.map(|((of, written), meant)| (value_of_name(of), written.clone(), meant.clone())).collect(),
        }
    }
}

/// A table without headings has no shape.
fn shape(layout: &Layout) -> Option<String> {
    (layout.heading_rows().1 > 0).then(|| blake3::hash(layout.shape().as_bytes()).to_hex().to_string())
}

/// A role in one word: a field's name, `surname`, `other_names`, `middle_name`, a subject's three digits; empty: ignored.
#[must_use]
pub fn role_name(role: &Role) -> String {
    match role {
        Role::Field(field) => field.name().to_owned(),
        Role::NamePart(0) => "surname".to_owned(),
        Role::NamePart(1) => "other_names".to_owned(),
        Role::NamePart(_) => "middle_name".to_owned(),
        Role::Subject(code) => code.clone(),
        Role::Ignored => String::new(),
    }
}

/// The role of that name.
#[must_use]
pub fn role_named(name: &str) -> Option<Role> {
    Some(match name {
        "" => Role::Ignored,
        "surname" => Role::NamePart(0),
        "other_names" => Role::NamePart(1),
        "middle_name" => Role::NamePart(2),
        code if is_code(code) => Role::Subject(code.to_owned()),
        field => Role::Field(Field::named(field)?),
    })
}

/// What a value is of, in one word: a field's name, or the code of a subject's own column.
#[must_use]
pub fn value_of_name(of: &ValueOf) -> String {
    match of {
        ValueOf::Field(field) => field.name().to_owned(),
        ValueOf::Mark(code) => code.clone(),
    }
}

/// What is of that name.
#[must_use]
pub fn value_of_named(name: &str) -> Option<ValueOf> {
    if is_code(name) { Some(ValueOf::Mark(name.to_owned())) } else { Field::named(name).map(ValueOf::Field) }
}

fn is_code(name: &str) -> bool {
    name.len() == 3 && name.bytes().all(|b| b.is_ascii_digit())
}
