//! What only the council can find, once registers are projected: pictures that stand for several, entries that differ from
//! results, requests for transfers, centres that are too small or are no more. Owns when each finder looks and that one
//! transaction holds what it finds; who was entered twice is `doubles`', what one register shows by itself is
//! `projection`'s.

mod centres;
pub(crate) mod pictures;
pub(crate) mod results;
pub(crate) mod series;
mod transfers;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use regulations::Pack;
use sync::authority::{Here, Own, write_own};
use sync::{RegisterId, UnixMillis};

use super::projection::{Found, give_way, is_known, put_found, put_gone};
use crate::office::Office;
use crate::stores::console::{kcpe, projected};
use crate::stores::{Council, Lane, StoreError};

pub(super) use centres::Swept;
pub(super) use transfers::{SIDES, clear as clear_transfer, look_again as look_at_transfer};

/// Registers looked at in one transaction.
const AT_ONCE: usize = 20;

/// The rules of each year.
pub(super) type Packs = Arc<BTreeMap<u16, Arc<Pack>>>;

/// A finder at work, within one transaction.
pub(super) struct Finding<'c, 'h> {
    pub(super) council: &'c mut dyn Council,
    here: &'h Here<'h>,
    pack: Arc<Pack>,
    /// The count of the clock, once something is written.
    version: Option<i64>,
    /// Whether something was said to a register, which is behind then.
    said: bool,
}

impl<'c, 'h> Finding<'c, 'h> {
    pub(super) fn new(council: &'c mut dyn Council, here: &'h Here<'h>, pack: Arc<Pack>) -> Finding<'c, 'h> {
        Finding { council, here, pack, version: None, said: false }
    }

    fn now(&self) -> UnixMillis {
        self.here.now
    }

    fn version(&mut self) -> Result<i64, StoreError> {
        match self.version {
            Some(version) => Ok(version),
            None => Ok(*self.version.insert(projected::tick(self.council)?)),
        }
    }

    /// Writes what was found, unless it is known.
    fn put(&mut self, found: &Found) -> Result<(), StoreError> {
        if is_known(self.council, found)? {
            return Ok(());
        }
        let (version, now) = (self.version()?, self.now());
        put_found(self.council, found, version, now).map(drop)
    }

    /// What was found is there no longer.
    fn gone(&mut self, id: [u8; 16]) -> Result<(), StoreError> {
        let (version, now) = (self.version()?, self.now());
        put_gone(self.council, id, version, now)
    }

    /// Says something to the desks of a register.
    fn say(&mut self, register: RegisterId, own: Own) -> Result<(), StoreError> {
        self.said = true;
        match write_own(self.council, self.here, register, own)? {
            Some(_) => Ok(()),
            None => Err(StoreError::Unavailable("what is to be said is larger than a batch holds".into())),
        }
    }
}

/// Looks at all registers that changed; tells whether something was said to registers, which are behind then.
pub(super) async fn catch_up(office: &Arc<Office>) -> Result<bool, StoreError> {
    if !office.settings.console.doubles {
        return Ok(false);
    }
    // Held first: who finds nothing to look at has waited for who looks.
    let mut swept = office.console.finding.lock().await;
    let changed = office.console.take_unseen();
    match look(office, &changed).await {
        Ok(said) => {
            centres::sweep(office, &mut swept).await?;
            Ok(said)
        }
        Err(error) => {
            office.console.give_back_unseen(&changed);
            Err(error)
        }
    }
}

async fn look(office: &Arc<Office>, changed: &BTreeSet<RegisterId>) -> Result<bool, StoreError> {
    let mut packs = BTreeMap::new();
    for year in changed.iter().map(|register| register.year).collect::<BTreeSet<u16>>() {
        packs.insert(year, office.console.rules(office, year).await?);
    }
    let (packs, all): (Packs, Vec<RegisterId>) = (Arc::new(packs), changed.iter().copied().collect());
    let mut said = false;
    for part in all.chunks(AT_ONCE) {
        give_way(office).await;
        let (part, packs, here, now) = (part.to_vec(), packs.clone(), office.clone(), office.now());
        let work = move |council: &mut dyn Council| {
            let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
            let (years, mut said) = (kcpe::years(council)?, false);
            for register in &part {
                let Some(pack) = packs.get(&register.year) else { continue };
                let mut finding = Finding::new(&mut *council, &here, pack.clone());
                pictures::look(&mut finding, *register)?;
                results::look(&mut finding, *register, &years)?;
                transfers::look(&mut finding, *register)?;
                said |= finding.said;
            }
            Ok(said)
        };
        said |= office.transact(Lane::Write, work).await?;
    }
    Ok(said)
}
