//! The task that keeps the console's rows up with the logs. Owns its pace: it gives way while batches wait, reads and judges
//! outside every transaction that writes, and writes one register at a time.

use std::sync::Arc;
use std::time::Duration;

use regulations::Pack;
use sync::authority::StoredRun;
use sync::{LogEnd, RegisterId};

use super::found::kept_aside;
use super::made::made;
use super::summary::FORMAT;
use super::write::{From, put_found, write};
use crate::console::{doubles, finding};
use crate::office::Office;
use crate::stores::console::{candidates, projected};
use crate::stores::{Council, Lane, StoreError};

/// How often it is looked whether something came.
const OFTEN: Duration = Duration::from_secs(1);

/// Registers looked for at a time.
const AT_ONCE: usize = 200;

/// Jobs that may wait for the database before projecting gives way.
const CROWDED: usize = 16;

/// Keeps up until the server stops. Rows do not wait while all candidates of a country are compared.
pub(crate) async fn run(office: Arc<Office>) {
    let rows = async {
        let mut often = often();
        loop {
            often.tick().await;
            if let Err(error) = rows(&office).await {
                tracing::warn!(error = %error, "the console's rows could not be brought up to date");
            }
        }
    };
    let doubles = async {
        let mut often = often();
        loop {
            often.tick().await;
            if let Err(error) = doubles::catch_up(&office).await {
                tracing::warn!(error = %error, "doubles could not be looked for");
            }
        }
    };
    tokio::join!(rows, doubles);
}

fn often() -> tokio::time::Interval {
    let mut often = tokio::time::interval(OFTEN);
    often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    often
}

/// Projects what is behind and finds what is to be found; tells how many registers. Nothing is behind when it is done, unless
/// more came meanwhile.
///
/// # Errors
/// When the store does not answer.
pub async fn catch_up(office: &Arc<Office>) -> Result<usize, StoreError> {
    let done = rows(office).await?;
    doubles::catch_up(office).await?;
    Ok(done)
}

async fn rows(office: &Arc<Office>) -> Result<usize, StoreError> {
    let mut done = 0;
    loop {
        let work = |council: &mut dyn Council| {
            let rules = newest_circular(council)?;
            projected::behind(council, FORMAT, rules, AT_ONCE)
        };
        let behind = office.transact(Lane::Read, work).await?;
        let before = done;
        for register in &behind {
            give_way(office).await;
            done += usize::from(project(office, *register).await?);
        }
        // Another was before, perhaps with less than has come since.
        let lost = done < before + behind.len();
        look_aside(office).await?;
        office.console.refresh(office).await?;
        let said = finding::catch_up(office).await?;
        // What was said to registers has made them longer.
        if behind.len() < AT_ONCE && !said && !lost {
            return Ok(done);
        }
    }
}

/// Batches that were kept aside since it was last looked become cases.
async fn look_aside(office: &Arc<Office>) -> Result<(), StoreError> {
    let after = office.console.aside();
    let batches = office.transact(Lane::Read, move |council| council.quarantined(after, AT_ONCE)).await?;
    let Some((last, _)) = batches.last().map(|(n, batch)| (*n, batch)) else { return Ok(()) };
    let now = office.now();
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        batches.iter().try_for_each(|(_, batch)| put_found(council, &kept_aside(batch), version, now).map(drop))
    };
    office.transact(Lane::Write, work).await?;
    office.console.looked_aside(last);
    Ok(())
}

fn newest_circular(council: &mut dyn Council) -> Result<u32, StoreError> {
    Ok(council.circulars(0)?.last().map_or(0, |signed| signed.circular.number))
}

/// Batches come first.
pub(crate) async fn give_way(office: &Office) {
    let crowded = || {
        let database = &office.stores.database;
        database.waiting(Lane::Urgent) + database.waiting(Lane::Write) > CROWDED
    };
    while crowded() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Projects a register; `false`: another server, or another task of this one, did meanwhile.
async fn project(office: &Arc<Office>, register: RegisterId) -> Result<bool, StoreError> {
    let read = office.transact(Lane::Read, move |council| read(council, register)).await?;
    let Some((from, runs)) = read else { return Ok(true) };
    let (year, rules) = (register.year, from.rules);
    let pack = office.console.pack(office, year, rules).await?;
    let made = tokio::task::spawn_blocking(move || made(register, &runs, &pack));
    let made = made.await.map_err(|_| StoreError::Unavailable("a register could not be projected".into()))?;
    let now = office.now();
    office.transact(Lane::Write, move |council| write(council, &from, &made, now)).await
}

/// Everything that projecting needs, of one moment.
fn read(council: &mut dyn Council, register: RegisterId) -> Result<Option<(From, Vec<StoredRun>)>, StoreError> {
    let runs = crate::console::log::runs(council, register, 0)?;
    let Some(last) = runs.last() else { return Ok(None) };
    let log: LogEnd = last.log;
    let before = projected::of(council, register)?.map(|row| row.version);
    let (sub_county, kept) = (council.sub_county(register.centre)?, candidates::kept(council, register)?);
    let rules = newest_circular(council)?;
    Ok(Some((From { register, sub_county, log, rules, kept, before }, runs)))
}

/// The rules of a year under the circulars up to a number. A circular that does not read is left out: the pack holds.
pub(crate) fn pack_of(year: u16, texts: &[String]) -> Option<Pack> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    Pack::with_circulars(year, &texts).or_else(|_| Pack::bundled(year)).ok()
}
