//! One register and the council, from end to end: this computer's hand in it, the round, and what the desk makes of the
//! news. Owns that order.

use std::cell::RefCell;

use ::sync::replica::{self, Estimate, Progress};
use register::RegisterId;

use super::copy::Copy;
use super::council::Council;
use super::lent::{Lend, Lent};
use super::report::Report;
use super::round::{Options, round};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::office::{Office, named_by};

/// Brings a register and the council into step. What went through stays so, however it ends: the report says how.
///
/// # Errors
/// When the register or its anchor cannot be read or written; never for the council's sake.
pub fn synchronise(
    office: &Office,
    council: &mut Council,
    desk: &mut Desk,
    options: &Options,
    watch: &mut dyn FnMut(&Progress),
) -> Result<Report> {
    synchronise_lent(office, council, &RefCell::new(desk), options, watch)
}

/// As [`synchronise`], with a register that others work in meanwhile: it is lent while it is read or written, never
/// while the council is waited for.
///
/// # Errors
/// As [`synchronise`], and when the register is not lent any more.
pub fn synchronise_lent<L: Lend>(
    office: &Office,
    council: &mut Council,
    lend: &L,
    options: &Options,
    watch: &mut dyn FnMut(&Progress),
) -> Result<Report> {
    let id = lend.lend(|desk| introduce(office, council, desk))?;
    let key = council.identity().key().clone();
    let mut copy = Lent::new(lend, id, &key, office.anchors());
    let report = round(council, &mut copy, options, watch)?;
    copy.settle();
    if report.summary.circulars > 0 {
        lend.lend(Desk::lay_circulars)?;
        lend.changed();
    }
    Ok(report)
}

/// What a round would send.
///
/// # Errors
/// When the register cannot be read.
pub fn estimate(office: &Office, council: &Council, desk: &mut Desk, options: &Options) -> Result<Estimate> {
    let id = introduce(office, council, desk)?;
    let (key, anchors) = (council.identity().key(), office.anchors());
    let copy = Copy { register: desk.register_mut(), id, key, anchors, anchored: None, by_stick: false };
    replica::estimate(&copy, &options.limits)
}

/// About how many bytes a round will cost, with what the transport adds to each request.
#[must_use]
pub fn about_bytes(waiting: &Estimate) -> u64 {
    let requests = 4 + waiting.operations.div_ceil(200) + waiting.picture_bytes.div_ceil(32 << 10);
    waiting.operation_bytes + waiting.picture_bytes + requests * 600
}

/// The register knows the council, and this computer writes in it under its own name.
pub(in crate::sync) fn introduce(office: &Office, council: &Council, desk: &mut Desk) -> Result<RegisterId> {
    let register = desk.register_mut();
    let key = council.enrolment().council();
    let id = named_by(register)?.ok_or_else(|| {
        Error::Usage("the centre's code or year does not read: `daftari centre code=12345678` sets it".to_owned())
    })?;
    if register.read().council()? != Some((id, key)) {
        register.enrol(id, key)?;
    }
    office.take_up(register)?;
    Ok(id)
}
