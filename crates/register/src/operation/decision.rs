//! What people decide of operations: which of two values is right, and whether what is held may take effect. Afterwards
//! the register shows what the fold makes of it.

use sync::fold::Fold;
use sync::{About, Tag};

use super::perform::given;
use crate::change::{Change, Write};
use crate::column::Column;
use crate::copy;
use crate::error::{Error, Result};

/// The field's own write has the value and replaces the branch shown; every other branch is closed by name.
pub(crate) fn resolve(change: &mut Change<'_>, about: About, field: &str, value: &str, reason: &str) -> Result<()> {
    let reason = given(reason)?;
    let fold = copy::fold(change.connection)?;
    let old = fold.value(&about, field).unwrap_or_default().to_owned();
    let base = fold.tag(&about, field);
    let mut writes = vec![Write { column: Column::of(&about, field), old, new: value.to_owned(), base }];
    writes.extend(others(&fold, &about, field));
    writes.push(Write::remark("reason", &reason, None));
    change.write_so(about, writes)?;
    copy::settle(change.connection)?;
    change.reload()
}

fn others(fold: &Fold, about: &About, field: &str) -> Vec<Write> {
    let conflicts = fold.conflicts();
    let branches =
        conflicts.iter().filter(|one| one.about == *about && one.field == field).flat_map(|one| &one.branches);
    let name = format!("resolved.{field}");
    branches.skip(1).map(|branch| Write::remark(&name, &branch.value, branch.tags.last().copied())).collect()
}

/// Names an operation that is held.
pub(crate) fn stand_for(change: &mut Change<'_>, tag: Tag, field: &str) -> Result<()> {
    let held = copy::fold(change.connection)?.held();
    let held = held.iter().find(|held| held.tag == tag).ok_or(Error::NothingHeld(tag))?;
    change.write_so(held.about, vec![Write::remark(field, &tag.to_string(), None)])?;
    copy::settle(change.connection)?;
    change.reload()
}
