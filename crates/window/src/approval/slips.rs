//! Bank deposit slips: entered, changed, voided. Owns that a slip says something of everything; whether it is enough is the
//! rules'.

use register::{DepositSlip, Operation, SlipId};
use regulations::Shillings;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::transact;
use crate::at_work::AtWork;
use crate::{Outcome, Problem, Window};

/// A slip on record.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SlipView {
    pub(crate) id: String,
    pub(crate) bank: String,
    pub(crate) number: String,
    pub(crate) date: String,
    pub(crate) amount: u32,
    /// Why it does not count, if it does not.
    pub(crate) voided: Option<String>,
}

/// A slip as it is to read.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Slip {
    /// Which is changed; none: a new one.
    pub(crate) id: Option<String>,
    pub(crate) bank: String,
    pub(crate) number: String,
    /// As `2026-02-28`.
    pub(crate) date: String,
    /// Whole shillings.
    pub(crate) amount: u32,
}

/// A slip that no longer counts.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Voiding {
    pub(crate) id: String,
    pub(crate) reason: String,
}

pub(super) fn all(at_work: &AtWork) -> Outcome<Vec<SlipView>> {
    let view = |slip: register::Slip| SlipView {
        id: slip.id.to_string(),
        bank: slip.slip.bank,
        number: slip.slip.number,
        date: slip.slip.date,
        amount: slip.slip.amount.0,
        voided: slip.voided,
    };
    Ok(at_work.desk.register().read().slips()?.into_iter().map(view).collect())
}

pub(super) fn record(window: &Window, slip: Slip) -> Outcome<()> {
    let blank = [("bank", &slip.bank), ("number", &slip.number), ("date", &slip.date)];
    if let Some((field, _)) = blank.into_iter().find(|(_, text)| text.trim().is_empty()) {
        return Err(Problem::new("window.slip", "input", field));
    }
    if slip.amount == 0 {
        return Err(Problem::new("window.slip", "input", "amount"));
    }
    let written = DepositSlip {
        bank: slip.bank.trim().to_owned(),
        number: slip.number.trim().to_owned(),
        date: slip.date.trim().to_owned(),
        amount: Shillings(slip.amount),
    };
    let operation = match slip.id {
        None => Operation::RecordDepositSlip(written),
        Some(id) => Operation::ChangeDepositSlip { id: slip_id(&id)?, slip: written },
    };
    transact(window, |_| Ok(operation))
}

pub(super) fn void(window: &Window, Voiding { id, reason }: Voiding) -> Outcome<()> {
    let id = slip_id(&id)?;
    transact(window, |_| Ok(Operation::VoidDepositSlip { id, reason }))
}

fn slip_id(text: &str) -> Outcome<SlipId> {
    SlipId::parse(text).ok_or_else(|| Problem::unknown("such slip"))
}
