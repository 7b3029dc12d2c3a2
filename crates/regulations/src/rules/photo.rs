//! `photo.*`: the photograph a register holds (2.9, 2.3.12(iii), 2.3.18(ii)).

use super::{Case, Photo, fire};
use crate::finding::{Finding, Rule};

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(held) = case.held else { return };
    match held.photo {
        Photo::Missing => findings.push(Finding::plain(Rule::PhotoMissing)),
        Photo::Unreadable => findings.push(Finding::plain(Rule::PhotoUnreadable)),
        Photo::Picture { width, height, grey, repeated } => {
            let wanted = &case.pack.data().photograph;
            let right = (width, height) == (wanted.width.value, wanted.height.value);
            fire(findings, !right, Rule::PhotoSize);
            fire(findings, grey, Rule::PhotoColour);
            fire(findings, repeated, Rule::PhotoRepeated);
        }
    }
}
