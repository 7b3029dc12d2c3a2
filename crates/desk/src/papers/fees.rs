//! The fee proforma KNEC/EA/EM/KCSE/REG/FS (2.15.10): the judged fees, gathered into its lines.

use std::collections::BTreeMap;

use documents::proforma::{ComponentLine, FeeCategory, FeeLine, ProformaModel, render};
use regulations::{CentreKind, Fee, Field, Payer};

use super::masthead;
use crate::desk::Desk;
use crate::error::Result;
use crate::judgement::{Judged, Judgement};

/// The council's reference of the proforma (2.15.10).
const REFERENCE: &str = "KNEC/EA/EM/KCSE/REG/FS";

/// The order of the categories on the proforma.
const CATEGORIES: [FeeCategory; 4] =
    [FeeCategory::StatePaid, FeeCategory::Repeater, FeeCategory::Private, FeeCategory::NonCitizen];

/// The fee proforma as PDF.
///
/// # Errors
/// When the register cannot be read or the pages cannot be written.
pub fn proforma(desk: &Desk, judgement: &Judgement) -> Result<Vec<u8>> {
    let data = desk.book().pack.data();
    let model = ProformaModel {
        masthead: masthead(desk, judgement)?,
        reference: REFERENCE.to_owned(),
        fees: fee_lines(judgement),
        components: component_lines(desk, judgement),
        banks: data.banks.iter().map(|bank| bank.name.clone()).collect(),
        pay_by: data.calendar.closes.value.clone().unwrap_or_default(),
    };
    Ok(render(&model)?)
}

/// Every candidate with a fee, with the category they pay under.
fn charged(judgement: &Judgement) -> impl Iterator<Item = (usize, &Judged, Fee)> {
    judgement.candidates.iter().filter_map(|judged| {
        let fee = judged.fee?;
        Some((category(judgement.kind, judged, &fee), judged, fee))
    })
}

fn category(kind: CentreKind, judged: &Judged, fee: &Fee) -> usize {
    let first = judged.candidate.draft.get(Field::EntryCode) == "1";
    match (fee.payer, first, kind) {
        (Payer::State, ..) => 0,
        (_, false, _) => 1,
        (_, true, CentreKind::Private) => 2,
        (_, true, _) => 3,
    }
}

fn fee_lines(judgement: &Judgement) -> Vec<FeeLine> {
    let mut lines: BTreeMap<(usize, u32, Fees), u32> = BTreeMap::new();
    for (category, _, fee) in charged(judgement) {
        let subjects = fee.subjects_entered;
        *lines.entry((category, subjects, (fee.basic, fee.subjects))).or_default() += 1;
    }
    let line = |((category, subjects, (basic, subject_fees)), candidates)| FeeLine {
        category: CATEGORIES[category],
        subjects,
        candidates,
        basic,
        subject_fees,
    };
    lines.into_iter().map(line).collect()
}

type Fees = (regulations::Shillings, regulations::Shillings);

fn component_lines(desk: &Desk, judgement: &Judgement) -> Vec<ComponentLine> {
    let pack = &desk.book().pack;
    let mut lines: BTreeMap<(usize, String), ComponentLine> = BTreeMap::new();
    for (category, _, fee) in charged(judgement) {
        for part in fee.components(pack) {
            let line = lines.entry((category, part.subject.code.clone())).or_insert_with(|| ComponentLine {
                category: CATEGORIES[category],
                code: part.subject.code.clone(),
                subject: part.subject.name.clone(),
                kind: capitalised(part.component.name()),
                entries: 0,
                each: part.amount,
            });
            line.entries += 1;
        }
    }
    lines.into_values().collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
