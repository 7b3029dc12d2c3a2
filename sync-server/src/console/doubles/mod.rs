//! Candidates who may be one person (2.12, 2.3.18): everybody of a year in memory, whoever changed looked at as they arrive,
//! and a case for those who hang together. Owns when it is looked; who is in memory is `everybody`'s, the cases are `kept`'s,
//! and who is whom is `reconcile`'s to say.

mod everybody;
mod kept;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use reconcile::Id;
use sync::{CandidateId, RegisterId};

use super::state::locked;
use crate::office::Office;
use crate::stores::console::cases::{self, Case};
use crate::stores::console::{candidates, projected};
use crate::stores::{Council, Lane, StoreError};

pub(crate) use everybody::Doubles;
use kept::{QUEUE, is_gone, is_own, keep};

/// Registers read at a time.
const REGISTERS: usize = 100;

/// Looks for doubles of all who changed.
pub(super) async fn catch_up(office: &Arc<Office>) -> Result<(), StoreError> {
    if !office.settings.console.doubles {
        return Ok(());
    }
    // Held first: who finds nothing to look at has waited for who looks.
    let mut held = office.console.doubles.lock().await;
    let changed = office.console.take_unchecked();
    let mut years: BTreeMap<u16, Vec<RegisterId>> = BTreeMap::new();
    changed.iter().for_each(|register| years.entry(register.year).or_default().push(*register));
    for (year, registers) in years {
        let doubles = held.entry(year).or_default().clone();
        if let Err(error) = look(office, &doubles, registers).await {
            office.console.give_back(&changed);
            return Err(error);
        }
    }
    Ok(())
}

/// Candidates of a year whose names resemble what was typed. Nobody, while everybody is compared, and on a server that does
/// not look for doubles: then only names as they are written are found.
pub(super) async fn resembling(
    office: &Arc<Office>,
    year: u16,
    typed: &str,
    most: usize,
) -> Vec<(RegisterId, CandidateId)> {
    let Some(doubles) = office.console.doubles.try_lock().ok().and_then(|held| held.get(&year).cloned()) else {
        return Vec::new();
    };
    let typed = typed.to_owned();
    let look = move || doubles.try_lock().map(|doubles| doubles.resembling(&typed, most)).unwrap_or_default();
    tokio::task::spawn_blocking(look).await.unwrap_or_default()
}

async fn look(
    office: &Arc<Office>,
    doubles: &Arc<Mutex<Doubles>>,
    registers: Vec<RegisterId>,
) -> Result<(), StoreError> {
    let mut changed = Vec::new();
    for part in registers.chunks(REGISTERS) {
        let part = part.to_vec();
        let work = move |council: &mut dyn Council| {
            part.iter()
                .map(|register| Ok((*register, candidates::of(council, *register)?)))
                .collect::<Result<Vec<_>, _>>()
        };
        let read = office.transact(Lane::Read, work).await?;
        let doubles = doubles.clone();
        let taken = tokio::task::spawn_blocking(move || locked(&doubles).take_in(read)).await;
        changed.extend(taken.map_err(|_| broken_off())?);
    }
    let (here, ids) = (doubles.clone(), changed.clone());
    let matches = tokio::task::spawn_blocking(move || locked(&here).check(&ids)).await.map_err(|_| broken_off())?;
    for part in matches.chunks(50) {
        let (found, now) = (part.to_vec(), office.now());
        office.transact(Lane::Write, move |council| keep(council, &found, now)).await?;
    }
    let gone = changed.into_iter().collect::<BTreeSet<Id>>();
    settle(office, doubles, &registers, gone).await
}

fn broken_off() -> StoreError {
    StoreError::Unavailable("the search for doubles broke off".into())
}

/// Cases of those who changed, in which nobody is anybody's double any more, are gone.
async fn settle(
    office: &Arc<Office>,
    doubles: &Arc<Mutex<Doubles>>,
    registers: &[RegisterId],
    changed: BTreeSet<Id>,
) -> Result<(), StoreError> {
    if changed.is_empty() {
        return Ok(());
    }
    let mut open: Vec<Case> = Vec::new();
    for part in registers.chunks(REGISTERS) {
        let part = part.to_vec();
        let work = move |council: &mut dyn Council| {
            let of = part.iter().map(|register| cases::of(council, *register, QUEUE));
            Ok(of.collect::<Result<Vec<_>, _>>()?.concat())
        };
        open.extend(office.transact(Lane::Read, work).await?);
    }
    open.retain(|case| case.state == "open" && is_own(case));
    let here = doubles.clone();
    let gone = tokio::task::spawn_blocking(move || {
        let doubles = locked(&here);
        open.into_iter().filter(|case| is_gone(&doubles, case, &changed)).collect::<Vec<_>>()
    });
    let (gone, now) = (gone.await.map_err(|_| broken_off())?, office.now());
    if gone.is_empty() {
        return Ok(());
    }
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        gone.iter().try_for_each(|case| super::projection::put_gone(council, case.id, version, now))
    };
    office.transact(Lane::Write, work).await
}
