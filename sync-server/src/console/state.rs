//! What the console keeps in memory: the rules of each year, the summaries of all registers as of a count of the clock, and
//! who listens for changes. Owns that nothing here is more than a copy of the store's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use regulations::Pack;
use sync::RegisterId;
use tokio::sync::watch;

use super::doubles::Doubles;
use super::finding::Swept;
use super::projection::{Summary, pack_of};
use super::sought::words_of;
use crate::office::Office;
use crate::stores::console::{cases, projected};
use crate::stores::{Council, Lane, StoreError};

/// Rows read at a time.
const AT_ONCE: usize = 1000;

/// A register's summary.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) sub_county: u32,
    /// By which the centre is sought.
    pub(crate) words: String,
    pub(crate) summary: Arc<Summary>,
}

/// The summaries of all registers.
pub(crate) type Summaries = Arc<BTreeMap<RegisterId, Kept>>;

/// What changed, for those who listen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct News {
    pub(crate) version: i64,
    pub(crate) registers: Vec<RegisterId>,
    pub(crate) queues: Vec<String>,
}

/// What the console keeps in memory.
pub struct State {
    packs: Mutex<BTreeMap<(u16, u32), Arc<Pack>>>,
    known: Mutex<(i64, Summaries)>,
    refreshing: tokio::sync::Mutex<()>,
    news: watch::Sender<News>,
    /// The last batch kept aside that was looked at.
    aside: AtomicU64,
    /// Registers that changed since doubles were looked for in them.
    unchecked: Mutex<BTreeSet<RegisterId>>,
    /// The same of everything else that only the council finds.
    unseen: Mutex<BTreeSet<RegisterId>>,
    pub(super) finding: tokio::sync::Mutex<Swept>,
    pub(super) doubles: tokio::sync::Mutex<BTreeMap<u16, Arc<Mutex<Doubles>>>>,
}

impl Default for State {
    fn default() -> State {
        State {
            packs: Mutex::default(),
            known: Mutex::default(),
            refreshing: tokio::sync::Mutex::default(),
            news: watch::Sender::new(News::default()),
            aside: AtomicU64::new(0),
            unchecked: Mutex::default(),
            unseen: Mutex::default(),
            finding: tokio::sync::Mutex::default(),
            doubles: tokio::sync::Mutex::default(),
        }
    }
}

pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    /// The rules of a year under the circulars up to a number.
    pub(crate) async fn pack(&self, office: &Office, year: u16, rules: u32) -> Result<Arc<Pack>, StoreError> {
        if let Some(pack) = locked(&self.packs).get(&(year, rules)) {
            return Ok(pack.clone());
        }
        let work = move |council: &mut dyn Council| {
            let all = council.circulars(0)?.into_iter().map(|signed| signed.circular);
            let own = all.filter(|circular| circular.year == year && circular.number <= rules);
            Ok(own.map(|circular| circular.text).collect::<Vec<String>>())
        };
        let texts = office.transact(Lane::Read, work).await?;
        let pack = pack_of(year, &texts).ok_or_else(|| StoreError::Damaged("no rules for the year".into()))?;
        let pack = Arc::new(pack);
        locked(&self.packs).insert((year, rules), pack.clone());
        Ok(pack)
    }

    /// The rules of a year as they are now.
    pub(crate) async fn rules(&self, office: &Office, year: u16) -> Result<Arc<Pack>, StoreError> {
        let work = |council: &mut dyn Council| Ok(council.circulars(0)?.last().map_or(0, |one| one.circular.number));
        let newest = office.transact(Lane::Read, work).await?;
        self.pack(office, year, newest).await
    }

    /// Takes over what changed in the store, and tells those who listen.
    pub(crate) async fn refresh(&self, office: &Office) -> Result<(), StoreError> {
        let _one = self.refreshing.lock().await;
        let before = locked(&self.known).0;
        let (mut news, mut all) = (News { version: before, ..News::default() }, None);
        loop {
            let from = news.version;
            // Rows and the clock are of one moment, so that nothing is passed over.
            let work = move |council: &mut dyn Council| {
                let rows = projected::since(council, from, AT_ONCE)?;
                Ok((rows, projected::version(council)?, cases::changed_since(council, before)?))
            };
            let (rows, version, queues) = office.transact(Lane::Read, work).await?;
            for row in &rows {
                let summaries = all.get_or_insert_with(|| BTreeMap::clone(&locked(&self.known).1));
                let Some(summary) = Summary::unpacked(&row.summary) else { continue };
                let words = words_of(row.register.centre, &summary.name);
                let kept = Kept { sub_county: row.sub_county, words, summary: Arc::new(summary) };
                summaries.insert(row.register, kept);
                news.registers.push(row.register);
            }
            (news.version, news.queues) = (rows.last().map_or(version, |row| row.version), queues);
            if rows.len() < AT_ONCE {
                news.version = version;
                break;
            }
        }
        if let Some(all) = all {
            *locked(&self.known) = (news.version, Arc::new(all));
        } else {
            locked(&self.known).0 = news.version;
        }
        if news.version != before {
            locked(&self.unchecked).extend(news.registers.iter().copied());
            locked(&self.unseen).extend(news.registers.iter().copied());
            self.news.send_replace(news);
        }
        Ok(())
    }

    /// The summaries as last taken over, and the count of the clock then.
    pub(crate) fn summaries(&self) -> (i64, Summaries) {
        locked(&self.known).clone()
    }

    /// The last batch kept aside that was looked at.
    pub(super) fn aside(&self) -> u64 {
        self.aside.load(Ordering::Relaxed)
    }

    /// Batches kept aside were looked at up to this one.
    pub(super) fn looked_aside(&self, n: u64) {
        self.aside.store(n, Ordering::Relaxed);
    }

    /// Registers in which doubles are to be looked for; asked once, they are the asker's.
    pub(super) fn take_unchecked(&self) -> BTreeSet<RegisterId> {
        std::mem::take(&mut *locked(&self.unchecked))
    }

    /// Gives back registers in which doubles could not be looked for.
    pub(super) fn give_back(&self, registers: &BTreeSet<RegisterId>) {
        locked(&self.unchecked).extend(registers.iter().copied());
    }

    /// Registers that the finders are to look at; asked once, they are the asker's.
    pub(super) fn take_unseen(&self) -> BTreeSet<RegisterId> {
        std::mem::take(&mut *locked(&self.unseen))
    }

    /// Gives back registers that could not be looked at.
    pub(super) fn give_back_unseen(&self, registers: &BTreeSet<RegisterId>) {
        locked(&self.unseen).extend(registers.iter().copied());
    }

    /// Every register is looked at anew: what they are compared with changed.
    pub(super) fn look_at_all(&self) {
        let all = self.summaries().1;
        locked(&self.unseen).extend(all.keys().copied());
    }

    /// Hears of changes.
    pub(crate) fn listen(&self) -> watch::Receiver<News> {
        self.news.subscribe()
    }
}
