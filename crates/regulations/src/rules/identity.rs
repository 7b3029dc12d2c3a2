//! `identity.missing`: who must show a document of identity (2.4.4, 2.7.3).

use super::{Case, fire};
use crate::Field;
use crate::centre::CentreKind;
use crate::entry::Qualification;
use crate::finding::{Finding, Rule};

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let entry = case.entry;
    let asked = case.centre.kind == CentreKind::Private || entry.qualification == Some(Qualification::Cpe);
    let waiting = entry.has(Field::BirthCertificateNo) && entry.has(Field::WaitingCard);
    fire(findings, asked && !entry.has(Field::IdDocument) && !waiting, Rule::IdentityMissing);
}
