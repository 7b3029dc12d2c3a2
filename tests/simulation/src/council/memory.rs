//! The council's store in memory. Owns transactions that commit whole or not at all, and older states; refuses to
//! decide.

use std::collections::BTreeMap;
use std::rc::Rc;

use sync::authority::{Pictures, Quarantined};
use sync::circular::SignedCircular;
use sync::fault::{Fault, planted};
use sync::{DeviceId, Epoch, Hash, RegisterId, UnixMillis};

use super::ledger::Transaction;
use super::tables::Tables;
use super::{CouncilStore, Lost, Member};

/// The store in memory.
pub struct Memory {
    tables: Tables,
    /// How many lives there were: outside the database, so that no restore repeats one.
    lives: u64,
    pictures: Shelf,
}

impl Memory {
    /// An empty store in its first life.
    #[must_use]
    pub fn new() -> Memory {
        Memory { tables: Tables::new(life(1)), lives: 1, pictures: Shelf::default() }
    }
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::new()
    }
}

/// The name of the database's n-th life: unlike every other, as a random one would be.
pub(crate) fn life(n: u64) -> Epoch {
    let mut name = [0; 8];
    name.copy_from_slice(&blake3::hash(&n.to_le_bytes()).as_bytes()[..8]);
    Epoch(name)
}

impl CouncilStore for Memory {
    type Error = Lost;
    type Ledger<'l> = Transaction<'l>;
    type Pictures = Shelf;
    type Backup = Tables;

    fn transact<T>(
        &mut self,
        durable: bool,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, Lost>,
    ) -> Result<T, Lost> {
        let before = self.tables.clone();
        let mut transaction = Transaction { tables: &mut self.tables, lives: &mut self.lives };
        let done = work(&mut transaction);
        if !durable || done.is_err() {
            self.tables = before;
        }
        done
    }

    fn pictures(&mut self) -> &mut Shelf {
        &mut self.pictures
    }

    fn lose_parts(&mut self) {
        self.pictures.lose_parts();
    }

    fn back_up(&mut self) -> Tables {
        self.tables.clone()
    }

    fn restore(&mut self, backup: &Tables, noticed: bool) {
        self.tables = backup.clone();
        if noticed && !planted(Fault::OldEpoch) {
            self.lives += 1;
            Rc::make_mut(&mut self.tables.lives).push(life(self.lives));
        }
    }

    fn epoch(&mut self) -> Epoch {
        self.tables.epoch()
    }

    fn enrol(&mut self, member: &Member) {
        Rc::make_mut(&mut self.tables.members).insert(member.key.device(), member.clone());
        for register in &member.registers {
            self.tables.book_mut(*register);
        }
    }

    fn revoke(&mut self, device: DeviceId) {
        if let Some(member) = Rc::make_mut(&mut self.tables.members).get_mut(&device) {
            member.revoked = true;
        }
    }

    fn close(&mut self, year: u16, at: UnixMillis) {
        Rc::make_mut(&mut self.tables.closes).insert(year, at);
    }

    fn short_code(&mut self, register: RegisterId, code: &str, at: UnixMillis) {
        self.tables.book_mut(register).short_codes.entry(code.to_owned()).or_insert(at);
    }

    fn next_circular(&mut self) -> u32 {
        self.tables.circulars.last().map_or(0, |signed| signed.circular.number) + 1
    }

    fn issue(&mut self, circular: &SignedCircular) {
        Rc::make_mut(&mut self.tables.circulars).push(circular.clone());
    }

    fn quarantined(&mut self) -> Vec<Quarantined> {
        self.tables.quarantine.to_vec()
    }

    fn members(&mut self) -> Vec<Member> {
        self.tables.members.values().cloned().collect()
    }
}

/// Pictures in memory: whole ones, and beginnings.
#[derive(Clone, Default)]
pub struct Shelf {
    whole: BTreeMap<Hash, Rc<[u8]>>,
    parts: BTreeMap<Hash, (u32, Vec<u8>)>,
}

impl Shelf {
    pub(crate) fn lose_parts(&mut self) {
        self.parts.clear();
    }
}

impl Pictures for Shelf {
    type Error = Lost;

    fn have(&mut self, hash: Hash) -> Result<u32, Lost> {
        let part = || self.parts.get(&hash).map_or(0, |(_, bytes)| bytes.len() as u32);
        Ok(if self.whole.contains_key(&hash) { u32::MAX } else { part() })
    }

    fn keep(&mut self, hash: Hash, size: u32, offset: u32, bytes: &[u8]) -> Result<u32, Lost> {
        if self.whole.contains_key(&hash) {
            return Ok(u32::MAX);
        }
        let (_, kept) = self.parts.entry(hash).or_insert((size, Vec::new()));
        let behind = (kept.len() as u32).checked_sub(offset);
        match behind {
            _ if planted(Fault::PictureOffsetIgnored) => kept.extend_from_slice(bytes),
            Some(known) => kept.extend(bytes.iter().skip(known as usize)),
            None => return Ok(kept.len() as u32),
        }
        if kept.len() < size as usize {
            return Ok(kept.len() as u32);
        }
        let whole = self.parts.remove(&hash).map_or(Vec::new(), |(_, bytes)| bytes);
        if *blake3::hash(&whole).as_bytes() != hash.0 && !planted(Fault::PictureUnverified) {
            return Ok(0);
        }
        self.whole.insert(hash, whole.into());
        Ok(u32::MAX)
    }

    fn get(&mut self, hash: Hash, offset: u32) -> Result<Option<(u32, Vec<u8>)>, Lost> {
        let bytes = self.whole.get(&hash);
        Ok(bytes.map(|bytes| (bytes.len() as u32, bytes.get(offset as usize..).unwrap_or_default().to_vec())))
    }
}
