//! Deposit slips: recorded, corrected, voided with a reason.

use super::DepositSlip;
use super::perform::given;
use crate::change::Change;
use crate::column::{Column, SlipField};
use crate::error::{Error, Result};
use crate::table::slips;
use sync::{About, SlipId};

pub(crate) fn record(change: &mut Change<'_>, slip: &DepositSlip) -> Result<()> {
    change.record_slip(values(slip))
}

pub(crate) fn change(change: &mut Change<'_>, id: SlipId, slip: &DepositSlip) -> Result<()> {
    known(change, id)?;
    change.write(About::Slip(id), values(slip))
}

pub(crate) fn void(change: &mut Change<'_>, id: SlipId, reason: &str) -> Result<()> {
    let reason = given(reason)?;
    known(change, id)?;
    change.write(About::Slip(id), vec![(Column::Slip(SlipField::Voided), reason)])
}

fn values(slip: &DepositSlip) -> Vec<(Column, String)> {
    let amount = slip.amount.0.to_string();
    let pairs = [
        (SlipField::Bank, slip.bank.clone()),
        (SlipField::Number, slip.number.clone()),
        (SlipField::Date, slip.date.clone()),
        (SlipField::Amount, amount),
    ];
    pairs.into_iter().map(|(field, value)| (Column::Slip(field), value)).collect()
}

fn known(change: &Change<'_>, id: SlipId) -> Result<()> {
    if slips::exists(change.connection, id)? { Ok(()) } else { Err(Error::UnknownSlip(id)) }
}
